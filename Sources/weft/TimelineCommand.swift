internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphDiagram
internal import GraphStore
internal import Stories

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Lay out the events of a subject in time, with gaps and bursts.",
    discussion: """
      SUBJECT: a story's id, an actor, place, context, source or publisher, or an event (whose story is \
      meant). Several subjects: the events that have to do with all of them. --search takes events by \
      words instead. In the list ★ marks key events, ~ is the day of the event that is most alike, and \
      bursts are times with more events than the subject usually has; pictures shade them. Exit code 3: \
      the subject was not found or several fit.
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var options: StoryOptions

  @Argument(help: "What the timeline is of.")
  var subject: [String] = []

  @Option(help: "Events that hold these words, as 'weft search' finds them.")
  var search: String?

  @Option(help: "Only events from 2015, 2015-12 or 2015-12-23 on.")
  var since: PartialDate?

  @Option(help: "Only events up to 2015, 2015-12 or 2015-12-23.")
  var until: PartialDate?

  @Option(help: "Count events by day, week, month or year instead of listing them (text and csv).")
  var every: TimelinePeriod?

  @Option(help: "What the lanes of a picture are.")
  var lanes: TimelineLanes = .auto

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(help: "The format (default: by the file's ending, else text).")
  var format: TimelineFormat?

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "No colours, as with NO_COLOR in the environment.")
  var noColor = false

  enum TimelineFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, ics, timelinejs, markdown, html, svg, png
  }

  private static let endings: [String: TimelineFormat] = [
    "txt": .text, "json": .json, "csv": .csv, "ics": .ics, "md": .markdown, "html": .html,
    "htm": .html, "svg": .svg, "png": .png,
  ]

  private var formatOfEnding: TimelineFormat? {
    let ending = output.split(separator: "/").last?.split(separator: ".").dropFirst().last
    return Self.endings[ending?.lowercased() ?? ""]
  }

  func validate() throws {
    if subject.isEmpty == (search == nil) {
      throw ValidationError("Say what the timeline is of: a SUBJECT, or --search WORDS.")
    }
    if subject.contains(where: \.isEmpty) || search?.isEmpty == true {
      throw ValidationError("The subject is empty.")
    }
    if let since, let until, until.lastEpochDay < since.firstEpochDay {
      throw ValidationError("--until \(until) lies before --since \(since).")
    }
    if format == nil, !json, output != "-", !output.hasPrefix("/dev/"), formatOfEnding == nil {
      throw ValidationError(
        "'\(output)' does not end in .txt, .json, .csv, .ics, .md, .html, .svg or .png; say which format with --format."
      )
    }
  }

  func run() throws {
    let store = try GraphStore(opening: graph.path)
    let found = try records(in: store)
    let graph = try store.graph(hasEvidence: false)
    let set = options.stories(of: graph)
    var subject = try subject(found, set, graph)
    let filter = GraphFilter(since: since, until: until)
    subject.events.removeAll { !filter.passes(kind: .event, date: graph.date($0)) }
    let timeline = subject.timeline(set, graph, lanes: lanes)
    let bytes = try bytes(timeline)
    if output == "-" {
      try StandardStream.output.write(bytes)
    } else {
      let file = try OutputFile(output)
      try file.write(bytes)
      try file.commit()
    }
  }

  private enum Found {
    case story(String)
    case node(NodeRecord)
    case events(String, [NodeIndex])
  }

  /// Looks the subjects up before the graph is loaded, so that a wrong name is told at once.
  private func records(in store: GraphStore) throws -> [Found] {
    if let search {
      let results = try store.search(search, kinds: [.event], limit: Int(Int32.max))
      return [.events(search, results.holdAllWords ? results.nodes.map(\.index) : [])]
    }
    return try subject.map {
      $0.hasPrefix("story_") ? .story($0) : .node(try NodeArgument.find($0, in: store))
    }
  }

  private func subject(
    _ found: [Found], _ set: StorySet, _ graph: KnowledgeGraph
  ) throws -> TimelineSubject {
    let subjects = try found.map { item -> TimelineSubject in
      switch item {
      case .events(let words, let events): return TimelineSubject(title: words, events: events)
      case .story(let id):
        guard let place = set.story(id: id) else {
          throw CommandFailure.noNode(
            "no story has the id '\(TextTable.clean(id))'; 'weft stories' lists them")
        }
        return .story(set.stories[place])
      case .node(let node) where node.kind == .event:
        if let place = set.story(of: node.index) { return .story(set.stories[place]) }
        return TimelineSubject(title: node.name, events: [node.index])
      case .node(let node): return .common([node], in: graph)
      }
    }
    guard var first = subjects.first else { return TimelineSubject(title: "", events: []) }
    if subjects.count == 1 { return first }
    for other in subjects.dropFirst() {
      let events = Set(other.events)
      first.events.removeAll { !events.contains($0) }
    }
    first.title = subjects.map(\.title).joined(separator: " and ")
    first.story = nil
    return first
  }

  private func bytes(_ timeline: Timeline) throws -> [UInt8] {
    switch json ? .json : format ?? formatOfEnding ?? .text {
    case .text:
      return Array(
        TimelineText(timeline, TerminalStyle(noColor: noColor)).text(every: every).utf8)
    case .json: return timeline.json(every: every ?? .month)
    case .csv: return every.map { timeline.csv(every: $0) } ?? timeline.csv()
    case .ics: return timeline.ics()
    case .timelinejs: return timeline.timelineJS()
    case .markdown: return timeline.markdown()
    case .html: return timeline.page()
    case .svg: return timeline.svg()
    case .png: return try Bitmap.png(ofSVG: timeline.svg())
    }
  }
}
