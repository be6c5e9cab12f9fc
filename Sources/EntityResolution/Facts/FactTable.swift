internal import EventGraph
internal import EventIngest

/// Where a fact stands: document, line, byte span.
struct Place: Sendable {
  var document: UInt32
  var line: UInt32
  var start: UInt32
  var length: UInt32

  init(_ span: SourceSpan, _ document: UInt32) {
    self.document = document
    line = span.line
    start = span.start
    length = span.length
  }

  /// The part of the span that holds a piece of its text, if the text is the span's own bytes.
  func part(_ range: Range<Int>, isVerbatim: Bool) -> Place {
    guard isVerbatim else { return self }
    var part = self
    part.start += UInt32(range.lowerBound)
    part.length = UInt32(range.count)
    return part
  }

  func evidence(_ rule: Rule, quote: StringIndex) -> Evidence {
    Evidence(
      document: DocumentIndex(rawValue: document), line: line, start: start, length: length,
      quote: quote, rule: rule)
  }
}

struct ReportFact: Sendable {
  /// Page path.
  var event: StringIndex
  var place: Place
  var date: PartialDate?
  var title: StringIndex
  /// Whether the title is the document's own bytes, so that parts of it have spans of their own.
  var titleIsVerbatim: Bool
  var summary: StringIndex
  var image: StringIndex
  /// What the document is to the event: its page, the index of its day, a day of the portal.
  var rule: Rule

  /// From the event's own page.
  var isPage: Bool { rule == .pageTitle }
}

/// A list of context labels as written. `other` is the related event that shares them, empty for
/// the event's own list.
struct ContextListFact: Sendable {
  var event: StringIndex
  var other: StringIndex
  var list: StringIndex
  var place: Place
  var isVerbatim: Bool
}

struct TopicFact: Sendable {
  var event: StringIndex
  var label: StringIndex
  var place: Place
}

/// Words of an event's sentence or of a topic above it, and the entity that they name.
struct LinkedLabelFact: Sendable {
  enum Role: Sendable {
    case title, topic, innermostTopic
    /// What the user dropped.
    case dropped
    /// The whole of a topic's words, which only tells what the same words mean elsewhere.
    case wholeTopic
  }

  var event: StringIndex
  var label: StringIndex
  /// The entity's name.
  var entity: StringIndex
  var role: Role
  var place: Place
  /// Where the label stands in the event's title, in bytes; empty for a topic's.
  var titleStart: UInt32 = 0
  var titleEnd: UInt32 = 0
}

/// A topic under a topic: names of entities.
struct NestedTopicFact: Sendable {
  var topic: StringIndex
  var parent: StringIndex
  var label: StringIndex
  var place: Place
}

/// The portal's heading above an event.
struct CategoryItemFact: Sendable {
  var event: StringIndex
  var name: StringIndex
  var place: Place
}

struct SourceItemFact: Sendable {
  var event: StringIndex
  var publisher: StringIndex
  var url: StringIndex
  var rule: Rule
  var place: Place
}

/// A news text that was read as a document.
struct ArticleItemFact: Sendable {
  /// Empty where the document gives none.
  var url: StringIndex
  var headline: StringIndex
  /// What tells it from others where it has no address: headline and first paragraph.
  var key: StringIndex
  var date: PartialDate?
  var image: StringIndex
  var publisher: StringIndex
  /// Where the headline stands.
  var place: Place
  var publisherPlace: Place
  /// Until it is read for names.
  var body: ArticleBody?
}

struct RelatedEventFact: Sendable {
  var event: StringIndex
  var other: StringIndex
  var title: StringIndex
  var rank: UInt16
  /// The list of the labels that the two share, in `FactTable.contextLists`; -1 for none.
  var sharedList: Int32
  var place: Place
}

/// All facts of some documents, keyed by strings of one table.
struct FactTable: Sendable {
  var strings = StringInterner(capacity: 1 << 12)
  var documents: [Document] = []
  /// The file that each document was read from, as the user named it.
  var files: [StringIndex] = []
  /// Which report of its document each holds, from 1; 0 where it holds all of them.
  var parts: [UInt32] = []
  var reports: [ReportFact] = []
  var topics: [TopicFact] = []
  var links: [LinkedLabelFact] = []
  var nested: [NestedTopicFact] = []
  var categories: [CategoryItemFact] = []
  var contextLists: [ContextListFact] = []
  var sources: [SourceItemFact] = []
  var related: [RelatedEventFact] = []
  var articles: [ArticleItemFact] = []
}
