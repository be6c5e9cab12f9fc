extension LeidenLevel {
  /// What is known of a community while nodes move; in one place, since each visit to it is a cache miss.
  private struct Community {
    /// N_C, the sum of its nodes' sizes.
    var size: Double = 0
    /// w(v, C) of the node v that is being looked at, else 0.
    var weight: Float = 0
    var members: UInt32 = 0
  }

  /// Moves single nodes between communities until no move raises the quality. Nodes are looked at in the
  /// order of their numbers, then as their neighbours move.
  ///
  /// - Parameter labels: One below `nodeCount` for each node; dense from 0 afterwards.
  /// - Returns: How many communities there are then.
  func move(_ labels: inout [UInt32], density: Double) -> Int {
    var communities = [Community](repeating: Community(), count: nodeCount)
    for (node, label) in labels.enumerated() {
      communities[Int(label)].size += Double(sizes[node])
      communities[Int(label)].members += 1
    }
    var empty = (0..<UInt32(nodeCount)).reversed().filter { communities[Int($0)].members == 0 }
    var queue = NodeQueue(filledTo: nodeCount)
    var touched: [UInt32] = []
    let (offsets, arcs, sizes) = (self.offsets.span, self.arcs.span, self.sizes.span)
    // The top bit of a label says that the node waits: its neighbours read both at once.
    let waits: UInt32 = 1 << 31
    for node in labels.indices { labels[node] |= waits }
    var state = labels.mutableSpan
    var table = communities.mutableSpan
    while let node = queue.pop() {
      let own = state[unchecked: node] & ~waits
      state[unchecked: node] = own
      let row = Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1])
      for k in row {
        let arc = arcs[unchecked: k]
        let label = state[unchecked: Int(arc.target)] & ~waits
        if table[unchecked: Int(label)].weight == 0 { touched.append(label) }
        table[unchecked: Int(label)].weight += arc.weight
      }
      let size = Double(sizes[unchecked: node])
      let scaled = density * size
      let home = table[unchecked: Int(own)]
      var best = own
      var bestGain = Double(home.weight) - scaled * (home.size - size)
      for label in touched {
        let other = table[unchecked: Int(label)]
        table[unchecked: Int(label)].weight = 0
        if label == own { continue }
        let gain = Double(other.weight) - scaled * other.size
        if gain > bestGain { (best, bestGain) = (label, gain) }
      }
      touched.removeAll(keepingCapacity: true)
      if bestGain < 0, home.members > 1, let free = empty.last { best = free }
      if best == own { continue }
      table[unchecked: Int(own)].size -= size
      table[unchecked: Int(own)].members -= 1
      if table[unchecked: Int(best)].members == 0 { empty.removeLast() }
      if home.members == 1 {
        table[unchecked: Int(own)].size = 0
        empty.append(own)
      }
      table[unchecked: Int(best)].size += size
      table[unchecked: Int(best)].members += 1
      state[unchecked: node] = best
      for k in row {
        let target = Int(arcs[unchecked: k].target)
        let label = state[unchecked: target]
        if label & waits == 0, label != best {
          state[unchecked: target] = label | waits
          queue.push(target)
        }
      }
    }
    let partition = Partition(labels: labels)
    labels = partition.labels
    return partition.count
  }
}

/// Nodes that wait, each at most once: a ring that cannot overflow.
private struct NodeQueue {
  private var ring: [UInt32]
  private var head = 0
  private var count: Int

  init(filledTo nodeCount: Int) {
    ring = (0..<UInt32(nodeCount)).map { $0 }
    count = nodeCount
  }

  @inline(__always)
  mutating func pop() -> Int? {
    if count == 0 { return nil }
    let node = Int(ring[head])
    head = head + 1 == ring.count ? 0 : head + 1
    count -= 1
    return node
  }

  @inline(__always)
  mutating func push(_ node: Int) {
    var tail = head + count
    if tail >= ring.count { tail -= ring.count }
    ring[tail] = UInt32(node)
    count += 1
  }
}
