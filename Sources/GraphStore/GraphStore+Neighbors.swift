public import EventGraph

/// One relationship on the way from a node to another.
public struct Neighbor: Equatable, Sendable {
  public var node: NodeRecord
  public var relation: Relation
  /// True where the edge leads to `node`, false where it comes from there.
  public var isOutgoing: Bool
  public var role: Role
  public var weight: Double
  /// 1-based place in the archive's list, 0 where the relation has none.
  public var rank: Int
  /// Edges between the node that was asked for and this one, 1 for a direct neighbour.
  public var hops: Int
  /// The node one hop nearer that the relationship is with; nil for a direct neighbour.
  public var via: NodeRecord?
  /// A source's publisher; nil for other nodes.
  public var publisher: String?
  public var evidence: [EvidenceRecord]
}

/// A node and what is next to it.
public struct Neighborhood: Equatable, Sendable {
  public var node: NodeRecord
  public var neighbors: [Neighbor]
  /// How many relationships match, of which `neighbors` are the first.
  public var total: Int
}

extension GraphStore {
  /// The relationships of a node, and of the nodes that they lead to, breadth first.
  ///
  /// A node is reached by its shortest way; every relationship with a node one hop nearer is one
  /// entry. In order of hops, relation, direction (out first), rank (none last), weight and pieces of
  /// evidence (most first), date (latest first), name and id.
  ///
  /// - Parameters:
  ///   - depth: Hops, at least 1.
  ///   - filter: What to list; see `GraphFilter` for what is walked through.
  ///   - limit: Entries at most; nil for all. Evidence is read for these alone.
  public func neighbors(
    of node: NodeIndex, depth: Int = 1, filter: GraphFilter = GraphFilter(), limit: Int? = nil
  ) throws(StoreError) -> Neighborhood {
    var walk = NeighborWalk(self, from: try record(of: node), filter: filter)
    for _ in 0..<max(1, depth) { if try !walk.step() { break } }
    return try walk.neighborhood(limit: limit)
  }

  /// The edges of a node, outgoing first, each as one row of `edgeColumns`.
  func forEachEdge(
    of node: Int, _ body: (Statement, _ isOutgoing: Bool) throws(StoreError) -> Void
  ) throws(StoreError) {
    let place = try file.statement(
      "SELECT first_edge, out_degree, incoming FROM node WHERE number = ?1")
    place.bind(1, node)
    guard try place.step() else { throw damaged("node \(node) is missing") }
    let first = place.integer(0)
    let end = first &+ place.integer(1)
    var incoming: [Int] = []
    let isSound = place.withBytes(2) { parseNumbers($0, into: &incoming) }
    guard isSound else { throw damaged("a list of edges cannot be read") }
    let rows = try file.statement(
      "SELECT \(Self.edgeColumns) FROM edge WHERE number >= ?1 AND number < ?2 ORDER BY number")
    rows.bind(1, first)
    rows.bind(2, end)
    while try rows.step() { try body(rows, true) }
    for number in incoming {
      let row = try file.statement("SELECT \(Self.edgeColumns) FROM edge WHERE number = ?1")
      row.bind(1, number)
      guard try row.step() else { throw damaged("edge \(number) is missing") }
      try body(row, false)
    }
  }

  static let edgeColumns = "number, source, relation, target, role, weight, rank, pieces"

  /// The name of the node that a source is published by.
  func publisher(of node: NodeIndex) throws(StoreError) -> String? {
    let rows = try file.statement(
      """
      SELECT b.name FROM node AS a JOIN edge ON edge.number >= a.first_edge
        AND edge.number < a.first_edge + a.out_degree JOIN node AS b ON b.number = edge.target
      WHERE a.number = ?1 AND relation = ?2 ORDER BY edge.number LIMIT 1
      """)
    rows.bind(1, node.position)
    rows.bind(2, Int(Relation.publishedBy.rawValue))
    return try rows.step() ? rows.text(0) : nil
  }
}

/// `[12,55,1034]`; nothing for none. False where it is not of that form.
private func parseNumbers(_ text: Span<UInt8>, into numbers: inout [Int]) -> Bool {
  if text.isEmpty { return true }
  guard text.count >= 2, text[0] == UInt8(ascii: "["), text[text.count - 1] == UInt8(ascii: "]")
  else { return false }
  var value = 0
  for k in 1..<text.count {
    if text[k].isASCIIDigit {
      guard value <= Int(UInt32.max) else { return false }
      value = value * 10 + Int(text[k] - 48)
    } else {
      guard text[k] == UInt8(ascii: ",") || k == text.count - 1, text[k - 1].isASCIIDigit else {
        return false
      }
      numbers.append(value)
      value = 0
    }
  }
  return true
}
