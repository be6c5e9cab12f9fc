internal import EventGraph

/// Where everything stands in the drawing that the `timeline` engine makes: dates, then the events in
/// their order, then the center, then what it is tied to. In points, y downwards.
///
/// Own columns, since `dot` orders and bends for the fewest crossings, which wanders once every event
/// shares contexts with the center; and since the same coordinates come out of every Graphviz.
struct TimelineLayout: Equatable {
  struct Box: Equatable {
    /// Middle.
    var x = 0.0
    var y = 0.0
    var width = 0.0
    var height = 0.0
    var left: Double { x - width / 2 }
    var right: Double { x + width / 2 }
  }

  struct Tick: Equatable {
    var date: PartialDate?
    var y: Double
    var isCenter: Bool
  }

  struct Heading: Equatable {
    var text: String
    var box: Box
  }

  /// One for every item of the plan.
  private(set) var boxes: [Box]
  private(set) var ticks: [Tick] = []
  private(set) var headings: [Heading] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  /// Where the center's own date stands among the events; nil where it has none or there are none.
  private(set) var centerTick: Double?

  static let dateWidth = 76.0
  static let axisX = 86.0
  private static let cardsX = 108.0
  private static let columnGap = 76.0
  private static let headingHeight = 18.0

  init(plan: DiagramPlan, labels: DotLabels) {
    boxes = plan.items.map { _ in Box() }
    let events = plan.items.indices.filter { $0 > 0 && plan.items[$0].kind == .event }
    let rest = plan.items.indices.filter { $0 > 0 && plan.items[$0].kind != .event }
    var x = 0.0
    if !events.isEmpty {
      placeEvents(events, plan, labels)
      x = Self.cardsX + DotLabels.eventWidth + Self.columnGap
    }
    let centerHeight = labels.centerHeight(plan.items[0])
    let middle = centerTick ?? height / 2
    let half = centerHeight / 2
    let y = max(height, centerHeight) > centerHeight ? min(max(middle, half), height - half) : half
    boxes[0] = Box(
      x: x + DotLabels.centerWidth / 2, y: y, width: DotLabels.centerWidth, height: centerHeight)
    height = max(height, centerHeight)
    width = boxes[0].right
    if !rest.isEmpty {
      placeRest(rest, plan, labels, x: width + Self.columnGap)
      width += Self.columnGap + DotLabels.chipWidth
    }
  }

  private mutating func placeEvents(_ events: [Int], _ plan: DiagramPlan, _ labels: DotLabels) {
    let card = DotLabels.eventWidth
    let gap = labels.isDense ? 6.0 : 9.0
    let isDated = plan.center.kind == .event && plan.center.date != nil
    headings.append(
      Heading(
        text: plan.center.kind == .event ? "Related events, oldest first" : "Events, oldest first",
        box: Box(x: Self.cardsX + card / 2, y: 6, width: card, height: 12)))
    var y = Self.headingHeight
    func addTick(_ date: PartialDate?, _ y: Double, isCenter: Bool = false) {
      if let last = ticks.last, last.date == date { return }
      ticks.append(Tick(date: date, y: y, isCenter: isCenter))
    }
    func placeCenterTick() {
      centerTick = y + 8
      addTick(plan.center.date, y + 8, isCenter: true)
      y += 16 + gap
    }
    for k in events {
      let date = plan.items[k].date
      let isLater = date.map { a in plan.center.date.map { a >= $0 } ?? false } ?? true
      if isDated, centerTick == nil, isLater { placeCenterTick() }
      let size = labels.eventHeight(plan.items[k])
      boxes[k] = Box(x: Self.cardsX + card / 2, y: y + size / 2, width: card, height: size)
      addTick(date, y + size / 2)
      y += size + gap
    }
    if isDated, centerTick == nil { placeCenterTick() }
    height = y - gap
  }

  /// Groups by kind, each under its heading, around the height of the center.
  private mutating func placeRest(
    _ rest: [Int], _ plan: DiagramPlan, _ labels: DotLabels, x: Double
  ) {
    let order: [NodeKind] = [
      .context, .actor, .place, .article, .statement, .source, .publisher, .story, .episode,
    ]
    var y = 0.0
    var placed: [Int] = []
    var firstHeading = headings.count
    for kind in order {
      let group = rest.filter { plan.items[$0].kind == kind }
      guard !group.isEmpty else { continue }
      if y > 0 { y += 7 }
      headings.append(
        Heading(
          text: DiagramStyle.of(kind).plural,
          box: Box(x: x + DotLabels.chipWidth / 2, y: y + 6, width: DotLabels.chipWidth, height: 12)
        ))
      y += Self.headingHeight
      for k in group {
        let size = labels.chipHeight(plan.items[k])
        boxes[k] = Box(
          x: x + DotLabels.chipWidth / 2, y: y + size / 2, width: DotLabels.chipWidth, height: size)
        placed.append(k)
        y += size + 6
      }
    }
    let total = y - 6
    // The column may be taller than everything so far; then all else moves down to its middle.
    let shift = min(max(boxes[0].y - total / 2, 0), max(height - total, 0))
    while firstHeading < headings.count {
      headings[firstHeading].box.y += shift
      firstHeading += 1
    }
    for k in placed { boxes[k].y += shift }
    if total > height {
      if ticks.isEmpty { boxes[0].y = total / 2 }
      height = total
    }
  }
}
