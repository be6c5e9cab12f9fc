internal import ArgumentParser
internal import EntityResolution
internal import EventGraph
internal import FileIO
internal import GraphStore

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Say which entity a label means beside other labels.",
    discussion: """
      Reads JSON lines {"label":…,"with":[label,…],"date":…} and writes each with "id", "name", \
      "score" and "rule": what the archive's own links make most likely. An entity that the graph \
      does not hold has "id":null. Learns from the graph first, which takes some seconds for a \
      large one. Exit code 2: some lines could not be read, each of which is named.
      """)

  @OptionGroup var graph: GraphOptions

  @Option(help: ArgumentHelp("The JSON lines; - is standard input.", valueName: "file"))
  var names: String

  /// Bytes that are gathered before they are written.
  private static let batch = 1 << 16
  private static let answers: Set<String> = ["id", "name", "score", "rule", "new"]

  func run() throws {
    separateLargeAllocations()
    var input = try LineInput(names)
    let graph = try GraphStore(opening: graph.path).graph()
    let resolver = NameResolver(graph.nameExamples())
    let entities = KnownEntities(graph)
    var writer = ByteWriter()
    var number = 0
    var failures = 0
    while let bytes = try input.next() {
      number += 1
      if bytes.allSatisfy(\.isASCIISpace) { continue }
      guard let line = JSONLine(bytes), let label = line.string("label") else {
        failures += 1
        try StandardStream.error.write(
          "weft: \(names):\(number):1: no JSON object with a text \"label\"; the line is left out\n"
        )
        continue
      }
      let date = line.string("date").flatMap { PartialDate($0) }
      let answer = resolver.resolve(
        label, others: line.strings("with") ?? [], date: date.map { NameDate($0) })
      write(line, answer, entities, &writer)
      if writer.count >= Self.batch {
        try StandardStream.output.write(writer.bytes)
        writer.removeAll()
      }
    }
    try StandardStream.output.write(writer.bytes)
    if failures > 0 { throw CommandFailure.incomplete }
  }

  /// The line's own fields as they are written, then the answer.
  private func write(
    _ line: JSONLine, _ answer: NameResolver.Answer, _ entities: KnownEntities,
    _ writer: inout ByteWriter
  ) {
    writer.append("{")
    for field in line.fields where !Self.answers.contains(field.key) {
      writer.append(jsonString: field.key)
      writer.append(":")
      writer.append(raw: line.bytes.span.extracting(field.value))
      writer.append(",")
    }
    let node = entities.node(named: answer.name)
    writer.append(node: node?.id)
    writer.append(key: "name", string: answer.name)
    writer.append(key: "score")
    writer.append(score: answer.score)
    writer.append(key: "rule", string: answer.rule.rawValue)
    writer.append("}\n")
  }
}

extension ByteWriter {
  /// `"id":…`, null for what the graph does not hold.
  mutating func append(node id: String?) {
    append("\"id\":")
    if let id { append(jsonString: id) } else { append("null") }
  }

  /// A share from 0 to 1 with four decimals.
  mutating func append(score: Float) {
    append(Double((min(1, max(0, score)) * 10_000).rounded()) / 10_000)
  }
}
