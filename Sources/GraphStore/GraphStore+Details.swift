public import EventGraph

/// Everything that the file knows of one node, but for its neighbours.
public struct NodeDetails: Equatable, Sendable {
  public var node: NodeRecord
  public var summary: String
  /// A source's URL, an event's first page path; empty where there is none.
  public var address: String
  /// URL of an event's picture; empty where there is none.
  public var image: String
  /// The rule that gave the node its kind, in words.
  public var kindReason: String
  /// How sure the kind is, from 0 to 1.
  public var kindConfidence: Double
  /// Other names of an entity, sorted.
  public var aliases: [String]
  /// What else an entity's name may mean, in words; nil where it means one thing.
  public var ambiguity: String?
  public var pages: [String]
  /// A source's publisher; nil for other nodes.
  public var publisher: String?
  /// The places that tell of the node itself, by document and place.
  public var evidence: [EvidenceRecord]
  /// How many relationships it has, by relation; out before in.
  public var relationships: [(relation: Relation, isOutgoing: Bool, count: Int)]

  public static func == (a: Self, b: Self) -> Bool {
    a.node == b.node && a.summary == b.summary && a.address == b.address && a.image == b.image
      && a.kindReason == b.kindReason && a.kindConfidence == b.kindConfidence
      && a.aliases == b.aliases && a.ambiguity == b.ambiguity && a.pages == b.pages
      && a.publisher == b.publisher
      && a.evidence == b.evidence && a.relationships.elementsEqual(b.relationships, by: ==)
  }
}

extension GraphStore {
  public func details(of node: NodeIndex) throws(StoreError) -> NodeDetails {
    let record = try record(of: node)
    let row = try file.statement(
      """
      SELECT summary, address, image, kind_reason.text, evidence, kind_confidence, aliases FROM node
      LEFT JOIN kind_reason ON kind_reason.number = kind_reason WHERE node.number = ?1
      """)
    row.bind(1, node.position)
    guard try row.step() else { throw damaged("node \(node.rawValue) is missing") }
    var counts = [Int](repeating: 0, count: 512)
    try forEachEdge(of: node.position) { edge, isOutgoing in
      counts[Int(edge.relation.rawValue) * 2 + (isOutgoing ? 0 : 1)] += 1
    }
    var relationships: [(relation: Relation, isOutgoing: Bool, count: Int)] = []
    for relation in Relation.allCases {
      for isOutgoing in [true, false] {
        let count = counts[Int(relation.rawValue) * 2 + (isOutgoing ? 0 : 1)]
        if count > 0 { relationships.append((relation, isOutgoing, count)) }
      }
    }
    let aliases = row.text(6).split(separator: "\n").map(String.init)
    return NodeDetails(
      node: record, summary: row.text(0), address: row.text(1), image: row.text(2),
      kindReason: row.text(3), kindConfidence: row.isNull(5) ? 1 : row.double(5),
      aliases: aliases,
      ambiguity: record.entityKind == nil ? nil : try ambiguity(of: [record.name] + aliases),
      pages: try pages(of: node),
      publisher: record.kind == .source ? try publisher(of: node) : nil,
      evidence: try evidence(row, 4), relationships: relationships)
  }

  /// The pages of the archive that stand for an event, in order.
  public func pages(of node: NodeIndex) throws(StoreError) -> [String] {
    let rows = try file.statement("SELECT path FROM page WHERE node = ?1 ORDER BY path")
    rows.bind(1, node.position)
    var pages: [String] = []
    while try rows.step() { pages.append(rows.text(0)) }
    return pages
  }

  /// Gives every event with its pages, by date (none first), then id.
  ///
  /// - Parameter body: Throws to stop.
  public func forEachEvent(
    _ body: (_ event: NodeRecord, _ pages: [String]) throws -> Void
  ) throws {
    let rows = try file.prepare(
      "SELECT \(Self.recordColumns) FROM node WHERE kind = 0 ORDER BY date, number")
    while try rows.step() {
      let event = try record(rows)
      try body(event, pages(of: event.index))
    }
  }

  /// What the graph holds, as counted when it was written.
  public func statistics() throws(StoreError) -> StoreStatistics {
    let rows = try file.prepare("SELECT name, key, value FROM statistic")
    var statistics = StoreStatistics()
    for kind in NodeKind.allCases { statistics.nodesByKind[kind] = 0 }
    for relation in Relation.allCases { statistics.edgesByRelation[relation] = 0 }
    while try rows.step() {
      let (name, key, value) = (rows.text(0), rows.text(1), rows.integer(2))
      switch (name, key) {
      case ("count", "documents"): statistics.documents = value
      case ("count", "edges"): statistics.edges = value
      case ("count", "evidence"): statistics.evidence = value
      case ("count", "nodes"): statistics.nodes = value
      case ("count", "pages"): statistics.pages = value
      case ("events", "read"): statistics.eventsRead = value
      case ("events", "pointedAt"): statistics.eventsPointedAt = value
      case ("events", "withoutDate"): statistics.eventsWithoutDate = value
      case ("date", "first"): statistics.firstDate = try date(rows, 2)
      case ("date", "last"): statistics.lastDate = try date(rows, 2)
      case ("nodes", _): if let kind = NodeKind(name: key) { statistics.nodesByKind[kind] = value }
      case ("edges", _):
        if let relation = Relation(name: key) { statistics.edgesByRelation[relation] = value }
      default: continue
      }
    }
    return statistics
  }
}
