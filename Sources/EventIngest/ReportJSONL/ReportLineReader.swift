internal import EventGraph

/// Reads back what `ReportLineWriter` writes: a line of JSON, one report of one document.
///
/// Members that are not known are passed over, since later versions may add some; a known one that is
/// not as `SCHEMA.md` says makes the line a bad one.
struct ReportLineReader {
  /// What a line says of its document.
  struct Head {
    var path: String
    var file: String
    /// 32 bytes.
    var sha256: [UInt8]
    /// Which report of the document it is, from 1.
    var part: Int
  }

  static let schema: StaticString = "weft.report/1"
  static let articleSchema: StaticString = "weft.article/1"
  /// The cleaned form of a text is at most some times as long as what it was made of.
  private static let longestText = Reading.maximumTextLength * 4

  private(set) var tape = JSONTape()

  /// By content: the first line is an object that names the schema, wherever in it.
  static func accepts(_ bytes: Span<UInt8>) -> Bool {
    let start = bytes.trimmed(0..<min(bytes.count, 1 << 10)).lowerBound
    guard bytes.hasPrefix("{", at: start) else { return false }
    let end = bytes.firstIndex(of: 10, from: start, to: bytes.count) ?? bytes.count
    var k = start
    while let quote = bytes.firstIndex(of: UInt8(ascii: "\""), from: k, to: end) {
      if bytes.hasPrefix("\"weft.report/", at: quote)
        || bytes.hasPrefix("\"weft.article/", at: quote)
      {
        return true
      }
      k = quote + 1
    }
    return false
  }

  /// Reads a line into a cleared reading, which then holds one report, all of it in `derived`.
  mutating func read(
    _ line: Span<UInt8>, into reading: inout Reading
  ) -> Result<Head, JSONError> {
    do throws(JSONError) { return .success(try readLine(line, &reading)) } catch {
      reading.clear()
      return .failure(error)
    }
  }

  private mutating func readLine(
    _ line: Span<UInt8>, _ reading: inout Reading
  ) throws(JSONError) -> Head {
    try tape.parse(line)
    try expect(.object, 0, "a report is an object")
    let version = try required("schema", of: 0, .string, line)
    let isArticle = tape.isString(version, Self.articleSchema, line)
    guard isArticle || tape.isString(version, Self.schema, line) else {
      throw error(
        version,
        "'\(tape.string(version, of: line).prefix(40))' is not the schema '\(Self.schema)'")
    }
    let document = try required("document", of: 0, .object, line)
    let head = Head(
      path: try string("path", of: document, line), file: try string("file", of: document, line),
      sha256: try hash(document, line), part: isArticle ? 1 : try number("report", of: 0, line))
    guard head.part > 0 else { throw JSONError(offset: 0, message: "'report' counts from 1") }
    let format = try required("format", of: document, .string, line)
    reading.format = Reading.Format(rawValue: tape.string(format, of: line))
    guard reading.format != nil else { throw error(format, "not a format of reports") }
    if isArticle {
      try readArticle(line, &reading)
      return head
    }
    var report = Report(
      pagePath: try fact("page", of: 0, line, &reading), date: try date(of: 0, line),
      title: try fact("title", of: 0, line, &reading),
      summary: try optionalFact("summary", of: 0, line, &reading),
      image: try optionalFact("image", of: 0, line, &reading),
      topic: try optionalFact("topic", of: 0, line, &reading),
      contexts: try optionalFact("contexts", of: 0, line, &reading),
      sources: 0..<0, related: 0..<0)
    report.links = try readLinks(of: 0, line, &reading, title: report.title)
    report.category = try readCategory(line, &reading)
    try readTopics(line, &reading)
    report.topics = 0..<reading.topics.count
    try readSources(line, &reading)
    report.sources = 0..<reading.sources.count
    try readRelated(line, &reading)
    report.related = 0..<reading.related.count
    reading.reports.append(report)
    return head
  }

  // MARK: Lists

