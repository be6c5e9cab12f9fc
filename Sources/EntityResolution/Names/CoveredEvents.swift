package import EventGraph
internal import FileIO

/// Finds the events of a graph that a text speaks of, as a build finds those that an article covers.
package struct CoveredEvents: Sendable {
  private let graph: KnowledgeGraph
  private let entities: KnownEntities
  private let coverage: EventCoverage<GraphEvents>

  /// The dated events of a graph, with what its examples say of their titles.
  private struct GraphEvents: CoverableEvents {
    let graph: KnowledgeGraph
    let events: [NodeIndex]
    let ranges: [[Range<Int>]]

    var count: Int { events.count }
    func title(_ event: Int) -> StringIndex { graph.nodes[events[event].position].name }
    func date(_ event: Int) -> PartialDate? { graph.nodes[events[event].position].date }
    func key(_ event: Int) -> StringIndex { graph.nodes[events[event].position].id }
    func names(_ event: Int) -> [Range<Int>] { ranges[event] }
    func entityKey(_ place: Int) -> StringIndex { graph.nodes[place].id }
  }

  /// - Parameter examples: The graph's own, in its order.
  package init(_ graph: KnowledgeGraph, _ examples: [NameExample], _ entities: KnownEntities) {
    self.graph = graph
    self.entities = entities
    let events = graph.nodes.indices.filter {
      graph.nodes[$0].kind == .event && graph.nodes[$0].date != nil
    }.map { NodeIndex($0) }
    precondition(events.count == examples.count, "an example is made of each dated event")
    let ranges = examples.map { $0.links.compactMap(\.range) }
    var named: [(entity: UInt32, event: UInt32)] = []
    for (number, event) in events.enumerated() {
      var seen: Set<UInt32> = []
      for edge in graph.outEdges(of: event) where graph.edges[edge].relation == .hasContext {
        let target = graph.edges[edge].target.rawValue
        if seen.insert(target).inserted { named.append((target, UInt32(number))) }
      }
    }
    coverage = EventCoverage(
      GraphEvents(graph: graph, events: events, ranges: ranges), named: named,
      entityCount: graph.nodes.count, graph.strings, threads: availableCores)
  }

  /// An event that a text speaks of, and why.
  package struct Covered: Sendable {
    package var id: String
    package var date: PartialDate?
    package var title: String
    /// The share of what the event's own sentence says that the text says too, 0 … 1.
    package var score: Float
    /// Names of the entities that both speak of.
    package var entities: [String]
    /// Words that both say.
    package var wordCount: Int
  }

  /// The events that a text tells of, most likely first.
  ///
  /// - Parameter names: Of the entities that the text mentions.
  package func events(
    toldBy text: AnnotatedText, entities names: [String], limit: Int = 10
  ) -> [Covered] {
    let mentioned = Set(names).sorted().compactMap { entities.node(named: $0)?.index }
    let found = coverage.matches(
      of: text.body, entities: mentioned.map(\.position), date: text.date, graph.strings)
    return found.prefix(limit).map { match in
      let event = coverage.known.events[match.event]
      let own = Set(
        graph.outEdges(of: event).filter { graph.edges[$0].relation == .hasContext }.map {
          graph.edges[$0].target
        })
      let node = graph.nodes[event.position]
      return Covered(
        id: graph.strings[node.id], date: node.date, title: graph.strings[node.name],
        score: match.score,
        entities: mentioned.filter { own.contains($0) }.map {
          graph.strings[graph.nodes[$0.position].name]
        }, wordCount: match.wordCount)
    }
  }
}
