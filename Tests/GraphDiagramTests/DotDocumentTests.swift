import EventGraph
import Testing

@testable import GraphDiagram

@Suite("Diagram as DOT")
struct DotDocumentTests {
  @Test("Quotes, backslashes and entities cannot get out of a string")
  func quoting() {
    #expect(DotText.quoted(#"a"b\N&c"#) == #""a\"b\\N&amp;c""#)
    #expect(DotText.quoted("a\u{7}b\nc") == #""ab\nc""#)
    #expect(DotText.html(#"<b>&'"\N"#) == #"&lt;b&gt;&amp;&#39;&quot;\\N"#)
  }

  @Test("Numbers have two decimals and no exponent")
  func numbers() {
    let values = [0, 1.005, 12.5, 1e30, -.infinity, .nan, 1e-9]
    let expected = ["0.00", "1.00", "12.50", "1000000.00", "0.00", "0.00", "0.00"]
    #expect(values.map { DotText.number($0) } == expected)
  }

  @Test("An item's id names its node, unless Graphviz might take it for something else")
  func identifiers() {
    for id in ["2015-12-23_talks_k3x9p2", "Syrian_Civil_War", "a:b", "node-7", "edges"] {
      #expect(DotText.isPlainIdentifier(id))
    }
    for id in ["", "node7", "edge1", "graph0", "clust2", "a\"b", "a b", "~link-1", "é"] {
      #expect(!DotText.isPlainIdentifier(id))
    }
  }

  @Test("Every item, date and whole title is in the file", arguments: DiagramEngine.allCases)
  func content(engine: DiagramEngine) throws {
    let plan = try SampleGraph.ceasefire().plan("talks")
    let text = String(
      decoding: try Diagram.render(plan, format: .dot, engine: engine), as: UTF8.self)
    for item in plan.items {
      #expect(text.contains("\"\(item.id)\" [id=\"\(item.id)\""))
      #expect(text.contains(DotText.quoted(plan.tooltip(of: item))))
      if let date = item.date { #expect(text.contains("<B>\(date)</B>")) }
    }
    #expect(text.contains("River Town"))
    #expect(text.contains("layout=\(engine.graphvizName)"))
  }

  @Test("Without Graphviz every other format says why", .enabled(if: !Diagram.canDraw))
  func withoutGraphviz() throws {
    let plan = try SampleGraph.ceasefire().plan("talks")
    for format in [DiagramFormat.svg, .png, .pdf] {
      let error = #expect(throws: DiagramError.self) { try Diagram.render(plan, format: format) }
      #expect(error?.description.contains("Diagrams trait") == true)
    }
  }

  @Test("A line's tooltip reads from the event, whoever is the center")
  func direction() throws {
    for center in ["talks", "Envoy"] {
      let plan = try SampleGraph.ceasefire().plan(center)
      let texts = plan.links.map { plan.tooltip(of: $0) }
      #expect(texts.contains { $0.hasPrefix("Talks on") && $0.contains("– The Envoy\ninvolves") })
    }
  }

  @Test("No row of the timeline overlaps another", arguments: [1, 9, 40, 150])
  func rows(events: Int) throws {
    for center in ["hub", "e0"] {
      let plan = try SampleGraph.hub(events: events).plan(center, options: .init(budget: 200))
      let layout = TimelineLayout(plan: plan, labels: DotLabels(plan: plan))
      for (k, a) in layout.boxes.enumerated() {
        #expect(a.y - a.height / 2 >= -0.01 && a.y + a.height / 2 <= layout.height + 0.01)
        for b in layout.boxes[(k + 1)...] where a.left < b.right && b.left < a.right {
          #expect(abs(a.y - b.y) >= (a.height + b.height) / 2)
        }
      }
    }
  }

  @Test("Wrapped text fits its lines and ends in an ellipsis where it is cut")
  func wrapping() {
    let measure = TextMeasure(points: 10)
    let text = "The ministry announces a plan with incomprehensibilities "
    for width in stride(from: 20.0, through: 300, by: 7) {
      let lines = measure.wrap(String(repeating: text, count: 5), width: width, lines: 3)
      #expect(lines.count == 3 && lines[2].hasSuffix("…"))
      #expect(lines.allSatisfy { measure.width($0) <= width })
      #expect(measure.wrap(text, width: 10_000, lines: 1) == [String(text.dropLast())])
    }
    #expect(measure.wrap("", width: 100, lines: 2).isEmpty)
    #expect(measure.fit("bbc.com › world", width: 50).hasSuffix("…"))
  }

  @Test("Cleaned text has no character that is unseen or moves others")
  func cleaning() {
    #expect(PrintableText.clean("  a\u{0}\u{7}\n\u{202E}b\u{2028}c\u{FEFF} ") == "a b c")
    #expect(PrintableText.clean("z\u{300}\u{301}\u{302}\u{303}\u{304}").unicodeScalars.count == 4)
    #expect(PrintableText.clean(String(repeating: "x", count: 10), limit: 4) == "xxxx…")
    #expect(PrintableText.clean("👩‍👩‍👧 東京") == "👩‍👩‍👧 東京")
  }
}
