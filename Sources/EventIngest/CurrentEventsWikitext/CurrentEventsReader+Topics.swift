internal import EventGraph

extension CurrentEventsReader {
  /// A bullet on the way to the one that is looked at.
  private struct Ancestor {
    var depth: Int
    /// Into `items`; nil where the bullet is an event and names no topic.
    var topic: Int?
  }

  /// Tells topics from events and makes a report of each event.
  ///
  /// A bullet with bullets below it is their topic where links are nearly all that it says and it
  /// cites nothing; a bullet without any is one only where it is a link and nothing else, which
  /// happens where its events were removed.
  mutating func makeReports() {
    var ancestors: [Ancestor] = []
    var used: [String: Int] = [:]
    for k in items.indices {
      let item = items[k]
      let hasChildren = k + 1 < items.count && items[k + 1].depth > item.depth
      while let last = ancestors.last, last.depth >= item.depth { ancestors.removeLast() }
      if isTopic(item, hasChildren: hasChildren) {
        ancestors.append(Ancestor(depth: item.depth, topic: k))
        continue
      }
      if hasChildren { ancestors.append(Ancestor(depth: item.depth, topic: nil)) }
      if scalarCount(item.text) < Self.shortestSentence {
        note(item.span.range, line: Int(item.span.line))
        continue
      }
      let first = reading.topics.count
      for topic in ancestors.compactMap(\.topic) { addTopic(items[topic]) }
      addReport(item, topics: first..<reading.topics.count, used: &used)
    }
  }

  /// In characters; what is shorter tells of no event.
  static let shortestSentence = 12

  private func isTopic(_ item: Item, hasChildren: Bool) -> Bool {
    guard item.sources.isEmpty else { return false }
    let free = freeLetterCount(item)
    if hasChildren { return free <= 30 && scalarCount(item.text) < 140 }
    return (1...2).contains(item.links.count) && free <= 3
  }

  /// Letters that no link covers.
  private func freeLetterCount(_ item: Item) -> Int {
    let start = item.text.lowerBound
    let linked = reading.links[item.links].reduce(0) { sum, link in
      sum + letterCount(start + link.titleRange.lowerBound..<start + link.titleRange.upperBound)
    }
    return letterCount(item.text) - linked
  }

  func scalarCount(_ range: Range<Int>) -> Int {
    reading.derived[range].count { $0 & 0xC0 != 0x80 }
  }

  /// Characters but for spaces and the marks that set a topic off.
  private func letterCount(_ range: Range<Int>) -> Int {
    var count = 0
    var k = range.lowerBound
    let text = reading.derived.span
    while k < range.upperBound {
      let byte = text[k]
      if byte == 0xE2, k + 2 < range.upperBound, text[k + 1] == 0x80,
        text[k + 2] & 0xFE | 1 == 0x95,
        text[k + 2] != 0x95
      {
        k += 3
        continue
      }
      if byte & 0xC0 != 0x80, !isMark(byte) { count += 1 }
      k += 1
    }
    return count
  }

  private func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 32, UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "."),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private mutating func addTopic(_ item: Item) {
    let label = TextFact(span: item.span, derived: topicWords(item))
    reading.topics.append(
      TopicLevel(
        label: label, links: item.links,
        isLinked: !item.links.isEmpty && freeLetterCount(item) <= 3))
  }

  /// A topic's words without the colon or dash that sets it off.
  private func topicWords(_ item: Item) -> Range<Int> {
    var (low, high) = (item.text.lowerBound, item.text.upperBound)
    let text = reading.derived.span
    while low < high, isTopicEdge(text, low) > 0 { low += isTopicEdge(text, low) }
    while high > low {
      var k = high - 1
      while k > low, text[k] & 0xC0 == 0x80 { k -= 1 }
      guard isTopicEdge(text, k) == high - k else { break }
      high = k
    }
    return low..<high
  }

  /// Length of the space, colon or dash at an offset, 0 where none stands there.
  private func isTopicEdge(_ text: Span<UInt8>, _ k: Int) -> Int {
    switch text[k] {
    case 32, UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "-"): 1
    case 0xE2 where text.hasPrefix("\u{2013}", at: k) || text.hasPrefix("\u{2014}", at: k): 3
    default: 0
    }
  }

  private mutating func addReport(
    _ item: Item, topics: Range<Int>, used: inout [String: Int]
  ) {
    let title = TextFact(span: item.span, derived: item.text)
    let path = pagePath(reading.string(of: title, in: bytes), &used)
    reading.reports.append(
      Report(
        pagePath: reading.derivedText(path, from: item.span), date: date, title: title,
        summary: nil, image: nil, topic: nil, contexts: nil, sources: item.sources,
        related: reading.related.count..<reading.related.count, links: item.links,
        category: item.category, topics: topics))
  }

  /// The path that the archive gives the event's page: the day, and the title's slug. Of several
  /// with one slug on one day, the second and later ones are numbered in their order.
  private func pagePath(_ title: String, _ used: inout [String: Int]) -> String {
    var slug = Identifier.archiveSlug(title)
    let count = (used[slug] ?? 0) + 1
    used[slug] = count
    if count > 1 {
      slug = "\(String(decoding: slug.utf8.prefix(135), as: UTF8.self))-\(count)"
      used[slug, default: 0] += 1
    }
    guard let date, let month = date.month, let day = date.day else { return "/\(slug).md" }
    return "/news/\(date.year)/\(month < 10 ? "0" : "")\(month)/\(day)/\(slug).md"
  }
}
