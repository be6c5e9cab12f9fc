package import EventGraph
internal import EventIngest

/// A text to find names and events in, with what its build says of its parts.
package struct AnnotatedText: Sendable {
  package let bytes: [UInt8]
  /// When it was written, as was given, else as the text itself says.
  package let date: PartialDate?
  let parts: ArticleParts
  let body: ArticleBody

  /// - Parameter date: Where it is not given, the text's own is taken.
  package init(_ text: String, date: PartialDate? = nil) {
    bytes = Array(text.utf8)
    guard let article = Self.article(bytes) else {
      (self.date, parts) = (date, ArticleParts())
      body = ArticleBody(sentences: bytes)
      return
    }
    self.date = date ?? article.date?.date
    parts = ArticleParts(article)
    body = ArticleBody(article, of: bytes)
  }

  /// The text as an article, where it is one: paragraphs of sentences.
  private static func article(_ bytes: [UInt8]) -> ArticleFact? {
    guard bytes.contains(10), ArticleTextReader.accepts(bytes.span) else { return nil }
    var reading = Reading()
    ArticleTextReader.read(bytes.span, file: "", into: &reading)
    return reading.article
  }
}
