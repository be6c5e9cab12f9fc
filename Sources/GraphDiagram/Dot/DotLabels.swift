internal import EventGraph

/// The HTML-like labels of a diagram: their text, wrapped and escaped.
struct DotLabels {
  let plan: DiagramPlan
  /// Lines of a headline; fewer the more events there are, so that the page stays a page.
  let eventLines: Int

  static let eventWidth = 262.0
  static let centerWidth = 206.0
  static let chipWidth = 168.0
  static let headerWidth = 820.0

  init(plan: DiagramPlan) {
    self.plan = plan
    let count = plan.items.count { $0.kind == .event }
    eventLines = count <= 9 ? 3 : 2
  }

  func event(_ item: DiagramPlan.Item) -> String {
    let style = DiagramStyle.of(.event)
    let text = TextMeasure(points: 10).wrap(
      item.name, width: Self.eventWidth - 16, lines: eventLines)
    let distance = plan.distance(of: item)
    let date = item.date.map { "\($0)" } ?? "no date"
    var head = font(9, style.strong, "<B>\(date)</B>")
    if !distance.isEmpty { head += font(9, DiagramStyle.muted, "  ·  " + distance) }
    return """
      <<TABLE BORDER="1" COLOR="#AEB6C0" BGCOLOR="#FFFFFF" CELLBORDER="0" CELLSPACING="0" \
      CELLPADDING="0"><TR><TD WIDTH="5" BGCOLOR="\(style.strong)"></TD>\
      <TD WIDTH="\(Int(Self.eventWidth))" ALIGN="LEFT" CELLPADDING="5" BALIGN="LEFT">\
      \(head)<BR ALIGN="LEFT"/>\(font(10, DiagramStyle.ink, DotText.lines(text)))</TD></TR></TABLE>>
      """
  }

  func center(_ item: DiagramPlan.Item) -> String {
    let width = Self.centerWidth
    let isEvent = item.kind == .event
    let measure = TextMeasure(points: isEvent ? 11 : 14, isBold: true)
    let text = measure.wrap(item.name, width: width - 26, lines: isEvent ? 6 : 4)
    let kicker =
      isEvent
      ? item.date.map { "\($0)" } ?? "no date"
      : DiagramStyle.of(item.kind).glyph + " "
        + DiagramStyle.of(item.kind).label
    let headline = "<B>" + DotText.lines(text) + "</B>"
    return """
      <<TABLE BORDER="0" BGCOLOR="\(DiagramStyle.centerFill)" CELLBORDER="0" CELLSPACING="0" \
      CELLPADDING="0"><TR><TD HEIGHT="5" BGCOLOR="\(DiagramStyle.accent)"></TD></TR>\
      <TR><TD WIDTH="\(Int(width))" ALIGN="LEFT" CELLPADDING="10" BALIGN="LEFT">\
      \(font(10, "#FFC68A", "<B>\(kicker)</B>"))<BR ALIGN="LEFT"/>\
      \(font(measure.points, "#FFFFFF", headline))</TD></TR></TABLE>>
      """
  }

  /// Actors, places, contexts and publishers: the kind's glyph and the name.
  func chip(_ item: DiagramPlan.Item) -> String {
    let style = DiagramStyle.of(item.kind)
    let inset = style.shape == "hexagon" || style.shape == "cds" ? 34.0 : 18
    let text = TextMeasure(points: 10).wrap(
      style.glyph + " " + item.name, width: Self.chipWidth - inset, lines: 2)
    var lines = text
    if let first = lines.first, first.hasPrefix(style.glyph) {
      lines[0] = String(first.dropFirst())
    }
    let glyph = font(10, style.strong, style.glyph)
    let rest = lines.map { DotText.html($0) }.joined(separator: "<BR/>")
    return "<\(glyph)\(font(10, DiagramStyle.ink, rest))>"
  }

  /// A source: its publisher, and the last part of its address.
  func source(_ item: DiagramPlan.Item) -> String {
    let style = DiagramStyle.of(.source)
    let (host, tail) = Self.parts(of: item.name)
    let head = item.publisher.isEmpty ? host : item.publisher
    let name = TextMeasure(points: 10, isBold: true).wrap(
      head, width: Self.chipWidth - 36, lines: 1)
    let detail = TextMeasure(points: 8).wrap(
      item.publisher.isEmpty ? tail : host + (tail.isEmpty ? "" : " … " + tail),
      width: Self.chipWidth - 18, lines: 1)
    let top =
      font(10, style.strong, style.glyph) + " "
      + font(10, DiagramStyle.ink, "<B>" + DotText.html(name.first ?? "") + "</B>")
    guard let detail = detail.first else { return "<\(top)>" }
    return "<\(top)<BR/>\(font(8, DiagramStyle.muted, DotText.html(detail)))>"
  }

  /// Title, caption and legend, on top of the drawing.
  var header: String {
    let title = TextMeasure(points: 17, isBold: true).wrap(
      plan.title, width: Self.headerWidth, lines: 3)
    let kind = DiagramStyle.of(plan.center.kind).label
    let kicker = (plan.center.date.map { $0.inWords + "  ·  " } ?? "") + kind
    let caption = TextMeasure(points: 10).wrap(
      plan.caption.joined(separator: " "), width: Self.headerWidth, lines: 3)
    let headline = "<B>" + DotText.lines(title) + "</B>"
    return """
      <<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">\
      <TR><TD ALIGN="LEFT" BALIGN="LEFT">\
      \(font(11, DiagramStyle.accent, "<B>" + DotText.html(kicker) + "</B>"))</TD></TR>\
      <TR><TD ALIGN="LEFT" BALIGN="LEFT">\
      <FONT FACE="\(DiagramStyle.serif)" POINT-SIZE="17" COLOR="\(DiagramStyle.ink)">\
      \(headline)</FONT></TD></TR>\
      <TR><TD ALIGN="LEFT" BALIGN="LEFT">\
      \(font(10, DiagramStyle.muted, DotText.lines(caption)))</TD></TR>\
      <TR><TD ALIGN="LEFT" BALIGN="LEFT">\(legend)</TD></TR>\
      <TR><TD HEIGHT="10"></TD></TR></TABLE>>
      """
  }

  private var legend: String {
    var entries: [String] = []
    for kind in NodeKind.allCases where plan.items.dropFirst().contains(where: { $0.kind == kind })
    {
      let style = DiagramStyle.of(kind)
      entries.append(
        font(10, style.strong, style.glyph) + font(10, DiagramStyle.ink, " " + style.label))
    }
    if plan.items.count > 1 {
      entries.append(
        font(10, DiagramStyle.of(.event).strong, "━━")
          + font(10, DiagramStyle.ink, " tie to the subject"))
    }
    if plan.thinLinks.shown > 0 {
      entries.append(
        font(10, "#A9B1BB", "──") + font(10, DiagramStyle.ink, " tie between the others"))
    }
    return entries.isEmpty ? " " : entries.joined(separator: font(10, DiagramStyle.ink, "     "))
  }

  private func font(_ points: Double, _ color: String, _ html: String) -> String {
    let size = points == points.rounded() ? "\(Int(points))" : DotText.number(points)
    return "<FONT POINT-SIZE=\"\(size)\" COLOR=\"\(color)\">\(html)</FONT>"
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
