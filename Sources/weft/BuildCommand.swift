internal import ArgumentParser
internal import EntityResolution
internal import EventGraph
internal import EventIngest
internal import FileIO
internal import GraphStore

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read documents and write the graph file.",
    discussion: """
      Reads event pages and day indexes (news/YYYY/MM/D/….md), days of the Current Events portal in \
      wikitext, and reports that 'weft read' wrote, from files, folders, archives and standard input \
      (see 'weft read --help'). The graph file appears whole or not at all; the same input gives the \
      same bytes. Exit code 2: done, but some inputs could not be read, each of which is named; \
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

  @Flag(help: "Fail, and write nothing, if there is any diagnostic, warnings included.")
  var strict = false

  enum SummaryFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

  func validate() throws {
    if output == "-" {
      throw ValidationError("A graph is a file to be asked; name one with -o FILE.")
    }
  }

  func run() throws {
    separateLargeAllocations()
    let path = output ?? environmentValue("WEFT_GRAPH") ?? "graph.weft"
    try refuseToReplaceForeignFile(path)
    let threads = input.threadCount
    let stream = input.stream
    var collectors = [ReportCollector](repeating: ReportCollector(), count: threads)
    let progress = ProgressLine(stream)
    let summary = stream.read(
      into: &collectors, progress: progress?.progress ?? ReadingProgress(),
      finish: { _, _ in
        progress?.show()
        return true
      }, { $0.add($1) })
    progress?.erase()
    let outcome = GraphAssembly.assemble(consume collectors, threads: threads)
    let all = (summary.diagnostics + outcome.diagnostics).sorted()
    try input.report(all)
    if outcome.graph.nodes.isEmpty {
      throw CommandFailure.failed(
        "no event was found in \(input.inputs.joined(separator: " ")); "
          + "nothing was written")
    }
    if strict, !all.isEmpty {
      throw CommandFailure.failed(
        "\(InputOptions.counted(all)) in what was read, named above; nothing was written")
    }
    try GraphStore.write(outcome.graph, to: path)
    let report = BuildSummary(
      path: path, documents: summary, repeatedDocuments: outcome.repeatedDocuments,
      graph: outcome.graph, diagnostics: all)
    switch format {
    case .text: try StandardStream.error.write(report.text)
    case .json: try StandardStream.output.write(report.json)
    }
    if all.contains(where: { $0.severity == .error }) { throw CommandFailure.incomplete }
  }

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
