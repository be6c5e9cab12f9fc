internal import ArgumentParser
internal import EntityResolution
internal import EventGraph
internal import EventIngest
internal import FileIO
internal import GraphStore
internal import OverrideFile
internal import Stories

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read documents and write the graph file.",
    discussion: """
      Reads event pages and day indexes (news/YYYY/MM/D/….md), days of the Current Events portal in \
      wikitext, news articles, and reports that 'weft read' wrote, from files, folders, archives and standard input \
      (see 'weft read --help'). The graph file appears whole or not at all; the same input gives the \
      same bytes. Of an article, the names that the archive knows become mentions; a new name becomes a \
      node only as the speaker of a statement, and 'weft annotate' lists the others. Exit code 2: done, but some inputs could not be read, each of which is named; \
      warnings leave it at 0.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The graph file to write (default: $WEFT_GRAPH, else graph.weft in this folder).",
      valueName: "file"))
  var output: String?

  @Option(help: "The summary's shape: text on standard error, or json on standard output.")
  var format: SummaryFormat = .text

  @Option(
    help: ArgumentHelp(
      "A YAML file of what you decide against the rules: same, not-same, kind, name, drop.",
      discussion:
        """
        'weft merges' lists what the rules decided, in a form that can be pasted into it. For example:
        same: [[Burma, Myanmar]]
        not-same: [[Swiss bank, Swiss Bank]]
        kind: {Malaysia Airlines Flight 17: situation}
        name: {Burma: Myanmar}
        drop: [registration required]
        """,
      valueName: "file"))
  var overrides: String?

  @Flag(
    help: ArgumentHelp(
      "Leave the graph file as it is where it holds these very documents.",
      discussion:
        """
        Documents are compared by content. Where one is new, changed or gone, the overrides or --as \
        differ, or the file is damaged or of another version of weft, the graph is built anew: one \
        document can change how others are read. A file with stories gets stories again, as with \
        --stories; build without --update to leave them out. So it is with --strict and --diagnostics, which tell of \
        the whole build, and for lines that 'weft read' wrote. What was written into the file by hand is \
        not noticed.
        """))
  var update = false

  @Flag(help: "Fail, and write nothing, if there is any diagnostic, warnings included.")
  var strict = false

  @Flag(
    help: ArgumentHelp(
      "Put the stories into the graph as well, as nodes and relationships.",
      discussion:
        """
        Story and episode nodes, events that are memberOf them, that precede one another, and that are \
        similarTo one another, with the reasons as evidence: for show, neighbors, export and SQL. \
        'weft stories' then lists them without computing them.
        """))
  var stories = false

  @Option(
    help: ArgumentHelp(
      "With --stories: a listing of 'weft stories' or a graph with stories, whose ids are kept.",
      valueName: "listing"))
  var storiesSince: String?

  @OptionGroup var storyOptions: StoryOptions

  enum SummaryFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

  func validate() throws {
    if output == "-" {
      throw ValidationError("A graph is a file to be asked; name one with -o FILE.")
    }
    if !stories, storiesSince != nil || storyOptions.resolution != nil {
      throw ValidationError("--stories-since and --resolution are for --stories.")
    }
  }

  func run() throws {
    separateLargeAllocations()
    let path = output ?? environmentValue("WEFT_GRAPH") ?? "graph.weft"
    try refuseToReplaceForeignFile(path)
    let (overrides, overridesHash) = try readOverrides()
    let earlier = try storiesSince.map { try StoryListing.read($0) } ?? []
    let stories = stories ? StoryWish(resolution: storyOptions.resolution) : storiesToKeep(path)
    let threads = input.threadCount
    let stream = input.stream
    var collectors = (0..<threads).map { _ in ReportCollector.roomy() }
    let progress = ProgressLine(stream)
    let summary = stream.read(
      into: &collectors, progress: progress?.progress ?? ReadingProgress(),
      finish: { _, _ in
        progress?.show()
        return true
      }, { $0.add($1) })
    progress?.erase()
    let reports = CollectedReports(consume collectors, threads: threads)
    // Lines say themselves what document they are of, which proves nothing.
    let origin: GraphOrigin? =
      summary.reportLines > 0
      ? nil
      : GraphOrigin(
        version: Weft.configuration.version, overrides: overridesHash,
        format: input.documentFormat?.name ?? "", stories: stories?.origin(earlier) ?? "")
    if update, !strict, input.diagnostics == nil, let origin, isMade(of: reports, origin, path) {
      return try keep(path, summary)
    }
    let file = try GraphFile(path)
    // Stories need the whole graph.
    let collector = stories.map { _ in GraphCollector() }
    let findings = GraphAssembly.assemble(
      consume reports, overrides: overrides, threads: threads, into: collector ?? file)
    if let collector, let stories {
      stories.added(to: collector.graph(), earlier, threads).give(to: file)
    }
    let all = (summary.diagnostics + findings.diagnostics).sorted()
    try input.report(all)
    if file.isEmpty {
      throw CommandFailure.failed(
        "no event was found in \(input.inputs.joined(separator: " ")); "
          + "nothing was written")
    }
    if strict, !all.isEmpty {
      throw CommandFailure.failed(
        "\(InputOptions.counted(all)) in what was read, named above; nothing was written")
    }
    let counts = try file.finish(decisions: findings.decisions, origin: origin)
    let report = BuildSummary(
      path: path, documents: summary, findings: findings, counts: counts, diagnostics: all)
    switch format {
    case .text: try StandardStream.error.write(report.text)
    case .json: try StandardStream.output.write(report.json)
    }
    keepUntilExit(file)
    if all.contains(where: { $0.severity == .error }) { throw CommandFailure.incomplete }
  }

  /// Whether there is a graph of these very documents. One that is missing, damaged or of another weft
  /// is built anew without a word.
  private func isMade(of reports: CollectedReports, _ origin: GraphOrigin, _ path: String) -> Bool {
    guard let store = try? GraphStore(opening: path), (try? store.origin()) == origin,
      (try? store.isMade(of: reports.documents, reports.strings)) == true
    else { return false }
    return (try? store.isSound()) ?? false
  }

  /// With --update, what stories the file has already.
  private func storiesToKeep(_ path: String) -> StoryWish? {
    guard update, let origin = try? GraphStore(opening: path).origin() else { return nil }
    return StoryWish(origin: origin.stories)
  }

  private func keep(_ path: String, _ summary: DocumentStream.Summary) throws {
    try input.report(summary.diagnostics)
    switch format {
    case .text: try StandardStream.error.write(BuildSummary.unchangedText(path, summary))
    case .json: try StandardStream.output.write(BuildSummary.unchangedJSON(path, summary))
    }
    if summary.diagnostics.contains(where: { $0.severity == .error }) {
      throw CommandFailure.incomplete
    }
  }

  /// The overrides, and the SHA-256 of their file.
  private func readOverrides() throws -> (Overrides, hash: String) {
    guard let overrides else { return (Overrides(), "") }
    guard let bytes = try startOfFile(overrides, count: Self.largestOverrides + 1) else {
      throw CommandFailure.failed("\(overrides): no regular file; name a YAML file of overrides")
    }
    guard bytes.count <= Self.largestOverrides else {
      throw CommandFailure.failed(
        "\(overrides): larger than \(Self.largestOverrides) bytes; overrides are what one person writes"
      )
    }
    do {
      let hash = String(decoding: ByteWriter.hex(contentHash(bytes.span)), as: UTF8.self)
      return (try OverrideFile.read(bytes, name: overrides), hash)
    } catch {
      throw CommandFailure.failed("\(error)\nnothing was read and nothing was written")
    }
  }

  private static let largestOverrides = 1 << 22

  /// `weft build -o *.md` must not put a graph in the place of the first page.
  private func refuseToReplaceForeignFile(_ path: String) throws {
    guard (try? entryKind(of: path)) == .file else { return }
    guard let start = try startOfFile(path, count: 72) else {
      throw CommandFailure.failed("\(path): a graph is a regular file; give another name")
    }
    // SQLite's first words, and the graph's own mark in its header.
    let isGraph =
      start.starts(with: "SQLite format 3\0".utf8) && start.dropFirst(68).elementsEqual("Weft".utf8)
    if !start.isEmpty, !isGraph {
      throw CommandFailure.failed(
        "\(path): holds something else than a graph; give another name or remove it first")
    }
  }
}
