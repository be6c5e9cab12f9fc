import EntityResolution
import EventGraph
import EventIngest
import Foundation
import Testing

/// Lines of the real archive: pairs that the archive re-worded, and pairs of one shape that are two
/// events.
@Suite("Duplicate events")
struct DuplicateEventsTests {
  typealias Item = (slug: String, title: String, contexts: String, topic: String?)

  /// Other days, so that common words are common.
  static let background: [String: String] = {
    let titles = [
      "Voters in Norway go to the polls for a parliamentary election.",
      "Voters in Kenya go to the polls for a general election.",
      "A court in Kenya decides on the election.",
      "The police of New York arrests protesters.",
      "The United Nations reports on the war.",
    ]
    var files: [String: String] = [:]
    for (k, title) in titles.enumerated() {
      files.merge(
        Archive.day("2010-01-\(k + 1)", [("background-\(k)", title, "", nil)])
      ) { $1 }
    }
    return files
  }()

  /// How many events two pages of the given days become.
  static func events(_ days: [(String, [Item])]) throws -> [[String]] {
    var files = background
    for (date, items) in days { files.merge(Archive.day(date, items)) { $1 } }
    let graph = try Archive(files).graph().graph
    return graph.nodes.indices.compactMap { k in
      guard graph.nodes[k].kind == .event else { return nil }
      let pages = graph.pages(of: NodeIndex(k)).map { graph.text($0.path) }
      return pages.contains { $0.contains("/background") } ? nil : pages
    }
  }

  static func areOne(
    _ a: String, _ b: String, contexts: (String, String) = ("", ""), nextDay: Bool = false
  ) throws -> Bool {
    let days: [(String, [Item])] =
      nextDay
      ? [("2011-11-15", [("a", a, contexts.0, nil)]), ("2011-11-16", [("b", b, contexts.1, nil)])]
      : [("2011-11-15", [("a", a, contexts.0, nil), ("b", b, contexts.1, nil)])]
    return try events(days).count == 1
  }

