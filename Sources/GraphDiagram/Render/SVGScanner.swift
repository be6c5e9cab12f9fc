internal import EventGraph

/// Reads the XML that Graphviz writes, one token at a time, and refuses what is not well-formed:
/// tags that do not match, attributes without quotes, bare `<` and `&`.
struct SVGScanner {
  enum Token {
    /// Declaration, document type, comment.
    case skipped
    /// `source` is the whole tag.
    case open(
      name: String, attributes: [String: String], source: Range<Int>, isEmpty: Bool)
    case close(name: String)
    case text(Range<Int>)
  }

  private let bytes: [UInt8]
  private var position = 0
  private var stack: [String] = []
  private var hasRoot = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil at the end.
  mutating func next() throws(DiagramError) -> Token? {
    guard position < bytes.count else {
      guard stack.isEmpty, hasRoot else { throw damaged("it ends too early") }
      return nil
    }
    guard bytes[position] == UInt8(ascii: "<") else {
      let start = position
      while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
      try checkReferences(start..<position)
      return .text(start..<position)
    }
    if starts(with: "<!--") { return try skip(to: "-->") }
    if starts(with: "<?") { return try skip(to: "?>") }
    if starts(with: "<!") { return try skip(to: ">") }
    if starts(with: "</") {
      position += 2
      let name = readName()
      skipSpace()
      let opened = stack.popLast()
      guard opened == name, take(UInt8(ascii: ">")) else {
        throw damaged("a closing tag that nothing opened")
      }
      return .close(name: name)
    }
    return try readOpen()
  }

  private mutating func readOpen() throws(DiagramError) -> Token {
    let start = position
    position += 1
    let name = readName()
    guard !name.isEmpty, !(stack.isEmpty && hasRoot) else { throw damaged("a bare <") }
    hasRoot = true
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      if take(UInt8(ascii: ">")) {
        stack.append(name)
        return .open(name: name, attributes: attributes, source: start..<position, isEmpty: false)
      }
      if take(UInt8(ascii: "/")) {
        guard take(UInt8(ascii: ">")) else { throw damaged("a tag without end") }
        return .open(name: name, attributes: attributes, source: start..<position, isEmpty: true)
      }
      let key = readName()
      guard !key.isEmpty, attributes[key] == nil, take(UInt8(ascii: "=")),
        take(UInt8(ascii: "\""))
      else { throw damaged("an attribute that cannot be read") }
      let from = position
      while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
        guard bytes[position] != UInt8(ascii: "<"), bytes[position] >= 32 || bytes[position] == 10
        else { throw damaged("a < or a control character in an attribute") }
        position += 1
      }
      try checkReferences(from..<position)
      attributes[key] = String(decoding: bytes[from..<position], as: UTF8.self)
      guard take(UInt8(ascii: "\"")) else { throw damaged("an attribute without end") }
    }
  }

  private mutating func skip(to end: StaticString) throws(DiagramError) -> Token {
    while position < bytes.count {
      if bytes.span.hasPrefix(end, at: position) {
        position += end.utf8CodeUnitCount
        return .skipped
      }
      position += 1
    }
    throw damaged("a comment without end")
  }

  /// `&` only as the start of one of XML's five entities or of a numeric reference.
  private func checkReferences(_ range: Range<Int>) throws(DiagramError) {
    let span = bytes.span
    for k in range where bytes[k] == UInt8(ascii: "&") {
      if span.hasPrefix("&amp;", at: k) || span.hasPrefix("&lt;", at: k)
        || span.hasPrefix("&gt;", at: k) || span.hasPrefix("&quot;", at: k)
        || span.hasPrefix("&apos;", at: k)
      {
        continue
      }
      guard span.hasPrefix("&#", at: k), k + 2 < range.upperBound,
        bytes[k + 2].isASCIIDigit || bytes[k + 2] == UInt8(ascii: "x")
      else { throw damaged("a bare &") }
    }
  }

  private mutating func readName() -> String {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      guard byte.isASCIIAlphanumeric || byte == 45 || byte == 58 || byte == 95 else { break }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func starts(with prefix: StaticString) -> Bool {
    bytes.span.hasPrefix(prefix, at: position)
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isASCIISpace { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private func damaged(_ what: String) -> DiagramError { DiagramError(.damagedOutput(what)) }
}
