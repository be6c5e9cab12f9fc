internal import ArgumentParser
internal import EventGraph
internal import GraphStore
internal import Stories

/// Which part of the graph a command is for; the whole where nothing is said.
struct PartOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only this node and what is around it; may be repeated.", valueName: "node"))
  var around: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only the story of this id, or of this event, with what its events name and cite; may be repeated.",
      valueName: "story"))
  var story: [String] = []

  @Option(help: "With --around: how many relationships away.")
  var depth = 1

  @Option(help: "Only nodes of this kind; may be repeated.")
  var kind: [KindChoice] = []

  @Option(help: "Only this relation; may be repeated.")
  var relation: [Relation] = []

  @Option(help: "Only events from 2015, 2015-12 or 2015-12-23 on.")
  var since: PartialDate?

  @Option(help: "Only events up to 2015, 2015-12 or 2015-12-23.")
  var until: PartialDate?

  func validate() throws {
    if depth < 0 { throw ValidationError("--depth takes a number from 0.") }
    if !story.isEmpty, !around.isEmpty {
      throw ValidationError("--story and --around are two parts.")
    }
    if let since, let until, until.lastEpochDay < since.firstEpochDay {
      throw ValidationError("--until \(until) lies before --since \(since).")
    }
  }

  private var filter: GraphFilter {
    GraphFilter(
      kinds: kind.nodeKinds, entityKinds: kind.entityKinds, relations: Set(relation), since: since,
      until: until)
  }

  private var isWhole: Bool {
    kind.isEmpty && relation.isEmpty && since == nil && until == nil
  }

  func choose(from store: GraphStore) throws -> KnowledgeGraph {
    if !around.isEmpty {
      let nodes = try around.map { try NodeArgument.find($0, in: store).index }
      return try store.subgraph(around: nodes, depth: depth, filter: filter)
    }
    let graph = try store.graph()
    if isWhole, story.isEmpty { return graph }
    var isKept = kept(in: graph)
    if !story.isEmpty {
      for (k, isOfStory) in try ofStories(in: graph).enumerated() where !isOfStory {
        isKept[k] = false
      }
    }
    return graph.part(keeping: isKept) { filter.passes($0.relation) }
  }

  /// The events of the stories, what these name and cite, who published that, and the stories' own nodes.
  private func ofStories(in graph: KnowledgeGraph) throws -> [Bool] {
    let set = StorySet(recordedIn: graph, relating: false) ?? StorySet(of: graph)
    var isOfStory = [Bool](repeating: false, count: graph.nodes.count)
    for name in story {
      let event = graph.node(id: name).flatMap { set.story(of: $0) }
      guard let place = set.story(id: name) ?? event else {
        throw CommandFailure.noNode(
          "no story and no event of a story has the id '\(TextTable.clean(name))'; 'weft stories' lists them"
        )
      }
      for member in set.stories[place].members { isOfStory[member.event.position] = true }
    }
    let events = isOfStory.indices.filter { isOfStory[$0] }
    var next = events.flatMap { graph.outEdges(of: NodeIndex($0)).map { graph.edges[$0].target } }
      .filter { graph.nodes[$0.position].kind != .event }
    // An item's publisher, and the story of an episode.
    next += next.flatMap { node in
      graph.outEdges(of: node).map { graph.edges[$0] }.filter {
        $0.relation == .publishedBy || graph.nodes[$0.target.position].kind == .story
      }.map(\.target)
    }
    for node in next { isOfStory[node.position] = true }
    return isOfStory
  }

  /// Nodes that pass; where a time is asked for, things without a date only if they belong to
  /// something that passes.
  private func kept(in graph: KnowledgeGraph) -> [Bool] {
    var isKept = graph.nodes.map { filter.passes(kind: $0.kind, $0.entityKind, date: $0.date) }
    guard since != nil || until != nil else { return isKept }
    var isTied = graph.nodes.indices.map { isKept[$0] && graph.nodes[$0].date != nil }
    // Twice: a publisher is tied to an event by way of a source.
    for _ in 0..<2 {
      for edge in graph.edges
      where isTied[edge.source.position] && isKept[edge.target.position]
        && filter.passes(edge.relation)
      {
        isTied[edge.target.position] = true
      }
    }
    for k in isKept.indices { isKept[k] = isKept[k] && isTied[k] }
    return isKept
  }
}
