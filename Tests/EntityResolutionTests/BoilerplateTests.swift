import EntityResolution
import EventGraph
import EventIngest
import Testing

@Suite("Summaries that are the site's own words")
struct BoilerplateTests {
  private static let boilerplate =
    "Reuters.com brings you the latest news from around the world, covering breaking news in markets, "
    + "business, politics, entertainment, technology, video and pictures."

  private static func page(_ day: Int, _ title: String, _ summary: String) -> (String, String) {
    let folder = "news/2006/07/\(day)"
    return (
      "\(folder)/\(Identifier.archiveSlug(title)).md",
      "### [2006-07-\(day)](/\(folder)/index.md)\n\n# \(title) \n\n\(summary)\n"
    )
  }

  private static func summaries(
    _ pages: [(String, String)]
  ) throws -> (summaries: [String: String], diagnostics: [Diagnostic]) {
    let outcome = try Archive(Dictionary(uniqueKeysWithValues: pages)).graph()
    let graph = outcome.graph
    let pairs = graph.nodes.filter { $0.kind == .event }
      .map { (graph.text($0.name), graph.text($0.summary)) }
    return (Dictionary(uniqueKeysWithValues: pairs), outcome.findings.diagnostics)
  }

  @Test("The same words under events that have nothing in common are no event's summary")
  func unrelated() throws {
    let found = try Self.summaries([
      Self.page(
        12, "Israel's Cabinet authorizes severe retaliation against Lebanon", Self.boilerplate),
      Self.page(12, "A Microsoft fine is set by the European Commission", Self.boilerplate),
      Self.page(13, "Heavy rain floods Mumbai", "Rain stopped the trains of Mumbai."),
    ])
    #expect(found.summaries.values.filter { !$0.isEmpty } == ["Rain stopped the trains of Mumbai."])
    #expect(found.diagnostics.map(\.kind) == [.boilerplateSummary])
    #expect(found.diagnostics[0].message.contains("2 events"))
  }

  @Test("Two pages of one event, and two events of one article, keep theirs")
  func related() throws {
    let summary = "Rain stopped the trains of Mumbai and floods closed its airport for two days."
    for titles in [
      ["Heavy rain floods Mumbai's railways", "Heavy rain floods Mumbai railways"],
      ["Rain floods Mumbai", "The airport is closed for two days, trains of Mumbai stop"],
    ] {
      let found = try Self.summaries([
        Self.page(12, titles[0], summary), Self.page(13, titles[1], summary),
      ])
      #expect(found.summaries.values.allSatisfy { $0 == summary })
      #expect(found.diagnostics.isEmpty)
    }
  }

  @Test("An event whose other report has words of its own keeps those")
  func other() throws {
    let title = "Heavy rain floods Mumbai"
    var pages = [
      Self.page(12, title, Self.boilerplate),
      Self.page(13, "A Microsoft fine is set by the European Commission", Self.boilerplate),
    ]
    pages.append(
      (
        "news/2006/07/12/index.md",
        "## [2006-07-12](/news/2006/07/12/index.md)\n\n### [\(title) ](/\(pages[0].0))\nTrains stop.\n"
      ))
    #expect(try Self.summaries(pages).summaries[title] == "Trains stop.")
  }
}
