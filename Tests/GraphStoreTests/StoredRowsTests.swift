internal import CSQLite
internal import EventGraph
internal import Testing

@testable internal import GraphStore

@Suite("Rows of a graph file")
struct StoredRowsTests {
  private func connection(_ folder: borrowing TemporaryFolder) throws -> Connection {
    try Connection(path: folder.file(), flags: SQLITE_OPEN_READWRITE)
  }

  @Test("The views give one row an edge and one row a piece", arguments: UInt64(0)..<5)
  func views(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let graph = SyntheticGraph.make(seed: seed)
    try GraphStore.write(graph, to: folder.file())
    let file = try connection(folder)
    #expect(try file.integer("SELECT count(*) FROM edges") == graph.edges.count)
    #expect(try file.integer("SELECT count(*) FROM incoming_edges") == graph.edges.count)
    #expect(try file.integer("SELECT sum(evidence) FROM edges") == graph.evidence.count)
    #expect(try file.integer("SELECT count(*) FROM evidence") == graph.evidence.count)
    let weight = graph.edges.reduce(0) { $0 + Double($1.weight) }
    #expect(try file.integer("SELECT sum(weight) * 2 FROM incoming_edges") == Int(weight * 2))
    #expect(
      try file.integer(
        """
        SELECT count(*) FROM (SELECT source, relation, target, role, weight, rank FROM edges
          EXCEPT SELECT source, relation, target, role, weight, rank FROM incoming_edges)
        """) == 0)
  }

  @Test("Numbers that ascend with nothing give the same graph", arguments: UInt64(0)..<5)
  func unorderedNumbers(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let graph = SyntheticGraph.make(seed: seed)
    try GraphStore.write(graph, to: folder.file())
    try connection(folder).execute(
      """
      UPDATE node SET number = 90000 - number;
      UPDATE page SET node = 90000 - node;
      UPDATE outgoing SET node = 90000 - node,
        edges = (
          SELECT json_group_array(json_array(e.value -> 0, 90000 - (e.value ->> 1), e.value -> 2,
            e.value -> 3, e.value -> 4, e.value -> 5)) FROM json_each(edges) AS e);
      UPDATE incoming SET node = 90000 - node,
        sources = (SELECT json_group_array(90000 - e.value) FROM json_each(sources) AS e);
      """)
    #expect(try contents(GraphStore(opening: folder.file()).graph()) == contents(graph))
    let store = try GraphStore(opening: folder.file())
    for node in graph.nodes.indices {
      let near = try store.neighbors(of: NodeIndex(90000 - node))
      // An edge from a node to itself leads to no neighbour.
      let loops = graph.outEdges(of: NodeIndex(node)).count {
        graph.edges[$0].target.position == node
      }
      #expect(near.total == graph.degree(of: NodeIndex(node)) - 2 * loops)
      #expect(near.node.id == graph.strings[graph.nodes[node].id])
    }
  }

  @Test("Weights that are no small whole numbers are kept")
  func weights() throws {
    let folder = try TemporaryFolder()
    let values: [Float] = [0, 1, 0.1, 1e-9, 2.5, 999_999, 1e6, 3e38, 0.333_333_34]
    var builder = KnowledgeGraph.Builder()
    let document = builder.addDocument(
      Document(path: builder.strings.intern("/a.md"), sha256: builder.strings.intern("0")))
    let nodes = (0...values.count).map {
      builder.addNode(
        Node(
          id: builder.strings.intern("n\($0)"), kind: .context, name: builder.strings.intern("n")))
    }
    for (k, weight) in values.enumerated() {
      builder.addEdge(
        Edge(source: nodes[0], relation: .partOf, target: nodes[k + 1], weight: weight),
        evidence: Evidence(
          document: document, line: 1, start: 0, length: 1, quote: .empty, rule: .indexTopic))
    }
    try GraphStore.write(builder.build(), to: folder.file())
    #expect(try GraphStore(opening: folder.file()).graph().edges.map(\.weight) == values)
  }
}
