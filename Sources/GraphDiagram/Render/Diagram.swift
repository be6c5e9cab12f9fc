/// The file formats of a diagram.
public enum DiagramFormat: String, CaseIterable, Sendable {
  case svg, png, pdf, dot
}

/// Who places the items; Graphviz draws in every case.
public enum DiagramEngine: String, CaseIterable, Sendable {
  /// Our own columns beside a time axis: what the diagrams are designed for.
  case timeline
  /// The same columns, placed by Graphviz's layers.
  case dot
  /// Springs, rings and circles, without a time axis; every event still has its date.
  case neato, fdp, sfdp, twopi, circo

  /// The layout in Graphviz. `nop2` keeps given places and curves.
  var graphvizName: String { self == .timeline ? "nop2" : rawValue }
}

/// Draws plans through libgraphviz, in this process.
public enum Diagram {
  /// Whether pictures can be drawn; else only `.dot` can be written.
  public static var canDraw: Bool {
    #if Diagrams
      true
    #else
      false
    #endif
  }

  /// The bytes of a file in the format asked for. Equal plans give equal bytes on machines with the
  /// same Graphviz and fonts; `.dot` does everywhere.
  ///
  /// - Parameter format: `.png` has 144 pixels an inch, fewer where the bitmap would exceed what
  ///   image readers take.
  /// - Throws: `DiagramError`. Graphviz's return code is not believed: its messages are, and the
  ///   output is checked.
  /// - Note: Calls wait for each other, since Graphviz is not thread-safe. Its libraries (Pango,
  ///   cairo, fontconfig) may write warnings to standard error that nobody can catch in-process
  ///   without taking the stream away from other threads; nothing of it reaches the bytes.
  /// - Complexity: Milliseconds for the default budget; `fdp` takes a second for 200 items.
  public static func render(
    _ plan: DiagramPlan, format: DiagramFormat, engine: DiagramEngine = .timeline
  ) throws(DiagramError) -> [UInt8] {
    if format == .dot { return Array(DotDocument.text(of: plan, engine: engine).utf8) }
    #if Diagrams
      return try draw(plan, format: format, engine: engine)
    #else
      throw DiagramError(.withoutGraphviz)
    #endif
  }
}
