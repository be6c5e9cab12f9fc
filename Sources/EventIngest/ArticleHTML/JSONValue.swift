internal import EventGraph

/// A value of JSON as pages embed it, its strings with their places.
indirect enum JSONValue: Sendable {
  /// The range is that of the string's bytes between the quotes.
  case string(String, Range<Int>)
  case number(String)
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case other

  /// How deeply values may be nested.
  static let maximumDepth = 64

  /// Reads the value that a range holds; nil where it is none. Line ends within strings, which pages
  /// often have and JSON forbids, are read as spaces.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var parser = JSONParser(bytes: bytes, end: range.upperBound, offset: range.lowerBound)
    guard let value = parser.value(depth: 0) else { return nil }
    self = value
  }

  subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The elements of an array, or the value itself.
  var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return [self]
  }

  var text: (string: String, range: Range<Int>)? {
    if case .string(let string, let range) = self { return (string, range) }
    return nil
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  let end: Int
  var offset: Int

  private mutating func skipSpace() {
    while offset < end, bytes[offset].isASCIISpace { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard offset < end, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard offset < end, depth < JSONValue.maximumDepth else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case 34: return string().map { .string($0.0, $0.1) }
    default:
      let start = offset
      while offset < end, bytes[offset].isASCIIAlphanumeric || isNumberMark(bytes[offset]) {
        offset += 1
      }
      guard offset > start else { return nil }
      let word = String(decoding: bytes[start..<offset], as: UTF8.self)
      return bytes[start].isASCIILetter ? .other : .number(word)
    }
  }

  private func isNumberMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    offset += 1
    var members: [(key: String, value: JSONValue)] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard offset < end, bytes[offset] == 34, let key = string(), take(UInt8(ascii: ":")),
        let value = value(depth: depth + 1)
      else { return nil }
      members.append((key.0, value))
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    offset += 1
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(elements) : nil
  }

  private mutating func string() -> (String, Range<Int>)? {
    offset += 1
    let start = offset
    var out: [UInt8] = []
    while offset < end {
      let byte = bytes[offset]
      if byte == 34 {
        let range = start..<offset
        offset += 1
        return (String(decoding: out, as: UTF8.self), range)
      }
      offset += 1
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte < 32 ? 32 : byte)
        continue
      }
      guard offset < end else { return nil }
      let escape = bytes[offset]
      offset += 1
      switch escape {
      case UInt8(ascii: "n"): out.append(10)
      case UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
        out.append(32)
      case UInt8(ascii: "u"): out += String(unicodeEscape()).utf8
      default: out.append(escape)
      }
    }
    return nil
  }

  /// What stands behind `\u`; U+FFFD for half a pair.
  private mutating func unicodeEscape() -> Unicode.Scalar {
    guard let first = hex4() else { return "\u{FFFD}" }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    guard offset + 1 < end, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    offset += 2
    guard let second = hex4(), (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hex4() -> UInt32? {
    guard offset + 4 <= end,
      let value = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { return nil }
    offset += 4
    return value
  }
}
