internal import EventGraph

/// Reads the Current Events portal as MediaWiki shows it: a `<div class="current-events-main">` a day,
/// headings, topics nested as lists, links with `title=`, cited items as external links.
///
/// The sentences, topics and cited items are made by `CurrentEventsReader`, of the same pieces that it
/// makes of wikitext, so that both give the same facts. What MediaWiki does not show is lost: which of
/// a link's letters trail it is told from its target.
package enum CurrentEventsHTMLReader {
  /// A day of the portal, or a page that is named as one and lists events.
  package static func accepts(_ bytes: Span<UInt8>, file: String) -> Bool {
    guard ArticleHTMLReader.accepts(bytes) else { return false }
    if contains(bytes, "current-events-main") || contains(bytes, "current-events-content") {
      return true
    }
    return PortalDay.date(fileName: file, ending: ".html") != nil && contains(bytes, "<li>")
  }

  private static func contains(_ bytes: Span<UInt8>, _ word: StaticString) -> Bool {
    let limit = min(bytes.count, 1 << 20)
    var k = 0
    while let found = bytes.firstIndex(of: word.utf8Start.pointee, from: k, to: limit) {
      if bytes.hasPrefix(word, at: found) { return true }
      k = found + 1
    }
    return false
  }

  /// Reads a document into a cleared reading.
  package static func read(_ bytes: Span<UInt8>, file: String, into reading: inout Reading) {
    guard
      let page = HTMLDocument.parse(
        bytes, file: file, limit: ArticleHTMLReader.maximumSize, &reading)
    else { return }
    var cleared = Reading()
    swap(&cleared, &reading)
    var reader = CurrentEventsReader(bytes, file: file, reading: cleared)
    reader.readPage(page)
    reading = reader.reading
  }
}

extension CurrentEventsReader {
  mutating func readPage(_ page: HTMLDocument) {
    markup = .html
    reading.format = .currentEventsHTML
    let lines = LineIndex(bytes)
    for k in page.nodes.indices where page.nodes[k].tag == .li {
      guard let id = page.string(.id, of: k), notes[id] == nil else { continue }
      notes[id] = k
    }
    var k = 0
    var found = false
    while k < page.nodes.count {
      guard page.hasClass("current-events-main", k) else {
        k += 1
        continue
      }
      found = true
      let end = max(k + 1, Int(page.nodes[k].end))
      let content = (k..<end).first { page.hasClass("current-events-content", $0) } ?? k
      readDay(page, content, date: dayDate(page, k..<end), lines)
      k = end
    }
    if !found, !page.nodes.isEmpty {
      let content = page.nodes.indices.first {
        page.hasClass("current-events-content", $0) || page.hasClass("mw-parser-output", $0)
      }
      let body = page.nodes.indices.first { page.nodes[$0].tag == .body }
      readDay(
        page, content ?? body ?? 0, date: dayDate(page, 0..<page.nodes.count), lines)
    }
  }

  /// The date in `<span class="bday …">`, in the id `2015_December_23`, or in the file's name.
  private func dayDate(_ page: HTMLDocument, _ nodes: Range<Int>) -> PartialDate? {
    for k in nodes where page.hasClass("bday", k) {
      let text = page.nodes[(k + 1)..<max(k + 1, Int(page.nodes[k].end))].first { $0.tag == .text }
      if let text, let date = PartialDate(page.string(text.text)), date.day != nil { return date }
    }
    for k in nodes {
      if let id = page.string(.id, of: k), let date = PortalDay.date(identifier: id.utf8[...]) {
        return date
      }
    }
    return PortalDay.date(fileName: file, ending: ".html")
  }

  private mutating func readDay(
    _ page: HTMLDocument, _ content: Int, date: PartialDate?, _ lines: LineIndex
  ) {
    self.date = date
    items.removeAll(keepingCapacity: true)
    followsItem = false
    if date == nil {
      reading.diagnostics.append(
        Diagnostic(
          .missingDate, file: file, line: lines.line(of: fileRange(content, page).lowerBound),
          "no date for this day of the portal; name the file YYYY_Month_D.html"))
    }
    var category: CategoryFact?
    var lists: [Int] = []
    var bulletEnd = 0
    var k = content + 1
    let end = min(page.nodes.count, max(content + 1, Int(page.nodes[content].end)))
    while k < end {
      while let last = lists.last, last <= k { lists.removeLast() }
      let node = page.nodes[k]
      let next = max(k + 1, Int(node.end))
      if isFurniture(page, k) {
        k = next
        continue
      }
      switch node.tag {
      case .ul, .ol, .dl: lists.append(next)
      case .li, .dd:
        readBullet(page, k, depth: max(1, lists.count), lines, category: category)
        bulletEnd = max(bulletEnd, next)
      case .dt, .h2, .h3, .h4, .h5, .h6:
        if k >= bulletEnd {
          category = heading(page, k, lines)
          k = next
          continue
        }
      case .p:
        if k >= bulletEnd {
          readParagraph(page, k, lines, &category)
          k = next
          continue
        }
      case .div where page.string(.role, of: k) == "heading":
        category = heading(page, k, lines)
        k = next
        continue
      default: break
      }
      k += 1
    }
    makeReports()
  }

