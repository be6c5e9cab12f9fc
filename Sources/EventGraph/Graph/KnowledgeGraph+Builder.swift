extension KnowledgeGraph {
  /// Collects facts in any order and sorts them into a graph.
  ///
  /// The indices that it hands out are its own; `build()` renumbers nodes by group and id, and
  /// documents by path. Facts about the same edge become one edge: largest weight, smallest rank, all
  /// evidence once.
  public struct Builder: Sendable {
    public var strings: StringInterner
    private var documents: [Document] = []
    private var nodes: [Node] = []
    private var pages: [Page] = []
    private var edgeFacts: [EdgeFact] = []
    private var nodeFacts: [NodeFact] = []

    struct NodeFact {
      var node: NodeIndex
      var evidence: Evidence
    }

    public init(strings: StringInterner = StringInterner()) { self.strings = strings }

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
      edgeFacts.append(EdgeFact(edge, evidence))
    }

    public mutating func addEvidence(_ evidence: Evidence, node: NodeIndex) {
      nodeFacts.append(NodeFact(node: node, evidence: evidence))
    }

    /// - Complexity: O(facts · log(facts of one node) + nodes · log nodes).
    public consuming func build() -> KnowledgeGraph {
      let facts = edgeFacts
      edgeFacts = []
      let sealed = sealNodes()
      var columns = EdgeColumns()
      let order = bucketed(
        facts.map { sealed.nodeMap[$0.edge.source.position].rawValue },
        buckets: sealed.nodes.count)
      var scratch: [EdgeFact] = []
      for node in sealed.nodes.indices {
        scratch.removeAll(keepingCapacity: true)
        for k in order.items[Int(order.offsets[node])..<Int(order.offsets[node + 1])] {
          scratch.append(sealed.renumbered(facts[Int(k)]))
        }
        columns.append(scratch, quotesIn: sealed.strings)
      }
      return sealed.graph(columns)
    }

    /// Sorts everything but the edges, for a caller that can give these source by source. Only the
    /// strings stay in the builder.
    ///
    /// - Parameter run: Does what can be done side by side, and answers in order.
    package mutating func sealNodes(
      _ run: ([@Sendable () -> [Int]]) -> [[Int]] = { $0.map { $0() } }
    ) -> SealedNodes {
      let table = strings.table()
      var jobs: [@Sendable () -> [Int]] = [
        { [documents] in Self.order(of: documents, table) }
      ]
      for group in NodeKind.groups {
        jobs.append { [nodes] in KnowledgeGraph.order(of: nodes, in: group, table) }
      }
      let orders = run(jobs)
      let documentMap = placeDocuments(orders[0])
      let nodeMap = placeNodes(orders.dropFirst().flatMap { $0 }, table)
      for k in pages.indices { pages[k].event = nodeMap[pages[k].event.position] }
      pages.sort { a, b in
        a.event != b.event ? a.event < b.event : table.isLess(a.path, b.path)
      }
      for k in nodeFacts.indices {
        nodeFacts[k].node = nodeMap[nodeFacts[k].node.position]
        let document = nodeFacts[k].evidence.document.position
        nodeFacts[k].evidence.document = documentMap[document]
      }
      let own = mergeNodeEvidence(table)
      defer { self = Builder(strings: strings.take()) }
      return SealedNodes(
        strings: table, documents: documents, nodes: nodes, pages: pages, nodeMap: nodeMap,
        documentMap: documentMap, nodeEvidence: own.evidence, nodeEvidenceOffsets: own.offsets)
    }

    /// By path, then hash.
    private static func order(of documents: [Document], _ table: StringTable) -> [Int] {
      var order = placesSortedByText(Array(documents.indices), in: table.bytes.span) {
        table.range(of: documents[$0].path)
      }
      var start = 0
      while start < order.count {
        let path = documents[order[start]].path
        var end = start + 1
        while end < order.count, documents[order[end]].path == path { end += 1 }
        if end > start + 1 {
          order[start..<end].sort { table.isLess(documents[$0].sha256, documents[$1].sha256) }
        }
        start = end
      }
      return order
    }

    /// Puts the documents in order; element k of the answer is where document k went.
    private mutating func placeDocuments(_ order: [Int]) -> [DocumentIndex] {
      let old = documents
      var map = [DocumentIndex](repeating: DocumentIndex(0), count: order.count)
      for (new, k) in order.enumerated() {
        map[k] = DocumentIndex(new)
        documents[new] = old[k]
      }
      return map
    }

    private mutating func placeNodes(_ order: [Int], _ table: StringTable) -> [NodeIndex] {
      KnowledgeGraph.checkIdentifiers(of: nodes, table)
      let old = nodes
      var map = [NodeIndex](repeating: NodeIndex(0), count: order.count)
      for (new, k) in order.enumerated() {
        map[k] = NodeIndex(new)
        nodes[new] = old[k]
      }
      return map
    }

    private func mergeNodeEvidence(
      _ table: StringTable
    ) -> (evidence: [Evidence], offsets: [UInt32]) {
      let order = bucketed(nodeFacts.map(\.node.rawValue), buckets: nodes.count)
      var evidence: [Evidence] = []
      var offsets: [UInt32] = [0]
      offsets.reserveCapacity(nodes.count + 1)
      for node in nodes.indices {
        var facts = order.items[Int(order.offsets[node])..<Int(order.offsets[node + 1])].map {
          nodeFacts[Int($0)].evidence
        }
        if facts.count > 1 { facts.sort { Evidence.precedes($0, $1, table) } }
        let start = evidence.count
        for fact in facts where evidence.count == start || evidence.last != fact {
          evidence.append(fact)
        }
        offsets.append(UInt32(evidence.count))
      }
      return (evidence, offsets)
    }
  }
}

extension KnowledgeGraph {
  /// The places of nodes by group and id. Ids must be unique.
  static func order(of nodes: [Node], _ table: StringTable) -> [Int] {
    checkIdentifiers(of: nodes, table)
    return NodeKind.groups.flatMap { order(of: nodes, in: $0, table) }
  }

  /// The places of a group's nodes by id.
  static func order(of nodes: [Node], in group: Int, _ table: StringTable) -> [Int] {
    placesSortedByText(
      nodes.indices.filter { nodes[$0].kind.group == group }, in: table.bytes.span
    ) { table.range(of: nodes[$0].id) }
  }

  static func checkIdentifiers(of nodes: [Node], _ table: StringTable) {
    var isTaken = [Bool](repeating: false, count: table.count)
    for node in nodes {
      precondition(!isTaken[node.id.position], "two nodes with one id")
      isTaken[node.id.position] = true
    }
  }
}

/// Counting sort: the positions of a list of bucket numbers grouped by bucket, in order within each.
package func bucketed(
  _ buckets: [UInt32], buckets count: Int
) -> (items: [UInt32], offsets: [UInt32]) {
  let bounds = offsets(of: buckets, buckets: count)
  var next = bounds
  var items = [UInt32](repeating: 0, count: buckets.count)
  for (position, bucket) in buckets.enumerated() {
    items[Int(next[Int(bucket)])] = UInt32(position)
    next[Int(bucket)] += 1
  }
  return (items, bounds)
}
