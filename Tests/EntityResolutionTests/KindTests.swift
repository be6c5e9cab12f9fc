import EventGraph
import EventIngest
import Testing

@testable import EntityResolution

/// Kinds and roles of a few days of wikitext in our own words.
@Suite("Kinds and roles")
struct KindTests {
  static let days: [(day: Int, lines: [String])] = [
    (
      1,
      [
        "*In [[Ghent]], [[Belgium]], [[Anna Peeters]] is arrested by the [[Ministry of Justice (Belgium)|ministry]].",
        "*[[Chile]]'s [[President of Chile|President]] [[Rosa Ilabaca]] says that the [[Chilean general election, 2013]] is fair.",
      ]
    ),
    (
      2,
      [
        "*The [[National Bank of Chile]] sues [[Rosa Ilabaca]] over [[bribery]] in [[Valdivia Province]].",
        "*[[2016 Ghent floods]]: Water rises in [[Ghent]].",
      ]
    ),
    (
      3,
      [
        "*[[Anna Peeters]] denies [[bribery]] according to the [[Ghent Gazette (newspaper)|Gazette]]."
      ]
    ),
  ]

  static func archive() throws -> Archive {
    var files: [String: String] = [:]
    for (day, lines) in days {
      files["wiki/2016_March_\(day).txt"] =
        "{{Current events header|2016|03|0\(day)}}\n;Politics\n" + lines.joined(separator: "\n")
    }
    return try Archive(files)
  }

  @Test("Names tell their kinds, each with a reason and how sure it is")
  func kinds() throws {
    let graph = try Self.archive().graph().graph
    let expected: [String: EntityKind] = [
      "Anna Peeters": .person, "Chile": .state, "Belgium": .state, "President of Chile": .role,
      "Chilean general election, 2013": .situation, "2016 Ghent floods": .situation,
      "Ministry of Justice (Belgium)": .organization, "National Bank of Chile": .organization,
      "Valdivia Province": .place, "Ghent Gazette (newspaper)": .organization,
    ]
    var found = 0
    for node in graph.nodes {
      guard let kind = node.entityKind else {
        #expect([.event, .source, .publisher].contains(node.kind))
        continue
      }
      #expect(node.kind == kind.nodeKind)
      #expect(node.kindConfidence > 0 && node.kindConfidence <= 1)
      #expect(!node.kindReason.isEmpty)
      guard let right = expected[graph.text(node.name)] else { continue }
      found += 1
      #expect(kind == right, "\(graph.text(node.name))")
    }
    #expect(found == expected.count)
  }

  @Test("A number that counts does not hide what is counted")
  func numberedHeads() {
    func features(_ name: String) -> Set<String> {
      var reading = NameReading()
      reading.read(Array(name.utf8).span)
      return Set(reading.features.map { KindFeatures.space.name(Int($0)) })
    }
    for name in ["World War II", "Ruritanian War 3", "Ruritanian War"] {
      #expect(features(name).contains("head.situation"), "\(name)")
    }
    // Nothing is counted here, and a listed number is a head itself.
    #expect(features("Otto II").contains("noHead.any"))
    #expect(features("Ruritania Oil 600").contains("head.situation"))
  }

  @Test("A sentence tells who does what to whom, who says it and where")
  func roles() throws {
    let graph = try Self.archive().graph().graph
    var roles: [String: Role] = [:]
    for edge in graph.edges where edge.role != .none {
      let event = graph.text(graph.nodes[edge.source.position].name)
      roles["\(event.prefix(8)) \(graph.text(graph.nodes[edge.target.position].name))"] = edge.role
    }
    #expect(roles["The Nati Valdivia Province"] == .place)
    #expect(roles["In Ghent Anna Peeters"] == .target)
    #expect(roles["In Ghent Ministry of Justice (Belgium)"] == .agent)
    #expect(roles["Chile's  Rosa Ilabaca"] == .speaker)
    #expect(roles["Chile's  President of Chile"] == .mentioned)
    #expect(roles["The Nati National Bank of Chile"] == .agent)
    #expect(roles["The Nati Rosa Ilabaca"] == .target)
    #expect(roles["The Nati Bribery"] == .context)
  }

  @Test("Neither the order of the days nor the threads change a decision", arguments: UInt64(0)..<6)
  func order(seed: UInt64) throws {
    let archive = try Self.archive()
    let whole = archive.graph().graph.fingerprint
    var names = Self.days.map { "wiki/2016_March_\($0.day).txt" }
    for k in names.indices.dropFirst() {
      names.swapAt(k, Int((seed &* 0x9E37_79B9_7F4A_7C15 >> UInt64(8 * k)) % UInt64(k + 1)))
    }
    #expect(archive.graph(names, threads: Int(seed % 4) + 1).graph.fingerprint == whole)
  }
}
