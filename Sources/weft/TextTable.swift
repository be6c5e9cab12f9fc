/// Rows of cells in aligned columns, no wider than the terminal.
struct TextTable {
  struct Cell {
    var text: String
    var accent: TerminalStyle.Accent?
    init(_ text: String, _ accent: TerminalStyle.Accent? = nil) {
      self.text = TextTable.clean(text)
      self.accent = accent
    }
  }

  enum Alignment { case left, right }

  private let alignments: [Alignment]
  /// The column that gives way where the terminal is too narrow.
  private let flexible: Int
  private let indent: Int
  private var rows: [[Cell]] = []

  init(_ alignments: [Alignment], flexible: Int, indent: Int = 2) {
    self.alignments = alignments
    self.flexible = flexible
    self.indent = indent
  }

  mutating func add(_ cells: [Cell]) {
    precondition(cells.count == alignments.count)
    rows.append(cells)
  }

  var isEmpty: Bool { rows.isEmpty }

  func lines(_ style: TerminalStyle) -> [String] {
    var widths = alignments.indices.map { k in rows.map { TextWidth.of($0[k].text) }.max() ?? 0 }
    let gaps = 2 * (widths.count { $0 > 0 } - 1)
    let others = widths.reduce(0, +) - widths[flexible] + gaps + indent
    widths[flexible] = min(widths[flexible], max(16, style.width - others))
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      var pending = 0
      for (k, cell) in row.enumerated() where widths[k] > 0 {
        let text = TextWidth.cut(cell.text, to: widths[k])
        let padding = widths[k] - TextWidth.of(text)
        line += String(repeating: " ", count: pending + (alignments[k] == .right ? padding : 0))
        line += style.paint(TextTable.isolate(text), cell.accent)
        pending = 2 + (alignments[k] == .left ? padding : 0)
      }
      return line
    }
  }

  /// News text for one line of a terminal: runs of white space are one space, and control characters
  /// are left out, since the terminal would obey them.
  static func clean(_ text: String) -> String {
    if isPlain(text) { return text }
    var out = String.UnicodeScalarView()
    var pending = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        pending = !out.isEmpty
        continue
      }
      if TerminalText.isUnsafe(scalar) { continue }
      if pending { out.append(" ") }
      pending = false
      out.append(scalar)
    }
    return String(out)
  }

  /// Printable ASCII with single spaces within: most titles, and nothing to do.
  private static func isPlain(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard (32..<127).contains(byte), byte != 32 || last != 32 else { return false }
      last = byte
    }
    return last != 32
  }

  /// Text that runs from right to left between isolates (U+2068, U+2069), which keep it in its column.
  private static func isolate(_ text: String) -> String {
    TextWidth.hasRightToLeft(text) ? "\u{2068}\(text)\u{2069}" : text
  }
}
