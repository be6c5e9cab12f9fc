internal import ArgumentParser
internal import EntityResolution
internal import EventGraph
internal import EventIngest
internal import FileIO
internal import GraphStore

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read pages of the archive and write the graph file.",
    discussion: """
      Reads event pages and day indexes (news/YYYY/MM/D/….md). The graph file appears whole or not \
      at all; the same input gives the same bytes. Exit code 2: done, but some inputs could not be \
      read, each of which is named; warnings leave it at 0.
      """)

  @Argument(help: "Pages, folders of pages, or trees of them.")
  var inputs: [String]

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
      "Write every diagnostic to this file, one JSON object a line.", valueName: "file"))
  var diagnostics: String?

  @Flag(help: "Fail, and write nothing, if anything could not be read.")
  var strict = false

  @Option(help: "Threads to read and resolve with (default: one a core).")
  var threads: Int?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Read every document as this format instead of choosing by its content.",
      valueName: "format"))
  var documentFormat: DocumentFormat?

  enum SummaryFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 256.")
    }
    if output == "-" {
      throw ValidationError("A graph is a file to be asked; name one with -o FILE.")
    }
  }

  func run() throws {
    separateLargeAllocations()
    let path = output ?? environmentValue("WEFT_GRAPH") ?? "graph.weft"
    try refuseToReplaceForeignFile(path)
    let threads = threads ?? availableCores
    let stream = DocumentStream(inputs, as: documentFormat)
    var collectors = [ReportCollector](repeating: ReportCollector(), count: threads)
    let summary = stream.read(into: &collectors) { $0.add($1) }
    let outcome = GraphAssembly.assemble(consume collectors, threads: threads)
    let all = (summary.diagnostics + outcome.diagnostics).sorted()
    if let diagnostics { try DiagnosticReport.write(all, to: diagnostics) }
    try DiagnosticReport.show(all, isComplete: diagnostics != nil)
    let errorCount = all.count { $0.severity == .error }
    if outcome.graph.nodes.isEmpty {
      throw CommandFailure.failed(
        "no event was found in \(inputs.joined(separator: " ")); "
          + "nothing was written")
    }
    if strict, errorCount > 0 {
      throw CommandFailure.failed(
        "\(errorCount) errors in what was read, named above; nothing was written")
    }
    try GraphStore.write(outcome.graph, to: path)
    let report = BuildSummary(
      path: path, documents: summary, repeatedDocuments: outcome.repeatedDocuments,
      graph: outcome.graph, diagnostics: all)
    switch format {
    case .text: try StandardStream.error.write(report.text)
    case .json: try StandardStream.output.write(report.json)
    }
    if errorCount > 0 { throw CommandFailure.incomplete }
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
