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
  /// What was read, by address or key.
  let read: [StringIndex: GraphAssembly.Article]
  private(set) var keys: [NodeKey]
  private(set) var ids: NodeIdentifiers

  init(_ events: EventTable, _ facts: borrowing FactTable, threads: Int) {
    for source in facts.sources {
      publishers.note(source.publisher)
      sources.note(source.url)
    }
    for fact in facts.articles {
      if fact.url.isEmpty { articles.note(fact.key) } else { sources.note(fact.url) }
      if !fact.publisher.isEmpty { publishers.note(fact.publisher) }
    }
    let read = GraphAssembly.articlesByKey(facts)
    self.read = read
    sources.firstNode = events.events.count
    articles.firstNode = sources.firstNode + sources.keys.count
    keys =
      events.events.map { .event(date: $0.date, path: $0.path) }
      + sources.keys.map { .source(url: $0) }
      + articles.keys.map {
        .article(date: read[$0]?.date, headline: read[$0]?.headline ?? .empty, key: $0)
      }
    ids = NodeIdentifiers(of: keys, in: facts.strings.table(), threads: threads)
  }

  /// Lets go of what only makes nodes.
  mutating func forgetKeys() {
    keys = []
    ids = NodeIdentifiers()
  }

  /// Names and summaries in the order of the graph. An article without a headline is named by its id.
  func texts(of events: EventTable, _ strings: StringTable) -> NodeTexts {
    let parts = mapWorkers(2) { worker in
      worker == 0 ? eventTexts(events, strings) : sourceTexts(events, strings)
    }
    return parts.dropFirst().reduce(into: parts[0]) { $0.append($1) }
  }

  private func eventTexts(_ events: EventTable, _ strings: StringTable) -> NodeTexts {
    let bytes = strings.bytes.span
    var texts = NodeTexts()
    for number in ids.sorted(0..<events.events.count) {
      let event = events.events[number]
      texts.append(
        name: bytes.extracting(strings.range(of: event.title)),
        summary: bytes.extracting(strings.range(of: event.summary)))
    }
    return texts
  }

  private func sourceTexts(_ events: EventTable, _ strings: StringTable) -> NodeTexts {
    let bytes = strings.bytes.span
    var texts = NodeTexts()
    let none = bytes.extracting(0..<0)
    for number in ids.sorted(events.events.count..<keys.count) {
      let place = number - events.events.count
      let key =
        place < sources.keys.count
        ? sources.keys[place] : articles.keys[place - sources.keys.count]
      if let article = read[key] {
        if article.headline.isEmpty {
          texts.append(name: ids.bytes.span.extracting(ids.range(number)), summary: none)
        } else {
          texts.append(
            name: bytes.extracting(strings.range(of: article.headline)), summary: none)
        }
      } else {
        texts.append(name: bytes.extracting(strings.range(of: key)), summary: none)
      }
    }
    return texts
  }
}
