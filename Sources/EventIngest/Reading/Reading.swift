internal import EventGraph

/// What one document holds: its reports, flat, and what was wrong with it.
///
/// A reading is cleared and filled again by each worker, so that the steady state allocates nothing.
public struct Reading: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    case eventPage, dayIndex, currentEventsWikitext, currentEventsHTML, articleText, articleHTML

    /// How many there are, in words.
    public var plural: String {
      switch self {
      case .eventPage: "event pages"
      case .dayIndex: "day indexes"
      case .currentEventsWikitext: "days of wikitext"
      case .currentEventsHTML: "portal pages in HTML"
      case .articleText: "articles as text"
      case .articleHTML: "articles in HTML"
      }
    }

    /// What the count is called in a build's summary for machines.
    public var countName: String {
      switch self {
      case .eventPage: "eventPages"
      case .dayIndex: "dayIndexes"
      case .currentEventsWikitext: "wikitextDays"
      case .currentEventsHTML: "portalPages"
      case .articleText: "textArticles"
      case .articleHTML: "htmlArticles"
      }
    }
  }

  public internal(set) var format: Format?
  /// The document's path in the archive, where it has one.
  public internal(set) var documentPath: TextFact?
  public internal(set) var reports: [Report] = []
  public internal(set) var sources: [SourceFact] = []
  public internal(set) var related: [RelatedFact] = []
  public internal(set) var links: [LinkFact] = []
  public internal(set) var topics: [TopicLevel] = []
  /// The news text that the document is; such a document has no reports.
  public internal(set) var article: ArticleFact?
  public internal(set) var diagnostics: [Diagnostic] = []
  /// Whether the document holds letters that were encoded twice, so that its texts are searched for
  /// them.
  var repairsLetters = false
  /// Cleaned texts that differ from the document's bytes, one after the other; valid UTF-8.
  public internal(set) var derived: [UInt8] = []

  public init() {}

  public mutating func clear() {
    format = nil
    documentPath = nil
    article = nil
    repairsLetters = false
    reports.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    related.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    topics.removeAll(keepingCapacity: true)
    diagnostics.removeAll(keepingCapacity: true)
    derived.removeAll(keepingCapacity: true)
  }

  /// Calls the body with the text's cleaned bytes: valid UTF-8, no white space at the ends.
  @inline(__always)
  public func withBytes<Result>(
    of fact: TextFact, in document: Span<UInt8>, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    guard let start = fact.derivedStart else {
      return body(document.extracting(fact.span.range))
    }
    return body(derived.span.extracting(Int(start)..<Int(start + fact.derivedLength)))
  }

  public func string(of fact: TextFact, in document: Span<UInt8>) -> String {
    withBytes(of: fact, in: document) {
      $0.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
  }
}
