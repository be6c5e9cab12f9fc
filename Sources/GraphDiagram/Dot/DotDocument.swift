internal import EventGraph

/// A plan as Graphviz's language.
///
/// For `dot` the page has columns: dates, events in their order, the center, and at its right what it
/// is tied to. Order within a column is forced by invisible edges, since `dot` else orders by
/// crossings alone. The other engines get the same items and lines without the columns.
struct DotDocument {
  let plan: DiagramPlan
  let engine: DiagramEngine
  let labels: DotLabels
  let names: [String]
  private var out = ""

  static func text(of plan: DiagramPlan, engine: DiagramEngine, dpi: Int?) -> String {
    var document = DotDocument(plan: plan, engine: engine)
    document.write(dpi: dpi)
    return document.out
  }

  private init(plan: DiagramPlan, engine: DiagramEngine) {
    self.plan = plan
    self.engine = engine
    labels = DotLabels(plan: plan)
    names = Self.names(of: plan)
  }

  /// The nodes' names in the file, also their `id` in an SVG.
  static func names(of plan: DiagramPlan) -> [String] {
    plan.items.enumerated().map { k, item in
      DotText.isPlainIdentifier(item.id) ? item.id : "node-\(k)"
    }
  }

  static func linkName(_ k: Int) -> String { "link-\(k)" }

  private mutating func write(dpi: Int?) {
    out += "digraph weft {\n"
    out += "  graph [layout=\(engine.rawValue), charset=\"UTF-8\", bgcolor=\"#FFFFFF\", pad=0.3, "
    out += "outputorder=edgesfirst, splines=true, start=1, "
    switch engine {
    case .dot: out += "rankdir=LR, nodesep=0.13, ranksep=0.42, "
    case .twopi: out += "overlap=prism, ranksep=2.6, root=\(DotText.quoted(names[0])), "
    case .circo: out += "overlap=false, mindist=0.6, "
    case .neato, .fdp, .sfdp: out += "overlap=prism, sep=\"+14\", K=1.6, "
    }
    if let dpi { out += "dpi=\(dpi), " }
    out += "fontname=\"\(DiagramStyle.font)\", labelloc=t, labeljust=l, label=\(labels.header)];\n"
    out += "  node [fontname=\"\(DiagramStyle.font)\", fontsize=10, margin=\"0.08,0.05\", "
    out += "penwidth=1, height=0.3];\n"
    out += "  edge [fontname=\"\(DiagramStyle.font)\", dir=none];\n"
    for k in plan.items.indices { writeItem(k) }
    if engine == .dot { writeColumns() }
    for k in plan.links.indices { writeLink(k) }
    out += "}\n"
  }

  private mutating func writeItem(_ k: Int) {
    let item = plan.items[k]
    let style = DiagramStyle.of(item.kind)
    out += "  \(DotText.quoted(names[k])) [id=\(DotText.quoted(names[k])), "
    if k == 0 {
      out += "class=\"center\", shape=plain, label=\(labels.center(item))"
    } else if item.kind == .event {
      out += "class=\"event\", shape=plain, label=\(labels.event(item))"
    } else {
      let label = item.kind == .source ? labels.source(item) : labels.chip(item)
      let width = DotText.number(DotLabels.chipWidth / 72)
      out += "class=\"\(item.kind.name)\", shape=\(style.shape), style=\"\(style.style)\", "
      out += "width=\(width), color=\"\(style.strong)\", fillcolor=\"\(style.fill)\", "
      out += "label=\(label)"
    }
    out += ", tooltip=\(DotText.quoted(plan.tooltip(of: item)))"
    if let url = item.url { out += ", URL=\(DotText.quoted(url)), target=\"_blank\"" }
    out += "];\n"
  }

