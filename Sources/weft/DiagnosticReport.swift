internal import EventGraph
internal import EventIngest
internal import FileIO

/// Shows diagnostics to people, and writes all of them for machines.
enum DiagnosticReport {
  /// How many of one kind are shown before the rest is only counted.
  private static let shown = 5

  /// Errors before warnings; a few of each kind, then how many more there are.
  static func show(_ diagnostics: [Diagnostic], isComplete: Bool) throws {
    var text = ""
    for kind in Diagnostic.Kind.allCases.sorted(by: { $0.severity.rawValue < $1.severity.rawValue })
    {
      let ofKind = diagnostics.filter { $0.kind == kind }
      let word = kind.severity == .error ? "error" : "warning"
      for diagnostic in ofKind.prefix(shown) {
        text += "\(word): \(TerminalText.printable("\(diagnostic)"))\n"
      }
      if ofKind.count > shown {
        let rest = ofKind.count - shown
        text += "\(word): \(rest) more of this kind (\(kind.rawValue))"
        text += isComplete ? "\n" : "; --diagnostics FILE writes them all\n"
      }
    }
    if !text.isEmpty { try StandardStream.error.write(text) }
  }

  /// A JSON object: kind, severity, file, line, column, message.
  static func append(_ diagnostic: Diagnostic, to writer: inout ByteWriter) {
    writer.append("{\"kind\":")
    writer.append(jsonString: diagnostic.kind.rawValue)
    writer.append(
      diagnostic.severity == .error ? ",\"severity\":\"error\"" : ",\"severity\":\"warning\"")
    writer.append(",\"file\":")
    writer.append(jsonString: diagnostic.file)
    writer.append(",\"line\":")
    writer.append(diagnostic.line)
    writer.append(",\"column\":")
    writer.append(diagnostic.column)
    writer.append(",\"message\":")
    writer.append(jsonString: diagnostic.message)
    writer.append("}")
  }

  /// One JSON object a line: kind, severity, file, line, column, message.
  static func write(_ diagnostics: [Diagnostic], to path: String) throws {
    var writer = ByteWriter()
    for diagnostic in diagnostics {
      append(diagnostic, to: &writer)
      writer.append("\n")
    }
    if path == "-" {
      try StandardStream.output.write(writer.bytes)
    } else {
      let file = try OutputFile(path)
      try file.write(writer.bytes)
      try file.commit()
    }
  }
}
