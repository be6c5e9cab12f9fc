/// Something that the user should know about an input: what it is, where, and what to do.
public struct Diagnostic: Error, Equatable, Sendable {
  public enum Severity: UInt8, Sendable {
    /// A part of an input could not be read: exit code 2.
    case error
    /// All was read; a doubt remains.
    case warning
  }

  /// What happened; the raw value is the stable name in `--diagnostics` files.
  public enum Kind: String, CaseIterable, Sendable {
    case unreadableFile, emptyFile, binaryFile, fileTooLarge, notAnArchivePage, noPages
    case symbolicLink, missingDate, unreadableDate, missingTitle, unclosedLink, unknownLine
    case textTooLong, notUTF8, contextLabelReading
    case changedFile, archiveTooLarge, nestedArchive, archiveLink, outsidePath, badReportLine
    case notAnArticle, unknownEncoding, missingLibrary, damagedLetters, boilerplateSummary
    case relatedToItself, unusedOverride, listCut

    public var severity: Severity {
      switch self {
      case .symbolicLink, .archiveLink, .outsidePath, .unknownLine, .notUTF8,
        .contextLabelReading, .unknownEncoding, .damagedLetters, .boilerplateSummary,
        .relatedToItself, .unusedOverride, .listCut:
        .warning
      default: .error
      }
    }
  }

  public var kind: Kind
  /// The file as the user named it.
  public var file: String
  /// 1-based, 0 for the file as a whole.
  public var line: Int
  /// 1-based, in bytes of UTF-8; 0 for the line as a whole.
  public var column: Int
  /// What, and what to do.
  public var message: String

  public init(_ kind: Kind, file: String, line: Int = 0, column: Int = 0, _ message: String) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  public var severity: Severity { kind.severity }

  /// A file that was written to while it was read.
  static func changed(_ file: String) -> Diagnostic {
    Diagnostic(
      .changedFile, file: file,
      "was written to while it was read; run again when nothing writes to it")
  }

  static func tooLarge(_ file: String) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, file: file,
      "larger than \(DocumentStream.maximumFileSize) bytes, which no page is; it was left out")
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: what; what to do`
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return "\(place): \(message)"
  }
}

extension Diagnostic: Comparable {
  /// By file, place, kind, message: the order in which they are shown.
  public static func < (a: Self, b: Self) -> Bool {
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    if a.line != b.line { return a.line < b.line }
    if a.column != b.column { return a.column < b.column }
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    return a.message.utf8.lexicographicallyPrecedes(b.message.utf8)
  }
}
