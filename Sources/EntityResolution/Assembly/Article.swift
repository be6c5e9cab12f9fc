internal import EventGraph

/// What all documents of one article say of it.
///
/// One that gives its own address is the node of that address, whether events cite
/// it or not: so a source and the article that stands there are one, and the id does not depend on what
/// else was read. Only the kind does: an address that is only cited is a source.
struct Article: Sendable {
  var url: StringIndex
  var headline: StringIndex
  var date: PartialDate?
  var image: StringIndex
  var documentCount: UInt32

  /// What is said of each article, by its address or key. Where documents differ, the order of the words
  /// decides, never that of arrival.
  static func byKey(_ facts: borrowing FactTable) -> [StringIndex: Article] {
    var found: [StringIndex: Article] = [:]
    let strings = facts.strings
    for fact in facts.articles {
      let key = fact.url.isEmpty ? fact.key : fact.url
      guard var known = found[key] else {
        found[key] = Article(
          url: fact.url, headline: fact.headline, date: fact.date, image: fact.image,
          documentCount: 1)
        continue
      }
      known.headline = strings.first(of: known.headline, fact.headline)
      known.image = strings.first(of: known.image, fact.image)
      known.date = [known.date, fact.date].compactMap { $0 }.min()
      known.documentCount += 1
      found[key] = known
    }
    return found
  }

  /// Adds its node.
  func add(_ id: StringIndex, to builder: inout KnowledgeGraph.Builder) {
    let isRead = builder.strings.intern("was-read")
    _ = builder.addNode(
      Node(
        id: id, kind: .article, name: headline.isEmpty ? id : headline,
        date: date, address: url, image: image, kindReason: isRead, documentCount: documentCount))
  }
}
