internal import EventGraph

/// What is wrong with a line of JSON, and where.
struct JSONError: Error, Equatable {
  /// Bytes from the start of the line.
  var offset: Int
  var message: String
}

/// A JSON text, checked as a whole and laid out as a flat list of its values: strict (RFC 8259), of
/// bounded depth, without a copy of anything. Filled again for every line.
struct JSONTape {
  enum Kind: UInt8 { case object, array, string, number, yes, no, null }

  /// One value of the text.
  struct Value {
    var kind: Kind
    /// Bytes of the text; of a string those between its quotes.
    var start: UInt32
    var end: UInt32
    /// Place of the value that follows this one and all inside it.
    var next: UInt32
    /// Whether a string holds no escape, so that its bytes are the text.
    var isPlain = true

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  static let maximumDepth = 32

  /// The outermost value first; an object's keys and values take turns.
  private(set) var values: [Value] = []
  private var offset = 0

  /// Lays out one value that is all of the text.
  mutating func parse(_ bytes: Span<UInt8>) throws(JSONError) {
    values.removeAll(keepingCapacity: true)
    offset = 0
    if !UTF8Bytes.isValid(bytes) {
      var k = 0
      while k < bytes.count {
        let length = UTF8Bytes.validLength(bytes, at: k, limit: bytes.count)
        if length == 0 { break }
        k += length
      }
      throw JSONError(offset: k, message: "not UTF-8 here")
    }
    skipSpace(bytes)
    try parseValue(bytes, depth: 0)
    skipSpace(bytes)
    if offset < bytes.count { throw error("more than one JSON value on the line") }
  }

  private func error(_ message: String) -> JSONError {
    JSONError(offset: offset, message: message)
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 32 || byte == 9 || byte == 10 || byte == 13 else { return }
      offset += 1
    }
  }

