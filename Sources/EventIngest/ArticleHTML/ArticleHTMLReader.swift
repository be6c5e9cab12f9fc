internal import EventGraph

/// Reads a news article from a page of HTML: what the page says of itself in JSON-LD, OpenGraph and
/// microdata, and its text.
///
/// A pure function of one document. libxml2 parses; which blocks are the article is told here.
package struct ArticleHTMLReader: ~Escapable {
  /// Larger pages are left out: the parser's time grows faster than a page's length.
  static let maximumSize = 1 << 25

  let bytes: Span<UInt8>
  let file: String
  var reading: Reading

  @_lifetime(copy bytes)
  private init(_ bytes: Span<UInt8>, file: String, reading: consuming Reading) {
    self.bytes = bytes
    self.file = file
    self.reading = reading
  }

  /// Whether the bytes begin as a page of HTML does.
  package static func accepts(_ bytes: Span<UInt8>) -> Bool {
    var k = bytes.hasPrefix("\u{FEFF}") ? 3 : 0
    let limit = min(bytes.count, 4_096)
    while k < limit, bytes[k].isASCIISpace { k += 1 }
    guard k < limit, bytes[k] == UInt8(ascii: "<") else { return false }
    while k < limit, let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: k, to: limit) {
      var end = open + 1
      if end < limit, bytes[end] == UInt8(ascii: "!") { end += 1 }
      let start = end
      while end < limit, bytes[end].isASCIIAlphanumeric { end += 1 }
      for name: StaticString in ["doctype", "html", "head", "body", "meta", "div", "article", "h1"]
      where bytes.equalsFoldingCase(start..<end, name) {
        return name.utf8CodeUnitCount != 7 || name.utf8Start.pointee != UInt8(ascii: "d")
          || bytes.equalsFoldingCase(end..<min(end + 5, limit), " html")
      }
      k = open + 1
    }
    return false
  }

  /// Reads a document into a cleared reading.
  package static func read(_ bytes: Span<UInt8>, file: String, into reading: inout Reading) {
    var cleared = Reading()
    swap(&cleared, &reading)
    var reader = ArticleHTMLReader(bytes, file: file, reading: cleared)
    reader.readDocument()
    reading = reader.reading
  }

  private mutating func readDocument() {
    guard let page = HTMLDocument.parse(bytes, file: file, limit: Self.maximumSize, &reading) else {
      return
    }
    let lines = LineIndex(bytes)
    let about = ArticleMetadata(page)
    let blocks = page.blocks(in: bytes)
    let content = ArticleContent(page, blocks)
    var mapped: [MappedBlock] = []
    var headings: [Int] = []
    for block in blocks {
      var next = MappedBlock(block.text)
      next.role = content.role(of: block)
      if page.nodes[block.node].tag == .h1 { headings.append(mapped.count) }
      mapped.append(next)
    }
    removeLooseSubheadings(&mapped)
    addArticleBody(about, to: &mapped)
    var draft = ArticleDraft(blocks: mapped)
    setHeadline(about, page, headings, &draft)
    setAbout(about, page, &draft, content, lines)
    guard draft.blocks.contains(where: { $0.role == .paragraph }) else {
      reading.diagnostics.append(
        Diagnostic(
          .notAnArticle, file: file,
          "no paragraph of an article was found on this page; save the page of one article, with its "
            + "text"))
      return
    }
    reading.format = .articleHTML
    draft.finish(&reading, in: bytes, lines: lines, file: file)
    if reading.article?.headline == nil {
      reading.diagnostics.append(
        Diagnostic(
          .missingTitle, file: file,
          "the page has no headline: no <h1>, no title and none in its metadata; give it a <title>")
      )
    }
  }

  /// A heading that no paragraph follows before the next heading belongs to the site.
  private func removeLooseSubheadings(_ blocks: inout [MappedBlock]) {
    var hasText = false
    for k in blocks.indices.reversed() {
      switch blocks[k].role {
      case .paragraph: hasText = true
      case .subheading:
        if !hasText { blocks[k].role = .furniture }
        hasText = false
      default: break
      }
    }
  }

  /// The text of JSON-LD where the page itself shows less than half of it.
  private func addArticleBody(_ about: ArticleMetadata, to blocks: inout [MappedBlock]) {
    guard let body = about.body else { return }
    let shown = blocks.reduce(0) { $0 + ($1.role == .paragraph ? $1.text.bytes.count : 0) }
    guard shown * 2 < body.text.utf8.count else { return }
    for k in blocks.indices where blocks[k].role == .paragraph { blocks[k].role = .furniture }
    for line in body.text.split(separator: "\n") {
      let words = ArticleMetadata.collapsed(String(line))
      guard !words.isEmpty else { continue }
      var text = MappedText()
      text.append(words.utf8, for: body.source)
      var block = MappedBlock(text)
      block.role = ArticleForms.isCaption(text.bytes) ? .caption : .paragraph
      blocks.append(block)
    }
  }

  // MARK: Headline

  /// The visible heading where the metadata says the same or nothing, else the metadata's own.
  private func setHeadline(
    _ about: ArticleMetadata, _ page: HTMLDocument, _ headings: [Int], _ draft: inout ArticleDraft
  ) {
    var names = about.titles
    if let headline = about.headline { names.insert(headline, at: 0) }
    let stems = names.map { WordList.stems(Array($0.text.utf8)) }
    // The heading that shares most words with what the metadata calls the page.
    var best: (block: Int, shared: Int)?
    for k in headings {
      let own = WordList.stems(draft.blocks[k].text.bytes)
      let shared = stems.reduce(0) { max($0, $1.intersection(own).count) }
      if shared > best?.shared ?? -1 { best = (k, shared) }
    }
    if let best, best.shared > 0 || names.isEmpty {
      draft.blocks[best.block].role = .headline
      draft.headline = draft.blocks[best.block].text
      return
    }
    guard let name = names.first else { return }
    draft.headline = mapped(withoutSite(name, about), page)
  }

  /// "Headline - BBC News" without the site's name.
  private func withoutSite(
    _ title: ArticleMetadata.Item, _ about: ArticleMetadata
  ) -> ArticleMetadata.Item {
    guard let site = (about.siteName ?? about.publisher)?.text else { return title }
    for mark in [" - ", " | ", " \u{2013} ", " \u{2014} ", " : "]
    where title.text.hasSuffix(mark + site) {
      var title = title
      title.text = String(title.text.dropLast(mark.count + site.count))
      return title
    }
    return title
  }

  private func mapped(_ item: ArticleMetadata.Item, _ page: HTMLDocument) -> MappedText {
    var text = MappedText()
    let source = fileRange(item.source, page)
    let words = Array(ArticleMetadata.collapsed(item.text).utf8)
    if source.count == words.count, bytes.extracting(source).equals(words.span) {
      text.append(verbatim: words.span, at: source.lowerBound)
    } else {
      text.append(words, for: source)
    }
    return text
  }

  private func fileRange(_ range: Range<Int>, _ page: HTMLDocument) -> Range<Int> {
    let start = min(page.source.fileOffset(range.lowerBound), bytes.count)
    return start..<min(max(start, page.source.fileOffset(range.upperBound)), bytes.count)
  }

  // MARK: The rest

  private mutating func setAbout(
    _ about: ArticleMetadata, _ page: HTMLDocument, _ draft: inout ArticleDraft,
    _ content: ArticleContent, _ lines: LineIndex
  ) {
    if !about.authors.isEmpty {
      let names = about.authors.map(\.text).joined(separator: ", ")
      let first = about.authors[0].source
      let last = about.authors[about.authors.count - 1].source
      let source = min(first.lowerBound, last.lowerBound)..<max(first.upperBound, last.upperBound)
      draft.byline = mapped(.init(text: names, source: source), page)
    } else if let block = draft.blocks.first(where: { $0.role == .byline }) {
      let start = ArticleForms.bylineStart(block.text.bytes) ?? 0
      let parts = ArticleForms.bylineParts(block.text.bytes, from: start)
      draft.byline = block.text.part(parts.authors)
      draft.publisher = parts.publisher.map { block.text.part($0) }
    }
    if let publisher = about.publisher ?? about.siteName {
      draft.publisher = mapped(publisher, page)
    }
    if let date = about.date {
      draft.date = (date.date, mapped(date.item, page), date.origin)
    } else {
      draft.date = timeElement(page) ?? ArticleDraft.publicationDate(draft.blocks)
    }
    func address(_ item: ArticleMetadata.Item?) -> TextFact? {
      guard let item else { return nil }
      return reading.fact(mapped(item, page), in: bytes, lines: lines)
    }
    draft.url = address(about.url)
    draft.image = address(about.image)
  }

  /// The first `<time datetime="…">`, one marked as the publication's before all others.
  private func timeElement(
    _ page: HTMLDocument
  ) -> (date: PartialDate, text: MappedText, origin: ArticleDate.Origin)? {
    var found: (date: PartialDate, text: MappedText, origin: ArticleDate.Origin)?
    for k in page.nodes.indices {
      let isPublished = page.string(.itemprop, of: k) == "datePublished"
      guard page.nodes[k].tag == .time || isPublished, found == nil || isPublished else { continue }
      guard
        let name: HTMLDocument.Name = page.value(.datetime, of: k) != nil
          ? .datetime : page.value(.content, of: k) != nil ? .content : nil,
        let value = page.string(name, of: k), let date = ArticleMetadata.date(value)
      else { continue }
      let source = page.sourceRange(of: name, in: k) ?? page.nodes[k].source
      found = (date, mapped(.init(text: value, source: source), page), .timeElement)
      if isPublished { return found }
    }
    return found
  }
}

