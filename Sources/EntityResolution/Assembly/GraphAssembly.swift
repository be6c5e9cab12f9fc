public import EventGraph
public import EventIngest

/// Makes one graph of what all documents say: a keyed merge of reports by page path and of labels
/// by name, with the evidence for each relationship.
public struct GraphAssembly {
  public struct Outcome {
    public var graph: KnowledgeGraph
    /// Sorted.
    public var diagnostics: [Diagnostic]
    /// Documents that were read twice, under two inputs, and counted once.
    public var repeatedDocuments: Int
  }

  private var builder: KnowledgeGraph.Builder
  private let facts: FactTable
  private let events: EventTable
  private let labels: EventLabels
  private let listLabelCounts: [UInt16]
  private var eventNodes: [NodeIndex] = []
  private var entities = NodesByKey()
  private var publishers = NodesByKey()
  private var sources = NodesByKey()
  /// Where each label stands in the title of each event that carries it, by event and label.
  private var titlePlaces: [[LabelInTitle?]] = []

  /// - Parameter collectors: In any order.
  /// - Returns: The same graph, byte for byte, for the same documents.
  /// - Complexity: O(facts + bytes of distinct strings), apart from sorting.
  public static func assemble(_ collectors: consuming [ReportCollector]) -> Outcome {
    var facts = FactTable()
    for collector in collectors {
      if facts.documents.isEmpty { facts = collector.facts } else { facts.merge(collector.facts) }
    }
    let repeated = facts.removeRepeatedDocuments()
    let events = EventTable(facts)
    var labels = ContextLabelSplitter.split(facts, events)
    labels.addTopics(events)
    let diagnostics = labels.diagnostics(events)
    var assembly = GraphAssembly(labels, events)
    assembly.addNodes()
    assembly.addRelationships()
    return Outcome(
      graph: assembly.builder.build(), diagnostics: diagnostics, repeatedDocuments: repeated)
  }

  private init(_ labels: ContextLabels, _ events: EventTable) {
    facts = labels.facts
    self.labels = labels.labels
    listLabelCounts = labels.listLabelCounts
    self.events = events
    builder = KnowledgeGraph.Builder(strings: facts.strings)
  }

  // MARK: Nodes

  private mutating func addNodes() {
    for document in facts.documents { _ = builder.addDocument(document) }
    var ids = IdentifierPool()
    let table = facts.strings
    for event in events.events {
      let path = table[event.path]
      ids.add { Identifier.event(date: event.date, path: path, checkLength: $0) }
    }
    var uses = countUses()
    for event in labels.byEvent {
      for label in event { entities.note(label) }
    }
    for source in facts.sources {
      publishers.note(source.publisher)
      sources.note(source.url)
    }
    for label in entities.keys {
      let name = table[label]
      ids.add { Identifier.entity(name: name, checkLength: $0) }
    }
    for label in publishers.keys {
      let name = table[label]
      ids.add { Identifier.publisher(name: name, checkLength: $0) }
    }
    for address in sources.keys {
      let url = table[address]
      ids.add { Identifier.source(url: url, checkLength: $0) }
    }
    var unique = ids.unique().makeIterator()
    func nextID(_ builder: inout KnowledgeGraph.Builder) -> StringIndex {
      unique.next().map { builder.strings.intern($0) } ?? .empty
    }
    addEvents { nextID(&$0) }
    addEntities(&uses) { nextID(&$0) }
    for label in publishers.keys {
      publishers.nodes.append(
        builder.addNode(
          Node(
            id: nextID(&builder), kind: .publisher, name: label,
            kindReason: builder.strings.intern("names-a-source"))))
    }
    for address in sources.keys {
      sources.nodes.append(
        builder.addNode(
          Node(
            id: nextID(&builder), kind: .source, name: address, address: address,
            kindReason: builder.strings.intern("is-cited"))))
    }
  }

  private mutating func addEvents(_ nextID: (inout KnowledgeGraph.Builder) -> StringIndex) {
    let reason = builder.strings.intern("has-a-page")
    for event in events.events {
      let node = builder.addNode(
        Node(
          id: nextID(&builder), kind: .event, name: event.title, date: event.date,
          summary: event.summary, address: event.path, image: event.image, kindReason: reason,
          documentCount: event.documentCount))
      builder.addPage(Page(event: node, path: event.path))
      eventNodes.append(node)
    }
    for fact in facts.reports {
      builder.addEvidence(
        fact.place.evidence(fact.isPage ? .pageTitle : .indexEntry, quote: fact.title),
        node: eventNodes[events.number(of: fact.event)])
    }
  }

