internal import ArgumentParser
internal import FileIO

/// The shape of what a command prints: a table for people, JSON for machines.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument { case table, json }

/// Shared by the commands that print one answer.
struct OutputOptions: ParsableArguments {
  @Option(help: "The shape of the answer: table for people, json for machines.")
  var format: OutputFormat = .table

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "No colours, as with NO_COLOR in the environment.")
  var noColor = false

  var isJSON: Bool { json || format == .json }

  var style: TerminalStyle { TerminalStyle(noColor: noColor) }
}