  /// What a page shows around the events: edit links, styles, hidden and unprinted things.
  private func isFurniture(_ page: HTMLDocument, _ k: Int) -> Bool {
    let node = page.nodes[k]
    if node.tag == .text { return false }
    if node.tag == .style || node.tag == .script { return true }
    if node.attributes.isEmpty { return false }
    return page.hasClass("noprint", k) || page.hasClass("mw-editsection", k)
      || page.hasClass("current-events-navbar", k) || page.hasClass("current-events-heading", k)
      || page.hasClass("current-events-nav", k) || page.hasClass("reflist", k)
      || page.hasClass("references", k) || page.isHidden(k)
  }

  func fileRange(_ node: Int, _ page: HTMLDocument) -> Range<Int> {
    fileRange(page.nodes[node].source, page)
  }

  func fileRange(_ range: Range<Int>, _ page: HTMLDocument) -> Range<Int> {
    let start = min(page.source.fileOffset(range.lowerBound), bytes.count)
    return start..<min(max(start, page.source.fileOffset(range.upperBound)), bytes.count)
  }

  /// Nodes of an element that are its own words: not those of lists in it.
  private func ownNodes(_ page: HTMLDocument, _ k: Int) -> [Int] {
    var own: [Int] = []
    var next = k + 1
    let end = max(k + 1, Int(page.nodes[k].end))
    while next < end {
      let node = page.nodes[next]
      let isList = node.tag == .ul || node.tag == .ol || node.tag == .dl
      if isList || isFurniture(page, next) {
        next = max(next + 1, Int(node.end))
        continue
      }
      own.append(next)
      next += 1
    }
    return own
  }

  /// Where an element's own words stand in the file; nil where it has none.
  private func wordRange(_ page: HTMLDocument, _ own: [Int]) -> Range<Int>? {
    let texts = own.filter { page.nodes[$0].tag == .text || page.nodes[$0].tag == .a }
    guard let first = texts.first, let last = texts.last else { return nil }
    let start = fileRange(first, page).lowerBound
    let end = fileRange(last, page).upperBound
    let words = bytes.trimmed(start..<max(start, end))
    return words.isEmpty ? nil : words
  }

  private mutating func readBullet(
    _ page: HTMLDocument, _ k: Int, depth: Int, _ lines: LineIndex, category: CategoryFact?
  ) {
    let own = ownNodes(page, k)
    guard let words = wordRange(page, own) else { return }
    let line = lines.line(of: words.lowerBound)
    guard words.count <= Reading.maximumTextLength else {
      reading.diagnostics.append(
        Diagnostic(
          .textTooLong, file: file, line: line,
          "an item of \(words.count) bytes, at most \(Reading.maximumTextLength) are read; check the "
            + "file for damage"))
      return
    }
    sentence.begin(at: reading.derived.count, line: line, firstByte: words.lowerBound)
    mode = .sentence
    readNodes(page, own)
    finishItem(words, depth: depth, line: line, category: category)
  }

  /// `<p><b>Sports</b></p>` is a heading, any other paragraph a line without a bullet.
  private mutating func readParagraph(
    _ page: HTMLDocument, _ k: Int, _ lines: LineIndex, _ category: inout CategoryFact?
  ) {
    let own = ownNodes(page, k)
    guard let words = wordRange(page, own) else { return }
    let texts = own.filter {
      page.nodes[$0].tag == .text
        && !page.text[page.nodes[$0].text].allSatisfy {
          $0.isASCIISpace || $0 == UInt8(ascii: ":")
        }
    }
    let isBold = texts.allSatisfy { text in
      page.ancestors(of: text).prefix { $0 > k }.contains { page.nodes[$0].tag == .b }
    }
    if isBold, !texts.isEmpty {
      category = heading(page, k, lines)
      followsItem = false
      return
    }
    let known = items.count
    let follows = followsItem
    readBullet(page, k, depth: 1, lines, category: category)
    settlePlainLine(
      words, line: lines.line(of: words.lowerBound), known: known, follows: follows)
  }

  private mutating func heading(
    _ page: HTMLDocument, _ k: Int, _ lines: LineIndex
  ) -> CategoryFact? {
    followsItem = false
    guard var words = wordRange(page, ownNodes(page, k)) else { return nil }
    while !words.isEmpty, bytes[words.upperBound - 1] == UInt8(ascii: ":") {
      words = bytes.trimmed(words.lowerBound..<words.upperBound - 1)
    }
    return category(words, line: lines.line(of: words.lowerBound))
  }
}
