internal import EventGraph
public import EventIngest

/// Gathers what documents say, in columns, with every string once. One collector a thread; their
/// facts are merged by key afterwards, so it does not matter which thread read what.
public struct ReportCollector: Sendable {
  var facts = FactTable()

  public init() {}

  /// Adds all reports of one document.
  public mutating func add(_ item: borrowing DocumentStream.Item) {
    let document = UInt32(facts.documents.count)
    let path = item.reading.documentPath.map { intern($0, item) } ?? facts.strings.intern(item.file)
    var hex: [UInt8] = []
    hex.reserveCapacity(64)
    for byte in item.sha256 {
      hex.append(ByteWriter.hex(byte >> 4))
      hex.append(ByteWriter.hex(byte & 15))
    }
    facts.documents.append(Document(path: path, sha256: facts.strings.intern(hex.span)))
    facts.files.append(facts.strings.intern(item.file))
    let isPage = item.reading.format == .eventPage
    for report in item.reading.reports {
      add(report, of: item, document: document, isPage: isPage)
    }
  }

  private mutating func add(
    _ report: Report, of item: borrowing DocumentStream.Item, document: UInt32, isPage: Bool
  ) {
    let event = intern(report.pagePath, item)
    facts.reports.append(
      ReportFact(
        event: event, place: Place(report.title.span, document), date: report.date,
        title: intern(report.title, item), titleIsVerbatim: report.title.isVerbatim,
        summary: intern(report.summary, item), image: intern(report.image, item), isPage: isPage))
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
          place: Place(source.publisher.span, document)))
    }
    for related in item.reading.related[report.related] {
      let other = intern(related.pagePath, item)
      facts.related.append(
        RelatedEventFact(
          event: event, other: other, title: intern(related.title, item), date: related.date,
          rank: UInt16(clamping: related.rank),
          sharedList: related.sharedContexts == nil ? -1 : Int32(facts.contextLists.count),
          place: Place(related.title.span, document)))
      if let shared = related.sharedContexts {
        facts.contextLists.append(
          ContextListFact(
            event: event, other: other, list: intern(shared, item),
            place: Place(shared.span, document), isVerbatim: shared.isVerbatim))
      }
    }
  }

  private mutating func intern(
    _ fact: TextFact, _ item: borrowing DocumentStream.Item
  ) -> StringIndex {
    item.reading.withBytes(of: fact, in: item.bytes) { facts.strings.intern($0) }
  }

  private mutating func intern(
    _ fact: TextFact?, _ item: borrowing DocumentStream.Item
  ) -> StringIndex {
    guard let fact else { return .empty }
    return intern(fact, item)
  }
}
