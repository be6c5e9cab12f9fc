internal import EventGraph

/// Chooses the nodes of a diagram: who is near the center, in what order of telling, and how many of
/// each group the budget allows.
struct Selection {
  let graph: KnowledgeGraph
  let center: NodeIndex
  private(set) var shownEvents: [NodeIndex] = []
  private(set) var shownEntities: [(node: NodeIndex, sharedBy: Int)] = []
  private(set) var shownSources: [NodeIndex] = []
  private(set) var eventShare = DiagramPlan.Share(shown: 0, total: 0)
  private(set) var entityShare = DiagramPlan.Share(shown: 0, total: 0)
  private(set) var sourceShare = DiagramPlan.Share(shown: 0, total: 0)
  private(set) var statementShare = DiagramPlan.Share(shown: 0, total: 0)

  init(graph: KnowledgeGraph, center: NodeIndex, options: DiagramPlan.Options) {
    self.graph = graph
    self.center = center
    let isEvent = graph.nodes[center.position].kind == .event
    var events = isEvent ? rankedRelated(of: center) : rankedEvents()
    if options.depth > 1 { events = extended(events, options: options) }
    let sources = rankedSources()
    let room = options.budget - 1

    // A first guess at the number of events decides which entities they share; room that the
    // entities and sources do not use goes back to the events.
    let likely = Array(events.prefix(max(room / 2, 1)))
    let entityCount = rankedEntities(events: likely, all: options.depth > 1).count
    let quota = Self.quotas(room: room, wants: (events.count, entityCount, sources.count))
    shownEvents = Array(events.prefix(quota.0))
    let entities = rankedEntities(events: shownEvents, all: options.depth > 1)
    shownEntities = Array(entities.prefix(quota.1))
    shownSources = Array(sources.prefix(quota.2))
    eventShare = .init(shown: shownEvents.count, total: events.count)
    entityShare = .init(shown: shownEntities.count, total: entities.count)
    // What somebody said stands among the sources, but is none.
    func share(_ isCounted: (NodeIndex) -> Bool) -> DiagramPlan.Share {
      .init(shown: shownSources.count(where: isCounted), total: sources.count(where: isCounted))
    }
    sourceShare = share { graph.nodes[$0.position].kind != .statement }
    statementShare = share { graph.nodes[$0.position].kind == .statement }
  }

  /// Half for events, a third for entities, the rest for sources; what one group does not need the
  /// others get, events first.
  static func quotas(room: Int, wants: (Int, Int, Int)) -> (Int, Int, Int) {
    let third = max(room / 3, min(room, 1))
    var entities = min(wants.1, third)
    var sources = min(wants.2, max(room / 6, min(room - third, 1)))
    let events = min(wants.0, max(room - entities - sources, 0))
    entities = min(wants.1, room - events - sources)
    sources = min(wants.2, room - events - entities)
    return (events, entities, sources)
  }

  // MARK: Events

  private struct Candidate {
    var node: NodeIndex
    /// The archive's own list comes before lists that name the center.
    var isListed: Bool
    var rank: Int
    var weight: Float
  }

  /// The events tied to this one by `relatedTo`, the archive's first first.
  private func rankedRelated(of event: NodeIndex) -> [NodeIndex] {
    var found: [NodeIndex: Candidate] = [:]
    func add(_ node: NodeIndex, _ edge: Edge, isListed: Bool) {
      guard node != event, node != center else { return }
      let rank = edge.rank == 0 ? Int.max : Int(edge.rank)
      var candidate =
        found[node] ?? Candidate(node: node, isListed: isListed, rank: rank, weight: edge.weight)
      if candidate.isListed == isListed { candidate.rank = min(candidate.rank, rank) }
      candidate.weight = max(candidate.weight, edge.weight)
      found[node] = candidate
    }
    for k in graph.outEdges(of: event) where graph.edges[k].relation == .relatedTo {
      add(graph.edges[k].target, graph.edges[k], isListed: true)
    }
    for k in graph.inEdges(of: event) where graph.edges[Int(k)].relation == .relatedTo {
      add(graph.edges[Int(k)].source, graph.edges[Int(k)], isListed: false)
    }
    return found.values.sorted { a, b in
      if a.isListed != b.isListed { return a.isListed }
      if a.isListed, a.rank != b.rank { return a.rank < b.rank }
      if a.weight != b.weight { return a.weight > b.weight }
      if a.rank != b.rank { return a.rank < b.rank }
      return a.node < b.node
    }.map(\.node)
  }

  /// The events of an actor, context, place, source or publisher: the latest and the best connected
  /// by turns.
  private func rankedEvents() -> [NodeIndex] {
    var found = Set<NodeIndex>()
    for other in neighbors(of: center) {
      switch graph.nodes[other.position].kind {
      case .event: found.insert(other)
      case .source, .article:
        guard graph.nodes[center.position].kind == .publisher else { break }
        for event in neighbors(of: other) where graph.nodes[event.position].kind == .event {
          found.insert(event)
        }
      default: break
      }
    }
    let latest = found.sorted { a, b in
      let (x, y) = (graph.nodes[a.position].date, graph.nodes[b.position].date)
      if x != y { return x.map { date in y.map { date > $0 } ?? true } ?? false }
      return a < b
    }
    let connected = found.sorted { a, b in
      let (x, y) = (graph.degree(of: a), graph.degree(of: b))
      return x != y ? x > y : a < b
    }
    var out: [NodeIndex] = []
    var taken = Set<NodeIndex>()
    for (a, b) in zip(latest, connected) {
      if taken.insert(a).inserted { out.append(a) }
      if taken.insert(b).inserted { out.append(b) }
    }
    return out
  }

