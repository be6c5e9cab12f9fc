internal import EventGraph
internal import FileIO

extension GraphAssembly {
  /// All nodes, in the builder's numbers: the first, then entities, publishers and statements.
  mutating func nodes() -> KnowledgeGraph.SealedNodes {
    noteEntities()
    readArticles()
    let taken = first.sealed.nodes.map(\.id)
    entities.firstNode = taken.count
    publishers.firstNode = taken.count + entities.keys.count
    articleContents.setFirstNode(publishers.firstNode + publishers.keys.count)
    articleContents.link(self)
    let keys: [NodeKey] =
      entities.keys.map { .entity(name: $0) } + publishers.keys.map { .publisher(name: $0) }
      + articleContents.nodeKeys
    let texts = NodeIdentifiers(of: keys, in: facts.strings.table(), threads: threads)
    entityKinds = kindLearning(facts.strings.table()).decisions()

    // The strings move into the graph: a copy of them would be the largest thing made here.
    var strings = facts.strings.take()
    let ids = texts.intern(keys, into: &strings, apartFrom: taken)
    var nodes = entityNodes(ids[..<entities.keys.count], &strings)
    let firstStatement = entities.keys.count + publishers.keys.count
    let namesSource = strings.intern("names-a-source")
    for (id, name) in zip(ids[entities.keys.count..<firstStatement], publishers.keys) {
      nodes.append(Node(id: id, kind: .publisher, name: name, kindReason: namesSource))
    }
    nodes += articleContents.nodes(ids[firstStatement...], &strings)
    // The relationships take as much memory again; nothing looks at these any more.
    labels.keepEntries()
    return first.sealed(with: nodes, strings.table())
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

  private func entityNodes(
    _ ids: ArraySlice<StringIndex>, _ strings: inout StringInterner
  ) -> [Node] {
    var nodes: [Node] = []
    nodes.reserveCapacity(ids.count + publishers.keys.count)
    var reasons: [StringIndex?] = Array(repeating: nil, count: KindLearning.reasonCount)
    let overridden = strings.intern("override")
    for (k, id) in ids.enumerated() {
      let (key, decision) = (entities.keys[k], entityKinds[k])
      let name = overrides.names[key].map { strings.intern($0) } ?? key
      let aliases = aliases(of: key, shownAs: name, &strings)
      if let kind = overrides.kinds[key] {
        nodes.append(
          Node(
            id: id, kind: kind.nodeKind, name: name, aliases: aliases, kindReason: overridden,
            entityKind: kind))
        continue
      }
      let reason = KindLearning.reasonNumber(decision)
      let text = reasons[reason] ?? strings.intern(KindLearning.reasonText(decision))
      reasons[reason] = text
      nodes.append(
        Node(
          id: id, kind: decision.kind.nodeKind, name: name, aliases: aliases, kindReason: text,
          entityKind: decision.kind, kindConfidence: decision.confidence))
    }
    return nodes
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
