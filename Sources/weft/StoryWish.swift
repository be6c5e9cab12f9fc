internal import EventGraph
internal import EventIngest
internal import FileIO
internal import Stories

/// The stories that a graph is to be built with.
struct StoryWish {
  /// γ; nil for the default.
  var resolution: Double?

  init(resolution: Double?) { self.resolution = resolution }

  /// Those of a graph that has stories, by what its file says of them; nil where it has none.
  init?(origin: String) {
    let words = origin.split(separator: " ")
    guard words.count > 1, words[0] == "resolution" else { return nil }
    resolution = Double(String(words[1]))
  }

  /// What the stories depend on besides the documents, as the file says it.
  func origin(_ earlier: [ListedStory]) -> String {
    var words = "resolution " + (resolution.map { "\($0)" } ?? "default")
    if !earlier.isEmpty {
      let lines = earlier.map { "\($0.id) \($0.events.joined(separator: " "))" }.sorted()
      let hash = contentHash(Array(lines.joined(separator: "\n").utf8).span)
      words += " since " + String(decoding: ByteWriter.hex(hash), as: UTF8.self)
    }
    return words
  }

  /// The graph with its stories, which keep the ids of earlier ones.
  func added(
    to graph: KnowledgeGraph, _ earlier: [ListedStory], _ threads: Int
  ) -> KnowledgeGraph {
    var set = StorySet(of: graph, resolution: resolution, earlier: earlier, threads: threads)
    if !earlier.isEmpty { _ = set.keepIDs(of: earlier) { graph.id($1.event) } }
    return set.recorded(in: graph)
  }
}
