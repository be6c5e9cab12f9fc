internal import EventGraph

/// Reads the archive's two kinds of pages: a page an event, and the index of a day.
///
/// A pure function of one document: no memory of others, no files. One pass over the bytes, by
/// lines; structure is ASCII, so bytes that are not UTF-8 only matter inside texts.
package struct ArchivePageReader: ~Escapable {
  let bytes: Span<UInt8>
  /// The file as the user named it, for messages.
  let file: String
  let isUTF8: Bool
  var reading: Reading
  /// `/news/2015/12/23/` from the day heading.
  var folder: SourceSpan?
  var date: PartialDate?

  @_lifetime(copy bytes)
  private init(_ bytes: Span<UInt8>, file: String, reading: consuming Reading) {
    self.bytes = bytes
    self.file = file
    self.reading = reading
    isUTF8 = UTF8Bytes.isValid(bytes)
  }

  /// Reads a document into a cleared reading. `reading.format` is nil where it is no archive page,
  /// which a diagnostic then says.
  package static func read(_ bytes: Span<UInt8>, file: String, into reading: inout Reading) {
    var cleared = Reading()
    swap(&cleared, &reading)
    var reader = ArchivePageReader(bytes, file: file, reading: cleared)
    reader.readDocument()
    reading = reader.reading
  }

  private mutating func readDocument() {
    guard let format = Self.format(of: bytes) else {
      reading.diagnostics.append(DocumentReader.whyNot(bytes, file: file))
      return
    }
    reading.format = format
    if !isUTF8 { noteNotUTF8() }
    let damage = DoubleDecoding.firsts(in: bytes)
    reading.repairsLetters = damage.certain != nil
    reading.diagnostics += Diagnostic.damagedLetters(damage, in: bytes, file: file, lines: nil)
    switch format {
    case .eventPage: readEventPage()
    case .dayIndex: readDayIndex()
    default: break
    }
  }

  /// Chosen by content: the first line that is not empty.
  static func format(of bytes: Span<UInt8>) -> Reading.Format? {
    var lines = LineCursor(bytes)
    while let line = lines.next() {
      let words = bytes.trimmed(line)
      if words.isEmpty { continue }
      if bytes.hasPrefix("### [", in: words) {
        // A day index without its day heading starts with a link to an event.
        let isDay = MarkdownLink.toPage(bytes, words.lowerBound + 4..<words.upperBound).map {
          $0.address.count >= 8 && bytes.hasPrefix("index.md", at: $0.address.upperBound - 8)
        }
        return isDay == false ? .dayIndex : .eventPage
      }
      if bytes.hasPrefix("# ", in: words) { return .eventPage }
      if bytes.hasPrefix("## [", in: words) { return .dayIndex }
      if bytes.hasPrefix("##### ", in: words) { return .dayIndex }
      if bytes.hasPrefix("Formats: [", in: words) { return .dayIndex }
      return nil
    }
    return nil
  }

  private mutating func noteNotUTF8() {
    var lines = LineCursor(bytes)
    while let line = lines.next() {
      guard !UTF8Bytes.isValid(bytes.extracting(line)) else { continue }
      var k = line.lowerBound
      while k < line.upperBound {
        let length = UTF8Bytes.validLength(bytes, at: k, limit: line.upperBound)
        if length == 0 { break }
        k += length
      }
      note(
        .notUTF8, line: lines.number, at: k, of: line,
        "byte \(bytes[min(k, bytes.count - 1)]) is not UTF-8; it and its like were read as Windows-1252"
      )
      return
    }
  }

  // MARK: Pieces that both kinds share

  /// The heading `[2016-01-9](/news/2016/01/9/index.md)`.
  mutating func readDayHeading(_ range: Range<Int>, line: Int) {
    guard let link = MarkdownLink.toPage(bytes, range) else {
      note(
        .unclosedLink, line: line, at: range.lowerBound, of: range,
        "the day heading's link is not closed; write [2015-12-23](/news/2015/12/23/index.md)")
      return
    }
    let label = bytes.extracting(link.label).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    let inPath = ArchivePath.date(bytes, link.address)
    let inLabel = PartialDate(label)
    if inLabel == nil {
      note(
        .unreadableDate, line: line, at: link.label.lowerBound, of: range,
        "'\(label.prefix(40))' is not a date; write YYYY-MM-DD")
    }
    if let inPath {
      folder = SourceSpan(
        start: link.address.lowerBound, length: inPath.folderLength, line: line)
    }
    date = inLabel ?? inPath?.date
  }

  /// `_Context: a, b_`; nil where the range is no context line or an empty one.
  mutating func contextList(_ range: Range<Int>, line: Int) -> TextFact? {
    let words = bytes.trimmed(range)
    guard isContextLine(words) else { return nil }
    return text(words.lowerBound + 9..<words.upperBound - 1, line: line)
  }

  func isContextLine(_ words: Range<Int>) -> Bool {
    words.count >= 10 && bytes.hasPrefix("_Context:", in: words)
      && bytes[words.upperBound - 1] == UInt8(ascii: "_")
  }

  /// The cleaned text of a range; nil where nothing is left of it or it is too long to be a text.
  mutating func text(_ range: Range<Int>, line: Int) -> TextFact? {
    let words = bytes.trimmed(range)
    if words.isEmpty { return nil }
    guard words.count <= Reading.maximumTextLength else {
      note(
        .textTooLong, line: line, at: words.lowerBound, of: range,
        "a text of \(words.count) bytes, at most \(Reading.maximumTextLength) are read; check "
          + "the file for damage")
      return nil
    }
    let fact = reading.text(words, line: line, in: bytes, isUTF8: isUTF8)
    return fact.isEmpty ? nil : fact
  }

  mutating func note(
    _ kind: Diagnostic.Kind, line: Int, at offset: Int, of range: Range<Int>, _ message: String
  ) {
    // Columns count from the start of the line, which `range` may not reach back to.
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    reading.diagnostics.append(
      Diagnostic(kind, file: file, line: line, column: offset - start + 1, message))
  }
}
