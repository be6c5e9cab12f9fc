import EntityResolution
import EventGraph
import EventIngest
import Testing

@Suite("Acronyms")
struct AcronymTests {
  /// Days of January 2010, an event each: title and contexts.
  private static func archive(_ events: [(title: String, contexts: String)]) throws -> Archive {
    var files: [String: String] = [:]
    for (k, event) in events.enumerated() {
      files.merge(
        Archive.day("2010-01-\(k / 9 + 10)", [("e\(k)", event.title, event.contexts, nil)])
      ) { old, new in old + "\n" + new }
    }
    return try Archive(files)
  }

  private static func names(_ graph: KnowledgeGraph) -> Set<String> {
    Set(graph.nodes.filter { $0.entityKind != nil }.map { graph.text($0.name) })
  }

  private static let defined: [(title: String, contexts: String)] = [
    (
      "The River Safety Agency (RSA) closes a lock in Aland.",
      "Aland, River Safety Agency"
    ),
    ("RSA inspectors open the lock in Aland again.", "Aland, RSA"),
    ("Inspectors of the River Safety Agency look at a dam.", "River Safety Agency"),
  ]

  @Test("What a title defines in brackets is one entity under the long name")
  func definition() throws {
    let outcome = try Self.archive(Self.defined).graph()
    let names = Self.names(outcome.graph)
    #expect(names.contains("River Safety Agency"))
    #expect(!names.contains("RSA"))
    let decision = try #require(
      outcome.findings.decisions.first { $0.rule == "name.definedAcronym" })
    #expect([decision.first, decision.second] == ["RSA", "River Safety Agency"])
    #expect(decision.isSame)
    #expect(decision.confidence > 0.9)
  }

  @Test("Initials alone join nothing")
  func initials() throws {
    let events: [(title: String, contexts: String)] = [
      ("RSA inspectors open the lock in Aland again.", "Aland, RSA"),
      ("The Royal Swimming Association meets in Bland.", "Bland, Royal Swimming Association"),
    ]
    let outcome = try Self.archive(events).graph()
    #expect(Self.names(outcome.graph).isSuperset(of: ["RSA", "Royal Swimming Association"]))
    #expect(!outcome.findings.decisions.contains { $0.rule.hasPrefix("name.") && $0.isSame })
  }

  @Test("An acronym that two names define is nobody's without company of its own")
  func rivals() throws {
    let events: [(title: String, contexts: String)] = [
      Self.defined[0],
      ("The Royal Swimming Association (RSA) meets in Bland.", "Bland, Royal Swimming Association"),
      ("The RSA says no.", "RSA"),
    ]
    let outcome = try Self.archive(events).graph()
    #expect(Self.names(outcome.graph).contains("RSA"))
  }

  /// Ten places that both names stand beside, one of them in events of other things too.
  private static let company: [(title: String, contexts: String)] = (0..<12).flatMap { k in
    [
      ("The U.R. sends help to Town\(k).", "Town\(k), U.R."),
      (
        "Envoys of the United Rivers visit Town\(k) and Hill\(k).",
        "Hill\(k), Town\(k), United Rivers"
      ),
      ("UR helpers leave Town\(k).", "Town\(k), UR"),
      ("Unions Rise in Valley\(k).", "Unions Rise, Valley\(k)"),
    ]
  }

  @Test("Initials and the same company are one, with and without stops")
  func sameCompany() throws {
    let outcome = try Self.archive(Self.company).graph()
    let names = Self.names(outcome.graph)
    #expect(names.contains("United Rivers"))
    #expect(names.contains("Unions Rise"))
    #expect(names.isDisjoint(with: ["UR", "U.R."]))
    let node = try #require(
      outcome.graph.nodes.first { outcome.graph.text($0.name) == "United Rivers" })
    #expect(outcome.graph.text(node.aliases) == "U.R.\nUR")
  }

  @Test(
    "Stops stand behind all letters or none",
    arguments: [
      ("URS", true), ("U.R.S.", true), ("U.R.S", true),
      ("U.RS", false), ("UR.S", false), ("URS.", false), ("U.RS.", false), ("UR.S.", false),
    ])
  func stops(_ spelling: String, isAcronym: Bool) throws {
    let events: [(title: String, contexts: String)] = [
      ("The River Safety Union closes a lock in Aland.", "Aland, River Safety Union"),
      ("The Union of River Sailors (URS) moors at Bland.", "Bland, Union of River Sailors"),
      ("Sailors of \(spelling) strike.", spelling),
      ("The Union of River Sailors meets.", "Union of River Sailors"),
    ]
    let names = Self.names(try Self.archive(events).graph().graph)
    #expect(names.contains("Union of River Sailors"))
    #expect(names.contains(spelling) == !isAcronym)
  }

  @Test("Spellings that share all their company cost no more than other names")
  func spellings() throws {
    // All 256 ways to put stops into eight letters.
    let spellings = (0..<256).map { stops in
      "ABCDEFGH".enumerated().map { "\($1)" + (stops >> $0 & 1 == 1 ? "." : "") }.joined()
    }
    let events = (0..<20).map { k in
      (
        title: "Envoys meet in Town\(k).",
        contexts: (spellings + ["Town\(k)"]).joined(separator: ", ")
      )
    }
    let outcome = try Self.archive(events).graph()
    let dots = outcome.findings.decisions.filter { $0.rule == "name.dots" }
    #expect(
      Set(dots.flatMap { [$0.first, $0.second] }) == [
        "ABCDEFGH", "A.B.C.D.E.F.G.H.", "A.B.C.D.E.F.G.H",
      ])
  }

  @Test("The user's 'not the same' holds against it, and order and threads change nothing")
  func overridesAndOrder() throws {
    let archive = try Self.archive(Self.company)
    var overrides = Overrides()
    overrides.notSame = [.init(names: ["UR", "United Rivers"], line: 1)]
    let names = Self.names(archive.graph(overrides: overrides).graph)
    #expect(names.contains("United Rivers"))
    #expect(!names.isDisjoint(with: ["UR", "U.R."]))
    let first = archive.graph()
    let other = archive.graph(threads: 3)
    #expect(first.graph.fingerprint == other.graph.fingerprint)
    #expect(first.findings.decisions == other.findings.decisions)
  }
}
