import Testing

@testable import EventIngest

@Suite("Letters that were encoded twice")
struct DoubleDecodingTests {
  /// UTF-8 taken for Windows-1252 and encoded again.
  private static func damaged(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      let scalar = byte < 0x80 ? Unicode.Scalar(byte) : UTF8Bytes.windows1252(byte)
      // The five bytes without a meaning stay as they are.
      out.unicodeScalars.append(scalar == "\u{FFFD}" ? Unicode.Scalar(byte) : scalar)
    }
    return out
  }

  private static func repaired(_ text: String) -> String {
    String(decoding: DoubleDecoding.repaired(Array(text.utf8)), as: UTF8.self)
  }

  @Test(
    "Names come back as they were, also when they were damaged twice",
    arguments: [
      "Abdullah Öcalan", "Pedro Sánchez", "Müller", "São Paulo", "Søren", "Dvořák", "François",
    ])
  func names(_ name: String) {
    #expect(Self.repaired(Self.damaged(name)) == name)
  }

  @Test("Quotation marks and dashes come back")
  func marks() {
    #expect(Self.repaired("itâ€™s â€œoverâ€\u{9D} â€“ now") == "it’s “over” – now")
  }

  @Test(
    "What may be meant stays as it is",
    arguments: [
      "Abdullah Öcalan", "AMANHÃ”", "LIBERTÉ”", "Ã", "Â 5", "Año Ã©", "naïve café", "Ärzte – „Ä“",
      "日本", "Grabar-Kitarovia", "Abdullah calan",
    ])
  func kept(_ text: String) {
    // "Ã©" alone is certain; the rest of its text is not touched.
    let expected = text == "Año Ã©" ? "Año é" : text
    #expect(Self.repaired(text) == expected)
  }

  @Test("A page's title is repaired, the doubt and the lost letter are named, each once")
  func page() {
    let page = """
      ### [2015-12-23](/news/2015/12/23/index.md)

      # Abdullah Ã–calan's lawyers meet Pedro SÃ¡nchez.

      The word AMANHÃ” may be meant, and one let\u{FFFD}er is lost. So is SÃ¡nchez.
      """
    let sample = ArticleSample(page, file: "a.md")
    let report = sample.reading.reports[0]
    #expect(sample.string(report.title) == "Abdullah Öcalan's lawyers meet Pedro Sánchez.")
    let damaged = sample.reading.diagnostics.filter { $0.kind == .damagedLetters }
    #expect(damaged.map(\.line).sorted() == [3, 5, 5])
    #expect(damaged.allSatisfy { $0.severity == .warning })
    #expect(report.title.span.length > 0)
  }
}
