internal import Glibc

/// How alike two wordings of events are, in shares from 0 to 1, and what that adds up to.
///
/// The weights were fitted by logistic regression on 776 pairs of an old and a new wording of one
/// event against 8,900 pairs of different events of one day, and rounded. `score` > 0 says one event.
struct Likeness: Sendable {
  /// Weight of the words that both titles have over that of all their words. A word weighs
  /// log(1 + days / days with the word): pages of one event share their day, so that telling an
  /// event often does not make its words common.
  var overlap: Double
  /// The same over the words of the title that weighs less.
  var containment: Double
  /// Whether both cite one published item.
  var hasSameSource: Bool
  /// Labels that both carry over labels of either; ½ where one has none.
  var sharedLabels: Double
  /// Of the weight of each title's names, what the other lacks; the smaller of the two. Two events
  /// of one shape differ here ("Voters in Vietnam …", "Voters in Cyprus …").
  var differingNames: Double
  /// Of each event's labels, those that the other's title does not hold; the smaller of the two.
  var differingLabels: Double
  /// Words in common in one order, twice, over the words of both.
  var sequence: Double

  var score: Double {
    var sum = -6.5
    sum += 1.25 * overlap
    sum += 3.75 * containment
    sum += 0.75 * sharedLabels
    sum += 4 * sequence
    sum += 1.5 * max(0, sequence - 0.6)
    sum -= 1.75 * differingNames
    sum -= 3 * differingLabels
    // One item often tells of several events of a day: there the order of the words tells them apart.
    if hasSameSource { sum += 4 - 1.75 * overlap - 8 * max(0, 0.4 - sequence) }
    return sum
  }
}

extension Likeness {
  /// For people: what the two share and where they differ.
  var summary: String {
    func share(_ value: Double) -> String {
      let hundredths = Int((value * 100).rounded())
      return "\(hundredths) %"
    }
    return "of the words \(share(overlap)) in common, \(share(sequence)) in one order; labels "
      + "\(share(sharedLabels)) in common; names that differ \(share(differingNames))"
      + (hasSameSource ? "; one source" : "")
  }

  /// - Parameters:
  ///   - shares: Those of the two titles' words.
  ///   - labels: The words of each event's labels, each label once.
  init(
    _ a: EventWording, _ b: EventWording, _ shares: WordShares,
    labels: ([[UInt64]], [[UInt64]])
  ) {
    overlap = shares.overlap
    containment = shares.containment
    hasSameSource = a.sources.contains { b.sources.contains($0) }
    sharedLabels = Self.shared(labels.0, labels.1)
    differingNames = min(a.shareOfNames(missingIn: b), b.shareOfNames(missingIn: a))
    differingLabels = min(Self.missing(labels.0, in: b.words), Self.missing(labels.1, in: a.words))
    let length = a.words.count + b.words.count
    sequence = length == 0 ? 0 : 2 * Double(Self.longestCommon(a.words, b.words)) / Double(length)
  }

  private static func shared(_ a: [[UInt64]], _ b: [[UInt64]]) -> Double {
    if a.isEmpty || b.isEmpty { return 0.5 }
    let common = a.count { b.contains($0) }
    return Double(common) / Double(a.count + b.count - common)
  }

  private static func missing(_ labels: [[UInt64]], in words: [UInt64]) -> Double {
    if labels.isEmpty { return 0 }
    return Double(labels.count { !holds(words, $0) }) / Double(labels.count)
  }

  /// Whether a run of words stands in a text.
  private static func holds(_ words: [UInt64], _ run: [UInt64]) -> Bool {
    guard run.count <= min(64, words.count) else { return false }
    return (0...words.count - run.count).contains { start in
      run.indices.allSatisfy { words[start + $0] == run[$0] }
    }
  }

  /// Length of the longest common subsequence, of the first `bound` words of each.
  private static func longestCommon(_ a: [UInt64], _ b: [UInt64], bound: Int = 400) -> Int {
    let (a, b) = (a.prefix(bound), b.prefix(bound))
    var row = [Int](repeating: 0, count: b.count + 1)
    for word in a {
      var diagonal = 0
      for (k, other) in b.enumerated() {
        let above = row[k + 1]
        row[k + 1] = word == other ? diagonal + 1 : max(above, row[k])
        diagonal = above
      }
    }
    return row[b.count]
  }
}

/// How much of two titles' words, by weight, both have.
struct WordShares: Sendable {
  /// Over all words of the two.
  let overlap: Double
  /// Over the words of the title that weighs less.
  let containment: Double

  init(_ a: EventWording, _ b: EventWording) {
    let common = a.weight(inCommonWith: b)
    overlap = common / max(a.weight + b.weight - common, .leastNonzeroMagnitude)
    containment = common / max(min(a.weight, b.weight), .leastNonzeroMagnitude)
  }
}

/// What comparing needs of one event.
struct EventWording: Sendable {
  /// The title's words in order.
  var words: [UInt64]
  /// The same, each once, ascending.
  var set: [UInt64]
  /// Of each of `set`.
  var weights: [Double]
  /// Whether each of `set` is capitalised somewhere behind the title's first word.
  var isName: [Bool]
  /// Sum of `weights`.
  var weight: Double
  /// Numbers of the title, ascending.
  var numbers: [UInt64]
  /// Hashes of the addresses it cites.
  var sources: [UInt64]
  /// A title like "2010 Copiapó mining accident rescue:" heads others and tells nothing itself.
  var isHeading: Bool

  /// Weight of the words that both titles have.
  func weight(inCommonWith other: EventWording) -> Double {
    var sum = 0.0
    forEachWord(besides: other) { place, isShared in if isShared { sum += weights[place] } }
    return sum
  }

  /// Weight of the names that the other title does not hold over that of all names; 0 without any.
  func shareOfNames(missingIn other: EventWording) -> Double {
    var (all, gone) = (0.0, 0.0)
    forEachWord(besides: other) { place, isShared in
      guard isName[place] else { return }
      all += weights[place]
      if !isShared { gone += weights[place] }
    }
    return all == 0 ? 0 : gone / all
  }

  /// Walks `set` with whether the other title holds each word.
  private func forEachWord(besides other: EventWording, _ body: (Int, Bool) -> Void) {
    var j = 0
    for (i, word) in set.enumerated() {
      while j < other.set.count, other.set[j] < word { j += 1 }
      body(i, j < other.set.count && other.set[j] == word)
    }
  }
}

/// How much each word of the archive's titles says: log(1 + days / days whose titles hold the word).
struct WordWeights: Sendable {
  private let dayCount: Int
  private let days: [UInt64: UInt32]

  init(dayCount: Int, days: [UInt64: UInt32]) {
    self.dayCount = dayCount
    self.days = days
  }

  subscript(_ word: UInt64) -> Double {
    log(1 + Double(dayCount) / Double(max(1, days[word] ?? 1)))
  }
}
