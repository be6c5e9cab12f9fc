import EntityResolution
import EventGraph
import EventIngest
import Testing

@Suite("What labels without a link mean")
struct LabelMeaningTests {
  /// A portal's day that links "President" by the country beside it.
  private static func wikitext() -> [String: String] {
    var files: [String: String] = [:]
    for k in 1...9 {
      files["2012_May_\(k).txt"] = """
        {{Current events header|2012|05|0\(k)}}
        <!-- All news items below this line -->
        ;Politics and elections
        *The [[President of Aland|President]] of [[Aland]] speaks of [[taxes]] in town \(k). [http://wire.example/a\(k) (Wire)]
        *The [[President of Aland|President]] of [[Aland]] opens school \(k). [http://wire.example/c\(k) (Wire)]
        *The [[President of Bland|President]] of [[Bland]] visits factory \(k). [http://wire.example/d\(k) (Wire)]
        *The [[President of Bland|President]] of [[Bland]] opens bridge \(k). [http://wire.example/b\(k) (Wire)]
        <!-- All news items above this line -->
        """
    }
    return files
  }

  private static func archive() throws -> Archive {
    var files = wikitext()
    files.merge(
      Archive.day(
        "2012-06-1",
        [
          ("told", "The President of Aland speaks again.", "Aland, President", nil),
          ("open", "The President sleeps.", "President", nil),
        ])
    ) { $1 }
    return try Archive(files)
  }

  @Test("Its company decides; without any it stays itself and is listed as ambiguous")
  func decided() throws {
    let outcome = try Self.archive().graph()
    let graph = outcome.graph
    #expect(
      graph.labels(ofEvent: "The President of Aland speaks again.") == [
        "Aland", "President of Aland",
      ])
    #expect(graph.labels(ofEvent: "The President sleeps.") == ["President"])
    let edge = try #require(
      graph.edges.indices.first {
        graph.text(graph.nodes[graph.edges[$0].target.position].name) == "President of Aland"
          && graph.text(graph.nodes[graph.edges[$0].source.position].name)
            == "The President of Aland speaks again."
      })
    let rules = graph.evidenceRange(ofEdge: edge).map { graph.evidence[$0].rule }
    #expect(rules.contains(.labelMeaning))
    #expect(!rules.contains(.indexContext))
    let listed = try #require(
      outcome.findings.decisions.first { $0.rule == IdentityDecision.ambiguousLabel })
    #expect(listed.first == "President")
    #expect(!listed.isSame)
    #expect(
      listed.evidence.hasPrefix(
        "'President' is open in 1 events; links give it President of Aland 18, President of Bland"))
  }

  @Test("Order and threads change nothing")
  func order() throws {
    let archive = try Self.archive()
    let first = archive.graph()
    let other = archive.graph(
      ["news"] + Self.wikitext().keys.sorted().reversed(), threads: 3)
    #expect(first.graph.fingerprint == other.graph.fingerprint)
    #expect(first.findings.decisions == other.findings.decisions)
  }

  @Test("Spellings that are one name are one ambiguity, and spellings of one page one meaning")
  func spellings() throws {
    var files: [String: String] = [:]
    for k in 1...6 {
      files["2012_May_\(k).txt"] = """
        {{Current events header|2012|05|0\(k)}}
        <!-- All news items below this line -->
        ;Politics and elections
        *The [[Premier of Aland|Prime Minister]] opens school \(k). [http://wire.example/a\(k) (Wire)]
        *The [[premier of Aland|prime minister]] visits a mine \(k). [http://wire.example/b\(k) (Wire)]
        *The [[Premier of Bland|Prime Minister]] closes bridge \(k). [http://wire.example/c\(k) (Wire)]
        *A [[Premier of Bland|prime minister]] sells factory \(k). [http://wire.example/d\(k) (Wire)]
        <!-- All news items above this line -->
        """
    }
    files.merge(
      Archive.day(
        "2012-06-1",
        [
          ("a", "The premier sleeps long.", "Prime Minister", nil),
          ("b", "Somebody else wakes up early.", "prime minister", nil),
          ("c", "Nobody sings at the harbour.", "Prime Minister, prime minister", nil),
        ])
    ) { $1 }
    let outcome = try Archive(files).graph()
    let listed = outcome.findings.decisions.filter { $0.rule == IdentityDecision.ambiguousLabel }
    try #require(listed.count == 1)
    #expect(
      listed[0].evidence.hasSuffix(
        " is open in 3 events; links give it Premier of Aland 12, Premier of Bland 12"))
  }
}
