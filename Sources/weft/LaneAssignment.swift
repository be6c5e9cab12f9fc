internal import ArgumentParser
internal import EventGraph
internal import Stories

/// What the lanes of a timeline's picture stand for.
enum TimelineLanes: String, CaseIterable, ExpressibleByArgument {
  /// Episodes for a story, else stories.
  case auto
  case none, episode, story, actor, place, context
}

/// Which lane each event of a timeline is in: the largest few, and one for the rest.
struct LaneAssignment {
  private(set) var names: [String] = [""]
  private(set) var numbers: [Int]
  /// What each event itself is filed under; empty where it is under nothing.
  private(set) var groups: [String]

  private static let maximum = 8

  init(
    _ wish: TimelineLanes, _ events: [NodeIndex], _ story: Story?, _ set: StorySet,
    _ graph: KnowledgeGraph
  ) {
    numbers = [Int](repeating: 0, count: events.count)
    groups = [String](repeating: "", count: events.count)
    let kind = wish == .auto ? (story == nil ? TimelineLanes.story : .episode) : wish
    if kind == .none || events.count < 2 { return }
    let keys = events.map { Self.keys(of: $0, kind, story, set, graph) }
    var counts: [String: Int] = [:]
    for list in keys { for key in list { counts[key, default: 0] += 1 } }
    let order = counts.filter { $0.value > 1 }.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }
    let chosen = order.prefix(Self.maximum).map(\.key)
    if chosen.isEmpty { return }
    var places: [String: Int] = [:]
    for (place, key) in chosen.enumerated() { places[key] = place }
    // An event with several is in the lane of the least common one, which says most.
    numbers = keys.map { list in list.compactMap { places[$0] }.max() ?? chosen.count }
    let rest = zip(keys, numbers).filter { $1 == chosen.count }.map(\.0)
    names = (chosen + (rest.isEmpty ? [] : [Self.name(ofRest: rest, kind)])).map(TextTable.clean)
    groups = zip(keys, numbers).map { list, number in
      if number < chosen.count { return names[number] }
      let own = list.max { (counts[$0, default: 0], $1) < (counts[$1, default: 0], $0) }
      return own.map(TextTable.clean) ?? ""
    }
    if names.count == 1 { names = [""] }
  }

  /// The lane of events whose story, actor or place has no lane of its own, or that have none.
  private static func name(ofRest rest: [[String]], _ kind: TimelineLanes) -> String {
    let none = rest.contains(where: \.isEmpty)
    let some = rest.contains { !$0.isEmpty }
    let plural = kind == .story ? "stories" : kind.rawValue + "s"
    return some ? "other \(plural)\(none ? ", or none" : "")" : "no \(kind.rawValue)"
  }

  private static func keys(
    of event: NodeIndex, _ kind: TimelineLanes, _ story: Story?, _ set: StorySet,
    _ graph: KnowledgeGraph
  ) -> [String] {
    switch kind {
    case .auto, .none: return []
    case .story:
      return set.story(of: event).map { [set.stories[$0].label] } ?? []
    case .episode:
      guard let own = story ?? set.story(of: event).map({ set.stories[$0] }),
        let member = own.members.first(where: { $0.event == event })
      else { return [] }
      return [own.episodes[member.episode].label]
    case .actor, .place, .context:
      let wanted: NodeKind = kind == .actor ? .actor : kind == .place ? .place : .context
      var names: [String] = []
      for k in graph.outEdges(of: event) {
        let target = graph.edges[k].target
        if graph.nodes[target.position].kind == wanted, !names.contains(graph.name(target)) {
          names.append(graph.name(target))
        }
      }
      return names
    }
  }
}
