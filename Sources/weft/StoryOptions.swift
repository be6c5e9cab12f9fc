internal import ArgumentParser
internal import EventGraph
internal import Stories

/// How stories are made of a graph; the same for every command that needs them.
struct StoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How alike the parts of a story must be, above 0 to 1; more makes smaller stories (default: \(StoryOptions.defaultResolution)).",
      valueName: "γ"))
  var resolution: Double?

  static let defaultResolution = StorySettings().resolution

  func validate() throws {
    if let resolution, !(resolution > 0 && resolution <= 1) {
      throw ValidationError("--resolution takes a number above 0, at most 1.")
    }
  }

  /// The stories that the graph has in it; computed anew where it has none, or others are asked for.
  ///
  /// - Parameter relating: Whether it is asked what events share.
  func stories(
    of graph: KnowledgeGraph, earlier: [ListedStory] = [], relating: Bool = true
  ) -> StorySet {
    if resolution == nil, earlier.isEmpty,
      let set = StorySet(recordedIn: graph, relating: relating)
    {
      return set
    }
    return StorySet(of: graph, resolution: resolution, earlier: earlier)
  }
}

extension KnowledgeGraph {
  func id(_ node: NodeIndex) -> String { strings[nodes[node.position].id] }
  func name(_ node: NodeIndex) -> String { strings[nodes[node.position].name] }
  func date(_ node: NodeIndex) -> PartialDate? { nodes[node.position].date }
  func pagePaths(_ node: NodeIndex) -> [String] { pages(of: node).map { strings[$0.path] } }
}

extension ByteWriter {
  /// As `append(openNode:)` of a record, for a graph that is loaded.
  mutating func append(openNode node: NodeIndex, in graph: KnowledgeGraph) {
    append("{")
    append(key: "id", first: true, string: graph.id(node))
    append(key: "kind", string: graph.nodes[node.position].kind.name)
    append(key: "name", string: graph.name(node))
    if let date = graph.date(node) { append(key: "date", string: "\(date)") }
  }
}
