/// One statement about an edge, with the place that makes it.
package struct EdgeFact: Sendable {
  package var edge: Edge
  package var evidence: Evidence

  package init(_ edge: Edge, _ evidence: Evidence) {
    self.edge = edge
    self.evidence = evidence
  }
}

/// Edges and their evidence in final order, filled source by source.
///
/// This is where statements become edges: statements about the same edge are one edge with the
/// largest weight, the smallest rank and all evidence once. Only one source's statements are held at
/// a time, since fresh memory, not sorting, is what building a large graph spends its time on.
package struct EdgeColumns: Sendable {
  package private(set) var edges: [Edge] = []
  package private(set) var evidence: [Evidence] = []
  /// Where each edge's evidence starts.
  private(set) var starts: [UInt32] = []
  /// The order of one source's facts; kept for its memory.
  private var keys: [FactKey] = []

  package init() {}

  /// Makes room, which spares the copies of a growing array.
  package mutating func reserve(edges edgeCount: Int, evidence evidenceCount: Int) {
    edges.reserveCapacity(edgeCount)
    starts.reserveCapacity(edgeCount + 1)
    evidence.reserveCapacity(evidenceCount)
  }

  /// Adds all edges of one source, which must come after those added before.
  ///
  /// - Parameters:
  ///   - facts: In any order.
  ///   - strings: Those that the quotes are of.
  package mutating func append(_ facts: [EdgeFact], quotesIn strings: borrowing StringTable) {
    if facts.isEmpty { return }
    precondition(edges.last.map { $0.source < facts[0].edge.source } ?? true)
    keys.removeAll(keepingCapacity: true)
    for k in facts.indices { keys.append(FactKey(facts[k], UInt32(k))) }
    // Sixteen bytes of a fact decide nearly always, and are half of what sorting would move.
    keys.sort(by: FactKey.precedes)
    sortAlikeKeys(facts, strings)
    var lastEdge = UInt64.max
    for key in keys {
      let fact = facts[Int(key.fact)]
      if key.edge == lastEdge {
        let last = edges.count - 1
        edges[last].weight = max(edges[last].weight, fact.edge.weight)
        edges[last].rank = Edge.firstRank(edges[last].rank, fact.edge.rank)
        if evidence.last == fact.evidence { continue }
      } else {
        lastEdge = key.edge
        edges.append(fact.edge)
        starts.append(UInt32(evidence.count))
      }
      evidence.append(fact.evidence)
    }
  }

  /// Puts facts that say the same of one place in order.
  private mutating func sortAlikeKeys(_ facts: [EdgeFact], _ strings: borrowing StringTable) {
    var start = 0
    while start + 1 < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].isAlike(keys[start]) { end += 1 }
      if end > start + 1 {
        keys[start..<end].sort { a, b in
          Evidence.precedes(facts[Int(a.fact)].evidence, facts[Int(b.fact)].evidence, strings)
        }
      }
      start = end
    }
  }

  /// Adds some edges of a graph, which come after those added before.
  mutating func append(_ range: Range<Int>, of graph: KnowledgeGraph) {
    if range.isEmpty { return }
    let first = graph.edgeEvidenceOffsets[range.lowerBound]
    let shift = UInt32(evidence.count)
    starts.append(contentsOf: graph.edgeEvidenceOffsets[range].lazy.map { $0 - first + shift })
    edges.append(contentsOf: graph.edges[range])
    evidence.append(
      contentsOf: graph.evidence[Int(first)..<Int(graph.edgeEvidenceOffsets[range.upperBound])])
  }

  /// Adds the edges of another set of columns, whose sources all come after these.
  package mutating func append(_ other: EdgeColumns) {
    let shift = UInt32(evidence.count)
    starts.append(contentsOf: other.starts.lazy.map { $0 + shift })
    edges.append(contentsOf: other.edges)
    evidence.append(contentsOf: other.evidence)
  }

  /// Where the edge's evidence stands in `evidence`.
  @inline(__always)
  package func evidenceRange(ofEdge k: Int) -> Range<Int> {
    Int(starts[k])..<(k + 1 < starts.count ? Int(starts[k + 1]) : evidence.count)
  }

  /// The evidence of some edges.
  package func evidence(ofEdges range: Range<Int>) -> ArraySlice<Evidence> {
    if range.isEmpty { return [] }
    return evidence[
      Int(starts[range.lowerBound])..<evidenceRange(ofEdge: range.upperBound - 1).upperBound]
  }

  /// `edges.count + 1` offsets.
  consuming func evidenceOffsets() -> [UInt32] {
    starts.append(UInt32(evidence.count))
    return starts
  }
}

/// What orders the facts of one source: relation, target, role, then document and start.
private struct FactKey {
  var edge: UInt64
  var place: UInt64
  /// The fact's place in the list that is sorted.
  var fact: UInt32

  @inline(__always)
  init(_ fact: EdgeFact, _ place: UInt32) {
    edge =
      UInt64(fact.edge.relation.rawValue) << 40 | UInt64(fact.edge.target.rawValue) << 8
      | UInt64(fact.edge.role.rawValue)
    self.place =
      UInt64(fact.evidence.document.rawValue) << 32 | UInt64(fact.evidence.start)
    self.fact = place
  }

  @inline(__always)
  static func precedes(_ a: FactKey, _ b: FactKey) -> Bool {
    a.edge != b.edge ? a.edge < b.edge : a.place < b.place
  }

  func isAlike(_ other: FactKey) -> Bool { edge == other.edge && place == other.place }
}

extension Edge {
  /// The smaller of two ranks, where 0 stands for none.
  static func firstRank(_ a: UInt16, _ b: UInt16) -> UInt16 {
    a == 0 ? b : b == 0 ? a : min(a, b)
  }
}

extension Evidence {
  /// By document, place, rule, quote, share: a total order within a graph.
  static func precedes(_ a: Evidence, _ b: Evidence, _ strings: borrowing StringTable) -> Bool {
    if a.document != b.document { return a.document < b.document }
    if a.start != b.start { return a.start < b.start }
    if a.length != b.length { return a.length < b.length }
    if a.rule != b.rule { return a.rule < b.rule }
    if a.quote != b.quote { return strings.isLess(a.quote, b.quote) }
    return a.share < b.share
  }
}
