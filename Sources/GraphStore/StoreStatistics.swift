public import EventGraph

/// What a graph holds, counted when it was written.
public struct StoreStatistics: Equatable, Sendable {
  public var nodes = 0
  public var edges = 0
  /// In the order of `NodeKind`, kinds without nodes included.
  public var nodesByKind: [NodeKind: Int] = [:]
  public var edgesByRelation: [Relation: Int] = [:]
  public var documents = 0
  /// Pages of the archive that stand for an event.
  public var pages = 0
  /// Pieces of evidence, of edges and of nodes.
  public var evidence = 0
  /// Events that at least one document tells of.
  public var eventsRead = 0
  /// Events that other documents only point at.
  public var eventsPointedAt = 0
  public var eventsWithoutDate = 0
  public var firstDate: PartialDate?
  public var lastDate: PartialDate?

  init() {}

  /// All but the edges.
  init(of graph: KnowledgeGraph.SealedNodes) {
    nodes = graph.nodes.count
    documents = graph.documents.count
    pages = graph.pages.count
    evidence = graph.nodeEvidence.count
    for relation in Relation.allCases { edgesByRelation[relation] = 0 }
    var byKind = [Int](repeating: 0, count: 256)
    for node in graph.nodes {
      byKind[Int(node.kind.rawValue)] += 1
      guard node.kind == .event else { continue }
      if node.documentCount > 0 { eventsRead += 1 } else { eventsPointedAt += 1 }
      guard let date = node.date else {
        eventsWithoutDate += 1
        continue
      }
      firstDate = firstDate.map { min($0, date) } ?? date
      lastDate = lastDate.map { max($0, date) } ?? date
    }
    for kind in NodeKind.allCases { nodesByKind[kind] = byKind[Int(kind.rawValue)] }
  }

  /// Adds some edges.
  mutating func count(_ part: EdgeColumns) {
    edges += part.edges.count
    evidence += part.evidence.count
    var byRelation = [Int](repeating: 0, count: 256)
    for edge in part.edges { byRelation[Int(edge.relation.rawValue)] += 1 }
    for relation in Relation.allCases {
      edgesByRelation[relation, default: 0] += byRelation[Int(relation.rawValue)]
    }
  }

  /// One row a number, in the table's own order.
  func write(to file: Connection) throws(StoreError) {
    let insert = try file.prepare("INSERT INTO statistic VALUES(?1, ?2, ?3)")
    func row(_ name: String, _ key: String, _ value: Int) throws(StoreError) {
      try insert.bind(1, name)
      try insert.bind(2, key)
      insert.bind(3, value)
      try insert.run()
    }
    try row("count", "documents", documents)
    try row("count", "edges", edges)
    try row("count", "evidence", evidence)
    try row("count", "nodes", nodes)
    try row("count", "pages", pages)
    try row("events", "pointedAt", eventsPointedAt)
    try row("events", "read", eventsRead)
    try row("events", "withoutDate", eventsWithoutDate)
    for kind in NodeKind.allCases { try row("nodes", kind.name, nodesByKind[kind] ?? 0) }
    for relation in Relation.allCases {
      try row("edges", relation.name, edgesByRelation[relation] ?? 0)
    }
    for (key, date) in [("first", firstDate), ("last", lastDate)] {
      guard let date else { continue }
      try insert.bind(1, "date")
      try insert.bind(2, key)
      try insert.bind(3, date.description)
      try insert.run()
    }
  }
}
