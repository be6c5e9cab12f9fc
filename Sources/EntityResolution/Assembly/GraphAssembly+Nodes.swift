internal import EventGraph
internal import FileIO

extension GraphAssembly {
  /// All nodes, in the builder's numbers: events, sources, articles, entities, publishers,
  /// statements.
  mutating func nodes() -> KnowledgeGraph.SealedNodes {
    noteEntities()
    readArticles()
    var keys = first.keys
    entities.firstNode = keys.count
    publishers.firstNode = keys.count + entities.keys.count
    let firstStatement = publishers.firstNode + publishers.keys.count
    articleContents.setFirstNode(firstStatement)
    articleContents.link(self)
    let others: [NodeKey] =
      entities.keys.map { .entity(name: $0) } + publishers.keys.map { .publisher(name: $0) }
      + articleContents.nodeKeys
    keys += others
    var texts = first.ids
    texts.append(NodeIdentifiers(of: others, in: facts.strings.table(), threads: threads))
    entityKinds = kindLearning(facts.strings.table()).decisions()

    // The strings move into the graph: a copy of them would be the largest thing made here.
    var builder = KnowledgeGraph.Builder(strings: facts.takeStrings())
    let ids = texts.intern(keys, into: &builder.strings)
    for document in facts.documents { _ = builder.addDocument(document) }
    addEvents(ids[..<first.sources.firstNode], to: &builder)
    addSources(ids[first.sources.firstNode..<entities.firstNode], to: &builder)
    addEntities(ids[entities.firstNode..<publishers.firstNode], to: &builder)
    let namesSource = builder.strings.intern("names-a-source")
    for (id, name) in zip(ids[publishers.firstNode..<firstStatement], publishers.keys) {
      _ = builder.addNode(Node(id: id, kind: .publisher, name: name, kindReason: namesSource))
    }
    addStatements(ids[firstStatement...], to: &builder)
    for fact in facts.articles {
      builder.addEvidence(
        fact.place.evidence(.articleHeadline, quote: fact.headline), node: node(of: fact))
    }
    // The relationships take as much memory again; nothing looks at these any more.
    labels.keepEntries()
    first.forgetKeys()
    return builder.seal()
  }

  mutating func noteEntities() {
    for event in labels.named {
      for name in event { entities.note(name.entity) }
    }
    for fact in facts.nested {
      entities.note(fact.topic)
      entities.note(fact.parent)
    }
  }

  private func addSources(_ ids: ArraySlice<StringIndex>, to builder: inout KnowledgeGraph.Builder)
  {
    let isCited = builder.strings.intern("is-cited")
    for (id, key) in zip(ids, first.sources.keys + first.articles.keys) {
      if let article = first.read[key] {
        addArticle(article, id, to: &builder)
      } else {
        _ = builder.addNode(
          Node(id: id, kind: .source, name: key, address: key, kindReason: isCited))
      }
    }
  }

  private func addEvents(_ ids: ArraySlice<StringIndex>, to builder: inout KnowledgeGraph.Builder) {
    let hasPage = builder.strings.intern("has-a-page")
    let inPortal = builder.strings.intern("in-current-events")
    for (id, event) in zip(ids, events.events) {
      _ = builder.addNode(
        Node(
          id: id, kind: .event, name: event.title, date: event.date,
          summary: event.summary, address: event.path, image: event.image,
          kindReason: event.report?.rule == .wikitextEvent ? inPortal : hasPage,
          documentCount: event.documentCount))
    }
    for path in events.paths {
      builder.addPage(Page(event: NodeIndex(events.number(of: path)), path: path))
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
    var reasons: [StringIndex?] = Array(repeating: nil, count: KindLearning.reasonCount)
    let overridden = builder.strings.intern("override")
    for (k, id) in ids.enumerated() {
      let (key, decision) = (entities.keys[k], entityKinds[k])
      let name = overrides.names[key].map { builder.strings.intern($0) } ?? key
      let aliases = aliases(of: key, shownAs: name, &builder.strings)
      if let kind = overrides.kinds[key] {
        _ = builder.addNode(
          Node(
            id: id, kind: kind.nodeKind, name: name, aliases: aliases, kindReason: overridden,
            entityKind: kind))
        continue
      }
      let reason = KindLearning.reasonNumber(decision)
      let text = reasons[reason] ?? builder.strings.intern(KindLearning.reasonText(decision))
      reasons[reason] = text
      _ = builder.addNode(
        Node(
          id: id, kind: decision.kind.nodeKind, name: name, aliases: aliases, kindReason: text,
          entityKind: decision.kind, kindConfidence: decision.confidence))
    }
  }

  /// What the model or the user says of the entity at a place of `entities.keys`.
  func kind(ofEntity place: Int) -> EntityKind {
    overrides.kinds[entities.keys[place]] ?? entityKinds[place].kind
  }

  /// The entity's other names, a line each.
  private func aliases(
    of key: StringIndex, shownAs name: StringIndex, _ strings: inout StringInterner
  ) -> StringIndex {
    var others = names.aliases[key] ?? []
    if name != key { others.append(key) }
    if others.isEmpty { return .empty }
    let texts = others.map { strings[$0] }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return strings.intern(texts.joined(separator: "\n"))
  }

  /// The model of kinds over all entities, by place in `entities.keys`.
  func kindLearning(_ strings: StringTable) -> KindLearning {
    var uses = Array(repeating: LabelUse(), count: entities.keys.count)
    let bytes = strings.bytes.span
    for number in events.events.indices {
      for mention in mentions[number] {
        let place = entities.place(mention.entity)
        let label = bytes.extracting(strings.range(of: mention.label))
        uses[place].titles += 1
        if label.isEmpty { continue }
        if label[0].isASCIILower { uses[place].lowerCase += 1 }
        if mention.label == mention.entity { uses[place].sameAsLabel += 1 }
        if KindLexicon.shared.isDemonym(label) { uses[place].demonym += 1 }
      }
    }
    for entry in labels.entries where entry.isTopic(facts) {
      uses[entities.place(entry.entity)].topics += 1
    }
    let entities = entities
    return KindLearning(
      entities.keys, uses: uses, mentions: mentions, events: events, strings: strings,
      place: { entities.place($0) }, threads: threads)
  }
}