  private func readLinks(
    of object: Int, _ line: Span<UInt8>, _ reading: inout Reading, title: TextFact?
  ) throws(JSONError) -> Range<Int> {
    let first = reading.links.count
    for link in try elements("links", of: object, line) {
      try expect(.object, link, "a link is an object")
      var range = 0..<0
      if let title {
        let (start, end) = (try number("start", of: link, line), try number("end", of: link, line))
        let text = reading.derivedRange(of: title)
        guard start <= end, let bytes = reading.derived.span.byteRange(start, end, in: text) else {
          throw error(link, "the link's start and end are not in the title")
        }
        range = bytes
      }
      reading.links.append(
        LinkFact(
          label: try fact("label", of: link, line, &reading),
          target: try fact("target", of: link, line, &reading), titleRange: range))
    }
    return first..<reading.links.count
  }

  private func readCategory(
    _ line: Span<UInt8>, _ reading: inout Reading
  ) throws(JSONError) -> CategoryFact? {
    guard let place = try tape.member("category", of: 0, in: line) else { return nil }
    try expect(.object, place, "'category' must be an object")
    let label = try fact("label", of: place, line, &reading)
    guard let name = try tape.member("name", of: place, in: line) else {
      return CategoryFact(label: label, name: nil)
    }
    try expect(.string, name, "'name' must be a string")
    let known = tape.string(name, of: line)
    guard let category = NewsCategory.allCases.first(where: { $0.name == known }) else {
      throw error(name, "not a category of the portal")
    }
    return CategoryFact(label: label, name: category)
  }

  private func readTopics(
    _ line: Span<UInt8>, _ reading: inout Reading
  ) throws(JSONError) {
    for topic in try elements("topics", of: 0, line) {
      try expect(.object, topic, "a topic is an object")
      let label = try fact("label", of: topic, line, &reading)
      let links = try readLinks(of: topic, line, &reading, title: nil)
      let isLinked = try tape.member("isLinked", of: topic, in: line)
      if let isLinked, tape.values[isLinked].kind != .yes, tape.values[isLinked].kind != .no {
        throw error(isLinked, "'isLinked' must be true or false")
      }
      reading.topics.append(
        TopicLevel(
          label: label, links: links,
          isLinked: isLinked.map { tape.values[$0].kind == .yes } ?? false))
    }
  }

  private func readSources(
    _ line: Span<UInt8>, _ reading: inout Reading
  ) throws(JSONError) {
    for source in try elements("sources", of: 0, line) {
      try expect(.object, source, "a source is an object")
      reading.sources.append(
        SourceFact(
          publisher: try fact("publisher", of: source, line, &reading),
          url: try fact("url", of: source, line, &reading)))
    }
  }

  private func readRelated(
    _ line: Span<UInt8>, _ reading: inout Reading
  ) throws(JSONError) {
    for entry in try elements("related", of: 0, line) {
      try expect(.object, entry, "a related entry is an object")
      reading.related.append(
        RelatedFact(
          rank: try number("rank", of: entry, line),
          title: try fact("title", of: entry, line, &reading),
          pagePath: try fact("page", of: entry, line, &reading), date: try date(of: entry, line),
          sharedContexts: try optionalFact("contexts", of: entry, line, &reading)))
    }
  }

  // MARK: Members

  func error(_ place: Int, _ message: String) -> JSONError {
    JSONError(offset: Int(tape.values[place].start), message: message)
  }

  func expect(
    _ kind: JSONTape.Kind, _ place: Int, _ message: @autoclosure () -> String
  ) throws(JSONError) {
    if tape.values[place].kind != kind { throw error(place, message()) }
  }

  private func required(
    _ name: StaticString, of object: Int, _ kind: JSONTape.Kind, _ line: Span<UInt8>
  ) throws(JSONError) -> Int {
    guard let place = try tape.member(name, of: object, in: line) else {
      throw error(object, "'\(name)' is missing")
    }
    try expect(kind, place, "'\(name)' must be \(kind == .object ? "an object" : "a \(kind)")")
    return place
  }

  func string(
    _ name: StaticString, of object: Int, _ line: Span<UInt8>
  ) throws(JSONError) -> String {
    let place = try required(name, of: object, .string, line)
    guard (1...Self.longestText).contains(tape.values[place].range.count) else {
      throw error(place, "'\(name)' is empty or too long")
    }
    return tape.string(place, of: line)
  }

  private func number(
    _ name: StaticString, of object: Int, _ line: Span<UInt8>
  ) throws(JSONError) -> Int {
    let place = try required(name, of: object, .number, line)
    guard let number = tape.number(place, of: line), number <= Int(UInt32.max) else {
      throw error(place, "'\(name)' must be a whole number from 0 to \(UInt32.max)")
    }
    return number
  }

