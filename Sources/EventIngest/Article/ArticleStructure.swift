internal import EventGraph

/// Tells what the blocks of a plain text are.
struct ArticleStructure: Sendable {
  var blocks: [MappedBlock]
  var byline: (block: Int, range: Range<Int>)?
  var publisher: (block: Int, range: Range<Int>)?
  var headline: Int?
  /// Lines that are dates, those that say "published" first.
  var dateBlocks: [(block: Int, rank: Int)] = []

  init(_ blocks: [MappedBlock]) { self.blocks = blocks }

  var hasParagraph: Bool { blocks.contains { $0.role == .paragraph } }

  mutating func assignRoles() {
    for k in blocks.indices { blocks[k].role = ownRole(blocks[k]) }
    guard let first = blocks.firstIndex(where: { $0.role == .paragraph }),
      let last = blocks.lastIndex(where: { $0.role == .paragraph })
    else { return }
    findHeadline(first)
    // Within the text, what ends a sentence belongs to it however short it is.
    for k in first...last where blocks[k].role == .furniture && blocks[k].prose.endsSentence {
      if blocks[k].prose.wordCount >= 2, !Self.speaksToReader(blocks[k].text.bytes) {
        blocks[k].role = .paragraph
      }
    }
    let stems = bodyStems()
    for k in blocks.indices where blocks[k].role == .furniture {
      if isSubheading(k, first, last, stems) { blocks[k].role = .subheading }
    }
    findByline(first)
    findPublisher(first)
  }

  /// The role that a block's own words give it.
  private func ownRole(_ block: MappedBlock) -> ArticleBlock.Role {
    let text = block.text.bytes
    if ArticleForms.isCaption(text) { return .caption }
    if ArticleForms.bylineStart(text) != nil { return .byline }
    if DateScanner.isDateLine(text) { return .date }
    if ArticleForms.copyrightHolder(text) != nil { return .publisher }
    if block.prose.isParagraph, !Self.speaksToReader(text) { return .paragraph }
    return .furniture
  }

  /// Notices of the site: they speak to the reader of what a site has. Both together, because articles
  /// may speak of cookies and quote people who say "you".
  static func speaksToReader(_ text: [UInt8]) -> Bool {
    guard text.count <= 1_000 else { return false }
    let words = WordList.words(text)
    guard words.count <= 60 else { return false }
    var (address, matter) = (false, 0)
    for word in words {
      if readerWords.contains(word.lower) { address = true }
      if siteWords.contains(word.lower) { matter += 1 }
    }
    let isQuoting = text.contains(34) || text.contains(0x9C)
    return !isQuoting && matter > 0 && (address || matter > 2)
  }

  private static let readerWords: Set<String> = [
    "you", "your", "us", "our", "we", "click", "sign", "read", "follow", "please", "subscribe",
  ]
  private static let siteWords: Set<String> = [
    "cookies", "cookie", "newsletter", "newsletters", "subscribe", "subscription", "inbox",
    "browser", "javascript", "website", "site", "login", "log-in", "sign-up", "register", "app",
    "advertisement", "advertising", "facebook", "twitter", "instagram", "whatsapp", "comments",
    "privacy", "bookmark", "e-mail", "email", "click",
  ]

  private func bodyStems() -> [String: Int] {
    var counts: [String: Int] = [:]
    for block in blocks where block.role == .paragraph {
      for stem in WordList.stems(block.text.bytes) { counts[stem, default: 0] += 1 }
    }
    return counts
  }

  /// The block above the text whose words the text takes up most; between equals the nearer one.
  private mutating func findHeadline(_ first: Int) {
    let stems = bodyStems()
    var best: (block: Int, score: Int)?
    for k in 0..<first where blocks[k].role == .furniture {
      let prose = blocks[k].prose
      guard (3...60).contains(prose.wordCount) || (prose.wordCount == 2 && prose.length >= 8) else {
        continue
      }
      let shared = WordList.stems(blocks[k].text.bytes).count { stems[$0] != nil }
      if shared > 0, shared >= best?.score ?? 0 { best = (k, shared) }
    }
    // A headline may ask or exclaim, so that it looks like a sentence.
    let text = blocks[first].text.bytes
    let isQuestion = text.last == UInt8(ascii: "?") || text.last == UInt8(ascii: "!")
    if best == nil, isQuestion, blocks[first].prose.stopCount == 1,
      blocks[first].prose.wordCount <= 20,
      blocks[(first + 1)...].contains(where: { $0.role == .paragraph })
    {
      best = (first, 0)
    }
    // Nothing above shares a word with a short text: its longest line of words, if it has one.
    if best == nil {
      let candidates = (0..<first).filter {
        blocks[$0].role == .furniture && blocks[$0].prose.wordCount >= 4
      }
      if let longest = candidates.max(by: {
        blocks[$0].prose.wordCount < blocks[$1].prose.wordCount
      }) {
        best = (longest, 0)
      }
    }
    guard let best else { return }
    headline = best.block
    blocks[best.block].role = .headline
  }

  private func isSubheading(
    _ k: Int, _ first: Int, _ last: Int, _ stems: [String: Int]
  ) -> Bool {
    let isAfterHeadline = headline.map { k > $0 } ?? false
    guard k < last, k > first || isAfterHeadline, !blocks[k].prose.endsSentence,
      (1...24).contains(blocks[k].prose.wordCount), !Self.speaksToReader(blocks[k].text.bytes)
    else { return false }
    return WordList.stems(blocks[k].text.bytes).contains { stems[$0] != nil }
  }

  private mutating func findByline(_ first: Int) {
    // The nearest above the text; else one at its end, as agencies write it.
    let above = blocks[..<first].lastIndex { $0.role == .byline }
    guard let k = above ?? blocks.firstIndex(where: { $0.role == .byline }) else { return }
    let text = blocks[k].text.bytes
    guard let start = ArticleForms.bylineStart(text) else { return }
    let parts = ArticleForms.bylineParts(text, from: start)
    byline = (k, parts.authors)
    if let holder = parts.publisher { publisher = (k, holder) }
  }

  private mutating func findPublisher(_ first: Int) {
    if publisher != nil { return }
    if let agency = Dateline(blocks[first].text.bytes)?.agency {
      publisher = (first, agency)
      return
    }
    for k in blocks.indices.reversed() where blocks[k].role == .publisher {
      if let holder = ArticleForms.copyrightHolder(blocks[k].text.bytes) {
        publisher = (k, holder)
        return
      }
    }
  }
}
