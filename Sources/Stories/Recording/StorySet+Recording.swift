public import EventGraph
internal import FileIO

extension StorySet {
  /// The graph with the stories in it. What was there keeps its numbers; the graph had no stories.
  ///
  /// Stories and episodes are nodes behind all others. Events are `memberOf` their story, weighed by
  /// strength and ranked among its key events, and of their episode where the story has several; episodes
  /// are `partOf` the story; an event `precedes` the next of its story; a story `involves`, `takesPlaceIn`
  /// and `hasContext` what tells it apart, ranked. Every event is `similarTo` its ten nearest others, with
  /// the four strongest reasons as evidence, each on the side of either event and with its share of the
  /// score.
  ///
  /// Every edge has a place in a document; an event that none names is left out of its story.
  public func recorded(in graph: KnowledgeGraph) -> KnowledgeGraph {
    precondition(!graph.holdsStories, "the graph has stories in it")
    guard let relations else { preconditionFailure("the stories were read from a graph") }
    var recorder = StoryRecorder(graph, stories, relations)
    return recorder.recorded()
  }

  /// The stories that a graph has in it; nil where it has none.
  ///
  /// - Parameter relating: Whether what events share is wanted too (`nearest`, `chain`, `reasons`), which
  ///   takes most of the time that computing stories anew takes.
  public init?(recordedIn graph: KnowledgeGraph, relating: Bool) {
    guard graph.holdsStories else { return nil }
    var relations: EventRelations?
    if relating {
      var settings = StorySettings()
      settings.threads = availableCores
      relations = EventRelations(graph, settings)
    }
    let reader = StoryReader(graph)
    let order = EventOrder(graph)
    var stories: [Story] = []
    var isMember = [Bool](repeating: false, count: graph.nodes.count)
    for (k, node) in graph.nodes.enumerated() where node.kind == .story {
      let story = reader.story(NodeIndex(k), order)
      for member in story.members { isMember[member.event.position] = true }
      stories.append(story)
    }
    stories.sort {
      ($0.first?.firstEpochDay ?? .max, $0.id) < ($1.first?.firstEpochDay ?? .max, $1.id)
    }
    self.init(
      stories: stories, alone: order.events.filter { !isMember[$0.position] }, relations,
      nodeCount: graph.nodes.count)
  }
}

/// Reads stories back from a graph that has them in it.
private struct StoryReader {
  private let graph: KnowledgeGraph

  init(_ graph: KnowledgeGraph) { self.graph = graph }

  func story(_ node: NodeIndex, _ order: EventOrder) -> Story {
    var members: [StoryMember] = []
    var keyEvents: [(rank: UInt16, event: NodeIndex)] = []
    for k in graph.inEdges(of: node) where graph.edges[Int(k)].relation == .memberOf {
      let edge = graph.edges[Int(k)]
      members.append(StoryMember(event: edge.source, strength: edge.weight, episode: 0))
      if edge.rank > 0 { keyEvents.append((edge.rank, edge.source)) }
    }
    members.sort { order.numbers[$0.event.position] < order.numbers[$1.event.position] }
    let label = graph.strings[graph.nodes[node.position].name]
    let dates = DateSpan(members.map { graph.nodes[$0.event.position].date })
    let episodes = episodes(&members, label, dates)
    let things = things(of: node)
    return Story(
      id: graph.strings[graph.nodes[node.position].id], label: label, first: dates.first,
      last: dates.last, members: members, episodes: episodes, actors: things(.involves),
      places: things(.takesPlaceIn), contexts: things(.hasContext),
      keyEvents: keyEvents.sorted { $0.rank < $1.rank }.map(\.event))
  }

  private func things(of node: NodeIndex) -> (Relation) -> [NodeIndex] {
    { relation in
      graph.outEdges(of: node).map { graph.edges[$0] }.filter { $0.relation == relation }
        .sorted { $0.rank < $1.rank }.map(\.target)
    }
  }

  /// The episodes by their first events, and which of them every member is in.
  private func episodes(
    _ members: inout [StoryMember], _ label: String, _ dates: DateSpan
  ) -> [Episode] {
    var numbers: [NodeIndex: Int] = [:]
    var parts: [(node: NodeIndex, events: [NodeIndex])] = []
    for k in members.indices {
      let own = graph.outEdges(of: members[k].event).map { graph.edges[$0] }.first {
        $0.relation == .memberOf && graph.nodes[$0.target.position].kind == .episode
      }
      guard let own else { continue }
      let number = numbers[own.target] ?? parts.count
      if number == parts.count {
        numbers[own.target] = number
        parts.append((own.target, []))
      }
      members[k].episode = number
      parts[number].events.append(members[k].event)
    }
    if parts.isEmpty {
      return [Episode(label: label, first: dates.first, last: dates.last, size: members.count)]
    }
    return parts.map { part in
      let span = DateSpan(part.events.map { graph.nodes[$0.position].date })
      return Episode(
        label: graph.strings[graph.nodes[part.node.position].name], first: span.first,
        last: span.last, size: part.events.count)
    }
  }
}
