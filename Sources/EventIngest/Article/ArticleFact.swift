public import EventGraph

/// A news text that was read as a document: what it is made of, block by block, and what it quotes.
public struct ArticleFact: Sendable {
  /// Nil where none could be told from the furniture.
  public var headline: TextFact?
  /// The authors as written, without "By".
  public var byline: TextFact?
  public var publisher: TextFact?
  /// The article's own address, where the page gives it.
  public var url: TextFact?
  /// Address of the article's picture.
  public var image: TextFact?
  /// When it was published; nil where the document does not say.
  public var date: ArticleDate?
  /// Where it was written, as its first paragraphs say before their first sentence: "Basel".
  public var dateline: TextFact?
  /// The latest day that a file picture's caption names: the article is no older. Only where `date`
  /// is nil.
  public var notBefore: PartialDate?
  /// All blocks of the document in their order, the furniture too: nothing is left out.
  public var blocks: [ArticleBlock] = []
  public var quotes: [QuoteFact] = []
  /// Days, months and years that the paragraphs and captions name.
  public var dates: [DateMention] = []

  public var paragraphs: some Collection<TextFact> {
    blocks.lazy.filter { $0.role == .paragraph }.map(\.text)
  }
  public var captions: some Collection<TextFact> {
    blocks.lazy.filter { $0.role == .caption }.map(\.text)
  }
}

/// A run of text that a reader sees as one.
public struct ArticleBlock: Sendable {
  public enum Role: String, CaseIterable, Sendable {
    case headline, byline, publisher, date, caption, paragraph
    /// A heading inside the text.
    case subheading
    /// What the site puts around an article: menus, notices, teasers.
    case furniture
  }

  public var role: Role
  public var text: TextFact
}

/// A date of publication and what says so.
public struct ArticleDate: Sendable {
  /// What gave the date; the raw value is the name in files.
  public enum Origin: String, CaseIterable, Sendable {
    /// schema.org's `datePublished`.
    case structuredData
    /// A `<meta>` of the page's head.
    case metadata
    /// A `<time>` element.
    case timeElement
    /// Words of the text: a line of its own, or beside the byline.
    case text
    /// Words before a first sentence: "Basel, 14 March 2014 - …".
    case dateline
  }

  /// As precise as it is written. The day is that of the zone it is written in.
  public var date: PartialDate
  /// As written.
  public var text: TextFact
  public var origin: Origin
}

/// A time that a text names.
public struct DateMention: Sendable {
  /// How the date was told from the words; the raw value is the name in files.
  public enum Derivation: String, CaseIterable, Sendable {
    /// The words give it whole: "Oct. 3, 2015".
    case stated
    /// "Tuesday", "in September", "last year": counted from the day of publication.
    case fromPublication
    /// "January 25": the nearest such day to that of publication.
    case nearestToPublication
    /// No day of publication is known, or the words leave open which of two they mean.
    case unresolved
  }

  public var text: TextFact
  /// Nil where unresolved.
  public var date: PartialDate?
  /// The last day, where the words name several: "last week".
  public var lastDay: PartialDate?
  public var derivation: Derivation
}

/// Words between quotation marks, and who says them.
public struct QuoteFact: Sendable {
  /// What tells the speaker; the raw value is the name in files.
  public enum Attribution: String, CaseIterable, Sendable {
    /// `…," Toner said.`, `…," said Toner.`
    case after
    /// `Toner said, "…"`, and phrases within a sentence whose subject speaks.
    case before
    /// Nothing does.
    case none
  }

  /// How the speaker's name was told from the words for the speaker.
  public enum Reference: String, CaseIterable, Sendable {
    /// The words are the name.
    case asWritten
    /// A surname: of the one fuller name before it that ends so.
    case surname
    /// "he", "she", "it", "they": the subject of the sentence before, which names no other that it
    /// could be.
    case pronoun
    /// A pronoun whose meaning is not certain, or no speaker at all.
    case unknown
  }

  /// The quoted words without the marks; several where the sentence is divided: `"…," she said. "…"`.
  public var pieces: [TextFact]
  /// A phrase within a sentence and no whole sentence of its own.
  public var isPhrase: Bool
  /// The speaker's words as written: "State Department spokesman Mark Toner", "he".
  public var speaker: TextFact?
  public var attribution: Attribution
  /// The fullest name that the text gives the speaker.
  public var name: TextFact?
  public var reference: Reference
}
