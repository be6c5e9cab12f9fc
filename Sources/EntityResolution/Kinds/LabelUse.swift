internal import EventGraph

/// How a label is used in the titles of the events that carry it, added up over the archive.
struct LabelUse: Sendable {
  /// Titles that hold the label as a word.
  var titles: UInt32 = 0
  /// … after in, at, near, from, outside and the like.
  var afterPlaceWord: UInt32 = 0
  /// … before a verb in the third person ("says", "launches").
  var beforeVerb: UInt32 = 0
}

/// Where a label stands in a title, and what stands beside it.
struct LabelInTitle: Sendable {
  /// Bytes of the title.
  var range: Range<Int>
  var isAfterPlaceWord: Bool
  var isBeforeVerb: Bool

  /// The label's first place in the title that follows a place word, else its first place at all.
  static func find(_ label: Span<UInt8>, in title: Span<UInt8>) -> LabelInTitle? {
    var first: LabelInTitle?
    var from = 0
    while let start = title.firstWord(label, from: from) {
      let range = start..<start + label.count
      let place = LabelInTitle(
        range: range, isAfterPlaceWord: TitleWords.isPlaceWord(before: start, title),
        isBeforeVerb: TitleWords.isVerb(after: range.upperBound, title))
      if place.isAfterPlaceWord { return place }
      if first == nil { first = place }
      from = range.upperBound
    }
    return first
  }
}

/// The few words beside a name that tell what it is.
enum TitleWords {
  /// Words before a place; "of" and "to" tell too little.
  private static let placeWords: [StaticString] = [
    "in", "In", "at", "At", "near", "Near", "from", "outside", "across", "around", "throughout",
    "Across",
  ]

  /// Words that end like a verb in the third person and are none.
  private static let notVerbs: [StaticString] = [
    "as", "was", "is", "its", "his", "this", "has", "forces", "troops", "rebels", "police",
    "militants", "soldiers", "officials", "news", "elections", "authorities", "protests", "talks",
    "leaders", "citizens", "times", "politics", "players", "workers", "sanctions", "ministers",
    "airlines", "attacks", "students", "states", "people", "us", "thus", "less", "across",
    "towards",
    "always", "perhaps", "afterwards", "versus", "plus",
  ]

  private static let verbs: [StaticString] = [
    "will", "would", "wins", "won", "said", "killed", "announced", "agreed", "became", "could",
    "may", "denied", "signed", "arrested", "declared", "launched",
  ]

  static func isPlaceWord(before start: Int, _ title: Span<UInt8>) -> Bool {
    var end = start
    while end > 0, title[end - 1] == 32 { end -= 1 }
    if end >= 4, title.hasPrefix(" the", at: end - 4), end < start {
      end -= 4
    }
    var begin = end
    while begin > 0, title[begin - 1].isASCIILetter { begin -= 1 }
    return contains(placeWords, title.extracting(begin..<end))
  }

  static func isVerb(after end: Int, _ title: Span<UInt8>) -> Bool {
    guard end < title.count, title[end] == 32 else { return false }
    var stop = end + 1
    while stop < title.count, title[stop].isASCIILower { stop += 1 }
    let word = title.extracting(end + 1..<stop)
    guard word.count >= 3, stop == title.count || !title[stop].isWordByte else { return false }
    if contains(notVerbs, word) { return false }
    if word[word.count - 1] == UInt8(ascii: "s"), word[word.count - 2] != UInt8(ascii: "s") {
      return true
    }
    return contains(verbs, word)
  }

  static func contains(_ words: [StaticString], _ word: Span<UInt8>) -> Bool {
    words.contains { $0.utf8CodeUnitCount == word.count && word.hasPrefix($0) }
  }
}
