internal import EventGraph
internal import GraphExport
internal import Testing

@Suite("DOT")
struct DOTWriterTests {
  /// The contents of the quoted strings, and what stands between them.
  private func tokens(_ text: String) -> (strings: [String], rest: String) {
    var strings: [String] = []
    var rest = ""
    var current: String?
    var isEscaped = false
    for scalar in text.unicodeScalars {
      guard var string = current else {
        if scalar == "\"" { current = "" } else { rest.unicodeScalars.append(scalar) }
        continue
      }
      if scalar == "\"", !isEscaped {
        strings.append(string)
        current = nil
        continue
      }
      string.unicodeScalars.append(scalar)
      current = string
      isEscaped = scalar == "\\" && !isEscaped
    }
    #expect(current == nil, "a string that does not end")
    return (strings, rest)
  }

  @Test("Nothing from the archive stands outside of quotes")
  func quoted() throws {
    let rest = tokens(try text(.dot)).rest
    let words = rest.split { !$0.isLetter && $0 != "_" }.map(String.init)
    let names: Set = [
      "digraph", "graph", "node", "charset", "penwidth", "label", "kind", "color", "shape",
      "start_date", "date_precision", "start_epoch_day", "summary", "address", "page", "picture",
      "kind_reason", "documents", "evidence_count", "evidence", "evidence_quote",
      "evidence_rule", "evidence_confidence", "relation", "symmetric", "edge_id", "role",
      "weight", "list_rank",
    ]
    #expect(Set(words).isSubset(of: names))
  }

  @Test("Quotes and backslashes are escaped, control characters and line breaks gone")
  func escaped() throws {
    let strings = tokens(try text(.dot)).strings
    #expect(strings.contains("Only the month is known\\\\"))
    #expect(strings.contains { $0.hasPrefix("He said \\\"no\\\"") && $0.hasSuffix("]]> \\\\N") })
    #expect(strings.contains("A bell, a null and "))
    #expect(strings.contains { $0.hasSuffix("&amp;amp; &amp;lt; a b c d") }, "as a label")
    for scalar in strings.joined().unicodeScalars { #expect(scalar.value >= 32) }
  }

  @Test("A weight that would crash Graphviz is cut, and that is counted")
  func weights() throws {
    let (bytes, loss) = try Format.dot.write(SampleGraph.make())
    #expect(loss[.cutWeights] == 1 && loss[.nonFiniteWeights] == 1 && loss[.lineBreaks] == 6)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("00000000.0\""))
  }
}
