/// A strict reader of the XML that the writer may use: elements, attributes, text, the five named
/// entities and numeric references. Anything else is an error, a comment or a CDATA section too.
struct XMLReader {
  struct Element: Equatable {
    var name: String
    var attributes: [String: String]
    var text = ""
    var children: [Element] = []
  }

  struct Malformed: Error {
    var offset: Int
    var reason: String
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0

  static func read(_ text: String) throws -> Element {
    var reader = XMLReader(scalars: Array(text.unicodeScalars))
    try reader.expect("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let root = try reader.element()
    try reader.expect("\n")
    if reader.position != reader.scalars.count { throw reader.fail("text after the root") }
    return root
  }

  private func fail(_ reason: String) -> Malformed { Malformed(offset: position, reason: reason) }

  private mutating func expect(_ text: String) throws {
    guard skip(text) else { throw fail("expected \(text)") }
  }

  private mutating func skip(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private mutating func element() throws -> Element {
    try expect("<")
    var element = Element(name: try word(), attributes: [:])
    while skip(" ") {
      let name = try word()
      try expect("=\"")
      let value = try text(until: "\"")
      try expect("\"")
      guard element.attributes.updateValue(value, forKey: name) == nil else {
        throw fail("attribute \(name) twice")
      }
    }
    if skip("/>") { return element }
    try expect(">")
    while true {
      element.text += try text(until: "<")
      if skip("</\(element.name)>") { return element }
      element.children.append(try self.element())
    }
  }

  private mutating func word() throws -> String {
    var word = ""
    while position < scalars.count, !" =></\"&".unicodeScalars.contains(scalars[position]) {
      word.unicodeScalars.append(scalars[position])
      position += 1
    }
    if word.isEmpty { throw fail("expected a name") }
    return word
  }

  private mutating func text(until end: Unicode.Scalar) throws -> String {
    var text = String.UnicodeScalarView()
    while true {
      guard position < scalars.count else { throw fail("the text ends too early") }
      let scalar = scalars[position]
      if scalar == end { break }
      switch scalar {
      case "<", ">": throw fail("a bare \(scalar)")
      case "&": text.append(try reference())
      default:
        guard Self.isAllowed(scalar) else { throw fail("U+\(scalar.value) is not allowed") }
        text.append(scalar)
        position += 1
      }
    }
    return String(text)
  }

  private mutating func reference() throws -> Unicode.Scalar {
    for (name, scalar) in ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#13": "\r"]
    where skip("&\(name);") { return Unicode.Scalar(scalar) ?? " " }
    throw fail("an entity that no reader is sure to know")
  }

  /// XML 1.0, section 2.2.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
