import FileIO
import Glibc

@testable import EventIngest

/// libFuzzer's entry: one input read by the target that `WEFT_FUZZ` names, and its facts checked to lie
/// within it. Anything that stops the program is a finding.
private let target = getenv("WEFT_FUZZ").map { String(cString: $0) } ?? "archive"

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  // A copy of its own, so that reading past its end is seen.
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  var reading = Reading()
  if target == "packed" {
    unpack(bytes)
    return 0
  }
  if target == "reports" {
    // A line is read by itself; its places are those of the document that it was made of.
    var reader = ReportLineReader()
    _ = reader.read(bytes.span, into: &reading)
    return 0
  }
  let file =
    target == "wikitext" ? "2004_May_3.txt" : target == "portal-html" ? "2004_May_3.html" : "input"
  DocumentReader.read(
    bytes.span, file: file, as: DocumentFormat(rawValue: target) ?? .archivePage, into: &reading)
  check(reading, bytes)
  return 0
}

/// A file without a name, which is written anew for each input.
private let scratch = tmpfile().map { fileno($0) } ?? -1

/// Reads every document of a packed file under limits that an input of this size can reach.
private func unpack(_ bytes: [UInt8]) {
  precondition(scratch >= 0 && ftruncate(scratch, 0) == 0)
  precondition(pwrite(scratch, bytes, bytes.count, 0) == bytes.count)
  let limits = ContainerLimits(
    entryCount: 1000, totalBytes: 1 << 26, ratio: 250, ratioFloor: 1 << 22)
  guard let source = try? ByteStream("/proc/self/fd/\(scratch)"),
    var container = try? ContainerReader(source, limits: limits)
  else { return }
  var buffer: [UInt8] = []
  var total = 0
  if container.isSingleFile {
    while let got = try? container.append(to: &buffer), got > 0 {
      total += got
      buffer.removeAll(keepingCapacity: true)
    }
  } else {
    while true {
      let documents = container.next(into: &buffer)
      if documents.isEmpty { break }
      for document in documents {
        precondition(document.range.upperBound <= buffer.count, "a document outside its buffer")
        let parts = document.path.split(separator: "/", omittingEmptySubsequences: false)
        precondition(!parts.contains(".."), "a path that leads out")
        total += document.range.count
      }
    }
  }
  precondition(total <= limits.totalBytes, "more than the limit was unpacked")
}

private func check(_ reading: Reading, _ bytes: [UInt8]) {
  var count = 0
  func check(_ fact: TextFact?) {
    guard let fact else { return }
    precondition(fact.span.range.upperBound <= bytes.count, "a span that reaches out of the input")
    precondition(fact.span.line >= 1, "a line before the first")
    count += reading.string(of: fact, in: bytes.span).utf8.count
  }
  for report in reading.reports {
    for fact in [report.pagePath, report.title] { check(fact) }
    for fact in [report.summary, report.image, report.topic, report.contexts] { check(fact) }
    check(report.category?.label)
    let title = reading.string(of: report.title, in: bytes.span).utf8.count
    for link in reading.links[report.links] {
      check(link.label)
      check(link.target)
      precondition(link.titleRange.upperBound <= title, "a link that reaches out of its title")
    }
    for topic in reading.topics[report.topics] { check(topic.label) }
    for source in reading.sources[report.sources] {
      check(source.publisher)
      check(source.url)
    }
    for related in reading.related[report.related] {
      check(related.title)
      check(related.pagePath)
      check(related.sharedContexts)
    }
  }
  guard let article = reading.article else { return }
  for fact in [article.headline, article.byline, article.publisher, article.url, article.image] {
    check(fact)
  }
  for block in article.blocks { check(block.text) }
  for quote in article.quotes {
    for piece in quote.pieces { check(piece) }
    check(quote.speaker)
    check(quote.name)
  }
  for date in article.dates { check(date.text) }
}
