import EventGraph

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
