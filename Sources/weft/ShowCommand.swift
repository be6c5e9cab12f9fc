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
    if !details.aliases.isEmpty {
      writer.append(key: "aliases")
      writer.append(strings: details.aliases)
    }
    if let ambiguity = details.ambiguity { writer.append(key: "ambiguous", string: ambiguity) }
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
    for (k, alias) in details.aliases.enumerated() { add(k == 0 ? "also called" : "", alias) }
    let kind = node.entityKind.map {
      $0.name == node.kind.name ? $0.name : "\($0.name) (\(node.kind.name))"
    }
    add("kind", kind ?? node.kind.name)
    let sureness =
      node.entityKind == nil ? "" : ", \(Int((details.kindConfidence * 100).rounded())) % sure"
    add("because", details.kindReason.isEmpty ? "" : details.kindReason + sureness)
    add("ambiguous", details.ambiguity ?? "")
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
    lines += wordings(details, style)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where an event's documents tell it in different words, each wording with the first document that
  /// has it, and the numbers that not all of them give.
  private static func wordings(_ details: NodeDetails, _ style: TerminalStyle) -> [String] {
    let wordings = EventWordingList(details)
    guard wordings.items.count > 1 else { return [] }
    var lines = ["", style.paint("Told in \(wordings.items.count) wordings", .heading)]
    var table = TextTable([.left, .left], flexible: 0)
    for item in wordings.items {
      table.add([.init(item.text), .init("\(item.document):\(item.line)", .faint)])
    }
    lines += table.lines(style)
    for number in wordings.differingNumbers {
      lines.append("  \(number.number) only in \(number.documents.joined(separator: ", "))")
    }
    return lines
  }
}

/// The different wordings of one event, in the order of its documents.
struct EventWordingList {
  struct Item {
    var text: String
    var document: String
    var line: Int
  }

  var items: [Item] = []

  init(_ details: NodeDetails) {
    guard details.node.kind == .event else { return }
    var seen: Set<String> = []
    for piece in details.evidence
    where [.pageTitle, .indexEntry, .wikitextEvent].contains(piece.rule) {
      if seen.insert(piece.quote).inserted {
        items.append(Item(text: piece.quote, document: piece.document, line: piece.line))
      }
    }
  }

  /// Numbers that some wordings give and others do not, with the documents that give them.
  var differingNumbers: [(number: String, documents: [String])] {
    var documents: [String: [String]] = [:]
    for item in items {
      for number in Set(Self.numbers(item.text)) {
        documents[number, default: []].append(item.document)
      }
    }
    return documents.filter { $0.value.count < items.count }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// "1,200" and "3.5" are one number each.
  private static func numbers(_ text: String) -> [String] {
    text.split { !($0.isNumber || $0 == "," || $0 == ".") }.map {
      String($0).trimmingPunctuation
    }.filter { $0.contains(where: \.isNumber) }
  }
}

extension String {
  fileprivate var trimmingPunctuation: String {
    var text = self[...]
    while let last = text.last, !last.isNumber { text.removeLast() }
    while let first = text.first, !first.isNumber { text.removeFirst() }
    return String(text)
  }
}
