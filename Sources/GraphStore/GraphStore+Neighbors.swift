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

  /// The edges of a node: outgoing in their order, then incoming by source.
  func forEachEdge(
    of node: Int, _ body: (EdgeRecord, _ isOutgoing: Bool) throws(StoreError) -> Void
  ) throws(StoreError) {
    for edge in try outgoingEdges(of: node) { try body(edge, true) }
    for source in try sources(of: node) {
      var isFound = false
      for edge in try outgoingEdges(of: source) where edge.target == node {
        isFound = true
        try body(edge, false)
      }
      guard isFound else { throw damaged("node \(source) lacks an edge to \(node)") }
    }
  }

  /// The edges that leave a node, as its row has them.
  func outgoingEdges(of node: Int) throws(StoreError) -> [EdgeRecord] {
    let row = try file.statement("SELECT edges FROM outgoing WHERE node = ?1")
    row.bind(1, node)
    guard try row.step() else { return [] }
    var edges: [EdgeRecord] = []
    let isSound = try row.withBytes(0) { text throws(StoreError) in
      try StoredEdge.parse(text) { stored throws(StoreError) in
        edges.append(
          EdgeRecord(
            source: node, relation: try relation(stored.relation), target: stored.target,
            role: try role(stored.role), weight: Double(stored.weight), rank: stored.rank,
            pieces: stored.pieces, place: edges.count, evidence: stored.evidence))
      }
    }
    guard isSound else { throw damaged("the edges of node \(node) cannot be read") }
    return edges
  }

  /// The nodes whose edges enter a node, ascending.
  private func sources(of node: Int) throws(StoreError) -> [Int] {
    let row = try file.statement("SELECT sources FROM incoming WHERE node = ?1")
    row.bind(1, node)
    guard try row.step() else { return [] }
    var sources: [Int] = []
    let isSound = row.withBytes(0) { StoredEdge.parseNumbers($0, into: &sources) }
    guard isSound else { throw damaged("a list of nodes cannot be read") }
    return sources
  }

  /// The name of the node that a source is published by.
  func publisher(of node: NodeIndex) throws(StoreError) -> String? {
    let edges = try outgoingEdges(of: node.position)
    guard let edge = edges.first(where: { $0.relation == .publishedBy }) else { return nil }
    return try record(number: edge.target).name
  }
}

/// One edge of the file; its evidence is read when it is asked for.
struct EdgeRecord {
  var source: Int
  var relation: Relation
  var target: Int
  var role: Role
  var weight: Double
  var rank: Int
  /// How many pieces of evidence it has.
  var pieces: Int
  /// Its place among the edges that leave the source.
  var place: Int
  /// Where its evidence stands in the text of those.
  var evidence: Range<Int>
}
