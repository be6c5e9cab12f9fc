internal import EventGraph
internal import Glibc

/// What sets a group of events apart, in words.
struct StoryLabels {
  private let graph: KnowledgeGraph
  private let grouping: StoryGrouping

  /// A topic that this share of the events is filed under names the group alone.
  private static let topicShare = 0.4
  private static let wordsShown = 3

  init(_ graph: KnowledgeGraph, _ grouping: StoryGrouping) {
    self.graph = graph
    self.grouping = grouping
  }

  private struct Candidate {
    var feature: Int
    var count: Int
    var score: Double
  }

  /// Features by how much they tell: the events that have them, times what they say.
  private func candidates(_ events: [Int], _ isWanted: (FeatureKind) -> Bool) -> [Candidate] {
    let features = grouping.features
    var counts: [UInt32: Int] = [:]
    for event in events {
      for k in features.range(of: event) where isWanted(features.kinds[Int(features.items[k])]) {
        counts[features.items[k], default: 0] += 1
      }
    }
    let total = Double(grouping.profiles.groupCount)
    return counts.map { feature, count in
      let rarity = log(max(1, total / Double(grouping.profiles.spreads[Int(feature)])))
      return Candidate(feature: Int(feature), count: count, score: Double(count) * rarity)
    }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.feature < $1.feature }
  }

  func label(of events: [Int]) -> String {
    let topics = candidates(events) { $0 == .topic }
    if let topic = topics.max(by: { $0.count < $1.count }),
      Double(topic.count) >= Self.topicShare * Double(events.count)
    {
      return text(of: topic.feature)
    }
    for kinds in [[FeatureKind.topic, .entity], [.name, .concept], [.word]] {
      let best = candidates(events) { kinds.contains($0) }
      guard let first = best.first, first.count * 5 >= events.count else { continue }
      var parts: [String] = []
      for candidate in best.prefix(12)
      where candidate.score >= first.score * 0.3 && parts.count < Self.wordsShown {
        let part = text(of: candidate.feature)
        if !parts.contains(where: { Self.overlap($0, part) }) { parts.append(part) }
      }
      return parts.joined(separator: ", ")
    }
    let first = events.first.map { grouping.features.events[$0].position } ?? 0
    return graph.strings[graph.nodes[first].name]
  }

  /// "Syria" adds nothing to "Syrian Army": the first letters of a word of both agree.
  private static func overlap(_ a: String, _ b: String) -> Bool {
    func stems(_ text: String) -> Set<String> {
      Set(
        text.lowercased().split(separator: " ").filter { $0.count > 3 }.map { String($0.prefix(5)) }
      )
    }
    return !stems(a).isDisjoint(with: stems(b)) || a == b
  }

  private func text(of feature: Int) -> String { grouping.features.text(of: feature, in: graph) }

  /// The most telling nodes of each kind.
  func things(
    of events: [Int]
  ) -> (actors: [NodeIndex], places: [NodeIndex], contexts: [NodeIndex]) {
    let best = candidates(events) { [.topic, .entity, .concept].contains($0) }
    let nodes = best.filter { $0.count > 1 }.map {
      NodeIndex(rawValue: grouping.features.keys[$0.feature])
    }
    func first(_ kind: NodeKind) -> [NodeIndex] {
      var seen: [NodeIndex] = []
      for node in nodes where graph.nodes[node.position].kind == kind && seen.count < 5 {
        if !seen.contains(node) { seen.append(node) }
      }
      return seen
    }
    return (first(.actor), first(.place), first(.context))
  }
}

extension EventFeatures {
  /// A feature in words.
  func text(of feature: Int, in graph: KnowledgeGraph) -> String {
    let key = keys[feature]
    switch kinds[feature] {
    case .topic, .entity, .concept, .source: return graph.strings[graph.nodes[Int(key)].name]
    case .name:
      let word = words[StringIndex(rawValue: key)]
      return word.prefix(1).uppercased() + word.dropFirst()
    case .word: return words[StringIndex(rawValue: key)]
    }
  }
}
