internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphStore

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find nodes by words of their names and summaries.",
    discussion: """
      All words must be there, whatever their case and marks, and the last may be the beginning of \
      one; where no node holds all, those that hold some are listed. Best first. To find nothing is an \
      answer too: exit code 0, and in JSON "total" is 0.
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The words.")
  var text: [String]

  @Option(help: "Only nodes of this kind; may be repeated.")
  var kind: [KindChoice] = []

  @Option(help: "How many to list at most; 0 lists all.")
  var limit = 20

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let store = try GraphStore(opening: graph.path)
    let results = try store.search(
      text.joined(separator: " "), kinds: kind.nodeKinds, entityKinds: kind.entityKinds,
      limit: limit == 0 ? Int(Int32.max) : limit)
    if output.isJSON {
      try StandardStream.output.write(SearchCommand.json(results))
    } else {
      try StandardStream.output.write(SearchCommand.table(results, output.style))
    }
  }

  static func json(_ results: SearchResults) -> [UInt8] {
    var writer = ByteWriter()
    writer.append("{\"results\":[")
    for (k, node) in results.nodes.enumerated() {
      if k > 0 { writer.append(",") }
      writer.append(node: node)
    }
    writer.append("]")
    writer.append(key: "shown", number: results.nodes.count)
    writer.append(key: "total", number: results.total)
    writer.append(key: "allWords")
    if results.holdAllWords { writer.append("true") } else { writer.append("false") }
    writer.append("}\n")
    return writer.bytes
  }

  static func table(_ results: SearchResults, _ style: TerminalStyle) -> String {
    if results.nodes.isEmpty { return "nothing holds these words\n" }
    var lines: [String] = []
    if !results.holdAllWords { lines += ["No node holds all words; these hold some:", ""] }
    var table = TextTable([.left, .left, .left], flexible: 2, indent: 0)
    for node in results.nodes {
      table.add([
        .init(node.entityKind?.name ?? node.kind.name, .faint),
        .init(node.date.map { "\($0)" } ?? "", .key),
        .init(node.name),
      ])
    }
    for (line, node) in zip(table.lines(style), results.nodes) {
      // On a line of its own, since an id that is cut cannot be copied.
      lines += [line, style.paint("  \(node.id)", .faint)]
    }
    let rest = results.total - results.nodes.count
    if rest > 0 { lines += ["", "… and \(rest.grouped) more; --limit 0 lists all"] }
    return lines.joined(separator: "\n") + "\n"
  }
}
