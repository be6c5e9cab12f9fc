import EventGraph
import EventIngest
import Testing

@Suite("Archive page reader")
struct ArchivePageReaderTests {
  static let page = """
    ### [2016-01-9](/news/2016/01/9/index.md)

    # The court hears "both sides" of the case in Washington, D.C.\u{20}

    A first hearing ended without a ruling, the court&#39;s office said&hellip;


    ### Source:

    1. [Example Wire](https://news.example.org/world/court_(hearing)?id=1)
    1. [Cover Image](https://img.example.org/court.jpg)

    ### Related:

    1. [A lower court [of appeal] rules for the state. ](/news/2015/12/2/a-lower-court-rules.md) _Context: Supreme Court, Washington, D.C._
    2. [The state appeals. ](/news/2015/11/30/the-state-appeals.md)
    """

  static func read(_ text: String, file: String = "page.md") -> (Reading, [UInt8]) {
    read(Array(text.utf8), file: file)
  }

  static func read(_ bytes: [UInt8], file: String = "page.md") -> (Reading, [UInt8]) {
    var reading = Reading()
    ArchivePageReader.read(bytes.span, file: file, into: &reading)
    return (reading, bytes)
  }

  @Test("A README.md about an archive is no event; another page that lost its date is one")
  func readme() {
    let text = "# About this archive\n\nWhat the folders hold.\n"
    let (readme, _) = Self.read(text, file: "archive/README.md")
    #expect(readme.reports.isEmpty)
    #expect(readme.diagnostics.map(\.kind) == [.missingDate])
    #expect(Self.read(text, file: "archive/about.md").0.reports.count == 1)
  }

