internal import EventGraph
internal import Stories

/// A timeline for a terminal.
struct TimelineText {
  private let timeline: Timeline
  private let style: TerminalStyle

  init(_ timeline: Timeline, _ style: TerminalStyle) {
    self.timeline = timeline
    self.style = style
  }

  func text(every period: TimelinePeriod?) -> String {
    var lines = [style.paint(TextTable.clean(timeline.title), .heading), timeline.summary]
    if !timeline.entries.isEmpty {
      lines += sparkline
      for burst in timeline.bursts {
        lines.append(
          "busy   \(Timeline.days(burst.firstDay, burst.lastDay)), \(Timeline.events(burst.count))")
      }
      for gap in timeline.gaps {
        lines.append("quiet  \(Timeline.days(gap.from, gap.to)), \(gap.days.grouped) days")
      }
      lines += [""] + (period.map { counts(every: $0) } ?? entries)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// By the finest period whose counts fit the line.
  private var sparkline: [String] {
    for period in TimelinePeriod.allCases {
      let counts = timeline.counts(every: period)
      guard counts.count > 1, counts.count <= style.width - 12 else { continue }
      let bars = Timeline.sparkline(counts.map(\.count))
      return [style.paint(bars, .key) + "  by \(period.rawValue)"]
    }
    return []
  }

  private var entries: [String] {
    var table = TextTable([.left, .left, .left, .left], flexible: 2)
    for entry in timeline.entries {
      let related = entry.related.first.flatMap { $0.date.map { "~ \($0)" } } ?? ""
      table.add([
        .init(entry.isKey ? "★" : " "), .init("\(entry.date)", .key), .init(entry.title),
        .init(related, .faint),
      ])
    }
    return table.lines(style)
  }

  private func counts(every period: TimelinePeriod) -> [String] {
    let counts = timeline.counts(every: period)
    let most = counts.map(\.count).max() ?? 0
    let room = max(10, style.width - 24)
    var table = TextTable([.left, .right, .left], flexible: 2)
    for count in counts {
      let bar = most == 0 ? 0 : (count.count * room + most - 1) / most
      table.add([
        .init(Timeline.name(count, period), .key), .init(count.count.grouped),
        .init(String(repeating: "█", count: min(bar, room))),
      ])
    }
    let known = counts.reduce(0) { $0 + $1.count }
    var lines = table.lines(style)
    if known < timeline.entries.count {
      let rest = timeline.entries.count - known
      lines.append(
        rest == 1
          ? "  1 event of a coarser date is in none"
          : "  \(rest.grouped) events of coarser dates are in none")
    }
    return lines
  }
}
