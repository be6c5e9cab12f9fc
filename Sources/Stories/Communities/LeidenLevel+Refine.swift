internal import Glibc

extension LeidenLevel {
  /// A part of a community while it is refined.
  private struct Part {
    /// N_C
    var size: Double
    /// w(C, S − C), the weight of its edges to the rest of its community.
    var cut: Double
    /// w(v, C) of the node v that is being looked at, else 0.
    var weight: Float = 0
    var isAlone = true
  }

  /// Divides each community into parts that are well connected within it, so that no aggregate holds
  /// what hangs together by nodes that have moved away.
  func refine(_ labels: [UInt32], density: Double, _ random: inout SplitMix64) -> Partition {
    let communities = bucketed(labels, count: Int(labels.max() ?? 0) + 1)
    var table = initialParts(labels)
    var names = Partition(singletons: nodeCount).labels
    var order = communities.items
    var candidates = Candidates()
    var touched: [UInt32] = []
    var part = names.mutableSpan
    var parts = table.mutableSpan
    let (offsets, arcs, labels) = (self.offsets.span, self.arcs.span, labels.span)
    for community in 0..<communities.offsets.count - 1 {
      let range = Int(communities.offsets[community])..<Int(communities.offsets[community + 1])
      if range.count < 2 { continue }
      // The paper visits them in random order.
      for k in stride(from: range.upperBound - 1, to: range.lowerBound, by: -1) {
        order.swapAt(k, range.lowerBound + random.below(k - range.lowerBound + 1))
      }
      var total = 0.0
      for k in range { total += Double(sizes[Int(order[k])]) }
      for k in range {
        let node = Int(order[k])
        let own = parts[unchecked: node]
        // A part is named after its first node, so a node that is alone is its own part.
        guard own.isAlone, part[unchecked: node] == UInt32(node),
          own.cut >= density * own.size * (total - own.size)
        else { continue }
        for a in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1]) {
          let arc = arcs[unchecked: a]
          guard labels[unchecked: Int(arc.target)] == UInt32(community) else { continue }
          let other = Int(part[unchecked: Int(arc.target)])
          if parts[unchecked: other].weight == 0 { touched.append(UInt32(other)) }
          parts[unchecked: other].weight += arc.weight
        }
        for name in touched {
          let other = parts[unchecked: Int(name)]
          parts[unchecked: Int(name)].weight = 0
          let gain = Double(other.weight) - density * own.size * other.size
          if gain >= 0, other.cut >= density * other.size * (total - other.size) {
            candidates.add(name, gain: gain, weight: other.weight)
          }
        }
        touched.removeAll(keepingCapacity: true)
        guard let chosen = candidates.choose(&random) else { continue }
        let target = Int(chosen.part)
        part[node] = chosen.part
        parts[target].isAlone = false
        parts[target].size += own.size
        parts[target].cut += own.cut - 2 * Double(chosen.weight)
      }
    }
    return Partition(labels: names)
  }

  private func initialParts(_ labels: [UInt32]) -> [Part] {
    let (offsets, arcs, labels) = (self.offsets.span, self.arcs.span, labels.span)
    return (0..<nodeCount).map { node in
      var cut: Float = 0
      for k in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1])
      where labels[unchecked: Int(arcs[unchecked: k].target)] == labels[node] {
        cut += arcs[unchecked: k].weight
      }
      return Part(size: Double(sizes[node]), cut: Double(cut))
    }
  }
}

/// The parts that a node may join, and the draw among them.
private struct Candidates {
  /// θ of the paper, as a share of the largest gain: how likely a lesser gain is chosen.
  private static let randomness = 0.01

  private var items: [(part: UInt32, weight: Float, gain: Double)] = []

  mutating func add(_ part: UInt32, gain: Double, weight: Float) {
    items.append((part, weight, gain))
  }

  /// One of them, with a chance that grows as exp(gain / θ); nil where there is none. Empties the list.
  mutating func choose(_ random: inout SplitMix64) -> (part: UInt32, weight: Float)? {
    defer { items.removeAll(keepingCapacity: true) }
    guard let first = items.first else { return nil }
    if items.count == 1 { return (first.part, first.weight) }
    let best = items.reduce(first.gain) { max($0, $1.gain) }
    let theta = max(best * Self.randomness, .leastNormalMagnitude)
    var sum = 0.0
    for k in items.indices {
      let distance = (best - items[k].gain) / theta
      items[k].gain = distance > 30 ? 0 : exp(-distance)
      sum += items[k].gain
    }
    var draw = random.unit() * sum
    for item in items where item.gain > 0 {
      draw -= item.gain
      if draw < 0 { return (item.part, item.weight) }
    }
    return items.last { $0.gain > 0 }.map { ($0.part, $0.weight) }
  }
}
