/// An undirected, weighted graph as compressed sparse rows: an edge stands in the rows of both its
/// ends, a self-loop apart from them.
public struct WeightedGraph: Sendable {
  /// One end of an edge, seen from the other.
  struct Arc: Equatable, Sendable {
    var target: UInt32
    var weight: Float
  }

  /// `nodeCount + 1` offsets into `arcs`.
  let offsets: [UInt32]
  /// By target within a node's row, each target once; weights above 0.
  let arcs: [Arc]
  /// The weight of each node's self-loop, which counts twice in its degree.
  let loops: [Float]

  public var nodeCount: Int { offsets.count - 1 }
  /// Without self-loops.
  public var edgeCount: Int { arcs.count / 2 }

  init(offsets: [UInt32], arcs: [Arc], loops: [Float]) {
    self.offsets = offsets
    self.arcs = arcs
    self.loops = loops
  }

  /// The graph of a list of edges; parallel edges add up. The order of the list does not matter.
  ///
  /// - Parameters:
  ///   - sources: One end of each edge, `0 ..< nodeCount`.
  ///   - targets: The other end (`count == sources.count`).
  ///   - weights: ≥ 0 and finite (`count == sources.count`); an edge of weight 0 is none.
  /// - Complexity: O(nodes + edges), by counting.
  public init(nodeCount: Int, sources: [UInt32], targets: [UInt32], weights: [Float]) {
    precondition(sources.count == targets.count && sources.count == weights.count)
    precondition(sources.count < Int(UInt32.max) / 2, "more edges than 31 bits can count")
    let ends = Self.sortedArcs(nodeCount, sources, targets, weights)
    var offsets = [UInt32](repeating: 0, count: nodeCount + 1)
    var arcs: [Arc] = []
    arcs.reserveCapacity(ends.arcs.count)
    var loops = [Float](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      var k = Int(ends.offsets[node])
      let end = Int(ends.offsets[node + 1])
      while k < end {
        var run = k + 1
        while run < end, ends.arcs[run].target == ends.arcs[k].target { run += 1 }
        var arc = ends.arcs[k]
        if run - k > 1 {
          // Sums of floating-point numbers depend on their order; the list's order must not matter.
          arc.weight = ends.arcs[k..<run].map(\.weight).sorted().reduce(0, +)
        }
        if Int(arc.target) == node {
          loops[node] = arc.weight / 2
        } else if arc.weight > 0 {
          arcs.append(arc)
        }
        k = run
      }
      offsets[node + 1] = UInt32(arcs.count)
    }
    self.init(offsets: offsets, arcs: arcs, loops: loops)
  }

  /// Both arcs of every edge, grouped by node and sorted by target within: two stable counting sorts.
  private static func sortedArcs(
    _ nodeCount: Int, _ sources: [UInt32], _ targets: [UInt32], _ weights: [Float]
  ) -> (offsets: [UInt32], arcs: [Arc]) {
    var offsets = [UInt32](repeating: 0, count: nodeCount + 1)
    for k in sources.indices {
      precondition(weights[k] >= 0 && weights[k].isFinite, "an edge's weight must be 0 or more")
      offsets[Int(sources[k]) + 1] += 1
      offsets[Int(targets[k]) + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    // By target first: each holds the node at the other end.
    var byTarget = [Arc](
      repeating: Arc(target: 0, weight: 0), count: sources.count * 2)
    for k in sources.indices {
      let (a, b) = (sources[k], targets[k])
      byTarget[Int(next[Int(a)])] = Arc(target: b, weight: weights[k])
      next[Int(a)] += 1
      byTarget[Int(next[Int(b)])] = Arc(target: a, weight: weights[k])
      next[Int(b)] += 1
    }
    next = offsets
    var arcs = [Arc](repeating: Arc(target: 0, weight: 0), count: byTarget.count)
    for target in 0..<nodeCount {
      for k in Int(offsets[target])..<Int(offsets[target + 1]) {
        let node = Int(byTarget[k].target)
        arcs[Int(next[node])] = Arc(target: UInt32(target), weight: byTarget[k].weight)
        next[node] += 1
      }
    }
    return (offsets, arcs)
  }

  /// The sum of all edges' weights, m.
  public var totalWeight: Double {
    var sum = 0.0
    for arc in arcs { sum += Double(arc.weight) }
    sum /= 2
    for loop in loops { sum += Double(loop) }
    return sum
  }

  /// The sum of the weights of each node's edges, a self-loop's twice.
  var strengths: [Double] {
    (0..<nodeCount).map { node in
      var sum = 2 * Double(loops[node])
      for k in Int(offsets[node])..<Int(offsets[node + 1]) { sum += Double(arcs[k].weight) }
      return sum
    }
  }
}
