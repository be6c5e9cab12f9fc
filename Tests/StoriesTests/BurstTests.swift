import Testing

import func Glibc.log

@testable import Stories

@Suite("Bursts")
struct BurstTests {
  @Test("A thick week in a thin year is one burst")
  func one() {
    let thin = stride(from: 0, to: 365, by: 14).map { $0 }
    let thick = (200..<207).flatMap { [$0, $0, $0] }
    let bursts = Burst.find(days: thin + thick)
    #expect(bursts.count == 1)
    // Its ends may take in an event nearby, where leaving and coming again would cost more.
    #expect(bursts.first.map { (190...200).contains($0.firstDay) } == true)
    #expect(bursts.first.map { (206...216).contains($0.lastDay) } == true)
    #expect(bursts.first.map { $0.count >= 21 } == true)
  }

  @Test("Even events have none, nor do few, nor those of one day")
  func none() {
    #expect(Burst.find(days: Array(0..<100)).isEmpty)
    #expect(Burst.find(days: [1, 1, 2]).isEmpty)
    #expect(Burst.find(days: [Int](repeating: 7, count: 50)).isEmpty)
    #expect(Burst.find(days: []).isEmpty)
  }

  @Test("The sequence of states is the cheapest of all", arguments: UInt64(0)..<30)
  func bruteForce(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    let counts = (0..<9).map { _ in rng.below(3) == 0 ? rng.below(9) : rng.below(2) }
    var days = counts.enumerated().flatMap { day, count in [Int](repeating: day, count: count) }
    days += [0, 8]
    guard days.count >= 5 else { return }
    var table = [Int](repeating: 0, count: 9)
    for day in days { table[day] += 1 }
    let usual = Double(days.count) / 9
    func cost(_ states: Int) -> Double {
      var sum = 0.0
      var last = false
      for day in 0..<9 {
        let isBurst = states >> day & 1 == 1
        let rate = isBurst ? Burst.scale * usual : usual
        sum += rate - Double(table[day]) * log(rate)
        if isBurst, !last { sum += Burst.cost * log(9) }
        last = isBurst
      }
      return sum
    }
    let best = (0..<512).map(cost).min() ?? 0
    var found = 0
    for burst in Burst.find(days: days) {
      for day in burst.firstDay...burst.lastDay { found |= 1 << day }
    }
    #expect(abs(cost(found) - best) < 1e-9)
  }

  @Test("A span of a million days takes bounded work")
  func long() {
    let days = (0..<100).map { 1_000_000 + $0 } + [0]
    #expect(!Burst.find(days: days).isEmpty)
  }
}
