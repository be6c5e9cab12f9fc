internal import EventGraph

/// A breadth-first walk over the file, which collects relationships and leaves evidence for later.
struct NeighborWalk {
  private struct Entry {
    var edge: Int
    var node: Int
    var via: Int
    var hops: Int
    var relation: Relation
    var isOutgoing: Bool
    var role: Role
    var weight: Double
    var rank: Int
    var pieces: Int
  }

  private let store: GraphStore
  private let start: NodeRecord
  private let filter: GraphFilter
  private var hops: [Int: Int]
  private var frontier: [Int]
  private var records: [Int: NodeRecord]
  private var entries: [Entry] = []
  private var depth = 0

  init(_ store: GraphStore, from start: NodeRecord, filter: GraphFilter) {
    self.store = store
    self.start = start
    self.filter = filter
    let number = start.index.position
    hops = [number: 0]
    records = [number: start]
    frontier = [number]
  }

  /// Goes one hop further; false where there is nothing further.
  mutating func step() throws(StoreError) -> Bool {
    depth += 1
    var next: [Int] = []
    for node in frontier { try expand(node, &next) }
    frontier = next.sorted()
    return !frontier.isEmpty
  }

  private mutating func expand(_ node: Int, _ next: inout [Int]) throws(StoreError) {
    var found: [Entry] = []
    try store.forEachEdge(of: node) { row, isOutgoing throws(StoreError) in
      let relation = try store.relation(row.integer(2))
      guard filter.passes(relation) else { return }
      found.append(
        Entry(
          edge: row.integer(0), node: row.integer(isOutgoing ? 3 : 1), via: node, hops: depth,
          relation: relation, isOutgoing: isOutgoing, role: try store.role(row.integer(4)),
          weight: row.double(5), rank: row.integer(6), pieces: row.integer(7)))
    }
    for entry in found {
      if let known = hops[entry.node] {
        if known < depth { continue }
      } else {
        hops[entry.node] = depth
        next.append(entry.node)
        records[entry.node] = try store.record(number: entry.node)
      }
      guard let record = records[entry.node],
        filter.passes(kind: record.kind, date: record.date)
      else { continue }
      entries.append(entry)
    }
  }

  func neighborhood(limit: Int?) throws(StoreError) -> Neighborhood {
    let order = entries.sorted(by: precedes)
    var neighbors: [Neighbor] = []
    for entry in order.prefix(limit ?? order.count) {
      let row = try store.file.statement("SELECT evidence FROM edge WHERE number = ?1")
      row.bind(1, entry.edge)
      guard try row.step(), let node = records[entry.node] else {
        throw store.damaged("edge \(entry.edge) is missing")
      }
      neighbors.append(
        Neighbor(
          node: node, relation: entry.relation, isOutgoing: entry.isOutgoing, role: entry.role,
          weight: entry.weight, rank: entry.rank, hops: entry.hops,
          via: entry.hops > 1 ? records[entry.via] : nil,
          publisher: node.kind == .source ? try store.publisher(of: node.index) : nil,
          evidence: try store.evidence(row, 0)))
    }
    return Neighborhood(node: start, neighbors: neighbors, total: order.count)
  }

  private func precedes(_ a: Entry, _ b: Entry) -> Bool {
    if a.hops != b.hops { return a.hops < b.hops }
    if a.relation != b.relation { return a.relation < b.relation }
    if a.isOutgoing != b.isOutgoing { return a.isOutgoing }
    if a.rank != b.rank { return a.rank != 0 && (b.rank == 0 || a.rank < b.rank) }
    if a.weight != b.weight { return a.weight > b.weight }
    if a.pieces != b.pieces { return a.pieces > b.pieces }
    if a.node != b.node, let x = records[a.node], let y = records[b.node] {
      if x.date != y.date {
        return x.date.map { date in y.date.map { $0 < date } ?? true } ?? false
      }
      if x.name != y.name { return x.name.utf8.lexicographicallyPrecedes(y.name.utf8) }
    }
    // Numbers are in the order of ids, and edges in that of source, relation, target, role.
    return a.node != b.node ? a.node < b.node : a.edge < b.edge
  }
}
