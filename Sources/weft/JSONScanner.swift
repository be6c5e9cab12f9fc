/// Reads one JSON object of a line as far as its own strings and lists of strings; every other value is
/// passed over. Nesting is bounded, so that a hostile line cannot exhaust the stack.
struct JSONScanner {
  enum Value: Equatable {
    case string(String)
    case strings([String])
    case other
  }

  private let bytes: [UInt8]
  private var position = 0
  private static let maximumDepth = 64

  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// The fields of the object; nil where the line is no JSON object.
  static func object(_ line: ArraySlice<UInt8>) -> [String: Value]? {
    var scanner = JSONScanner(line)
    guard let fields = scanner.fields(), scanner.peek() == nil else { return nil }
    return fields
  }

  private mutating func fields() -> [String: Value]? {
    guard take(UInt8(ascii: "{")) else { return nil }
    var fields: [String: Value] = [:]
    if take(UInt8(ascii: "}")) { return fields }
    while true {
      guard let key = string(), take(UInt8(ascii: ":")), let value = value(depth: 0) else {
        return nil
      }
      fields[key] = value
      if take(UInt8(ascii: "}")) { return fields }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  /// The next byte that is no white space.
  private mutating func peek() -> UInt8? {
    while position < bytes.count, [32, 9, 10, 13].contains(bytes[position]) { position += 1 }
    return position < bytes.count ? bytes[position] : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) -> Value? {
    guard depth < Self.maximumDepth, let byte = peek() else { return nil }
    switch byte {
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "{"):
      position += 1
      if take(UInt8(ascii: "}")) { return .other }
      while true {
        guard string() != nil, take(UInt8(ascii: ":")), value(depth: depth + 1) != nil else {
          return nil
        }
        if take(UInt8(ascii: "}")) { return .other }
        guard take(UInt8(ascii: ",")) else { return nil }
      }
    default:
      let start = position
      while position < bytes.count, ![44, 93, 125, 32, 9, 13].contains(bytes[position]) {
        position += 1
      }
      return position > start ? .other : nil
    }
  }

  private mutating func list(depth: Int) -> Value? {
    position += 1
    var strings: [String] = []
    var areStrings = true
    if take(UInt8(ascii: "]")) { return .strings([]) }
    while true {
      guard let item = value(depth: depth + 1) else { return nil }
      if case .string(let text) = item { strings.append(text) } else { areStrings = false }
      if take(UInt8(ascii: "]")) { return areStrings ? .strings(strings) : .other }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var out: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(validating: out, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        if byte < 32 { return nil }
        out.append(byte)
        continue
      }
      guard appendEscape(to: &out) else { return nil }
    }
    return nil
  }

  private mutating func appendEscape(to out: inout [UInt8]) -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): out.append(10)
    case UInt8(ascii: "t"): out.append(9)
    case UInt8(ascii: "r"): out.append(13)
    case UInt8(ascii: "b"): out.append(8)
    case UInt8(ascii: "f"): out.append(12)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "u"):
      guard var code = hex() else { return false }
      if (0xD800..<0xDC00).contains(code) {
        guard position + 1 < bytes.count, bytes[position] == 92, bytes[position + 1] == 117 else {
          return false
        }
        position += 2
        guard let low = hex(), (0xDC00..<0xE000).contains(low) else { return false }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { return false }
      out.append(contentsOf: String(Character(scalar)).utf8)
    default: return false
    }
    return true
  }

  private mutating func hex() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    let digits = bytes[position..<position + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    position += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
