internal import EventGraph

/// A timeline drawn as SVG: lanes, an axis of years and months, bursts shaded, labels that do not overlap.
///
/// Every event is a mark; only the key ones have words, and the picture says how many of how many.
struct TimelinePicture {
  private let timeline: Timeline
  private let scale: TimelineScale
  private let lanes: [Lane]

  private struct Lane {
    var name: String
    var top: Double
    var marks: [Mark]
    var rows: Int
  }

  /// An event's place: with words in a row of its own, or in the lane's first row without.
  private struct Mark {
    var entry: Timeline.Entry
    var from: Double
    var to: Double
    /// Its words and their row, and whether they end at the mark, where they have no room behind it; nil
    /// without words.
    var words: (text: String, row: Int, areBefore: Bool)?

    /// Where it stands, to the nearest point.
    var place: Int { Int(from) * 100_000 + Int(to) }
  }

  private static let width = 1200.0
  private static let digitWidth = 7.2
  private static let left = 20.0
  private static let right = 1180.0
  private static let rowHeight = 20.0
  private static let characterWidth = 6.2
  private static let top = 84.0
  private static let maximumRows = 12
  /// Characters of a label, where a lane has more than so many labels, and where not.
  private static let (shortLabel, longLabel, fewLabels) = (44, 72, 16)
  /// Of the pieces of the picture that give words to one event each in turn.
  private static let pieceWidth = 60.0
  /// The heading, which a page has itself.
  private static let headHeight = 34.0

  init(_ timeline: Timeline, labels: Int) {
    self.timeline = timeline
    let labelled = Set(timeline.chosen(limit: labels).map(\.id))
    let low = timeline.first?.firstEpochDay ?? 0
    let high = timeline.last?.lastEpochDay ?? low
    // A single day is drawn in the middle of a week.
    let margin = max(3, (high - low) / 50)
    let scale = TimelineScale(
      firstDay: low - margin, lastDay: high + margin, places: Self.left...Self.right,
      leavingOut: TimelineScale.longGaps(timeline.entries.map(\.date)))
    var lanes: [Lane] = []
    var top = Self.top
    for (number, name) in timeline.lanes.enumerated() {
      let entries = timeline.entries.filter { $0.lane == number }
      let placed = Self.place(entries, labelled, scale)
      lanes.append(Lane(name: name, top: top, marks: placed.marks, rows: placed.rows))
      top += Self.rowHeight * Double(placed.rows) + (timeline.lanes.count > 1 ? 34 : 14)
    }
    self.scale = scale
    self.lanes = lanes
  }

  /// Gives words the first row in which they overlap nothing; those that find none stay without. Where many
  /// happen at once, the others' turn comes first: of each piece of the picture one after another, key events
  /// before the rest.
  private static func place(
    _ entries: [Timeline.Entry], _ labelled: Set<String>, _ scale: TimelineScale
  ) -> (marks: [Mark], rows: Int) {
    var marks = entries.map {
      Mark(entry: $0, from: scale.x($0.date.firstEpochDay), to: scale.x($0.date.lastEpochDay))
    }
    let chosen = marks.indices.filter { labelled.contains(marks[$0].entry.id) }
    // Few have room for more words.
    let characters = chosen.count <= fewLabels ? longLabel : shortLabel
    var rows: [[ClosedRange<Double>]] = []
    for k in turns(chosen, marks) {
      let text = Timeline.cut(marks[k].entry.title, to: characters)
      let length = Double(text.count) * characterWidth + 16
      let from = marks[k].from
      let areBefore = from + length > right && from - length >= left
      let room = areBefore ? from - length - 6...from + 6 : from - 6...from + length
      let row = rows.firstIndex { !$0.contains { $0.overlaps(room) } } ?? rows.count
      if row == maximumRows { continue }
      if row == rows.count { rows.append([]) }
      rows[row].append(room)
      marks[k].words = (text, row, areBefore)
    }
    // Marks without words that fall on one another are one.
    var seen: Set<Int> = []
    for mark in marks where mark.words != nil { seen.insert(mark.place) }
    marks = marks.filter { $0.words != nil || seen.insert($0.place).inserted }
    // Those without words have the first row for themselves.
    let shift = marks.contains { $0.words == nil } ? 1 : 0
    for k in marks.indices { marks[k].words?.row += shift }
    return (marks, max(1, rows.count + shift))
  }

