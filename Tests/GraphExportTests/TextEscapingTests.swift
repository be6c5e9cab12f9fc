internal import EventGraph
internal import Testing

@testable internal import GraphExport

@Suite("Escaping of texts")
struct TextEscapingTests {
  private func escape(_ text: String, _ escaping: TextEscaping) -> (text: String, loss: LossReport)
  {
    var out = ByteWriter(capacity: 64)
    var loss = LossReport()
    let bytes = Array(text.utf8)
    escaping.append(bytes.span, to: &out, loss: &loss)
    return (String(decoding: out.bytes, as: UTF8.self), loss)
  }

  /// One character at a time, as a reader of the rules would write it.
  private func slowXML(_ text: String) -> (text: String, dropped: Int) {
    var out = ""
    var dropped = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\r": out += "&#13;"
      default:
        if XMLReader.isAllowed(scalar) { out.unicodeScalars.append(scalar) } else { dropped += 1 }
      }
    }
    return (out, dropped)
  }

  @Test("Eight bytes a step or one by one, the result is the same", arguments: UInt64(0)..<300)
  func fast(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let alphabet = Array(
      "aaaabcdefghijk  \"'&<>\\\u{0}\u{1F}\u{7F}\u{80}éï\u{FFFD}\u{FFFE}\u{FFFF}\u{FEFF}🕊️\r\n\t"
        .unicodeScalars)
    var text = ""
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a")
    }
    let (escaped, loss) = escape(text, .xmlContent)
    let expected = slowXML(text)
    #expect(Array(escaped.utf8) == Array(expected.text.utf8))
    #expect(loss[.controlCharacters] == expected.dropped)
  }

  @Test("A JSON text in XML needs no escape of XML")
  func jsonInXML() {
    let escaped = escape("\"\\<>&]]>\r\n\t\u{1}x", .jsonInXML)
    #expect(escaped.text == #"\"\\\u003c\u003e\u0026]]\u003e\r\n\tx"#)
    #expect(escaped.loss[.controlCharacters] == 1)
  }

  @Test(
    "An ampersand in a label is escaped only where Graphviz would read an entity",
    arguments: [
      ("R&D", "R&D"), ("&amp;", "&amp;amp;"), ("&#39;", "&amp;#39;"), ("a & b;", "a & b;"),
      ("&;", "&;"), ("&", "&"), ("&lt", "&lt"),
    ])
  func entities(text: String, expected: String) {
    #expect(escape(text, .dotLabel).text == expected)
    #expect(escape(text, .dot).text == text)
  }

  @Test(
    "Decimals have a point, no exponent, and read back",
    arguments: [
      (0, "0.0"), (1, "1.0"), (-2.5, "-2.5"), (0.1, "0.1"), (1e-5, "0.00001"),
      (1.5e-7, "0.00000015"), (-3e20, "-300000000000000000000.0"), (1.25e16, "12500000000000000.0"),
      (123456.79, "123456.79"),
    ] as [(Float, String)])
  func decimals(number: Float, expected: String) {
    var out = ByteWriter(capacity: 64)
    out.append(decimal: number)
    let text = String(decoding: out.bytes, as: UTF8.self)
    #expect(text == expected)
    #expect(Float(text) == number)
  }

  @Test("Any decimal reads back", arguments: UInt64(0)..<500)
  func anyDecimal(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let number = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
    guard number.isFinite else { return }
    var out = ByteWriter(capacity: 64)
    out.append(decimal: number)
    let text = String(decoding: out.bytes, as: UTF8.self)
    #expect(Float(text) == number && text.contains(".") && !text.contains("e"))
  }
}
