internal import EventGraph
internal import FileIO
internal import GraphStore
internal import Testing

@Suite("Writing and loading a graph")
struct RoundTripTests {
  @Test("A loaded graph equals the written one", arguments: UInt64(0)..<20)
  func roundTrip(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let graph = SyntheticGraph.make(seed: seed)
    try GraphStore.write(graph, to: folder.file())
    #expect(try contents(GraphStore(opening: folder.file()).graph()) == contents(graph))
  }

  @Test("Writing a loaded graph gives the same bytes", arguments: UInt64(0)..<10)
  func sameBytesAgain(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    try GraphStore.write(SyntheticGraph.make(seed: seed), to: folder.file())
    let loaded = try GraphStore(opening: folder.file()).graph()
    try GraphStore.write(loaded, to: folder.file("other.weft"))
    #expect(try readBytes(folder.file()) == readBytes(folder.file("other.weft")))
  }

  @Test("The order of arrival and the numbers of strings leave no trace", arguments: UInt64(0)..<10)
  func orderProof(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    try GraphStore.write(SyntheticGraph.make(seed: seed), to: folder.file())
    try GraphStore.write(
      SyntheticGraph.make(seed: seed, shuffled: true), to: folder.file("other.weft"))
    #expect(try readBytes(folder.file()) == readBytes(folder.file("other.weft")))
  }

  @Test("The parts in which edges come leave no trace", arguments: [1, 7, 999, 1 << 20])
  func parts(edgesAtOnce: Int) throws {
    let folder = try TemporaryFolder()
    let graph = SyntheticGraph.make(seed: 5, nodes: 7000, edges: 9000)
    try GraphStore.write(graph, to: folder.file())
    let file = try GraphFile(folder.file("other.weft"))
    graph.give(to: file, edgesAtOnce: edgesAtOnce)
    let statistics = try file.finish(decisions: [])
    #expect(try readBytes(folder.file()) == readBytes(folder.file("other.weft")))
    #expect(try GraphStore(opening: folder.file()).statistics() == statistics)
  }

  @Test("A file that is not finished leaves nothing behind")
  func unfinished() throws {
    let folder = try TemporaryFolder()
    do {
      let file = try GraphFile(folder.file())
      SyntheticGraph.make(seed: 5, nodes: 3000, edges: 9000).give(to: file, edgesAtOnce: 10)
    }
    #expect(throws: (any Error).self) { try entryKind(of: folder.file()) }
    #expect(throws: (any Error).self) { try entryKind(of: folder.file() + ".partial") }
  }

  @Test("An empty graph is a graph")
  func empty() throws {
    let folder = try TemporaryFolder()
    try GraphStore.write(KnowledgeGraph.Builder().build(), to: folder.file())
    let store = try GraphStore(opening: folder.file())
    #expect(try store.graph().nodes.isEmpty)
    #expect(try store.statistics().nodes == 0)
    #expect(try store.lookup("anything") == .none(nearest: []))
  }

  @Test("A large graph keeps all its edges")
  func large() throws {
    let folder = try TemporaryFolder()
    let graph = SyntheticGraph.make(seed: 7, nodes: 2000, edges: 20000)
    try GraphStore.write(graph, to: folder.file(), synchronize: true)
    #expect(try contents(GraphStore(opening: folder.file()).graph()) == contents(graph))
  }

  @Test("Statistics count what the graph holds")
  func statistics() throws {
    let folder = try TemporaryFolder()
    let graph = SyntheticGraph.make(seed: 3)
    try GraphStore.write(graph, to: folder.file())
    let statistics = try GraphStore(opening: folder.file()).statistics()
    #expect(statistics.nodes == graph.nodes.count)
    #expect(statistics.edges == graph.edges.count)
    #expect(statistics.pages == graph.pages.count)
    for kind in NodeKind.allCases {
      #expect(statistics.nodesByKind[kind] == graph.nodes.count { $0.kind == kind })
    }
    for relation in Relation.allCases {
      #expect(statistics.edgesByRelation[relation] == graph.edges.count { $0.relation == relation })
    }
    #expect(statistics.firstDate == graph.nodes.compactMap(\.date).min())
    #expect(statistics.lastDate == graph.nodes.compactMap(\.date).max())
  }

  @Test("Events come by date, then id, each with its pages")
  func events() throws {
    let folder = try TemporaryFolder()
    let graph = SyntheticGraph.make(seed: 4)
    try GraphStore.write(graph, to: folder.file())
    var found: [(date: PartialDate?, id: String, pages: [String])] = []
    try GraphStore(opening: folder.file()).forEachEvent { event, pages in
      found.append((event.date, event.id, pages))
    }
    #expect(found.count == graph.nodes.count { $0.kind == .event })
    #expect(found.flatMap(\.pages).count == graph.pages.count)
    for (a, b) in zip(found, found.dropFirst()) {
      let (x, y) = (a.date.map { "\($0)" } ?? "", b.date.map { "\($0)" } ?? "")
      #expect(x < y || (x == y && a.id.utf8.lexicographicallyPrecedes(b.id.utf8)))
    }
  }
}
