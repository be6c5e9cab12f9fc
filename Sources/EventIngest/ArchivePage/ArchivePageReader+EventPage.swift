internal import EventGraph

extension ArchivePageReader {
  private enum Section { case head, summary, sources, related }

  /// `### [date](day)`, `# title`, a summary, `### Source:`, `### Related:`.
  mutating func readEventPage() {
    var lines = LineCursor(bytes)
    var section = Section.head
    var title: TextFact?
    var summary: Range<Int>?
    var summaryLine = 0
    var image: TextFact?
    while let line = lines.next() {
      let words = bytes.trimmed(line)
      if words.isEmpty { continue }
      let number = lines.number
      if section != .related, title == nil, bytes.hasPrefix("# ", in: words) {
        title = text(words.lowerBound + 2..<words.upperBound, line: number)
        section = .summary
      } else if bytes.hasPrefix("### ", in: words) {
        section = readHeading(words, line: number, in: section)
      } else {
        switch section {
        case .summary where isContextLine(words):
          unknown(words, line: number)
        case .summary:
          summaryLine = summary == nil ? number : summaryLine
          summary = (summary?.lowerBound ?? words.lowerBound)..<words.upperBound
        case .sources: readSource(words, line: number, image: &image)
        case .related: readRelated(words, line: number)
        case .head: unknown(words, line: number)
        }
      }
    }
    finishEventPage(
      title: title, summary: summary.flatMap { text($0, line: summaryLine) }, image: image)
  }

  private mutating func readHeading(
    _ words: Range<Int>, line: Int, in section: Section
  ) -> Section {
    let heading = words.lowerBound + 4..<words.upperBound
    if bytes.hasPrefix("Source", in: heading) { return .sources }
    if bytes.hasPrefix("Related", in: heading) { return .related }
    if section == .head, bytes.hasPrefix("[", in: heading) {
      readDayHeading(heading, line: line)
    } else {
      unknown(words, line: line)
    }
    return section
  }

  /// `1. [BBC](http://…)`; "Cover Image" is the event's picture. Pages number every item 1.
  private mutating func readSource(_ words: Range<Int>, line: Int, image: inout TextFact?) {
    guard let item = itemBody(words) else { return unknown(words, line: line) }
    guard let link = MarkdownLink.toAnywhere(bytes, item),
      let url = rawText(link.address, line: line)
    else {
      note(
        .unclosedLink, line: line, at: item.lowerBound, of: words,
        "this source is no whole link, so it was left out; write [publisher](address)")
      return
    }
    let label = bytes.trimmed(link.label)
    if label.count == 11, bytes.hasPrefix("Cover Image", in: label) {
      // A page with two pictures keeps both: the first as the image, the rest as sources.
      if image == nil {
        image = url
        return
      }
    }
    let publisher = text(link.label, line: line) ?? host(of: url, line: line)
    reading.sources.append(SourceFact(publisher: publisher, url: url))
  }

  /// `3. [title](/news/….md) _Context: a, b_`
  private mutating func readRelated(_ words: Range<Int>, line: Int) {
    guard let item = itemBody(words) else { return unknown(words, line: line) }
    guard let link = MarkdownLink.toPage(bytes, item) else {
      note(
        .unclosedLink, line: line, at: item.lowerBound, of: words,
        "this related entry is no whole link, so it was left out; write [title](/news/….md)")
      return
    }
    guard let path = rawText(link.address, line: line) else {
      return unknown(words, line: line)
    }
    let rest = bytes.trimmed(link.rest)
    if !rest.isEmpty, !isContextLine(rest) { unknown(rest, line: line) }
    let shared = contextList(rest, line: line)
    reading.related.append(
      RelatedFact(
        rank: reading.related.count + 1, title: text(link.label, line: line) ?? path,
        pagePath: path, date: ArchivePath.date(bytes, link.address)?.date,
        sharedContexts: shared))
    if reading.related.count == Int(UInt16.max) + 1 {
      note(
        .textTooLong, line: line, at: words.lowerBound, of: words,
        "more than \(UInt16.max) related entries; from here on their rank is not kept; check the "
          + "file for damage")
    }
  }

  private mutating func finishEventPage(title: TextFact?, summary: TextFact?, image: TextFact?) {
    guard let title else {
      reading.diagnostics.append(
        Diagnostic(
          .missingTitle, file: file,
          "the page has no title line; a line '# …' gives the event its title"))
      return
    }
    if date == nil {
      reading.diagnostics.append(
        Diagnostic(
          .missingDate, file: file,
          "the page gives no date; its first line should be ### [YYYY-MM-DD](/news/…/index.md)"))
    }
    // The archive's README.md are twins of indexes; another is about the files beside it.
    if date == nil, reading.sources.isEmpty, reading.related.isEmpty, file.hasSuffix("README.md") {
      return
    }
    let path = pagePath(title: title)
    if hasArchiveName { reading.documentPath = path }
    reading.reports.append(
      Report(
        pagePath: path, date: date, title: title, summary: summary, image: image, topic: nil,
        contexts: nil, sources: 0..<reading.sources.count, related: 0..<reading.related.count))
  }

  /// The day's folder and the file's own name, or, where the file was renamed or gives no day, the
  /// slug that the archive makes of the title: files of one name in two folders are two events.
  private mutating func pagePath(title: TextFact) -> TextFact {
    let name =
      folder != nil && hasArchiveName
      ? fileName : Identifier.archiveSlug(reading.string(of: title, in: bytes)) + ".md"
    guard let folder else { return reading.derivedText("/" + name, from: title.span) }
    let day = bytes.extracting(folder.range).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    return reading.derivedText(day + name, from: title.span)
  }

  /// What stands behind the number of a list item.
  private func itemBody(_ words: Range<Int>) -> Range<Int>? {
    var k = words.lowerBound
    while k < words.upperBound, bytes[k].isASCIIDigit { k += 1 }
    guard k > words.lowerBound, k < words.upperBound, bytes[k] == UInt8(ascii: ".") else {
      return nil
    }
    return bytes.trimmed(k + 1..<words.upperBound)
  }

  /// An address as written: never decoded.
  mutating func rawText(_ range: Range<Int>, line: Int) -> TextFact? {
    let words = bytes.trimmed(range)
    guard !words.isEmpty, words.count <= Reading.maximumTextLength else { return nil }
    let span = SourceSpan(start: words.lowerBound, length: words.count, line: line)
    if isUTF8 || UTF8Bytes.isValid(bytes.extracting(words)) { return TextFact(span: span) }
    return reading.text(words, line: line, in: bytes, isUTF8: false)
  }

  private mutating func host(of url: TextFact, line: Int) -> TextFact {
    let address = reading.string(of: url, in: bytes)
    let parts = address.split(separator: "/", omittingEmptySubsequences: true)
    let host = parts.count > 1 ? String(parts[1]) : address
    return reading.derivedText(host, from: url.span)
  }

  mutating func unknown(_ words: Range<Int>, line: Int) {
    note(
      .unknownLine, line: line, at: words.lowerBound, of: words,
      "this line is no part of an archive page as known, so it was not read; check it by eye")
  }
}
