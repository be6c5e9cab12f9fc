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
      Of a LABEL, lists what it may mean, most likely first. With --names, reads JSON lines \
      {"label":…,"with":[label,…],"date":…} and writes each with "id", "name", "score" and "rule": what \
      the archive's own links make most likely. The score is how often such an answer is right, as \
      measured on the archive's latest fifth. An entity that the graph does not hold has "id":null. \
      Learns from the graph first, which takes some seconds for a large one. Exit code 2: some lines \
      could not be read, each of which is named.
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The label to explain.")
  var label: String?

  @Option(help: ArgumentHelp("A label that stands beside it; may be repeated.", valueName: "label"))
  var with: [String] = []

  @Option(help: "The date that it is written on (default: that of the archive's latest event).")
  var date: PartialDate?

  @Option(help: "Meanings at most.")
  var limit = 10

  @Option(
    help: ArgumentHelp("JSON lines instead of a label; - is standard input.", valueName: "file"))
  var names: String?

  /// Bytes that are gathered before they are written.
  private static let batch = 1 << 16
  private static let answers: Set<String> = ["id", "name", "score", "rule", "new"]

  func validate() throws {
    if (label == nil) == (names == nil) {
      throw ValidationError("Give a label, or --names FILE with one a line, and not both.")
    }
    if let label,
      !label.unicodeScalars.contains(where: {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
    {
      throw ValidationError("The label holds no letter and no digit.")
    }
    if limit < 1 { throw ValidationError("--limit takes a number from 1.") }
    if names != nil, !with.isEmpty || date != nil {
      throw ValidationError("With --names the lines give \"with\" and \"date\".")
    }
  }

  func run() throws {
    separateLargeAllocations()
    if let names { return try resolveLines(of: names) }
    guard let label else { return }
    let graph = try GraphStore(opening: graph.path).graph()
    let resolver = NameResolver(graph.nameExamples())
    let meanings = resolver.meanings(
      of: label, others: with, date: date.map { NameDate($0) }, limit: limit)
    let entities = KnownEntities(graph)
    if output.isJSON {
      try StandardStream.output.write(json(label, meanings, entities))
    } else {
      try StandardStream.output.write(Self.table(meanings, entities, output.style))
    }
  }

  private func json(
    _ label: String, _ meanings: [NameResolver.Answer], _ entities: KnownEntities
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.append("{")
    writer.append(key: "label", first: true, string: label)
    if !with.isEmpty {
      writer.append(key: "with")
      writer.append(strings: with)
    }
    if let date { writer.append(key: "date", string: "\(date)") }
    writer.append(key: "candidates")
    writer.append("[")
    for (k, meaning) in meanings.enumerated() {
      let node = entities.node(named: meaning.name)
      writer.append(k > 0 ? ",{" : "{")
      writer.append(node: node?.id)
      if let node { writer.append(key: "kind", string: node.kind.name) }
      if let kind = node?.entityKind { writer.append(key: "entityKind", string: kind.name) }
      writer.append(key: "name", string: meaning.name)
      writer.append(key: "score")
      writer.append(score: meaning.belief)
      writer.append(key: "rule", string: meaning.rule.rawValue)
      writer.append("}")
    }
    writer.append("]}\n")
    return writer.bytes
  }

  private static func table(
    _ meanings: [NameResolver.Answer], _ entities: KnownEntities, _ style: TerminalStyle
  ) -> String {
    var table = TextTable([.right, .left, .left, .left], flexible: 2, indent: 0)
    for meaning in meanings {
      let node = entities.node(named: meaning.name)
      table.add([
        .init("\(Int((meaning.belief * 100).rounded())) %", .key),
        .init(node.map { $0.entityKind?.name ?? $0.kind.name } ?? "not in the graph", .faint),
        .init(meaning.name), .init(meaning.rule.words, .faint),
      ])
    }
    var lines: [String] = []
    for (line, meaning) in zip(table.lines(style), meanings) {
      lines.append(line)
      if let node = entities.node(named: meaning.name) {
        lines.append(style.paint("       \(node.id)", .faint))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func resolveLines(of names: String) throws {
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
    writer.append(score: answer.belief)
    writer.append(key: "rule", string: answer.rule.rawValue)
    writer.append("}\n")
  }
}

extension NameResolver.NameRule {
  /// For people.
  var words: String {
    switch self {
    case .text: "the text says so"
    case .label: "so linked"
    case .folded: "so linked in another case"
    case .spelling: "spelling variant"
    case .namesake: "its name in brackets"
    case .pattern: "named after what stands beside it"
    case .commonPattern: "named as others are"
    case .itself: "its own name"
    }
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
