internal import EventGraph
internal import EventIngest

/// What a build read and made, for people and for machines.
struct BuildSummary {
  var path: String
  var documents: DocumentStream.Summary
  var repeatedDocuments: Int
  var graph: KnowledgeGraph
  var diagnostics: [Diagnostic]

  private var documentCount: Int { documents.eventPages + documents.dayIndexes }

  var text: String {
    var lines = [
      "\(path): \(graph.nodes.count.grouped) nodes, \(graph.edges.count.grouped) relationships, "
        + "\(graph.evidence.count.grouped) pieces of evidence of relationships",
      "  read     \(documents.eventPages.grouped) event pages, "
        + "\(documents.dayIndexes.grouped) day indexes"
        + (documents.wikitextDays > 0 ? ", \(documents.wikitextDays) days of wikitext" : "")
        + (documents.htmlDays > 0 ? ", \(documents.htmlDays) pages of the portal" : "")
        + (documents.articles > 0 ? ", \(documents.articles) articles" : ""),
    ]
    if documents.twins > 0 {
      lines.append("  twins    \(documents.twins) README.md that repeat the index.md beside them")
    }
    if repeatedDocuments > 0 {
      lines.append("  again    \(repeatedDocuments) documents read twice, counted once")
    }
    if documents.ignoredFiles > 0 {
      lines.append("  ignored  \(documents.ignoredFiles) files that are no pages")
    }
    lines.append(
      "  nodes    "
        + nodeCounts.filter { $0.1 > 0 }.map { "\($0.1.grouped) \($0.0)" }.joined(separator: ", "))
    lines.append(
      "  edges    "
        + edgeCounts.filter { $0.1 > 0 }.map { "\($0.1.grouped) \($0.0)" }.joined(separator: ", "))
    let errors = diagnostics.count { $0.severity == .error }
    if !diagnostics.isEmpty {
      lines.append(
        "  noted    \(errors.grouped) errors, \((diagnostics.count - errors).grouped) warnings")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var json: [UInt8] {
    var writer = ByteWriter()
    writer.append("{\"graph\":")
    writer.append(jsonString: path)
    writer.append(",\"documents\":")
    object(
      [
        ("eventPages", documents.eventPages), ("dayIndexes", documents.dayIndexes),
        ("wikitextDays", documents.wikitextDays), ("portalPages", documents.htmlDays),
        ("articles", documents.articles),
        ("twins", documents.twins), ("repeated", repeatedDocuments),
        ("ignored", documents.ignoredFiles),
      ], &writer)
    writer.append(",\"bytes\":")
    writer.append(documents.bytes)
    writer.append(",\"nodes\":")
    object(nodeCounts, &writer)
    writer.append(",\"edges\":")
    object(edgeCounts, &writer)
    writer.append(",\"evidence\":")
    writer.append(graph.evidence.count)
    writer.append(",\"diagnostics\":")
    object(
      Diagnostic.Kind.allCases.map { kind in
        (kind.rawValue, diagnostics.count { $0.kind == kind })
      }.filter { $0.1 > 0 }, &writer)
    writer.append("}\n")
    return writer.bytes
  }

  private var nodeCounts: [(String, Int)] {
    var counts = [Int](repeating: 0, count: NodeKind.allCases.count)
    for node in graph.nodes { counts[Int(node.kind.rawValue)] += 1 }
    return NodeKind.allCases.map { ($0.name, counts[Int($0.rawValue)]) }
  }

  private var edgeCounts: [(String, Int)] {
    var counts = [Int](repeating: 0, count: Relation.allCases.count)
    for edge in graph.edges { counts[Int(edge.relation.rawValue)] += 1 }
    return Relation.allCases.map { ($0.name, counts[Int($0.rawValue)]) }
  }

  private func object(_ pairs: [(String, Int)], _ writer: inout ByteWriter) {
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
