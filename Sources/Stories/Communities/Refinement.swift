internal import Glibc

/// Divides each community of a level into parts that are well connected within it, so that no aggregate
/// holds what hangs together by nodes that have moved away.
///
/// A community is worked on by itself: its nodes are numbered from 0 and its inner arcs copied, so that the
/// many steps among them stay in the processor's first caches.
struct Refinement: ~Copyable {
  typealias Arc = LeidenLevel.Arc

  /// Where a node is: its community, and its number within that.
  struct Place: BitwiseCopyable {
    var community: UInt32
    var number: UInt32
  }

  private let level: LeidenLevel
  private let density: Double
  /// The nodes by community.
  private let nodes: [UInt32]
  private let offsets: [UInt32]
  private let places: FlatTable<Place>

  // Of the community that is worked on.
  private let order: FlatTable<UInt32>
  /// Offsets of each node's inner arcs in `arcs`.
  private let starts: FlatTable<UInt32>
  private let arcs: FlatTable<Arc>
  /// Each node's part, named after the part's first node.
  private let part: FlatTable<UInt32>
  private let isAlone: FlatTable<Bool>
  /// N_C of each part.
  private let size: FlatTable<Double>
  /// w(C, S − C), the weight of the part's edges to the rest of its community.
  private let cut: FlatTable<Double>
  /// w(v, C) of the node v that is looked at.
  private let weights: WeightSums
  private let chances: FlatTable<Double>

  /// θ of the paper, as a share of the largest gain: how likely a lesser gain is chosen.
  private static let randomness = 0.01
  /// Gains below this share of the largest have no chance worth a draw: exp(−0.3 / 0.01) < 1e-13.
  private static let leastShare = 0.7

  /// - Parameter labels: Dense from 0.
  init(_ level: LeidenLevel, _ labels: [UInt32], density: Double) {
    self.level = level
    self.density = density
    (nodes, offsets) = level.bucketed(labels, count: Int(labels.max() ?? 0) + 1)
    places = FlatTable(repeating: Place(community: 0, number: 0), count: level.nodeCount)
    var largest = 0
    var mostArcs = 0
    for community in 0..<offsets.count - 1 {
      let range = Int(offsets[community])..<Int(offsets[community + 1])
      var arcCount = 0
      for k in range {
        places[Int(nodes[k])] = Place(
          community: UInt32(community), number: UInt32(k - range.lowerBound))
        arcCount += level.degree(of: Int(nodes[k]))
      }
      largest = max(largest, range.count)
      mostArcs = max(mostArcs, arcCount)
    }
    order = FlatTable(repeating: 0, count: largest)
    starts = FlatTable(repeating: 0, count: largest + 1)
    // One more, since each arc is written and then kept or not.
    arcs = FlatTable(repeating: Arc(target: 0, weight: 0), count: mostArcs + 1)
    part = FlatTable(repeating: 0, count: largest)
    isAlone = FlatTable(repeating: true, count: largest)
    size = FlatTable(repeating: 0, count: largest)
    cut = FlatTable(repeating: 0, count: largest)
    weights = WeightSums(largest)
    chances = FlatTable(repeating: 0, count: largest)
  }

  func partition(_ random: inout SplitMix64) -> Partition {
    var names = [UInt32](repeating: 0, count: level.nodeCount)
    for community in 0..<offsets.count - 1 {
      let first = Int(offsets[community])
      let count = Int(offsets[community + 1]) - first
      let total = load(UInt32(community), nodes[first..<first + count])
      shuffle(count, &random)
      for k in 0..<count { join(Int(order[k]), total, &random) }
      for v in 0..<count { names[Int(nodes[first + v])] = nodes[first + Int(part[v])] }
    }
    return Partition(labels: names)
  }

  /// Numbers the nodes of a community and copies the arcs between them.
  ///
  /// - Returns: N_S, the community's size.
  private func load(_ community: UInt32, _ members: ArraySlice<UInt32>) -> Double {
    let (allOffsets, allArcs) = (level.offsets.span, level.arcs.span)
    var total = 0.0
    var end = 0
    for (v, node) in members.enumerated() {
      let start = end
      for k in Int(allOffsets[unchecked: Int(node)])..<Int(allOffsets[unchecked: Int(node) + 1]) {
        let arc = allArcs[unchecked: k]
        let place = places[Int(arc.target)]
        arcs[end] = Arc(target: place.number, weight: arc.weight)
        end &+= place.community == community ? 1 : 0
      }
      var sum: Float = 0
      for k in start..<end { sum += arcs[k].weight }
      starts[v] = UInt32(start)
      cut[v] = Double(sum)
      size[v] = Double(level.sizes[Int(node)])
      total += size[v]
      part[v] = UInt32(v)
      isAlone[v] = true
      order[v] = UInt32(v)
    }
    starts[members.count] = UInt32(end)
    return total
  }

  /// The paper visits the nodes in random order.
  private func shuffle(_ count: Int, _ random: inout SplitMix64) {
    for k in stride(from: count - 1, to: 0, by: -1) {
      let other = random.below(k + 1)
      (order[k], order[other]) = (order[other], order[k])
    }
  }

  /// Whether a part is well connected within its community of size `total`.
  @inline(__always)
  private func isWellConnected(_ part: Int, _ total: Double) -> Bool {
    cut[part] >= density * size[part] * (total - size[part])
  }

  /// Lets a node that is alone join a part.
  private func join(_ v: Int, _ total: Double, _ random: inout SplitMix64) {
    // A part is named after its first node, so a node that is alone is its own part.
    guard isAlone[v], part[v] == UInt32(v), isWellConnected(v, total) else { return }
    var count = 0
    for k in Int(starts[v])..<Int(starts[v + 1]) {
      weights.add(arcs[k].weight, to: part[Int(arcs[k].target)], &count)
    }
    if let chosen = choose(among: count, size[v], total, &random) {
      cut[chosen] += cut[v] - 2 * Double(weights[UInt32(chosen)])
      size[chosen] += size[v]
      part[v] = UInt32(chosen)
      isAlone[chosen] = false
    }
    for k in 0..<count { _ = weights.remove(weights.touched[k]) }
  }

  /// One of the well connected parts that it has arcs to and that do not lower the quality, with a chance that grows as
  /// exp(gain / θ); nil where there is none.
  private func choose(
    among count: Int, _ nodeSize: Double, _ total: Double, _ random: inout SplitMix64
  ) -> Int? {
    // The gain of each at first, then its chance.
    var best = 0.0
    for k in 0..<count {
      let other = Int(weights.touched[k])
      chances[k] = Double(weights[UInt32(other)]) - density * nodeSize * size[other]
      if chances[k] > best, isWellConnected(other, total) { best = chances[k] }
    }
    let theta = max(best * Self.randomness, .leastNormalMagnitude)
    let least = best * Self.leastShare
    var sum = 0.0
    for k in 0..<count {
      let gain = chances[k]
      chances[k] = 0
      guard gain >= least, isWellConnected(Int(weights.touched[k]), total) else { continue }
      chances[k] = gain == best ? 1 : exp((gain - best) / theta)
      sum += chances[k]
    }
    if sum == 0 { return nil }
    // Nothing to draw for where one has all of the chance, or none has any.
    var draw = sum > 1 ? random.unit() * sum : 0
    var last: Int?
    for k in 0..<count where chances[k] > 0 {
      last = Int(weights.touched[k])
      draw -= chances[k]
      if draw < 0 { break }
    }
    return last
  }
}
