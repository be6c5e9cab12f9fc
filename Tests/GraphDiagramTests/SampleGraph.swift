import EventGraph
import GraphDiagram
import Testing

/// Small graphs, written as lists of facts.
struct SampleGraph {
  struct Fact {
    var source: String
    var relation: Relation
    var target: String
    var rank: UInt16 = 0
    var weight: Float = 1
  }

  struct Thing {
    var id: String
    var kind: NodeKind
    var name: String
    var date: String?
    var address = ""
  }

  var things: [Thing] = []
  var facts: [Fact] = []

  mutating func event(_ id: String, _ date: String?, _ title: String) {
    things.append(Thing(id: id, kind: .event, name: title, date: date))
  }

  mutating func thing(_ id: String, _ kind: NodeKind, _ name: String? = nil, address: String = "") {
    things.append(Thing(id: id, kind: kind, name: name ?? id, address: address))
  }

  mutating func tie(
    _ source: String, _ relation: Relation, _ target: String, rank: UInt16 = 0, weight: Float = 1
  ) {
    facts.append(
      Fact(source: source, relation: relation, target: target, rank: rank, weight: weight))
  }

  func graph() -> KnowledgeGraph {
    var builder = KnowledgeGraph.Builder()
    let path = builder.strings.intern("/news/2020/01/1/page.md")
    let document = builder.addDocument(Document(path: path, sha256: .empty))
    var index: [String: NodeIndex] = [:]
    for thing in things {
      index[thing.id] = builder.addNode(
        Node(
          id: builder.strings.intern(thing.id), kind: thing.kind,
          name: builder.strings.intern(thing.name), date: thing.date.flatMap { PartialDate($0) },
          address: builder.strings.intern(thing.address)))
    }
    for fact in facts {
      guard let source = index[fact.source], let target = index[fact.target] else {
        preconditionFailure("\(fact) names an unknown thing")
      }
      builder.addEdge(
        Edge(
          source: source, relation: fact.relation, target: target, weight: fact.weight,
          rank: fact.rank),
        evidence: Evidence(
          document: document, line: 1, start: 0, length: 1, quote: .empty, rule: .pageRelated))
    }
    return builder.build()
  }
}

extension SampleGraph {
  /// Five events of an invented war, with everything that an event can be tied to.
  static func ceasefire() -> SampleGraph {
    var sample = SampleGraph()
    sample.event("siege", "2015-10-06", "The siege of the river town begins.")
    sample.event("convoy", "2015-11-09", "An aid convoy reaches the river town.")
    sample.event("offensive", "2015-12-02", "A new offensive is announced.")
    sample.event(
      "talks", "2015-12-23", "Talks on a cease-fire open; the \"river\" parties & an envoy attend.")
    sample.event("truce", "2016-01-09", "A truce is signed.")
    sample.thing("river-war", .context, "River War")
    sample.thing("Envoy", .actor, "The Envoy")
    sample.thing("Town", .place, "River Town")
    let url = "http://courier.example.org/world/talks-open"
    sample.thing("courier.example.org_talks-open_000000", .source, url, address: url)
    sample.thing("Courier", .publisher, "The Courier")
    for (rank, event) in ["truce", "offensive", "convoy"].enumerated() {
      sample.tie("talks", .relatedTo, event, rank: UInt16(rank + 1), weight: 3)
      sample.tie(event, .hasContext, "river-war")
    }
    sample.tie("siege", .relatedTo, "talks", rank: 1)
    sample.tie("talks", .hasContext, "river-war")
    sample.tie("talks", .hasContext, "Envoy")
    sample.tie("talks", .involves, "Envoy")
    sample.tie("talks", .takesPlaceIn, "Town")
    sample.tie("talks", .reportedBy, "courier.example.org_talks-open_000000")
    sample.tie("courier.example.org_talks-open_000000", .publishedBy, "Courier")
    return sample
  }

  /// An actor with many events, which share contexts and are related among themselves.
  static func hub(events: Int) -> SampleGraph {
    var sample = SampleGraph()
    sample.thing("hub", .actor, "A Busy Ministry")
    for k in 0..<30 {
      sample.thing("c\(k)", [.context, .actor, .place][k % 3], "Matter number \(k)")
    }
    for k in 0..<events {
      let date = "20\(10 + k % 7)-0\(1 + k % 9)-1\(k % 10)"
      sample.event("e\(k)", date, "The ministry announces step \(k) of a plan with many steps.")
      sample.tie("e\(k)", .involves, "hub")
      sample.tie("e\(k)", .hasContext, "c\(k % 5)")
      sample.tie("e\(k)", .takesPlaceIn, "c\(k * 7 % 30)")
      if k > 3 { sample.tie("e\(k)", .relatedTo, "e\(k - 3)", rank: 1, weight: 2) }
    }
    return sample
  }

  /// Every text that has broken a drawing, or might.
  static func hostile() -> SampleGraph {
    var sample = SampleGraph()
    sample.event("m", "2015-11-24", #"A "quoted" \N \G <script>alert('x')</script> & &amp; title\"#)
    let long = String(repeating: "The ministry regrets the loss of life. ", count: 40)
    sample.event("long", "2015-11-20", String(long.prefix(1_377)))
    sample.event("rtl", "2015-11-21", "رئيس الوزراء \u{202E}evil ראש הממשלה נפגש עם שר החוץ")
    sample.event("emoji", "2015-11-22", "Flood 🌊🌊 hits 👩‍👩‍👧 city; 東京都で大規模な洪水が発生した。")
    sample.event(
      "control", "2015-11-23",
      "Bell\u{7} nul\u{0} esc\u{1b}[31m z\u{300}\u{301}\u{302}\u{303}\u{304}algo \\n {a|b} ]]> --> \u{FFFE}"
    )
    sample.event("undated", nil, String(repeating: "Wördmitsehrvielenbuchstaben", count: 30))
    sample.thing("q\"><b\\", .context, "Name \"with\" \\ <b>&lt;")
    sample.thing("node3", .actor, "")
    sample.thing("wide", .place, String(repeating: "W", count: 500))
    let urls = ["javascript:alert(1)", "http://x.example.org/a?b=\"><script>&c=\\N' d"]
    for (k, url) in urls.enumerated() {
      sample.thing("s\(k)", .source, url, address: url)
      sample.tie("m", .reportedBy, "s\(k)")
    }
    for (k, event) in ["long", "rtl", "emoji", "control", "undated"].enumerated() {
      sample.tie("m", .relatedTo, event, rank: UInt16(k + 1), weight: k == 0 ? .infinity : .nan)
      sample.tie(event, .hasContext, "q\"><b\\")
    }
    for entity in ["q\"><b\\", "node3", "wide"] { sample.tie("m", .hasContext, entity) }
    return sample
  }

  func plan(_ center: String, options: DiagramPlan.Options = .init()) throws -> DiagramPlan {
    let graph = graph()
    return DiagramPlan(
      graph: graph, center: try #require(graph.node(id: center)), options: options)
  }
}
