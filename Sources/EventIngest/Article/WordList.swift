internal import EventGraph

/// A word of a cleaned text: letters and digits, with the hyphens, apostrophes and stops inside it.
struct Word: Sendable {
  /// Bytes of the text, quotation marks and punctuation at the ends left out. A stop stays where an
  /// abbreviation needs it ("U.S.", "Oct.").
  var range: Range<Int>
  /// In lower case, marks kept.
  var lower: String
  var isCapitalised: Bool
  /// What stands between this word and the next.
  var gap: Range<Int>

  /// Whether nothing but a space follows.
  func isFollowedBySpace(_ text: [UInt8]) -> Bool { gap.count == 1 && text[gap.lowerBound] == 32 }
}

package enum WordList {
  /// Abbreviations whose stop ends no sentence.
  static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "sen", "rep",
    "gov", "st", "jr", "sr", "no", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "rev", "hon", "inc", "ltd", "co", "corp", "mt", "ft",
  ]

  /// The longest text that is searched for names, quotations and times, in bytes: no real paragraph is
  /// nearly as long.
  static let longestText = 1 << 15

  /// In lower case; most words are ASCII, which is four times as fast.
  private static func lowercased(_ word: ArraySlice<UInt8>) -> String {
    guard word.allSatisfy({ $0 < 0x80 }) else {
      return String(decoding: word, as: UTF8.self).lowercased()
    }
    return String(unsafeUninitializedCapacity: word.count) { buffer in
      for (k, byte) in word.enumerated() { buffer[k] = byte.isASCIIUpper ? byte | 32 : byte }
      return word.count
    }
  }

  static func words(_ text: [UInt8]) -> [Word] {
    var words: [Word] = []
    var k = 0
    while k < text.count {
      guard isLetter(text, k) else {
        k += 1
        continue
      }
      let start = k
      while k < text.count {
        if isLetter(text, k) {
          k += 1
        } else if k + 1 < text.count, isInner(text, k), isLetter(text, k + width(text, k)) {
          k += width(text, k)
        } else {
          break
        }
      }
      var lower = lowercased(text[start..<k])
      let isAbbreviation =
        abbreviations.contains(lower) || lower.contains(".")
        || k - start == 1
          && text[start].isASCIIUpper
      if k < text.count, text[k] == UInt8(ascii: "."), isAbbreviation {
        k += 1
        if lower.contains(".") { lower += "." }
      }
      if let last = words.indices.last { words[last].gap = words[last].range.upperBound..<start }
      words.append(
        Word(
          range: start..<k, lower: lower, isCapitalised: isCapital(text, start),
          gap: k..<text.count))
    }
    return words
  }

  private static func isLetter(_ text: [UInt8], _ k: Int) -> Bool {
    guard k < text.count else { return false }
    let byte = text[k]
    if byte.isASCIIAlphanumeric { return true }
    // Punctuation of U+2000 … U+206F and of U+00A0 … U+00BF is no letter.
    if byte < 0x80 || byte == 0xC2 { return false }
    if byte == 0xE2 { return k + 1 < text.count && text[k + 1] > 0x81 }
    if byte >= 0xC3 { return true }
    var lead = k
    while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
    return text[lead] != 0xC2 && !(text[lead] == 0xE2 && text[lead + 1] <= 0x81)
  }

  /// A hyphen, apostrophe or stop; "’" has three bytes.
  private static func isInner(_ text: [UInt8], _ k: Int) -> Bool {
    switch text[k] {
    case UInt8(ascii: "-"), 39, UInt8(ascii: "."): true
    case 0xE2: k + 2 < text.count && text[k + 1] == 0x80 && text[k + 2] == 0x99
    default: false
    }
  }

  private static func width(_ text: [UInt8], _ k: Int) -> Int { text[k] == 0xE2 ? 3 : 1 }

  private static func isCapital(_ text: [UInt8], _ k: Int) -> Bool {
    if text[k].isASCIIUpper { return true }
    guard text[k] >= 0xC3 else { return false }
    let end = min(text.count, k + 4)
    guard let first = String(decoding: text[k..<end], as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return first.properties.isUppercase
  }

  /// Words that tell what a text is about: four letters or more, cut to six so that "killed" and
  /// "killing" or "Russia" and "Russian" meet.
  package static func stems(_ text: [UInt8]) -> Set<String> {
    var stems: Set<String> = []
    // What a text is about is said long before this many words.
    let text = text.count > longestText ? Array(text[..<longestText]) : text
    for word in words(text) where word.lower.utf8.count >= 4 && !commonWords.contains(word.lower) {
      stems.insert(String(word.lower.prefix(6)))
    }
    return stems
  }

  package static let commonWords: Set<String> = [
    "about", "after", "also", "been", "before", "being", "could", "from", "have", "here", "into",
    "more", "most", "news", "over", "said", "says", "some", "than", "that", "their", "them", "then",
    "there", "they", "this", "were", "what", "when", "where", "which", "while", "will", "with",
    "would", "your",
  ]
}
