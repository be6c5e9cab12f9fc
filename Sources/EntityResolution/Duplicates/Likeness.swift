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
    _ a: borrowing EventWording, _ b: borrowing EventWording, _ shares: WordShares,
    labels: ([[UInt64]], [[UInt64]])
  ) {
    overlap = shares.overlap
    containment = shares.containment
    hasSameSource = a.sharesSource(with: b)
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

  init(_ a: borrowing EventWording, _ b: borrowing EventWording) {
    let common = a.weight(inCommonWith: b)
    overlap = common / max(a.weight + b.weight - common, .leastNonzeroMagnitude)
    containment = common / max(min(a.weight, b.weight), .leastNonzeroMagnitude)
  }
}

/// What comparing needs of one event.
struct EventWording: Sendable {
  struct Word: Sendable {
    var hash: UInt64
    var weight: Double
    /// Whether it is capitalised somewhere behind the title's first word.
    var isName: Bool
  }

  /// The title's words in order.
  var words: [UInt64]
  /// The same, each once, ascending.
  var set: [Word] = []
  /// Sum of their weights.
  var weight: Double
  /// Numbers of the title, ascending.
  var numbers: [UInt64] = []
  /// Hashes of the addresses it cites.
  var sources: [UInt64]
  /// A title like "2010 Copiapó mining accident rescue:" heads others and tells nothing itself.
  var isHeading: Bool

  /// Whether both cite one published item.
  func sharesSource(with other: borrowing EventWording) -> Bool {
    for source in sources where other.sources.contains(source) { return true }
    return false
  }

  /// Weight of the words that both titles have.
  func weight(inCommonWith other: borrowing EventWording) -> Double {
    var sum = 0.0
    forEachWord(besides: other) { word, isShared in if isShared { sum += word.weight } }
    return sum
  }

  /// Weight of the names that the other title does not hold over that of all names; 0 without any.
  func shareOfNames(missingIn other: borrowing EventWording) -> Double {
    var (all, gone) = (0.0, 0.0)
    forEachWord(besides: other) { word, isShared in
      guard word.isName else { return }
      all += word.weight
      if !isShared { gone += word.weight }
    }
    return all == 0 ? 0 : gone / all
  }

  /// Walks `set` with whether the other title holds each word.
  @inline(__always)
  private func forEachWord(besides other: borrowing EventWording, _ body: (Word, Bool) -> Void) {
    let (own, others) = (set.span, other.set.span)
    var j = 0
    for i in own.indices {
      while j < others.count, others[j].hash < own[i].hash { j += 1 }
      body(own[i], j < others.count && others[j].hash == own[i].hash)
    }
  }
}

/// How much each word of the archive's titles says: log(1 + days / days whose titles hold the word).
///
/// An open-addressing table of the words' hashes: a million look-ups are made here. Which slots they take
/// is chance, so that no text can be written whose words all want one; nothing depends on it.
struct WordWeights: Sendable {
  private var words: [UInt64]
  /// The day that the word was last seen on, then its weight.
  private var lastDays: [Int32]
  private var dayCounts: [UInt32]
  private var weights: [Double] = []
  private var count = 0
  private let seed = UInt64.random(in: .min ... .max) | 1

  /// - Parameter capacity: How many words are expected.
  init(capacity: Int = 1 << 15) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    words = Array(repeating: 0, count: size)
    lastDays = Array(repeating: -1, count: size)
    dayCounts = Array(repeating: 0, count: size)
  }

  /// Notes that a title of the day holds the word; days come in order.
  mutating func note(_ word: UInt64, day: Int) {
    let place = place(for: word)
    if lastDays[place] == Int32(day) { return }
    lastDays[place] = Int32(day)
    dayCounts[place] += 1
  }

  /// Adds what was noted of other days.
  mutating func add(_ other: WordWeights) {
    for k in other.words.indices where other.dayCounts[k] > 0 {
      let place = place(for: other.words[k])
      dayCounts[place] += other.dayCounts[k]
    }
  }

  /// Where a word that is to be counted stands; it takes a slot where it has none.
  private mutating func place(for word: UInt64) -> Int {
    var place = slot(of: word)
    if dayCounts[place] != 0 { return place }
    if (count + 1) * 2 > words.count {
      grow()
      place = slot(of: word)
    }
    words[place] = word
    count += 1
    return place
  }

  /// Works the weights out, when all days have been noted.
  mutating func weigh(dayCount: Int) {
    weights = dayCounts.map { $0 == 0 ? 0 : log(1 + Double(dayCount) / Double($0)) }
  }

  /// The weight of a word that was noted.
  @inline(__always)
  subscript(_ word: UInt64) -> Double { weights[slot(of: word)] }

  /// Where the word is, or would be.
  @inline(__always)
  private func slot(of word: UInt64) -> Int {
    let mask = words.count - 1
    // The upper half of a product depends on all bits of both.
    var place = Int(truncatingIfNeeded: (word &* seed) >> 32) & mask
    while dayCounts[place] != 0, words[place] != word { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = WordWeights(capacity: words.count)
    larger.count = count
    for k in words.indices where dayCounts[k] > 0 {
      let place = larger.slot(of: words[k])
      larger.words[place] = words[k]
      larger.lastDays[place] = lastDays[k]
      larger.dayCounts[place] = dayCounts[k]
    }
    self = larger
  }
}
