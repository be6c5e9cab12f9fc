internal import EventGraph
internal import FileIO

/// Finds names that are spellings of one name: letter case, marks, dashes, stops of initials, a year
/// moved from the end to the front.
///
/// Names of two words and more are one where all of that is all that differs. A single word may be two
/// things ("WINDS", "Winds"; "turkey", "Turkey"): there marks and dashes alone make no difference, and
/// a case that differs is kept apart and listed as doubtful. Pages of a wiki have no case in their
/// first letter.
struct SameNames: Sendable {
  struct Pair: Sendable {
    /// Places in the list of names.
    var first: Int
    var second: Int
    var rule: String
    var isSame: Bool
    var confidence: Double
  }

  private static let crowd = 32

  /// In order of the names.
  private(set) var pairs: [Pair] = []

  /// - Parameters:
  ///   - names: Sorted by bytes, each once.
  ///   - isPage: Whether each is the name of a wiki's page.
  init(
    _ names: [StringIndex], isPage: [Bool], in strings: StringInterner, threads: Int
  ) {
    // Names of one key follow each other in the order of the keys' hashes.
    let hashes = Self.keyHashes(of: names, in: strings, threads: threads)
    let order = names.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, hashes[order[end]] == hashes[order[start]] { end += 1 }
      let run = order[start..<end]
      start = end
      if run.count < 2 { continue }
      // Nearly always one group; a hash that two keys share divides.
      var groups: [[UInt8]: [Int]] = [:]
      var key = SpellingKey()
      for place in run {
        key.fold(strings.bytes.span.extracting(strings.range(of: names[place])))
        groups[key.bytes, default: []].append(place)
      }
      for group in groups.values { comparePairs(group, names, isPage, strings) }
    }
    pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Each with each; of a crowd, each with the first, which is enough to join it.
  private mutating func comparePairs(
    _ group: [Int], _ names: [StringIndex], _ isPage: [Bool], _ strings: StringInterner
  ) {
    for first in group.prefix(group.count > Self.crowd ? 1 : group.count) {
      for second in group where second > first {
        let pair = Self.compare(
          first, second, names, isPages: isPage[first] && isPage[second], strings)
        if let pair { pairs.append(pair) }
      }
    }
  }

  private static func keyHashes(
    of names: [StringIndex], in strings: StringInterner, threads: Int
  ) -> [UInt64] {
    mapWorkers(threads) { worker in
      var key = SpellingKey()
      return names[share(names.count, of: worker, among: threads)].map { name in
        key.fold(strings.bytes.span.extracting(strings.range(of: name)))
        return key.bytes.span.stableHash
      }
    }.flatMap { $0 }
  }

  private static func compare(
    _ first: Int, _ second: Int, _ names: [StringIndex], isPages: Bool,
    _ strings: borrowing StringInterner
  ) -> Pair? {
    let bytes = strings.bytes.span
    let (a, b) = (
      bytes.extracting(strings.range(of: names[first])),
      bytes.extracting(strings.range(of: names[second]))
    )
    func pair(_ rule: String, _ isSame: Bool, _ confidence: Double) -> Pair {
      Pair(first: first, second: second, rule: rule, isSame: isSame, confidence: confidence)
    }
    var (x, y) = (SpellingKey(), SpellingKey())
    x.fold(a)
    y.fold(b)
    if isPages, a.equalsUpToFirstCase(b) { return pair("name.firstLetter", true, 0.99) }
    if x.hasMovedYear != y.hasMovedYear { return pair("name.movedYear", true, 0.97) }
    let hasSameCase = a.hasCase(of: b)
    if x.wordCount > 1 {
      return pair(hasSameCase ? "name.marks" : "name.letterCase", true, hasSameCase ? 0.96 : 0.95)
    }
    if hasSameCase, x.bytes.count > 3 { return pair("name.marks", true, 0.9) }
    // "president" and "President" are words of two sentences, not two spellings of a name.
    if a.equalsUpToFirstCase(b) { return nil }
    return pair("name.letterCase", false, 0.6)
  }
}

extension SameNames {
  /// What a rule's decision rests on, for people.
  static func evidence(of rule: String) -> String {
    switch rule {
    case "name.firstLetter": "pages of a wiki have no case in their first letter"
    case "name.movedYear": "the year at the end of one stands at the front of the other"
    case "name.definedAcronym": "titles write the short one in brackets behind the long one"
    case "name.linkedAcronym": "links give the short one's words to the long one's page"
    case "name.initials": "the initials are its own, and both stand beside the same names"
    case "name.dots": "they differ in stops, and stand beside the same names"
    case "name.marks": "they differ in marks of letters, stops of initials, dashes or spaces alone"
    default: "they differ in the case of letters"
    }
  }
}

extension Span<UInt8> {
  /// Whether the ASCII letters of both are capitals in the same places, counted by letters.
  fileprivate func hasCase(of other: Span<UInt8>) -> Bool {
    cases.elementsEqual(other.cases)
  }

  private var cases: [Bool] {
    var cases: [Bool] = []
    var k = 0
    while k < count {
      let scalar = scalar(at: &k)
      if scalar.properties.isAlphabetic { cases.append(scalar.properties.isUppercase) }
    }
    return cases
  }
}
