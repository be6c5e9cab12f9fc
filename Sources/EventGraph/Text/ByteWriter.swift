/// A growing buffer of UTF-8 that formats are written into, without a `String` on the way.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 1 << 16) { bytes.reserveCapacity(capacity) }

  package var count: Int { bytes.count }

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  @inline(__always)
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  @inline(__always)
  package mutating func append(byte: UInt8) { bytes.append(byte) }

  package mutating func append(raw text: String) { bytes.append(contentsOf: text.utf8) }

  package mutating func append(raw text: Span<UInt8>) { bytes.append(span: text) }

  package mutating func append(_ number: Int) {
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var rest = number.magnitude
    var start = digits.count
    repeat {
      start -= 1
      digits[start] = 48 + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(span: digits.span.extracting(start..<digits.count))
  }

  /// Shortest decimal that reads back as the same value, never with an exponent for the magnitudes
  /// used here (1e-4 … 1e16).
  package mutating func append(_ number: Double) {
    if number == number.rounded(), abs(number) < 1e15 {
      append(Int(number))
      append(".0")
    } else {
      bytes.append(contentsOf: number.description.utf8)
    }
  }

  /// Text for XML content and attribute values: `& < > " '` escaped, characters that XML 1.0 does
  /// not allow dropped. Returns how many were dropped.
  @discardableResult
  package mutating func append(xml text: Span<UInt8>) -> Int {
    var dropped = 0
    var from = 0
    var k = 0
    let count = text.count
    while k < count {
      let byte = text[k]
      if !ByteWriter.isXMLSpecial[Int(byte)] {
        k += 1
        continue
      }
      var replacement: StaticString = ""
      var width = 1
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      case UInt8(ascii: "'"): replacement = "&#39;"
      case 9: replacement = "&#9;"
      case 10: replacement = "&#10;"
      case 13: replacement = "&#13;"
      case 0xEF:
        // U+FFFE and U+FFFF, the noncharacters that XML forbids.
        guard k + 2 < count, text[k + 1] == 0xBF, text[k + 2] >= 0xBE else {
          k += 1
          continue
        }
        width = 3
        dropped += 1
      default: dropped += 1
      }
      append(raw: text.extracting(from..<k))
      append(replacement)
      k += width
      from = k
    }
    append(raw: text.extracting(from..<count))
    return dropped
  }

  /// Text for a JSON string, without its quotes. `<`, U+2028 and U+2029 are escaped as well, so that
  /// the JSON may stand inside an HTML page. Control characters become escapes.
  package mutating func append(json text: Span<UInt8>) {
    var from = 0
    var k = 0
    let count = text.count
    while k < count {
      let byte = text[k]
      if !ByteWriter.isJSONSpecial[Int(byte)] {
        k += 1
        continue
      }
      var replacement: StaticString = ""
      var width = 1
      switch byte {
      case UInt8(ascii: "\""): replacement = "\\\""
      case UInt8(ascii: "\\"): replacement = "\\\\"
      case UInt8(ascii: "<"): replacement = "\\u003c"
      case 10: replacement = "\\n"
      case 13: replacement = "\\r"
      case 9: replacement = "\\t"
      case 0xE2:
        guard k + 2 < count, text[k + 1] == 0x80, text[k + 2] == 0xA8 || text[k + 2] == 0xA9 else {
          k += 1
          continue
        }
        replacement = text[k + 2] == 0xA8 ? "\\u2028" : "\\u2029"
        width = 3
      default: replacement = ""
      }
      append(raw: text.extracting(from..<k))
      if replacement.utf8CodeUnitCount > 0 {
        append(replacement)
      } else {
        append("\\u00")
        append(byte: Self.hex(byte >> 4))
        append(byte: Self.hex(byte & 15))
      }
      k += width
      from = k
    }
    append(raw: text.extracting(from..<count))
  }

  /// A JSON string with its quotes.
  package mutating func append(jsonString text: String) {
    append(byte: UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append(json: Span(_unsafeElements: $0)) }
    append(byte: UInt8(ascii: "\""))
  }

  @discardableResult
  package mutating func append(xml text: String) -> Int {
    var text = text
    return text.withUTF8 { append(xml: Span(_unsafeElements: $0)) }
  }

  /// Two small digits a byte.
  package static func hex(_ bytes: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      digits.append(hex(byte >> 4))
      digits.append(hex(byte & 15))
    }
    return digits
  }

  package static func hex(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }

  private static let isXMLSpecial = table(of: [0xEF] + Array("&<>\"'".utf8))
  private static let isJSONSpecial = table(of: [127, 0xE2] + Array("\"\\<".utf8))

  /// 256 flags: the given bytes and every control character.
  private static func table(of special: [UInt8]) -> [Bool] {
    var flags = [Bool](repeating: false, count: 256)
    for byte in 0..<32 { flags[byte] = true }
    for byte in special { flags[Int(byte)] = true }
    return flags
  }
}
