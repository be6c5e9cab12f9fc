internal import ArgumentParser
internal import FileIO

/// The command line: parses, calls the libraries, writes. One file a command.
@main
struct Weft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weft",
    abstract: "Turns a news archive into a knowledge graph that you can trace, query and draw.",
    version: "0.1.0",
    subcommands: [BuildCommand.self, ExportCommand.self])

  /// As the parser's own `main`, with our exit codes for our failures.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      if !failure.message.isEmpty { try? StandardStream.error.write("weft: \(failure.message)\n") }
      exit(withError: failure.code)
    } catch let error as FileError {
      try? StandardStream.error.write("weft: \(error)\n")
      exit(withError: ExitCode.failure)
    } catch {
      exit(withError: error)
    }
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
