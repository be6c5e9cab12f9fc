/// Moves single nodes of a level between communities, until no move raises the quality or the sweeps end.
///
/// A sweep looks at the nodes that wait, in the order of their numbers, so that the rows of arcs are read
/// as they lie in memory. A node that moves lets its neighbours outside of its new community wait again.
///
/// The loops over a node's arcs have no branch that depends on the data: at first nearly every node moves
/// and nothing could be predicted.
struct LocalMoving: ~Copyable {
  typealias Arc = LeidenLevel.Arc

  private let level: LeidenLevel
  private let density: Double
  /// The community of each node.
  private let community: FlatTable<UInt32>
  /// N_C of each community, the sum of its nodes' sizes.
  private let size: FlatTable<Double>
  private let members: FlatTable<UInt32>
  /// w(v, C) of the node v that is looked at.
  private let weights: WeightSums
  private var empty: [UInt32]
  private let waiting: NodeSet

  /// - Parameter labels: One below the level's `nodeCount` for each node.
  init(_ level: LeidenLevel, _ labels: [UInt32], density: Double) {
    self.level = level
    self.density = density
    let count = level.nodeCount
    community = FlatTable(repeating: 0, count: count)
    size = FlatTable(repeating: 0, count: count)
    members = FlatTable(repeating: 0, count: count)
    weights = WeightSums(count)
    waiting = NodeSet(all: count)
    empty = []
    for node in 0..<count {
      let label = Int(labels[node])
      community[node] = labels[node]
      size[label] += Double(level.sizes[node])
      members[label] += 1
    }
    for label in (0..<count).reversed() where members[label] == 0 { empty.append(UInt32(label)) }
  }

  /// - Parameter sweeps: How often each node is looked at, at most.
  mutating func run(sweeps: Int) {
    let level = level
    let (offsets, arcs) = (level.offsets.span, level.arcs.span)
    for _ in 0..<sweeps {
      var next = 0
      while let node = waiting.removeFirst(from: next) {
        next = node + 1
        let range = Int(offsets[unchecked: node])..<Int(offsets[unchecked: next])
        visit(node, arcs.extracting(unchecked: range))
      }
      if next == 0 { return }
    }
  }

  /// The communities, numbered densely by their first nodes.
  consuming func partition() -> Partition {
    Partition(labels: (0..<level.nodeCount).map { community[$0] })
  }

  @inline(__always)
  private mutating func visit(_ node: Int, _ row: Span<Arc>) {
    let own = Int(community[node])
    let nodeSize = Double(level.sizes[node])
    var touched = 0
    for k in row.indices {
      let arc = row[unchecked: k]
      weights.add(arc.weight, to: community[Int(arc.target)], &touched)
    }
    let best = best(for: own, nodeSize, among: touched)
    if best == own { return }
    if members[best] == 0 { empty.removeLast() }
    size[best] += nodeSize
    members[best] += 1
    members[own] -= 1
    size[own] = members[own] == 0 ? 0 : size[own] - nodeSize
    if members[own] == 0 { empty.append(UInt32(own)) }
    community[node] = UInt32(best)
    for k in row.indices {
      let other = Int(row[unchecked: k].target)
      waiting.insert(other, if: community[other] != UInt32(best))
    }
  }

  /// The community with the largest w(v, C) − γ′ n_v N_C, v's own without v; an empty one where all are
  /// negative. Sets the weights back to 0.
  @inline(__always)
  private func best(for own: Int, _ nodeSize: Double, among count: Int) -> Int {
    let scaled = density * nodeSize
    var best = own
    var bestGain = Double(weights[UInt32(own)]) - scaled * (size[own] - nodeSize)
    for k in 0..<count {
      let label = weights.touched[k]
      // Its own comes again here, v counted, which never makes it larger.
      let gain = Double(weights.remove(label)) - scaled * size[Int(label)]
      if gain > bestGain { (best, bestGain) = (Int(label), gain) }
    }
    if bestGain < 0, members[own] > 1, let free = empty.last { return Int(free) }
    return best
  }
}
