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
    // The place of a part in the row that is being made, while it is.
    var slot = [UInt32](repeating: .max, count: parts.count)
    for part in 0..<parts.count {
      let start = arcs.count
      var loop = 0.0
      var size = 0.0
      for member in groups.items[Int(groups.offsets[part])..<Int(groups.offsets[part + 1])] {
        let node = Int(member)
        loop += Double(self.loops[node])
        size += Double(self.sizes[node])
        for k in Int(self.offsets[node])..<Int(self.offsets[node + 1]) {
          let arc = self.arcs[k]
          let other = parts.labels[Int(arc.target)]
          if Int(other) == part {
            loop += Double(arc.weight) / 2
          } else if slot[Int(other)] == .max {
            slot[Int(other)] = UInt32(arcs.count)
            arcs.append(Arc(target: other, weight: arc.weight))
          } else {
            arcs[Int(slot[Int(other)])].weight += arc.weight
          }
        }
      }
      for k in start..<arcs.count { slot[Int(arcs[k].target)] = .max }
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
