/// The rule that read a fact or drew a conclusion. Each is explained to users by `summary`.
public enum Rule: UInt8, CaseIterable, Comparable, Sendable {
  case pageTitle, pageSource, pageRelated, relatedSharedContext
  case indexEntry, indexContext, indexTopic, titleMention, titlePlace, sourcePublisher
  case wikitextEvent, wikitextLink, wikitextTopic, wikitextNesting, wikitextSource, wikitextCategory
  case articleHeadline, articlePublisher
  case articleMention, articleSpelling, articleCovers, articleQuote, articleSpeaker
  case labelMeaning
  // From here on computed.
  case similarTopic, similarEntity, similarConcept, similarName, similarWord, similarSource
  case similarClaim, storyMember, storyEpisode, storyOrder, storyShared

  /// The stable name that stands in files: `where.what`.
  public var name: String {
    switch self {
    case .pageTitle: "page.title"
    case .pageSource: "page.source"
    case .pageRelated: "page.related"
    case .relatedSharedContext: "related.sharedContext"
    case .indexEntry: "index.entry"
    case .indexContext: "index.context"
    case .indexTopic: "index.topic"
    case .titleMention: "title.mention"
    case .titlePlace: "title.place"
    case .sourcePublisher: "source.publisher"
    case .wikitextEvent: "wikitext.event"
    case .wikitextLink: "wikitext.link"
    case .wikitextTopic: "wikitext.topic"
    case .wikitextNesting: "wikitext.nesting"
    case .wikitextSource: "wikitext.source"
    case .wikitextCategory: "wikitext.category"
    case .articleHeadline: "article.headline"
    case .articlePublisher: "article.publisher"
    case .similarTopic: "similar.topic"
    case .similarEntity: "similar.entity"
    case .similarConcept: "similar.concept"
    case .similarName: "similar.name"
    case .similarWord: "similar.word"
    case .similarSource: "similar.source"
    case .similarClaim: "similar.claim"
    case .storyMember: "story.member"
    case .storyEpisode: "story.episode"
    case .storyOrder: "story.order"
    case .storyShared: "story.shared"
    case .articleMention: "article.mention"
    case .articleSpelling: "article.spelling"
    case .articleCovers: "article.covers"
    case .articleQuote: "article.quote"
    case .articleSpeaker: "article.speaker"
    case .labelMeaning: "label.meaning"
    }
  }

  /// One sentence for the reader of a graph.
  public var summary: String {
    switch self {
    case .pageTitle: "The page's own heading names the event."
    case .pageSource: "The page lists the item under Source."
    case .pageRelated: "The page lists the other event under Related."
    case .relatedSharedContext:
      "A Related entry lists the label as shared, so it belongs to both events."
    case .indexEntry: "The day's index names the event."
    case .indexContext: "The day's index lists the label in the event's Context line."
    case .indexTopic: "The day's index files the event under this heading."
    case .titleMention: "The event's title names the actor."
    case .titlePlace: "The event's title names the place after in, at, near or from."
    case .sourcePublisher: "The page names the publisher of the source."
    case .wikitextEvent: "The portal's page of the day tells of the event."
    case .wikitextLink: "The event's sentence links these words to the entity's page."
    case .wikitextTopic: "The portal's page nests the event under this topic."
    case .wikitextNesting: "The portal's page nests the topic under the other."
    case .wikitextSource: "The event's sentence cites the item."
    case .wikitextCategory: "The portal's page files the event under this heading."
    case .articleHeadline: "The document's headline, told from what the site puts around it."
    case .articlePublisher: "The document names its publisher."
    case .similarTopic: "Both events are filed under the topic; here is where one of them is."
    case .similarEntity: "Both events have the actor, place or context; here is where one has it."
    case .similarConcept: "Both events have the concept; here is where one has it."
    case .similarName: "Both events' titles hold the name or a form of it; here is where one does."
    case .similarWord: "Both events' titles hold the word or a form of it; here is where one does."
    case .similarSource: "Both events cite the item; here is where one does."
    case .similarClaim: "The archive lists one event under the other's Related."
    case .storyMember: "What the event shares with others puts it into the story; here it is told."
    case .storyEpisode: "The episode is a part of the story; here its first event is told."
    case .storyOrder: "The event comes next in the story; here it is told."
    case .storyShared: "Many events of the story have it; here is where the first does."
    case .articleMention: "The article names the entity, by a name that the archive links to it."
    case .articleSpelling:
      "The article names the entity by a spelling variant of its name: other vowels or doubled letters."
    case .articleCovers:
      "The article says most of what the event's sentence says, and names what both speak of."
    case .articleQuote: "The article puts the words between quotation marks."
    case .labelMeaning:
      "The page lists the label, and links of other events give it this entity beside such labels."
    case .articleSpeaker: "The article's sentence says whose words they are."
    }
  }

  /// How sure a fact read by this rule is, from 0 to 1: 1 is written so in the archive, less is
  /// concluded from words.
  public var confidence: Double {
    switch self {
    case .pageTitle, .pageSource, .pageRelated, .indexEntry, .indexContext, .indexTopic,
      .sourcePublisher, .wikitextEvent, .wikitextLink, .wikitextTopic,
      .wikitextNesting, .wikitextSource, .wikitextCategory, .similarTopic, .similarEntity,
      .similarConcept, .similarSource, .similarClaim:
      1
    case .relatedSharedContext, .articleHeadline, .articlePublisher: 0.95
    case .articleQuote: 0.98
    case .similarName, .similarWord, .storyShared: 0.9
    case .articleSpeaker, .labelMeaning: 0.85
    case .titleMention, .articleMention, .storyMember, .storyEpisode, .storyOrder: 0.8
    case .titlePlace, .articleCovers: 0.7
    case .articleSpelling: 0.65
    }
  }

  /// Whether the rule concludes from what documents say, where all others read.
  public var isComputed: Bool { self >= .similarTopic }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Where a fact stands: document, place in it, the words, and the rule that read them.
public struct Evidence: Equatable, Sendable {
  public var document: DocumentIndex
  /// 1-based line.
  public var line: UInt32
  /// Byte offset from the start of the document.
  public var start: UInt32
  /// Bytes; the span is `start ..< start + length`.
  public var length: UInt32
  /// The words, cleaned for display: an index into the graph's strings.
  public var quote: StringIndex
  public var rule: Rule
  /// Per cent of the edge's weight that the place accounts for, where it is one of several reasons; else 0.
  public var share: UInt8

  public init(
    document: DocumentIndex, line: UInt32, start: UInt32, length: UInt32, quote: StringIndex,
    rule: Rule, share: UInt8 = 0
  ) {
    self.share = share
    self.document = document
    self.line = line
    self.start = start
    self.length = length
    self.quote = quote
    self.rule = rule
  }
}

/// One file or record that was read.
public struct Document: Equatable, Sendable {
  /// Path in the archive (`/news/2015/12/23/….md`) where the document has one, else as given.
  public var path: StringIndex
  /// SHA-256 of the bytes, 64 lower-case hex digits.
  public var sha256: StringIndex

  public init(path: StringIndex, sha256: StringIndex) {
    self.path = path
    self.sha256 = sha256
  }
}