  @Test("Another wording of the same day is the same event")
  func rewording() throws {
    #expect(
      try Self.areOne(
        "The New York Police Department evicts Occupy Wall Street protesters from Zuccotti Park.",
        "The New York Police Department clears Occupy Wall Street protesters from Zuccotti Park.",
        contexts: (
          "New York Police Department, Occupy Wall Street, Zuccotti Park",
          "New York Police Department, Occupy Wall Street, Zuccotti Park"
        )))
    #expect(
      try Self.areOne(
        "A NATO airstrike mistakenly hits a Afghan military outpost in Logar Province killing 5.",
        "A NATO airstrike mistakenly hits an Afghan military outpost in Logar Province killing 6."))
  }

  @Test("A title with its topics before it is the same event")
  func topicPrefix() throws {
    #expect(
      try Self.areOne(
        "Syrian Civil War. Russian military intervention in the Syrian Civil War. Amnesty "
          + "International reports at least 200 civilians have been killed in Russian air strikes.",
        "Amnesty International reports at least 200 civilians have been killed in Russian air "
          + "strikes.",
        contexts: (
          "Russian military intervention in the Syrian Civil War, Amnesty International",
          "Russian military intervention in the Syrian Civil War, Amnesty International"
        )))
  }

  @Test(
    "Sentences of one shape about different things stay apart",
    arguments: [
      (
        "Voters in Vietnam go to the polls for a parliamentary election.",
        "Voters in Cyprus go to the polls for a parliamentary election.",
        "Vietnam, parliamentary election", "Cyprus, parliamentary election"
      ),
      (
        "Russia wins the right to host the 2018 FIFA World Cup.",
        "Qatar wins the right to host the 2022 FIFA World Cup.",
        "Russia, 2018 FIFA World Cup", "Qatar, 2022 FIFA World Cup"
      ),
      (
        "Sydney experiences its coldest June day in 27 years.",
        "Melbourne experiences its coldest day in 2 years.", "Sydney", "Melbourne"
      ),
    ])
  func sameShape(a: String, b: String, contextsOfA: String, contextsOfB: String) throws {
    #expect(try !Self.areOne(a, b, contexts: (contextsOfA, contextsOfB)))
  }

  @Test("A heading is not the event that it heads")
  func heading() throws {
    #expect(
      try !Self.areOne(
        "2010 Copiapó mining accident rescue:",
        "Chile begins attempts to rescue 33 miners in the 2010 Copiapó mining accident rescue."))
  }

  @Test("The same words on the next day are the same event; other numbers are another")
  func nextDay() throws {
    #expect(
      try Self.areOne(
        "India is to withdraw troops from Kashmir's towns and cities for the first time.",
        "India is to withdraw troops from Kashmir's towns and cities for the first time.",
        nextDay: true))
    #expect(
      try !Self.areOne(
        "Bushfires in Victoria, Australia, have killed at least 108 people and many homes.",
        "Bushfires in Victoria, Australia, have killed at least 130 people and many homes.",
        nextDay: true))
  }

  @Test("The event has the first day, all pages, and no relation to itself")
  func merged() throws {
    let title = "India is to withdraw troops from Kashmir's towns and cities for the first time."
    var files = Self.background
    files.merge(
      Archive.day(
        "2009-06-12", [("b", title, "India", nil)],
        related: ["b": ["[\(title) ](/news/2009/06/11/a.md) _Context: India_"]])
    ) { $1 }
    files.merge(Archive.day("2009-06-11", [("a", title, "Kashmir", nil)])) { $1 }
    let outcome = try Archive(files).graph()
    let graph = outcome.graph
    let number = try #require(graph.nodes.firstIndex { graph.text($0.name) == title })
    #expect(graph.nodes[number].date.map { "\($0)" } == "2009-06-11")
    #expect(graph.pages(of: NodeIndex(number)).count == 2)
    #expect(graph.labels(ofEvent: title) == ["India", "Kashmir"])
    #expect(!graph.edges.contains { $0.source == $0.target })
    #expect(outcome.findings.diagnostics.contains { $0.kind == .relatedToItself })
    #expect(outcome.findings.duplicateEvents == 1)
  }

  @Test("Neither order nor threads decide", arguments: 0..<6)
  func order(seed: Int) throws {
    var files = Self.background
    files.merge(
      Archive.day(
        "2011-11-15",
        [
          ("a", "Police in Rome clears protesters from the Colosseum square.", "Rome", nil),
          ("b", "Police in Rome evicts protesters from the Colosseum square.", "Rome", nil),
          ("c", "Police in Rome removes protesters from the Colosseum square.", "Rome", nil),
          ("d", "A flood in Venice closes the schools of the city.", "Venice", nil),
        ])
    ) { $1 }
    let archive = try Archive(files)
    let expected = archive.graph().graph.fingerprint
    let inputs = files.keys.sorted()
    let turned = Array(inputs[seed...] + inputs[..<seed]).reversed()
    #expect(archive.graph(Array(turned), threads: seed % 3 + 1).graph.fingerprint == expected)
  }

  @Test("What the user says of any spelling holds for the entity")
  func overridesOfSpellings() throws {
    var files = Self.background
    files.merge(
      Archive.day(
        "2011-11-15",
        [
          ("a", "The Foo Bar Club meets.", "Foo Bar Club, registration required", nil),
          ("b", "A walk with the Foo bar club is cancelled.", "Foo bar club", nil),
          ("c", "Pages need a name.", "Registration Required", nil),
        ])
    ) { $1 }
    var overrides = Overrides()
    overrides.file = "o.yaml"
    overrides.kinds = [.init(name: "Foo bar club", value: .place, line: 1)]
    overrides.drops = [.init(name: "registration required", value: true, line: 2)]
    overrides.same = [.init(names: ["A storm of words", "Foo Bar Club", "Foo bar club"], line: 3)]
    let outcome = try Archive(files).graph(overrides: overrides)
    let names = Dictionary(
      outcome.graph.nodes.map { (outcome.graph.text($0.name), $0.entityKind) },
      uniquingKeysWith: { a, _ in a })
    #expect(names["Foo Bar Club"] == .place)
    #expect(names["Foo bar club"] == nil)
    #expect(names.keys.allSatisfy { $0.lowercased() != "registration required" })
    // What names nothing is said, and joins nothing by itself.
    #expect(outcome.findings.diagnostics.contains { $0.kind == .unusedOverride && $0.line == 3 })
  }

  @Test("A day without a date decides as little as the order of the lines")
  func missingDates() throws {
    let head = "### [2015-12-1](/news/2015/12/1/index.md)\n\n"
    let files = [
      "a/x.md": head + "# C storm hits the town.\n",
      "b/x.md": "# B storm hits the town.\n",
      "c/x.md": "### [2015-12-3](/news/2015/12/1/index.md)\n\n# A storm hits the town.\n",
    ]
    let archive = try Archive(files)
    let expected = archive.graph(["a", "b", "c"]).graph.fingerprint
    for order in [["b", "c", "a"], ["c", "a", "b"], ["c", "b", "a"]] {
      #expect(archive.graph(order).graph.fingerprint == expected)
    }
  }
}
