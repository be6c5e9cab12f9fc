internal import EventGraph
internal import Testing

@Suite("Byte writer")
struct ByteWriterTests {
  private func written(_ body: (inout ByteWriter) -> Void) -> String {
    var out = ByteWriter(capacity: 16)
    body(&out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// Random texts rich in what formats trip over.
  private func text(seed: UInt64) -> String {
    var state = seed
    let alphabet = Array(
      "aab c\"'\\&<>/\u{0}\u{1}\u{1F}\u{7F}é\u{2027}\u{2028}\u{2029}\u{FFFD}\u{FFFE}\u{FFFF}🕊️\r\n\t"
        .unicodeScalars)
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.unicodeScalars.append(alphabet[Int(state >> 33) % alphabet.count])
    }
    return text
  }

  @Test(
    "Integers are written in full",
    arguments: [0, 7, 10, -1, -10, 1_234_567_890, .max, .min])
  func integers(number: Int) {
    #expect(written { $0.append(number) } == String(number))
  }

  @Test("Numbers read back", arguments: [0, 1, -3, 0.5, 0.1, 1e14, 12.75, -0.25])
  func doubles(number: Double) {
    let text = written { $0.append(number) }
    #expect(Double(text) == number && text.contains("."))
  }

  @Test("XML text holds no markup and nothing that XML forbids", arguments: UInt64(0)..<100)
  func xml(seed: UInt64) {
    let text = text(seed: seed)
    var dropped = 0
    let escaped = written { dropped = $0.append(xml: text) }
    func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value >= 32 && scalar.value < 0xFFFE || scalar.value > 0xFFFF
        || [9, 10, 13].contains(scalar.value)
    }
    #expect(!escaped.unicodeScalars.contains { "<>\"'\t\r\n".unicodeScalars.contains($0) })
    #expect(escaped.unicodeScalars.allSatisfy(isAllowed))
    #expect(dropped == text.unicodeScalars.count { !isAllowed($0) })
    var back = escaped
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#9;", "\t"),
      ("&#10;", "\n"), ("&#13;", "\r"), ("&amp;", "&"),
    ] { back = replace(entity, by: character, in: back) }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.filter(isAllowed))
    #expect(Array(back.utf8) == Array(String(kept).utf8))
  }

  @Test(
    "JSON text is ASCII-safe where it must be and may stand in HTML", arguments: UInt64(0)..<100)
  func json(seed: UInt64) {
    let text = text(seed: seed)
    let escaped = written { $0.append(jsonString: text) }
    let scalars = escaped.unicodeScalars
    #expect(scalars.first == "\"" && scalars.last == "\"")
    let inner = Array(scalars.dropFirst().dropLast())
    #expect(!inner.contains { $0.value < 32 || $0 == "<" || $0.value == 127 })
    #expect(!inner.contains { $0.value == 0x2028 || $0.value == 0x2029 })
    #expect(unescape(inner) == Array(text.unicodeScalars))
  }

  private func replace(_ needle: String, by text: String, in whole: String) -> String {
    let (needle, text, whole) = (Array(needle.utf8), Array(text.utf8), Array(whole.utf8))
    var out: [UInt8] = []
    var k = 0
    while k < whole.count {
      if whole[k...].starts(with: needle) {
        out += text
        k += needle.count
      } else {
        out.append(whole[k])
        k += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Reads JSON's escapes back; empty where one is none.
  private func unescape(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    var rest = text[...]
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return [] }
      guard scalar == "\\" else {
        out.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "n": out.append("\n")
      case "r": out.append("\r")
      case "t": out.append("\t")
      case "\"": out.append("\"")
      case "\\": out.append("\\")
      case "u":
        let digits = String(String.UnicodeScalarView(rest.prefix(4)))
        rest = rest.dropFirst(4)
        guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
          return []
        }
        out.append(scalar)
      default: return []
      }
    }
    return out
  }
}
