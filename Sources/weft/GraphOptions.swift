internal import ArgumentParser
internal import FileIO

/// Which graph file a command asks.
struct GraphOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The graph file (default: $WEFT_GRAPH, else graph.weft in this folder).",
      valueName: "file"))
  var graph: String?

  var path: String { graph ?? environmentValue("WEFT_GRAPH") ?? "graph.weft" }
}
