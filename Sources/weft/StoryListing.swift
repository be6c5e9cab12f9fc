internal import EventGraph
internal import FileIO
internal import GraphStore
internal import Stories

/// Stories as JSON lines, and such lines read back.
enum StoryListing {
  private static let batch = 1 << 18
  private static let maximumBytes = 1 << 32

  static func write(_ stories: [Story], _ graph: KnowledgeGraph) throws {
    var writer = ByteWriter(capacity: batch + 4096)
    for story in stories {
      append(story, graph, &writer)
      if writer.count >= batch {
        try StandardStream.output.write(writer.bytes)
        writer.removeAll()
      }
    }
    try StandardStream.output.write(writer.bytes)
  }

  static func append(_ story: Story, _ graph: KnowledgeGraph, _ writer: inout ByteWriter) {
    writer.append("{")
    writer.append(key: "story", first: true, string: story.id)
    writer.append(key: "label", string: story.label)
    writer.append(dates: story.first, story.last)
    writer.append(key: "size", number: story.members.count)
    writer.append(key: "events")
    writer.append(strings: story.members.map { graph.id($0.event) })
    writer.append(key: "strengths")
    writer.append(list: story.members) { $1.append(rounded: Double($0.strength)) }
    writer.append(key: "episodes")
    writer.append(list: story.episodes) { episode, writer in
      writer.append("{")
      writer.append(key: "label", first: true, string: episode.label)
      writer.append(dates: episode.first, episode.last)
      writer.append(key: "size", number: episode.size)
      writer.append("}")
    }
    writer.append(key: "episodeOf")
    writer.append(list: story.members) { $1.append($0.episode) }
    for (key, nodes) in [
      ("actors", story.actors), ("places", story.places), ("contexts", story.contexts),
      ("keyEvents", story.keyEvents),
    ] as [(StaticString, [NodeIndex])] {
      writer.append(key: key)
      writer.append(strings: nodes.map { graph.id($0) })
    }
    writer.append(key: "pages")
    writer.append(strings: story.members.flatMap { graph.pagePaths($0.event) })
    writer.append("}\n")
  }

  /// Reads what `write` wrote: the id and the events of every line, whatever else stands there. A graph file
  /// is read for the stories in it.
  static func read(_ path: String) throws -> [ListedStory] {
    if let start = try? startOfFile(path, count: 16), start.starts(with: "SQLite format 3\0".utf8) {
      return try readGraph(path)
    }
    let stream = try ByteStream(path)
    var bytes: [UInt8] = []
    while try stream.append(to: &bytes) > 0 {
      guard bytes.count <= maximumBytes else {
        throw CommandFailure.failed("\(path) is larger than a listing can be (4 GB)")
      }
    }
    var stories: [ListedStory] = []
    for (number, line) in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() where !line.allSatisfy(\.isASCIISpace) {
      guard let fields = JSONLine(Array(line)), let id = fields.string("story"),
        let events = fields.strings("events")
      else {
        throw CommandFailure.failed(
          "\(path):\(number + 1): no line of a listing: \"story\" and \"events\" are expected; "
            + "write it with 'weft stories'")
      }
      stories.append(ListedStory(id: id, events: events))
    }
    return stories
  }
}

extension StoryListing {
  private static func readGraph(_ path: String) throws -> [ListedStory] {
    let graph = try GraphStore(opening: path).graph(hasEvidence: false)
    guard let set = StorySet(recordedIn: graph, relating: false) else {
      throw CommandFailure.failed(
        "\(path): the graph has no stories in it; build it with 'weft build --stories', or list them "
          + "with 'weft stories' before it is replaced")
    }
    return set.stories.map { story in
      ListedStory(id: story.id, events: story.members.map { graph.id($0.event) })
    }
  }
}

extension ByteWriter {
  /// `,"from":…,"to":…`, each only where known.
  mutating func append(dates first: PartialDate?, _ last: PartialDate?) {
    if let first { append(key: "from", string: "\(first)") }
    if let last { append(key: "to", string: "\(last)") }
  }

  mutating func append<Item>(list: [Item], _ body: (Item, inout ByteWriter) -> Void) {
    append("[")
    for (k, item) in list.enumerated() {
      if k > 0 { append(",") }
      body(item, &self)
    }
    append("]")
  }

  /// With four decimals: enough for a share, and the same on every machine.
  mutating func append(rounded value: Double) {
    append(confidence: (value * 10_000).rounded() / 10_000)
  }
}