  /// The order in which marks get words.
  private static func turns(_ chosen: [Int], _ marks: [Mark]) -> [Int] {
    var counts: [Int: Int] = [:]
    var turns: [Int: Int] = [:]
    let keyFirst = chosen.sorted { a, b in
      marks[a].entry.isKey != marks[b].entry.isKey ? marks[a].entry.isKey : a < b
    }
    for k in keyFirst {
      let piece = Int(marks[k].from / pieceWidth)
      turns[k] = counts[piece, default: 0]
      counts[piece, default: 0] += 1
    }
    return chosen.sorted { (turns[$0] ?? 0, $0) < (turns[$1] ?? 0, $1) }
  }

  private func x(_ day: Int) -> Double { scale.x(day) }

  func svg(isEmbedded: Bool) -> [UInt8] {
    var writer = ByteWriter()
    let bottom = (lanes.last.map { $0.top + Self.rowHeight * Double($0.rows) } ?? Self.top) + 16
    let height = bottom + 34
    let above = isEmbedded ? Self.headHeight : 0
    writer.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 ")
    writer.append(
      raw: "\(Int(above)) \(Int(Self.width)) \(Int(height - above))\" role=\"img\" "
        + "aria-labelledby=\"timeline-title\"")
    if !isEmbedded { writer.append(raw: " width=\"\(Int(Self.width))\" height=\"\(Int(height))\"") }
    writer.append(">\n<title id=\"timeline-title\">")
    writer.append(xml: timeline.title)
    writer.append("</title>\n<style>\n")
    writer.append(raw: Self.style)
    writer.append("</style>\n")
    if !isEmbedded { writer.append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n") }
    if !isEmbedded {
      text(&writer, x: Self.left, y: 28, "head", Timeline.cut(timeline.title, to: 90))
    }
    for burst in timeline.bursts {
      let (from, to) = (x(burst.firstDay), x(burst.lastDay + 1))
      writer.append(
        raw:
          "<rect class=\"burst\" x=\"\(Self.number(from))\" y=\"62\" width=\"\(Self.number(max(2, to - from)))\" "
          + "height=\"\(Self.number(bottom - 62))\"><title>\(Timeline.days(burst.firstDay, burst.lastDay)): "
          + "\(Timeline.events(burst.count))</title></rect>\n")
    }
    for gap in scale.leftOut { leftOut(gap, &writer, bottom) }
    axis(&writer, bottom)
    let shown = lanes.indices.reduce(0) { $0 + draw($1, &writer) }
    text(&writer, x: Self.left, y: height - 10, "note", note(shown))
    key(&writer, y: height - 14)
    writer.append("</svg>\n")
    return writer.bytes
  }

  /// A time without events that is drawn shorter than it was.
  private func leftOut(_ gap: Range<Int>, _ writer: inout ByteWriter, _ bottom: Double) {
    let (from, to) = (x(gap.lowerBound), x(gap.upperBound))
    writer.append(
      raw:
        "<rect class=\"gap\" x=\"\(Self.number(from))\" y=\"62\" width=\"\(Self.number(to - from))\" "
        + "height=\"\(Self.number(bottom - 62))\"><title>"
        + "\(Timeline.days(gap.lowerBound, gap.upperBound - 1)): no events</title></rect>\n")
  }

  private func note(_ shown: Int) -> String {
    let total = timeline.entries.count
    var text =
      total == 0
      ? "No events."
      : shown < total ? "\(shown) of \(total) events have words" : Timeline.events(total)
    if timeline.undatedCount > 0 { text += "; \(timeline.undatedCount) have no date" }
    return text
  }

  /// What the signs mean, of those that are there, at the right end of the last line.
  private func key(_ writer: inout ByteWriter, y: Double) {
    let marks = lanes.flatMap(\.marks)
    var signs: [(shape: (Double) -> String, words: String)] = []
    func dot(_ kind: String) -> (Double) -> String {
      { "<circle class=\"\(kind)\" cx=\"\(Self.number($0))\" cy=\"\(Self.number(y))\" r=\"4\"/>" }
    }
    func box(_ kind: String, _ height: Double) -> (Double) -> String {
      {
        "<rect class=\"\(kind)\" x=\"\(Self.number($0 - 7))\" y=\"\(Self.number(y - height / 2))\" "
          + "width=\"14\" height=\"\(Self.number(height))\"/>"
      }
    }
    let days = marks.filter { $0.entry.date.precision == .day }
    if days.contains(where: \.entry.isKey) {
      signs.append((dot("key"), "key event"))
      if days.contains(where: { !$0.entry.isKey }) { signs.append((dot("mark"), "other event")) }
    }
    if days.count < marks.count { signs.append((box("span", 6), "day not known")) }
    if !scale.leftOut.isEmpty { signs.append((box("gap", 12), "no events, drawn shorter")) }
    if !timeline.bursts.isEmpty { signs.append((box("burst", 12), "more events than usual")) }
    var x = Self.right
    for sign in signs.reversed() {
      x -= Double(sign.words.count) * Self.characterWidth
      text(&writer, x: x, y: y + 4, "note", sign.words)
      x -= 12
      writer.append(raw: sign.shape(x))
      x -= 22
    }
  }

  /// Years, and months, weeks or days where there is room for their names.
  private func axis(_ writer: inout ByteWriter, _ bottom: Double) {
    if timeline.entries.isEmpty { return }
    let axis = TimelineAxis(days: scale.shownDays)
    // Names do not overlap, also not where a time is left out.
    var free = 0.0
    for day in axis.ticks(from: scale.firstDay, to: scale.lastDay, leavingOut: scale.leftOut) {
      let at = Self.number(x(day))
      writer.append(
        raw:
          "<line class=\"tick\" x1=\"\(at)\" x2=\"\(at)\" y1=\"62\" y2=\"\(Self.number(bottom))\"/>\n"
      )
      let name = axis.name(of: day)
      let end = x(day) + 3 + Double(name.count) * Self.digitWidth
      // A name at the very end would be cut off; digits are wider than most letters.
      if end <= Self.width, x(day) >= free {
        text(&writer, x: x(day) + 3, y: 56, "axis", name)
        free = end
      }
    }
  }

  /// Draws one lane and says how many of its events have words.
  private func draw(_ number: Int, _ writer: inout ByteWriter) -> Int {
    let lane = lanes[number]
    if lanes.count > 1 {
      text(&writer, x: Self.left, y: lane.top + 8, "lane", Timeline.cut(lane.name, to: 100))
    }
    let base = lane.top + (lanes.count > 1 ? 16 : 0)
    for mark in lane.marks {
      let y = base + Self.rowHeight * (Double(mark.words?.row ?? 0) + 0.5)
      writer.append("<g><title>")
      writer.append(xml: "\(mark.entry.date) \(mark.entry.title)")
      writer.append("</title>")
      if mark.entry.date.precision == .day {
        writer.append(
          raw:
            "<circle class=\"\(mark.entry.isKey ? "key" : "mark")\" cx=\"\(Self.number(mark.from))\" "
            + "cy=\"\(Self.number(y))\" r=\"\(mark.words == nil ? 2.5 : 4)\"/>")
      } else {
        writer.append(
          raw: "<rect class=\"span\" x=\"\(Self.number(mark.from))\" y=\"\(Self.number(y - 3))\" "
            + "width=\"\(Self.number(max(4, mark.to - mark.from)))\" height=\"6\" rx=\"3\"/>")
      }
      if let words = mark.words {
        text(
          &writer, x: mark.from + (words.areBefore ? -7 : 7), y: y + 4,
          words.areBefore ? "label before" : "label", words.text)
      }
      writer.append("</g>\n")
    }
    return lane.marks.count { $0.words != nil }
  }

  private func text(
    _ writer: inout ByteWriter, x: Double, y: Double, _ kind: String, _ words: String
  ) {
    writer.append(raw: "<text class=\"\(kind)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\">")
    writer.append(xml: words)
    writer.append("</text>")
  }

  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\((Double(tenths) / 10))"
  }

  private static let style = """
    svg{font-family:system-ui,sans-serif;color-scheme:light dark}
    .paper{fill:#fff}.head{font-size:20px;font-weight:600;fill:#1a1a1a}
    .axis,.note{font-size:11px;fill:#555}.lane{font-size:12px;font-weight:600;fill:#333}
    .label{font-size:11.5px;fill:#1a1a1a}.before{text-anchor:end}
    .tick{stroke:#ddd}.gap{fill:#888;opacity:.15}.burst{fill:#f5b942;opacity:.25}.mark{fill:#7a8ea8}.key{fill:#c0392b}
    .span{fill:#7a8ea8;opacity:.7}
    @media (prefers-color-scheme:dark){.paper{fill:#15181c}.head,.label{fill:#eee}.lane{fill:#ccc}
    .axis,.note{fill:#aaa}.tick{stroke:#333}.mark,.span{fill:#8fa8c8}.key{fill:#ff7b6b}}

    """
}

extension Timeline {
  /// An SVG picture; of many events only `labels` have words.
  package func svg(labels: Int = 60) -> [UInt8] {
    TimelinePicture(self, labels: labels).svg(isEmbedded: false)
  }
}
