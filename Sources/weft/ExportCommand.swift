internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphExport
internal import GraphStore

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the graph, or a part of it, for other tools.",
    discussion: """
      GraphML opens in Gephi, NetworkX, igraph, Cytoscape, yEd and Neo4j; JSON-LD in RDF tools; DOT in \
      Graphviz. What the format cannot carry is counted on standard error. A large archive makes a \
      large file, so choose a part of it to look at. Exit code 3: a node of --around was not found or \
      several fit.
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup(title: "A part of the graph") var part: PartOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output: String = "-"

  @Option(
    help: "The format (default: jsonld for .jsonld and .json, dot for .dot and .gv, else graphml).")
  var format: ExportFormat?

  @Option(help: "Which dialect of the format.")
  var flavor: Flavor = .universal

  @Option(help: "What the IRIs of JSON-LD begin with.")
  var base: String = JSONLDWriter.defaultBase

  @Flag(
    help: "GraphML that is valid against its schema to the letter: no label attribute on edges.")
  var strictSchema = false

  @Flag(help: "GraphML with all evidence of each edge, not the first piece alone.")
  var allEvidence = false

  enum ExportFormat: String, CaseIterable, ExpressibleByArgument { case graphml, jsonld, dot }
  enum Flavor: String, CaseIterable, ExpressibleByArgument { case universal }

  private static let endings: [String: ExportFormat] = [
    "graphml": .graphml, "xml": .graphml, "jsonld": .jsonld, "json": .jsonld, "dot": .dot,
    "gv": .dot,
  ]

  private var formatOfEnding: ExportFormat? {
    let ending = output.split(separator: "/").last?.split(separator: ".").dropFirst().last
    return Self.endings[ending?.lowercased() ?? ""]
  }

  private var chosenFormat: ExportFormat { format ?? formatOfEnding ?? .graphml }

  func validate() throws {
    // A device or pipe has no ending; a file with a foreign one would hold what it does not say.
    if format == nil, output != "-", !output.hasPrefix("/dev/"), formatOfEnding == nil {
      throw ValidationError(
        "'\(output)' does not end in .graphml, .jsonld or .dot; say which format with --format.")
    }
  }

  func run() throws {
    let writer: any GraphWriter =
      switch chosenFormat {
      case .graphml:
        GraphMLWriter(GraphMLWriter.Options(isStrict: strictSchema, allEvidence: allEvidence))
      case .jsonld: try usage { try JSONLDWriter(base: base) }
      case .dot: DOTWriter()
      }
    let chosen = try part.choose(from: GraphStore(opening: graph.path))
    let loss: LossReport
    if output == "-" {
      loss = try writer.write(chosen) { try StandardStream.output.write($0) }
    } else {
      let file = try OutputFile(output)
      loss = try writer.write(chosen) { try file.write($0) }
      try file.commit()
    }
    if !loss.isEmpty { try StandardStream.error.write("\(loss)") }
  }

  /// An option that cannot be is the user's mistake in the call.
  private func usage<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as ExportError {
      throw ValidationError("\(error)")
    }
  }
}
