import EventGraph
import Glibc
import Testing

@testable import EventIngest

@Suite("Current Events as MediaWiki shows them")
struct CurrentEventsHTMLTests {
  /// Facts of all reports, as text, so that a difference can be read.
  private static func facts(_ bytes: [UInt8], file: String) -> [String] {
    var reading = Reading()
    DocumentReader.read(bytes.span, file: file, into: &reading)
    func string(_ fact: TextFact) -> String { reading.string(of: fact, in: bytes.span) }
    func links(_ range: Range<Int>) -> String {
      reading.links[range].map { "[\(string($0.label))→\(string($0.target)) \($0.titleRange)]" }
        .joined()
    }
    return reading.reports.flatMap { report in
      var lines = ["\(report.date?.description ?? "?") \(string(report.title))"]
      lines.append("  page \(string(report.pagePath))")
      lines.append("  links \(links(report.links))")
      lines.append(
        "  under \(report.category.map { string($0.label) } ?? "-")"
          + " \(report.category?.name?.name ?? "-")")
      for topic in reading.topics[report.topics] {
        lines.append("  topic \(string(topic.label)) \(topic.isLinked) \(links(topic.links))")
      }
      for source in reading.sources[report.sources] {
        lines.append("  source \(string(source.publisher)) \(string(source.url))")
      }
      return lines
    }
  }

  private static func compare(_ wikitext: String, id: String, date: String) -> ([String], [String])
  {
    let header = "{{Current events header|\(date.split(separator: "-").joined(separator: "|"))}}\n"
    let html = PortalRenderer.render(wikitext, date: date, id: id)
    return (
      facts(Array((header + wikitext).utf8), file: "\(id).txt"),
      facts(Array(html.utf8), file: "\(id).html")
    )
  }

  private static let days: [(id: String, date: String, text: String)] = [
    (
      "2012_May_3", "2012-05-03",
      """
      ;Armed conflict and attacks
      *Activists say four students are killed in an attack at [[Aleppo University]], [[Syria]]. [http://www.aljazeera.com/news/20120532.html (Al Jazeera)]
      *A [[Somalia|Somali]] journalist is shot in [[Galkayo]]. [http://shabelle.net/2012/05/03/ (Shabelle Media Network)]
      ;Arts and culture
      *The [[59th National Film Awards]] is held in [[New Delhi]] with ''[[Deool]]'' and ''[[Byari (film)|Byari]]'' winning. [http://ibnlive.in.com/254529-8-66.html (CNN-IBN)], [http://www.deccanherald.com/content/246711/ (''Deccan Herald'')]
      ;Politics
      *[[Bahrain]]'s King [[Hamad bin Isa Al Khalifa]] grants new powers to parliament. [http://www.aljazeera.com/a?b=1&c=2 (Al Jazeera)]
      """
    ),
    (
      "2004_May_3", "2004-05-03",
      """
      * An [[Egypt]]ian court rejects the petition of a producer seeking an Egyptian-[[Israel]]i friendship organization stating: "the Arabs do not need it". [http://www.israelnn.com/news.php3?id=61801 (INN)][http://www.haaretzdaily.com/423598.html (HaAretz)]
      * French police seek 500 [[kilogram|kg]] (1,100&nbsp;lb) of [[ammonium nitrate]] stolen from [[Honfleur]]. [https://www.nytimes.com/2004/05/04/04CND-FRAN.html?hp (NYT)]
      """
    ),
    (
      "2013_July_9", "2013-07-09",
      """
      '''Armed conflicts and attacks'''
      *[[Syrian civil war]]:
      **[[2012–13 escalation of the Syrian civil war|Escalation]]
      ***A car bomb wounds dozens in [[Beirut]]'s southern suburbs.<ref>[http://www.bbc.co.uk/news/1 BBC]</ref>
      **The [[Free Syrian Army|FSA]] denies it & others agree. [http://www.reuters.com/x (Reuters)] [http://edition.cnn.com/y]
      *A plain line with a [[United Nations#Organs|U.N.]] organ and a [[file:x.jpg]] picture is read. ([http://ap.org/1 AP])
      '''Sport'''
      *Nothing is linked in this sentence at all.
      """
    ),
  ]

