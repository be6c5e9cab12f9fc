internal import EventGraph
internal import FileIO

/// Each event's nearest others, found through the lists of events that share a feature: no pair is looked
/// at that shares nothing, or nothing but common things over more than the window.
struct RelatedPairs: Sendable {
  struct Neighbor: Equatable, Sendable {
    var event: UInt32
    /// 0 … 1, and above where the archive claims it too.
    var score: Float
  }

  /// `events + 1` offsets into `neighbors`.
  let offsets: [UInt32]
  /// By score, the highest first; equal ones by event number.
  let neighbors: [Neighbor]

  func range(of event: Int) -> Range<Int> { Int(offsets[event])..<Int(offsets[event + 1]) }

  init(
    _ graph: KnowledgeGraph, _ features: EventFeatures, _ weights: FeatureWeights,
    _ settings: StorySettings
  ) {
    let threads = settings.threads
    // Many small ranges in turn: busy years are not equally spread.
    let pieces = mapWorkers(threads) { worker -> [(offsets: [UInt32], neighbors: [Neighbor])] in
      var search = NeighborSearch(graph, features, weights, settings)
      var pieces: [(offsets: [UInt32], neighbors: [Neighbor])] = []
      var block = worker
      while block * Self.block < features.events.count {
        let range = block * Self.block..<min((block + 1) * Self.block, features.events.count)
        pieces.append(search.neighbors(of: range))
        block += threads
      }
      return pieces
    }
    var offsets: [UInt32] = [0]
    var neighbors: [Neighbor] = []
    offsets.reserveCapacity(features.events.count + 1)
    var block = 0
    while block * Self.block < features.events.count {
      let piece = pieces[block % threads][block / threads]
      let start = UInt32(neighbors.count)
      neighbors.append(contentsOf: piece.neighbors)
      offsets.append(contentsOf: piece.offsets.lazy.map { $0 + start })
      block += 1
    }
    self.offsets = offsets
    self.neighbors = neighbors
  }

  private static let block = 512

  /// The pairs as an undirected graph: two events are joined where either is among the other's nearest.
  func graph() -> WeightedGraph {
    let edges = edges()
    return WeightedGraph(
      nodeCount: offsets.count - 1, sources: edges.map(\.source), targets: edges.map(\.target),
      weights: edges.map(\.score))
  }

  /// Every pair once.
  func edges() -> [(source: UInt32, target: UInt32, score: Float)] {
    var edges: [(source: UInt32, target: UInt32, score: Float)] = []
    edges.reserveCapacity(neighbors.count)
    for event in 0..<offsets.count - 1 {
      for neighbor in neighbors[range(of: event)] {
        let other = Int(neighbor.event)
        if other < event, neighbors[range(of: other)].contains(where: { $0.event == UInt32(event) })
        {
          continue
        }
        edges.append((UInt32(event), neighbor.event, neighbor.score))
      }
    }
    return edges
  }
}

/// One thread's search: an accumulator for every event, emptied after each.
private struct NeighborSearch: ~Copyable {
  typealias Neighbor = RelatedPairs.Neighbor

  private let graph: KnowledgeGraph
  private let features: EventFeatures
  private let weights: FeatureWeights
  private let settings: StorySettings
  private let scores: WeightSums
  /// For each feature, the place in its list where the window of the last event began: events come in
  /// order of time, so it only moves on.
  private var windowStarts: [UInt32]

  init(
    _ graph: KnowledgeGraph, _ features: EventFeatures, _ weights: FeatureWeights,
    _ settings: StorySettings
  ) {
    self.graph = graph
    self.features = features
    self.weights = weights
    self.settings = settings
    scores = WeightSums(features.events.count)
    windowStarts = Array(features.postingOffsets.dropLast())
  }

  mutating func neighbors(of events: Range<Int>) -> (offsets: [UInt32], neighbors: [Neighbor]) {
    var offsets: [UInt32] = []
    var neighbors: [Neighbor] = []
    for event in events {
      var touched = 0
      for k in features.range(of: event) {
        Self.gather(
          Int(features.items[k]), for: event, features, weights, reach: Int32(settings.windowDays),
          &windowStarts, scores, &touched)
      }
      addClaims(of: event, &touched)
      nearest(to: event, among: touched, &neighbors)
      offsets.append(UInt32(neighbors.count))
    }
    return (offsets, neighbors)
  }

