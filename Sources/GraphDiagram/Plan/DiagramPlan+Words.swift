internal import EventGraph

extension DiagramPlan {
  /// The center's whole name.
  public var title: String { center.name }

  /// What is shown, what is left out, and what a line stands for; full sentences.
  public var caption: [String] {
    var parts: [String] = []
    let isEvent = center.kind == .event
    func add(_ share: Share, _ one: String, _ many: String, first: String) {
      guard share.total > 0 else { return }
      let noun = share.total == 1 ? one : many
      parts.append(
        share.shown == share.total
          ? "\(Self.grouped(share.total)) \(noun)"
          : "\(share.shown) of \(Self.grouped(share.total)) \(noun) (\(first))")
    }
    if depth > 1 {
      add(
        events, "event within \(depth) steps", "events within \(depth) steps",
        first: "the nearest first")
    } else if isEvent {
      add(events, "related event", "related events", first: "those that the archive lists first")
    } else {
      add(events, "event", "events", first: "the latest and the best connected")
    }
    add(
      entities, "actor, place or context", "actors, places and contexts", first: "the most shared")
    if center.kind == .source {
      add(sources, "publisher", "publishers", first: "by name")
    } else {
      add(sources, "source", "sources", first: "the most cited")
    }
    add(statements, "statement", "statements", first: "the most connected")
    guard !parts.isEmpty else { return ["The archive ties nothing to it."] }
    let isCut = [events, entities, sources, statements, thinLinks].contains { $0.shown < $0.total }
    var text = Self.listed(parts) + (isCut ? " are shown." : " shown; nothing is left out.")
    if thinLinks.shown < thinLinks.total {
      text += " \(thinLinks.shown) of \(Self.grouped(thinLinks.total)) thin lines are drawn."
    }
    return [
      text, "Lines are what the archive's pages state, not proof that one caused the other.",
    ]
  }

  /// "17 days later"; empty unless both dates are known to the day.
  func distance(of item: Item) -> String {
    guard let a = center.date, let b = item.date, a.day != nil, b.day != nil else { return "" }
    let days = b.firstEpochDay - a.firstEpochDay
    if days == 0 { return "same day" }
    let side = days > 0 ? "later" : "earlier"
    let count = abs(days)
    let (number, unit) =
      switch count {
      case ..<60: (count, "day")
      case ..<730: (Int((Double(count) / 30.44).rounded()), "month")
      default: (Int((Double(count) / 365.25).rounded()), "year")
      }
    return "\(number) \(unit)\(number == 1 ? "" : "s") \(side)"
  }

  /// The tooltip: everything that the picture has no room for.
  func tooltip(of item: Item) -> String {
    var lines: [String] = []
    if let date = item.date { lines.append("\(date)") }
    lines.append(item.name)
    if !item.publisher.isEmpty { lines.append("Published by \(item.publisher)") }
    if item.sharedBy > 0 {
      lines.append("Shared by \(item.sharedBy) of the events shown")
    }
    lines.append("[\(item.kind.name)]")
    return lines.joined(separator: "\n")
  }

  func tooltip(of link: Link) -> String {
    var (a, b) = (items[link.from], items[link.to])
    // Relations between kinds lead from events, and from sources to publishers.
    if a.kind != .event, b.kind == .event || b.kind == .source { swap(&a, &b) }
    func short(_ item: Item) -> String {
      item.name.count > 60 ? item.name.prefix(59) + "…" : item.name
    }
    let count = link.evidenceCount
    let evidence = count == 1 ? "1 piece of evidence" : "\(count) pieces of evidence"
    return "\(short(a)) – \(short(b))\n" + link.statements.joined(separator: "; ") + "\n" + evidence
  }

  /// "a", "a and b", "a, b and c"
  private static func listed(_ parts: [String]) -> String {
    parts.count < 2
      ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
  }

  /// 4842 as "4,842".
  static func grouped(_ number: Int) -> String {
    var out = ""
    for (k, digit) in String(number).enumerated() {
      if k > 0, (String(number).count - k) % 3 == 0 { out += "," }
      out.append(digit)
    }
    return out
  }
}

extension PartialDate {
  /// "9 Jan 2016", "Jan 2016" or "2016".
  var inWords: String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
    ]
    guard let month else { return "\(year)" }
    return (day.map { "\($0) " } ?? "") + names[month - 1] + " \(year)"
  }
}
