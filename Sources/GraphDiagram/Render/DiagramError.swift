/// A diagram that could not be drawn: what went wrong, in words for the user.
public struct DiagramError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Reason: Equatable, Sendable {
    /// Built without the `Diagrams` trait: only `.dot` can be written.
    case withoutGraphviz
    /// No libgvc was found on this machine.
    case notInstalled
    /// No librsvg was found, which makes bitmaps of SVG.
    case withoutSVGLibrary
    /// Graphviz refused or failed; its own words.
    case graphviz(String)
    /// Graphviz said it succeeded and gave nothing, or gave what is not the format asked for.
    case damagedOutput(String)
    /// No resolution makes the picture fit into the largest bitmap.
    case tooLarge
  }

  public var reason: Reason

  public init(_ reason: Reason) { self.reason = reason }

  public var description: String {
    switch reason {
    case .withoutGraphviz:
      "this build draws no pictures: it was built without Graphviz; write .dot and run Graphviz on "
        + "it, or build with the Diagrams trait"
    case .notInstalled:
      "Graphviz is not installed, so no picture can be drawn: run 'apt-get install libgvc6', or write "
        + ".dot"
    case .withoutSVGLibrary:
      "librsvg is not installed, so no bitmap can be drawn: run 'apt-get install librsvg2-2', or write "
        + ".svg"
    case .graphviz(let text): "Graphviz could not draw this: \(text)"
    case .damagedOutput(let text):
      "Graphviz gave a damaged picture (\(text)); try another format or engine"
    case .tooLarge:
      "the picture is too large for a bitmap; lower the budget, or write .svg or .pdf"
    }
  }
}