  /// Adds what the event shares with the others that have the feature.
  private static func gather(
    _ feature: Int, for event: Int, _ features: EventFeatures, _ weights: FeatureWeights,
    reach: Int32, _ windowStarts: inout [UInt32], _ scores: borrowing WeightSums,
    _ touched: inout Int
  ) {
    let range = features.postingRange(of: feature)
    let isRare = weights.isRare[feature]
    let day = features.firstDays[event]
    let isDated = day != EventFeatures.noDay
    // Only what is rare reaches beyond the window, or to events of no date.
    if !isDated, !isRare { return }
    var k = range.lowerBound
    var last = Int32.max
    let (days, postings) = (features.firstDays.span, features.postings.span)
    if !isRare {
      k = Int(windowStarts[feature])
      while days[unchecked: Int(postings[unchecked: k])] < day - reach { k += 1 }
      windowStarts[feature] = UInt32(k)
      last = day + reach
    }
    let square = weights.weights[feature] * weights.weights[feature]
    let row = weights.kernels[Int(weights.decays[feature])]
    let kernel = row.span
    let beyond = kernel.count - 1
    let lastDay = features.lastDays[event]
    let lastDays = features.lastDays.span
    while k < range.upperBound {
      let other = Int(postings[unchecked: k])
      let otherDay = days[unchecked: other]
      if otherDay > last { break }
      k += 1
      var kept = StorySettings.undatedFading
      if isDated, otherDay != EventFeatures.noDay {
        let gap = max(otherDay - lastDay, day - lastDays[unchecked: other], 0)
        kept = kernel[unchecked: min(Int(gap), beyond)]
      }
      scores.add(square * kept, to: UInt32(other), &touched)
    }
  }

  /// Adds the archive's own claims, from either side; a claim counts less the further down its list.
  private func addClaims(of event: Int, _ touched: inout Int) {
    let node = features.events[event]
    var claims: [(other: Int, rank: UInt16)] = []
    for k in graph.outEdges(of: node) where graph.edges[k].relation == .relatedTo {
      claims.append((Int(features.numbers[graph.edges[k].target.position]), graph.edges[k].rank))
    }
    for k in graph.inEdges(of: node) where graph.edges[Int(k)].relation == .relatedTo {
      let edge = graph.edges[Int(k)]
      claims.append((Int(features.numbers[edge.source.position]), edge.rank))
    }
    claims.sort { ($0.other, $0.rank) < ($1.other, $1.rank) }
    var last = -1
    for claim in claims
    where claim.other != last && claim.other != event && claim.other < features.events.count {
      last = claim.other
      let scale = weights.norms[event] * weights.norms[claim.other]
      scores.add(
        scale * settings.claim(rank: claim.rank, daysApart: features.daysApart(event, claim.other)),
        to: UInt32(claim.other), &touched)
    }
  }

  /// Moves the highest scores to `neighbors` and empties the accumulator.
  private func nearest(to event: Int, among touched: Int, _ neighbors: inout [Neighbor]) {
    let start = neighbors.count
    let norm = weights.norms[event]
    for k in 0..<touched {
      let other = scores.touched[k]
      let score = scores.remove(other) / (norm * weights.norms[Int(other)])
      if score >= settings.leastScore, Int(other) != event {
        neighbors.append(Neighbor(event: other, score: score))
      }
    }
    neighbors[start...].sort {
      $0.score != $1.score ? $0.score > $1.score : $0.event < $1.event
    }
    if neighbors.count > start + settings.neighborLimit {
      neighbors.removeSubrange((start + settings.neighborLimit)...)
    }
  }
}

extension StorySettings {
  /// What a Related claim adds to a score: less far down the list, and less the further apart in time.
  func claim(rank: UInt16, daysApart: Int?) -> Float {
    let days = Float(min(daysApart ?? windowDays, 3650))
    return relatedBonus / (1 + Float(max(rank, 1) - 1) / 4)
      / (1 + days / Float(decayDays.upperBound))
  }
}
