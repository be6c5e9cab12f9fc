internal import EventGraph

/// A breadth-first walk over the file, which collects relationships and leaves evidence for later.
struct NeighborWalk {
  private struct Entry {
    var edge: EdgeRecord
    var isOutgoing: Bool
    var hops: Int

    var node: Int { isOutgoing ? edge.target : edge.source }
    var via: Int { isOutgoing ? edge.source : edge.target }
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
    try store.forEachEdge(of: node) { edge, isOutgoing throws(StoreError) in
      guard filter.passes(edge.relation) else { return }
      found.append(Entry(edge: edge, isOutgoing: isOutgoing, hops: depth))
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
        filter.passes(kind: record.kind, record.entityKind, date: record.date)
      else { continue }
      entries.append(entry)
    }
  }

  func neighborhood(limit: Int?) throws(StoreError) -> Neighborhood {
    let order = entries.sorted(by: precedes)
    var neighbors: [Neighbor] = []
    var texts = EdgeTexts(store)
    for entry in order.prefix(limit ?? order.count) {
      guard let node = records[entry.node] else {
        throw store.damaged("node \(entry.node) is missing")
      }
      neighbors.append(
        Neighbor(
          node: node, relation: entry.edge.relation, isOutgoing: entry.isOutgoing,
          role: entry.edge.role, weight: entry.edge.weight, rank: entry.edge.rank,
          hops: entry.hops, via: entry.hops > 1 ? records[entry.via] : nil,
          publisher: node.kind == .source ? try store.publisher(of: node.index) : nil,
          evidence: try texts.evidence(of: entry.edge)))
    }
    return Neighborhood(node: start, neighbors: neighbors, total: order.count)
  }

  private func precedes(_ a: Entry, _ b: Entry) -> Bool {
    if a.hops != b.hops { return a.hops < b.hops }
    let (x, y) = (a.edge, b.edge)
    if x.relation != y.relation { return x.relation < y.relation }
    if a.isOutgoing != b.isOutgoing { return a.isOutgoing }
    if x.rank != y.rank { return x.rank != 0 && (y.rank == 0 || x.rank < y.rank) }
    if x.weight != y.weight { return x.weight > y.weight }
    if x.pieces != y.pieces { return x.pieces > y.pieces }
    if a.node != b.node, let x = records[a.node], let y = records[b.node] {
      if x.date != y.date {
        return x.date.map { date in y.date.map { $0 < date } ?? true } ?? false
      }
      if x.name != y.name { return x.name.utf8.lexicographicallyPrecedes(y.name.utf8) }
      return x.id.utf8.lexicographicallyPrecedes(y.id.utf8)
    }
    if a.via != b.via, let x = records[a.via], let y = records[b.via] {
      return x.id.utf8.lexicographicallyPrecedes(y.id.utf8)
    }
    return x.place < y.place
  }
}

/// The texts of nodes' outgoing edges, kept while evidence is read from them: a page may have ten
/// thousands of edges, and each would fetch them all.
private struct EdgeTexts {
  private let store: GraphStore
  private var texts: [Int: [UInt8]] = [:]
  private var size = 0
  /// Bytes that are kept; past that all are let go.
  private static let limit = 1 << 26

  init(_ store: GraphStore) { self.store = store }

  mutating func evidence(of edge: EdgeRecord) throws(StoreError) -> [EvidenceRecord] {
    if edge.pieces == 0 { return [] }
    let text = try text(of: edge.source)
    guard edge.evidence.upperBound <= text.count else {
      throw store.damaged("an edge of node \(edge.source) is missing")
    }
    return try store.evidence(text.span.extracting(edge.evidence))
  }

  private mutating func text(of source: Int) throws(StoreError) -> [UInt8] {
    if let known = texts[source] { return known }
    let row = try store.file.statement("SELECT edges FROM outgoing WHERE node = ?1")
    row.bind(1, source)
    guard try row.step() else { throw store.damaged("the edges of node \(source) are missing") }
    var text: [UInt8] = []
    row.withBytes(0) { text.append(span: $0) }
    if size > Self.limit {
      texts.removeAll()
      size = 0
    }
    size += text.count
    texts[source] = text
    return text
  }
}
