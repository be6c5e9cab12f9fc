extension KnowledgeGraph {
  /// Collects facts in any order and sorts them into a graph.
  ///
  /// The indices that it hands out are its own; `build()` renumbers nodes by id and documents by
  /// path. Facts about the same edge become one edge: largest weight, smallest rank, all evidence
  /// once.
  public struct Builder: Sendable {
    public var strings: StringInterner
    private var documents: [Document] = []
    private var nodes: [Node] = []
    private var pages: [Page] = []
    private var edgeFacts: [EdgeFact] = []
    private var nodeFacts: [NodeFact] = []

    struct EdgeFact {
      var edge: Edge
      var evidence: Evidence
    }

    struct NodeFact {
      var node: NodeIndex
      var evidence: Evidence
    }

    public init(strings: StringInterner = StringInterner()) { self.strings = strings }

    public mutating func reserve(edgeFacts count: Int) { edgeFacts.reserveCapacity(count) }

    public mutating func addDocument(_ document: Document) -> DocumentIndex {
      documents.append(document)
      return DocumentIndex(documents.count - 1)
    }

    /// The caller sees to it that ids are unique; `build()` checks.
    public mutating func addNode(_ node: Node) -> NodeIndex {
      nodes.append(node)
      return NodeIndex(nodes.count - 1)
    }

    public mutating func addPage(_ page: Page) { pages.append(page) }

    public mutating func addEdge(_ edge: Edge, evidence: Evidence) {
      edgeFacts.append(EdgeFact(edge: edge, evidence: evidence))
    }

    public mutating func addEvidence(_ evidence: Evidence, node: NodeIndex) {
      nodeFacts.append(NodeFact(node: node, evidence: evidence))
    }

    /// - Complexity: O(facts · log(facts of one node)); the facts are dropped as they are sorted in.
    public consuming func build() -> KnowledgeGraph {
      let table = strings.table()
      let documentMap = sortDocuments(table)
      let nodeMap = sortNodes(table)
      for k in pages.indices { pages[k].event = nodeMap[pages[k].event.position] }
      pages.sort { a, b in
        a.event != b.event ? a.event < b.event : table.isLess(a.path, b.path)
      }
      for k in edgeFacts.indices {
        edgeFacts[k].edge.source = nodeMap[edgeFacts[k].edge.source.position]
        edgeFacts[k].edge.target = nodeMap[edgeFacts[k].edge.target.position]
        let document = edgeFacts[k].evidence.document.position
        edgeFacts[k].evidence.document = documentMap[document]
      }
      for k in nodeFacts.indices {
        nodeFacts[k].node = nodeMap[nodeFacts[k].node.position]
        let document = nodeFacts[k].evidence.document.position
        nodeFacts[k].evidence.document = documentMap[document]
      }
      let edges = mergeEdges(table)
      let own = mergeNodeEvidence(table)
      return KnowledgeGraph(
        strings: table, documents: documents, nodes: nodes, edges: edges.edges,
        evidence: edges.evidence, pages: pages, edgeEvidenceOffsets: edges.offsets,
        nodeEvidenceOffsets: own.offsets, nodeEvidence: own.evidence)
    }

    /// Sorts by path, then hash; element k of the answer is where document k went.
    private mutating func sortDocuments(_ table: StringTable) -> [DocumentIndex] {
      let old = documents
      let order = old.indices.sorted { x, y in
        let (a, b) = (old[x], old[y])
        return a.path != b.path ? table.isLess(a.path, b.path) : table.isLess(a.sha256, b.sha256)
      }
      var map = [DocumentIndex](repeating: DocumentIndex(0), count: order.count)
      for (new, k) in order.enumerated() {
        map[k] = DocumentIndex(new)
        documents[new] = old[k]
      }
      return map
    }

    private mutating func sortNodes(_ table: StringTable) -> [NodeIndex] {
      let old = nodes
      let order = old.indices.sorted { table.isLess(old[$0].id, old[$1].id) }
      var map = [NodeIndex](repeating: NodeIndex(0), count: order.count)
      for (new, k) in order.enumerated() {
        if new > 0 {
          precondition(old[order[new - 1]].id != old[k].id, "two nodes with one id")
        }
        map[k] = NodeIndex(new)
        nodes[new] = old[k]
      }
      return map
    }

    private func mergeEdges(
      _ table: StringTable
    ) -> (edges: [Edge], evidence: [Evidence], offsets: [UInt32]) {
      var order = bucketed(edgeFacts.lazy.map(\.edge.source.position), buckets: nodes.count)
      sortBuckets(&order.items, order.offsets) { x, y in
        let (a, b) = (edgeFacts[Int(x)], edgeFacts[Int(y)])
        if Edge.precedes(a.edge, b.edge) { return true }
        if !a.edge.sameKey(as: b.edge) { return false }
        return Evidence.precedes(a.evidence, b.evidence, table)
      }
      var edges: [Edge] = []
      var evidence: [Evidence] = []
      var offsets: [UInt32] = []
      evidence.reserveCapacity(edgeFacts.count)
      for k in order.items {
        let fact = edgeFacts[Int(k)]
        if let last = edges.last, last.sameKey(as: fact.edge) {
          edges[edges.count - 1].weight = max(last.weight, fact.edge.weight)
          edges[edges.count - 1].rank = Edge.firstRank(last.rank, fact.edge.rank)
          if evidence.last == fact.evidence { continue }
        } else {
          edges.append(fact.edge)
          offsets.append(UInt32(evidence.count))
        }
        evidence.append(fact.evidence)
      }
      offsets.append(UInt32(evidence.count))
      return (edges, evidence, offsets)
    }

    private func mergeNodeEvidence(
      _ table: StringTable
    ) -> (evidence: [Evidence], offsets: [UInt32]) {
      var order = bucketed(nodeFacts.lazy.map(\.node.position), buckets: nodes.count)
      sortBuckets(&order.items, order.offsets) {
        Evidence.precedes(nodeFacts[Int($0)].evidence, nodeFacts[Int($1)].evidence, table)
      }
      var evidence: [Evidence] = []
      var offsets: [UInt32] = [0]
      for node in nodes.indices {
        let start = evidence.count
        for k in order.items[Int(order.offsets[node])..<Int(order.offsets[node + 1])] {
          let fact = nodeFacts[Int(k)].evidence
          if evidence.count > start, evidence.last == fact { continue }
          evidence.append(fact)
        }
        offsets.append(UInt32(evidence.count))
      }
      return (evidence, offsets)
    }
  }
}

