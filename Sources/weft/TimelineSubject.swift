internal import EventGraph
internal import GraphStore
internal import Stories

/// What a timeline is of: a title, and events.
struct TimelineSubject {
  var title: String
  var events: [NodeIndex]
  /// The story that it is of, where it is of one.
  var story: Story?

  /// All events that have to do with a node: its own, those of topics under it, those that cite it.
  static func events(of node: NodeIndex, in graph: KnowledgeGraph) -> [NodeIndex] {
    var found: Set<NodeIndex> = []
    var seen: Set<NodeIndex> = [node]
    var level = [node]
    while !level.isEmpty {
      var next: [NodeIndex] = []
      for node in level {
        for k in graph.inEdges(of: node) {
          let edge = graph.edges[Int(k)]
          switch (graph.nodes[edge.source.position].kind, edge.relation) {
          case (.event, .relatedTo): continue
          case (.event, _): found.insert(edge.source)
          // What is nested under a topic belongs to it; what a publisher published, too.
          case (_, .partOf), (_, .publishedBy):
            if seen.insert(edge.source).inserted { next.append(edge.source) }
          default: continue
          }
        }
      }
      level = next
    }
    return found.sorted()
  }

  /// The events that have to do with all of several nodes.
  static func common(_ nodes: [NodeRecord], in graph: KnowledgeGraph) -> TimelineSubject {
    var common: Set<NodeIndex>?
    for node in nodes {
      let events = Set(events(of: node.index, in: graph))
      common = common?.intersection(events) ?? events
    }
    return TimelineSubject(
      title: nodes.map(\.name).joined(separator: " and "), events: (common ?? []).sorted())
  }

  static func story(_ story: Story) -> TimelineSubject {
    TimelineSubject(title: story.label, events: story.members.map(\.event), story: story)
  }

  func timeline(_ set: StorySet, _ graph: KnowledgeGraph, lanes wish: TimelineLanes) -> Timeline {
    let known = events.compactMap { event in graph.date(event).map { (event: event, date: $0) } }
    let dated = known.map(\.event)
    let inSubject = Set(dated)
    let lanes = LaneAssignment(wish, dated, story, set, graph)
    let strengths = strengths(dated, set)
    let key = keyEvents(dated, set)
    let entries = known.enumerated().map { place, item in
      let event = item.event
      return Timeline.Entry(
        id: graph.id(event), title: TextTable.clean(graph.name(event)),
        date: item.date, address: graph.pagePaths(event).first ?? "",
        lane: lanes.numbers[place], group: lanes.groups[place], strength: strengths[place],
        isKey: key.contains(event),
        related: set.nearest(to: event).filter { inSubject.contains($0.event) }.prefix(3).map {
          Timeline.Related(
            id: graph.id($0.event), date: graph.date($0.event),
            title: TextTable.clean(graph.name($0.event)), score: Double($0.score))
        })
    }
    return Timeline(
      title: title, entries: entries, lanes: lanes.names, undatedCount: events.count - dated.count)
  }

  /// In a story, how much the event belongs to it; else how near its nearest others in the timeline are.
  private func strengths(_ dated: [NodeIndex], _ set: StorySet) -> [Double] {
    if let story {
      var strengths: [NodeIndex: Double] = [:]
      for member in story.members { strengths[member.event] = Double(member.strength) }
      return dated.map { strengths[$0] ?? 0 }
    }
    let inSubject = Set(dated)
    return dated.map { event in
      let near = set.nearest(to: event).filter { inSubject.contains($0.event) }.prefix(10)
      return min(1, near.reduce(0) { $0 + Double($1.score) } / 10)
    }
  }

  private func keyEvents(_ dated: [NodeIndex], _ set: StorySet) -> Set<NodeIndex> {
    if let story { return Set(story.keyEvents) }
    let inSubject = Set(dated)
    var key: Set<NodeIndex> = []
    for place in Set(dated.compactMap { set.story(of: $0) }) {
      key.formUnion(set.stories[place].keyEvents.filter { inSubject.contains($0) })
    }
    return key
  }
}
