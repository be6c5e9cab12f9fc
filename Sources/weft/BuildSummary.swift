internal import EntityResolution
internal import EventGraph
internal import EventIngest
internal import GraphStore

/// What a build read and made, for people and for machines.
struct BuildSummary {
  var path: String
  var documents: DocumentStream.Summary
  var findings: GraphAssembly.Findings
  /// Of the graph.
  var counts: StoreStatistics
  /// Those of reading among them.
  var diagnostics: [Diagnostic]

  private var eventCount: Int { counts.nodesByKind[.event] ?? 0 }

  /// Actors, places and contexts.
  private var entityCount: Int {
    [NodeKind.actor, .place, .context].reduce(0) { $0 + (counts.nodesByKind[$1] ?? 0) }
  }

  /// Decisions to take two for one that are less than 80 % sure.
  private var doubtfulMerges: Int {
    findings.decisions.count { $0.isSame && $0.confidence < 0.8 }
  }

  private var formatCounts: [(format: Reading.Format, count: Int)] {
    Reading.Format.allCases.compactMap { format in documents.formats[format].map { (format, $0) } }
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number.grouped) \(number == 1 ? one : many)"
  }

  var text: String {
    let read = formatCounts.map { "\($0.count.grouped) \($0.format.plural)" }
    var lines = [
      "\(path): \(Self.count(eventCount, "event", "events")), "
        + "\(Self.count(entityCount, "entity", "entities")), "
        + "\(Self.count(counts.edges, "relationship", "relationships")), "
        + "\(Self.count(counts.evidence, "piece", "pieces")) of evidence",
      "  read     " + (read.isEmpty ? "nothing" : read.joined(separator: ", ")),
    ]
    if documents.reportLines > 0 {
      lines.append("  reports  \(documents.reportLines.grouped) read back from lines of JSON")
    }
    if documents.twins > 0 {
      lines.append("  twins    \(documents.twins) README.md that repeat the index.md beside them")
    }
    if findings.repeatedDocuments > 0 {
      lines.append("  again    \(findings.repeatedDocuments) documents read twice, counted once")
    }
    if findings.duplicateEvents > 0 {
      lines.append(
        "  same     \(findings.duplicateEvents.grouped) pages tell of an event that another page tells of too"
      )
    }
    if findings.joinedNames > 0 {
      lines.append(
        "  names    \(findings.joinedNames.grouped) are spellings of another; 'weft merges' lists what was decided"
      )
    }
    if doubtfulMerges > 0 {
      lines.append(
        "  doubtful \(doubtfulMerges.grouped) of these are less than 80 % sure: 'weft merges' has them first"
      )
    }
    if documents.ignoredFiles > 0 {
      lines.append("  ignored  \(documents.ignoredFiles) files that are no pages")
    }
    lines.append(
      "  nodes    "
        + counts.kindCounts.filter { $0.1 > 0 }.map { "\($0.1.grouped) \($0.0)" }.joined(
          separator: ", "))
    lines.append(
      "  edges    "
        + counts.relationCounts.filter { $0.1 > 0 }.map { "\($0.1.grouped) \($0.0)" }.joined(
          separator: ", "))
    if !diagnostics.isEmpty { lines.append("  noted    \(InputOptions.counted(diagnostics))") }
    for (kind, count, first) in kindsOfDiagnostics {
      lines.append(
        "           \(count.grouped) \(kind.rawValue), the first at "
          + TerminalText.printable(first.line > 0 ? "\(first.file):\(first.line)" : first.file))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For a graph that holds these very documents already.
  static func unchangedText(_ path: String, _ documents: DocumentStream.Summary) -> String {
    let count = documents.formats.values.reduce(0, +)
    return "\(path): kept as it is, for nothing changed in \(count.grouped) documents\n"
  }

  static func unchangedJSON(_ path: String, _ documents: DocumentStream.Summary) -> [UInt8] {
    var writer = ByteWriter()
    writer.append("{\"graph\":")
    writer.append(jsonString: path)
    writer.append(",\"changed\":false,\"documents\":")
    object(documentCounts(documents, repeated: nil), &writer)
    writer.append(",\"bytes\":")
    writer.append(documents.bytes)
    writer.append(",\"diagnostics\":")
    object(kinds(of: documents.diagnostics).map { ($0.kind.rawValue, $0.count) }, &writer)
    writer.append("}\n")
    return writer.bytes
  }

  /// - Parameter repeated: Documents that were read twice, where that is known.
  private static func documentCounts(
    _ documents: DocumentStream.Summary, repeated: Int?
  ) -> [(String, Int)] {
    // The archive's own three are always there.
    var counts = documents.formats
    for format in [Reading.Format.eventPage, .dayIndex, .currentEventsWikitext] {
      counts[format, default: 0] += 0
    }
    var pairs = Reading.Format.allCases.compactMap { format in
      counts[format].map { (format.countName, $0) }
    }
    pairs += [("reportLines", documents.reportLines), ("twins", documents.twins)]
    if let repeated { pairs.append(("repeated", repeated)) }
    return pairs + [("ignored", documents.ignoredFiles)]
  }

  var json: [UInt8] {
    var writer = ByteWriter()
    writer.append("{\"graph\":")
    writer.append(jsonString: path)
    writer.append(",\"changed\":true")
    writer.append(",\"documents\":")
    Self.object(Self.documentCounts(documents, repeated: findings.repeatedDocuments), &writer)
    writer.append(",\"events\":")
    writer.append(eventCount)
    writer.append(",\"entities\":")
    writer.append(entityCount)
    writer.append(",\"relationships\":")
    writer.append(counts.edges)
    writer.append(",\"duplicates\":")
    writer.append(documents.twins + findings.repeatedDocuments)
    writer.append(",\"duplicateEvents\":")
    writer.append(findings.duplicateEvents)
    writer.append(",\"joinedNames\":")
    writer.append(findings.joinedNames)
    writer.append(",\"bytes\":")
    writer.append(documents.bytes)
    writer.append(",\"nodes\":")
    Self.object(counts.kindCounts, &writer)
    writer.append(",\"edges\":")
    Self.object(counts.relationCounts, &writer)
    writer.append(",\"evidence\":")
    writer.append(counts.evidence)
    writer.append(",\"diagnostics\":")
    Self.object(kindsOfDiagnostics.map { ($0.kind.rawValue, $0.count) }, &writer)
    writer.append(",\"firstDiagnostics\":[")
    for (k, kind) in kindsOfDiagnostics.enumerated() {
      if k > 0 { writer.append(",") }
      DiagnosticReport.append(kind.first, to: &writer)
    }
    writer.append("]")
    writer.append("}\n")
    return writer.bytes
  }

  /// Each kind that there is, how often, and its first by file and place.
  private var kindsOfDiagnostics: [(kind: Diagnostic.Kind, count: Int, first: Diagnostic)] {
    Self.kinds(of: diagnostics)
  }

  private static func kinds(
    of diagnostics: [Diagnostic]
  ) -> [(kind: Diagnostic.Kind, count: Int, first: Diagnostic)] {
    Diagnostic.Kind.allCases.compactMap { kind in
      let ofKind = diagnostics.filter { $0.kind == kind }
      return ofKind.first.map { (kind, ofKind.count, $0) }
    }
  }

  private static func object(_ pairs: [(String, Int)], _ writer: inout ByteWriter) {
    writer.append("{")
    for (k, pair) in pairs.enumerated() {
      if k > 0 { writer.append(",") }
      writer.append(jsonString: pair.0)
      writer.append(":")
      writer.append(pair.1)
    }
    writer.append("}")
  }
}
