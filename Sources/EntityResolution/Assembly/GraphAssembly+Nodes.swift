internal import EventGraph

extension GraphAssembly {
  /// All nodes, in the builder's numbers: events, entities, publishers, sources.
  mutating func nodes() -> KnowledgeGraph.SealedNodes {
    var keys: [NodeKey] = events.events.map { .event(date: $0.date, path: $0.path) }
    for event in labels.named {
      for name in event { entities.note(name.entity) }
    }
    for fact in facts.nested {
      entities.note(fact.topic)
      entities.note(fact.parent)
    }
    for source in facts.sources {
      publishers.note(source.publisher)
      sources.note(source.url)
    }
    let read = noteArticles()
    entities.firstNode = keys.count
    keys += entities.keys.map { .entity(name: $0) }
    publishers.firstNode = keys.count
    keys += publishers.keys.map { .publisher(name: $0) }
    sources.firstNode = keys.count
    keys += sources.keys.map { .source(url: $0) }
    articles.firstNode = keys.count
    keys += articles.keys.map {
      .article(date: read[$0]?.date, headline: read[$0]?.headline ?? .empty, key: $0)
    }
    let texts = NodeIdentifiers(of: keys, in: facts.strings.table(), threads: threads)
    entityReasons = reasons()

    // The strings move into the graph: a copy of them would be the largest thing made here.
    var builder = KnowledgeGraph.Builder(strings: facts.takeStrings())
    let ids = texts.intern(keys, into: &builder.strings)
    for document in facts.documents { _ = builder.addDocument(document) }
    addEvents(ids[..<entities.firstNode], to: &builder)
    addEntities(ids[entities.firstNode..<publishers.firstNode], to: &builder)
    let namesSource = builder.strings.intern("names-a-source")
    for (id, name) in zip(ids[publishers.firstNode...], publishers.keys) {
      _ = builder.addNode(
        Node(
          id: id, kind: .publisher, name: name, kindReason: namesSource))
    }
    let isCited = builder.strings.intern("is-cited")
    for (id, url) in zip(ids[sources.firstNode...], sources.keys) {
      if let article = read[url] {
        addArticle(article, id, to: &builder)
        continue
      }
      _ = builder.addNode(
        Node(
          id: id, kind: .source, name: url, address: url,
          kindReason: isCited))
    }
    for (id, key) in zip(ids[articles.firstNode...], articles.keys) {
      if let article = read[key] { addArticle(article, id, to: &builder) }
    }
    for fact in facts.articles {
      builder.addEvidence(
        fact.place.evidence(.articleHeadline, quote: fact.headline), node: node(of: fact))
    }
    return builder.seal()
  }

  private func addEvents(_ ids: ArraySlice<StringIndex>, to builder: inout KnowledgeGraph.Builder) {
    let hasPage = builder.strings.intern("has-a-page")
    let inPortal = builder.strings.intern("in-current-events")
    for (id, event) in zip(ids, events.events) {
      let node = builder.addNode(
        Node(
          id: id, kind: .event, name: event.title, date: event.date,
          summary: event.summary, address: event.path, image: event.image,
          kindReason: event.report?.rule == .wikitextEvent ? inPortal : hasPage,
          documentCount: event.documentCount))
      builder.addPage(Page(event: node, path: event.path))
    }
    for fact in facts.reports {
      builder.addEvidence(
        fact.place.evidence(fact.rule, quote: fact.title),
        node: NodeIndex(events.number(of: fact.event)))
    }
    for fact in facts.categories {
      builder.addEvidence(
        fact.place.evidence(.wikitextCategory, quote: fact.name),
        node: NodeIndex(events.number(of: fact.event)))
    }
  }

  private func addEntities(
    _ ids: ArraySlice<StringIndex>, to builder: inout KnowledgeGraph.Builder
  ) {
    var names: [KindRules.Reason: StringIndex] = [:]
    for reason in KindRules.Reason.allCases {
      names[reason] = builder.strings.intern(reason.rawValue)
    }
    for (k, id) in ids.enumerated() {
      let reason = entityReasons[k]
      _ = builder.addNode(
        Node(
          id: id, kind: reason.kind, name: entities.keys[k],
          kindReason: names[reason] ?? .empty))
    }
  }

  /// The rule that gives each entity its kind, by place in `entities.keys`.
  private func reasons() -> [KindRules.Reason] {
    let bytes = facts.strings.bytes.span
    return entities.keys.map { label in
      KindRules.reason(
        bytes.extracting(facts.strings.range(of: label)), titlePlaces.uses[label.position])
    }
  }
}