  /// Adds the events that further steps along `relatedTo` reach. Only the first `budget` events of
  /// each step are followed, since no more can be shown.
  private func extended(
    _ events: [NodeIndex], options: DiagramPlan.Options
  ) -> [NodeIndex] {
    var out = events
    var taken = Set(events)
    var frontier = events.prefix(options.budget)
    for _ in 2...options.depth {
      let start = out.count
      for event in frontier {
        for next in rankedRelated(of: event) where taken.insert(next).inserted {
          out.append(next)
        }
      }
      frontier = out[start...].prefix(options.budget)
    }
    return out
  }

  // MARK: Entities and sources

  /// Actors, places and contexts. Around an event: its own, those first that most shown events share,
  /// and among these the rarest in the archive. Around anything else: what its shown events have in
  /// common.
  private func rankedEntities(
    events: [NodeIndex], all: Bool
  ) -> [(node: NodeIndex, sharedBy: Int)] {
    let isEvent = graph.nodes[center.position].kind == .event
    var shared: [NodeIndex: Int] = [:]
    for event in events {
      for other in Set(neighbors(of: event)) where other != center && isEntity(other) {
        shared[other, default: 0] += 1
      }
    }
    var own = Set<NodeIndex>()
    for other in neighbors(of: center) where isEntity(other) && other != center {
      own.insert(other)
    }
    // One event's own contexts say nothing about the center; two events' say something.
    let inCommon = isEvent && !all ? [] : shared.filter { $0.value > 1 }.map(\.key)
    return own.union(inCommon).sorted { a, b in
      let (x, y) = (shared[a] ?? 0, shared[b] ?? 0)
      if isEvent, own.contains(a) != own.contains(b) { return own.contains(a) }
      if x != y { return x > y }
      let (m, n) = (graph.degree(of: a), graph.degree(of: b))
      return m != n ? m < n : a < b
    }.map { ($0, shared[$0] ?? 0) }
  }

  private func isEntity(_ node: NodeIndex) -> Bool {
    switch graph.nodes[node.position].kind {
    case .actor, .place, .context: true
    case .event, .source, .publisher, .article, .statement, .story, .episode: false
    }
  }

  /// What the center cites; for a publisher, what it published.
  private func rankedSources() -> [NodeIndex] {
    var found = Set<NodeIndex>()
    for other in neighbors(of: center) {
      switch graph.nodes[other.position].kind {
      case .source, .publisher, .article, .statement: found.insert(other)
      default: break
      }
    }
    return found.sorted { a, b in
      let (x, y) = (graph.degree(of: a), graph.degree(of: b))
      return x != y ? x > y : a < b
    }
  }

  private func neighbors(of node: NodeIndex) -> [NodeIndex] {
    graph.outEdges(of: node).map { graph.edges[$0].target }
      + graph.inEdges(of: node).map { graph.edges[Int($0)].source }
  }

  // MARK: Items

  func items() -> [DiagramPlan.Item] {
    let events = shownEvents.sorted { a, b in
      let (x, y) = (graph.nodes[a.position].date, graph.nodes[b.position].date)
      if x != y { return x.map { date in y.map { date < $0 } ?? true } ?? false }
      return a < b
    }
    return [item(center, sharedBy: 0)] + events.map { item($0, sharedBy: 0) }
      + shownEntities.map { item($0.node, sharedBy: $0.sharedBy) }
      + shownSources.map { item($0, sharedBy: 0) }
  }

  private func item(_ index: NodeIndex, sharedBy: Int) -> DiagramPlan.Item {
    let node = graph.nodes[index.position]
    let id = graph.strings[node.id]
    let name = PrintableText.clean(graph.strings[node.name])
    var publisher = ""
    if node.kind == .source {
      for k in graph.outEdges(of: index) where graph.edges[k].relation == .publishedBy {
        let other = graph.nodes[graph.edges[k].target.position]
        publisher = PrintableText.clean(graph.strings[other.name])
        break
      }
    }
    return DiagramPlan.Item(
      node: index, id: id, kind: node.kind, name: name.isEmpty ? PrintableText.clean(id) : name,
      date: node.date, publisher: publisher, url: Self.safeURL(graph, node), sharedBy: sharedBy)
  }

  private static func safeURL(_ graph: KnowledgeGraph, _ node: Node) -> String? {
    guard node.kind == .source else { return nil }
    for text in [graph.strings[node.address], graph.strings[node.name]] {
      let isWeb = text.hasPrefix("http://") || text.hasPrefix("https://")
      if isWeb, text.utf8.count <= 2_000 { return percentEncoded(text) }
    }
    return nil
  }

  /// What a URL may not hold as it is becomes `%XX`: Graphviz copies a link into an SVG without
  /// escaping quotes and angle brackets, so that `"><script>` would get out of its attribute.
  private static func percentEncoded(_ url: String) -> String {
    let kept = Set("!#$%&()*+,-./:;=?@[]_~".utf8)
    var out: [UInt8] = []
    for byte in url.utf8 {
      if byte.isASCIIAlphanumeric || kept.contains(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), ByteWriter.hex(byte >> 4), ByteWriter.hex(byte & 15)]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
