internal import EventGraph

extension ArchivePageReader {
  /// An event of a day index while its lines are read.
  private struct Entry {
    var title: TextFact
    var path: TextFact
    var date: PartialDate?
    var topic: TextFact?
    var contexts: TextFact?
    var summary: Range<Int>?
    var summaryLine = 0
    /// Whether the context line stands behind the summary, so that the summary has ended.
    var isSummaryClosed = false

    mutating func extendSummary(_ words: Range<Int>, line: Int) {
      if summary == nil { summaryLine = line }
      summary = (summary?.lowerBound ?? words.lowerBound)..<words.upperBound
    }
  }

  /// `## [date](day)`, then for each event `##### topic`, `### [title](page)` and a context line or
  /// a summary, then `## [Previous Day...](day)`.
  mutating func readDayIndex() {
    var lines = LineCursor(bytes)
    var entry: Entry?
    var topic: TextFact?
    var hasDayHeading = false
    while let line = lines.next() {
      let words = bytes.trimmed(line)
      if words.isEmpty { continue }
      let number = lines.number
      if bytes.hasPrefix("##### ", in: words) {
        finish(&entry)
        topic = text(words.lowerBound + 6..<words.upperBound, line: number)
      } else if bytes.hasPrefix("### ", in: words) {
        finish(&entry)
        entry = readEntry(words.lowerBound + 4..<words.upperBound, line: number, topic: topic)
        topic = nil
      } else if bytes.hasPrefix("## ", in: words) {
        finish(&entry)
        if !hasDayHeading {
          readDayHeading(words.lowerBound + 3..<words.upperBound, line: number)
          hasDayHeading = true
        } else if !isLinkToDay(words) {
          unknown(words, line: number)
        }
      } else if entry == nil {
        if !bytes.hasPrefix("Formats:", in: words) { unknown(words, line: number) }
      } else if entry?.contexts == nil, let list = contextList(words, line: number) {
        entry?.contexts = list
        if entry?.summary != nil { entry?.isSummaryClosed = true }
      } else if entry?.isSummaryClosed == true || isContextLine(words) {
        unknown(words, line: number)
      } else {
        entry?.extendSummary(words, line: number)
      }
    }
    finish(&entry)
    if reading.reports.isEmpty, reading.diagnostics.isEmpty, !hasDayHeading {
      reading.diagnostics.append(
        Diagnostic(.notAnArchivePage, file: file, "no event stands in this index; check the file"))
    }
    if let folder, hasArchiveName {
      reading.documentPath = reading.derivedText(
        bytes.extracting(folder.range), fileName, from: folder)
    }
  }

  private mutating func readEntry(_ range: Range<Int>, line: Int, topic: TextFact?) -> Entry? {
    guard let link = MarkdownLink.toPage(bytes, range) else {
      note(
        .unclosedLink, line: line, at: range.lowerBound, of: range,
        "this event is no whole link, so it was left out; write ### [title](/news/….md)")
      return nil
    }
    guard let title = text(link.label, line: line), let path = rawText(link.address, line: line)
    else {
      note(
        .missingTitle, line: line, at: range.lowerBound, of: range,
        "this event has no title or page that can be read, so it was left out; write "
          + "### [title](/news/….md)")
      return nil
    }
    let rest = bytes.trimmed(link.rest)
    if !rest.isEmpty { unknown(rest, line: line) }
    return Entry(
      title: title, path: path, date: ArchivePath.date(bytes, link.address)?.date ?? date,
      topic: topic)
  }

  /// `## [Previous Day...](/news/2006/02/25/index.md)`
  private func isLinkToDay(_ words: Range<Int>) -> Bool {
    let link = MarkdownLink.toPage(bytes, words.lowerBound + 3..<words.upperBound)
    return link.map { bytes.hasPrefix("index.md", at: $0.address.upperBound - 8) } ?? false
  }

  private mutating func finish(_ entry: inout Entry?) {
    guard let done = entry else { return }
    entry = nil
    let summary = done.summary.flatMap { text($0, line: done.summaryLine) }
    reading.reports.append(
      Report(
        pagePath: done.path, date: done.date, title: done.title, summary: summary, image: nil,
        topic: done.topic, contexts: done.contexts, sources: 0..<0, related: 0..<0))
  }

  /// The last part of the file's path.
  var fileName: Substring {
    let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
    return slash.map { file[file.utf8.index(after: $0)...] } ?? file[...]
  }

  /// Whether the file is named as the archive names its pages, so that folder and name make a path.
  var hasArchiveName: Bool { file.utf8.suffix(3).elementsEqual(".md".utf8) }
}
