internal import EventGraph

/// Tells which blocks of a page are its article: by where sentences without links are densest, by the
/// elements that say so themselves, and by the names that sites give the parts around it.
struct ArticleContent {
  let page: HTMLDocument
  let blocks: [HTMLBlock]
  /// The element whose text is the article; 0 for the whole page.
  private(set) var region = 0
  /// By node: whether it or one above it is a part of the site around the article.
  private var isOutside: [Bool]

  init(_ page: HTMLDocument, _ blocks: [HTMLBlock]) {
    self.page = page
    self.blocks = blocks
    isOutside = Array(repeating: false, count: page.nodes.count)
    let container = bestContainer()
    region = widened(container)
    markOutside()
  }

  // MARK: The region

  /// Whether a block is text of some length and hardly any link.
  private func isText(_ block: HTMLBlock) -> Bool {
    block.prose.isParagraph && block.linkDensity < 0.5
      && !ArticleStructure.speaksToReader(block.text.bytes)
  }

  private func bestContainer() -> Int {
    var scores: [Int: Double] = [:]
    var articleBody: [Int: Int] = [:]
    for block in blocks where isText(block) {
      var weight = 1 + min(3, Double(block.text.bytes.count) / 100) * (1 - block.linkDensity)
      let isParagraph =
        page.nodes[block.node].tag == .p || page.nodes[block.node].tag == .blockquote
      let holder = isParagraph ? Int(page.nodes[block.node].parent) : block.node
      guard holder >= 0 else { continue }
      if hasSiteName(block.node) || page.ancestors(of: block.node).contains(where: hasSiteName) {
        weight *= 0.2
      }
      for node in page.ancestors(of: block.node)
      where page.string(.itemprop, of: node) == "articleBody" {
        articleBody[node, default: 0] += block.text.bytes.count
        break
      }
      scores[holder, default: 0] += weight
      let above = Int(page.nodes[holder].parent)
      if above >= 0 { scores[above, default: 0] += weight / 2 }
    }
    if let body = articleBody.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
      return body.key
    }
    for (node, score) in scores {
      let isNamed =
        page.nodes[node].tag == .article || page.nodes[node].tag == .main
        || page.ancestors(of: node).contains { page.nodes[$0].tag == .article }
      if isNamed { scores[node] = score * 1.5 }
    }
    // Between equals the first on the page, whatever the dictionary's order.
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// The element around a container that says it is an article, else the container.
  private func widened(_ container: Int) -> Int {
    if page.nodes.isEmpty { return container }
    if page.string(.itemprop, of: container) == "articleBody" { return container }
    if page.nodes[container].tag == .article { return container }
    return page.ancestors(of: container).first { page.nodes[$0].tag == .article } ?? container
  }

  // MARK: What is around it

  private static let siteNames: Set<String> = [
    "nav", "navigation", "menu", "cookie", "cookies", "consent", "gdpr", "related", "recommended",
    "recommendations", "share", "sharing", "social", "promo", "promotion", "newsletter",
    "subscribe", "subscription", "signup", "comment", "comments", "disqus", "sidebar", "footer",
    "breadcrumb", "breadcrumbs", "advert", "advertisement", "ads", "ad", "sponsored", "trending",
    "popular", "teaser", "teasers", "toolbar", "paywall", "login", "tags", "widget", "readmore",
  ]

  /// Whether the element's kind, class or id names a part of the site.
  private func hasSiteName(_ node: Int) -> Bool {
    switch page.nodes[node].tag {
    case .nav, .aside, .footer, .form, .dialog: return true
    case .html, .body, .article, .main: return false
    default: break
    }
    if page.nodes[node].attributes.isEmpty { return false }
    if let role = page.string(.role, of: node),
      ["navigation", "complementary", "contentinfo", "banner", "search", "dialog"].contains(role)
    {
      return true
    }
    for name in [HTMLDocument.Name.class, .id] {
      guard let value = page.string(name, of: node) else { continue }
      let words = value.lowercased().split { !($0.isASCII && $0.isLetter) }
      if words.contains(where: { Self.siteNames.contains(String($0)) }) { return true }
    }
    return false
  }

  private mutating func markOutside() {
    guard !page.nodes.isEmpty else { return }
    let inside = region..<max(region + 1, Int(page.nodes[region].end))
    for k in page.nodes.indices where page.nodes[k].tag != .text {
      let parent = Int(page.nodes[k].parent)
      // What holds the article is no part around it, whatever its name.
      let holdsRegion = k <= region && Int(page.nodes[k].end) >= inside.upperBound
      isOutside[k] =
        (parent >= 0 && isOutside[parent])
        || (!holdsRegion && (hasSiteName(k) || !inside.contains(k)))
    }
  }

  // MARK: Roles

  func role(of block: HTMLBlock) -> ArticleBlock.Role {
    let text = block.text.bytes
    let tags = [block.node] + page.ancestors(of: block.node).prefix(6)
    let isInRegion = !isOutside[block.node]
    let isFigure = tags.contains {
      [.figure, .figcaption, .caption].contains(page.nodes[$0].tag) || page.hasClass("caption", $0)
        || page.hasClass("wp-caption-text", $0)
    }
    if isInRegion, isFigure || ArticleForms.isCaption(text) { return .caption }
    if tags.contains(where: isByline) { return .byline }
    guard isInRegion else { return .furniture }
    if ArticleForms.bylineStart(text) != nil { return .byline }
    if DateScanner.isDateLine(text) { return .date }
    if ArticleForms.copyrightHolder(text) != nil { return .publisher }
    if page.nodes[block.node].tag.isHeading {
      return block.linkDensity < 0.5 ? .subheading : .furniture
    }
    let isShort = block.prose.endsSentence && block.prose.wordCount >= 2
    if block.linkDensity < 0.5, block.prose.isParagraph || isShort,
      !ArticleStructure.speaksToReader(text)
    {
      return .paragraph
    }
    return .furniture
  }

  /// Whether an element says that its text names the authors.
  private func isByline(_ node: Int) -> Bool {
    if page.nodes[node].attributes.isEmpty { return false }
    return page.hasClass("byline", node) || page.hasClass("author", node)
      || page.string(.itemprop, of: node) == "author"
  }
}
