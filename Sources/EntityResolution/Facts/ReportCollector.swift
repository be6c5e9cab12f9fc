internal import EventGraph
public import EventIngest

/// Gathers what documents say, in columns, with every string once. One collector a thread; their
/// facts are merged by key afterwards, so it does not matter which thread read what.
public struct ReportCollector: Sendable {
  var facts = FactTable()
  /// By string index of a page's path: the title that stood beside it last. Ten pages name an event,
  /// nearly always by one title, which is then compared and not looked up.
  private var titles: [StringIndex] = []
  /// Of the page paths that a report lists; kept for its memory.
  private var hashes: [UInt32] = []

  public init() {}

  /// With room for all of a large archive, though it be one of several: they are put together in one of
  /// them, and growing arrays would be copied again and again. It is room of addresses alone, since memory
  /// that is never touched is never there.
  package static func roomy() -> ReportCollector {
    var collector = ReportCollector()
    let documents = 1 << 16
    collector.facts.strings.reserve(strings: documents * 16, bytes: documents * 1024)
    collector.facts.related.reserveCapacity(documents * 8)
    collector.facts.contextLists.reserveCapacity(documents * 8)
    collector.facts.reports.reserveCapacity(documents)
    return collector
  }

  /// Adds all reports of one document.
  public mutating func add(_ item: borrowing DocumentStream.Item) {
    let document = UInt32(facts.documents.count)
    let path = item.reading.documentPath.map { intern($0, item) } ?? facts.strings.intern(item.name)
    let sha256 = facts.strings.intern(ByteWriter.hex(item.sha256).span)
    facts.documents.append(Document(path: path, sha256: sha256))
    facts.files.append(facts.strings.intern(item.file))
    facts.parts.append(UInt32(clamping: item.part ?? 0))
    let rule: Rule
    switch item.reading.format {
    case .eventPage: rule = .pageTitle
    case .currentEventsWikitext, .currentEventsHTML: rule = .wikitextEvent
    case .dayIndex, .articleText, .articleHTML, nil: rule = .indexEntry
    }
    if let article = item.reading.article { add(article, of: item, document: document) }
    for report in item.reading.reports {
      add(report, of: item, document: document, rule: rule)
    }
  }

  private mutating func add(
    _ report: Report, of item: borrowing DocumentStream.Item, document: UInt32, rule: Rule
  ) {
    let event = intern(report.pagePath, item)
    facts.reports.append(
      ReportFact(
        event: event, place: Place(report.title.span, document), date: report.date,
        title: title(report.title, of: event, item), titleIsVerbatim: report.title.isVerbatim,
        summary: intern(report.summary, item), image: intern(report.image, item), rule: rule))
    if let topic = report.topic {
      facts.topics.append(
        TopicFact(event: event, label: intern(topic, item), place: Place(topic.span, document)))
    }
    if let contexts = report.contexts {
      facts.contextLists.append(
        ContextListFact(
          event: event, other: .empty, list: intern(contexts, item),
          place: Place(contexts.span, document), isVerbatim: contexts.isVerbatim))
    }
    for source in item.reading.sources[report.sources] {
      facts.sources.append(
        SourceItemFact(
          event: event, publisher: intern(source.publisher, item), url: intern(source.url, item),
          rule: rule == .wikitextEvent ? .wikitextSource : .pageSource,
          place: Place(source.publisher.span, document)))
    }
    if rule == .wikitextEvent { addWikitext(report, event, item, document) }
    var lastShared = StringIndex.empty
    announce(report, item)
    for (k, related) in item.reading.related[report.related].enumerated() {
      let other = item.reading.withBytes(of: related.pagePath, in: item.bytes) { text in
        text.isEmpty ? .empty : facts.strings.intern(text, hash: hashes[k])
      }
      facts.related.append(
        RelatedEventFact(
          event: event, other: other, title: title(related.title, of: other, item),
          rank: UInt16(exactly: related.rank) ?? 0,
          sharedList: related.sharedContexts == nil ? -1 : Int32(facts.contextLists.count),
          place: Place(related.title.span, document)))
      if let shared = related.sharedContexts {
        // A page's neighbours often share the same labels with it.
        lastShared = intern(shared, item, expecting: lastShared)
        facts.contextLists.append(
          ContextListFact(
            event: event, other: other, list: lastShared,
            place: Place(shared.span, document), isVerbatim: shared.isVerbatim))
      }
    }
  }

