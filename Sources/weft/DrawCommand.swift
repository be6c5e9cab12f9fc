internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphDiagram
internal import GraphStore

struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw a node with what surrounds it.",
    discussion: """
      An event is drawn with its related events by date, the contexts they share, actors, places and \
      sources; an actor, place or context with its events. What does not fit the budget is left out, \
      and the picture says how much. Exit code 3: the node was not found or several fit; candidates are \
      on standard error.
      """)

  @OptionGroup var graph: GraphOptions

  @Argument(help: NodeArgument.help)
  var node: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write: .svg, .png, .pdf or .dot; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(help: "The format (default: by the output's ending, else svg).")
  var format: DiagramFormat?

  @Option(help: "How many relationships away from the node, 1 to 4.")
  var depth = 1

  @Option(help: "At most this many nodes, 2 to 200, the most telling first.")
  var budget = 40

  @Option(help: "How nodes are placed: by date, or by one of Graphviz's layout programs.")
  var engine: DiagramEngine = .timeline

  func validate() throws {
    guard (1...4).contains(depth) else { throw ValidationError("--depth takes 1, 2, 3 or 4.") }
    guard (2...200).contains(budget) else {
      throw ValidationError("--budget takes a number from 2 to 200.")
    }
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if format == nil, output != "-", DiagramFormat(rawValue: ending) == nil {
      throw ValidationError(
        "'\(output)' does not end in .svg, .png, .pdf or .dot; say which with --format.")
    }
  }

  private var chosenFormat: DiagramFormat {
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return format ?? DiagramFormat(rawValue: ending) ?? .svg
  }

  func run() throws {
    let store = try GraphStore(opening: graph.path)
    let center = try NodeArgument.find(node, in: store)
    let part = try store.subgraph(around: [center.index], depth: depth, nodeLimit: Self.nodeLimit)
    guard let index = part.node(id: center.id) else {
      throw CommandFailure.failed("'\(center.id)' is not in its own surroundings")
    }
    let plan = DiagramPlan(
      graph: part, center: index, options: DiagramPlan.Options(depth: depth, budget: budget))
    let bytes: [UInt8]
    do {
      bytes = try Diagram.render(plan, format: chosenFormat, engine: engine)
    } catch {
      throw CommandFailure.failed("\(error)")
    }
    if output == "-" {
      try StandardStream.output.write(bytes)
    } else {
      let file = try OutputFile(output)
      try file.write(bytes)
      try file.commit()
    }
  }

  /// The diagram chooses from what is near; two steps from a hub that is most of an archive.
  private static let nodeLimit = 20_000
}
