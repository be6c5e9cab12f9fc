import Testing

@testable import Stories

@Suite("Leiden")
struct LeidenTests {
  @Test(
    "On few nodes it comes near the best of all partitions, and mostly is the best",
    arguments: [Leiden.Quality.modularity, .constantPotts])
  func bruteForce(quality: Leiden.Quality) {
    var rng = SplitMix64(seed: 11)
    var hits = 0
    for _ in 0..<60 {
      let graph = EdgeList.random(nodes: 3 + rng.below(6), edges: 4 + rng.below(14), using: &rng)
        .graph
      let leiden = Leiden(quality: quality, resolution: 0.9, iterations: 10)
      var best = -Double.infinity
      allPartitions(graph.nodeCount) { labels in
        best = max(best, leiden.quality(of: Partition(labels: labels), in: graph))
      }
      let found = leiden.quality(of: leiden.communities(of: graph), in: graph)
      #expect(found <= best + 1e-9)
      #expect(found >= best - 0.15 * max(1, quality == .modularity ? 1 : graph.totalWeight))
      if found > best - 1e-6 { hits += 1 }
    }
    #expect(hits >= 45, "\(hits) of 60")
  }

  @Test("Every community is connected", arguments: UInt64(0)..<20)
  func connected(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    let graph = EdgeList.random(nodes: 300, edges: 200 + rng.below(900), using: &rng).graph
    for quality in [Leiden.Quality.modularity, .constantPotts] {
      for resolution in [0.05, 0.5, 1, 3] {
        let partition = Leiden(quality: quality, resolution: resolution).communities(of: graph)
        #expect(partition.count == componentCount(of: partition, in: graph))
      }
    }
  }

  @Test("A community that falls apart is cut into its components")
  func cut() {
    let graph = EdgeList(nodeCount: 5, edges: [(0, 2, 1), (1, 3, 1)]).graph
    let parts = Partition(labels: [0, 0, 0, 0, 1])
      .connected(in: LeidenLevel(graph, .modularity))
    #expect(parts.labels == [0, 1, 0, 1, 2])
  }

  @Test("Edges of weight 0 change nothing", arguments: UInt64(0)..<10)
  func weightZero(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    var list = EdgeList.random(nodes: 60, edges: 150, using: &rng)
    let before = Leiden().communities(of: list.graph)
    for _ in 0..<100 { list.edges.append((UInt32(rng.below(60)), UInt32(rng.below(60)), 0)) }
    #expect(Leiden().communities(of: list.graph) == before)
  }

  @Test("More iterations never lower the quality", arguments: UInt64(0)..<10)
  func iterations(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    let graph = EdgeList.random(nodes: 500, edges: 1500, using: &rng).graph
    for quality in [Leiden.Quality.modularity, .constantPotts] {
      var last = -Double.infinity
      for iterations in 1...4 {
        let leiden = Leiden(quality: quality, resolution: 0.5, iterations: iterations)
        let reached = leiden.quality(of: leiden.communities(of: graph), in: graph)
        #expect(reached >= last - 1e-6 * abs(reached))
        last = reached
      }
    }
  }

  @Test("The order of the edges and of their ends changes nothing", arguments: UInt64(0)..<20)
  func edgeOrder(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    var list = EdgeList.random(nodes: 120, edges: 500, using: &rng)
    let before = list.graph
    list.edges.shuffle(using: &rng)
    for k in list.edges.indices where rng.below(2) == 0 {
      (list.edges[k].source, list.edges[k].target) = (list.edges[k].target, list.edges[k].source)
    }
    #expect(Leiden().communities(of: before) == Leiden().communities(of: list.graph))
  }

  @Test(
    "Planted communities are found, also when the nodes are numbered otherwise",
    arguments: UInt64(0)..<5)
  func planted(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    var list = EdgeList.planted(nodes: 1000, communities: 20, edges: 12_000, using: &rng)
    let leiden = Leiden()
    let truth = Partition(labels: (0..<1000).map { UInt32($0 / 50) })
    let planted = leiden.quality(of: truth, in: list.graph)
    let found = leiden.quality(of: leiden.communities(of: list.graph), in: list.graph)
    #expect(found >= planted - 1e-6)
    let names = (0..<UInt32(1000)).shuffled(using: &rng)
    for k in list.edges.indices {
      list.edges[k].source = names[Int(list.edges[k].source)]
      list.edges[k].target = names[Int(list.edges[k].target)]
    }
    let renamed = leiden.quality(of: leiden.communities(of: list.graph), in: list.graph)
    #expect(abs(renamed - found) < 0.005)
  }

  @Test("Quality is what its formula says")
  func quality() {
    // Two triangles with a bridge: m = 7, e = 3 and 3, K = 7 and 7.
    let graph = WeightedGraph(
      nodeCount: 6, sources: [0, 1, 2, 3, 4, 5, 2], targets: [1, 2, 0, 4, 5, 3, 3],
      weights: [1, 1, 1, 1, 1, 1, 1])
    let halves = Partition(labels: [0, 0, 0, 1, 1, 1])
    #expect(abs(Leiden().quality(of: halves, in: graph) - (6.0 / 7 - 0.5)) < 1e-6)
    #expect(Leiden().communities(of: graph) == halves)
    let potts = Leiden(quality: .constantPotts, resolution: 0.5)
    #expect(abs(potts.quality(of: halves, in: graph) - (6 - 0.5 * 9)) < 1e-6)
  }

  @Test("Graphs without nodes, without edges and with loops alone")
  func degenerate() {
    let empty = WeightedGraph(nodeCount: 0, sources: [], targets: [], weights: [])
    #expect(Leiden().communities(of: empty).count == 0)
    let alone = WeightedGraph(nodeCount: 4, sources: [1], targets: [1], weights: [2])
    for quality in [Leiden.Quality.modularity, .constantPotts] {
      #expect(Leiden(quality: quality).communities(of: alone).count == 4)
    }
    #expect(alone.totalWeight == 2)
  }

  @Test("Parallel edges add up, whatever their order")
  func parallelEdges() {
    let a = WeightedGraph(
      nodeCount: 2, sources: [0, 1, 0], targets: [1, 0, 1], weights: [0.1, 0.7, 1e8])
    let b = WeightedGraph(
      nodeCount: 2, sources: [0, 0, 1], targets: [1, 1, 0], weights: [1e8, 0.1, 0.7])
    #expect(a.arcs == b.arcs && a.edgeCount == 1)
  }
}
