internal import EventGraph
internal import FileIO

/// The nodes that are known long before entities are: events, then what they cite, then articles
/// without an address. The builder numbers them in this order.
struct FirstNodes: Sendable {
  /// By address: what events cite, and articles that give their own address.
  private(set) var sources = NodesByKey()
  /// Articles without an address.
  private(set) var articles = NodesByKey()
  private(set) var publishers = NodesByKey()
  /// Their part of the graph.
  private(set) var sealed: KnowledgeGraph.SealedNodes

  /// - Parameter facts: Its strings get those of the nodes.
  init(_ events: EventTable, _ facts: inout FactTable, threads: Int) {
    for source in facts.sources {
      publishers.note(source.publisher)
      sources.note(source.url)
    }
    for fact in facts.articles {
      if fact.url.isEmpty { articles.note(fact.key) } else { sources.note(fact.url) }
      if !fact.publisher.isEmpty { publishers.note(fact.publisher) }
    }
    sources.firstNode = events.events.count
    articles.firstNode = sources.firstNode + sources.keys.count
    let read = Article.byKey(facts)
    let keys: [NodeKey] =
      events.events.map { .event(date: $0.date, path: $0.path) }
      + sources.keys.map { .source(url: $0) }
      + articles.keys.map {
        .article(date: read[$0]?.date, headline: read[$0]?.headline ?? .empty, key: $0)
      }
    let texts = NodeIdentifiers(of: keys, in: facts.strings.table(), threads: threads)
    // The strings move through the builder: a copy of them would be the largest thing made here.
    var builder = KnowledgeGraph.Builder(strings: facts.strings.take())
    let ids = texts.intern(keys, into: &builder.strings)
    for document in facts.documents { _ = builder.addDocument(document) }
    Self.addEvents(events, facts, ids[..<sources.firstNode], to: &builder)
    let isCited = builder.strings.intern("is-cited")
    for (id, key) in zip(ids[sources.firstNode...], sources.keys + articles.keys) {
      if let article = read[key] {
        article.add(id, to: &builder)
      } else {
        _ = builder.addNode(
          Node(id: id, kind: .source, name: key, address: key, kindReason: isCited))
      }
    }
    for fact in facts.articles {
      builder.addEvidence(
        fact.place.evidence(.articleHeadline, quote: fact.headline),
        node: Self.node(of: fact, sources, articles))
    }
    sealed = builder.sealNodes { jobs in mapJobs(jobs.count, threads: threads) { jobs[$0]() } }
    facts.strings = builder.strings.take()
  }

  private static func addEvents(
    _ events: EventTable, _ facts: borrowing FactTable, _ ids: ArraySlice<StringIndex>,
    to builder: inout KnowledgeGraph.Builder
  ) {
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

  /// The builder's number of the node that an article is.
  func node(of fact: ArticleItemFact) -> NodeIndex { Self.node(of: fact, sources, articles) }

  private static func node(
    of fact: ArticleItemFact, _ sources: NodesByKey, _ articles: NodesByKey
  ) -> NodeIndex {
    fact.url.isEmpty ? articles.node(fact.key) : sources.node(fact.url)
  }

  /// Lets go of the strings, which grow from here on.
  mutating func forgetStrings() { sealed.forgetStrings() }

  /// All nodes: these, then others.
  consuming func sealed(with others: [Node], _ strings: StringTable) -> KnowledgeGraph.SealedNodes {
    sealed.append(others, strings)
    return sealed
  }
}
