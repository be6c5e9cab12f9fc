internal import EventGraph

/// Turns Graphviz's SVG into one that stands alone: no comments or document type (they name the
/// Graphviz version and a remote DTD), every item and line with its whole text as `<title>`, and
/// checked to hold nothing but drawing.
enum SVGFile {
  static func finish(_ bytes: [UInt8], plan: DiagramPlan) throws(DiagramError) -> [UInt8] {
    let names = DotDocument.names(of: plan)
    var tooltips: [String: String] = [:]
    for (k, item) in plan.items.enumerated() { tooltips[names[k]] = plan.tooltip(of: item) }
    for (k, link) in plan.links.enumerated() {
      tooltips[DotDocument.linkName(k)] = plan.tooltip(of: link)
    }
    tooltips[DotDocument.diagramName] = (plan.center.date.map { "\($0): " } ?? "") + plan.title
    var parser = SVGScanner(bytes)
    var out = ByteWriter(capacity: bytes.count * 2)
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n")
    var group = ""
    var inTitle = false
    var needsBreak = false
    while let token = try parser.next() {
      switch token {
      case .skipped: continue
      case .open(let name, let attributes, let source, let isEmpty):
        try check(name: name, attributes: attributes)
        if name == "g" { group = replaced(attributes["id"] ?? "") }
        if name == "title" {
          inTitle = true
          guard let text = tooltips[group] else { continue }
          out.append("\n<title>")
          out.append(xml: text)
          out.append("</title>")
          needsBreak = true
          continue
        }
        if needsBreak { out.append(byte: 10) }
        out.append(raw: replaced(String(decoding: bytes[source], as: UTF8.self)))
        needsBreak = isEmpty
      case .close(let name):
        if name == "title" {
          inTitle = false
          continue
        }
        out.append("</")
        out.append(raw: name)
        out.append(">")
        needsBreak = true
      case .text(let source):
        if inTitle { continue }
        // Layout of the markup only; texts hold their own.
        if bytes[source].allSatisfy({ $0.isASCIISpace }) {
          needsBreak = true
          continue
        }
        try check(text: bytes.span.extracting(source))
        out.append(raw: replaced(String(decoding: bytes[source], as: UTF8.self)))
        needsBreak = false
      }
    }
    out.append(byte: 10)
    return out.bytes
  }

  /// Graphviz writes hyphens as references, so that its comments stay comments; ids and dates read
  /// better without. "transparent" is no SVG colour, and some readers paint it black.
  private static func replaced(_ markup: String) -> String {
    markup.replacing("&#45;", with: "-").replacing(
      "stroke=\"transparent\"", with: "stroke=\"none\"")
  }

  private static let elements: Set<String> = [
    "svg", "g", "title", "text", "polygon", "polyline", "path", "ellipse", "a",
  ]

  private static func check(
    name: String, attributes: [String: String]
  ) throws(DiagramError) {
    guard elements.contains(name) else {
      throw DiagramError(.damagedOutput("an element <\(PrintableText.clean(name, limit: 40))>"))
    }
    for (key, value) in attributes {
      if key.hasPrefix("on") { throw DiagramError(.damagedOutput("a script in an attribute")) }
      if key == "xlink:href", !value.hasPrefix("http://"), !value.hasPrefix("https://") {
        throw DiagramError(.damagedOutput("a link that is no web address"))
      }
    }
  }

  private static func check(text: Span<UInt8>) throws(DiagramError) {
    for k in text.indices where text[k] < 32 && text[k] != 9 && text[k] != 10 && text[k] != 13 {
      throw DiagramError(.damagedOutput("a control character"))
    }
  }

  /// Width and height in points, from the first lines.
  static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
    var parser = SVGScanner(bytes)
    do throws(DiagramError) {
      while let token = try parser.next() {
        guard case .open("svg", let attributes, _, _) = token else { continue }
        guard let width = points(attributes["width"]), let height = points(attributes["height"])
        else { return nil }
        return (width, height)
      }
    } catch {
      return nil
    }
    return nil
  }

  private static func points(_ text: String?) -> Int? {
    guard let text, text.hasSuffix("pt"), let value = Double(text.dropLast(2)), value < 1e7 else {
      return nil
    }
    return Int(value.rounded(.up))
  }
}
