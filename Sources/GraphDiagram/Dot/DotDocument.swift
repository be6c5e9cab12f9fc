internal import EventGraph

/// A plan as Graphviz's language.
///
/// `timeline` gives every item and line its coordinates; `dot` gets columns (dates, events in their
/// order, the center, and at its right what it is tied to) as constraints. The other engines get the
/// same items and lines and place them as they like.
struct DotDocument {
  let plan: DiagramPlan
  let engine: DiagramEngine
  let labels: DotLabels
  let names: [String]
  private var out = ""

  /// - Parameters:
  ///   - dpi: For bitmaps; nil leaves Graphviz's own.
  ///   - hasTooltips: In a file of its own; an SVG gets its titles afterwards (`SVGFile`).
  static func text(
    of plan: DiagramPlan, engine: DiagramEngine, dpi: Int? = nil, hasTooltips: Bool = true
  ) -> String {
    var document = DotDocument(plan: plan, engine: engine)
    document.writeAll(dpi: dpi, hasTooltips: hasTooltips)
    return document.out
  }

  private init(plan: DiagramPlan, engine: DiagramEngine) {
    self.plan = plan
    self.engine = engine
    labels = DotLabels(plan: plan)
    names = Self.names(of: plan)
  }

  /// The nodes' names in the file, also their `id` in an SVG. Names that are not an item's id hold a
  /// "~", which no id does.
  static func names(of plan: DiagramPlan) -> [String] {
    plan.items.enumerated().map { k, item in
      DotText.isPlainIdentifier(item.id) ? item.id : "~node-\(k)"
    }
  }

  static let diagramName = "~diagram"
  static func linkName(_ k: Int) -> String { "~link-\(k)" }

  mutating func write(_ text: String) { out += text }

  private mutating func writeAll(dpi: Int?, hasTooltips: Bool) {
    let layout = engine == .timeline ? TimelineLayout(plan: plan, labels: labels) : nil
    write("digraph weft {\n")
    write("  graph [id=\"\(Self.diagramName)\", layout=\(engine.graphvizName), charset=\"UTF-8\", ")
    write("bgcolor=\"#FFFFFF\", pad=0.2, outputorder=edgesfirst, splines=true, start=1, ")
    switch engine {
    case .timeline: break
    case .dot: write("rankdir=LR, nodesep=0.13, ranksep=0.42, ")
    case .twopi: write("overlap=prism, ranksep=2.6, root=\(DotText.quoted(names[0])), ")
    case .circo: write("overlap=false, mindist=0.6, ")
    case .neato, .fdp, .sfdp: write("overlap=prism, sep=\"+14\", K=1.6, ")
    }
    if let dpi { write("dpi=\(dpi), ") }
    let header = labels.header(width: max(layout?.width ?? 860, 560))
    write("fontname=\"\(DiagramStyle.font)\", labelloc=t, labeljust=l, label=\(header)];\n")
    write("  node [fontname=\"\(DiagramStyle.font)\", fontsize=10, margin=\"0.08,0.05\", ")
    write("penwidth=1, height=0.3];\n")
    write("  edge [fontname=\"\(DiagramStyle.font)\", dir=none];\n")
    for k in plan.items.indices { writeItem(k, layout: layout, hasTooltip: hasTooltips) }
    if let layout { writeTimelineFrame(layout) }
    if engine == .dot { writeColumns() }
    let curves = layout.map { timelineCurves($0) }
    for k in plan.links.indices {
      writeLink(k, curve: curves.map { $0[k] }, hasTooltip: hasTooltips)
    }
    write("}\n")
  }

  private mutating func writeItem(_ k: Int, layout: TimelineLayout?, hasTooltip: Bool) {
    let item = plan.items[k]
    let style = DiagramStyle.of(item.kind)
    write("  \(DotText.quoted(names[k])) [id=\(DotText.quoted(names[k])), ")
    if k == 0 {
      write("class=\"center\", shape=plain, label=\(labels.center(item))")
    } else if item.kind == .event {
      write("class=\"event\", shape=plain, label=\(labels.event(item))")
    } else {
      let label = item.kind == .source ? labels.source(item) : labels.chip(item)
      let width = DotText.number(DotLabels.chipWidth / 72)
      let height = DotText.number(labels.chipHeight(item) / 72)
      write("class=\"\(item.kind.name)\", shape=\(style.shape), style=\"\(style.style)\", ")
      write("width=\(width), height=\(height), ")
      write("color=\"\(style.strong)\", fillcolor=\"\(style.fill)\", label=\(label)")
    }
    if let layout { write(", " + position(layout.boxes[k], layout)) }
    if hasTooltip || item.url != nil {
      write(", tooltip=\(DotText.quoted(plan.tooltip(of: item)))")
    }
    if let url = item.url { write(", URL=\(DotText.quoted(url)), target=\"_blank\"") }
    write("];\n")
  }

  private mutating func writeLink(_ k: Int, curve: String?, hasTooltip: Bool) {
    let link = plan.links[k]
    let (a, b) = (plan.items[link.from], plan.items[link.to])
    // In columns, lines run left to right: events, center, the rest.
    let isReversed = link.from == 0 && b.kind == .event
    let (tail, head) = isReversed ? (link.to, link.from) : (link.from, link.to)
    let betweenEvents = a.kind == .event && b.kind == .event && link.from != 0
    write("  \(DotText.quoted(names[tail])) -> \(DotText.quoted(names[head])) ")
    write("[id=\"\(Self.linkName(k))\", style=\(DiagramStyle.dash(link.relations)), ")
    let far = DiagramStyle.of(b.kind)
    if link.touchesCenter {
      let base = labels.isDense ? 0.8 : 1.2
      let width = b.kind == .event ? base + min(max(link.weight, 1), 6) * 0.2 : base
      write("color=\"\(far.strong)\", penwidth=\(DotText.number(width)), class=\"strong\"")
      if engine == .dot { write(", weight=4, minlen=2") }
    } else {
      write("color=\"\(DiagramStyle.thin)\", penwidth=0.6, class=\"thin\"")
      if engine == .dot { write(betweenEvents ? ", weight=0" : ", weight=1, minlen=4") }
    }
    if engine == .dot, !betweenEvents { write(", tailport=e, headport=w") }
    if let curve { write(", " + curve) }
    if hasTooltip { write(", tooltip=\(DotText.quoted(plan.tooltip(of: link)))") }
    write("];\n")
  }
}
