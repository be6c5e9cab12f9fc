internal import EventGraph

extension DotDocument {
  /// Dates, one below the other, each beside its events; and the order of each column.
  mutating func writeColumns() {
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
      let name = "\"~axis-\(axis.count)\""
      let text = date.map { $0.inWords } ?? "no date"
      let color = isCenter ? DiagramStyle.accent : DiagramStyle.muted
      write("  \(name) [shape=plain, class=\"axis\", label=<<TABLE BORDER=\"0\" ")
      write("CELLBORDER=\"0\" CELLPADDING=\"3\"><TR><TD WIDTH=\"74\" ALIGN=\"RIGHT\">")
      write(
        "<FONT POINT-SIZE=\"10\" COLOR=\"\(color)\"><B>\(text)</B></FONT></TD></TR></TABLE>>];\n")
      axis.append(name)
    }
    func writeNow() {
      guard plan.center.date != nil, plan.center.kind == .event, !now else { return }
      now = true
      if last != .some(plan.center.date) { tick(plan.center.date, isCenter: true) }
      last = .some(plan.center.date)
      write("  \"~now\" [shape=point, width=0.01, style=invis];\n")
      let line = "color=\"\(DiagramStyle.accent)\", penwidth=1.4, weight=60"
      write("  \(axis[axis.count - 1]) -> \"~now\" [\(line), tailport=e];\n")
      write("  \"~now\" -> \(DotText.quoted(names[0])) [\(line), minlen=2, headport=w];\n")
      column.append("\"~now\"")
    }
    for k in events {
      let date = plan.items[k].date
      if !now, !isBefore(date, plan.center.date) { writeNow() }
      if last != .some(date) { tick(date, isCenter: false) }
      last = .some(date)
      write("  \(axis[axis.count - 1]) -> \(DotText.quoted(names[k])) ")
      write("[color=\"\(DiagramStyle.axis)\", penwidth=0.8, weight=40, tailport=e, headport=w];\n")
      column.append(DotText.quoted(names[k]))
    }
    writeNow()
    writeOrder(column)
    writeOrder(
      axis, "color=\"\(DiagramStyle.axis)\", penwidth=1")
    writeOrder(rest.map { DotText.quoted(names[$0]) })
  }

  private mutating func writeOrder(_ names: [String], _ style: String = "style=invis") {
    guard names.count > 1 else { return }
    write("  { rank=same; " + names.joined(separator: "; ") + "; }\n")
    write("  " + names.joined(separator: " -> ") + " [\(style)];\n")
  }
}
