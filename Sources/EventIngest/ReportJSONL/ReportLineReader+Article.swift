internal import EventGraph

extension ReportLineReader {
  /// Reads the members of an article's line into the reading, all of their texts in `derived`.
  func readArticle(
    _ line: Span<UInt8>, _ reading: inout Reading
  ) throws(JSONError) {
    var article = ArticleFact()
    article.headline = try optionalFact("headline", of: 0, line, &reading)
    article.byline = try optionalFact("byline", of: 0, line, &reading)
    article.publisher = try optionalFact("publisher", of: 0, line, &reading)
    article.url = try optionalFact("url", of: 0, line, &reading)
    article.image = try optionalFact("image", of: 0, line, &reading)
    article.dateline = try optionalFact("dateline", of: 0, line, &reading)
    article.notBefore = try date("notBefore", of: 0, line)
    if let published = try tape.member("published", of: 0, in: line) {
      try expect(.object, published, "'published' must be an object")
      guard let day = try date("date", of: published, line) else {
        throw error(published, "'date' is missing")
      }
      article.date = ArticleDate(
        date: day, text: try fact("text", of: published, line, &reading),
        origin: try choice("origin", of: published, line))
    }
    for block in try elements("blocks", of: 0, line) {
      try expect(.object, block, "a block is an object")
      article.blocks.append(
        ArticleBlock(
          role: try choice("role", of: block, line),
          text: try fact("text", of: block, line, &reading)))
    }
    article.quotes = try readQuotes(line, &reading)
    for mention in try elements("dates", of: 0, line) {
      try expect(.object, mention, "a date is an object")
      article.dates.append(
        DateMention(
          text: try fact("text", of: mention, line, &reading),
          date: try date("date", of: mention, line),
          lastDay: try date("lastDay", of: mention, line),
          derivation: try choice("derivation", of: mention, line)))
    }
    guard !article.blocks.isEmpty else { throw error(0, "'blocks' is missing or empty") }
    reading.article = article
  }

  private func readQuotes(
    _ line: Span<UInt8>, _ reading: inout Reading
  ) throws(JSONError) -> [QuoteFact] {
    var quotes: [QuoteFact] = []
    for quote in try elements("quotes", of: 0, line) {
      try expect(.object, quote, "a quotation is an object")
      var pieces: [TextFact] = []
      for piece in try elements("pieces", of: quote, line) {
        try expect(.object, piece, "a piece is an object")
        pieces.append(try fact("words", of: piece, line, &reading))
      }
      guard !pieces.isEmpty else { throw error(quote, "'pieces' is missing or empty") }
      let isPhrase = try tape.member("isPhrase", of: quote, in: line)
      quotes.append(
        QuoteFact(
          pieces: pieces, isPhrase: isPhrase.map { tape.values[$0].kind == .yes } ?? false,
          speaker: try optionalFact("speaker", of: quote, line, &reading),
          attribution: try choice("attribution", of: quote, line),
          name: try optionalFact("name", of: quote, line, &reading),
          reference: try choice("reference", of: quote, line)))
    }
    return quotes
  }

  /// One of the words that a member may be.
  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: StaticString, of object: Int, _ line: Span<UInt8>
  ) throws(JSONError) -> Choice {
    let word = try string(name, of: object, line)
    guard let choice = Choice(rawValue: word) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(object, "'\(name)' must be one of \(known)")
    }
    return choice
  }
}