  /// Has the strings of the related pages' paths brought near, all at once; notes their hashes.
  private mutating func announce(_ report: Report, _ item: borrowing DocumentStream.Item) {
    hashes.removeAll(keepingCapacity: true)
    for related in item.reading.related[report.related] {
      hashes.append(
        item.reading.withBytes(of: related.pagePath, in: item.bytes) { $0.tableHash })
    }
    facts.strings.prefetch(hashes)
  }

  private mutating func add(
    _ article: ArticleFact, of item: borrowing DocumentStream.Item, document: UInt32
  ) {
    let headline = intern(article.headline, item)
    var key = article.headline.map { Array(item.string($0).utf8) } ?? []
    var first: TextFact?
    for paragraph in article.paragraphs where first == nil { first = paragraph }
    key.append(10)
    if let first { key += item.string(first).utf8 }
    let place = article.headline ?? first
    guard let place else { return }
    facts.articles.append(
      ArticleItemFact(
        url: intern(article.url, item), headline: headline,
        key: facts.strings.intern(key.span), date: article.date?.date,
        image: intern(article.image, item), publisher: intern(article.publisher, item),
        place: Place(place.span, document),
        publisherPlace: Place((article.publisher ?? place).span, document),
        body: ArticleBody(article, item)))
  }

  private mutating func addWikitext(
    _ report: Report, _ event: StringIndex, _ item: borrowing DocumentStream.Item,
    _ document: UInt32
  ) {
    for link in item.reading.links[report.links] {
      addLink(link, event, .title, item, document)
    }
    if let category = report.category {
      let name = category.name.map { facts.strings.intern($0.name) }
      facts.categories.append(
        CategoryItemFact(
          event: event, name: name ?? intern(category.label, item),
          place: Place(category.label.span, document)))
    }
    var parents: [StringIndex] = []
    for (k, topic) in item.reading.topics[report.topics].enumerated() {
      let isInnermost = k == report.topics.count - 1
      let label = intern(topic.label, item)
      let place = Place(topic.label.span, document)
      var names: [StringIndex] = []
      for link in item.reading.links[topic.links] {
        let role: LinkedLabelFact.Role =
          topic.isLinked && isInnermost ? .innermostTopic : .topic
        addLink(link, event, role, item, document)
        guard topic.isLinked else { continue }
        let name = intern(link.target, item)
        names.append(name)
        facts.links.append(
          LinkedLabelFact(
            event: event, label: label, entity: name, role: .wholeTopic,
            place: Place(link.label.span, document)))
      }
      if !topic.isLinked {
        names = [label]
        facts.links.append(
          LinkedLabelFact(
            event: event, label: label, entity: label,
            role: isInnermost ? .innermostTopic : .topic, place: place))
      }
      for name in names {
        for parent in parents where parent != name {
          facts.nested.append(
            NestedTopicFact(topic: name, parent: parent, label: label, place: place))
        }
      }
      parents = names
    }
  }

  private mutating func addLink(
    _ link: LinkFact, _ event: StringIndex, _ role: LinkedLabelFact.Role,
    _ item: borrowing DocumentStream.Item, _ document: UInt32
  ) {
    facts.links.append(
      LinkedLabelFact(
        event: event, label: intern(link.label, item), entity: intern(link.target, item),
        role: role, place: Place(link.label.span, document),
        titleStart: role == .title ? UInt32(clamping: link.titleRange.lowerBound) : 0,
        titleEnd: role == .title ? UInt32(clamping: link.titleRange.upperBound) : 0))
  }

  private mutating func intern(
    _ fact: TextFact, _ item: borrowing DocumentStream.Item
  ) -> StringIndex {
    item.reading.withBytes(of: fact, in: item.bytes) { facts.strings.intern($0) }
  }

  private mutating func intern(
    _ fact: TextFact, _ item: borrowing DocumentStream.Item, expecting guess: StringIndex
  ) -> StringIndex {
    item.reading.withBytes(of: fact, in: item.bytes) { text in
      facts.strings.isEqual(guess, text) ? guess : facts.strings.intern(text)
    }
  }

  /// A title of the event of a page.
  private mutating func title(
    _ fact: TextFact, of page: StringIndex, _ item: borrowing DocumentStream.Item
  ) -> StringIndex {
    let guess = page.position < titles.count ? titles[page.position] : .empty
    let title = intern(fact, item, expecting: guess)
    if title != guess {
      if page.position >= titles.count {
        let missing = facts.strings.count - titles.count
        titles.append(contentsOf: repeatElement(.empty, count: missing))
      }
      titles[page.position] = title
    }
    return title
  }

  private mutating func intern(
    _ fact: TextFact?, _ item: borrowing DocumentStream.Item
  ) -> StringIndex {
    guard let fact else { return .empty }
    return intern(fact, item)
  }
}
