import EventGraph
import EventIngest
import Testing

@Suite("Current Events wikitext reader")
struct CurrentEventsReaderTests {
  /// A reading with its document.
  struct Read {
    var reading = Reading()
    var bytes: [UInt8]

    func text(_ fact: TextFact) -> String { reading.string(of: fact, in: bytes.span) }
    func text(_ fact: TextFact?) -> String? { fact.map { text($0) } }
    var titles: [String] { reading.reports.map { text($0.title) } }

    /// "label → target" of a report.
    func links(_ k: Int = 0) -> [String] {
      reading.links[reading.reports[k].links].map { "\(text($0.label)) → \(text($0.target))" }
    }

    /// "publisher: address" of a report.
    func sources(_ k: Int = 0) -> [String] {
      reading.sources[reading.reports[k].sources].map { "\(text($0.publisher)): \(text($0.url))" }
    }

    func topics(_ k: Int = 0) -> [String] {
      reading.topics[reading.reports[k].topics].map { text($0.label) }
    }
  }

  static func read(_ text: String, file: String = "2014_March_2.txt") -> Read {
    read(Array(text.utf8), file: file)
  }

  static func read(_ bytes: [UInt8], file: String = "2014_March_2.txt") -> Read {
    var read = Read(bytes: bytes)
    CurrentEventsReader.read(bytes.span, file: file, into: &read.reading)
    return read
  }

  static func title(_ line: String) -> String? { read("* " + line).titles.first }

  static let day = """
    <!-- All news items below this line -->{{Current events header|2014|03|02}}

    ;Armed conflicts and attacks
    *[[2014 Crimean crisis]], [[2014 Ukrainian revolution]]:
    **Ukraine's Navy commander, [[Denis Berezovsky]], defects to the [[Crimea]]n government. \
    [http://news.example.org/a (Ria Novosty via inSerbia)]
    ***The commander's [[oath]] is broadcast from Sevastopol. [http://news.example.org/b (BBC)]
    *[[War in North-West Pakistan]]:
    **[[Pakistan]]i military bombs a hideout.&nbsp; Five are killed. \
    [http://news.example.org/c (''Jerusalem Post'')], [http://news.example.org/d CNN].

    '''Law and Crime'''
    *A court in [[Port of Spain|the capital]] rules on an appeal.<ref>{{cite web\
    |url=http://news.example.org/e|title=Appeal|publisher=[[Reuters]]}}</ref>

    <!-- All news items above this line -->{{Current events footer}}
    """