  @Test("The page reads to the same facts as its wikitext", arguments: days.indices)
  func sameFacts(_ k: Int) {
    let day = Self.days[k]
    let (wikitext, html) = Self.compare(day.text, id: day.id, date: day.date)
    #expect(!wikitext.isEmpty)
    #expect(html == wikitext)
  }

  /// The folder of a corpus's wikitext, a day a file, where `make check-corpus` names it.
  private static let corpus = getenv("WEFT_WIKITEXT").map { String(cString: $0) }

  @Test("The whole corpus does, event by event", .enabled(if: corpus != nil))
  func wholeCorpus() throws {
    let folder = try #require(Self.corpus)
    var (events, equal) = (0, 0)
    for year in 1999...2014 {
      for month in Self.months {
        for day in 1...31 {
          let id = "\(year)_\(month.name)_\(day)"
          guard let text = Self.wikitext("\(folder)/\(id).txt") else { continue }
          let date = "\(year)-\(month.number)-\(day < 10 ? "0" : "")\(day)"
          let (wikitext, html) = Self.compare(text, id: id, date: date)
          let (a, b) = (Self.events(wikitext), Self.events(html))
          events += a.count
          equal += a.count { b.contains($0) }
          if getenv("WEFT_SHOW") != nil, let missed = a.first(where: { !b.contains($0) }) {
            print(id, missed, b.first { $0.prefix(40) == missed.prefix(40) } ?? "NONE")
          }
        }
      }
    }
    print("events of the wikitext: \(events), read the same from HTML: \(equal)")
    #expect(events > 10_000)
    #expect(Double(equal) >= 0.985 * Double(events))
  }

  private static let months: [(name: String, number: String)] = [
    ("January", "01"), ("February", "02"), ("March", "03"), ("April", "04"), ("May", "05"),
    ("June", "06"), ("July", "07"), ("August", "08"), ("September", "09"), ("October", "10"),
    ("November", "11"), ("December", "12"),
  ]

  /// Lines of facts as one text an event.
  private static func events(_ lines: [String]) -> [String] {
    var events: [String] = []
    for line in lines {
      if line.hasPrefix("  "), !events.isEmpty {
        events[events.count - 1] += "\n" + line
      } else {
        events.append(line)
      }
    }
    return events
  }

  /// A day's text as UTF-8, without the lines that hold what the renderer does not know; nil for no
  /// file.
  private static func wikitext(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.removeSubrange(fread(&bytes, 1, bytes.count, file)...)
    guard UTF8Bytes.isValid(bytes.span) else { return nil }
    var text = String(decoding: bytes, as: UTF8.self)
    for comment in ["below", "above"] {
      text = text.split(separator: "<!-- All news items \(comment) this line -->").joined(
        separator: "")
    }
    let kept = text.split(separator: "\n").filter { line in
      let plain = line.split(separator: "<ref>").joined().split(separator: "</ref>").joined()
      let links = line.split(separator: "[http").dropFirst()
      return !plain.contains("<") && !line.contains("{") && !line.contains("~~")
        && !line.contains("[[http") && !Self.hasPipedTrail(line)
        && links.allSatisfy { $0.contains("]") }
    }
    return kept.isEmpty ? nil : kept.joined(separator: "\n")
  }

  /// Whether a link with a label of its own is followed by letters, `[[civil union|Civil Union]]s`:
  /// the page shows no more than that they belong to the link.
  private static func hasPipedTrail(_ line: Substring) -> Bool {
    line.split(separator: "[[").dropFirst().contains { piece in
      let parts = piece.split(separator: "]]", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 && parts[0].contains("|") && parts[1].first?.isLowercase == true
    }
  }
}
