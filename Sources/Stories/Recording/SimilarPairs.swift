internal import EventGraph
internal import FileIO

/// The pairs of events that are among each other's nearest, with where documents say why.
struct SimilarPairs {
  let graph: KnowledgeGraph
  let relations: EventRelations
  let evidence: ReasonEvidence

  /// Nearest others that an event is joined to, and reasons that are kept of each pair: the others can be
  /// asked for ('weft why'), and all of them would make the file three times as large.
  static let neighborLimit = 10
  static let reasonLimit = 4

  struct Similar: Sendable {
    var edge: Edge
    var found: [ReasonEvidence.Found]
  }

  /// All pairs, by the first event's number.
  func all() -> [Similar] {
    let threads = relations.settings.threads
    return mapWorkers(threads) { worker in
      share(relations.features.events.count, of: worker, among: threads).flatMap {
        similar(to: $0)
      }
    }.flatMap { $0 }
  }

  /// The pairs of an event and others behind it in the graph, each once in all.
  private func similar(to event: Int) -> [Similar] {
    let pairs = relations.pairs
    func isNear(_ a: Int, _ b: Int) -> Bool {
      pairs.neighbors[pairs.range(of: a)].prefix(Self.neighborLimit).contains {
        Int($0.event) == b
      }
    }
    var found: [Similar] = []
    for neighbor in pairs.neighbors[pairs.range(of: event)].prefix(Self.neighborLimit) {
      let other = Int(neighbor.event)
      // The pair is another's to make where both have it.
      if other < event, isNear(other, event) { continue }
      found.append(similar(event, other, neighbor.score))
    }
    return found.filter { !$0.found.isEmpty }
  }

  private func similar(_ a: Int, _ b: Int, _ score: Float) -> Similar {
    let features = relations.features
    let (first, second) = (
      min(features.events[a], features.events[b]), max(features.events[a], features.events[b])
    )
    let edge = Edge(
      source: first, relation: .similarTo, target: second, weight: score.rounded4)
    var found: [ReasonEvidence.Found] = []
    for reason in relations.strongest(a, b, in: graph, limit: Self.reasonLimit) {
      let share = UInt8(clamping: Int((reason.share * 100).rounded()))
      if share == 0 { continue }
      let places: [ReasonEvidence.Found]
      let rule: Rule
      if let feature = reason.feature {
        places = [first, second].compactMap { evidence.evidence(of: feature, for: $0) }
        rule = .similar(features.kinds[feature])
        // What only one of them is known to say is no reason that can be checked.
        if places.count < 2 { continue }
      } else {
        let claim = graph.claim(first, second).flatMap {
          graph.evidence[graph.evidenceRange(ofEdge: $0)].first
        }
        places = claim.map { [evidence.found($0)] } ?? []
        rule = .similarClaim
      }
      for var place in places {
        place.evidence.rule = rule
        place.evidence.share = share
        found.append(place)
      }
    }
    return Similar(edge: edge, found: found)
  }
}

extension Rule {
  fileprivate static func similar(_ kind: FeatureKind) -> Rule {
    switch kind {
    case .topic: .similarTopic
    case .entity: .similarEntity
    case .concept: .similarConcept
    case .name: .similarName
    case .word: .similarWord
    case .source: .similarSource
    }
  }
}

extension EventRelations {
  /// The largest parts of two events' score, with their shares of it; the feature is nil for a claim of the
  /// archive.
  func strongest(
    _ a: Int, _ b: Int, in graph: KnowledgeGraph, limit: Int
  ) -> [(feature: Int?, share: Double)] {
    let apart = features.daysApart(a, b)
    let norm = Double(weights.norms[a] * weights.norms[b])
    var parts: [(feature: Int?, share: Double)] = []
    var k = features.range(of: b).lowerBound
    let end = features.range(of: b).upperBound
    // Both lists ascend.
    for place in features.range(of: a) {
      let item = features.items[place]
      while k < end, features.items[k] < item { k += 1 }
      guard k < end, features.items[k] == item else { continue }
      let weight = Double(weights.weights[Int(item)])
      let kept = Double(weights.kernel(Int(item), daysApart: apart))
      parts.append((Int(item), weight * weight * kept / norm))
    }
    if let claim = graph.claim(features.events[a], features.events[b]) {
      let bonus = settings.claim(rank: graph.edges[claim].rank, daysApart: apart)
      parts.append((nil, Double(bonus)))
    }
    let score = max(parts.reduce(0) { $0 + $1.share }, .leastNormalMagnitude)
    parts.sort {
      $0.share != $1.share ? $0.share > $1.share : ($0.feature ?? -1) < ($1.feature ?? -1)
    }
    return parts.prefix(limit).map { ($0.feature, $0.share / score) }
  }
}
