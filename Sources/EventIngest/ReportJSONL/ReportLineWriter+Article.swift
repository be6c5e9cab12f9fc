internal import EventGraph

extension ReportLineWriter {
  /// The line of a document that is an article: `ARTICLES.md` describes it.
  mutating func append(_ article: ArticleFact, _ item: borrowing DocumentStream.Item) {
    out.append("{\"schema\":\"")
    out.append(ReportLineReader.articleSchema)
    appendDocument(item)
    append("headline", article.headline, item)
    append("byline", article.byline, item)
    append("publisher", article.publisher, item)
    append("url", article.url, item)
    append("image", article.image, item)
    if let date = article.date {
      out.append(",\"published\":{\"origin\":")
      out.append(jsonString: date.origin.rawValue)
      append(date.date)
      append("text", date.text, item)
      out.append("}")
    }
    append("dateline", article.dateline, item)
    append("notBefore", article.notBefore)
    out.append(",\"blocks\":[")
    for (k, block) in article.blocks.enumerated() {
      out.append(k > 0 ? ",{\"role\":" : "{\"role\":")
      out.append(jsonString: block.role.rawValue)
      append("text", block.text, item)
      out.append("}")
    }
    out.append("]")
    appendQuotes(article, item)
    appendDates(article, item)
    out.append("}\n")
  }

  private mutating func appendQuotes(
    _ article: ArticleFact, _ item: borrowing DocumentStream.Item
  ) {
    if article.quotes.isEmpty { return }
    out.append(",\"quotes\":[")
    for (k, quote) in article.quotes.enumerated() {
      out.append(k > 0 ? ",{\"attribution\":" : "{\"attribution\":")
      out.append(jsonString: quote.attribution.rawValue)
      out.append(",\"reference\":")
      out.append(jsonString: quote.reference.rawValue)
      if quote.isPhrase { out.append(",\"isPhrase\":true") }
      append("speaker", quote.speaker, item)
      append("name", quote.name, item)
      out.append(",\"pieces\":[")
      for (n, piece) in quote.pieces.enumerated() {
        out.append(n > 0 ? ",{" : "{")
        append("words", piece, item, isFirst: true)
        out.append("}")
      }
      out.append("]}")
    }
    out.append("]")
  }

  private mutating func appendDates(
    _ article: ArticleFact, _ item: borrowing DocumentStream.Item
  ) {
    if article.dates.isEmpty { return }
    out.append(",\"dates\":[")
    for (k, mention) in article.dates.enumerated() {
      out.append(k > 0 ? ",{\"derivation\":" : "{\"derivation\":")
      out.append(jsonString: mention.derivation.rawValue)
      append(mention.date)
      append("lastDay", mention.lastDay)
      append("text", mention.text, item)
      out.append("}")
    }
    out.append("]")
  }

  private mutating func append(_ name: StaticString, _ date: PartialDate?) {
    guard let date else { return }
    out.append(",\"")
    out.append(name)
    out.append("\":\"")
    out.append(raw: "\(date)")
    out.append("\"")
  }
}
