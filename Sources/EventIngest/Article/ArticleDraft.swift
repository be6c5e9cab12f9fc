internal import EventGraph

/// An article whose parts are found, on its way to an `ArticleFact`.
struct ArticleDraft {
  var blocks: [MappedBlock]
  var headline: MappedText?
  var byline: MappedText?
  var publisher: MappedText?
  var date: (date: PartialDate, text: MappedText, origin: ArticleDate.Origin)?
  var url: TextFact?
  var image: TextFact?

  /// The parts of a plain text.
  init(_ structure: ArticleStructure) {
    blocks = structure.blocks
    headline = structure.headline.map { structure.blocks[$0].text }
    func part(_ part: (block: Int, range: Range<Int>)?) -> MappedText? {
      part.map { structure.blocks[$0.block].text.part($0.range) }
    }
    byline = part(structure.byline)
    publisher = part(structure.publisher)
    date = Self.publicationDate(blocks)
  }

  init(blocks: [MappedBlock]) { self.blocks = blocks }

  /// The date of the best of the lines that are dates, or of the byline.
  static func publicationDate(
    _ blocks: [MappedBlock]
  ) -> (date: PartialDate, text: MappedText, origin: ArticleDate.Origin)? {
    let lines = blocks.filter { $0.role == .date || $0.role == .byline }
    var best: (rank: Int, date: PartialDate, text: MappedText)?
    for line in lines {
      let rank =
        line.role == .byline ? 1 : DateScanner.rank(ofDateLine: line.text.bytes)
      for found in DateScanner.scan(line.text.bytes) {
        guard case .whole(let date) = found.meaning, rank < best?.rank ?? .max else { continue }
        best = (rank, date, line.text.part(found.range))
      }
    }
    return best.map { ($0.date, $0.text, .text) }
  }

  /// Makes the facts and puts them into the reading.
  func finish(
    _ reading: inout Reading, in document: Span<UInt8>, lines: LineIndex, file: String
  ) {
    var article = ArticleFact()
    func fact(_ text: MappedText?) -> TextFact? {
      text.flatMap { $0.isEmpty ? nil : reading.fact($0, in: document, lines: lines) }
    }
    article.headline = fact(headline)
    article.byline = fact(byline)
    article.publisher = fact(publisher)
    article.url = url
    article.image = image
    let dateline = firstDateline
    article.dateline = fact(dateline?.place)
    if let date = date ?? dateline?.date, let text = fact(date.text) {
      article.date = ArticleDate(date: date.date, text: text, origin: date.origin)
    }
    for block in blocks {
      guard let text = fact(block.text) else { continue }
      article.blocks.append(ArticleBlock(role: block.role, text: text))
    }
    addQuotes(to: &article, &reading, document, lines, file)
    addDates(to: &article, &reading, document, lines, file)
    reading.article = article
  }

  /// Paragraphs that may begin with a dateline: a summary and a heading may stand before it.
  private static let datelineParagraphs = 3

  private var firstDateline:
    (place: MappedText?, date: (date: PartialDate, text: MappedText, origin: ArticleDate.Origin)?)?
  {
    for block in blocks.lazy.filter({ $0.role == .paragraph }).prefix(Self.datelineParagraphs) {
      guard let found = Dateline(block.text.bytes) else { continue }
      let place = found.place.map { block.text.part($0) }
      guard let date = found.date, let range = found.dateRange else { return (place, nil) }
      return (place, (date, block.text.part(range), .dateline))
    }
    return nil
  }

  private func addQuotes(
    to article: inout ArticleFact, _ reading: inout Reading, _ document: Span<UInt8>,
    _ lines: LineIndex, _ file: String
  ) {
    let paragraphs = blocks.filter { $0.role == .paragraph }
    func fact(_ place: QuoteReader.Place) -> TextFact {
      reading.fact(
        place.range, of: paragraphs[place.paragraph].text, in: document, lines: lines)
    }
    // One that is longer than any paragraph is not searched; its place keeps the numbers right.
    let texts = paragraphs.map {
      $0.text.bytes.count > WordList.longestText ? [] : $0.text.bytes
    }
    let found = QuoteReader.read(texts)
    if let first = found.firstLeftOut {
      noteLeftOut("quotations", of: paragraphs[first].text, &reading, lines, file)
    }
    for quote in found.quotes {
      article.quotes.append(
        QuoteFact(
          pieces: quote.pieces.map(fact), isPhrase: quote.isPhrase,
          speaker: quote.speaker.map(fact), attribution: quote.attribution,
          name: quote.name.map(fact), reference: quote.reference))
    }
  }

  private func noteLeftOut(
    _ what: String, of text: MappedText, _ reading: inout Reading, _ lines: LineIndex,
    _ file: String
  ) {
    reading.diagnostics.append(
      Diagnostic(
        .listCut, file: file, line: lines.line(of: text.sourceRange(0..<1).lowerBound),
        "\(what) from here on are more than any article has: all are kept as text, but only the first "
          + "of them listed; divide the article"))
  }

  /// Of one paragraph; more are a list.
  private static let mostDates = 100

  private func addDates(
    to article: inout ArticleFact, _ reading: inout Reading, _ document: Span<UInt8>,
    _ lines: LineIndex, _ file: String
  ) {
    let published = article.date?.date
    for block in blocks where block.role == .paragraph || block.role == .caption {
      let text = block.text.bytes
      if text.count > WordList.longestText {
        reading.diagnostics.append(
          Diagnostic(
            .textTooLong, file: file,
            line: lines.line(of: block.text.sourceRange(0..<1).lowerBound),
            "a paragraph of \(text.count) bytes was kept but not searched for quotations and times, at "
              + "most \(WordList.longestText) are; divide it by empty lines"))
        continue
      }
      let all = DateScanner.scan(text)
      if all.count > Self.mostDates { noteLeftOut("times", of: block.text, &reading, lines, file) }
      let dates = all.prefix(Self.mostDates)
      guard !dates.isEmpty else { continue }
      let sentences = Sentences.ranges(text)
      for found in dates {
        let sentence = sentences.first { $0.contains(found.range.lowerBound) } ?? 0..<text.count
        let isFuture = DateScanner.Meaning.speaksOfFuture(WordList.words(Array(text[sentence])))
        let meant = found.meaning.resolved(against: published, isFuture: isFuture)
        article.dates.append(
          DateMention(
            text: reading.fact(found.range, of: block.text, in: document, lines: lines),
            date: meant.date, lastDay: meant.lastDay, derivation: meant.2))
        if published == nil, block.role == .caption, ArticleForms.isFilePicture(text),
          case .whole(let date) = found.meaning
        {
          article.notBefore = max(article.notBefore ?? date, date)
        }
      }
    }
  }
}
