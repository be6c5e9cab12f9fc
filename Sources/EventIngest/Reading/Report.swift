public import EventGraph

/// What one document says about one event.
public struct Report: Sendable {
  /// The event's page in the archive (`/news/2015/12/23/….md`): the event's key.
  public var pagePath: TextFact
  /// Nil where the document gives none that is a date.
  public var date: PartialDate?
  public var title: TextFact
  public var summary: TextFact?
  /// URL of the event's picture.
  public var image: TextFact?
  /// The heading that a day index files the event under.
  public var topic: TextFact?
  /// The list of context labels as written, `a, b, c`. A label may hold ", " itself, so only the
  /// resolver, which knows all labels, can split it.
  public var contexts: TextFact?
  /// Into `Reading.sources`.
  public var sources: Range<Int>
  /// Into `Reading.related`.
  public var related: Range<Int>
  /// Into `Reading.links`: the links in the title, in its order. Only wikitext has any.
  public var links: Range<Int> = 0..<0
  /// The portal's heading above the event.
  public var category: CategoryFact?
  /// Into `Reading.topics`: what the event is nested under, outermost first.
  public var topics: Range<Int> = 0..<0
}

/// A link of a wikitext sentence: what its words are called, and what they name.
public struct LinkFact: Sendable {
  /// Without the letters that trail it: "Egypt" in `[[Egypt]]ian`.
  public var label: TextFact
  /// The name of the page that it leads to: the entity's canonical name.
  public var target: TextFact
  /// Bytes of the cleaned title, with the trailing letters.
  public var titleRange: Range<Int>
}

/// A topic that events are nested under.
public struct TopicLevel: Sendable {
  public var label: TextFact
  /// Into `Reading.links`; none where the topic is plain words.
  public var links: Range<Int>
  /// Whether the links are all that the topic says, so that they name it.
  public var isLinked: Bool
}

/// A heading of the portal.
public struct CategoryFact: Sendable {
  /// As written.
  public var label: TextFact
  /// Nil where it is none of the known ones.
  public var name: NewsCategory?
}

/// A published item that a document cites for an event.
public struct SourceFact: Sendable {
  public var publisher: TextFact
  public var url: TextFact
}

/// An entry of an event page's Related list.
public struct RelatedFact: Sendable {
  /// 1-based place in the list.
  public var rank: Int
  public var title: TextFact
  /// The other event's page.
  public var pagePath: TextFact
  /// From the path; nil where the path holds none.
  public var date: PartialDate?
  /// The labels that the archive says the two events share, as written.
  public var sharedContexts: TextFact?
}
