import EntityResolution
import EventGraph
import EventIngest
import Testing

@Suite("Labels of a context list")
struct ContextLabelTests {
  @Test("A heading that is the whole of two pieces makes them one label")
  func heading() throws {
    let archive = try Archive(
      Archive.day(
        "2016-03-1",
        [("a", "Votes are counted.", "Ireland, Example election, 2016", "Example election, 2016")]))
    let outcome = archive.graph()
    #expect(
      outcome.graph.labels(ofEvent: "Votes are counted.") == ["Ireland", "Example election, 2016"])
    #expect(outcome.findings.diagnostics.isEmpty)
  }

  @Test(
    "A heading that is one piece keeps its neighbours apart, whatever the case of its first letter")
  func headingApart() throws {
    let archive = try Archive(
      Archive.day("2016-03-1", [("a", "A vote in Ghent, Belgium.", "Ghent, belgium", "Belgium")]))
    #expect(
      archive.graph().graph.labels(ofEvent: "A vote in Ghent, Belgium.") == ["Ghent", "belgium"])
  }

  @Test("Pieces that the title names apart are two labels")
  func title() throws {
    let archive = try Archive(
      Archive.day("2016-03-1", [("a", "Texas sues the city of Houston.", "Texas, Houston", nil)]))
    let outcome = archive.graph()
    #expect(
      outcome.graph.labels(ofEvent: "Texas sues the city of Houston.") == ["Texas", "Houston"])
    #expect(outcome.findings.diagnostics.isEmpty)
  }

  @Test("A piece that stands twice in a list is once part of a longer label")
  func twice() throws {
    let title = "In Texas, a fire in Houston, Texas is put out."
    let archive = try Archive(
      Archive.day("2016-03-1", [("a", title, "Texas, Houston, Texas", nil)]))
    #expect(archive.graph().graph.labels(ofEvent: title) == ["Texas", "Houston, Texas"])
  }

  @Test("A sorted list of shared labels that is out of order holds a comma inside a label")
  func sharedOrder() throws {
    let one = "A march in Washington, D.C. begins."
    let two = "A march in Washington, D.C. ends."
    var files = Archive.day(
      "2016-03-1", [("a", one, "march, Washington, D.C.", nil)],
      related: ["a": ["[\(two) ](/news/2016/03/2/b.md) _Context: Washington, D.C., march_"]])
    files.merge(Archive.day("2016-03-2", [("b", two, "march, Washington, D.C.", nil)])) { $1 }
    let graph = try Archive(files).graph().graph
    #expect(graph.labels(ofEvent: one) == ["march", "Washington, D.C."])
    #expect(graph.labels(ofEvent: two) == ["march", "Washington, D.C."])
  }

  @Test("What is concluded and not read is a diagnostic that names the run")
  func doubt() throws {
    let archive = try Archive(
      Archive.day(
        "2016-03-1", [("a", "A fire in Someplace, Somewhere.", "Someplace, Somewhere", nil)]))
    let outcome = archive.graph()
    #expect(outcome.findings.diagnostics.map(\.kind) == [.contextLabelReading])
    #expect(outcome.findings.diagnostics.first?.message.contains("'Someplace, Somewhere'") == true)
    #expect(outcome.findings.diagnostics.first?.line == 4)
  }
}
