internal import EventGraph
internal import FileIO

extension GraphAssembly {
  /// The facts by the node that they start from.
  private struct FactsBySource {
    var entries: (items: [UInt32], offsets: [UInt32])
    var related: (items: [UInt32], offsets: [UInt32])
    var cited: (items: [UInt32], offsets: [UInt32])
    var published: (items: [UInt32], offsets: [UInt32])

    init(_ assembly: borrowing GraphAssembly) {
      let events = assembly.events
      let sources = assembly.sources
      let count = events.events.count
      entries = bucketed(assembly.labels.entries.map(\.event), buckets: count)
      related = bucketed(
        assembly.facts.related.map { UInt32(events.number(of: $0.event)) }, buckets: count)
      cited = bucketed(
        assembly.facts.sources.map { UInt32(events.number(of: $0.event)) }, buckets: count)
      published = bucketed(
        assembly.facts.sources.map { UInt32(sources.place($0.url)) }, buckets: sources.keys.count)
    }
  }

  /// Adds the relationships, source by source in final order, the sources shared out to threads.
  func graph(_ nodes: consuming KnowledgeGraph.SealedNodes) -> KnowledgeGraph {
    let sealed = nodes
    let bySource = FactsBySource(self)
    let numbers = sealed.numbersInOrder()
    let factCount =
      labels.entries.count + titlePlaces.count + facts.related.count + facts.sources.count * 2
    let parts = mapWorkers(threads) { worker in
      var columns = EdgeColumns()
      // The first takes in the others' edges at the end.
      let parts = worker == 0 ? 1 : threads
      columns.reserve(edges: factCount / 2 / parts, evidence: factCount / parts)
      var scratch: [EdgeFact] = []
      for number in numbers[share(numbers.count, of: worker, among: threads)] {
        scratch.removeAll(keepingCapacity: true)
        collect(Int(number), bySource, into: &scratch)
        for k in scratch.indices { scratch[k] = sealed.renumbered(scratch[k]) }
        columns.append(&scratch, quotesIn: sealed.strings)
      }
      return columns
    }
    var columns = EdgeColumns()
    for part in parts { columns.append(part) }
    return sealed.graph(columns)
  }

  /// All statements about edges that leave the node with this number of the builder's.
  private func collect(
    _ number: Int, _ bySource: borrowing FactsBySource, into out: inout [EdgeFact]
  ) {
    if number < events.events.count {
      let node = NodeIndex(number)
      for k in bySource.entries.items[bySource.entries.offsets.bounds(number)] {
        collectContext(labels.entries[Int(k)], node, into: &out)
      }
      collectFromTitle(number, into: &out)
      for k in bySource.related.items[bySource.related.offsets.bounds(number)] {
        collectRelated(facts.related[Int(k)], node, into: &out)
      }
      for k in bySource.cited.items[bySource.cited.offsets.bounds(number)] {
        let fact = facts.sources[Int(k)]
        out.append(
          EdgeFact(
            Edge(source: node, relation: .reportedBy, target: sources.node(fact.url)),
            fact.place.evidence(.pageSource, quote: fact.publisher)))
      }
    } else if number >= sources.firstNode {
      let place = number - sources.firstNode
      for k in bySource.published.items[bySource.published.offsets.bounds(place)] {
        let fact = facts.sources[Int(k)]
        out.append(
          EdgeFact(
            Edge(
              source: NodeIndex(number), relation: .publishedBy,
              target: publishers.node(fact.publisher)),
            fact.place.evidence(.sourcePublisher, quote: fact.publisher)))
      }
    }
  }

  private func collectContext(
    _ entry: EventLabels.Entry, _ event: NodeIndex, into out: inout [EdgeFact]
  ) {
    let entity = entities.node(entry.label)
    let evidence = entry.evidence(facts)
    out.append(EdgeFact(Edge(source: event, relation: .hasContext, target: entity), evidence))
    // The archive files events under people and places too; only a happening has parts.
    if evidence.rule == .indexTopic,
      entityReasons[entities.place(entry.label)] == .happeningWord
    {
      out.append(EdgeFact(Edge(source: event, relation: .partOf, target: entity), evidence))
    }
  }

  private func collectRelated(
    _ fact: RelatedEventFact, _ event: NodeIndex, into out: inout [EdgeFact]
  ) {
    let weight = fact.sharedList < 0 ? 0 : listLabelCounts[Int(fact.sharedList)]
    out.append(
      EdgeFact(
        Edge(
          source: event, relation: .relatedTo, target: NodeIndex(events.number(of: fact.other)),
          weight: Float(weight), rank: fact.rank),
        fact.place.evidence(.pageRelated, quote: fact.title)))
  }

  /// Actors and places that the event's own title names.
  private func collectFromTitle(_ number: Int, into out: inout [EdgeFact]) {
    guard let report = events.events[number].report else { return }
    for (k, label) in labels.byEvent[number].enumerated() {
      guard let place = titlePlaces.place(event: number, label: k) else { continue }
      let kind = entityReasons[entities.place(label)].kind
      let edge: Edge
      let rule: Rule
      if kind == .actor {
        edge = Edge(
          source: NodeIndex(number), relation: .involves, target: entities.node(label),
          role: .mentioned)
        rule = .titleMention
      } else if kind == .place, place.isAfterPlaceWord {
        edge = Edge(
          source: NodeIndex(number), relation: .takesPlaceIn, target: entities.node(label))
        rule = .titlePlace
      } else {
        continue
      }
      let part = report.place.part(place.range, isVerbatim: report.titleIsVerbatim)
      out.append(EdgeFact(edge, part.evidence(rule, quote: label)))
    }
  }
}

extension [UInt32] {
  /// The bounds of a bucket in an array of offsets.
  fileprivate func bounds(_ bucket: Int) -> Range<Int> {
    Int(self[bucket])..<Int(self[bucket + 1])
  }
}
