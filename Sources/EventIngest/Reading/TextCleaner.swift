internal import EventGraph

extension Reading {
  /// The longest text that is taken for a title, label or summary. The longest real one has 1,377
  /// characters; a longer one than this is a damaged file, and is named.
  static let maximumTextLength = 65_535

  /// The text of a range: trimmed, HTML entities decoded, bytes that are not UTF-8 read as
  /// Windows-1252, inner line ends as spaces. The span is that of the trimmed words.
  ///
  /// - Parameter isUTF8: Whether the whole document was found to be valid, which saves the check.
  mutating func text(
    _ range: Range<Int>, line: Int, in document: Span<UInt8>, isUTF8: Bool
  ) -> TextFact {
    let words = document.trimmed(range)
    let span = SourceSpan(start: words.lowerBound, length: words.count, line: line)
    var k = words.lowerBound
    while k < words.upperBound {
      let byte = document[k]
      if byte == UInt8(ascii: "&") || byte == 10 || (byte >= 0x80 && !isUTF8) { break }
      k += 1
    }
    if k == words.upperBound { return TextFact(span: span) }
    let start = derived.count
    var from = words.lowerBound
    while k < words.upperBound {
      let byte = document[k]
      if byte == UInt8(ascii: "&"),
        let entity = HTMLEntity.decode(document, at: k, limit: words.upperBound)
      {
        derived.append(span: document.extracting(from..<k))
        // `&#10;` and its like must not bring back what the lines were rid of.
        let isControl = entity.scalar.value < 32 || entity.scalar.value == 127
        derived.append(contentsOf: isControl ? " ".utf8 : String(entity.scalar).utf8)
        k = entity.end
        from = k
      } else if byte == 10 {
        let isCRLF = k > from && document[k - 1] == 13
        derived.append(span: document.extracting(from..<(isCRLF ? k - 1 : k)))
        derived.append(32)
        k += 1
        from = k
      } else if byte >= 0x80, !isUTF8 {
        let length = UTF8Bytes.validLength(document, at: k, limit: words.upperBound)
        if length == 0 {
          derived.append(span: document.extracting(from..<k))
          derived.append(contentsOf: String(UTF8Bytes.windows1252(byte)).utf8)
          from = k + 1
        }
        k += max(1, length)
      } else {
        k += 1
      }
    }
    derived.append(span: document.extracting(from..<words.upperBound))
    let cleaned = derived.span.trimmed(start..<derived.count)
    derived.removeSubrange(cleaned.upperBound...)
    derived.removeSubrange(start..<cleaned.lowerBound)
    if derived.count - start == words.count,
      derived.span.extracting(start..<derived.count).equals(document.extracting(words))
    {
      derived.removeSubrange(start...)
      return TextFact(span: span)
    }
    return TextFact(span: span, derived: start..<derived.count)
  }

  /// A text that stands nowhere in the document as such, credited to the place it was made from.
  mutating func derivedText(_ text: String, from span: SourceSpan) -> TextFact {
    let start = derived.count
    derived.append(contentsOf: text.utf8)
    return TextFact(span: span, derived: start..<derived.count)
  }

  /// The same, made of valid bytes of the document and a text behind them.
  mutating func derivedText(
    _ first: Span<UInt8>, _ second: Substring, from span: SourceSpan
  ) -> TextFact {
    let start = derived.count
    derived.append(span: first)
    derived.append(contentsOf: second.utf8)
    return TextFact(span: span, derived: start..<derived.count)
  }
}

enum UTF8Bytes {
  /// Whether all of it is valid UTF-8.
  static func isValid(_ bytes: Span<UInt8>) -> Bool { (try? UTF8Span(validating: bytes)) != nil }

  /// Length of the valid scalar that starts at `offset`, 0 where there is none.
  static func validLength(_ bytes: Span<UInt8>, at offset: Int, limit: Int) -> Int {
    let lead = bytes[offset]
    let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead < 0xF5, length > 0, offset + length <= limit else { return 0 }
    return isValid(bytes.extracting(offset..<offset + length)) ? length : 0
  }

  /// The scalar that Windows-1252 gives a byte from 0x80 on; the five unassigned bytes become
  /// U+FFFD.
  static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard byte < 0xA0 else { return Unicode.Scalar(byte) }
    let high: [UInt32] = [
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
    return Unicode.Scalar(high[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }
}
