/// A graph as Leiden works on it: the input, or an aggregate of it.
struct LeidenLevel {
  typealias Arc = WeightedGraph.Arc

  /// `nodeCount + 1` offsets into `arcs`.
  let offsets: [UInt32]
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

  /// The graph whose nodes are the parts.
  func aggregated(_ parts: Partition) -> LeidenLevel {
    let groups = bucketed(parts.labels, count: parts.count)
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(parts.count + 1)
    var loops: [Float] = []
    var sizes: [Float] = []
    var arcs: [Arc] = []
    loops.reserveCapacity(parts.count)
    sizes.reserveCapacity(parts.count)
    // w(C, D) of the part C whose row is being made, for each D.
    var weights = [Float](repeating: 0, count: parts.count)
    var row: [UInt32] = []
    var table = weights.mutableSpan
    let (labels, items) = (parts.labels.span, groups.items.span)
    let (allOffsets, allArcs) = (self.offsets.span, self.arcs.span)
    for part in 0..<parts.count {
      var loop = 0.0
      var size = 0.0
      for m in Int(groups.offsets[part])..<Int(groups.offsets[part + 1]) {
        let node = Int(items[unchecked: m])
        loop += Double(self.loops[node])
        size += Double(self.sizes[node])
        for k in Int(allOffsets[unchecked: node])..<Int(allOffsets[unchecked: node + 1]) {
          let arc = allArcs[unchecked: k]
          let other = labels[unchecked: Int(arc.target)]
          if table[unchecked: Int(other)] == 0 { row.append(other) }
          table[unchecked: Int(other)] += arc.weight
        }
      }
      for other in row {
        let weight = table[unchecked: Int(other)]
        table[unchecked: Int(other)] = 0
        if Int(other) == part {
          loop += Double(weight) / 2
        } else if weight > 0 {
          arcs.append(Arc(target: other, weight: weight))
        }
      }
      row.removeAll(keepingCapacity: true)
      loops.append(Float(loop))
      sizes.append(Float(size))
      offsets.append(UInt32(arcs.count))
    }
    return LeidenLevel(offsets: offsets, arcs: arcs, loops: loops, sizes: sizes)
  }

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
}
