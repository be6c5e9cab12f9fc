internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphStore

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count what the graph holds.")

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let statistics = try GraphStore(opening: graph.path).statistics()
    if output.isJSON {
      try StandardStream.output.write(StatsCommand.json(statistics))
    } else {
      try StandardStream.output.write(StatsCommand.table(statistics, output.style))
    }
  }

  static func json(_ statistics: StoreStatistics) -> [UInt8] {
    var writer = ByteWriter()
    writer.append("{")
    writer.append(key: "nodes", first: true, number: statistics.nodes)
    writer.append(key: "edges", number: statistics.edges)
    writer.append(key: "documents", number: statistics.documents)
    writer.append(key: "pages", number: statistics.pages)
    writer.append(key: "evidence", number: statistics.evidence)
    writer.append(key: "nodesByKind")
    object(statistics.kindCounts, &writer)
    writer.append(key: "edgesByRelation")
    object(statistics.relationCounts, &writer)
    writer.append(key: "events")
    object(
      [
        ("read", statistics.eventsRead), ("pointedAt", statistics.eventsPointedAt),
        ("withoutDate", statistics.eventsWithoutDate),
      ], &writer)
    if let first = statistics.firstDate { writer.append(key: "firstDate", string: "\(first)") }
    if let last = statistics.lastDate { writer.append(key: "lastDate", string: "\(last)") }
    writer.append("}\n")
    return writer.bytes
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

  static func table(_ statistics: StoreStatistics, _ style: TerminalStyle) -> String {
    var lines: [String] = []
    func section(_ heading: String, _ total: Int?, _ rows: [(String, Int)]) {
      if !lines.isEmpty { lines.append("") }
      lines.append(style.paint(heading, .heading) + (total.map { "  \($0.grouped)" } ?? ""))
      var table = TextTable([.right, .left], flexible: 1)
      for row in rows where row.1 > 0 { table.add([.init(row.1.grouped), .init(row.0)]) }
      lines += table.lines(style)
    }
    section(
      "Nodes", statistics.nodes,
      statistics.kindCounts)
    section(
      "Relationships", statistics.edges,
      statistics.relationCounts)
    var span = ""
    if let first = statistics.firstDate, let last = statistics.lastDate {
      span = ", \(first) to \(last)"
    }
    section(
      "Events\(span)", nil,
      [
        ("that a document tells of", statistics.eventsRead),
        ("only pointed at", statistics.eventsPointedAt),
        ("without a date", statistics.eventsWithoutDate),
      ])
    section(
      "Documents", nil,
      [
        ("read", statistics.documents), ("pages of events, read or pointed at", statistics.pages),
        ("pieces of evidence, of nodes and relationships", statistics.evidence),
      ])
    return lines.joined(separator: "\n") + "\n"
  }
}

extension StoreStatistics {
  /// By name; what only some graphs have is named where this one has it.
  var kindCounts: [(String, Int)] {
    NodeKind.allCases.map { ($0, nodesByKind[$0] ?? 0) }.filter { !$0.isComputed || $1 > 0 }
      .map { ($0.name, $1) }
  }

  var relationCounts: [(String, Int)] {
    Relation.allCases.map { ($0, edgesByRelation[$0] ?? 0) }.filter { !$0.isComputed || $1 > 0 }
      .map { ($0.name, $1) }
  }
}
