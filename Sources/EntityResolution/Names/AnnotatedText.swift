package import EventGraph
internal import EventIngest

/// A text to find names and events in, with what its build says of its parts.
package struct AnnotatedText: Sendable {
  package let bytes: [UInt8]
  /// What the text itself says of when it was written.
  package let date: PartialDate?
  let parts: ArticleParts
  let body: ArticleBody

  package init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let article = Self.article(bytes) else {
      (date, parts) = (nil, ArticleParts())
      body = ArticleBody(sentences: bytes)
      return
    }
    date = article.date?.date
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
