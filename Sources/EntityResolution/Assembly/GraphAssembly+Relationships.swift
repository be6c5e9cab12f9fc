internal import EventGraph
internal import FileIO
internal import Synchronization

extension GraphAssembly {
  /// The facts by the node that they start from.
  private struct FactsBySource {
    var entries: (items: [UInt32], offsets: [UInt32])
    var related: (items: [UInt32], offsets: [UInt32])
    var cited: (items: [UInt32], offsets: [UInt32])
    var published: (items: [UInt32], offsets: [UInt32])
    var nested: (items: [UInt32], offsets: [UInt32])
    /// Articles that name a publisher, by the builder's number of their node.
    var articles: [Int: [ArticleItemFact]] = [:]

    init(_ assembly: borrowing GraphAssembly) {
      let events = assembly.events
      let sources = assembly.first.sources
      let count = events.events.count
      entries = bucketed(assembly.labels.entries.map(\.event), buckets: count)
      related = bucketed(
        assembly.facts.related.map { UInt32(events.number(of: $0.event)) }, buckets: count)
      cited = bucketed(
        assembly.facts.sources.map { UInt32(events.number(of: $0.event)) }, buckets: count)
      published = bucketed(
        assembly.facts.sources.map { UInt32(sources.place($0.url)) }, buckets: sources.keys.count)
      let entities = assembly.entities
      nested = bucketed(
        assembly.facts.nested.map { UInt32(entities.place($0.topic)) }, buckets: entities.keys.count
      )
      for fact in assembly.facts.articles where !fact.publisher.isEmpty {
        articles[assembly.first.node(of: fact).position, default: []].append(fact)
      }
    }

    /// About how many facts start from a node.
    func count(of number: Int, in assembly: borrowing GraphAssembly) -> Int {
      guard number < assembly.events.events.count else { return 0 }
      return entries.offsets.bounds(number).count + related.offsets.bounds(number).count
    }
  }

  /// About how many facts make the edges of a part, whatever the number of threads: so few that the memory
  /// of one part serves the next, and that little waits for its turn.
  private static let factsOfPart = 5_000

  /// Gives the relationships away, source by source in final order, the sources shared out to threads.
  func giveRelationships(
    _ sealed: KnowledgeGraph.SealedNodes, to observer: any GraphObserver
  ) {
    let bySource = FactsBySource(self)
    let numbers = sealed.numbersInOrder()
    let factCount =
      labels.entries.count + mentions.count + facts.related.count + facts.sources.count * 2
    // Nearly all of it starts from events, which do not lie evenly among the nodes.
    let work = numbers.map { bySource.count(of: Int($0), in: self) + 1 }
    let shares = shares(of: work, among: work.reduce(0, +) / Self.factsOfPart + 1)
    let parts = PartsInOrder(count: shares.count, for: observer)
    withWorkers(threads, isBackground: true) { _ in
      var scratch: [EdgeFact] = []
      var roles = TitleRoles()
      while let k = parts.take() {
        var part = EdgeColumns()
        // More than is needed costs nothing: memory that is never touched is never there.
        part.reserve(
          edges: factCount / shares.count * 2, evidence: factCount / shares.count * 2)
        for number in numbers[shares[k]] {
          scratch.removeAll(keepingCapacity: true)
          collect(Int(number), bySource, &roles, sealed.strings, into: &scratch)
          for k in scratch.indices { scratch[k] = sealed.renumbered(scratch[k]) }
          part.append(scratch, quotesIn: sealed.strings)
        }
        parts.give(part, k)
      }
    }
  }

  /// All statements about edges that leave the node with this number of the builder's.
  private func collect(
    _ number: Int, _ bySource: borrowing FactsBySource, _ roles: inout TitleRoles,
    _ strings: StringTable, into out: inout [EdgeFact]
  ) {
    if number < events.events.count {
      let node = NodeIndex(number)
      let entries = bySource.entries.items[bySource.entries.offsets.bounds(number)]
      for k in entries { labels.entries.prefetch(Int(k)) }
      for k in bySource.related.items[bySource.related.offsets.bounds(number)] {
        facts.related.prefetch(Int(k))
      }
      roles.read(number, of: self, strings)
      for k in entries { labels.entries[Int(k)].prefetchEvidence(facts) }
      for k in entries {
        collectContext(labels.entries[Int(k)], node, roles, into: &out)
      }
      collectFromTitle(number, roles, into: &out)
      for k in bySource.related.items[bySource.related.offsets.bounds(number)] {
        collectRelated(facts.related[Int(k)], node, into: &out)
      }
      for k in bySource.cited.items[bySource.cited.offsets.bounds(number)] {
        let fact = facts.sources[Int(k)]
        out.append(
          EdgeFact(
            Edge(source: node, relation: .reportedBy, target: first.sources.node(fact.url)),
            fact.place.evidence(fact.rule, quote: fact.publisher)))
      }
    } else if number < entities.firstNode {
      out += articleContents.edges[number] ?? []
      collectPublishers(number, bySource, into: &out)
    } else if number < publishers.firstNode {
      collectNesting(number, bySource, into: &out)
    } else {
      out += articleContents.edges[number] ?? []
    }
  }

