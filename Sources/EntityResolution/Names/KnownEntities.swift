package import EventGraph
internal import Glibc

/// The entities of a graph by name, and the events that they belong to.
package struct KnownEntities: Sendable {
  private let graph: KnowledgeGraph
  private var byName: [String: NodeIndex] = [:]
  private let eventCount: Int

  package init(_ graph: KnowledgeGraph) {
    self.graph = graph
    var events = 0
    for (k, node) in graph.nodes.enumerated() {
      switch node.kind {
      case .actor, .place, .context: byName[graph.strings[node.name]] = NodeIndex(k)
      case .event: events += 1
      case .source, .publisher, .article, .statement, .story, .episode: break
      }
    }
    eventCount = events
  }

  package func node(named name: String) -> (index: NodeIndex, id: String, kind: NodeKind)? {
    guard let index = byName[name] else { return nil }
    let node = graph.nodes[index.position]
    return (index, graph.strings[node.id], node.kind)
  }

  /// An event that a text speaks of, and why.
  package struct CoveredEvent: Sendable {
    package var id: String
    package var date: PartialDate?
    package var title: String
    /// The share of what the event's own sentence says that the text says too, 0 … 1.
    package var score: Float
    /// Names of the entities that both speak of.
    package var entities: [String]
    package var wordCount: Int
  }

  /// Entities with more events than this bring none of their own: "United States" is in every tenth.
  private static let eventLimit = 3000
  /// Days before and after a text's date in which it is taken to speak of events.
  private static let windowDays = 31

  /// The events that a text speaks of, most likely first: those that share entities with it and most of
  /// whose words it holds, near its date where it has one.
  package func covered(
    entities names: [String], text: String, date: NameDate?, limit: Int = 10
  ) -> [CoveredEvent] {
    var shared: [NodeIndex: [NodeIndex]] = [:]
    for name in Set(names).sorted() {
      guard let node = byName[name] else { continue }
      let edges = graph.inEdges(of: node)
      guard edges.count <= Self.eventLimit || date != nil else { continue }
      for edge in edges {
        let event = graph.edges[Int(edge)].source
        guard graph.nodes[event.position].kind == .event, isNear(event, date) else { continue }
        if shared[event]?.last != node { shared[event, default: []].append(node) }
      }
    }
    let said = Set(NameForm(text).words)
    var found: [CoveredEvent] = []
    for (event, entities) in shared where entities.count >= 2 {
      if let covered = covered(event, entities, said, date) { found.append(covered) }
    }
    found.sort { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
    return Array(found.prefix(limit))
  }

  private func isNear(_ event: NodeIndex, _ date: NameDate?) -> Bool {
    guard let date, let own = graph.nodes[event.position].date else { return date == nil }
    return abs(own.firstEpochDay - date.day) <= Self.windowDays
  }

  private func covered(
    _ event: NodeIndex, _ entities: [NodeIndex], _ said: Set<UInt64>, _ date: NameDate?
  ) -> CoveredEvent? {
    let node = graph.nodes[event.position]
    let title = graph.strings[node.name]
    let words = Set(NameForm(title).words)
    guard words.count >= 3 else { return nil }
    let wordCount = words.count { said.contains($0) }
    var own: Float = 0
    var both: Float = 0
    var seen: Set<NodeIndex> = []
    for edge in graph.outEdges(of: event) where graph.edges[edge].relation == .hasContext {
      let target = graph.edges[edge].target
      guard seen.insert(target).inserted else { continue }
      let weight = log(Float(eventCount + 1) / Float(graph.inEdges(of: target).count + 1)) + 0.1
      own += weight
      if entities.contains(target) { both += weight }
    }
    let share = Float(wordCount) / Float(words.count)
    var score = 0.5 * share + 0.5 * both / max(own, 0.1)
    if let date, let day = node.date?.firstEpochDay {
      score *= exp(-Float(abs(day - date.day)) / Float(Self.windowDays))
    }
    // Half of what the event's sentence says must be said.
    guard score >= 0.5 else { return nil }
    return CoveredEvent(
      id: graph.strings[node.id], date: node.date, title: title, score: score,
      entities: entities.map { graph.strings[graph.nodes[$0.position].name] }, wordCount: wordCount)
  }
}
