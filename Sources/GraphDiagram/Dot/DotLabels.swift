internal import EventGraph

/// The HTML-like labels of a diagram: their text, wrapped and escaped, and how high they will be.
struct DotLabels {
  let plan: DiagramPlan
  /// Lines of a headline; fewer the more events there are, so that the page stays a page.
  let eventLines: Int
  /// So many events that the space between and around them shrinks.
  let isDense: Bool
  private let centerMinimum: Double

  static let eventWidth = 252.0
  static let centerWidth = 198.0
  static let chipWidth = 160.0

  init(plan: DiagramPlan) {
    self.plan = plan
    let count = plan.items.count { $0.kind == .event }
    isDense = count > 14
    // Room for the lines that arrive.
    centerMinimum = Double(min(plan.links.count { $0.touchesCenter }, 30)) * 5
    eventLines = count <= 9 ? 3 : count <= 30 ? 2 : 1
  }

  /// What Pango gives a line of DejaVu Sans, rounded up.
  static func lineHeight(_ points: Double) -> Double { (points * 1.2).rounded(.up) }

  // MARK: Events

  private func eventText(_ item: DiagramPlan.Item) -> [String] {
    TextMeasure(points: 10).wrap(item.name, width: Self.eventWidth - 24, lines: eventLines)
  }

  func eventHeight(_ item: DiagramPlan.Item) -> Double {
    (isDense ? 12 : 16) + Self.lineHeight(9) + Double(eventText(item).count) * Self.lineHeight(10)
  }

  func event(_ item: DiagramPlan.Item) -> String {
    let style = DiagramStyle.of(.event)
    let distance = plan.distance(of: item)
    var head = font(9, style.strong, "<B>" + (item.date.map { "\($0)" } ?? "no date") + "</B>")
    if !distance.isEmpty { head += font(9, DiagramStyle.muted, "  ·  " + distance) }
    let text = font(10, DiagramStyle.ink, DotText.lines(eventText(item)))
    return card(
      bar: style.strong, fill: style.fill, border: "#A9B2BD", width: Self.eventWidth,
      height: eventHeight(item), head: head, text: text)
  }

  /// A box with a bar at its left, a line above and the text below.
  private func card(
    bar: String, fill: String, border: String, width: Double, height: Double, head: String,
    text: String
  ) -> String {
    // The height stands on a cell: a table's own is not passed on to its rows.
    """
    <<TABLE BORDER="1" COLOR="\(border)" BGCOLOR="\(fill)" \(Self.plain)><TR>\
    <TD WIDTH="5" HEIGHT="\(Int(height) - 2)" BGCOLOR="\(bar)"></TD><TD WIDTH="8"></TD>\
    <TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="\(Int(width) - 15)">\(head)<BR ALIGN="LEFT"/>\
    \(font(3, fill, "&#160;"))<BR ALIGN="LEFT"/>\(text)</TD></TR></TABLE>>
    """
  }

  // MARK: The center

  private func centerText(_ item: DiagramPlan.Item) -> (lines: [String], points: Double) {
    let points = item.kind == .event ? 11.0 : 14.0
    let measure = TextMeasure(points: points, isBold: true)
    return (
      measure.wrap(
        Self.shownName(item), width: Self.centerWidth - 26, lines: item.kind == .event ? 6 : 4),
      points
    )
  }

  func centerHeight(_ item: DiagramPlan.Item) -> Double {
    let text = centerText(item)
    return max(34 + Double(text.lines.count) * Self.lineHeight(text.points), centerMinimum)
  }

  func center(_ item: DiagramPlan.Item) -> String {
    let text = centerText(item)
    let style = DiagramStyle.of(item.kind)
    let kicker =
      item.kind == .event
      ? item.date.map { "\($0)" } ?? "no date" : style.glyph + " " + style.label
    let headline = font(text.points, "#FFFFFF", "<B>" + DotText.lines(text.lines) + "</B>")
    return card(
      bar: DiagramStyle.accent, fill: DiagramStyle.centerFill, border: DiagramStyle.centerFill,
      width: Self.centerWidth, height: centerHeight(item),
      head: font(10, "#FFC68A", "<B>\(kicker)</B>"), text: headline)
  }

  // MARK: The others

  private func chipText(_ item: DiagramPlan.Item) -> [String] {
    let style = DiagramStyle.of(item.kind)
    let text = TextMeasure(points: 10).wrap(
      style.glyph + " " + Self.shownName(item), width: Self.chipWidth - 24, lines: 2)
    return text
  }

  func chipHeight(_ item: DiagramPlan.Item) -> Double {
    if item.kind == .source { return 32 }
    return 10 + Double(chipText(item).count) * Self.lineHeight(10)
  }

  /// Actors, places, contexts and publishers: the kind's glyph and the name.
  func chip(_ item: DiagramPlan.Item) -> String {
    let style = DiagramStyle.of(item.kind)
    var lines = chipText(item)
    if let first = lines.first, first.hasPrefix(style.glyph) {
      lines[0] = String(first.dropFirst())
    }
    let rest = lines.map { DotText.html($0) }.joined(separator: "<BR/>")
    return lowered(font(10, style.strong, style.glyph) + font(10, DiagramStyle.ink, rest))
  }

