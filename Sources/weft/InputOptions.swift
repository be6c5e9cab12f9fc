internal import ArgumentParser
internal import EventIngest
internal import FileIO

/// What is read and how, for the commands that read documents.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Documents, folders of them, archives (.tar, .tar.gz, .tar.xz, .zip), or '-'.",
      valueName: "input"))
  var inputs: [String]

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Read every document as this format instead of choosing by its content.",
      valueName: "format"))
  var documentFormat: DocumentFormat?

  @Option(
    help: ArgumentHelp(
      "Write every diagnostic to this file, one JSON object a line.", valueName: "file"))
  var diagnostics: String?

  @Option(help: "Threads to read with (default: one a core).")
  var threads: Int?

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 256.")
    }
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read once; name '-' once.")
    }
  }

  var threadCount: Int { threads ?? availableCores }

  var stream: DocumentStream { DocumentStream(inputs, as: documentFormat) }

  /// Writes the diagnostics' file, and shows the first of each kind.
  func report(_ all: [Diagnostic]) throws {
    if let diagnostics { try DiagnosticReport.write(all, to: diagnostics) }
    try DiagnosticReport.show(all, isComplete: diagnostics != nil)
  }

  /// "1 error, 2 warnings"
  static func counted(_ all: [Diagnostic]) -> String {
    let errors = all.count { $0.severity == .error }
    func words(_ count: Int, _ word: String) -> String {
      "\(count.grouped) \(word)\(count == 1 ? "" : "s")"
    }
    return "\(words(errors, "error")), \(words(all.count - errors, "warning"))"
  }
}
