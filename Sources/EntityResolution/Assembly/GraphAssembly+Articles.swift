internal import EventGraph

/// Articles as nodes. One that gives its own address is the node of that address, whether events cite
/// it or not: so a source and the article that stands there are one, and the id does not depend on what
/// else was read. Only the kind does: an address that is only cited is a source.
extension GraphAssembly {
  /// What all documents of one article say of it.
  struct Article {
    var url: StringIndex
    var headline: StringIndex
    var date: PartialDate?
    var image: StringIndex
    var documentCount: UInt32
  }

  /// The builder's number of the node that an article is.
  func node(of fact: ArticleItemFact) -> NodeIndex {
    fact.url.isEmpty ? first.articles.node(fact.key) : first.sources.node(fact.url)
  }

  /// What is said of each article, by its address or key. Where documents differ, the order of the words
  /// decides, never that of arrival.
  static func articlesByKey(_ facts: borrowing FactTable) -> [StringIndex: Article] {
    var found: [StringIndex: Article] = [:]
    let strings = facts.strings
    let bytes = strings.bytes.span
    func first(_ a: StringIndex, _ b: StringIndex) -> StringIndex {
      if a.isEmpty || a == b { return b }
      if b.isEmpty { return a }
      return bytes.isLess(strings.range(of: a), strings.range(of: b)) ? a : b
    }
    for fact in facts.articles {
      let key = fact.url.isEmpty ? fact.key : fact.url
      guard var known = found[key] else {
        found[key] = Article(
          url: fact.url, headline: fact.headline, date: fact.date, image: fact.image,
          documentCount: 1)
        continue
      }
      known.headline = first(known.headline, fact.headline)
      known.image = first(known.image, fact.image)
      known.date = [known.date, fact.date].compactMap { $0 }.min()
      known.documentCount += 1
      found[key] = known
    }
    return found
  }

  func addArticle(
    _ article: Article, _ id: StringIndex, to builder: inout KnowledgeGraph.Builder
  ) {
    let isRead = builder.strings.intern("was-read")
    _ = builder.addNode(
      Node(
        id: id, kind: .article, name: article.headline.isEmpty ? id : article.headline,
        date: article.date, address: article.url, image: article.image, kindReason: isRead,
        documentCount: article.documentCount))
  }
}
