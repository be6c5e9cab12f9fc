package import EventGraph

/// Writes reports as lines of JSON, one a report, as `SCHEMA.md` describes them. The same document
/// gives the same bytes.
package struct ReportLineWriter: Sendable {
  package var out = ByteWriter()

  package init() {}

  package mutating func append(_ item: borrowing DocumentStream.Item) {
    if let article = item.reading.article { append(article, item) }
    for (k, report) in item.reading.reports.enumerated() {
      append(report, number: item.part ?? k + 1, of: item)
    }
  }

  private mutating func append(
    _ report: Report, number: Int, of item: borrowing DocumentStream.Item
  ) {
    out.append("{\"schema\":\"")
    out.append(ReportLineReader.schema)
    appendDocument(item)
    out.append(",\"report\":")
    out.append(number)
    append("page", report.pagePath, item)
    append(report.date)
    append("title", report.title, item)
    append("summary", report.summary, item)
    append("image", report.image, item)
    append("topic", report.topic, item)
    append("contexts", report.contexts, item)
    if let category = report.category {
      out.append(",\"category\":{")
      append("label", category.label, item, isFirst: true)
      if let name = category.name {
        out.append(",\"name\":")
        out.append(jsonString: name.name)
      }
      out.append("}")
    }
    appendTopics(report, item)
    appendLinks(report.links, item, title: report.title, isFirst: false)
    appendSources(report, item)
    appendRelated(report, item)
    out.append("}\n")
  }

  /// What every line says of its document.
  mutating func appendDocument(_ item: borrowing DocumentStream.Item) {
    out.append("\",\"document\":{\"path\":")
    out.append(jsonString: item.path)
    out.append(",\"file\":")
    out.append(jsonString: item.file)
    out.append(",\"sha256\":\"")
    for digit in ByteWriter.hex(item.sha256) { out.append(byte: digit) }
    out.append("\",\"format\":")
    out.append(jsonString: item.reading.format?.rawValue ?? "")
    out.append("}")
  }

  private mutating func appendTopics(_ report: Report, _ item: borrowing DocumentStream.Item) {
    if report.topics.isEmpty { return }
    out.append(",\"topics\":[")
    for (k, topic) in item.reading.topics[report.topics].enumerated() {
      out.append(k > 0 ? ",{" : "{")
      append("label", topic.label, item, isFirst: true)
      if topic.isLinked { out.append(",\"isLinked\":true") }
      appendLinks(topic.links, item, title: nil, isFirst: false)
      out.append("}")
    }
    out.append("]")
  }

  /// - Parameter title: The text that the links stand in, where it is known which part of it.
  private mutating func appendLinks(
    _ links: Range<Int>, _ item: borrowing DocumentStream.Item, title: TextFact?, isFirst: Bool
  ) {
    if links.isEmpty { return }
    out.append(",\"links\":[")
    for (k, link) in item.reading.links[links].enumerated() {
      out.append(k > 0 ? ",{" : "{")
      append("label", link.label, item, isFirst: true)
      append("target", link.target, item)
      if let title {
        let (start, end) = item.reading.withBytes(of: title, in: item.bytes) {
          (
            $0.scalarCount(to: link.titleRange.lowerBound),
            $0.scalarCount(to: link.titleRange.upperBound)
          )
        }
        out.append(",\"start\":")
        out.append(start)
        out.append(",\"end\":")
        out.append(end)
      }
      out.append("}")
    }
    out.append("]")
  }

  private mutating func appendSources(_ report: Report, _ item: borrowing DocumentStream.Item) {
    if report.sources.isEmpty { return }
    out.append(",\"sources\":[")
    for (k, source) in item.reading.sources[report.sources].enumerated() {
      out.append(k > 0 ? ",{" : "{")
      append("publisher", source.publisher, item, isFirst: true)
      append("url", source.url, item)
      out.append("}")
    }
    out.append("]")
  }

  private mutating func appendRelated(_ report: Report, _ item: borrowing DocumentStream.Item) {
    if report.related.isEmpty { return }
    out.append(",\"related\":[")
    for (k, related) in item.reading.related[report.related].enumerated() {
      out.append(k > 0 ? ",{\"rank\":" : "{\"rank\":")
      out.append(related.rank)
      append("title", related.title, item)
      append("page", related.pagePath, item)
      append(related.date)
      append("contexts", related.sharedContexts, item)
      out.append("}")
    }
    out.append("]")
  }

  mutating func append(_ date: PartialDate?) {
    guard let date else { return }
    out.append(",\"date\":\"")
    out.append(raw: "\(date)")
    out.append("\"")
  }

  mutating func append(
    _ name: StaticString, _ fact: TextFact?, _ item: borrowing DocumentStream.Item,
    isFirst: Bool = false
  ) {
    guard let fact else { return }
    out.append(isFirst ? "\"" : ",\"")
    out.append(name)
    out.append("\":{\"text\":\"")
    item.reading.withBytes(of: fact, in: item.bytes) { out.append(json: $0) }
    out.append("\",\"line\":")
    out.append(Int(fact.span.line))
    out.append(",\"start\":")
    out.append(Int(fact.span.start))
    out.append(",\"length\":")
    out.append(Int(fact.span.length))
    out.append(fact.isVerbatim ? "}" : ",\"isCleaned\":true}")
  }
}

extension Span<UInt8> {
  /// Unicode code points before an offset of a text.
  fileprivate func scalarCount(to end: Int) -> Int {
    var count = 0
    for k in 0..<Swift.min(end, self.count) where self[k] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
