internal import ArgumentParser
internal import EntityResolution
internal import EventGraph
internal import EventIngest
internal import FileIO
internal import GraphStore

struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Find the entities that a text speaks of.",
    discussion: """
      Reads a text, or JSON lines {"path":…,"text":…,"date":…}, and writes JSON lines \
      {"path":…,"mentions":[{"start","end","text","id","name","kind","entityKind","score"}],\
      "candidates":[…]}. \
      Offsets count code points. A mention is what the archive's editors would link; its score says \
      how sure that is. A name that the graph does not hold has "id":null and "new":true; those that are \
      too unsure for a mention are candidates. The date of a text, near which events are sought, is what \
      its line or --date gives, else a page path of the archive, else what the text says of itself: a \
      line of its own, or "Basel, 14 March 2014 - …" before its first sentence. Learns from the graph first, which takes some seconds for a large one. Exit code 2: \
      some lines could not be read, each of which is named.
      """)

  @OptionGroup var graph: GraphOptions

  @Argument(help: "The text or the JSON lines; - is standard input.")
  var file = "-"

  @Option(help: "The date of a text (YYYY-MM-DD), where its line gives none.")
  var date: String?

  @Option(help: "What is read: text, or jsonl (default: jsonl if the first character is {).")
  var input: InputFormat?

  @Flag(help: "List the events that each text speaks of as well, under \"events\".")
  var events = false

  @Option(
    help: ArgumentHelp(
      "Only time the search for these names, one a line, in the file.", valueName: "names",
      visibility: .hidden))
  var timeMatching: String?

  enum InputFormat: String, CaseIterable, ExpressibleByArgument { case text, jsonl }

  /// Bytes that are gathered before they are written.
  private static let batch = 1 << 16

  func validate() throws {
    if let date, PartialDate(date) == nil {
      throw ValidationError("--date takes a date such as 2015-12-23, not '\(date)'.")
    }
  }

  func run() throws {
    separateLargeAllocations()
    if let timeMatching { return try MatchingTime.write(names: timeMatching, text: file) }
    var lines = try LineInput(file)
    var first = try lines.next()
    let graph = try GraphStore(opening: graph.path).graph()
    let examples = graph.nameExamples()
    let entities = KnownEntities(graph)
    let annotator = TextAnnotator(
      finder: MentionFinder(examples), entities: entities,
      events: events ? CoveredEvents(graph, examples, entities) : nil)
    let isObject = first?.first { !$0.isASCIISpace } == UInt8(ascii: "{")
    if input == .text || (input == nil && !isObject) {
      let rest = try lines.rest()
      let bytes = first.map { rest.isEmpty ? $0 : $0 + [10] + rest } ?? []
      try writeText(bytes, annotator)
      return
    }
    var writer = ByteWriter()
    var number = 0
    var failures = 0
    while let bytes = first {
      number += 1
      first = try lines.next()
      if bytes.allSatisfy(\.isASCIISpace) { continue }
      guard let line = JSONLine(bytes), let text = line.string("text") else {
        failures += 1
        try StandardStream.error.write(
          "weft: \(file):\(number):1: no JSON object with a \"text\"; the line is left out\n")
        continue
      }
      let path = line.string("path")
      annotator.append(
        text, path: path, date: line.string("date").flatMap { PartialDate($0) } ?? date(of: path),
        to: &writer)
      if writer.count >= Self.batch {
        try StandardStream.output.write(writer.bytes)
        writer.removeAll()
      }
    }
    try StandardStream.output.write(writer.bytes)
    if failures > 0 { throw CommandFailure.incomplete }
  }

  private func writeText(_ bytes: [UInt8], _ annotator: TextAnnotator) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure.failed("\(file): is not UTF-8; convert it first")
    }
    var writer = ByteWriter()
    annotator.append(text, path: file == "-" ? nil : file, date: date(of: file), to: &writer)
    try StandardStream.output.write(writer.bytes)
  }

  /// What a page path of the archive says, else what `--date` says.
  private func date(of path: String?) -> PartialDate? {
    let bytes = Array((path ?? "").utf8)
    return ArchivePath.date(bytes.span, bytes.indices)?.date ?? date.flatMap { PartialDate($0) }
  }
}

/// Writes what a text speaks of.
struct TextAnnotator {
  let finder: MentionFinder
  let entities: KnownEntities
  /// Nil where events are not asked for.
  let events: CoveredEvents?

  func append(
    _ text: String, path: String?, date: PartialDate?, to writer: inout ByteWriter
  ) {
    let read = AnnotatedText(text, date: date)
    let findings = finder.find(in: read)
    writer.append("{")
    if let path {
      writer.append(key: "path", first: true, string: path)
      writer.append(",")
    }
    writer.append("\"mentions\":")
    var offsets = CodePoints(text)
    append(findings.mentions, &offsets, &writer)
    writer.append(",\"candidates\":")
    offsets = CodePoints(text)
    append(findings.candidates, &offsets, &writer)
    if let events {
      append(
        events.events(toldBy: read, entities: findings.mentions.map(\.name)), &writer)
    }
    writer.append("}\n")
  }

  private func append(
    _ mentions: [MentionFinder.Mention], _ offsets: inout CodePoints, _ writer: inout ByteWriter
  ) {
    writer.append("[")
    for (k, mention) in mentions.enumerated() {
      let node = entities.node(named: mention.name)
      writer.append(k > 0 ? ",{" : "{")
      writer.append(key: "start", first: true, number: offsets.count(to: mention.range.lowerBound))
      writer.append(key: "end", number: offsets.count(to: mention.range.upperBound))
      writer.append(key: "text", string: mention.text)
      writer.append(",")
      writer.append(node: node?.id)
      writer.append(key: "name", string: mention.name)
      if let node {
        writer.append(key: "kind", string: node.kind.name)
        if let kind = node.entityKind { writer.append(key: "entityKind", string: kind.name) }
      } else {
        writer.append(key: "kind")
        writer.append("null")
        writer.append(key: "new")
        writer.append("true")
      }
      writer.append(key: "score")
      writer.append(score: mention.score)
      writer.append(key: "rule", string: mention.rule.rawValue)
      writer.append("}")
    }
    writer.append("]")
  }

  private func append(_ events: [CoveredEvents.Covered], _ writer: inout ByteWriter) {
    writer.append(key: "events")
    writer.append("[")
    for (k, event) in events.enumerated() {
      writer.append(k > 0 ? ",{" : "{")
      writer.append(key: "id", first: true, string: event.id)
      if let date = event.date { writer.append(key: "date", string: "\(date)") }
      writer.append(key: "name", string: event.title)
      writer.append(key: "score")
      writer.append(score: event.score)
      writer.append(key: "entities")
      writer.append(strings: event.entities)
      writer.append(key: "words", number: event.wordCount)
      writer.append("}")
    }
    writer.append("]")
  }
}

/// Code points before places in a text, asked in ascending order.
private struct CodePoints {
  private let bytes: [UInt8]
  private var place = 0
  private var counted = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func count(to end: Int) -> Int {
    while place < end {
      if bytes[place] & 0xC0 != 0x80 { counted += 1 }
      place += 1
    }
    return counted
  }
}
