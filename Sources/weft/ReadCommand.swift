internal import ArgumentParser
internal import EventGraph
internal import EventIngest
internal import FileIO

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read documents and write their reports, one JSON object a line.",
    discussion: """
      A filter: documents in, reports out, in the order of the inputs and in constant memory. \
      'weft build' reads the lines back and makes the same graph of them. Sources/EventIngest/\
      ReportJSONL/SCHEMA.md describes them. Standard input, '-', gives a document, an archive, lines \
      of reports, or, where its first line names something that exists, names of inputs, one a line. \
      Exit code 2: done, but some inputs could not be read, each of which is named.
      """)

  @OptionGroup var input: InputOptions

  @Flag(help: "End with exit code 1 if there is any diagnostic, warnings included.")
  var strict = false

  @Flag(help: "Write no reports: only read, and say what is wrong with the inputs.")
  var check = false

  /// What one thread has written and not yet handed on.
  private struct Lines: Sendable {
    /// From this size on a piece is handed on in parts, so that memory stays bounded.
    static let limit = 1 << 20

    var writer = ReportLineWriter()
    let output: OrderedOutput
    let isCheck: Bool

    mutating func add(_ item: borrowing DocumentStream.Item) {
      if isCheck { return }
      writer.append(item)
      if writer.out.count > Self.limit { _ = flush(item.piece, isLast: false) }
    }

    mutating func flush(_ piece: Int, isLast: Bool) -> Bool {
      defer { writer.out.removeAll() }
      return output.write(writer.out.bytes, piece: piece, isLast: isLast)
    }
  }

  func run() throws {
    separateLargeAllocations()
    let output = OrderedOutput()
    var lines = [Lines](
      repeating: Lines(output: output, isCheck: check), count: input.threadCount)
    let progress = StandardStream.output.isTerminal ? nil : ProgressLine(input.stream)
    let summary = input.stream.read(
      into: &lines, progress: progress?.progress ?? ReadingProgress(),
      finish: { lines, piece in
        progress?.show()
        return lines.flush(piece, isLast: true)
      }, { $0.add($1) })
    progress?.erase()
    if let error = output.error { throw error }
    try input.report(summary.diagnostics)
    if strict, !summary.diagnostics.isEmpty {
      throw CommandFailure.failed(
        "\(InputOptions.counted(summary.diagnostics)) in what was read, named above")
    }
    if summary.diagnostics.contains(where: { $0.severity == .error }) {
      throw CommandFailure.incomplete
    }
  }
}