  /// A source: its publisher, and where it stands.
  func source(_ item: DiagramPlan.Item) -> String {
    let style = DiagramStyle.of(.source)
    let (host, tail) = Self.parts(of: item.name)
    let place = tail.isEmpty ? host : host + " › " + tail
    let name = TextMeasure(points: 10, isBold: true).fit(
      item.publisher.isEmpty ? host : item.publisher, width: Self.chipWidth - 36)
    let detail = TextMeasure(points: 8).fit(place, width: Self.chipWidth - 22)
    return lowered(
      font(10, style.strong, style.glyph + " ")
        + font(10, DiagramStyle.ink, "<B>" + DotText.html(name) + "</B>") + "<BR/>"
        + font(8, DiagramStyle.muted, DotText.html(detail)))
  }

  // MARK: Above the drawing

  /// Date, title, caption and legend.
  func header(width: Double) -> String {
    let kind = DiagramStyle.of(plan.center.kind).label
    let kicker = (plan.center.date.map { $0.inWords + "  ·  " } ?? "") + kind
    let title = TextMeasure(points: 17, isBold: true).wrap(
      Self.shownName(plan.center), width: width - 10, lines: 3)
    let caption = plan.caption.flatMap {
      TextMeasure(points: 10).wrap($0, width: width - 10, lines: 2)
    }
    let rows = [
      font(11, DiagramStyle.accent, "<B>" + DotText.html(kicker) + "</B>"),
      "<FONT FACE=\"\(DiagramStyle.serif)\" POINT-SIZE=\"17\" COLOR=\"\(DiagramStyle.ink)\"><B>"
        + DotText.lines(title) + "</B></FONT>",
      font(10, DiagramStyle.muted, DotText.lines(caption)),
      legend,
    ]
    let cells = rows.map { "<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">\($0)</TD></TR>" }
    return "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">"
      + cells.joined() + "<TR><TD HEIGHT=\"8\"></TD></TR></TABLE>>"
  }

  private var legend: String {
    var entries: [(mark: String, color: String, text: String)] = []
    for kind in NodeKind.allCases where plan.items.dropFirst().contains(where: { $0.kind == kind })
    {
      let style = DiagramStyle.of(kind)
      entries.append((style.glyph, style.strong, style.label))
    }
    let strong = plan.links.filter { $0.touchesCenter }
    let dotted = Self.words(
      for: strong.filter { DiagramStyle.dash($0.relations) == "dotted" }.flatMap(\.relations))
    for (dash, mark, text) in [
      ("solid", "━━", "tie to the subject"), ("bold", "━━", "part of"),
      ("dashed", "╍╍", "takes place in"), ("dotted", "┅┅", dotted),
    ] where strong.contains(where: { DiagramStyle.dash($0.relations) == dash }) {
      entries.append((mark, DiagramStyle.ink, text))
    }
    if plan.thinLinks.shown > 0 {
      entries.append(("──", DiagramStyle.thin, "tie between the others"))
    }
    return entries.isEmpty
      ? " "
      : entries.map { font(10, $0.color, $0.mark) + font(10, DiagramStyle.ink, "&#160;" + $0.text) }
        .joined(separator: font(10, DiagramStyle.ink, "    "))
  }

  /// What relations that have one stroke say, in few words.
  private static func words(for relations: [Relation]) -> String {
    let words: [(relation: Relation, words: String)] = [
      (.reportedBy, "reported by"), (.publishedBy, "published by"), (.mentions, "mentions"),
      (.covers, "covers"), (.quotes, "quotes"), (.saidBy, "said by"), (.memberOf, "in the story"),
      (.similarTo, "similar"), (.precedes, "comes before"),
    ]
    let used = words.filter { relations.contains($0.relation) }.map(\.words)
    return used.isEmpty ? "other tie" : used.joined(separator: ", ")
  }

  // MARK: Pieces

  private static let plain = "CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\""

  /// Graphviz sets text a little above the middle of a shape; three points of air put it back.
  private func lowered(_ html: String) -> String {
    "<<TABLE BORDER=\"0\" \(Self.plain)><TR><TD HEIGHT=\"3\"></TD></TR>"
      + "<TR><TD>\(html)</TD></TR></TABLE>>"
  }

  private func font(_ points: Double, _ color: String, _ html: String) -> String {
    "<FONT POINT-SIZE=\"\(DotText.number(points))\" COLOR=\"\(color)\">\(html)</FONT>"
  }

  /// A source's address without its scheme; else the name.
  private static func shownName(_ item: DiagramPlan.Item) -> String {
    guard item.kind == .source else { return item.name }
    let (host, tail) = parts(of: item.name)
    return tail.isEmpty ? host : host + " › " + tail
  }

  /// Host without "www.", and the last part of the path.
  static func parts(of url: String) -> (host: String, tail: String) {
    var rest = Substring(url)
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    let pieces = rest.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    var host = pieces.first ?? rest
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    return (String(host), pieces.count > 1 ? String(pieces[pieces.count - 1]) : "")
  }
}