  private mutating func writeLink(_ k: Int) {
    let link = plan.links[k]
    let (a, b) = (plan.items[link.from], plan.items[link.to])
    // In columns, lines run left to right: events, center, the rest.
    let isReversed = engine == .dot && link.from == 0 && b.kind == .event
    let (tail, head) = isReversed ? (link.to, link.from) : (link.from, link.to)
    let betweenEvents = a.kind == .event && b.kind == .event && link.from != 0
    out += "  \(DotText.quoted(names[tail])) -> \(DotText.quoted(names[head])) "
    out += "[id=\"\(Self.linkName(k))\", style=\(DiagramStyle.dash(link.relations)), "
    let far = DiagramStyle.of(b.kind)
    if link.touchesCenter {
      let width = b.kind == .event ? 1.2 + min(max(link.weight, 1), 6) * 0.2 : 1.2
      out += "color=\"\(far.strong)\", penwidth=\(DotText.number(width)), class=\"strong\", "
      if engine == .dot { out += "weight=4, minlen=2, " }
    } else {
      out += "color=\"#B9C0C9\", penwidth=0.6, class=\"thin\", "
      if engine == .dot { out += betweenEvents ? "weight=0, " : "weight=1, minlen=4, " }
    }
    if engine == .dot, !betweenEvents { out += "tailport=e, headport=w, " }
    out += "tooltip=\(DotText.quoted(plan.tooltip(of: link)))];\n"
  }

  /// Dates, one below the other, each beside its events; and the order of each column.
  private mutating func writeColumns() {
    let events = plan.items.indices.filter { $0 > 0 && plan.items[$0].kind == .event }
    let rest = plan.items.indices.filter { $0 > 0 && plan.items[$0].kind != .event }
    guard !events.isEmpty || plan.center.date != nil else {
      writeOrder(rest.map { DotText.quoted(names[$0]) })
      return
    }
    var column: [String] = []
    var axis: [String] = []
    var now = false
    func isBefore(_ a: PartialDate?, _ b: PartialDate?) -> Bool {
      a.map { x in b.map { x < $0 } ?? true } ?? false
    }
    var last: PartialDate??
    func tick(_ date: PartialDate?, isCenter: Bool) {
      let name = "\"axis-\(axis.count)\""
      let text = date.map { $0.inWords } ?? "no date"
      let color = isCenter ? DiagramStyle.accent : DiagramStyle.muted
      out += "  \(name) [shape=plain, class=\"axis\", tooltip=\" \", label=<<TABLE BORDER=\"0\" "
      out += "CELLBORDER=\"0\" CELLPADDING=\"3\"><TR><TD WIDTH=\"74\" ALIGN=\"RIGHT\">"
      out +=
        "<FONT POINT-SIZE=\"10\" COLOR=\"\(color)\"><B>\(text)</B></FONT></TD></TR></TABLE>>];\n"
      axis.append(name)
    }
    func writeNow() {
      guard plan.center.date != nil, plan.center.kind == .event, !now else { return }
      now = true
      if last != .some(plan.center.date) { tick(plan.center.date, isCenter: true) }
      last = .some(plan.center.date)
      out += "  \"now\" [shape=point, width=0.01, style=invis, tooltip=\" \"];\n"
      let line = "color=\"\(DiagramStyle.accent)\", penwidth=1.4, tooltip=\" \", weight=60"
      out += "  \(axis[axis.count - 1]) -> \"now\" [\(line), tailport=e];\n"
      out += "  \"now\" -> \(DotText.quoted(names[0])) [\(line), minlen=2, headport=w];\n"
      column.append("\"now\"")
    }
    for k in events {
      let date = plan.items[k].date
      if !now, !isBefore(date, plan.center.date) { writeNow() }
      if last != .some(date) { tick(date, isCenter: false) }
      last = .some(date)
      out += "  \(axis[axis.count - 1]) -> \(DotText.quoted(names[k])) "
      out += "[color=\"\(DiagramStyle.axis)\", penwidth=0.8, weight=40, tailport=e, headport=w, "
      out += "tooltip=\" \"];\n"
      column.append(DotText.quoted(names[k]))
    }
    writeNow()
    writeOrder(column)
    writeOrder(
      axis, "color=\"\(DiagramStyle.axis)\", penwidth=1, tooltip=\" \"")
    writeOrder(rest.map { DotText.quoted(names[$0]) })
  }

  private mutating func writeOrder(_ names: [String], _ style: String = "style=invis") {
    guard names.count > 1 else { return }
    out += "  { rank=same; " + names.joined(separator: "; ") + "; }\n"
    out += "  " + names.joined(separator: " -> ") + " [\(style)];\n"
  }
}
