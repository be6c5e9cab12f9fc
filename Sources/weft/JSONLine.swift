internal import EventGraph

/// One JSON object on a line, read just as far as the commands need it: its keys in order, with the
/// bytes of each value. Bounded in depth; what is no JSON object is nil.
struct JSONLine {
  struct Field {
    var key: String
    /// Bytes of the value as written.
    var value: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var fields: [Field] = []

  private static let depthLimit = 64

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    var reader = Reader(bytes: bytes)
    reader.skipSpace()
    guard reader.take("{") else { return nil }
    reader.skipSpace()
    if !reader.take("}") {
      repeat {
        reader.skipSpace()
        guard let key = reader.string() else { return nil }
        reader.skipSpace()
        guard reader.take(":") else { return nil }
        reader.skipSpace()
        let start = reader.place
        guard reader.skipValue(Self.depthLimit) else { return nil }
        fields.append(Field(key: key, value: start..<reader.place))
        reader.skipSpace()
      } while reader.take(",")
      guard reader.take("}") else { return nil }
    }
    reader.skipSpace()
    guard reader.place == bytes.count else { return nil }
  }

  /// The value's text; nil where there is none or it is no string. Of a repeated key, the last counts.
  func string(_ key: String) -> String? {
    guard let field = fields.last(where: { $0.key == key }) else { return nil }
    var reader = Reader(bytes: bytes, place: field.value.lowerBound)
    return reader.string()
  }

  /// The texts of a list of strings; nil where the value is none.
  func strings(_ key: String) -> [String]? {
    guard let field = fields.last(where: { $0.key == key }) else { return nil }
    var reader = Reader(bytes: bytes, place: field.value.lowerBound)
    guard reader.take("[") else { return nil }
    var list: [String] = []
    reader.skipSpace()
    if reader.take("]") { return list }
    repeat {
      reader.skipSpace()
      guard let text = reader.string() else { return nil }
      list.append(text)
      reader.skipSpace()
    } while reader.take(",")
    return reader.take("]") ? list : nil
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8], place: Int = 0) {
      self.bytes = bytes
      self.place = place
    }

    mutating func skipSpace() {
      while place < bytes.count, bytes[place].isASCIISpace { place += 1 }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
      place += 1
      return true
    }

    mutating func skipValue(_ depth: Int) -> Bool {
      guard depth > 0, place < bytes.count else { return false }
      switch bytes[place] {
      case UInt8(ascii: "\""): return string() != nil
      case UInt8(ascii: "["): return skipList("[", "]", isObject: false, depth)
      case UInt8(ascii: "{"): return skipList("{", "}", isObject: true, depth)
      default:
        let start = place
        while place < bytes.count, Self.isPlain(bytes[place]) { place += 1 }
        return Self.isWord(bytes[start..<place])
      }
    }

    /// Whether it is `true`, `false`, `null` or a number as JSON has them: no zero before digits, digits
    /// before and behind the point.
    private static func isWord(_ word: ArraySlice<UInt8>) -> Bool {
      for known in ["true", "false", "null"] where word.elementsEqual(known.utf8) { return true }
      var rest = word
      func digits() -> Int {
        let count = rest.prefix(while: \.isASCIIDigit).count
        rest = rest.dropFirst(count)
        return count
      }
      if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      let isZero = rest.first == UInt8(ascii: "0")
      let whole = digits()
      if whole == 0 || (isZero && whole > 1) { return false }
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        if digits() == 0 { return false }
      }
      if let exponent = rest.first, exponent | 32 == UInt8(ascii: "e") {
        rest = rest.dropFirst()
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
          rest = rest.dropFirst()
        }
        if digits() == 0 { return false }
      }
      return rest.isEmpty
    }

    /// Bytes of numbers, `true`, `false` and `null`.
    private static func isPlain(_ byte: UInt8) -> Bool {
      byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: ".")
    }

    private mutating func skipList(
      _ open: Unicode.Scalar, _ close: Unicode.Scalar, isObject: Bool, _ depth: Int
    ) -> Bool {
      guard take(open) else { return false }
      skipSpace()
      if take(close) { return true }
      repeat {
        skipSpace()
        if isObject {
          guard string() != nil else { return false }
          skipSpace()
          guard take(":") else { return false }
          skipSpace()
        }
        guard skipValue(depth - 1) else { return false }
        skipSpace()
      } while take(",")
      return take(close)
    }

    mutating func string() -> String? {
      guard take("\"") else { return nil }
      var out: [UInt8] = []
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        if byte == UInt8(ascii: "\"") { return String(validating: out, as: UTF8.self) }
        if byte < 0x20 { return nil }
        guard byte == UInt8(ascii: "\\") else {
          out.append(byte)
          continue
        }
        guard place < bytes.count, appendEscape(to: &out) else { return nil }
      }
      return nil
    }

    private mutating func appendEscape(to out: inout [UInt8]) -> Bool {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "n"): out.append(10)
      case UInt8(ascii: "t"): out.append(9)
      case UInt8(ascii: "r"): out.append(13)
      case UInt8(ascii: "b"): out.append(8)
      case UInt8(ascii: "f"): out.append(12)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
      case UInt8(ascii: "u"):
        guard var value = hex() else { return false }
        if (0xD800..<0xDC00).contains(value), place + 1 < bytes.count,
          bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u")
        {
          let before = place
          place += 2
          if let low = hex(), (0xDC00..<0xE000).contains(low) {
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
          } else {
            place = before
          }
        }
        // Half of a pair stands for no character.
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        out.append(contentsOf: Array(String(scalar).utf8))
      default: return false
      }
      return true
    }

    private mutating func hex() -> UInt32? {
      guard place + 4 <= bytes.count else { return nil }
      var value: UInt32 = 0
      for byte in bytes[place..<place + 4] {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
        value = value << 4 | UInt32(digit)
      }
      place += 4
      return value
    }
  }
}
