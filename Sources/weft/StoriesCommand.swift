internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphStore
internal import Stories

struct StoriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract: "List the stories that events belong to, one JSON object a line, or one story.",
    discussion: """
      With NODE: the story of an event, the story of that id, or all stories that an actor, place or \
      context has to do with. Events that belong to no story are listed by --alone. Stories keep the ids \
      of an earlier listing where that is given by --since. A graph that was built with --stories has \
      them in it; they are computed anew where --resolution or --since is given. Exit code 3: the node \
      was not found or several fit.
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var options: StoryOptions

  @Argument(help: "A story's id, or a node. \(NodeArgument.words)")
  var node: String?

  @Option(help: "The shape: jsonl for machines, table for people.")
  var format: EventsCommand.EventsFormat = .jsonl

  @Flag(help: "The same as --format jsonl.")
  var json = false

  @Flag(help: "List the events that belong to no story instead.")
  var alone = false

  @Option(
    help: ArgumentHelp(
      "An earlier listing (JSONL of this command) or graph with stories, whose ids are kept.",
      valueName: "listing"))
  var since: String?

  @Flag(help: "With --since: what became of each story (born, grew, merged, split, ended) instead.")
  var lineage = false

  @Flag(help: "No colours, as with NO_COLOR in the environment.")
  var noColor = false

  func validate() throws {
    if lineage, since == nil { throw ValidationError("--lineage needs --since LISTING.") }
    if lineage, alone { throw ValidationError("--lineage and --alone are two listings.") }
  }

  private var isTable: Bool { format == .table && !json }

  func run() throws {
    let earlier = try since.map { try StoryListing.read($0) }
    let store = try GraphStore(opening: graph.path)
    let record = try node.flatMap {
      $0.hasPrefix("story_") ? nil : try NodeArgument.find($0, in: store)
    }
    let graph = try store.graph(hasEvidence: false)
    var set = options.stories(of: graph, earlier: earlier ?? [], relating: false)
    var changes: [StoryLineage] = []
    if let earlier { changes = set.keepIDs(of: earlier) { graph.id($1.event) } }
    let style = TerminalStyle(noColor: noColor)
    if lineage { return try write(changes, style) }
    if alone { return try write(alone: set.alone, graph, style) }
    let chosen = try choose(set, graph, record?.index)
    if isTable {
      try StandardStream.output.write(
        StoryTable.text(chosen, set, graph, style, isOne: node != nil && chosen.count == 1))
    } else {
      try StoryListing.write(chosen.map { set.stories[$0] }, graph)
    }
  }

  /// The places of the stories that the argument names.
  private func choose(_ set: StorySet, _ graph: KnowledgeGraph, _ index: NodeIndex?) throws -> [Int]
  {
    guard let node else { return Array(set.stories.indices) }
    guard let index else {
      guard let story = set.story(id: node) else {
        throw CommandFailure.noNode(
          "no story has the id '\(TextTable.clean(node))'; 'weft stories' lists them")
      }
      return [story]
    }
    if graph.nodes[index.position].kind == .event {
      guard let story = set.story(of: index) else {
        throw CommandFailure.noNode(
          "the event '\(graph.id(index))' belongs to no story; see its neighbours with 'weft neighbors'"
        )
      }
      return [story]
    }
    let events = TimelineSubject.events(of: index, in: graph)
    return Set(events.compactMap { set.story(of: $0) }).sorted()
  }

  private func write(_ changes: [StoryLineage], _ style: TerminalStyle) throws {
    var writer = ByteWriter()
    var table = TextTable([.left, .right, .left, .left], flexible: 2)
    for entry in changes {
      if isTable {
        let size = "\(entry.sizeBefore) → \(entry.size)"
        table.add([
          .init(entry.change.rawValue, .key), .init(size), .init(entry.id),
          .init(entry.from.filter { $0 != entry.id }.joined(separator: " "), .faint),
        ])
      } else {
        writer.append("{")
        writer.append(key: "story", first: true, string: entry.id)
        writer.append(key: "change", string: entry.change.rawValue)
        writer.append(key: "from")
        writer.append(strings: entry.from)
        writer.append(key: "sizeBefore", number: entry.sizeBefore)
        writer.append(key: "size", number: entry.size)
        writer.append("}\n")
      }
    }
    for line in table.lines(style) { writer.append(raw: line + "\n") }
    try StandardStream.output.write(writer.bytes)
  }

  private func write(alone: [NodeIndex], _ graph: KnowledgeGraph, _ style: TerminalStyle) throws {
    var writer = ByteWriter()
    var table = TextTable([.left, .left], flexible: 1)
    for event in alone {
      let date = graph.date(event).map { "\($0)" }
      if isTable {
        table.add([.init(date ?? "", .key), .init(graph.name(event))])
        continue
      }
      writer.append("{")
      writer.append(key: "event", first: true, string: graph.id(event))
      if let date { writer.append(key: "date", string: date) }
      writer.append(key: "title", string: graph.name(event))
      writer.append(key: "pages")
      writer.append(strings: graph.pagePaths(event))
      writer.append("}\n")
    }
    for line in table.lines(style) { writer.append(raw: line + "\n") }
    try StandardStream.output.write(writer.bytes)
  }
}
