internal import EventGraph

/// Puts stories into the graph that they are of: nodes for stories and episodes, who belongs to them, what
/// comes next, and which events are similar for what reasons.
struct StoryRecorder {
  private let graph: KnowledgeGraph
  private let stories: [Story]
  private let relations: EventRelations
  private let evidence: ReasonEvidence
  private var strings = StringInterner()
  private var nodes: [Node] = []
  private var facts: [EdgeFact] = []
  /// By string index: whether a node has it for its id.
  private var isTaken: [Bool]

  init(_ graph: KnowledgeGraph, _ stories: [Story], _ relations: EventRelations) {
    self.graph = graph
    self.stories = stories
    self.relations = relations
    evidence = ReasonEvidence(graph, relations.features)
    strings.reserve(strings: graph.strings.count, bytes: graph.strings.bytes.count)
    let bytes = graph.strings.bytes.span
    for k in 1..<max(1, graph.strings.count) {
      let index = strings.intern(bytes.extracting(graph.strings.range(of: StringIndex(k))))
      precondition(index == StringIndex(k))
    }
    isTaken = [Bool](repeating: false, count: graph.strings.count)
    for node in graph.nodes { isTaken[node.id.position] = true }
  }

  mutating func recorded() -> KnowledgeGraph {
    for story in stories { add(story) }
    addSimilarity()
    let table = strings.table()
    // Nodes were numbered as they came.
    let order = placesSortedByText(Array(nodes.indices), in: table.bytes.span) {
      table.range(of: nodes[$0].id)
    }
    let first = graph.nodes.count
    var numbers = [NodeIndex](repeating: NodeIndex(0), count: nodes.count)
    for (place, node) in order.enumerated() { numbers[node] = NodeIndex(first + place) }
    for k in facts.indices {
      let (source, target) = (facts[k].edge.source.position, facts[k].edge.target.position)
      if source >= first { facts[k].edge.source = numbers[source - first] }
      if target >= first { facts[k].edge.target = numbers[target - first] }
    }
    return graph.adding(nodes: order.map { nodes[$0] }, facts: facts, strings: table)
  }

  private mutating func addSimilarity() {
    let pairs = SimilarPairs(graph: graph, relations: relations, evidence: evidence)
    let texts = graph.strings
    let bytes = texts.bytes.span
    for similar in pairs.all() {
      for var found in similar.found {
        let quote = strings.intern(bytes.extracting(found.quote))
        found.evidence.quote = quote
        facts.append(EdgeFact(similar.edge, found.evidence))
      }
    }
  }

  private func id(_ event: NodeIndex) -> String { graph.strings[graph.nodes[event.position].id] }

  /// - Parameter id: Made longer where a node of the archive has it.
  private mutating func addNode(
    _ id: String, _ kind: NodeKind, _ label: String, _ first: PartialDate?, _ last: PartialDate?,
    size: Int
  ) -> NodeIndex {
    var index = strings.intern(id)
    var number = 2
    while index.position < isTaken.count, isTaken[index.position] {
      index = strings.intern("\(id)_\(number)")
      number += 1
    }
    if index.position >= isTaken.count {
      isTaken += repeatElement(false, count: index.position + 1 - isTaken.count)
    }
    isTaken[index.position] = true
    var words = size == 1 ? "1 event" : "\(size) events"
    if let first { words += first == last ? " on \(first)" : " from \(first)" }
    if let last, first != last { words += " to \(last)" }
    nodes.append(
      Node(
        id: index, kind: kind, name: strings.intern(label), summary: strings.intern(words),
        kindReason: strings.intern("computed: events that share much")))
    return NodeIndex(graph.nodes.count + nodes.count - 1)
  }

  private mutating func add(
    _ source: NodeIndex, _ relation: Relation, _ target: NodeIndex, weight: Float = 1,
    rank: Int = 0,
    _ place: Evidence?, _ rule: Rule
  ) {
    guard var place else { return }
    place.rule = rule
    facts.append(
      EdgeFact(
        Edge(
          source: source, relation: relation, target: target, weight: weight,
          rank: UInt16(clamping: rank)), place))
  }

  private mutating func add(_ story: Story) {
    let node = addNode(
      story.id, .story, story.label, story.first, story.last, size: story.members.count)
    let places = story.members.map { evidence.evidence(of: $0.event) }
    for (member, place) in zip(story.members, places) {
      let rank = story.keyEvents.firstIndex(of: member.event).map { $0 + 1 } ?? 0
      add(
        member.event, .memberOf, node, weight: member.strength.rounded4, rank: rank, place,
        .storyMember)
    }
    for k in story.members.indices.dropFirst() {
      add(
        story.members[k - 1].event, .precedes, story.members[k].event, places[k], .storyOrder)
    }
    for (nodes, relation) in [
      (story.actors, Relation.involves), (story.places, .takesPlaceIn),
      (story.contexts, .hasContext),
    ] {
      for (k, thing) in nodes.enumerated() {
        var place: Evidence?
        for member in story.members where place == nil {
          place = firstPlace(of: thing, for: member.event)
        }
        add(
          node, relation, thing, rank: k + 1, place ?? places.compactMap { $0 }.first, .storyShared)
      }
    }
    // The one episode of a story is the story.
    if story.episodes.count < 2 { return }
    for (number, episode) in story.episodes.enumerated() {
      let members = story.members.indices.filter { story.members[$0].episode == number }
      guard let first = members.first else { continue }
      let part = addNode(
        "episode_" + id(story.members[first].event), .episode, episode.label, episode.first,
        episode.last, size: members.count)
      add(part, .partOf, node, places[first], .storyEpisode)
      for k in members { add(story.members[k].event, .memberOf, part, places[k], .storyMember) }
    }
  }

  /// The first place that makes a node a thing of the event.
  private func firstPlace(of node: NodeIndex, for event: NodeIndex) -> Evidence? {
    for k in graph.outEdges(of: event) where graph.edges[k].target == node {
      if let first = graph.evidence[graph.evidenceRange(ofEdge: k)].first { return first }
    }
    return nil
  }
}

extension Float {
  /// With four decimals, which is what listings show.
  var rounded4: Float { Float((Double(self) * 10_000).rounded() / 10_000) }
}
