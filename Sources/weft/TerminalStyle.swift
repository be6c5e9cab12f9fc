internal import FileIO

/// Colours and width of standard output. Plain where it is no terminal, or where the user says so by
/// `--no-color`, `NO_COLOR` or `TERM=dumb`.
struct TerminalStyle {
  var hasColor: Bool
  /// Columns; 100 where standard output is no terminal.
  var width: Int

  init(noColor: Bool) {
    width = min(max(StandardStream.output.width ?? 100, 40), 240)
    hasColor =
      !noColor && StandardStream.output.isTerminal && environmentValue("NO_COLOR") == nil
      && environmentValue("TERM") != "dumb"
  }

  enum Accent: String {
    case heading = "1"
    case faint = "2"
    case key = "36"
  }

  func paint(_ text: String, _ accent: Accent?) -> String {
    guard hasColor, let accent, !text.isEmpty else { return text }
    return "\u{1B}[\(accent.rawValue)m\(text)\u{1B}[0m"
  }
}
