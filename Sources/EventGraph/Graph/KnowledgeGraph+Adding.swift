extension KnowledgeGraph {
  /// The graph with what was computed from it: nodes behind all others, edges behind those that their
  /// sources have. Numbers of what was there stay.
  ///
  /// - Parameters:
  ///   - strings: The graph's own, with their numbers, and more behind them.
  ///   - added: Of the last group, in the order of their ids, which are new.
  ///   - facts: In any order, in numbers of the graph that is made; of relations behind all that their
  ///     sources have.
  /// - Complexity: O(nodes + edges + evidence).
  package func adding(
    nodes added: [Node], facts: [EdgeFact], strings table: StringTable
  ) -> KnowledgeGraph {
    precondition(added.allSatisfy { $0.kind.group == NodeKind.groups.upperBound })
    precondition(zip(added, added.dropFirst()).allSatisfy { table.isLess($0.id, $1.id) })
    let nodes = nodes + added
    let order = bucketed(facts.map(\.edge.source.rawValue), buckets: nodes.count)
    var all = EdgeColumns()
    all.reserve(edges: edges.count + facts.count, evidence: evidence.count + facts.count)
    for node in nodes.indices {
      let own = node < self.nodes.count ? outEdges(of: NodeIndex(node)) : 0..<0
      all.append(own, of: self)
      let places = order.items[Int(order.offsets[node])..<Int(order.offsets[node + 1])]
      if places.isEmpty { continue }
      var columns = EdgeColumns()
      columns.append(places.map { facts[Int($0)] }, quotesIn: table)
      if let last = own.last, let first = columns.edges.first {
        precondition(edges[last].relation < first.relation)
      }
      all.append(columns)
    }
    let known = nodeEvidenceOffsets.last ?? 0
    return KnowledgeGraph(
      strings: table, documents: documents, nodes: nodes, edges: all.edges, evidence: all.evidence,
      pages: pages, edgeEvidenceOffsets: all.evidenceOffsets(),
      nodeEvidenceOffsets: nodeEvidenceOffsets + added.map { _ in known },
      nodeEvidence: nodeEvidence)
  }

  /// Whether the graph has stories in it.
  public var holdsStories: Bool { nodes.last?.kind.isComputed ?? false }
}
