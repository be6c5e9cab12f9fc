internal import EventGraph

extension DotDocument {
  private typealias Point = (x: Double, y: Double)

  /// Dates, headings and the lines between dates and events.
  mutating func writeTimelineFrame(_ layout: TimelineLayout) {
    for (k, heading) in layout.headings.enumerated() {
      let size = "WIDTH=\"\(Int(heading.box.width))\" HEIGHT=\"12\""
      write(
        "  \"~heading-\(k)\" [id=\"~heading-\(k)\", class=\"heading\", shape=plain, "
          + "\(position(heading.box, layout)), "
          + "label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR>"
          + "<TD \(size) ALIGN=\"LEFT\"><FONT POINT-SIZE=\"8.5\" COLOR=\"\(DiagramStyle.muted)\">"
          + "<B>\(DotText.html(heading.text))</B></FONT></TD></TR></TABLE>>];\n")
    }
    guard let first = layout.ticks.first, let last = layout.ticks.last else { return }
    for (k, tick) in layout.ticks.enumerated() {
      let color = tick.isCenter ? DiagramStyle.accent : DiagramStyle.ink
      let box = TimelineLayout.Box(
        x: TimelineLayout.dateWidth / 2, y: tick.y + 1.5, width: TimelineLayout.dateWidth,
        height: 14)
      let text = tick.date.map { $0.inWords } ?? "no date"
      write(
        "  \"~axis-\(k)\" [id=\"~axis-\(k)\", class=\"axis\", shape=plain, "
          + "\(position(box, layout)), "
          + "label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR>"
          + "<TD WIDTH=\"\(Int(TimelineLayout.dateWidth))\" HEIGHT=\"14\" ALIGN=\"RIGHT\">"
          + "<FONT POINT-SIZE=\"9.5\" COLOR=\"\(color)\"><B>\(text)</B></FONT></TD></TR></TABLE>>];\n"
      )
      let dot = TimelineLayout.Box(x: TimelineLayout.axisX, y: tick.y)
      write(
        "  \"~tick-\(k)\" [id=\"~tick-\(k)\", class=\"axis\", shape=circle, "
          + "label=\"\", fixedsize=true, width=0.09, "
          + "height=0.09, style=filled, color=\"#FFFFFF\", fillcolor=\"\(color)\", "
          + "\(position(dot, layout))];\n")
    }
    if last.y > first.y {
      let line = curve((TimelineLayout.axisX, first.y), (TimelineLayout.axisX, last.y), layout)
      write(
        "  \"~tick-0\" -> \"~tick-\(layout.ticks.count - 1)\" [class=\"axis\", "
          + "color=\"\(DiagramStyle.axis)\", penwidth=1, \(line)];\n")
    }
    writeTimelineTicks(layout)
  }

  private mutating func writeTimelineTicks(_ layout: TimelineLayout) {
    for (k, item) in plan.items.enumerated() where k > 0 && item.kind == .event {
      guard let tick = layout.ticks.lastIndex(where: { $0.y <= layout.boxes[k].y }) else {
        continue
      }
      let line = curve(
        (TimelineLayout.axisX, layout.ticks[tick].y), (layout.boxes[k].left, layout.boxes[k].y),
        layout)
      write(
        "  \"~tick-\(tick)\" -> \(DotText.quoted(names[k])) [class=\"axis\", "
          + "color=\"\(DiagramStyle.axis)\", penwidth=0.8, \(line)];\n")
    }
    guard let y = layout.centerTick, let tick = layout.ticks.firstIndex(where: { $0.y == y })
    else { return }
    // Straight past the cards, then to its place among the lines that reach the center.
    let cards = layout.boxes.indices.first { $0 > 0 && plan.items[$0].kind == .event }
    let edge = cards.map { layout.boxes[$0].right } ?? TimelineLayout.axisX
    let path =
      points(curve: (TimelineLayout.axisX, y), (edge, y))
      + points(curve: (edge, y), (layout.boxes[0].left, y)).dropFirst()
    write(
      "  \"~tick-\(tick)\" -> \(DotText.quoted(names[0])) [class=\"axis\", "
        + "color=\"\(DiagramStyle.accent)\", penwidth=1.4, \(spline(path, layout))];\n")
  }

  /// The curve of every link. Those of the center are spread over its two sides, in the order of
  /// where they come from, so that they do not meet in one blot.
  func timelineCurves(_ layout: TimelineLayout) -> [String] {
    let ports = timelinePorts(layout)
    return plan.links.indices.map { k in
      let link = plan.links[k]
      let (a, b) = (layout.boxes[link.from], layout.boxes[link.to])
      if let port = ports[k] {
        return plan.items[link.to].kind == .event
          ? curve((b.right, b.y), (a.left, port), layout)
          : curve((a.right, port), (b.left, b.y), layout)
      }
      if a.x == b.x {
        // Within a column: a bow at its outer side.
        let isEvent = plan.items[link.to].kind == .event
        let bow = 6 + min(abs(a.y - b.y) / 40, 12)
        let (x, out) = isEvent ? (a.left, a.left - bow) : (a.right, a.right + bow)
        return spline([(x, a.y), (out, a.y), (out, b.y), (x, b.y)], layout)
      }
      let (left, right) = a.x < b.x ? (a, b) : (b, a)
      return curve((left.right, left.y), (right.left, right.y), layout)
    }
  }

  /// Heights on the center's sides, by link.
  private func timelinePorts(_ layout: TimelineLayout) -> [Int: Double] {
    var out: [Int: Double] = [:]
    let box = layout.boxes[0]
    for isLeft in [true, false] {
      let side = plan.links.indices.filter {
        plan.links[$0].touchesCenter
          && (plan.items[plan.links[$0].to].kind == .event) == isLeft
      }.sorted { layout.boxes[plan.links[$0].to].y < layout.boxes[plan.links[$1].to].y }
      let room = min(box.height - 20, Double(side.count - 1) * 9)
      for (n, k) in side.enumerated() {
        let part = side.count > 1 ? Double(n) / Double(side.count - 1) - 0.5 : 0
        out[k] = box.y + 2 + part * room
      }
    }
    return out
  }

  func position(_ box: TimelineLayout.Box, _ layout: TimelineLayout) -> String {
    "pos=\"\(DotText.number(box.x)),\(DotText.number(layout.height - box.y))\""
  }

  private func curve(_ a: Point, _ b: Point, _ layout: TimelineLayout) -> String {
    spline(points(curve: a, b), layout)
  }

  /// Leaves and arrives level.
  private func points(curve a: Point, _ b: Point) -> [Point] {
    let reach = (b.x - a.x) * 0.5
    return a.x == b.x
      ? [a, (a.x, a.y + (b.y - a.y) / 3), (a.x, b.y - (b.y - a.y) / 3), b]
      : [a, (a.x + reach, a.y), (b.x - reach, b.y), b]
  }

  private func spline(_ points: some Sequence<Point>, _ layout: TimelineLayout) -> String {
    let text = points.map { "\(DotText.number($0.x)),\(DotText.number(layout.height - $0.y))" }
    return "pos=\"" + text.joined(separator: " ") + "\""
  }
}
