internal import ArgumentParser
internal import FileIO
internal import GraphStore

/// The command line: parses, calls the libraries, writes. One file a command.
@main
struct Weft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weft",
    abstract: "Turns a news archive into a knowledge graph that you can trace, query and draw.",
    discussion: """
      Begin with 'weft build FOLDER', find a name with 'weft search WORDS', and ask about it. Exit codes: \
      0 done, 1 failed, 2 done but some inputs could not be read, 3 a node was not found or several \
      fit, 64 the command was not understood.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, ReadCommand.self, NeighborsCommand.self, ShowCommand.self,
      SearchCommand.self, StatsCommand.self, EventsCommand.self, MergesCommand.self,
      ResolveCommand.self, AnnotateCommand.self, StoriesCommand.self, WhyCommand.self,
      TimelineCommand.self, ExportCommand.self,
      DrawCommand.self,
    ])

  /// As the parser's own `main`, with our exit codes for our failures.
  static func main() {
    do {
      var command = try directCommand() ?? parseWhole()
      try command.run()
    } catch let failure as CommandFailure {
      if !failure.message.isEmpty { complain(failure.message) }
      exit(withError: failure.code)
    } catch let error as FileError {
      complain("\(error)")
      exit(withError: ExitCode.failure)
    } catch let error as StoreError {
      complain("\(error)")
      exit(withError: ExitCode.failure)
    } catch {
      exit(withError: error)
    }
  }
}

extension Weft {
  /// Messages hold words of users and files, which a terminal must not obey.
  private static func complain(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { TerminalText.printable(String($0)) }.joined(separator: "\n")
    try? StandardStream.error.write("weft: \(text)\n")
  }

  private static func parseWhole() throws -> any ParsableCommand {
    try refuseUnknownCommand()
    return try parseAsRoot()
  }

  /// The parser would take a misspelled command for an argument too many.
  private static func refuseUnknownCommand() throws {
    let help = CommandLine.arguments.dropFirst().first == "help"
    guard let name = CommandLine.arguments.dropFirst(help ? 2 : 1).first, !name.hasPrefix("-")
    else { return }
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if known.contains(name) { return }
    var hint = "'weft --help' lists all"
    for distance in [2, 1] {
      for other in known
      where editDistance(Array(name.utf8), Array(other.utf8), limit: distance) != nil {
        hint = "did you mean '\(other)'?"
      }
    }
    throw CommandFailure(
      message: "there is no command '\(name)'; \(hint)", code: ExitCode.validationFailure)
  }

  /// The command that the first argument names, parsed without the tree of commands around it: the
  /// parser builds every command's options by reflection, which takes longer than most answers.
  ///
  /// Nil where it does not parse, so that the whole parser gives its help and its errors.
  private static func directCommand() -> (any ParsableCommand)? {
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name })
    else { return nil }
    // `--help` parses as another command, which does not know its place in the tree.
    let parsed = try? command.parseAsRoot(Array(arguments.dropFirst()))
    return parsed.flatMap { type(of: $0) == command ? $0 : nil }
  }
}

/// A command that ends without its result: what to tell the user, and the exit code.
struct CommandFailure: Error {
  var message: String
  var code: ExitCode

  static func failed(_ message: String) -> Self { Self(message: message, code: .failure) }
  /// Done, but some inputs could not be read; each has been named already.
  static let incomplete = Self(message: "", code: ExitCode(2))
  /// The node was not found or is ambiguous.
  static func noNode(_ message: String) -> Self { Self(message: message, code: ExitCode(3)) }
}
