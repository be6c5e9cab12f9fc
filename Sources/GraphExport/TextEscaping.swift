internal import EventGraph

/// How one format writes text from outside: what it forbids is dropped, what it would read as markup
/// is replaced.
///
/// All formats drop what XML 1.0 forbids (control characters, U+FFFE, U+FFFF), also those that could
/// carry it: DOT ends up in SVG, and a value should be the same in every export.
struct TextEscaping: Sendable {
  private enum Action {
    static let keep: UInt8 = 0
    static let drop: UInt8 = 1
    static let noncharacter: UInt8 = 2
    static let space: UInt8 = 3
    static let entity: UInt8 = 4
    static let firstReplacement: UInt8 = 5
  }

  /// 256 entries: what to do with each byte.
  private let actions: [UInt8]
  private let replacements: [StaticString]
  /// The bytes beyond control characters that need a look, each eight times over.
  private let patterns: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

  private init(
    _ replacements: KeyValuePairs<Unicode.Scalar, StaticString>, spaces: [UInt8] = [],
    entities: Bool = false
  ) {
    var actions = [UInt8](repeating: Action.keep, count: 256)
    for byte in 0..<32 where byte != 9 && byte != 10 && byte != 13 {
      actions[byte] = Action.drop
    }
    actions[0xEF] = Action.noncharacter
    for byte in spaces { actions[Int(byte)] = Action.space }
    if entities { actions[Int(UInt8(ascii: "&"))] = Action.entity }
    for (number, entry) in replacements.enumerated() {
      actions[Int(UInt8(ascii: entry.key))] = Action.firstReplacement + UInt8(number)
    }
    self.actions = actions
    self.replacements = replacements.map(\.value)
    var special = (32..<256).filter { actions[$0] != Action.keep }.map { UInt64($0) * Self.ones }
    precondition(special.count <= 6)
    while special.count < 6 { special.append(special[0]) }
    patterns = (special[0], special[1], special[2], special[3], special[4], special[5])
  }

  /// XML content. Quotes stay as they are: Gephi drops a blank that stands alone between two entity
  /// references, so there are as few of them as can be. A carriage return would read as a line feed.
  static let xmlContent = TextEscaping(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"])

  /// A JSON string. `<` is escaped so that the file may stand inside an HTML page.
  static let json = TextEscaping([
    "\"": "\\\"", "\\": "\\\\", "<": "\\u003c", "\n": "\\n", "\r": "\\r", "\t": "\\t",
  ])

  /// A JSON string that stands in XML content.
  static let jsonInXML = TextEscaping([
    "\"": "\\\"", "\\": "\\\\", "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\n": "\\n",
    "\r": "\\r", "\t": "\\t",
  ])

  /// A quoted string of DOT. Backslashes are doubled, else `\N` would stand for the node's name and
  /// one at the end would swallow the quote. Line breaks end a string for Gephi's reader.
  static let dot = TextEscaping(["\"": "\\\"", "\\": "\\\\"], spaces: [9, 10, 13])

  /// As `dot`; Graphviz reads entity references in labels.
  static let dotLabel = TextEscaping(
    ["\"": "\\\"", "\\": "\\\\"], spaces: [9, 10, 13], entities: true)

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Whether none of eight bytes needs a look. May say no for nothing, never yes wrongly: three times
  /// as fast as asking for each byte.
  @inline(__always)
  private func isPlain(_ text: RawSpan, at offset: Int) -> Bool {
    let word = text.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    @inline(__always)
    func zeros(_ value: UInt64) -> UInt64 { (value &- Self.ones) & ~value }
    let found =
      (word &- 32 &* Self.ones) & ~word | zeros(word ^ patterns.0) | zeros(word ^ patterns.1)
      | zeros(word ^ patterns.2) | zeros(word ^ patterns.3) | zeros(word ^ patterns.4)
      | zeros(word ^ patterns.5)
    return found & (0x80 &* Self.ones) == 0
  }

  func append(_ text: Span<UInt8>, to out: inout ByteWriter, loss: inout LossReport) {
    var from = 0
    var k = 0
    let count = text.count
    while k < count {
      if k + 8 <= count, isPlain(text.bytes, at: k) {
        k += 8
        continue
      }
      let action = actions[Int(text[k])]
      if action == Action.keep {
        k += 1
        continue
      }
      var width = 1
      var replacement: StaticString = ""
      switch action {
      case Action.drop: loss.add(.controlCharacters)
      case Action.noncharacter:
        guard k + 2 < count, text[k + 1] == 0xBF, text[k + 2] >= 0xBE else {
          k += 1
          continue
        }
        width = 3
        loss.add(.controlCharacters)
      case Action.space:
        replacement = " "
        loss.add(.lineBreaks)
      case Action.entity:
        guard text.isEntityReference(at: k) else {
          k += 1
          continue
        }
        replacement = "&amp;"
      default: replacement = replacements[Int(action - Action.firstReplacement)]
      }
      out.append(raw: text.extracting(from..<k))
      out.append(replacement)
      k += width
      from = k
    }
    out.append(raw: text.extracting(from..<count))
  }
}

extension Span<UInt8> {
  /// Whether `&name;` or `&#12;` begins here. Bounded: no entity's name has more than 31 letters.
  fileprivate func isEntityReference(at start: Int) -> Bool {
    var k = start + 1
    while k < count, k < start + 33 {
      if self[k] == UInt8(ascii: ";") { return k > start + 1 }
      guard self[k].isASCIIAlphanumeric || self[k] == UInt8(ascii: "#") else { return false }
      k += 1
    }
    return false
  }
}
