internal import EventGraph
internal import EventIngest

/// What an article says, kept from reading until the archive's names are known.
struct ArticleBody: Sendable {
  /// Words of the document with their place.
  struct Passage: Sendable {
    var text: String
    var span: SourceSpan
  }

  struct Block: Sendable {
    /// Bytes of `text`.
    var range: Range<Int>
    var span: SourceSpan
    /// Whether a part of it has a span of its own.
    var isVerbatim: Bool
    var isHeading: Bool
    var isParagraph: Bool
  }

  struct Quote: Sendable {
    var pieces: [Passage]
    /// As written: "State Department spokesman Mark Toner", "he".
    var speaker: Passage?
    /// The fullest name that the text gives the speaker, where it does.
    var name: String?
  }

  /// Headline, subheadings, captions and paragraphs, with empty lines between.
  var text: [UInt8] = []
  var blocks: [Block] = []
  var quotes: [Quote] = []
  /// The article is no older, where it gives no date.
  var notBefore: PartialDate?

  /// An endless article is read to here; the archive's longest page has a tenth of it.
  private static let longestText = 1 << 20

  init(_ article: ArticleFact, _ item: borrowing DocumentStream.Item) {
    notBefore = article.notBefore
    for block in article.blocks {
      guard Self.isRead(block.role) else { continue }
      let words = Array(item.string(block.text).utf8)
      guard text.count + words.count < Self.longestText else { break }
      if !text.isEmpty { text += [10, 10] }
      add(
        block, at: text.count..<text.count + words.count, isVerbatim: block.text.isVerbatim)
      text += words
    }
    func passage(_ fact: TextFact) -> Passage {
      Passage(text: item.string(fact), span: fact.span)
    }
    for quote in article.quotes {
      quotes.append(
        Quote(
          pieces: quote.pieces.map(passage), speaker: quote.speaker.map(passage),
          name: quote.reference == .unknown ? nil : quote.name.map { item.string($0) }))
    }
  }

  /// A text that is read where it stands: its parts are those of the bytes.
  init(_ article: ArticleFact, of bytes: [UInt8]) {
    text = bytes
    notBefore = article.notBefore
    for block in article.blocks where Self.isRead(block.role) {
      add(block, at: block.text.span.range, isVerbatim: true)
    }
  }

  /// A text without parts.
  init(sentences bytes: [UInt8]) {
    text = bytes
    let whole = SourceSpan(start: 0, length: bytes.count, line: 1)
    blocks = [
      Block(
        range: bytes.indices, span: whole, isVerbatim: true, isHeading: false, isParagraph: true)
    ]
  }

  private static func isRead(_ role: ArticleBlock.Role) -> Bool {
    [.headline, .subheading, .caption, .paragraph].contains(role)
  }

  private mutating func add(_ block: ArticleBlock, at range: Range<Int>, isVerbatim: Bool) {
    blocks.append(
      Block(
        range: range, span: block.text.span, isVerbatim: isVerbatim,
        isHeading: block.role == .headline || block.role == .subheading,
        isParagraph: block.role == .paragraph))
  }

  /// Where a name stands in the text, not within a longer word.
  func wholeWords(_ name: String) -> [Range<Int>] {
    let name = Array(name.utf8)
    guard let first = name.first else { return [] }
    var found: [Range<Int>] = []
    var k = 0
    while let start = text.span.firstIndex(of: first, from: k, to: text.count - name.count + 1) {
      k = start + 1
      let end = start + name.count
      let isWhole =
        (start == 0 || !Words.isWord(UInt32(text[start - 1])))
        && (end == text.count || !Words.isWord(UInt32(text[end])))
      if isWhole, text[start..<end].elementsEqual(name) { found.append(start..<end) }
    }
    return found
  }

  /// Where a part of the text stands in the document: itself where its block is verbatim, else the
  /// block; nil where it is in none.
  func place(of range: Range<Int>, in document: UInt32) -> Place? {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < blocks.count, blocks[low].range.contains(range.lowerBound) else { return nil }
    let block = blocks[low]
    let start = range.lowerBound - block.range.lowerBound
    return Place(block.span, document).part(
      start..<start + range.count, isVerbatim: block.isVerbatim)
  }
}

extension ArticleParts {
  /// Of a text whose parts are known: headings alone are no sentences.
  init(_ body: ArticleBody) {
    self.init(headings: body.blocks.filter(\.isHeading).map(\.range))
  }
}
