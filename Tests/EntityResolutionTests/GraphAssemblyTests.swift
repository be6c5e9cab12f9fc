import EntityResolution
import EventGraph
import EventIngest
import Foundation
import Testing

@Suite("Graph assembly")
struct GraphAssemblyTests {
  static let files: [String: String] = {
    var files = Archive.day(
      "2016-03-1",
      [
        (
          "a", "Example Union says its talks with Freedonia failed.",
          "Example Union, Freedonia, talks", "Trade war"
        ),
        (
          "b", "A storm strikes the port of Sylvania in Freedonia.", "Sylvania, Freedonia, storm",
          nil
        ),
      ],
      related: [
        "a": [
          "[Talks resume. ](/news/2016/03/2/c.md) _Context: Example Union, talks_",
          "[Freedonia votes. ](/news/2015/12/9/z.md) _Context: Freedonia_",
        ],
        "b": ["[Talks resume. ](/news/2016/03/2/c.md)"],
      ])
    files.merge(
      Archive.day("2016-03-2", [("c", "Talks resume.", "Example Union, talks", nil)])
    ) { $1 }
    files["news/2016/03/1/a.md"]?.replace(
      "### Related",
      with: "### Source:\n\n1. [Example Wire](https://news.example.org/a)\n\n### Related")
    files["news/2016/03/1/README.md"] = files["news/2016/03/1/index.md"]
    return files
  }()

  @Test("Events, their relations and what is only pointed at")
  func relationships() throws {
    let graph = try Archive(Self.files).graph().graph
    let a = "Example Union says its talks with Freedonia failed."
    for sentence in [
      "\(a) | hasContext | Trade war", "\(a) | partOf | Trade war",
      "\(a) | relatedTo | Talks resume.",
      "\(a) | relatedTo | Freedonia votes.", "\(a) | reportedBy | https://news.example.org/a",
      "https://news.example.org/a | publishedBy | Example Wire",
      "Freedonia votes. | hasContext | Freedonia", "\(a) | involves | Example Union",
    ] {
      #expect(graph.sentences.contains(sentence), "\(sentence)")
    }
    let pointedAt = graph.nodes.first { graph.text($0.name) == "Freedonia votes." }
    #expect(pointedAt?.date.map { "\($0)" } == "2015-12-09")
    #expect(pointedAt?.documentCount == 0)
    let related = graph.edges.filter { $0.relation == .relatedTo }
    #expect(related.map(\.weight).sorted() == [0, 1, 2])
  }

  @Test("A label that two events share belongs to both, with the entry as evidence")
  func shared() throws {
    let graph = try Archive(Self.files).graph().graph
    for k in graph.edges.indices where graph.edges[k].relation == .hasContext {
      let edge = graph.edges[k]
      guard graph.text(graph.nodes[edge.target.position].name) == "talks" else { continue }
      let rules = graph.evidenceRange(ofEdge: k).map { graph.evidence[$0].rule }
      #expect(rules.contains(.relatedSharedContext))
      #expect(rules.contains(.indexContext))
    }
  }

  @Test("Every edge has evidence, and the span holds the quote")
  func evidence() throws {
    let graph = try Archive(Self.files).graph().graph
    #expect(!graph.edges.isEmpty)
    for k in graph.edges.indices {
      #expect(!graph.evidenceRange(ofEdge: k).isEmpty)
      for piece in graph.evidenceRange(ofEdge: k).map({ graph.evidence[$0] }) {
        let path = graph.text(graph.documents[piece.document.position].path).dropFirst()
        let bytes = Array((Self.files[String(path)] ?? "").utf8)
        let range = Int(piece.start)..<Int(piece.start + piece.length)
        #expect(String(decoding: bytes[range], as: UTF8.self) == graph.text(piece.quote))
        #expect(bytes[..<range.lowerBound].count { $0 == 10 } + 1 == Int(piece.line))
      }
    }
  }

  @Test("Order of the inputs and threads change nothing", arguments: 0..<20)
  func order(round: Int) throws {
    let archive = try Archive(Self.files)
    let whole = archive.graph()
    let shuffled = archive.graph(Self.files.keys.sorted().shuffled(), threads: round % 4 + 1)
    // A README named by itself has no index beside it in its input, so it is a document of its own.
    let plain = archive.graph(
      Self.files.keys.filter { !$0.hasSuffix("README.md") }.shuffled(), threads: round % 4 + 1)
    #expect(plain.graph.fingerprint == whole.graph.fingerprint)
    #expect(plain.findings.diagnostics.map(\.message) == whole.findings.diagnostics.map(\.message))
    #expect(Set(shuffled.graph.sentences) == Set(whole.graph.sentences))
  }

  @Test("A document that two inputs hold is counted once")
  func overlap() throws {
    let archive = try Archive(Self.files)
    let twice = archive.graph(["news/2016/03/1/a.md", "news/2016/03/1/a.md", "news/2016/03"])
    #expect(twice.findings.repeatedDocuments == 2)
    #expect(twice.graph.fingerprint == archive.graph().graph.fingerprint)
  }

  @Test("An id does not depend on what else was read")
  func ids() throws {
    let archive = try Archive(Self.files)
    let whole = archive.graph().graph
    let part = archive.graph(["news/2016/03/2"]).graph
    let ids = Set(whole.nodes.map { whole.text($0.id) })
    #expect(part.nodes.allSatisfy { ids.contains(part.text($0.id)) })
  }
}