  private mutating func addEntities(
    _ uses: inout [LabelUse], _ nextID: (inout KnowledgeGraph.Builder) -> StringIndex
  ) {
    for label in entities.keys {
      let reason = KindRules.reason(
        facts.strings.bytes.span.extracting(facts.strings.range(of: label)), uses[label.position])
      entities.nodes.append(
        builder.addNode(
          Node(
            id: nextID(&builder), kind: reason.kind, name: label,
            kindReason: builder.strings.intern(reason.rawValue))))
      entities.kinds.append(reason)
    }
  }

  /// How titles use each label, by string index; remembers the places for the relationships.
  private mutating func countUses() -> [LabelUse] {
    var uses = [LabelUse](repeating: LabelUse(), count: facts.strings.count)
    let strings = facts.strings
    let bytes = strings.bytes.span
    titlePlaces.reserveCapacity(events.events.count)
    for (number, event) in events.events.enumerated() {
      let title = bytes.extracting(strings.range(of: event.title))
      var places: [LabelInTitle?] = []
      places.reserveCapacity(labels.byEvent[number].count)
      for label in labels.byEvent[number] {
        let place = LabelInTitle.find(
          bytes.extracting(strings.range(of: label)), in: title)
        places.append(place)
        guard let place else { continue }
        uses[label.position].titles += 1
        if place.isAfterPlaceWord { uses[label.position].afterPlaceWord += 1 }
        if place.isBeforeVerb { uses[label.position].beforeVerb += 1 }
      }
      titlePlaces.append(places)
    }
    return uses
  }

  // MARK: Relationships

  private mutating func addRelationships() {
    builder.reserve(
      edgeFacts: labels.entries.count + facts.related.count + facts.sources.count * 2)
    for (k, entry) in labels.entries.enumerated() {
      let event = eventNodes[Int(labels.events[k])]
      guard let entity = entities[entry.label] else { continue }
      builder.addEdge(
        Edge(source: event, relation: .hasContext, target: entity.node),
        evidence: entry.place.evidence(entry.rule, quote: entry.label))
      if entry.rule == .indexTopic, entity.kind == .happeningWord {
        builder.addEdge(
          Edge(source: event, relation: .partOf, target: entity.node),
          evidence: entry.place.evidence(.indexTopic, quote: entry.label))
      }
    }
    for number in events.events.indices { addTitleRelationships(number) }
    for fact in facts.related {
      let weight = fact.sharedList < 0 ? 0 : listLabelCounts[Int(fact.sharedList)]
      builder.addEdge(
        Edge(
          source: eventNodes[events.number(of: fact.event)], relation: .relatedTo,
          target: eventNodes[events.number(of: fact.other)], weight: Float(weight),
          rank: fact.rank),
        evidence: fact.place.evidence(.pageRelated, quote: fact.title))
    }
    for fact in facts.sources {
      guard let source = sources[fact.url], let publisher = publishers[fact.publisher] else {
        continue
      }
      let event = eventNodes[events.number(of: fact.event)]
      builder.addEdge(
        Edge(source: event, relation: .reportedBy, target: source.node),
        evidence: fact.place.evidence(.pageSource, quote: fact.publisher))
      builder.addEdge(
        Edge(source: source.node, relation: .publishedBy, target: publisher.node),
        evidence: fact.place.evidence(.sourcePublisher, quote: fact.publisher))
    }
  }

  /// Actors and places that the event's own title names.
  private mutating func addTitleRelationships(_ number: Int) {
    guard let report = events.events[number].report else { return }
    for (k, label) in labels.byEvent[number].enumerated() {
      guard let place = titlePlaces[number][k], let entity = entities[label] else { continue }
      let part = report.place.part(place.range, isVerbatim: report.titleIsVerbatim)
      let event = eventNodes[number]
      if entity.kind.kind == .actor {
        builder.addEdge(
          Edge(source: event, relation: .involves, target: entity.node, role: .mentioned),
          evidence: part.evidence(.titleMention, quote: label))
      } else if entity.kind.kind == .place, place.isAfterPlaceWord {
        builder.addEdge(
          Edge(source: event, relation: .takesPlaceIn, target: entity.node),
          evidence: part.evidence(.titlePlace, quote: label))
      }
    }
  }
}