extension Edge {
  /// The smaller of two ranks, where 0 stands for none.
  static func firstRank(_ a: UInt16, _ b: UInt16) -> UInt16 {
    a == 0 ? b : b == 0 ? a : min(a, b)
  }
}

extension Evidence {
  /// By document, place, rule, quote: a total order on equal documents.
  static func precedes(_ a: Evidence, _ b: Evidence, _ table: StringTable) -> Bool {
    if a.document != b.document { return a.document < b.document }
    if a.start != b.start { return a.start < b.start }
    if a.length != b.length { return a.length < b.length }
    if a.rule != b.rule { return a.rule < b.rule }
    return table.isLess(a.quote, b.quote)
  }
}

/// Counting sort: the positions of a sequence grouped by bucket, in order within each.
private func bucketed(
  _ buckets: some Sequence<Int>, buckets count: Int
) -> (items: [UInt32], offsets: [UInt32]) {
  let bounds = offsets(of: buckets, buckets: count)
  var next = bounds
  var items = [UInt32](repeating: 0, count: Int(bounds[count]))
  for (position, bucket) in buckets.enumerated() {
    items[Int(next[bucket])] = UInt32(position)
    next[bucket] += 1
  }
  return (items, bounds)
}

private func sortBuckets(
  _ items: inout [UInt32], _ offsets: [UInt32], by precedes: (UInt32, UInt32) -> Bool
) {
  for bucket in 0..<offsets.count - 1 where offsets[bucket + 1] - offsets[bucket] > 1 {
    items[Int(offsets[bucket])..<Int(offsets[bucket + 1])].sort(by: precedes)
  }
}
