internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphStore

struct NeighborsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbors",
    abstract: "List who and what is next to a node, with the lines that say so.",
    discussion: """
      Relations are followed in both directions. With --depth 2 or more a node is listed once for \
      each relationship that reaches it in the fewest steps. --kind, --since and --until choose what is listed, --relation what is followed. \
      Exit code 3: the node was not found or several fit; candidates are on standard error.
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: NodeArgument.help)
  var node: String

  @Option(help: "How many relationships away, at most.")
  var depth = 1

  @Option(help: "Only nodes of this kind; may be repeated.")
  var kind: [KindChoice] = []

  @Option(help: "Follow only this relation; may be repeated.")
  var relation: [Relation] = []

  @Option(help: "Only dated nodes from 2015, 2015-12 or 2015-12-23 on (undated ones stay).")
  var since: PartialDate?

  @Option(help: "Only dated nodes up to 2015, 2015-12 or 2015-12-23 (undated ones stay).")
  var until: PartialDate?

  @Option(help: "How many to list at most; 0 lists all.")
  var limit = 100

  @Flag(help: "In the table, print every quote with its document and line.")
  var evidence = false

  func validate() throws {
    if depth < 1 { throw ValidationError("--depth takes a number from 1.") }
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let store = try GraphStore(opening: graph.path)
    let start = try NodeArgument.find(node, in: store)
    let filter = GraphFilter(
      kinds: kind.nodeKinds, entityKinds: kind.entityKinds, relations: Set(relation), since: since,
      until: until)
    let neighborhood = try store.neighbors(
      of: start.index, depth: depth, filter: filter, limit: limit == 0 ? nil : limit)
    if output.isJSON {
      try StandardStream.output.write(NeighborsCommand.json(neighborhood))
    } else {
      let details = try store.details(of: start.index)
      let dossier = Dossier(
        neighborhood, details: details, style: output.style, showsEvidence: evidence)
      try StandardStream.output.write(dossier.text)
    }
  }

  static func json(_ neighborhood: Neighborhood) -> [UInt8] {
    var writer = ByteWriter()
    writer.append("{\"node\":")
    writer.append(node: neighborhood.node)
    writer.append(",\"neighbors\":[")
    for (k, neighbor) in neighborhood.neighbors.enumerated() {
      if k > 0 { writer.append(",") }
      append(neighbor, &writer)
    }
    writer.append("]")
    writer.append(key: "shown", number: neighborhood.neighbors.count)
    writer.append(key: "total", number: neighborhood.total)
    writer.append("}\n")
    return writer.bytes
  }

  private static func append(_ neighbor: Neighbor, _ writer: inout ByteWriter) {
    writer.append("{\"node\":")
    writer.append(openNode: neighbor.node)
    if let publisher = neighbor.publisher { writer.append(key: "publisher", string: publisher) }
    writer.append("}")
    writer.append(key: "relation", string: neighbor.relation.name)
    writer.append(key: "direction", string: neighbor.isOutgoing ? "out" : "in")
    if let role = neighbor.role.name { writer.append(key: "role", string: role) }
    writer.append(key: "weight")
    writer.append(confidence: neighbor.weight)
    if neighbor.rank > 0 { writer.append(key: "rank", number: neighbor.rank) }
    writer.append(key: "hops", number: neighbor.hops)
    if let via = neighbor.via {
      writer.append(key: "via")
      writer.append(node: via)
    }
    writer.append(key: "evidence")
    writer.append(evidence: neighbor.evidence)
    writer.append("}")
  }
}
