internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphStore
internal import Stories

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract:
      "Say why two events are related, or in one story: what they share, and where it stands.",
    discussion: """
      Each reason has its share of the score and the places in the documents that say it. Where the two \
      share nothing, but are in one story, the strongest chain of events between them is shown. Exit \
      code 3: an event was not found or several fit.
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var options: StoryOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "An event. \(NodeArgument.words)")
  var first: String

  @Argument(help: "Another event.")
  var second: String

  func run() throws {
    let store = try GraphStore(opening: graph.path)
    let (a, b) = (try event(first, store), try event(second, store))
    let graph = try store.graph()
    let set = options.stories(of: graph)
    guard let answer = WhyAnswer(a, b, set, graph) else {
      throw CommandFailure.failed("'\(graph.id(a))' or '\(graph.id(b))' is no event of this graph")
    }
    if output.isJSON {
      try StandardStream.output.write(answer.json())
    } else {
      try StandardStream.output.write(answer.text(output.style))
    }
  }

  private func event(_ text: String, _ store: GraphStore) throws -> NodeIndex {
    let node = try NodeArgument.find(text, in: store)
    guard node.kind == .event else {
      throw CommandFailure.noNode(
        "'\(node.id)' is no event, it is of kind \(node.kind.name); 'weft neighbors' shows its events"
      )
    }
    return node.index
  }
}
