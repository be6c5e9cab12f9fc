internal import EventGraph

/// What a news text says of itself before its first sentence: "Basel, 14 March 2014 - …",
/// "GENEVA (Reuters) 3 March 2010 — …".
///
/// It ends at the first dash, and holds nothing but a place, a date and a house in brackets. Words in
/// small letters belong to a sentence, so that "Hamas, the group that …" is none.
struct Dateline: Equatable {
  /// "Basel", "CANBERRA, Australia".
  var place: Range<Int>?
  /// The house in brackets.
  var agency: Range<Int>?
  /// Written whole: "Dec 23" alone is in any year.
  var date: PartialDate?
  var dateRange: Range<Int>?

  /// The longest that is looked at, in bytes.
  private static let longest = 120

  /// - Parameter text: A paragraph.
  init?(_ text: [UInt8]) {
    guard let end = Self.dash(text), end > 0 else { return nil }
    let head = Array(text[..<end])
    // "Anna Berg (Basel, 14 March 1931 - Oslo, 3 May 1990) was …"
    guard
      head.count(where: { $0 == UInt8(ascii: "(") })
        == head.count(where: { $0 == UInt8(ascii: ")") }),
      !Self.beginsWithDate(Array(text[end..<min(text.count, end + Self.longest)]))
    else { return nil }
    let dates = DateScanner.scan(head)
    let bracket = Self.bracket(head)
    let words = WordList.words(head).filter { word in
      !dates.contains { $0.range.overlaps(word.range) }
        && !(bracket?.outer.overlaps(word.range) ?? false)
    }
    for word in words where !Self.isTime(word, head) && !Self.isPlaceWord(word) { return nil }
    if let whole = dates.first(where: { if case .whole = $0.meaning { true } else { false } }),
      case .whole(let date) = whole.meaning
    {
      (self.date, dateRange) = (date, whole.range)
    }
    if let inner = bracket?.inner, !dates.contains(where: { $0.range.overlaps(inner) }) {
      agency = inner
    }
    let names = words.filter { !Self.isTime($0, head) }
    // The place's words stand together; behind a date or a house they would be another thing.
    let stop = [bracket?.outer.lowerBound, dates.first?.range.lowerBound].compactMap { $0 }.min()
    if let stop, let first = names.first, first.range.lowerBound < stop,
      names.contains(where: { $0.range.lowerBound > stop })
    {
      return nil
    }
    if let first = names.first, let last = names.last {
      place = first.range.lowerBound..<last.range.upperBound
    }
    // A name and a dash begin many a sentence ("NATO - the alliance - …").
    if date == nil, agency == nil || place == nil { return nil }
  }

  /// Whether a date stands behind the dash, or a name and a date: that is a span of time or a life.
  private static func beginsWithDate(_ rest: [UInt8]) -> Bool {
    guard let date = DateScanner.scan(rest).first else { return false }
    let words = WordList.words(Array(rest[..<date.range.lowerBound]))
    if let first = words.first, sentenceStarts.contains(first.lower) { return false }
    return words.allSatisfy(\.isCapitalised)
  }

  /// Where the dash stands that ends a dateline: a hyphen has spaces around it or is doubled.
  private static func dash(_ text: [UInt8]) -> Int? {
    for k in 0..<min(text.count, longest) {
      switch text[k] {
      case UInt8(ascii: "-"):
        let isDouble = k + 1 < text.count && text[k + 1] == UInt8(ascii: "-")
        let isSpaced = k > 0 && text[k - 1] == 32 && k + 1 < text.count && text[k + 1] == 32
        if isDouble || isSpaced { return k }
      case 0xE2 where k + 3 < text.count && text[k + 1] == 0x80:
        // An en dash between digits is a span of years.
        let isDash = text[k + 2] == 0x93 || text[k + 2] == 0x94
        let isSpan = k > 0 && text[k - 1].isASCIIDigit && text[k + 3].isASCIIDigit
        if isDash, !isSpan { return k }
      case UInt8(ascii: "\""): return nil
      default: break
      }
    }
    return nil
  }

  private static func bracket(_ head: [UInt8]) -> (inner: Range<Int>, outer: Range<Int>)? {
    guard let open = head.firstIndex(of: UInt8(ascii: "(")),
      let close = head[open...].firstIndex(of: UInt8(ascii: ")")), close > open + 1
    else { return nil }
    return (open + 1..<close, open..<close + 1)
  }

  private static func isPlaceWord(_ word: Word) -> Bool {
    word.isCapitalised ? !sentenceStarts.contains(word.lower) : particles.contains(word.lower)
  }

  /// "10:30", "0930 GMT", "Monday"
  private static func isTime(_ word: Word, _ text: [UInt8]) -> Bool {
    if zones.contains(word.lower) || DateScanner.isWeekday(word.lower) { return true }
    guard text[word.range].allSatisfy(\.isASCIIDigit) else { return false }
    let (start, end) = (word.range.lowerBound, word.range.upperBound)
    let colon = UInt8(ascii: ":")
    return start > 0 && text[start - 1] == colon || end < text.count && text[end] == colon
      || WordList.words(Array(text[end...])).first.map { zones.contains($0.lower) } ?? false
  }

  private static let zones: Set<String> = ["gmt", "utc", "am", "pm", "a.m.", "p.m.", "cet", "est"]

  /// Small words within names of places.
  private static let particles: Set<String> = [
    "al", "de", "del", "der", "den", "di", "da", "do", "dos", "du", "el", "la", "le", "les", "van",
    "von", "am", "an", "upon", "sur", "and", "of",
  ]
  /// "On 3 March 2010 - five days before the vote - …" is a sentence.
  private static let sentenceStarts: Set<String> = [
    "on", "in", "by", "at", "since", "until", "from", "after", "before", "during", "as", "when",
    "while", "if", "for", "but", "and", "the", "this", "that", "it", "he", "she", "they", "we", "i",
    "a", "an", "these", "there", "its", "his", "her", "their", "our", "with", "to", "both", "all",
  ]
}
