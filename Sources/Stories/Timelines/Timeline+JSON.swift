internal import EventGraph

extension Timeline {
  /// One JSON object: the entries, gaps, bursts and counts.
  package func json(every period: TimelinePeriod) -> [UInt8] {
    var writer = ByteWriter()
    writer.append("{\"subject\":")
    writer.append(jsonString: title)
    if let first { writer.field("from", string: first.description) }
    if let last { writer.field("to", string: last.description) }
    writer.append(",\"lanes\":")
    writer.list(lanes) { $1.append(jsonString: $0) }
    writer.append(",\"events\":")
    writer.list(entries) { entry, writer in append(entry, &writer) }
    writer.append(",\"gaps\":")
    writer.list(gaps) { gap, writer in
      writer.append("{\"from\":")
      writer.append(jsonString: CivilDate(epochDay: gap.from).description)
      writer.field("to", string: CivilDate(epochDay: gap.to).description)
      writer.append(",\"days\":")
      writer.append(gap.days)
      writer.append("}")
    }
    writer.append(",\"bursts\":")
    writer.list(bursts) { burst, writer in
      writer.append("{\"from\":")
      writer.append(jsonString: CivilDate(epochDay: burst.firstDay).description)
      writer.field("to", string: CivilDate(epochDay: burst.lastDay).description)
      writer.append(",\"events\":")
      writer.append(burst.count)
      writer.append(",\"weight\":")
      writer.append(rounded: burst.weight)
      writer.append("}")
    }
    writer.append(",\"every\":")
    writer.append(jsonString: period.rawValue)
    writer.append(",\"counts\":")
    writer.list(counts(every: period).filter { $0.count > 0 }) { count, writer in
      writer.append("{\"period\":")
      writer.append(jsonString: Self.name(count, period))
      writer.append(",\"count\":")
      writer.append(count.count)
      writer.append("}")
    }
    writer.append(",\"shown\":")
    writer.append(entries.count)
    writer.append(",\"total\":")
    writer.append(entries.count + undatedCount)
    writer.append(",\"undated\":")
    writer.append(undatedCount)
    writer.append("}\n")
    return writer.bytes
  }

  private func append(_ entry: Entry, _ writer: inout ByteWriter) {
    writer.append("{\"event\":")
    writer.append(jsonString: entry.id)
    writer.field("date", string: entry.date.description)
    writer.field("precision", string: entry.date.precision.name)
    writer.field("title", string: entry.title)
    if !entry.address.isEmpty { writer.field("address", string: entry.address) }
    writer.append(",\"lane\":")
    writer.append(entry.lane)
    writer.field("group", string: entry.group)
    writer.append(",\"strength\":")
    writer.append(rounded: entry.strength)
    writer.append(",\"key\":")
    if entry.isKey { writer.append("true") } else { writer.append("false") }
    writer.append(",\"related\":")
    writer.list(entry.related) { related, writer in
      writer.append("{\"event\":")
      writer.append(jsonString: related.id)
      writer.append(",\"score\":")
      writer.append(rounded: related.score)
      writer.append("}")
    }
    writer.append("}")
  }

  /// TimelineJS 3 JSON: at most `limit` events, as its makers advise. Text is escaped, since the viewer
  /// takes it for HTML.
  package func timelineJS(limit: Int = 100) -> [UInt8] {
    let chosen = chosen(limit: limit)
    var writer = ByteWriter()
    let left = entries.count - chosen.count
    writer.append("{\"title\":{\"text\":{\"headline\":")
    writer.append(jsonString: Self.html(title))
    writer.field(
      "text",
      string: left > 0
        ? "\(chosen.count) of \(entries.count) events" : Self.events(entries.count))
    writer.append("}},\"events\":")
    writer.list(chosen) { entry, writer in
      writer.append("{\"unique_id\":")
      writer.append(jsonString: entry.id)
      writer.append(",\"start_date\":")
      Self.append(entry.date, &writer)
      writer.append(",\"text\":{\"headline\":")
      writer.append(jsonString: Self.html(Self.cut(entry.title, to: 120)))
      writer.field("text", string: "<p>\(Self.html(entry.title))</p>")
      writer.append("}")
      if lanes.count > 1 { writer.field("group", string: Self.html(lanes[entry.lane])) }
      writer.append("}")
    }
    writer.append("}\n")
    return writer.bytes
  }

  private static func append(_ date: PartialDate, _ writer: inout ByteWriter) {
    writer.append("{\"year\":")
    writer.append(date.year)
    if let month = date.month {
      writer.append(",\"month\":")
      writer.append(month)
    }
    if let day = date.day {
      writer.append(",\"day\":")
      writer.append(day)
    }
    writer.append("}")
  }

  /// Text for HTML content and attributes.
  static func html(_ text: String) -> String {
    var writer = ByteWriter(capacity: text.utf8.count + 16)
    writer.append(xml: text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// At most so many characters, at the end of a word where one is near.
  static func cut(_ text: String, to limit: Int) -> String {
    if text.count <= limit { return text }
    var head = text.prefix(limit - 1)
    if let space = head.lastIndex(of: " "), head.distance(from: space, to: head.endIndex) < 16 {
      head = head[..<space]
    }
    while let last = head.last, " ,;:.(–-".contains(last) { head.removeLast() }
    return head + "…"
  }
}

extension ByteWriter {
  mutating func field(_ key: StaticString, string: String) {
    append(",\"")
    append(key)
    append("\":")
    append(jsonString: string)
  }

  mutating func list<Item>(_ items: [Item], _ body: (Item, inout ByteWriter) -> Void) {
    append("[")
    for (k, item) in items.enumerated() {
      if k > 0 { append(",") }
      body(item, &self)
    }
    append("]")
  }

  /// Four decimals: the same on every machine.
  mutating func append(rounded value: Double) {
    let rounded = (value * 10_000).rounded() / 10_000
    if rounded == rounded.rounded(), abs(rounded) < 1e15 {
      append(Int(rounded))
    } else {
      append(rounded)
    }
  }
}
