internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphStore

struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "List every event with its pages, one JSON object a line, by date.",
    discussion: "An event that no document tells of, but others point at, has \"documents\":0.")

  @OptionGroup var graph: GraphOptions

  @Option(help: "The shape: jsonl for machines, table for people.")
  var format: EventsFormat = .jsonl

  @Flag(help: "The same as --format jsonl.")
  var json = false

  @Flag(help: "No colours, as with NO_COLOR in the environment.")
  var noColor = false

  enum EventsFormat: String, CaseIterable, ExpressibleByArgument { case jsonl, json, table }

  /// Bytes that are gathered before they are written.
  private static let batch = 1 << 18

  func run() throws {
    let store = try GraphStore(opening: graph.path)
    let style = TerminalStyle(noColor: noColor)
    let isTable = format == .table && !json
    var writer = ByteWriter(capacity: Self.batch + 4096)
    try store.forEachEvent { event, pages in
      if isTable {
        writer.append(raw: Self.line(event, style))
      } else {
        Self.append(event, pages, &writer)
      }
      if writer.count >= Self.batch {
        try StandardStream.output.write(writer.bytes)
        writer.removeAll()
      }
    }
    try StandardStream.output.write(writer.bytes)
  }

  static func append(_ event: NodeRecord, _ pages: [String], _ writer: inout ByteWriter) {
    writer.append("{")
    writer.append(key: "event", first: true, string: event.id)
    if let date = event.date { writer.append(key: "date", string: "\(date)") }
    writer.append(key: "title", string: event.name)
    writer.append(key: "pages")
    writer.append(strings: pages)
    writer.append(key: "documents", number: event.documentCount)
    writer.append("}\n")
  }

  private static func line(_ event: NodeRecord, _ style: TerminalStyle) -> String {
    var table = TextTable([.left, .left], flexible: 1, indent: 0)
    let date = event.date.map { "\($0)" } ?? ""
    table.add([
      .init(date + String(repeating: " ", count: max(0, 10 - date.utf8.count)), .key),
      .init(event.name),
    ])
    return table.lines(style).joined() + "\n"
  }
}
