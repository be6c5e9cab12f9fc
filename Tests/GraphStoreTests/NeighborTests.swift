internal import EventGraph
internal import GraphStore
internal import Testing

@Suite("Neighbours")
struct NeighborTests {
  /// One relationship, as text, for comparing without order.
  static func line(
    _ hops: Int, _ via: String, _ relation: Relation, _ isOut: Bool, _ node: String, _ role: Role
  ) -> String { "\(hops) \(via) \(relation) \(isOut) \(node) \(role)" }

  /// The same answer by walking the graph in memory.
  static func bruteForce(
    _ graph: KnowledgeGraph, _ start: NodeIndex, depth: Int, _ filter: GraphFilter
  ) -> [String] {
    let s = graph.strings
    let edges = graph.edges.filter {
      filter.relations.isEmpty || filter.relations.contains($0.relation)
    }
    var hops = [start: 0]
    for hop in 1...depth {
      var next: Set<NodeIndex> = []
      for edge in edges {
        if hops[edge.source] == hop - 1, hops[edge.target] == nil { next.insert(edge.target) }
        if hops[edge.target] == hop - 1, hops[edge.source] == nil { next.insert(edge.source) }
      }
      for node in next { hops[node] = hop }
    }
    func passes(_ node: NodeIndex) -> Bool {
      let node = graph.nodes[node.position]
      guard filter.kinds.isEmpty || filter.kinds.contains(node.kind) else { return false }
      guard let date = node.date else { return true }
      if let since = filter.since, date.lastEpochDay < since.firstEpochDay { return false }
      if let until = filter.until, date.firstEpochDay > until.lastEpochDay { return false }
      return true
    }
    var lines: [String] = []
    for edge in edges {
      for (near, far, isOut) in [
        (edge.source, edge.target, true), (edge.target, edge.source, false),
      ] {
        guard let a = hops[near], let b = hops[far], b == a + 1, b <= depth, passes(far) else {
          continue
        }
        lines.append(
          line(
            b, s[graph.nodes[near.position].id], edge.relation, isOut,
            s[graph.nodes[far.position].id], edge.role))
      }
    }
    return lines.sorted()
  }

  static let filters: [GraphFilter] = [
    GraphFilter(), GraphFilter(kinds: [.event]), GraphFilter(relations: [.relatedTo, .involves]),
    GraphFilter(since: PartialDate("2015-03"), until: PartialDate("2015")),
    GraphFilter(
      kinds: [.event, .actor], relations: [.hasContext], since: PartialDate("2016-01-01")),
  ]

  @Test("The file answers as a walk in memory does", arguments: UInt64(0)..<6)
  func asInMemory(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let graph = SyntheticGraph.make(seed: seed, nodes: 40, edges: 90)
    try GraphStore.write(graph, to: folder.file())
    let store = try GraphStore(opening: folder.file())
    for start in stride(from: 0, to: 40, by: 7).map(NodeIndex.init(_:)) {
      for depth in 1...3 {
        for filter in Self.filters {
          let answer = try store.neighbors(of: start, depth: depth, filter: filter)
          let lines = answer.neighbors.map { n in
            Self.line(
              n.hops, n.via?.id ?? answer.node.id, n.relation, n.isOutgoing, n.node.id, n.role)
          }.sorted()
          #expect(lines == Self.bruteForce(graph, start, depth: depth, filter))
          #expect(answer.total == lines.count)
        }
      }
    }
  }

  @Test("A limit gives the first of all and counts all")
  func limited() throws {
    let folder = try TemporaryFolder()
    try GraphStore.write(SyntheticGraph.make(seed: 1), to: folder.file())
    let store = try GraphStore(opening: folder.file())
    let all = try store.neighbors(of: NodeIndex(0), depth: 2)
    for limit in [0, 1, 5, 1000] {
      let some = try store.neighbors(of: NodeIndex(0), depth: 2, limit: limit)
      #expect(some.neighbors == Array(all.neighbors.prefix(limit)))
      #expect(some.total == all.total)
    }
  }

  @Test("Evidence is that of the graph in memory, with its words")
  func evidence() throws {
    let folder = try TemporaryFolder()
    let graph = SyntheticGraph.make(seed: 2)
    try GraphStore.write(graph, to: folder.file())
    let store = try GraphStore(opening: folder.file())
    let s = graph.strings
    for start in 0..<10 {
      for neighbor in try store.neighbors(of: NodeIndex(start)).neighbors where neighbor.isOutgoing
      {
        let edge = try #require(
          graph.outEdges(of: NodeIndex(start)).first {
            let edge = graph.edges[$0]
            return edge.relation == neighbor.relation && edge.role == neighbor.role
              && edge.target == neighbor.node.index
          })
        let expected = graph.evidence[graph.evidenceRange(ofEdge: edge)].map { piece in
          "\(s[graph.documents[piece.document.position].path]) \(piece.line) \(piece.start) "
            + "\(piece.length) \(piece.rule) \(s[piece.quote])"
        }
        let found = neighbor.evidence.map {
          "\($0.document) \($0.line) \($0.start) \($0.length) \($0.rule) \($0.quote)"
        }
        #expect(found == expected)
        #expect(neighbor.weight == Double(graph.edges[edge].weight))
      }
    }
  }

  @Test("A part of the graph holds the near nodes and every edge among them", arguments: 0...2)
  func subgraph(depth: Int) throws {
    let folder = try TemporaryFolder()
    let graph = SyntheticGraph.make(seed: 5, nodes: 80, edges: 90)
    try GraphStore.write(graph, to: folder.file())
    let store = try GraphStore(opening: folder.file())
    let start = try #require(
      (0..<80).map(NodeIndex.init(_:)).first { (3...9).contains(graph.degree(of: $0)) })
    let part = try store.subgraph(around: [start], depth: depth)
    var near: Set<String> = [graph.strings[graph.nodes[start.position].id]]
    if depth > 0 {
      near.formUnion(try store.neighbors(of: start, depth: depth).neighbors.map(\.node.id))
    }
    #expect(Set(part.nodes.map { part.strings[$0.id] }) == near)
    let among = graph.edges.count { edge in
      near.contains(graph.strings[graph.nodes[edge.source.position].id])
        && near.contains(graph.strings[graph.nodes[edge.target.position].id])
    }
    #expect(part.edges.count == among)
    #expect(try store.subgraph(around: [start], depth: 3, nodeLimit: 5).nodes.count == 5)
  }
}
