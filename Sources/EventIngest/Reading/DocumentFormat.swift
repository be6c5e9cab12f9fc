internal import EventGraph

/// The formats that documents are read in: the one place where a format is chosen, and where a new
/// one is added.
///
/// The order of the cases is the order in which they are asked: the strictest tests first, since the
/// first that accepts a document reads it.
public enum DocumentFormat: String, CaseIterable, Sendable {
  /// The archive's event pages and day indexes, in Markdown.
  case archivePage = "archive"
  /// A day of the Current Events portal, as its editors wrote it.
  case currentEventsWikitext = "wikitext"
  /// What `weft read` writes: a line a report.
  case reportJSONL = "reports"
  /// Days of the Current Events portal, as MediaWiki shows them.
  case currentEventsHTML = "portal-html"
  /// A news article as a page of HTML.
  case articleHTML = "html"
  /// A news article as plain text.
  case articleText = "article"

  /// What it is called in messages and in help.
  public var name: String {
    switch self {
    case .archivePage: "page of the archive"
    case .currentEventsWikitext: "wikitext of the Current Events portal"
    case .reportJSONL: "reports in JSONL"
    case .currentEventsHTML: "HTML of the Current Events portal"
    case .articleHTML: "news article in HTML"
    case .articleText: "news article as plain text"
    }
  }

  /// Whether a document's content is of this format. Reads no more of it than it must; a file's name
  /// may help where the content alone leaves a doubt, but never decides against it.
  ///
  /// - Parameter file: The file as the user named it, or an entry's path in an archive.
  func accepts(_ bytes: Span<UInt8>, file: String) -> Bool {
    switch self {
    case .archivePage: ArchivePageReader.format(of: bytes) != nil
    case .currentEventsWikitext: CurrentEventsReader.accepts(bytes, file: file)
    case .reportJSONL: ReportLineReader.accepts(bytes)
    case .currentEventsHTML: CurrentEventsHTMLReader.accepts(bytes, file: file)
    case .articleHTML: ArticleHTMLReader.accepts(bytes)
    case .articleText: ArticleTextReader.accepts(bytes)
    }
  }

  /// Reads a document into a cleared reading. What is not as the format wants it becomes a diagnostic
  /// of the reading, whose `format` stays nil where nothing could be made of the document.
  func read(_ bytes: Span<UInt8>, file: String, into reading: inout Reading) {
    switch self {
    case .archivePage: ArchivePageReader.read(bytes, file: file, into: &reading)
    case .currentEventsWikitext: CurrentEventsReader.read(bytes, file: file, into: &reading)
    // Many documents in one: DocumentWorker takes it line by line.
    case .reportJSONL: break
    case .currentEventsHTML: CurrentEventsHTMLReader.read(bytes, file: file, into: &reading)
    case .articleHTML: ArticleHTMLReader.read(bytes, file: file, into: &reading)
    case .articleText: ArticleTextReader.read(bytes, file: file, into: &reading)
    }
  }

  /// The format of a document by its content; nil where it is none that is known.
  package static func detect(_ bytes: Span<UInt8>, file: String) -> DocumentFormat? {
    allCases.first { $0.accepts(bytes, file: file) }
  }
}

/// Reads a document in the format that its content shows, or in the one that the user named.
package enum DocumentReader {
  /// - Parameters:
  ///   - file: The file as the user named it, for messages and for what names alone tell.
  ///   - format: Nil to choose by content.
  /// - Returns: The format it was read in; nil where it is none that is known, which
  ///   `reading.diagnostics` then says.
  @discardableResult
  package static func read(
    _ bytes: Span<UInt8>, file: String, as format: DocumentFormat? = nil,
    into reading: inout Reading
  ) -> DocumentFormat? {
    guard let format = format ?? DocumentFormat.detect(bytes, file: file) else {
      reading.diagnostics.append(whyNot(bytes, file: file))
      return nil
    }
    format.read(bytes, file: file, into: &reading)
    return format
  }

  /// Why something is no document of any format.
  package static func whyNot(_ bytes: Span<UInt8>, file: String) -> Diagnostic {
    if bytes.trimmed(0..<bytes.count).isEmpty {
      return Diagnostic(
        .emptyFile, file: file, "the file is empty; fetch it again or leave it out")
    }
    if bytes.firstIndex(of: 0, from: 0, to: min(bytes.count, 4096)) != nil {
      return Diagnostic(
        .binaryFile, file: file, "not text but binary data; name pages of the archive (.md)")
    }
    return Diagnostic(
      .notAnArchivePage, file: file,
      "neither an event page nor a day index of the archive; a page starts with '### [date]', an "
        + "index with '## [date]'")
  }
}