extension HTMLDocument {
  /// Parses a page, or says why it cannot.
  static func parse(
    _ bytes: Span<UInt8>, file: String, limit: Int, _ reading: inout Reading
  ) -> HTMLDocument? {
    guard bytes.count <= limit else {
      reading.diagnostics.append(
        Diagnostic(
          .fileTooLarge, file: file,
          "a page of HTML larger than \(limit) bytes, which none is; it was left out"))
      return nil
    }
    guard let page = parse(bytes) else {
      reading.diagnostics.append(
        Diagnostic(
          .missingLibrary, file: file,
          "HTML cannot be read without libxml2; install it (apt-get install libxml2)"))
      return nil
    }
    if page.isCut {
      reading.diagnostics.append(
        Diagnostic(
          .textTooLong, file: file,
          "the page is nested deeper than \(maximumDepth) elements or holds more than \(maximumNodes); "
            + "what follows was not read"))
    }
    if let encoding = page.source.unknownEncoding {
      reading.diagnostics.append(
        Diagnostic(
          .unknownEncoding, file: file,
          "the page says that its encoding is '\(encoding.prefix(40))', which is not read; its letters "
            + "beyond ASCII were read as Windows-1252; convert it to UTF-8"))
    } else if !page.source.isIdentical {
      reading.diagnostics.append(
        Diagnostic(.notUTF8, file: file, "the page is not UTF-8; it was read as Windows-1252"))
    }
    return page
  }
}
