internal import EventGraph

/// Reads the Current Events portal's wikitext, a day a file: headings, topics nested by stars, one
/// event a bullet, links with target and label, cited items.
///
/// A pure function of one document. MediaWiki's grammar is not attempted: what the portal's pages
/// hold is read, what is left open in them ends with its line, and nothing is ever searched for
/// further than `searchLimit`, so that hostile input costs linear time.
package struct CurrentEventsReader: ~Escapable {
  /// How far the end of a link, template or reference is looked for, in bytes.
  static let searchLimit = 8_192

  let bytes: Span<UInt8>
  /// The file as the user named it.
  let file: String
  let isUTF8: Bool
  var reading: Reading
  var date: PartialDate?
  var items: [Item] = []
  /// What the sentence that is being read holds so far.
  var sentence = Sentence()
  var mode = Mode.sentence
  /// What the words are marked up in.
  var markup = Markup.wikitext
  /// List items of a page of HTML by their ids, for its references.
  var notes: [String: Int] = [:]
  /// Whether the last line that was read is an item, to which a line of cited items belongs.
  var followsItem = false
  /// Bytes that are known to hold no `]]` and no `}}`.
  private var withoutLinkEnd = 0..<0
  private var withoutTemplateEnd = 0..<0
  /// Where a search for the end of a comment found none, which none behind it will find either.
  private var noCommentEndFrom = Int.max

  /// What is done with links and words.
  enum Mode {
    case sentence
    /// Words only: the name of a publisher, a heading.
    case label
    /// Cited items only.
    case reference
  }

  enum Markup { case wikitext, html }

  /// A bullet or line that holds words.
  struct Item {
    /// Stars, colons and number signs before it.
    var depth: Int
    var span: SourceSpan
    /// Into `Reading.derived`.
    var text: Range<Int>
    var links: Range<Int>
    var sources: Range<Int>
    var category: CategoryFact?
  }

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, file: String, reading: consuming Reading) {
    self.bytes = bytes
    self.file = file
    self.reading = reading
    isUTF8 = UTF8Bytes.isValid(bytes)
  }

  /// Whether the bytes are a day of the portal: its header template stands in them, or the file is
  /// named as the portal's days are and holds a bullet.
  package static func accepts(_ bytes: Span<UInt8>, file: String) -> Bool {
    if PortalDay.header(bytes) != nil { return true }
    guard PortalDay.date(fileName: file) != nil else { return false }
    var lines = LineCursor(bytes)
    while let line = lines.next() {
      let words = bytes.trimmed(line)
      if words.isEmpty { continue }
      let byte = bytes[words.lowerBound]
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: ";") { return true }
    }
    return false
  }

  /// Reads a document that `accepts` accepted into a cleared reading.
  package static func read(_ bytes: Span<UInt8>, file: String, into reading: inout Reading) {
    var cleared = Reading()
    swap(&cleared, &reading)
    var reader = CurrentEventsReader(bytes, file: file, reading: cleared)
    reader.readDocument()
    reading = reader.reading
  }

  private mutating func readDocument() {
    reading.format = .currentEventsWikitext
    readDate()
    if PortalDay.date(fileName: file) != nil {
      let name = file.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? file
      reading.documentPath = reading.derivedText(
        name, from: SourceSpan(start: 0, length: 0, line: 1))
    }
    var lines = LineCursor(bytes)
    var category: CategoryFact?
    var end = 0
    while let line = lines.next() {
      // A comment, template or reference that ran over the line's end took this one with it.
      if line.lowerBound < end { continue }
      end = logicalEnd(of: line)
      readLine(bytes.trimmed(line.lowerBound..<end), line: lines.number, category: &category)
    }
    makeReports()
  }

  private mutating func readDate() {
    let inHeader = PortalDay.header(bytes)?.date
    let inName = PortalDay.date(fileName: file)
    date = inName ?? inHeader
    if let inHeader, let inName, inHeader != inName {
      reading.diagnostics.append(
        Diagnostic(
          .unreadableDate, file: file,
          "the page's header says \(inHeader), the file's name \(inName), which was taken; rename "
            + "the file or correct the header"))
    } else if date == nil {
      reading.diagnostics.append(
        Diagnostic(
          .missingDate, file: file,
          "no date in the page's header; name the file YYYY_Month_D.txt"))
    }
  }

  // MARK: Lines

  /// The end of a line, or of the line in which what it leaves open is closed.
  private mutating func logicalEnd(of line: Range<Int>) -> Int {
    let count = bytes.count
    var end = line.upperBound
    var k = line.lowerBound
    while k < end {
      let byte = bytes[k]
      var close: Int?
      if byte == UInt8(ascii: "<") {
        close = bytes.hasPrefix("<!--", at: k) ? commentEnd(k) : referenceEnd(k, limit: bytes.count)
      } else if byte == UInt8(ascii: "{"), bytes.hasPrefix("{{", at: k) {
        close = templateEnd(k, limit: count)
      }
      guard let close else {
        k += 1
        continue
      }
      k = close
      if k > end { end = bytes.firstIndex(of: 10, from: k, to: bytes.count) ?? bytes.count }
    }
    return end
  }

  /// Whether two equal closing bytes stand in a range. What was searched once is not searched again,
  /// so that marks that nothing closes cost linear time.
  mutating func hasClosing(_ byte: UInt8, _ start: Int, limit: Int) -> Bool {
    let isLink = byte == UInt8(ascii: "]")
    let known = isLink ? withoutLinkEnd : withoutTemplateEnd
    let from = known.contains(start) ? known.lowerBound : start
    var k = known.contains(start) ? known.upperBound : start
    while k < limit, let found = bytes.firstIndex(of: byte, from: k, to: limit) {
      if found + 1 < bytes.count, bytes[found + 1] == byte { return true }
      k = found + 1
    }
    if isLink {
      withoutLinkEnd = from..<max(k, limit)
    } else {
      withoutTemplateEnd = from..<max(k, limit)
    }
    return false
  }

  /// Behind the `-->` of the comment that starts at `start`.
  mutating func commentEnd(_ start: Int) -> Int? {
    if start >= noCommentEndFrom { return nil }
    var k = start + 4
    while let dash = bytes.firstIndex(
      of: UInt8(ascii: "-"), from: min(k, bytes.count), to: bytes.count)
    {
      if bytes.hasPrefix("-->", at: dash) { return dash + 3 }
      k = dash + 1
    }
    noCommentEndFrom = start
    return nil
  }

  private mutating func readLine(
    _ line: Range<Int>, line number: Int, category: inout CategoryFact?
  ) {
    let words = behindFurniture(line)
    guard !words.isEmpty else { return }
    var depth = 0
    var k = words.lowerBound
    while k < words.upperBound {
      let byte = bytes[k]
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") {
        depth += 1
      } else if !byte.isASCIISpace || depth == 0 {
        break
      }
      k += 1
    }
    if depth > 0 {
      readItem(k..<words.upperBound, depth: depth, line: number, category: category)
    } else if let heading = heading(words) {
      followsItem = false
      category = self.category(heading, line: number)
    } else {
      readPlainLine(words, line: number, category: category)
    }
  }

  /// The line without the comments, templates and tags that open it; nothing where it is no more
  /// than these.
  private mutating func behindFurniture(_ line: Range<Int>) -> Range<Int> {
    var words = bytes.trimmed(line)
    var behindHeader = words
    while !words.isEmpty {
      var close: Int?
      var isTemplate = false
      if bytes.hasPrefix("<!--", in: words) {
        close = commentEnd(words.lowerBound)
      } else if bytes.hasPrefix("{{", in: words) {
        close = templateEnd(words.lowerBound, limit: words.upperBound)
        isTemplate = !bytes.hasPrefix("urrent", at: words.lowerBound + 3)
      } else if bytes.hasPrefix("<noinclude>", in: words) {
        close = words.lowerBound + 11
      } else if bytes.hasPrefix("</noinclude>", in: words) {
        close = words.lowerBound + 12
      } else if bytes.hasPrefix("|}", in: words) || bytes.hasPrefix("{|", in: words) {
        // The frame of the table that the day once stood in.
        return words.lowerBound..<words.lowerBound
      }
      guard let close, close <= words.upperBound else { break }
      words = bytes.trimmed(close..<words.upperBound)
      if !isTemplate { behindHeader = words }
    }
    // A template before words is part of them: "{{Nowrap|…}} …".
    return words.isEmpty || bytes[words.lowerBound] == UInt8(ascii: "*") ? words : behindHeader
  }

  /// `;Sports`, `'''Sports'''`, `== Sports ==`: the words of a heading.
  private func heading(_ words: Range<Int>) -> Range<Int>? {
    let (low, high) = (words.lowerBound, words.upperBound)
    if bytes[low] == UInt8(ascii: ";") { return bytes.trimmed(low + 1..<high) }
    if bytes[low] == UInt8(ascii: "="), words.count > 2, bytes[high - 1] == UInt8(ascii: "=") {
      var inner = words
      while inner.count > 2, bytes[inner.lowerBound] == UInt8(ascii: "="),
        bytes[inner.upperBound - 1] == UInt8(ascii: "=")
      {
        inner = inner.lowerBound + 1..<inner.upperBound - 1
      }
      return bytes.trimmed(inner)
    }
    guard bytes.hasPrefix("'''", in: words) else { return nil }
    var end = high
    while end > low, bytes[end - 1] == UInt8(ascii: ":") || bytes[end - 1].isASCIISpace { end -= 1 }
    guard end - low >= 9, end - low <= 70, bytes.hasPrefix("'''", at: end - 3) else { return nil }
    let inner = low + 3..<end - 3
    return bytes.firstIndex(of: UInt8(ascii: "'"), from: inner.lowerBound, to: inner.upperBound)
      == nil
      ? inner : nil
  }

  mutating func category(_ heading: Range<Int>, line: Int) -> CategoryFact? {
    guard let label = cleaned(heading, line: line) else { return nil }
    let name = reading.withBytes(of: label, in: bytes) { NewsCategory(heading: $0) }
    return CategoryFact(label: label, name: name)
  }

  /// A line without a bullet: cited items of the bullet above, an event, or something else.
  private mutating func readPlainLine(
    _ words: Range<Int>, line: Int, category: CategoryFact?
  ) {
    let first = bytes[words.lowerBound]
    let isMarkup =
      first == UInt8(ascii: "{") || first == UInt8(ascii: "|") || first == UInt8(ascii: "}")
      || first == UInt8(ascii: "!")
    let isReference = isReference(words.lowerBound)
    if isMarkup || (first == UInt8(ascii: "<") && !isReference) { return note(words, line: line) }
    let known = items.count
    let follows = followsItem
    readItem(words, depth: 1, line: line, category: category)
    settlePlainLine(words, line: line, known: known, follows: follows)
  }

  /// Keeps the item that a line without a bullet made, gives its cited items to the bullet above, or
  /// says that it was not read.
  ///
  /// - Parameters:
  ///   - known: How many items there were before.
  ///   - follows: Whether the line stands below an item.
  mutating func settlePlainLine(_ words: Range<Int>, line: Int, known: Int, follows: Bool) {
    guard items.count > known else { return }
    let item = items[known]
    if item.text.isEmpty, follows, known > 0 {
      items.removeLast()
      let first = items[known - 1].sources.lowerBound
      items[known - 1].sources = first..<item.sources.upperBound
    } else if scalarCount(item.text) <= (item.sources.isEmpty ? 40 : Self.shortestSentence) {
      items.removeLast()
      followsItem = false
      note(words, line: line)
    }
  }

  /// Says that a line was not read.
  mutating func note(_ words: Range<Int>, line: Int) {
    var start = words.lowerBound
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    reading.diagnostics.append(
      Diagnostic(
        .unknownLine, file: file, line: line, column: words.lowerBound - start + 1,
        "this line is no heading, topic or event of a Current Events page, so it was not read; "
          + "check it by eye"))
  }
}