  private mutating func parseValue(_ bytes: Span<UInt8>, depth: Int) throws(JSONError) {
    guard offset < bytes.count else { throw error("the JSON ends too early") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): try parseObject(bytes, depth: depth)
    case UInt8(ascii: "["): try parseArray(bytes, depth: depth)
    case UInt8(ascii: "\""): try parseString(bytes)
    case UInt8(ascii: "t"): try parseWord(bytes, "true", .yes)
    case UInt8(ascii: "f"): try parseWord(bytes, "false", .no)
    case UInt8(ascii: "n"): try parseWord(bytes, "null", .null)
    default: try parseNumber(bytes)
    }
  }

  private mutating func parseWord(
    _ bytes: Span<UInt8>, _ word: StaticString, _ kind: Kind
  ) throws(JSONError) {
    guard bytes.hasPrefix(word, at: offset) else { throw error("no JSON value") }
    let end = offset + word.utf8CodeUnitCount
    append(kind, offset..<end)
    offset = end
  }

  private mutating func append(_ kind: Kind, _ range: Range<Int>, isPlain: Bool = true) {
    values.append(
      Value(
        kind: kind, start: UInt32(range.lowerBound), end: UInt32(range.upperBound),
        next: UInt32(values.count + 1), isPlain: isPlain))
  }

  private mutating func open(_ kind: Kind, depth: Int) throws(JSONError) -> Int {
    guard depth < Self.maximumDepth else {
      throw error("nested more than \(Self.maximumDepth) deep")
    }
    append(kind, offset..<offset + 1)
    offset += 1
    return values.count - 1
  }

  private mutating func close(_ place: Int) {
    offset += 1
    values[place].end = UInt32(offset)
    values[place].next = UInt32(values.count)
  }

  private mutating func parseObject(_ bytes: Span<UInt8>, depth: Int) throws(JSONError) {
    let place = try open(.object, depth: depth)
    skipSpace(bytes)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "}") { return close(place) }
    while true {
      skipSpace(bytes)
      guard offset < bytes.count else { throw error("the JSON ends too early") }
      guard bytes[offset] == UInt8(ascii: "\"") else { throw error("a name in quotes is missing") }
      try parseString(bytes)
      skipSpace(bytes)
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else {
        throw error("a colon is missing")
      }
      offset += 1
      skipSpace(bytes)
      try parseValue(bytes, depth: depth + 1)
      if try !goesOn(bytes, until: UInt8(ascii: "}")) { return close(place) }
    }
  }

  private mutating func parseArray(_ bytes: Span<UInt8>, depth: Int) throws(JSONError) {
    let place = try open(.array, depth: depth)
    skipSpace(bytes)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") { return close(place) }
    while true {
      skipSpace(bytes)
      try parseValue(bytes, depth: depth + 1)
      if try !goesOn(bytes, until: UInt8(ascii: "]")) { return close(place) }
    }
  }

  private mutating func goesOn(_ bytes: Span<UInt8>, until end: UInt8) throws(JSONError) -> Bool {
    skipSpace(bytes)
    guard offset < bytes.count else { throw error("the JSON ends too early") }
    if bytes[offset] == end { return false }
    guard bytes[offset] == UInt8(ascii: ",") else { throw error("a comma is missing") }
    offset += 1
    return true
  }

  private mutating func parseString(_ bytes: Span<UInt8>) throws(JSONError) {
    offset += 1
    let start = offset
    var isPlain = true
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        append(.string, start..<offset, isPlain: isPlain)
        offset += 1
        return
      }
      if byte < 32 { throw error("a control character in a string; write it as an escape") }
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        guard let escape = Self.escape(bytes, offset) else { throw error("no JSON escape") }
        offset = escape.end
      } else {
        offset += 1
      }
    }
    throw error("a string without its closing quote")
  }

  private mutating func parseNumber(_ bytes: Span<UInt8>) throws(JSONError) {
    let start = offset
    var k = offset
    func digits() -> Bool {
      let first = k
      while k < bytes.count, bytes[k].isASCIIDigit { k += 1 }
      return k > first
    }
    if k < bytes.count, bytes[k] == UInt8(ascii: "-") { k += 1 }
    if k < bytes.count, bytes[k] == UInt8(ascii: "0") {
      k += 1
    } else if !digits() {
      throw error("no JSON value")
    }
    if k < bytes.count, bytes[k] == UInt8(ascii: ".") {
      k += 1
      if !digits() { throw error("a digit is missing behind the point") }
    }
    if k < bytes.count, bytes[k] | 32 == UInt8(ascii: "e") {
      k += 1
      if k < bytes.count, bytes[k] == UInt8(ascii: "+") || bytes[k] == UInt8(ascii: "-") { k += 1 }
      if !digits() { throw error("a digit is missing in the exponent") }
    }
    offset = k
    append(.number, start..<k)
  }

  // MARK: Values

  /// Appends a string's text.
  func append(_ place: Int, of bytes: Span<UInt8>, to out: inout [UInt8]) {
    let value = values[place]
    let range = value.range
    if value.isPlain { return out.append(span: bytes.extracting(range)) }
    var k = range.lowerBound
    while k < range.upperBound {
      if bytes[k] == UInt8(ascii: "\\"), let escape = Self.escape(bytes, k) {
        out.append(contentsOf: String(escape.scalar).utf8)
        k = escape.end
      } else {
        out.append(bytes[k])
        k += 1
      }
    }
  }

  func string(_ place: Int, of bytes: Span<UInt8>) -> String {
    var out: [UInt8] = []
    append(place, of: bytes, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// A whole number that is not negative and fits; nil for any other value.
  func number(_ place: Int, of bytes: Span<UInt8>) -> Int? {
    let value = values[place]
    guard value.kind == .number, (1...18).contains(value.range.count) else { return nil }
    var number = 0
    for k in value.range {
      guard bytes[k].isASCIIDigit else { return nil }
      number = number * 10 + Int(bytes[k] - 48)
    }
    return number
  }

  /// The value of a member of an object; nil where it has none of that name, or null.
  func member(
    _ name: StaticString, of object: Int, in bytes: Span<UInt8>
  ) throws(JSONError) -> Int? {
    let end = Int(values[object].next)
    var found: Int?
    var key = object + 1
    while key < end {
      if isString(key, name, bytes) {
        guard found == nil else {
          throw JSONError(offset: Int(values[key].start), message: "'\(name)' stands here twice")
        }
        found = key + 1
      }
      key = Int(values[key + 1].next)
    }
    return found.flatMap { values[$0].kind == .null ? nil : $0 }
  }

  /// Whether a string's text is these words.
  func isString(_ place: Int, _ name: StaticString, _ bytes: Span<UInt8>) -> Bool {
    let value = values[place]
    if value.isPlain {
      return value.range.count == name.utf8CodeUnitCount && bytes.hasPrefix(name, in: value.range)
    }
    return string(place, of: bytes) == "\(name)"
  }

  /// The scalar that an escape stands for, and the offset behind it; nil where it is none. Halves of
  /// a surrogate pair count only together.
  private static func escape(
    _ bytes: Span<UInt8>, _ start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard start + 1 < bytes.count else { return nil }
    let simple: Unicode.Scalar
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): simple = "\""
    case UInt8(ascii: "\\"): simple = "\\"
    case UInt8(ascii: "/"): simple = "/"
    case UInt8(ascii: "b"): simple = "\u{8}"
    case UInt8(ascii: "f"): simple = "\u{C}"
    case UInt8(ascii: "n"): simple = "\n"
    case UInt8(ascii: "r"): simple = "\r"
    case UInt8(ascii: "t"): simple = "\t"
    case UInt8(ascii: "u"):
      guard let high = unit(bytes, start + 2) else { return nil }
      if let scalar = Unicode.Scalar(high) { return (scalar, start + 6) }
      guard high < 0xDC00, bytes.hasPrefix("\\u", at: start + 6),
        let low = unit(bytes, start + 8), (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      else { return nil }
      return (scalar, start + 12)
    default: return nil
    }
    return (simple, start + 2)
  }

  /// Four hexadecimal digits.
  private static func unit(_ bytes: Span<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for k in start..<start + 4 {
      let byte = bytes[k]
      let digit: UInt8
      if byte.isASCIIDigit {
        digit = byte - 48
      } else if byte.isASCIILetter, byte | 32 <= UInt8(ascii: "f") {
        digit = (byte | 32) - 87
      } else {
        return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
