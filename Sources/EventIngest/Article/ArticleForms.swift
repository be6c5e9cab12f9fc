internal import EventGraph

/// The fixed forms of news texts: captions, bylines, datelines, copyright lines.
enum ArticleForms {
  private static let captionStarts: [StaticString] = [
    "file -", "file \u{2013}", "file \u{2014}", "file photo", "file picture", "file image",
    "photo:", "photo by", "photograph:", "photos:", "picture:", "image:", "image caption",
    "media caption", "caption:", "(photo", "(image", "video:", "watch:", "graphic:",
  ]
  private static let creditEnds: [StaticString] = [
    "/reuters", "/ap", "/afp", "/epa", "/getty", "getty images", "ap photo", "image copyright",
    "/getty images", "photo credit",
  ]

  /// "FILE - …", "Photo: …", or a line that ends in the credit of a picture.
  static func isCaption(_ text: [UInt8]) -> Bool {
    if captionStarts.contains(where: { hasPrefix(text, 0, $0) }) { return true }
    var end = text.count
    while end > 0, text[end - 1] == UInt8(ascii: ")") || text[end - 1] == UInt8(ascii: ".") {
      end -= 1
    }
    for credit in creditEnds {
      let start = end - credit.utf8CodeUnitCount
      if start > 0, hasPrefix(text, start, credit) { return true }
    }
    guard let open = text.lastIndex(of: UInt8(ascii: "(")) else { return false }
    return ["(photo", "(ap photo", "(image", "(picture"].contains { hasPrefix(text, open, $0) }
  }

  /// Whether the caption is of a picture older than the text.
  static func isFilePicture(_ text: [UInt8]) -> Bool { hasPrefix(text, 0, "file") }

  /// Where the names start behind "By".
  static func bylineStart(_ text: [UInt8]) -> Int? {
    let starts: [StaticString] = [
      "by ", "by: ", "written by ", "reported by ", "reporting by ", "author: ", "words by ",
    ]
    for start in starts where hasPrefix(text, 0, start) {
      let from = start.utf8CodeUnitCount
      let words = WordList.words(text)
      guard from < text.count, (2...24).contains(words.count),
        text[from].isASCIIUpper || text[from] >= 0xC3
      else { return nil }
      // A sentence may begin so too: "By Tuesday the army had left."
      let lower = words.dropFirst().count { !$0.isCapitalised && !nameParticles.contains($0.lower) }
      return lower * 3 <= words.count ? from : nil
    }
    return nil
  }

  static let nameParticles: Set<String> = [
    "and", "al", "bin", "ben", "ibn", "de", "del", "della", "der", "den", "di", "da", "dos", "du",
    "el", "la", "le", "van", "von", "of", "in", "for", "the",
  ]

  /// Divides "Jane Doe, BBC News | 3 May 2015" into the names and the house.
  static func bylineParts(
    _ text: [UInt8], from start: Int
  ) -> (authors: Range<Int>, publisher: Range<Int>?) {
    var parts: [Range<Int>] = []
    var from = start
    var k = start
    while k < text.count {
      let byte = text[k]
      let isBar = byte == UInt8(ascii: "|") || byte == UInt8(ascii: ";")
      if byte == UInt8(ascii: ",") || isBar || byte == UInt8(ascii: "(") {
        parts.append(trimmed(text, from..<k))
        from = k + 1
      }
      k += 1
    }
    parts.append(trimmed(text, from..<text.count))
    parts.removeAll(where: \.isEmpty)
    var authors = parts.first ?? start..<text.count
    var publisher: Range<Int>?
    for part in parts.dropFirst() {
      let words = WordList.words(Array(text[part]))
      if words.contains(where: { $0.lower.utf8.allSatisfy(\.isASCIIDigit) }) { break }
      let isHouse = words.contains { word in
        houseWords.contains(word.lower)
          || (word.range.count >= 2
            && text[
              part.lowerBound + word.range.lowerBound..<part.lowerBound + word.range.upperBound
            ]
            .allSatisfy(\.isASCIIUpper))
      }
      if isHouse {
        publisher = publisher ?? part
      } else if publisher == nil, words.allSatisfy({ $0.isCapitalised || $0.lower == "and" }) {
        authors = authors.lowerBound..<part.upperBound
      }
    }
    return (authors, publisher)
  }

  private static let houseWords: Set<String> = [
    "news", "press", "times", "post", "reuters", "guardian", "journal", "herald", "tribune",
    "agency", "telegraph", "gazette", "chronicle", "observer", "monitor", "broadcasting", "media",
    "radio", "television", "magazine", "daily", "weekly",
  ]

  /// Who holds the rights: "© 2015 BBC", "Copyright 2015 The Associated Press. All rights reserved."
  static func copyrightHolder(_ text: [UInt8]) -> Range<Int>? {
    guard text.count < 300 else { return nil }
    var k = 0
    if hasPrefix(text, 0, "copyright") { k = 9 }
    let isSigned = text.count > k + 1 && hasPrefix(text, k == 0 ? 0 : k + 1, "\u{A9}")
    if isSigned { k += k == 0 ? 2 : 3 }
    if hasPrefix(text, k, "(c)") || hasPrefix(text, k, " (c)") { k += text[k] == 32 ? 4 : 3 }
    guard k > 0 else { return nil }
    while k < text.count,
      text[k] == 32 || text[k].isASCIIDigit || text[k] == UInt8(ascii: "-")
        || text[k] == UInt8(ascii: ",")
    {
      k += 1
    }
    var end = k
    while end < text.count, text[end] != UInt8(ascii: "."), text[end] != UInt8(ascii: "|") {
      if hasPrefix(text, end, " all rights") { break }
      end += 1
    }
    let holder = trimmed(text, k..<end)
    return holder.isEmpty || holder.count > 80 ? nil : holder
  }

  static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    text.span.trimmed(range)
  }

  /// Whether a lower-case prefix stands at an offset, whatever the case there.
  static func hasPrefix(_ text: [UInt8], _ offset: Int, _ prefix: StaticString) -> Bool {
    guard offset >= 0, offset + prefix.utf8CodeUnitCount <= text.count else { return false }
    return prefix.withUTF8Buffer { buffer in
      for k in 0..<buffer.count {
        let byte = text[offset + k]
        if (byte.isASCIIUpper ? byte | 32 : byte) != buffer[k] { return false }
      }
      return true
    }
  }
}