  @Test("An event page gives date, title, summary, sources, image and related events in order")
  func eventPage() throws {
    let (reading, bytes) = Self.read(Self.page, file: "x/the-court-hears.md")
    func text(_ fact: TextFact) -> String { reading.string(of: fact, in: bytes.span) }
    #expect(reading.format == .eventPage)
    #expect(reading.diagnostics.isEmpty)
    let report = try #require(reading.reports.first)
    #expect(report.date.map { "\($0)" } == "2016-01-09")
    #expect(text(report.title) == "The court hears \"both sides\" of the case in Washington, D.C.")
    #expect(text(report.pagePath) == "/news/2016/01/9/the-court-hears.md")
    #expect(
      report.summary.map(text)
        == "A first hearing ended without a ruling, the court's office said…")
    #expect(report.image.map(text) == "https://img.example.org/court.jpg")
    #expect(reading.sources.map { text($0.publisher) } == ["Example Wire"])
    #expect(
      reading.sources.map { text($0.url) }
        == ["https://news.example.org/world/court_(hearing)?id=1"])
    #expect(
      reading.related.map { text($0.title) }
        == ["A lower court [of appeal] rules for the state.", "The state appeals."])
    #expect(reading.related.compactMap(\.date).map { "\($0)" } == ["2015-12-02", "2015-11-30"])
    #expect(reading.related[0].sharedContexts.map(text) == "Supreme Court, Washington, D.C.")
    #expect(reading.related[1].sharedContexts == nil)
  }

  @Test("Every span holds the words that it stands for")
  func spans() {
    let (reading, bytes) = Self.read(Self.page)
    var facts = reading.reports.flatMap { [$0.title, $0.summary, $0.image].compactMap { $0 } }
    facts += reading.sources.flatMap { [$0.publisher, $0.url] }
    facts += reading.related.flatMap {
      [$0.title, $0.pagePath] + [$0.sharedContexts].compactMap { $0 }
    }
    #expect(facts.count == 10)
    for fact in facts {
      let words = String(decoding: bytes[fact.span.range], as: UTF8.self)
      let line = bytes[..<Int(fact.span.start)].count { $0 == 10 } + 1
      #expect(Int(fact.span.line) == line)
      if fact.isVerbatim { #expect(words == reading.string(of: fact, in: bytes.span)) }
    }
  }

  @Test("A file without the archive's kind of name gets the path that the archive would give it")
  func renamedFile() throws {
    let (reading, bytes) = Self.read(Self.page, file: "saved/page 7.txt")
    let report = try #require(reading.reports.first)
    #expect(
      reading.string(of: report.pagePath, in: bytes.span)
        == "/news/2016/01/9/the-court-hears-both-sides-of-the-case-in-washington-d-c.md")
    #expect(reading.documentPath == nil)
  }

  @Test("A day index gives its events with headings, contexts and summaries")
  func dayIndex() throws {
    let (reading, bytes) = Self.read(
      """

      Formats: [HTML](2016/01/9/index.html)  [JSON](2016/01/9/index.json)

      ## [2016-01-9](/news/2016/01/9/index.md)

      ##### Court cases
      ### [ The court hears the case. ](/news/2016/01/9/the-court-hears.md)
      _Context: Supreme Court, Court cases_

      ### [A river floods two towns. ](/news/2016/01/9/a-river-floods-two-towns.md)
      Two towns were cut off.

      ## [Previous Day...](/news/2016/01/8/index.md)
      """, file: "news/2016/01/9/index.md")
    func text(_ fact: TextFact) -> String { reading.string(of: fact, in: bytes.span) }
    #expect(reading.format == .dayIndex)
    #expect(reading.diagnostics.isEmpty)
    #expect(
      reading.reports.map { text($0.title) }
        == ["The court hears the case.", "A river floods two towns."])
    #expect(reading.reports.map { $0.topic.map(text) } == ["Court cases", nil])
    #expect(reading.reports.map { $0.contexts.map(text) } == ["Supreme Court, Court cases", nil])
    #expect(reading.reports.map { $0.summary.map(text) } == [nil, "Two towns were cut off."])
    #expect(reading.documentPath.map(text) == "/news/2016/01/9/index.md")
  }

  @Test("A page cut anywhere is read as far as it goes, and never crashes")
  func truncation() {
    let bytes = Array(Self.page.utf8)
    for end in 0...bytes.count {
      let (reading, cut) = Self.read(Array(bytes[..<end]))
      for report in reading.reports {
        #expect(!reading.string(of: report.title, in: cut.span).isEmpty)
      }
      if reading.reports.isEmpty { #expect(!reading.diagnostics.isEmpty) }
    }
  }

  @Test("A cut link is named with its line and column, and the rest is read")
  func cutLink() throws {
    let cut = Self.page.replacing(
      "(/news/2015/12/2/a-lower-court-rules.md)", with: "(/news/2015/12")
    let (reading, _) = Self.read(cut)
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.kind == .unclosedLink)
    #expect(diagnostic.line == 15)
    #expect(diagnostic.column == 4)
    #expect(reading.related.count == 1)
    #expect(reading.related[0].rank == 1)
  }

  @Test("Bytes that are not UTF-8 are read as Windows-1252 and named")
  func windows1252() throws {
    var bytes = Array("### [2016-01-9](/news/2016/01/9/index.md)\n\n# Fran".utf8)
    bytes += [0xE7]
    bytes += Array("ois visits Ankara and Zürich.\n".utf8)
    let (reading, document) = Self.read(bytes)
    let report = try #require(reading.reports.first)
    #expect(
      reading.string(of: report.title, in: document.span) == "François visits Ankara and Zürich.")
    #expect(reading.diagnostics.map(\.kind) == [.notUTF8])
    #expect(reading.diagnostics[0].line == 3)
    #expect(reading.diagnostics[0].column == 7)
  }

  @Test(
    "What is no page says so",
    arguments: [
      ("", Diagnostic.Kind.emptyFile), (" \n\n", .emptyFile), ("\u{0}\u{1}PNG", .binaryFile),
      ("Once upon a time", .notAnArchivePage),
    ])
  func notAPage(text: String, kind: Diagnostic.Kind) {
    let (reading, _) = Self.read(text)
    #expect(reading.format == nil)
    #expect(reading.diagnostics.map(\.kind) == [kind])
  }

  @Test("A title too long to be one is named, not swallowed")
  func longLine() {
    let page =
      "### [2016-01-9](/news/2016/01/9/index.md)\n\n# " + String(repeating: "x", count: 10_000_000)
    let (reading, _) = Self.read(page)
    #expect(reading.reports.isEmpty)
    #expect(reading.diagnostics.map(\.kind) == [.textTooLong, .missingTitle])
  }

  @Test("Line ends of either kind and a byte order mark make no difference")
  func lineEnds() {
    let (plain, plainBytes) = Self.read(Self.page)
    let (other, otherBytes) = Self.read("\u{FEFF}" + Self.page.replacing("\n", with: "\r\n"))
    #expect(
      plain.reports.map { plain.string(of: $0.title, in: plainBytes.span) }
        == other.reports.map { other.string(of: $0.title, in: otherBytes.span) })
    #expect(plain.related.count == other.related.count)
    #expect(other.diagnostics.isEmpty)
  }
}
