internal import EventGraph

/// What a page says of itself in JSON-LD, in the `<meta>` elements of its head and in microdata.
struct ArticleMetadata {
  /// A text and where it stands in the UTF-8 source.
  struct Item {
    var text: String
    var source: Range<Int>
  }

  struct DateItem {
    var date: PartialDate
    var item: Item
    var origin: ArticleDate.Origin
  }

  var headline: Item?
  /// Headlines of second rank: OpenGraph's, and the page's title.
  var titles: [Item] = []
  var authors: [Item] = []
  var publisher: Item?
  var siteName: Item?
  var date: DateItem?
  var url: Item?
  var image: Item?
  var body: Item?
  /// Whether JSON-LD or OpenGraph calls the page an article.
  var isArticle = false

  init(_ page: HTMLDocument) {
    for k in page.nodes.indices {
      switch page.nodes[k].tag {
      case .script: readScript(page, k)
      case .meta: readMeta(page, k)
      case .link where page.string(.rel, of: k)?.lowercased() == "canonical":
        if url == nil { url = item(page, .href, k) }
      case .title
      where titles.isEmpty || !page.ancestors(of: k).contains { page.nodes[$0].tag == .svg }:
        if let text = Self.text(page, k) { titles.append(text) }
      default: break
      }
    }
  }

  private static func text(_ page: HTMLDocument, _ node: Int) -> Item? {
    let inside = (node + 1)..<max(node + 1, Int(page.nodes[node].end))
    var text: [UInt8] = []
    var source: Range<Int>?
    for k in inside where page.nodes[k].tag == .text {
      text += page.text[page.nodes[k].text]
      source =
        (source?.lowerBound ?? page.nodes[k].source.lowerBound)..<page.nodes[k].source.upperBound
    }
    let string = collapsed(String(decoding: text, as: UTF8.self))
    guard let source, !string.isEmpty else { return nil }
    return Item(text: string, source: source)
  }

  static func collapsed(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  private func item(_ page: HTMLDocument, _ name: HTMLDocument.Name, _ node: Int) -> Item? {
    guard let text = page.string(name, of: node).map(Self.collapsed), !text.isEmpty else {
      return nil
    }
    return Item(text: text, source: page.sourceRange(of: name, in: node) ?? page.nodes[node].source)
  }

  // MARK: <meta>

  private mutating func readMeta(_ page: HTMLDocument, _ node: Int) {
    let key =
      page.string(.property, of: node) ?? page.string(.name, of: node)
      ?? page.string(.itemprop, of: node)
    guard let key = key?.lowercased(), let content = item(page, .content, node) else { return }
    switch key {
    case "og:title", "twitter:title": titles.insert(content, at: 0)
    case "og:type": if content.text.lowercased().contains("article") { isArticle = true }
    case "og:url": if url == nil { url = content }
    case "og:image", "og:image:url": if image == nil { image = content }
    case "og:site_name": siteName = siteName ?? content
    case "article:publisher", "publisher", "dc.publisher", "application-name":
      // "article:publisher" mostly is the address of a page of the publisher's.
      if publisher == nil, !content.text.contains("://") { publisher = content }
    case "author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author":
      if !content.text.contains("://"), !authors.contains(where: { $0.text == content.text }) {
        authors.append(content)
      }
    case "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
      "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "dcterms.created",
      "article.published", "og:published_time":
      setDate(content, .metadata)
    default: break
    }
  }

  /// The first date of an origin stays; structured data goes before the head's.
  private mutating func setDate(_ item: Item, _ origin: ArticleDate.Origin) {
    guard let date = Self.date(item.text) else { return }
    if let known = date.month == nil ? self.date : nil, known.date.month != nil { return }
    if self.date == nil || (origin == .structuredData && self.date?.origin != .structuredData) {
      self.date = DateItem(date: date, item: item, origin: origin)
    }
  }

  /// "2015-12-29T16:05:11-05:00", "20151229", "Tue, 29 Dec 2015 …": as precise as it is written.
  static func date(_ text: String) -> PartialDate? {
    let day = text.utf8.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    let iso = String(decoding: Array(day), as: UTF8.self)
    if let date = PartialDate(iso) { return date }
    if iso.utf8.count == 8, let digits = Int(iso) {
      return PartialDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }
    for found in DateScanner.scan(Array(text.utf8)) {
      if case .whole(let date) = found.meaning { return date }
    }
    return nil
  }

  // MARK: JSON-LD

  private mutating func readScript(_ page: HTMLDocument, _ node: Int) {
    guard page.string(.type, of: node)?.lowercased().hasPrefix("application/ld+json") ?? false,
      let start = page.nodes[(node + 1)..<max(node + 1, Int(page.nodes[node].end))].first
    else { return }
    let last = page.nodes[Int(page.nodes[node].end) - 1]
    let range = start.source.lowerBound..<last.source.upperBound
    guard range.count <= 1 << 22, let value = JSONValue(page.source.bytes, range) else { return }
    var open = [value]
    var count = 0
    // A graph of many things: the first that is an article speaks for the page.
    while let next = open.popLast(), count < 4_096 {
      count += 1
      switch next {
      case .array(let elements): open += elements.reversed()
      case .object(let members):
        if Self.isArticle(next) { return readArticle(next) }
        open += members.filter { $0.key == "@graph" || $0.key == "mainEntity" }.map(\.value)
      default: break
      }
    }
  }

  private static func isArticle(_ value: JSONValue) -> Bool {
    value["@type"]?.elements.contains { type in
      guard let name = type.text?.string else { return false }
      return name.hasSuffix("Article") || name.hasSuffix("BlogPosting") || name == "Report"
    } ?? false
  }

  private mutating func readArticle(_ value: JSONValue) {
    guard !isArticle || headline == nil else { return }
    isArticle = true
    headline = Self.item(value["headline"]) ?? Self.item(value["name"])
    if let published = Self.item(value["datePublished"]) ?? Self.item(value["dateCreated"]) {
      setDate(published, .structuredData)
    }
    let names = (value["author"] ?? value["creator"])?.elements.compactMap(Self.name) ?? []
    if !names.isEmpty { authors = names }
    publisher = value["publisher"]?.elements.lazy.compactMap(Self.name).first ?? publisher
    image = value["image"]?.elements.lazy.compactMap(Self.address).first ?? image
    let own = value["url"] ?? value["mainEntityOfPage"]
    url = own?.elements.lazy.compactMap(Self.address).first ?? url
    body = Self.item(value["articleBody"])
  }

  /// A text; what a JSON string escapes for HTML stays as it is.
  private static func item(_ value: JSONValue?) -> Item? {
    guard let (string, range) = value?.text, !string.utf8.allSatisfy(\.isASCIISpace) else {
      return nil
    }
    return Item(text: string, source: range)
  }

  private static func name(_ value: JSONValue) -> Item? { item(value) ?? item(value["name"]) }

  private static func address(_ value: JSONValue) -> Item? {
    let found = item(value) ?? item(value["url"]) ?? item(value["@id"])
    return found.flatMap { $0.text.contains("://") ? $0 : nil }
  }
}
