/// A graph as Leiden works on it: the input with its nodes in another order, or an aggregate of it.
struct LeidenLevel {
  typealias Arc = WeightedGraph.Arc

  /// `nodeCount + 1` offsets into `arcs`.
  let offsets: [UInt32]
  /// Each target once in a node's row; weights above 0.
  let arcs: [Arc]
  /// Each node's weight to itself.
  let loops: [Float]
  /// Each node's size n, ≥ 0.
  let sizes: [Float]

  var nodeCount: Int { sizes.count }

  init(offsets: [UInt32], arcs: [Arc], loops: [Float], sizes: [Float]) {
    self.offsets = offsets
    self.arcs = arcs
    self.loops = loops
    self.sizes = sizes
  }

  init(_ graph: WeightedGraph, _ quality: Leiden.Quality) {
    let sizes: [Float] =
      switch quality {
      case .modularity: graph.strengths.map { Float($0) }
      case .constantPotts: [Float](repeating: 1, count: graph.nodeCount)
      }
    self.init(offsets: graph.offsets, arcs: graph.arcs, loops: graph.loops, sizes: sizes)
  }

  func degree(of node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

  /// The nodes grouped by label, ascending within each.
  func bucketed(_ labels: [UInt32], count: Int) -> (items: [UInt32], offsets: [UInt32]) {
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for label in labels { offsets[Int(label) + 1] += 1 }
    for k in 0..<count { offsets[k + 1] += offsets[k] }
    var next = offsets
    var items = [UInt32](repeating: 0, count: labels.count)
    for (node, label) in labels.enumerated() {
      items[Int(next[Int(label)])] = UInt32(node)
      next[Int(label)] += 1
    }
    return (items, offsets)
  }

  /// The same graph with its nodes in another order: those of one community side by side, so that what an
  /// inner loop reads of neighbours lies together too.
  ///
  /// - Parameter order: Every node once; the k-th becomes node k.
  func renumbered(_ order: [UInt32]) -> LeidenLevel {
    var numbers = [UInt32](repeating: 0, count: nodeCount)
    for (number, node) in order.enumerated() { numbers[Int(node)] = UInt32(number) }
    var newOffsets: [UInt32] = [0]
    newOffsets.reserveCapacity(nodeCount + 1)
    let (offsets, arcs, map) = (self.offsets.span, self.arcs.span, numbers.span)
    let newArcs = [Arc](unsafeUninitializedCapacity: arcs.count) { buffer, written in
      for node in order {
        for k in Int(offsets[unchecked: Int(node)])..<Int(offsets[unchecked: Int(node) + 1]) {
          let arc = arcs[unchecked: k]
          buffer.initializeElement(
            at: written, to: Arc(target: map[unchecked: Int(arc.target)], weight: arc.weight))
          written += 1
        }
        newOffsets.append(UInt32(written))
      }
    }
    return LeidenLevel(
      offsets: newOffsets, arcs: newArcs, loops: order.map { loops[Int($0)] },
      sizes: order.map { sizes[Int($0)] })
  }
}
