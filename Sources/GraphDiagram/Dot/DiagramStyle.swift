internal import EventGraph

/// Colours, glyphs and outlines by kind.
///
/// Hues are Okabe and Ito's, which colour-blind readers tell apart, darkened where they carry text
/// or a thin line and lightened where they fill a box. Each kind has its own outline and glyph as
/// well, so a grey print loses nothing.
struct DiagramStyle: Equatable, Sendable {
  /// Black on `fill`, and readable on white.
  var strong: String
  var fill: String
  /// A Graphviz node shape and style.
  var shape: String
  var style: String
  /// In DejaVu Sans, before names and in the legend.
  var glyph: String
  var label: String
  var plural: String { label.prefix(1).uppercased() + label.dropFirst() + "s" }

  static func of(_ kind: NodeKind) -> DiagramStyle {
    switch kind {
    case .event:
      DiagramStyle(
        strong: "#005A8F", fill: "#FFFFFF", shape: "box", style: "filled", glyph: "■",
        label: "event")
    case .actor:
      DiagramStyle(
        strong: "#00664B", fill: "#D9F0E7", shape: "box", style: "filled", glyph: "◆",
        label: "actor")
    case .place:
      DiagramStyle(
        strong: "#8A3C69", fill: "#F6E4EE", shape: "cds", style: "filled", glyph: "▶",
        label: "place")
    case .context:
      DiagramStyle(
        strong: "#8A5A00", fill: "#FCEBC5", shape: "box", style: "rounded,filled", glyph: "●",
        label: "context")
    case .source:
      DiagramStyle(
        strong: "#4A4F57", fill: "#F1F2F4", shape: "note", style: "filled", glyph: "▤",
        label: "source")
    case .publisher:
      DiagramStyle(
        strong: "#4A4F57", fill: "#FFFFFF", shape: "box", style: "filled,dashed", glyph: "▣",
        label: "publisher")
    case .article:
      DiagramStyle(
        strong: "#1F5F7A", fill: "#E4F2F9", shape: "folder", style: "filled", glyph: "▥",
        label: "article")
    case .story:
      DiagramStyle(
        strong: "#6B5B00", fill: "#FBF7CF", shape: "box3d", style: "filled", glyph: "◈",
        label: "story")
    case .episode:
      DiagramStyle(
        strong: "#6B5B00", fill: "#FFFFFF", shape: "component", style: "filled", glyph: "◇",
        label: "episode")
    case .statement:
      DiagramStyle(
        strong: "#5B4A8A", fill: "#ECE8F6", shape: "box", style: "rounded,filled", glyph: "❞",
        label: "statement")
    }
  }

  static let ink = "#1B1F24"
  static let muted = "#5B636E"
  static let axis = "#8A929C"
  static let centerFill = "#16324A"
  static let accent = "#B84300"
  static let thin = "#B4BCC6"
  /// DejaVu Sans comes with fontconfig's own package on Debian, so that boxes measure alike on every
  /// machine; Verdana has its widths, the others are narrower.
  static let font = "DejaVu Sans,Verdana,Helvetica,Arial,sans-serif"
  static let serif = "DejaVu Serif,Georgia,Times New Roman,serif"

  /// The line's dash pattern says the relation; its colour says the kind at the far end.
  static func dash(_ relations: [Relation]) -> String {
    if relations.contains(.relatedTo) || relations.contains(.involves) { return "solid" }
    if relations.contains(.hasContext) { return "solid" }
    if relations.contains(.partOf) { return "bold" }
    if relations.contains(.takesPlaceIn) { return "dashed" }
    return "dotted"
  }
}
