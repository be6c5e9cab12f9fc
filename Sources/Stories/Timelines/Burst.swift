internal import Glibc

/// A time in which events come thicker than usual (Kleinberg 2002, on daily counts).
///
/// Two states: usual, in which a day brings λ₀ = events / days, and bursting, in which it brings
/// λ₁ = s · λ₀. A day with r events costs the state −ln of its Poisson chance, λ_q − r ln λ_q (without what
/// both share); going from usual to bursting costs γ ln n for n days, coming back nothing. The cheapest
/// sequence of states is found by dynamic programming.
///
/// - SeeAlso: Kleinberg 2002, doi:10.1145/775047.775061 (section on batched arrivals)
public struct Burst: Equatable, Sendable {
  /// Days since 1970-01-01, both within.
  public var firstDay: Int
  public var lastDay: Int
  public var count: Int
  /// How much cheaper the burst is than the usual state: what says how sure it is.
  public var weight: Double

  /// s
  static let scale = 3.0
  /// γ
  static let cost = 1.0
  /// A longer time is counted in coarser steps, which bounds the work.
  static let maximumSteps = 20_000

  /// The bursts of events on these days, in any order; by weight, the heaviest first.
  ///
  /// - Complexity: O(days between the first and the last).
  public static func find(days: [Int]) -> [Burst] {
    guard let first = days.min(), let last = days.max(), days.count >= 5, last > first else {
      return []
    }
    let step = (last - first) / maximumSteps + 1
    var counts = [Int](repeating: 0, count: (last - first) / step + 1)
    for day in days { counts[(day - first) / step] += 1 }
    let usual = Double(days.count) / Double(counts.count)
    let costs = counts.map { count in
      (
        usual: usual - Double(count) * log(usual),
        burst: scale * usual - Double(count) * log(scale * usual)
      )
    }
    let isBurst = cheapest(costs, entering: cost * log(Double(counts.count)))
    var bursts: [Burst] = []
    var k = 0
    while k < counts.count {
      guard isBurst[k] else {
        k += 1
        continue
      }
      var end = k
      while end + 1 < counts.count, isBurst[end + 1] { end += 1 }
      bursts.append(
        Burst(
          firstDay: first + k * step, lastDay: min(last, first + (end + 1) * step - 1),
          count: counts[k...end].reduce(0, +),
          weight: costs[k...end].reduce(0) { $0 + $1.usual - $1.burst }))
      k = end + 1
    }
    return bursts.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.firstDay < $1.firstDay
    }
  }

  /// Whether each step bursts in the cheapest sequence.
  private static func cheapest(
    _ costs: [(usual: Double, burst: Double)], entering: Double
  ) -> [Bool] {
    var usual = 0.0
    var burst = Double.infinity
    // Which state each of the two came from: true for bursting.
    var origins: [(usual: Bool, burst: Bool)] = []
    origins.reserveCapacity(costs.count)
    for (k, cost) in costs.enumerated() {
      let fromUsual = k == 0 ? entering : usual + entering
      origins.append((burst < usual, burst <= fromUsual))
      let nextUsual = min(usual, burst) + cost.usual
      burst = min(burst, fromUsual) + cost.burst
      usual = nextUsual
    }
    var isBurst = [Bool](repeating: false, count: costs.count)
    var state = burst < usual
    for k in costs.indices.reversed() {
      isBurst[k] = state
      state = state ? origins[k].burst : origins[k].usual
    }
    return isBurst
  }
}
