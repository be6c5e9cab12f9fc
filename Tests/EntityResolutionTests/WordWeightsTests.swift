import Testing

@testable import EntityResolution

@Suite("How much a word says")
struct WordWeightsTests {
  private static func weights(_ days: [(day: Int, words: [UInt64])]) -> WordWeights {
    var weights = WordWeights(capacity: 4)
    for (day, words) in days { for word in words { weights.note(word, day: day) } }
    return weights
  }

  /// Days with words of which some are on many days and some on one, more than a table begins with.
  private static func days(_ seed: UInt64) -> [(day: Int, words: [UInt64])] {
    var rng = SplitMix64(state: seed)
    return (0..<40).map { day in
      (
        day,
        (0..<120).map { k in
          k % 2 == 0 ? rng.next() : UInt64.random(in: 1...50, using: &rng)
        }
      )
    }
  }

  @Test("Parts that were noted apart add up to the whole, in any order", arguments: UInt64(0)..<8)
  func adding(seed: UInt64) {
    let days = Self.days(seed)
    var whole = Self.weights(days)
    whole.weigh(dayCount: days.count)
    for cuts in [[0, 13, 40], [0, 1, 39, 40], [0, 40, 40]] {
      var parts = zip(cuts, cuts.dropFirst()).map { Self.weights(Array(days[$0..<$1])) }
      if seed % 2 == 1 { parts.reverse() }
      var sum = WordWeights(capacity: 2)
      for part in parts { sum.add(part) }
      sum.weigh(dayCount: days.count)
      for word in Set(days.flatMap(\.words)) { #expect(sum[word] == whole[word]) }
    }
  }

  @Test("A day counts once, and a word of fewer days says more")
  func once() {
    var weights = Self.weights([(0, [1, 1, 2]), (1, [1, 3]), (2, [1])])
    weights.weigh(dayCount: 3)
    #expect(weights[2] == weights[3])
    #expect(weights[1] < weights[2])
  }

  @Test("Adding nothing changes nothing")
  func nothing() {
    var weights = Self.weights([(0, [7, 8]), (1, [7])])
    weights.add(WordWeights())
    var empty = WordWeights()
    empty.add(weights)
    weights.weigh(dayCount: 2)
    empty.weigh(dayCount: 2)
    for word in [7, 8] as [UInt64] { #expect(weights[word] == empty[word]) }
  }
}