  @Test("A day gives its events with headings, topics, links and cited items")
  func day() throws {
    let read = Self.read(Self.day)
    #expect(read.reading.format == .currentEventsWikitext)
    #expect(read.reading.diagnostics.isEmpty)
    #expect(
      read.titles == [
        "Ukraine's Navy commander, Denis Berezovsky, defects to the Crimean government.",
        "The commander's oath is broadcast from Sevastopol.",
        "Pakistani military bombs a hideout. Five are killed.",
        "A court in the capital rules on an appeal.",
      ])
    #expect(read.reading.reports.allSatisfy { $0.date.map { "\($0)" } == "2014-03-02" })
    #expect(
      read.text(read.reading.reports[2].pagePath)
        == "/news/2014/03/2/pakistani-military-bombs-a-hideout-five-are-killed.md")
    #expect(read.links() == ["Denis Berezovsky → Denis Berezovsky", "Crimea → Crimea"])
    #expect(read.links(1) == ["oath → Oath"])
    #expect(read.links(3) == ["the capital → Port of Spain"])
    #expect(read.topics() == ["2014 Crimean crisis, 2014 Ukrainian revolution"])
    #expect(read.topics(2) == ["War in North-West Pakistan"])
    #expect(read.topics(3) == [])
    #expect(
      read.sources(2) == [
        "Jerusalem Post: http://news.example.org/c", "CNN: http://news.example.org/d",
      ])
    #expect(read.sources(3) == ["Reuters: http://news.example.org/e"])
    let categories = read.reading.reports.map(\.category)
    #expect(
      categories.map { $0?.name } == [.armedConflicts, .armedConflicts, .armedConflicts, .law])
    #expect(read.text(categories[3]?.label) == "Law and Crime")
  }

  @Test("Spans hold the words, and a link's place in the title holds its label")
  func spans() {
    let read = Self.read(Self.day)
    for report in read.reading.reports {
      let title = Array(read.text(report.title).utf8)
      for link in read.reading.links[report.links] {
        let shown = String(decoding: title[link.titleRange], as: UTF8.self)
        #expect(shown.hasPrefix(read.text(link.label)))
        let words = String(decoding: read.bytes[link.label.span.range], as: UTF8.self)
        #expect(words == read.text(link.label))
        let line = read.bytes[..<Int(link.label.span.start)].count { $0 == 10 } + 1
        #expect(Int(link.label.span.line) == line)
      }
      for source in read.reading.sources[report.sources] {
        let words = String(decoding: read.bytes[source.url.span.range], as: UTF8.self)
        #expect(words == read.text(source.url))
      }
    }
  }

  @Test(
    "Links: trail, pipe trick, section, underscores, colon, entities",
    arguments: [
      ("[[Kurd]]ish fighters leave the town.", "Kurdish fighters leave the town.", "Kurd → Kurd"),
      (
        "The [[Mercury (planet)|]] probe arrives.", "The Mercury probe arrives.",
        "Mercury → Mercury (planet)"
      ),
      (
        "An [[Iraq War#Aftermath|aftermath]] is seen.", "An aftermath is seen.",
        "aftermath → Iraq War"
      ),
      (
        "The [[2014_The_Profit_500]] is run.", "The 2014 The Profit 500 is run.",
        "2014 The Profit 500 → 2014 The Profit 500"
      ),
      ("Scandals: [[:Category:Fraud|fraud]] is found.", "Scandals: fraud is found.", nil),
      ("A word is [[wikt:gouge|gouge]] in English.", "A word is gouge in English.", nil),
      ("The [[X|''Stalingrad'']] film opens.", "The Stalingrad film opens.", "Stalingrad → X"),
      ("The price is [[Euro|&euro;]]5 in France.", "The price is €5 in France.", "€ → Euro"),
      (
        "The {{USS|Cole|DDG-67}} leaves the port.", "The USS Cole leaves the port.",
        "USS Cole → USS Cole (DDG-67)"
      ),
      (
        "A [[Vish|bus plunges {{convert|80|m|ft}} off]] a cliff.",
        "A bus plunges 80 m off a cliff.", "bus plunges 80 m off → Vish"
      ),
      (
        "[[File:A.jpg|thumb|[[Someone]] here]][[Lula]] becomes president.",
        "Lula becomes president.", "Lula → Lula"
      ),
    ] as [(String, String, String?)])
  func links(line: String, title: String, link: String?) {
    let read = Self.read("* " + line)
    #expect(read.titles == [title])
    #expect(read.links().first == link)
  }

  @Test(
    "Cited items: names in brackets, bare addresses, slips of the hand",
    arguments: [
      (
        "[http://a.example.org/1 (AP via CBC (Canada))]",
        ["AP via CBC (Canada): http://a.example.org/1"]
      ),
      ("[[http://a.example.org/1 (BBC)]]", ["BBC: http://a.example.org/1"]),
      (
        "[http://a.example.org/1 (BBC) [http://b.example.org/2 (CNN)]",
        ["BBC: http://a.example.org/1", "CNN: http://b.example.org/2"]
      ),
      (
        "[http://a.example.org/1 ([[The Times]])], [http://b.example.org/2]",
        ["The Times: http://a.example.org/1", "b.example.org: http://b.example.org/2"]
      ),
      ("See http://www.example.org/x.", ["example.org: http://www.example.org/x"]),
      (
        "<ref name=\"a\">[http://a.example.org/1 ]{{dead link|date=May 2014}} Some words.</ref>",
        ["a.example.org: http://a.example.org/1"]
      ),
      (
        "{{cite news|url=http://a.example.org/1|work=Post|title=A | B}}",
        ["Post: http://a.example.org/1"]
      ),
    ])
  func citations(tail: String, sources: [String]) {
    let read = Self.read("* A bridge is opened in Ghent. " + tail)
    #expect(read.sources() == sources)
    #expect(read.titles.first?.hasPrefix("A bridge is opened in Ghent.") == true)
    #expect(read.titles.first?.contains("Some words") == false)
  }

  @Test("A name within a sentence is a word of it, and a source as well")
  func citationInside() {
    let read = Self.read("* The [http://a.example.org/1 Pentagon report] is published today.")
    #expect(read.titles == ["The Pentagon report is published today."])
    #expect(read.sources() == ["Pentagon report: http://a.example.org/1"])
  }

  @Test(
    "A topic that is a sentence with sources is an event, and its bullets have events of their own")
  func sentenceAsTopic() {
    let read = Self.read(
      """
      *[[Syrian civil war]]
      **The army enters the town of [[Homs]]. [http://a.example.org/1 (BBC)]
      ***[[Battle of Homs]]:
      ****[[Rebels]] leave the old quarter by night. [http://a.example.org/2 (BBC)]
      *[[Lone link]]
      """)
    #expect(read.titles.count == 2)
    #expect(read.topics(1) == ["Syrian civil war", "Battle of Homs"])
  }

  @Test("Two events with one slug on one day are numbered in their order")
  func numbered() {
    let read = Self.read("* A storm strikes Ghent.\n* A storm strikes Ghent!")
    #expect(
      read.reading.reports.map { read.text($0.pagePath) } == [
        "/news/2014/03/2/a-storm-strikes-ghent.md", "/news/2014/03/2/a-storm-strikes-ghent-2.md",
      ])
  }

  @Test("UTF-8 and Windows-1252 may stand in one line")
  func mixedEncodings() {
    let bytes = Array("* Chancellor Schr".utf8) + [0xF6] + Array("der visits Łódź.".utf8)
    #expect(Self.read(bytes).titles == ["Chancellor Schröder visits Łódź."])
  }

  @Test("A line of nothing but sources belongs to the bullet above it")
  func looseSources() {
    let read = Self.read(
      "* A bridge is opened in Ghent.\n[http://a.example.org/1 (BBC)] [http://a.example.org/2 (AP)]"
    )
    #expect(read.titles == ["A bridge is opened in Ghent."])
    #expect(read.sources().count == 2)
  }

  @Test("What stands in comments, templates and references that run over lines is no line")
  func furniture() {
    let read = Self.read(
      """
      {{Blacklisted-links|1=
      *http://a.example.org/x|bot=B}}
      <!--
      * An event that was taken out again.
      -->
      * Eight refugees,<ref>{{cite web |url= http://a.example.org/1
      |work=BMJ}}</ref> among them children, are found.
      """)
    #expect(read.titles == ["Eight refugees, among them children, are found."])
    #expect(read.sources() == ["BMJ: http://a.example.org/1"])
    #expect(read.reading.diagnostics.isEmpty)
  }

  @Test(
    "Headings in all shapes",
    arguments: [
      (";Sports", NewsCategory.sport), ("'''Law & crime''':", .law),
      ("== Disasters ==", .disasters),
      (";Attacks and armed conflicts", .armedConflicts), (";Arts and cuture", .arts),
      (";International relations:", .international), (";Natural disasters", .disasters),
    ])
  func headings(line: String, category: NewsCategory) {
    let read = Self.read(line + "\n* A bridge is opened in Ghent.")
    #expect(read.reading.reports.first?.category?.name == category)
  }

  @Test(
    "A heading that is a topic keeps its words and gets no category",
    arguments: [";Arab Spring", ";Bird Deaths"])
  func unknownHeading(line: String) {
    let category = Self.read(line + "\n* A bridge is opened in Ghent.").reading.reports.first?
      .category
    #expect(category != nil)
    #expect(category?.name == nil)
  }

  @Test("The file's name gives the date, and the header where the name does not")
  func dates() {
    let text = "{{Current events header|1999|05|23}}\n* A bridge is opened in Ghent."
    let named = Self.read(text, file: "x/1999_May_20.txt")
    #expect(named.reading.reports.first?.date.map { "\($0)" } == "1999-05-20")
    #expect(named.reading.diagnostics.map(\.kind) == [.unreadableDate])
    let unnamed = Self.read(text, file: "page.txt")
    #expect(unnamed.reading.reports.first?.date.map { "\($0)" } == "1999-05-23")
    #expect(
      Self.read("* A bridge is opened.", file: "a.txt").reading.diagnostics.map(\.kind) == [
        .missingDate
      ])
  }

  @Test("Chosen by content, with the name as a hint")
  func accepted() {
    func accepts(_ text: String, _ file: String) -> Bool {
      CurrentEventsReader.accepts(Array(text.utf8).span, file: file)
    }
    #expect(accepts("<!-- x -->{{Current events header|2004|05|03}}", "anything"))
    #expect(accepts("* An event.", "2004_May_3.txt"))
    #expect(!accepts("* An event.", "README.txt"))
    #expect(!accepts("Breaking News", "2004_May_3.txt"))
  }

  @Test("A day cut at any byte is read as far as it goes")
  func truncation() {
    let bytes = Array(Self.day.utf8)
    for end in 0...bytes.count { Self.checkFacts(Self.read(Array(bytes[..<end]))) }
  }

  @Test(
    "Random damage never crashes and never leaves a text that is not UTF-8",
    arguments: UInt64(0)..<200)
  func mutation(seed: UInt64) {
    var state = seed
    func next() -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ z >> 31) >> 1)
    }
    let marks = Array("[[]]{}|'*;:#<>-!=& \nhttp://ref/\u{A0}é".utf8) + [0x80, 0xFF, 0xE2, 0]
    var bytes = Array(Self.day.utf8)
    for _ in 0..<(1 + next() % 40) {
      let k = next() % bytes.count
      switch next() % 4 {
      case 0: bytes[k] = marks[next() % marks.count]
      case 1: bytes.insert(marks[next() % marks.count], at: k)
      case 2: bytes.remove(at: k)
      default:
        let end = min(bytes.count, k + next() % 60)
        bytes.insert(contentsOf: bytes[k..<end], at: next() % bytes.count)
      }
    }
    Self.checkFacts(Self.read(bytes))
  }

  @Test(
    "Marks that nothing closes are read to the end",
    arguments: ["[", "{{", "<ref>", "<!--", "''", "[http://a "])
  func unclosed(mark: String) {
    let text = "* " + String(repeating: mark, count: 4_000 / mark.utf8.count)
    Self.checkFacts(Self.read(String(repeating: text + "\n", count: 4)))
  }

  /// Every span lies in the document, every text is valid and whole.
  static func checkFacts(_ read: Read) {
    for report in read.reading.reports {
      let title = read.text(report.title)
      #expect(!title.isEmpty)
      #expect(!title.unicodeScalars.contains("\n"))
      #expect(read.text(report.pagePath).hasSuffix(".md"))
      for link in read.reading.links[report.links] {
        #expect(link.titleRange.upperBound <= title.utf8.count)
        #expect(!read.text(link.label).isEmpty)
        #expect(!read.text(link.target).isEmpty)
        #expect(Int(link.target.span.range.upperBound) <= read.bytes.count)
      }
      for source in read.reading.sources[report.sources] {
        #expect(!read.text(source.url).isEmpty)
        _ = read.text(source.publisher)
      }
      for topic in read.reading.topics[report.topics] { _ = read.text(topic.label) }
    }
  }
}
