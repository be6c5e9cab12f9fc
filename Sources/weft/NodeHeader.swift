internal import EventGraph
internal import GraphStore

/// The lines that introduce a node: its name, what it is, and its summary.
enum NodeHeader {
  static func lines(_ details: NodeDetails, _ style: TerminalStyle) -> [String] {
    let node = details.node
    let width = min(style.width, 110)
    var lines = TextWidth.wrap(TextTable.clean(node.name), to: width).map {
      style.paint($0, .heading)
    }
    var facts = [node.entityKind?.name ?? node.kind.name]
    if let date = node.date { facts.append("\(date)") }
    if let publisher = details.publisher { facts.append(TextTable.clean(publisher)) }
    facts.append(node.id)
    if node.kind == .event, node.documentCount == 0 { facts.append("not read, only pointed at") }
    lines.append(style.paint(facts.joined(separator: " · "), .key))
    let summary = TextTable.clean(details.summary)
    if !summary.isEmpty, summary != TextTable.clean(node.name) {
      lines += [""] + TextWidth.wrap(summary, to: width)
    }
    if !details.image.isEmpty {
      lines.append(style.paint("image  \(TextTable.clean(details.image))", .faint))
    }
    return lines
  }
}
