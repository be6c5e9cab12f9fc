import EntityResolution
import EventGraph
import EventIngest
import Testing

/// What documents say must not depend on which of them was read first.
@Suite("Order of documents")
struct OrderTests {
  static let folder = "news/2016/03/1"

  /// Two trees that hold different versions of the same days.
  static func archive() throws -> Archive {
    var files: [String: String] = [:]
    for (tree, contexts, topic) in [
      ("x", "port, storm, Example", "Storm"), ("y", "Storm, D.C.", "storm"),
    ] {
      let day = Archive.day(
        "2016-03-1", [("a", "A storm closes the port.", contexts, topic)],
        related: ["a": ["[Port \(tree) opens. ](/news/2016/03/2/b.md) _Context: port, storm_"]])
      for (path, text) in day { files["\(tree)/\(path)"] = text }
    }
    return try Archive(files)
  }

  @Test("Two versions of a page and of its index give the same graph in either order")
  func versions() throws {
    let archive = try Self.archive()
    let first = archive.graph(["x", "y"])
    let second = archive.graph(["y", "x"])
    #expect(first.graph.fingerprint == second.graph.fingerprint)
    #expect(first.findings.diagnostics == second.findings.diagnostics)
  }

  @Test("A copy is counted once, and messages name the same of the two whichever came first")
  func copies() throws {
    let day = Archive.day("2016-03-1", [("a", "A storm.", "Long Beach, California, storm", nil)])
    var files: [String: String] = [:]
    for (path, text) in day {
      files["x/\(path)"] = text
      files["y/\(path)"] = text
    }
    let archive = try Archive(files)
    let (first, second) = (archive.graph(["x", "y"]), archive.graph(["y", "x"]))
    #expect(first.findings.repeatedDocuments == 2)
    #expect(!first.findings.diagnostics.isEmpty)
    #expect(first.findings.diagnostics == second.findings.diagnostics)
    #expect(first.graph.fingerprint == archive.graph(["x"]).graph.fingerprint)
  }

  @Test("An index and its README named one by one are read once, as in their folder")
  func twins() throws {
    var files = Archive.day("2016-03-1", [("a", "A storm.", "storm", nil)])
    files["\(Self.folder)/README.md"] = files["\(Self.folder)/index.md"]
    let archive = try Archive(files)
    let whole = archive.graph().graph.fingerprint
    let names = ["index.md", "README.md", "a.md"].map { "\(Self.folder)/\($0)" }
    #expect(archive.graph(names).graph.fingerprint == whole)
    #expect(archive.graph(names.reversed()).graph.fingerprint == whole)
  }

  @Test("An index that lists an event twice is one document of it")
  func listedTwice() throws {
    let event = (slug: "a", title: "A storm.", contexts: "storm", topic: String?.none)
    var files = Archive.day("2016-03-1", [event, event])
    files["\(Self.folder)/a.md"] = nil
    let graph = try Archive(files).graph().graph
    #expect(graph.nodes.first { $0.kind == .event }?.documentCount == 1)
  }

  @Test(
    "Lists of 20,000 pieces and an event of 30,000 labels take no more than a moment",
    .timeLimit(.minutes(1)))
  func longLists() throws {
    let commas = (0..<10_000).map { String($0, radix: 16) }.joined(separator: ", ")
    var files = Archive.day(
      "2016-03-1", [("a", "A storm.", commas, nil)],
      related: ["a": ["[Port opens. ](/news/2016/03/2/b.md) _Context: \(commas)_"]])
    files["\(Self.folder)/index.md"]? += (0..<30_000).map {
      "### [A storm.](/\(Self.folder)/a.md)\n_Context: label \($0)_\n"
    }.joined()
    let outcome = try Archive(files).graph()
    #expect(outcome.graph.edges.count { $0.relation == .hasContext } == 50_000)
    #expect(outcome.findings.diagnostics.count == 1)
  }
}
