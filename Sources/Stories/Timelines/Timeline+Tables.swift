internal import EventGraph

extension Timeline {
  /// CSV by RFC 4180: one line an event, with a header.
  package func csv() -> [UInt8] {
    var writer = ByteWriter()
    writer.append("date,precision,event,title,lane,strength,key,address,related\r\n")
    for entry in entries {
      let cells = [
        entry.date.description, entry.date.precision.name, entry.id, entry.title,
        entry.group, "\((entry.strength * 10_000).rounded() / 10_000)",
        entry.isKey ? "true" : "false", entry.address,
        entry.related.map(\.id).joined(separator: " "),
      ]
      writer.append(raw: cells.map(Self.csvCell).joined(separator: ",") + "\r\n")
    }
    return writer.bytes
  }

  /// How many events each period brought, as CSV.
  package func csv(every period: TimelinePeriod) -> [UInt8] {
    var writer = ByteWriter()
    writer.append("period,from,to,events\r\n")
    for count in counts(every: period) {
      let (from, to) = (CivilDate(epochDay: count.firstDay), CivilDate(epochDay: count.lastDay))
      writer.append(
        raw: "\(Self.name(count, period)),\(from.description),\(to.description),\(count.count)\r\n")
    }
    return writer.bytes
  }

  /// A cell as RFC 4180 has it. What a spreadsheet would take for a formula begins with an apostrophe,
  /// which it takes for the mark of a text.
  private static func csvCell(_ text: String) -> String {
    let isFormula = text.utf8.first.map { Array("=+-@\t\r".utf8).contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    guard text.utf8.contains(where: { [34, 44, 10, 13].contains($0) }) else { return text }
    // By scalars: a quotation mark with a combining mark is one Character.
    var cell = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { cell += "\"" }
      cell.unicodeScalars.append(scalar)
    }
    return cell + "\""
  }

  /// iCalendar by RFC 5545: all-day events; a month or a year lasts as long as it does. The stamp is the
  /// event's own day, since equal input gives equal bytes.
  package func ics() -> [UInt8] {
    var writer = ByteWriter()
    func line(_ text: String) {
      // Lines are folded at 75 bytes, never within a character.
      var count = 0
      for scalar in text.unicodeScalars {
        let width = String(scalar).utf8.count
        if count + width > 75 {
          writer.append("\r\n ")
          count = 1
        }
        writer.append(raw: String(scalar))
        count += width
      }
      writer.append("\r\n")
    }
    line("BEGIN:VCALENDAR")
    line("VERSION:2.0")
    line("PRODID:-//Weft//Timeline//EN")
    line("CALSCALE:GREGORIAN")
    line("X-WR-CALNAME:\(Self.icsText(title))")
    if entries.isEmpty {
      // A calendar must hold something (RFC 5545, 3.6): the time that its events would be in.
      for text in [
        "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
      ] { line(text) }
    }
    for entry in entries {
      let start = Self.icsDate(entry.date.firstEpochDay)
      line("BEGIN:VEVENT")
      line("UID:\(entry.id)@weft")
      line("DTSTAMP:\(start)T000000Z")
      line("DTSTART;VALUE=DATE:\(start)")
      // Without an end the event lasts its one day: the format knows no year after 9999.
      if let end = Self.icsDate(after: entry.date.lastEpochDay) {
        line("DTEND;VALUE=DATE:\(end)")
      }
      line("SUMMARY:\(Self.icsText(entry.title))")
      if !entry.group.isEmpty { line("CATEGORIES:\(Self.icsText(entry.group))") }
      if entry.address.hasPrefix("http"), !entry.address.utf8.contains(where: { $0 <= 32 }) {
        line("URL:\(entry.address)")
      }
      line("TRANSP:TRANSPARENT")
      line("END:VEVENT")
    }
    line("END:VCALENDAR")
    return writer.bytes
  }

  private static func icsDate(_ day: Int) -> String {
    CivilDate(epochDay: day).description.filter { $0 != "-" }
  }

  private static func icsDate(after day: Int) -> String? {
    day < 2_932_896 ? icsDate(day + 1) : nil
  }

  private static func icsText(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": out += "\\" + String(scalar)
      case "\n": out += "\\n"
      case _ where scalar.value < 32 || scalar.value == 127: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Markdown: a heading a month, a line an event.
  package func markdown() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(raw: "# \(Self.markdownText(title))\n\n")
    writer.append(raw: "\(summary)\n")
    for burst in bursts {
      writer.append(
        raw: "\n- Busy: \(Self.days(burst.firstDay, burst.lastDay)), \(Self.events(burst.count))")
    }
    for gap in gaps {
      writer.append(raw: "\n- Quiet: \(Self.days(gap.from, gap.to)), \(gap.days) days")
    }
    if !bursts.isEmpty || !gaps.isEmpty { writer.append("\n") }
    var heading = ""
    for entry in entries {
      let month = String(entry.date.description.prefix(7))
      if month != heading {
        heading = month
        writer.append(raw: "\n## \(month)\n\n")
      }
      let star = entry.isKey ? "★ " : ""
      writer.append(raw: "- **\(entry.date)** \(star)\(Self.markdownText(entry.title))\n")
    }
    return writer.bytes
  }

  /// What a person wants to know first: how many, and from when to when.
  package var summary: String {
    guard let first, let last else {
      return undatedCount == 0 ? "No events." : "No event has a date; \(undatedCount) have none."
    }
    var text = "\(Self.events(entries.count)), \(first)"
    if last != first { text += " to \(last)" }
    if undatedCount > 0 { text += "; \(undatedCount) without a date are left out" }
    return text + "."
  }

  package static func days(_ first: Int, _ last: Int) -> String {
    let (from, to) = (CivilDate(epochDay: first).description, CivilDate(epochDay: last).description)
    return from == to ? from : "\(from) to \(to)"
  }

  private static func markdownText(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "&": out += "\\" + String(scalar)
      case _ where scalar.value < 32 || scalar.value == 127: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