  private func collectPublishers(
    _ number: Int, _ bySource: borrowing FactsBySource, into out: inout [EdgeFact]
  ) {
    func add(_ publisher: StringIndex, _ evidence: Evidence) {
      out.append(
        EdgeFact(
          Edge(
            source: NodeIndex(number), relation: .publishedBy, target: publishers.node(publisher)),
          evidence))
    }
    for fact in bySource.articles[number] ?? [] {
      add(
        fact.publisher,
        fact.publisherPlace.evidence(.articlePublisher, quote: fact.publisher))
    }
    let place = number - first.sources.firstNode
    guard place < first.sources.keys.count else { return }
    for k in bySource.published.items[bySource.published.offsets.bounds(place)] {
      let fact = facts.sources[Int(k)]
      add(fact.publisher, fact.place.evidence(.sourcePublisher, quote: fact.publisher))
    }
  }

  private func collectContext(
    _ entry: EventLabels.Entry, _ event: NodeIndex, _ roles: TitleRoles,
    into out: inout [EdgeFact]
  ) {
    let entity = entities.node(entry.entity)
    let evidence = entry.evidence(facts)
    // A context's role stands on the edge that lists it; an actor's or a place's has its own edge.
    let role = roles.role(of: entry.entity).flatMap { judged in
      relation(of: judged, entry.entity) == .hasContext ? judged : nil
    }
    out.append(
      EdgeFact(
        Edge(source: event, relation: .hasContext, target: entity, role: role ?? .none), evidence))
    // A day index files events under people and places too, where only a happening has parts; the
    // portal's topics are topics because events are nested under them.
    if let link = entry.link(facts) {
      guard link.role == .innermostTopic else { return }
      out.append(EdgeFact(Edge(source: event, relation: .partOf, target: entity), evidence))
    }
    if evidence.rule == .indexTopic || evidence.rule == .labelMeaning && entry.isTopic(facts),
      entityKinds[entities.place(entry.entity)].kind == .situation
    {
      out.append(EdgeFact(Edge(source: event, relation: .partOf, target: entity), evidence))
    }
  }

  /// Topics above the topic that the node is.
  private func collectNesting(
    _ number: Int, _ bySource: borrowing FactsBySource, into out: inout [EdgeFact]
  ) {
    let place = number - entities.firstNode
    for k in bySource.nested.items[bySource.nested.offsets.bounds(place)] {
      let fact = facts.nested[Int(k)]
      out.append(
        EdgeFact(
          Edge(
            source: NodeIndex(number), relation: .partOf, target: entities.node(fact.parent)),
          fact.place.evidence(.wikitextNesting, quote: fact.label)))
    }
  }

  private func collectRelated(
    _ fact: RelatedEventFact, _ event: NodeIndex, into out: inout [EdgeFact]
  ) {
    let other = NodeIndex(events.number(of: fact.other))
    // Another page of the same event, which a diagnostic names.
    if other == event { return }
    let weight = fact.sharedList < 0 ? 0 : listLabelCounts[Int(fact.sharedList)]
    out.append(
      EdgeFact(
        Edge(
          source: event, relation: .relatedTo, target: other,
          weight: Float(weight), rank: fact.rank),
        fact.place.evidence(.pageRelated, quote: fact.title)))
  }

  /// What a role makes of an event and an entity.
  private func relation(of role: Role, _ entity: StringIndex) -> Relation {
    switch role {
    case .agent, .target, .speaker: .involves
    case .place: .takesPlaceIn
    case .context: .hasContext
    case .mentioned, .none:
      kind(ofEntity: entities.place(entity)).nodeKind == .actor ? .involves : .hasContext
    }
  }

  /// The entities that the event's own title names, with the parts that they play.
  private func collectFromTitle(
    _ number: Int, _ roles: TitleRoles, into out: inout [EdgeFact]
  ) {
    guard let report = events.events[number].report else { return }
    for mention in mentions[number] {
      guard let role = roles.role(of: mention.entity) else { continue }
      let relation = relation(of: role, mention.entity)
      let edge = Edge(
        source: NodeIndex(number), relation: relation, target: entities.node(mention.entity),
        role: role)
      let name = EventLabels.NamedLabel(label: mention.label, entity: mention.entity)
      // A sentence of wikitext is not its own bytes, but its links have places of their own.
      let part =
        linked.place(of: name, event: number, in: report.place.document)
        ?? report.place.part(mention.range, isVerbatim: report.titleIsVerbatim)
      out.append(
        EdgeFact(
          edge,
          part.evidence(
            relation == .takesPlaceIn ? .titlePlace : .titleMention, quote: mention.label)))
    }
  }
}

/// Passes parts that threads make at their own pace on in their order.
private final class PartsInOrder: Sendable {
  private struct State {
    /// Parts that came before one in front of them.
    var early: [Int: EdgeColumns] = [:]
    var taken = 0
    var given = 0
  }
  private let state = Mutex(State())
  private let count: Int
  private let observer: any GraphObserver

  init(count: Int, for observer: any GraphObserver) {
    self.count = count
    self.observer = observer
  }

  /// The next part to make; nil when all are taken.
  func take() -> Int? {
    state.withLock { state in
      if state.taken == count { return nil }
      state.taken += 1
      return state.taken - 1
    }
  }

  func give(_ part: EdgeColumns, _ k: Int) {
    state.withLock { state in
      state.early[k] = part
      while let next = state.early.removeValue(forKey: state.given) {
        observer.takeEdges(next)
        state.given += 1
      }
    }
  }
}

extension [UInt32] {
  /// The bounds of a bucket in an array of offsets.
  fileprivate func bounds(_ bucket: Int) -> Range<Int> {
    Int(self[bucket])..<Int(self[bucket + 1])
  }
}
