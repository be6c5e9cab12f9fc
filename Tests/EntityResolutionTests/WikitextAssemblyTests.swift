import EntityResolution
import EventGraph
import EventIngest
import Testing

@Suite("Wikitext in the graph")
struct WikitextAssemblyTests {
  static let vote = "Votes are counted in Ghent, Belgium after the president resigns."
  static let march = "Thousands march through the capital."

  static let wikitext = """
    {{Current events header|2016|03|01}}
    ;Politics and elections
    *[[2016 protests]]:
    **[[Example march|March]], [[Example strike|strike]]
    ***Thousands march through the [[Brussels|capital]]. [http://news.example.org/b (BBC)]
    *Votes are counted in [[Ghent|Ghent, Belgium]] after the [[President of Belgium|president]] resigns.
    """

  static let files: [String: String] = {
    var files = Archive.day(
      "2016-03-1",
      [
        (
          "votes-are-counted-in-ghent-belgium-after-the-president-resigns", vote,
          "Ghent, Belgium, president", "President"
        ),
        (
          "thousands-march-through-the-capital", march, "capital, 2016 protests, March, strike",
          "2016 protests"
        ),
      ])
    files["wiki/2016_March_1.txt"] = wikitext
    files["wiki/README.txt"] = "* no page"
    return files
  }()

  @Test("The Markdown and the wikitext of one event are one event with its reports")
  func oneEvent() throws {
    let graph = try Archive(Self.files).graph().graph
    let events = graph.nodes.indices.filter { graph.nodes[$0].kind == .event }
    #expect(events.count == 2)
    for event in events {
      let rules = graph.evidence(ofNode: NodeIndex(event)).map(\.rule)
      #expect(Set(rules) == [.pageTitle, .indexEntry, .wikitextEvent, .wikitextCategory])
    }
  }

  @Test("A label of the Markdown that the event's wikitext links is the target's entity")
  func targets() throws {
    let outcome = try Archive(Self.files).graph()
    #expect(outcome.graph.labels(ofEvent: Self.vote) == ["Ghent", "President of Belgium"])
    #expect(
      outcome.graph.labels(ofEvent: Self.march)
        == ["Brussels", "2016 protests", "Example march", "Example strike"])
    #expect(outcome.findings.diagnostics.isEmpty)
  }

  @Test("Without wikitext the labels stay as they are")
  func markdownAlone() throws {
    let archive = try Archive(Self.files)
    let graph = archive.graph(["news"]).graph
    #expect(graph.labels(ofEvent: Self.vote).contains("president"))
  }

  @Test("An event is part of its innermost topic, and that of the topic above it")
  func nesting() throws {
    let graph = try Archive(Self.files).graph(["wiki"]).graph
    let parts = graph.sentences.filter { $0.contains("| partOf |") }
    #expect(
      Set(parts) == [
        "\(Self.march) | partOf | Example march", "\(Self.march) | partOf | Example strike",
        "Example march | partOf | 2016 protests", "Example strike | partOf | 2016 protests",
      ])
  }

  @Test("What links say has the label as its quote, and the place of the label")
  func evidence() throws {
    let graph = try Archive(Self.files).graph().graph
    let bytes = Array(Self.wikitext.utf8)
    var links = 0
    for k in graph.edges.indices {
      for piece in graph.evidenceRange(ofEdge: k).map({ graph.evidence[$0] })
      where piece.rule == .wikitextLink {
        links += 1
        let range = Int(piece.start)..<Int(piece.start + piece.length)
        #expect(String(decoding: bytes[range], as: UTF8.self) == graph.text(piece.quote))
      }
    }
    #expect(links == 3)
  }

  @Test("Order of the inputs and threads change nothing", arguments: 0..<20)
  func order(round: Int) throws {
    let archive = try Archive(Self.files)
    let inputs = Self.files.keys.filter { !$0.hasSuffix("README.txt") }.shuffled()
    #expect(
      archive.graph(inputs, threads: round % 4 + 1).graph.fingerprint
        == archive.graph().graph.fingerprint)
  }
}
