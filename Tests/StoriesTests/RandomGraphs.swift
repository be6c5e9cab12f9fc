@testable import Stories

/// Edges as the tests make and shuffle them.
struct EdgeList {
  var nodeCount: Int
  var edges: [(source: UInt32, target: UInt32, weight: Float)] = []

  var graph: WeightedGraph {
    WeightedGraph(
      nodeCount: nodeCount, sources: edges.map(\.source), targets: edges.map(\.target),
      weights: edges.map(\.weight))
  }

  static func random(nodes: Int, edges: Int, using rng: inout SplitMix64) -> EdgeList {
    var list = EdgeList(nodeCount: nodes)
    for _ in 0..<edges {
      list.edges.append(
        (UInt32(rng.below(nodes)), UInt32(rng.below(nodes)), Float(rng.below(8) + 1) / 4))
    }
    return list
  }

  /// Communities of equal size with most edges inside.
  static func planted(nodes: Int, communities: Int, edges: Int, using rng: inout SplitMix64)
    -> EdgeList
  {
    var list = EdgeList(nodeCount: nodes)
    let size = nodes / communities
    for _ in 0..<edges {
      let a = rng.below(nodes)
      let b = rng.below(10) < 8 ? a / size * size + rng.below(size) : rng.below(nodes)
      if a != b, b < nodes { list.edges.append((UInt32(a), UInt32(b), 1)) }
    }
    return list
  }
}

/// Every partition of a few nodes.
func allPartitions(_ count: Int, _ body: ([UInt32]) -> Void) {
  var labels = [UInt32](repeating: 0, count: count)
  func extend(_ node: Int, _ used: UInt32) {
    if node == count { return body(labels) }
    for label in 0...used {
      labels[node] = label
      extend(node + 1, max(used, label + 1))
    }
  }
  extend(0, 0)
}

/// How many pieces the communities are in, by joining the ends of every edge within one.
func componentCount(of partition: Partition, in graph: WeightedGraph) -> Int {
  var root = Array(0..<graph.nodeCount)
  func find(_ node: Int) -> Int {
    var node = node
    while root[node] != node { node = root[node] }
    return node
  }
  for node in 0..<graph.nodeCount {
    for k in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
      let other = Int(graph.arcs[k].target)
      if partition.labels[node] == partition.labels[other] { root[find(node)] = find(other) }
    }
  }
  return root.indices.count { root[$0] == $0 }
}
