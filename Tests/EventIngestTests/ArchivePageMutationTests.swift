import EventGraph
import EventIngest
import Testing

/// Damaged pages: whatever the bytes, reading ends, spans lie inside the document, texts are UTF-8.
@Suite("Damaged archive pages")
struct ArchivePageMutationTests {
  static let index = """
    ## [2016-01-9](/news/2016/01/9/index.md)

    ##### Supreme Court
    ### [The court hears the case. ](/news/2016/01/9/the-court-hears.md)
    _Context: Supreme Court, Washington, D.C., Ö_

    ##### Port
    ### [A storm [of force 12] closes the port.](/news/2016/01/9/a-storm.md)
    Ships wait outside&hellip; the harbour master said.
    Second line.

    ## [Previous Day...](/news/2016/01/8/index.md)
    """

  /// Pieces that mean something to the reader, which random bytes would rarely hit.
  static let scraps: [String] = [
    "](/news/", "](", "[", ")", "_Context:", "_", "### ", "## ", "##### ", "# ", "&#", "&#x10FFFF;",
    "&#32;", ";", "\r\n", "\n", "\u{FEFF}", "\0", ", ", "1. ", "/", "9999", "-", "é",
  ]

  static func mutate(_ bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...40, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
      case 2: bytes.insert(contentsOf: (scraps.randomElement(using: &random) ?? "").utf8, at: at)
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...at, using: &random))
      case 4: bytes.removeSubrange(at...)
      default: if at < bytes.count { bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
      }
    }
    return bytes
  }

  @Test("Reading survives any damage and gives spans and texts that hold", arguments: 0..<10)
  func damage(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let seeds = [ArchivePageReaderTests.page, Self.index].map { Array($0.utf8) }
    var reading = Reading()
    for round in 0..<400 {
      let bytes = Self.mutate(seeds[round % 2], using: &random)
      reading.clear()
      ArchivePageReader.read(bytes.span, file: "x/page.md", into: &reading)
      var facts: [TextFact] = []
      for report in reading.reports {
        facts += [report.pagePath, report.title]
        facts += [report.summary, report.image, report.topic, report.contexts].compactMap { $0 }
      }
      for source in reading.sources { facts += [source.publisher, source.url] }
      for related in reading.related {
        facts += [related.title, related.pagePath]
        facts += [related.sharedContexts].compactMap { $0 }
      }
      for fact in facts {
        let range = fact.span.range
        try #require(range.upperBound <= bytes.count, "seed \(seed), round \(round)")
        let line = 1 + bytes[..<range.lowerBound].count { $0 == 10 }
        try #require(Int(fact.span.line) == line, "seed \(seed), round \(round)")
        let isText = reading.withBytes(of: fact, in: bytes.span) { text in
          text.withUnsafeBufferPointer { buffer in
            !buffer.isEmpty && String(validating: buffer, as: UTF8.self) != nil
              && !buffer.contains(10)
          }
        }
        try #require(isText, "seed \(seed), round \(round)")
      }
      for diagnostic in reading.diagnostics where diagnostic.line > 0 {
        try #require(diagnostic.line <= 1 + bytes.count { $0 == 10 })
      }
      try #require(
        !reading.reports.isEmpty || !reading.diagnostics.isEmpty || Self.isEmptyDay(bytes))
    }
  }

  /// A day without events is no damage.
  static func isEmptyDay(_ bytes: [UInt8]) -> Bool {
    !String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).contains {
      $0.hasPrefix("### ") || $0.hasPrefix("# ")
    }
  }

  @Test("An event of a day index that has no title is named, not dropped")
  func noTitle() {
    let (reading, _) = ArchivePageReaderTests.read(
      "## [2016-01-9](/news/2016/01/9/index.md)\n\n### [ ](/news/2016/01/9/x.md)\n",
      file: "index.md")
    #expect(reading.reports.isEmpty)
    #expect(reading.diagnostics.map(\.kind) == [.missingTitle])
    #expect(reading.diagnostics.map(\.line) == [3])
  }

  @Test("What a day index holds beside its events is named: a second list, words behind a link")
  func extraLines() {
    let (reading, bytes) = ArchivePageReaderTests.read(
      """
      ## [2016-01-9](/news/2016/01/9/index.md)

      ### [A](/news/2016/01/9/a.md) and more
      First words.
      _Context: b_
      _Context: c_
      Last words.

      ## Something else
      """, file: "index.md")
    #expect(reading.diagnostics.map(\.line) == [3, 6, 7, 9])
    #expect(reading.diagnostics.allSatisfy { $0.kind == .unknownLine })
    let summaries = reading.reports.compactMap(\.summary)
    #expect(summaries.map { reading.string(of: $0, in: bytes.span) } == ["First words."])
  }

  @Test("A page path that is not UTF-8 becomes UTF-8")
  func pathBytes() {
    var bytes = Array("## [2016-01-9](/news/2016/01/9/index.md)\n### [A](/news/2016/01/9/".utf8)
    bytes += [0xFF, 0xE9]
    bytes += Array(".md)\n".utf8)
    let (reading, _) = ArchivePageReaderTests.read(bytes, file: "index.md")
    #expect(
      reading.reports.map { reading.string(of: $0.pagePath, in: bytes.span) }
        == ["/news/2016/01/9/ÿé.md"])
  }

  @Test("References cannot bring line ends or white space to a text's ends; CRLF is one space")
  func cleaned() {
    let (reading, bytes) = ArchivePageReaderTests.read(
      "### [2016-01-9](/news/2016/01/9/index.md)\r\n\r\n# &#10;A&#7;b&#32;\r\n\r\nOne\r\ntwo\r\n")
    #expect(reading.reports.map { reading.string(of: $0.title, in: bytes.span) } == ["A b"])
    #expect(
      reading.reports.compactMap(\.summary).map { reading.string(of: $0, in: bytes.span) }
        == ["One two"])
    let (blank, _) = ArchivePageReaderTests.read(
      "### [2016-01-9](/news/2016/01/9/index.md)\n\n# &#32;\n")
    #expect(blank.reports.isEmpty)
    #expect(blank.diagnostics.map(\.kind) == [.missingTitle])
  }

  @Test("A Related list longer than a rank can count is read whole, and named")
  func manyRelated() {
    let entries = (0..<65_540).map { "1. [E](/news/2016/01/8/\($0).md)\n" }.joined()
    let (reading, _) = ArchivePageReaderTests.read(
      "### [2016-01-9](/news/2016/01/9/index.md)\n\n# A\n\n### Related:\n\n" + entries)
    #expect(reading.related.count == 65_540)
    #expect(reading.diagnostics.map(\.line) == [65_542])
  }

  @Test("Pages without a day that share a file name are not one event")
  func undated() {
    let paths = ["One", "Two"].map { title in
      let (reading, bytes) = ArchivePageReaderTests.read("# \(title)\n", file: "\(title)/page.md")
      return reading.reports.map { reading.string(of: $0.pagePath, in: bytes.span) }
    }
    #expect(paths == [["/one.md"], ["/two.md"]])
  }
}

struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
