import EventGraph

@testable import EventIngest

/// An article as a test sees it: strings, and a check that every fact stands where it says.
struct ArticleSample {
  let bytes: [UInt8]
  let reading: Reading

  init(_ text: String, file: String = "article.txt") { self.init(Array(text.utf8), file: file) }

  init(_ bytes: [UInt8], file: String = "article.txt") {
    self.bytes = bytes
    var reading = Reading()
    DocumentReader.read(bytes.span, file: file, into: &reading)
    self.reading = reading
  }

  var article: ArticleFact? { reading.article }

  func string(_ fact: TextFact?) -> String? {
    fact.map { reading.string(of: $0, in: bytes.span) }
  }

  func strings(_ role: ArticleBlock.Role) -> [String] {
    (article?.blocks ?? []).filter { $0.role == role }.compactMap { string($0.text) }
  }

  /// The document's bytes of a fact's span.
  func span(_ fact: TextFact) -> String {
    String(decoding: bytes[fact.span.range], as: UTF8.self)
  }

  /// 1-based line of a byte.
  func line(_ offset: UInt32) -> Int { bytes[..<Int(offset)].count { $0 == 10 } + 1 }

  /// "speaker|name: words / words", "-" for what is not known.
  var quotes: [String] {
    (article?.quotes ?? []).map { quote in
      let words = quote.pieces.compactMap(string).joined(separator: " / ")
      return "\(string(quote.speaker) ?? "-")|\(string(quote.name) ?? "-"): \(words)"
    }
  }

  /// "words = date".
  var dates: [String] {
    (article?.dates ?? []).map { mention in
      let end = mention.lastDay.map { "…\($0)" } ?? ""
      return "\(string(mention.text) ?? "") = \(mention.date?.description ?? "?")\(end)"
    }
  }

  /// All facts that hold text.
  var facts: [TextFact] {
    guard let article else { return [] }
    let single = [article.headline, article.byline, article.publisher, article.date?.text]
    return single.compactMap { $0 } + article.blocks.map(\.text)
      + article.quotes.flatMap { $0.pieces + [$0.speaker, $0.name].compactMap { $0 } }
      + article.dates.map(\.text)
  }
}