  private func hash(_ document: Int, _ line: Span<UInt8>) throws(JSONError) -> [UInt8] {
    let place = try required("sha256", of: document, .string, line)
    let digits = tape.values[place].range
    var bytes: [UInt8] = []
    for k in digits {
      let digit = line[k]
      guard digit.isASCIIDigit || (digit.isASCIILower && digit <= UInt8(ascii: "f")) else { break }
      let value = digit.isASCIIDigit ? digit - 48 : digit - 87
      if (k - digits.lowerBound) % 2 == 0 {
        bytes.append(value << 4)
      } else {
        bytes[bytes.count - 1] |= value
      }
    }
    guard digits.count == 64, bytes.count == 32 else {
      throw error(place, "'sha256' must be 64 hexadecimal digits in lower case")
    }
    return bytes
  }

  private func date(of object: Int, _ line: Span<UInt8>) throws(JSONError) -> PartialDate? {
    try date("date", of: object, line)
  }

  func date(
    _ name: StaticString, of object: Int, _ line: Span<UInt8>
  ) throws(JSONError) -> PartialDate? {
    guard let place = try tape.member(name, of: object, in: line) else { return nil }
    try expect(.string, place, "'\(name)' must be a string")
    guard let date = PartialDate(tape.string(place, of: line)) else {
      throw error(place, "'\(name)' must be YYYY, YYYY-MM or YYYY-MM-DD")
    }
    return date
  }

  func elements(
    _ name: StaticString, of object: Int, _ line: Span<UInt8>
  ) throws(JSONError) -> [Int] {
    guard let array = try tape.member(name, of: object, in: line) else { return [] }
    try expect(.array, array, "'\(name)' must be an array")
    var places: [Int] = []
    var place = array + 1
    while place < Int(tape.values[array].next) {
      places.append(place)
      place = Int(tape.values[place].next)
    }
    return places
  }

  func optionalFact(
    _ name: StaticString, of object: Int, _ line: Span<UInt8>, _ reading: inout Reading
  ) throws(JSONError) -> TextFact? {
    guard try tape.member(name, of: object, in: line) != nil else { return nil }
    return try fact(name, of: object, line, &reading)
  }

  /// `{"text":…,"line":…,"start":…,"length":…,"isCleaned":true}`
  func fact(
    _ name: StaticString, of object: Int, _ line: Span<UInt8>, _ reading: inout Reading
  ) throws(JSONError) -> TextFact {
    let place = try required(name, of: object, .object, line)
    let text = try required("text", of: place, .string, line)
    let (start, length) = (
      try number("start", of: place, line), try number("length", of: place, line)
    )
    let number = try number("line", of: place, line)
    let cleaned = try tape.member("isCleaned", of: place, in: line)
    let isVerbatim = cleaned.map { tape.values[$0].kind == .no } ?? true
    let first = reading.derived.count
    tape.append(text, of: line, to: &reading.derived)
    let count = reading.derived.count - first
    guard (1...Self.longestText).contains(count) else {
      throw error(text, "'\(name)' is empty or too long")
    }
    guard start + length <= Int(UInt32.max), number > 0 else {
      throw error(place, "'\(name)' stands at no place of a document")
    }
    guard !isVerbatim || count == length else {
      throw error(
        place, "'\(name)' is \(count) bytes long and its place \(length); say \"isCleaned\":true")
    }
    return TextFact(
      span: SourceSpan(start: start, length: length, line: number), derived: first..<first + count,
      isVerbatim: isVerbatim)
  }
}

extension Reading {
  /// Where a text that was read back stands in `derived`.
  fileprivate func derivedRange(of fact: TextFact) -> Range<Int> {
    let start = Int(fact.derivedStart ?? 0)
    return start..<start + Int(fact.derivedLength)
  }
}

extension Span<UInt8> {
  /// Bytes from the start of a text to the given code points of it; nil where it has not so many.
  fileprivate func byteRange(_ start: Int, _ end: Int, in text: Range<Int>) -> Range<Int>? {
    var scalars = 0
    var found: Int?
    for k in text.lowerBound...text.upperBound {
      guard k == text.upperBound || self[k] & 0xC0 != 0x80 else { continue }
      if scalars == start { found = k - text.lowerBound }
      if scalars == end { return found.map { $0..<k - text.lowerBound } }
      scalars += 1
    }
    return nil
  }
}
