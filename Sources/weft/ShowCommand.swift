internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphStore

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything that is known of one node, and what says so.",
    discussion:
      "Exit code 3: the node was not found or several fit; candidates are on standard error.")

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: NodeArgument.help)
  var node: String

  func run() throws {
    let store = try GraphStore(opening: graph.path)
    let details = try store.details(of: NodeArgument.find(node, in: store).index)
    if output.isJSON {
      try StandardStream.output.write(ShowCommand.json(details))
    } else {
      try StandardStream.output.write(ShowCommand.table(details, output.style))
    }
  }

  static func json(_ details: NodeDetails) -> [UInt8] {
    var writer = ByteWriter()
    let node = details.node
    writer.append(openNode: node)
    if let date = node.date { writer.append(key: "precision", string: date.precision.name) }
    for (key, value) in [
      ("summary", details.summary), ("address", details.address), ("image", details.image),
      ("publisher", details.publisher ?? ""), ("kindReason", details.kindReason),
    ] as [(StaticString, String)] where !value.isEmpty {
      writer.append(key: key, string: value)
    }
    if node.entityKind != nil {
      writer.append(key: "kindConfidence")
      writer.append(confidence: details.kindConfidence)
    }
    writer.append(key: "pages")
    writer.append(strings: details.pages)
    writer.append(key: "documents", number: node.documentCount)
    writer.append(key: "relationships")
    writer.append("[")
    for (k, item) in details.relationships.enumerated() {
      writer.append(k > 0 ? ",{" : "{")
      writer.append(key: "relation", first: true, string: item.relation.name)
      writer.append(key: "direction", string: item.isOutgoing ? "out" : "in")
      writer.append(key: "count", number: item.count)
      writer.append("}")
    }
    writer.append("]")
    writer.append(key: "evidence")
    writer.append(evidence: details.evidence)
    writer.append("}\n")
    return writer.bytes
  }

  static func table(_ details: NodeDetails, _ style: TerminalStyle) -> String {
    let node = details.node
    var lines = NodeHeader.lines(details, style) + [""]
    var table = TextTable([.left, .left], flexible: 1)
    func add(_ name: String, _ value: String) {
      if !value.isEmpty { table.add([.init(name, .faint), .init(value)]) }
    }
    add("id", node.id)
    let kind = node.entityKind.map {
      $0.name == node.kind.name ? $0.name : "\($0.name) (\(node.kind.name))"
    }
    add("kind", kind ?? node.kind.name)
    let sureness =
      node.entityKind == nil ? "" : ", \(Int((details.kindConfidence * 100).rounded())) % sure"
    add("because", details.kindReason.isEmpty ? "" : details.kindReason + sureness)
    if let date = node.date { add("date", "\(date), known to the \(date.precision.name)") }
    if node.kind == .source { add("URL", details.address) }
    add("publisher", details.publisher ?? "")
    for (k, page) in details.pages.enumerated() { add(k == 0 ? "page" : "also", page) }
    add("documents", node.documentCount == 0 ? "" : node.documentCount.grouped)
    for item in details.relationships {
      let arrow = item.isOutgoing ? "→" : "←"
      let words = RelationHeading.text(item.relation, item.isOutgoing)
      add("\(arrow) \(item.relation.name)", "\(item.count.grouped)  \(words)")
    }
    lines += table.lines(style)
    if !details.evidence.isEmpty {
      lines += ["", style.paint("Told by", .heading)]
      var places = TextTable([.left, .left, .left], flexible: 1)
      for piece in details.evidence {
        places.add([
          .init("line \(piece.line)", .faint), .init(piece.document),
          .init(piece.rule.name, .faint),
        ])
      }
      lines += places.lines(style)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
