/// Groups the nodes of an undirected, weighted graph into communities (Leiden).
///
/// Maximizes H = Σ_c [ e_c − γ′ · N_c² / 2 ] over communities c, where e_c is the weight of the edges
/// within c and N_c the sum of its nodes' sizes n:
/// - modularity: n_v is the node's strength, γ′ = γ / 2m;
/// - constant Potts model (CPM): n_v = 1, γ′ = γ, so that γ is the density that a community must have.
///
/// An iteration repeats three steps until nothing can be joined further:
/// 1. Local moving. Nodes wait in a queue. A node v moves to the community with the largest
///    w(v, C) − γ′ n_v N_C, its own counted without it, or to none; its neighbours outside then wait again.
/// 2. Refinement. Within each community S, nodes begin alone. A node v that is alone and well connected,
///    w(v, S − v) ≥ γ′ n_v (N_S − n_v), joins a well connected part C, w(C, S − C) ≥ γ′ N_C (N_S − N_C),
///    with a chance that grows as exp(ΔH / θ) among those with ΔH ≥ 0.
/// 3. Aggregation. The parts become nodes; the communities of step 1 are where they start from.
///
/// Before the first iteration a few sweeps of local moving show which nodes belong together, and nodes are
/// numbered anew by that: most of the time is waiting for memory, and neighbours then lie side by side.
///
/// Equal graphs give equal partitions, in every process: chance comes from the seed, and nodes are
/// visited in the order of their numbers. All ends: a level has fewer nodes than the one below it, and its
/// moves have no more than `sweepLimit` sweeps (graphs of a million nodes take 20).
///
/// - SeeAlso: Traag, Waltman, van Eck 2019, doi:10.1038/s41598-019-41695-z
public struct Leiden: Sendable {
  public enum Quality: Sendable {
    case modularity
    /// The constant Potts model.
    case constantPotts
  }

  public var quality: Quality
  /// γ > 0. Modularity: no unit, 1 is the textbook's. CPM: weight an edge. Larger gives smaller
  /// communities.
  public var resolution: Double
  /// How often the whole is repeated from where it ended; each keeps or raises H. It ends sooner where
  /// nothing changes.
  public var iterations: Int
  public var seed: UInt64

  /// Sweeps until the order of nodes is worth taking: of 1, 2, 3, 4, 6 and all the fastest on 1M nodes.
  private static let orderingSweeps = 4
  private static let sweepLimit = 200

  public init(
    quality: Quality = .modularity, resolution: Double = 1, iterations: Int = 2, seed: UInt64 = 1
  ) {
    self.quality = quality
    self.resolution = resolution
    self.iterations = iterations
    self.seed = seed
  }

  /// - Returns: Communities that are each connected.
  /// - Complexity: about O(edges) a pass, of which there are some tens; memory for two more graphs.
  public func communities(of graph: WeightedGraph) -> Partition {
    var random = SplitMix64(seed: seed)
    let density = density(of: graph)
    let given = LeidenLevel(graph, quality)
    var start = LocalMoving(given, Partition(singletons: graph.nodeCount).labels, density: density)
    start.run(sweeps: Self.orderingSweeps)
    let found = start.partition()
    let order = given.bucketed(found.labels, count: found.count).items
    let base = given.renumbered(order)
    var labels = order.map { found.labels[Int($0)] }
    for _ in 0..<max(1, iterations) {
      let before = labels
      labels = improve(labels, on: base, density, &random)
      if labels == before { break }
    }
    let parts = Partition(labels: labels).connected(in: base).labels
    var own = parts
    for (number, node) in order.enumerated() { own[Int(node)] = parts[number] }
    return Partition(labels: own)
  }

  /// γ′ of the formulas above.
  private func density(of graph: WeightedGraph) -> Double {
    switch quality {
    case .constantPotts: return resolution
    case .modularity:
      let total = graph.totalWeight
      return total > 0 ? resolution / (2 * total) : 0
    }
  }

  /// One iteration: moving, refining and aggregating until every community is one node.
  private func improve(
    _ start: [UInt32], on base: LeidenLevel, _ density: Double, _ random: inout SplitMix64
  ) -> [UInt32] {
    var level = base
    var labels = start
    // Where each node of the graph is in the level: empty on the first, where it is itself.
    var place: [UInt32] = []
    while true {
      var moving = LocalMoving(level, labels, density: density)
      moving.run(sweeps: Self.sweepLimit)
      let moved = moving.partition()
      labels = moved.labels
      if moved.count == level.nodeCount { break }
      let parts = Refinement(level, labels, density: density).partition(&random)
      if parts.count == level.nodeCount { break }
      let next = level.aggregated(parts)
      place =
        place.isEmpty ? parts.labels : place.map { parts.labels[Int($0)] }
      var above = [UInt32](repeating: 0, count: parts.count)
      for (node, part) in parts.labels.enumerated() { above[Int(part)] = labels[node] }
      labels = Partition(labels: above).labels
      level = next
    }
    return place.isEmpty
      ? Partition(labels: labels).labels
      : Partition(labels: place.map { labels[Int($0)] }).labels
  }

  /// The quality of a partition: modularity between −1 and 1, or H of the constant Potts model in units
  /// of the edges' weight.
  ///
  /// Modularity: Q = Σ_c [ e_c / m − γ (K_c / 2m)² ], with K_c the strength of c. 0 without edges.
  public func quality(of partition: Partition, in graph: WeightedGraph) -> Double {
    let base = LeidenLevel(graph, quality)
    var inside = [Double](repeating: 0, count: partition.count)
    var size = inside
    for node in 0..<graph.nodeCount {
      let label = partition.labels[node]
      size[Int(label)] += Double(base.sizes[node])
      inside[Int(label)] += Double(graph.loops[node])
      for k in Int(graph.offsets[node])..<Int(graph.offsets[node + 1])
      where partition.labels[Int(graph.arcs[k].target)] == label {
        inside[Int(label)] += Double(graph.arcs[k].weight) / 2
      }
    }
    let density = density(of: graph)
    var sum = 0.0
    for c in inside.indices { sum += inside[c] - density * size[c] * size[c] / 2 }
    let total = graph.totalWeight
    return quality == .modularity ? (total > 0 ? sum / total : 0) : sum
  }
}
