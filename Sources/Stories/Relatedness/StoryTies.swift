public import EventGraph

/// Something that ties an event to its story.
public struct StoryTie: Equatable, Sendable {
  public var kind: FeatureKind
  public var label: String
  /// How many other events of the story have it.
  public var events: Int
}

extension StorySet {
  /// What an event shares with most of the others of its story, the most telling first; empty for an event
  /// of no story. That is what puts an event into a story where no chain of similar events does.
  ///
  /// - Parameter limit: How many at most.
  public func ties(of event: NodeIndex, in graph: KnowledgeGraph, limit: Int = 3) -> [StoryTie] {
    guard let relations, let place = story(of: event), let number = relations.number(of: event)
    else { return [] }
    let features = relations.features
    var counts: [UInt32: Int] = [:]
    for k in features.range(of: number) { counts[features.items[k]] = 0 }
    for member in stories[place].members where member.event != event {
      guard let other = relations.number(of: member.event) else { continue }
      for k in features.range(of: other) {
        if let count = counts[features.items[k]] { counts[features.items[k]] = count + 1 }
      }
    }
    func says(_ item: UInt32, _ count: Int) -> Float {
      let weight = relations.weights.weights[Int(item)]
      return weight * weight * Float(count)
    }
    return counts.filter { $0.value > 0 }.sorted { a, b in
      let (x, y) = (says(a.key, a.value), says(b.key, b.value))
      return x != y ? x > y : a.key < b.key
    }.prefix(limit).map { item, count in
      StoryTie(
        kind: features.kinds[Int(item)], label: features.text(of: Int(item), in: graph),
        events: count)
    }
  }
}
