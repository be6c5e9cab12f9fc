import EventGraph
import Testing

@testable import Stories

@Suite("Timelines")
struct TimelineTests {
  private func entry(_ date: String, _ title: String = "Something happens", key: Bool = false)
    -> Timeline.Entry
  {
    Timeline.Entry(
      id: "\(date)_\(title.count)", title: title, date: known(date), isKey: key)
  }

  private func known(_ text: String) -> PartialDate {
    guard let date = PartialDate(text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func allFormats(_ timeline: Timeline) -> [[UInt8]] {
    [
      timeline.json(every: .month), timeline.csv(), timeline.csv(every: .week), timeline.ics(),
      timeline.timelineJS(), timeline.markdown(), timeline.page(), timeline.svg(),
    ]
  }

  @Test(
    "Empty, one event, all on one day, years only, long ago and to come: every format gives something"
  )
  func edges() {
    let cases: [[Timeline.Entry]] = [
      [], [entry("2014-06-01")], (0..<40).map { entry("2014-06-01", "Event \($0)") },
      [entry("1914"), entry("1918"), entry("1950-06")],
      [entry("0001-01-01"), entry("9999-12-31"), entry("9999")],
      [entry("1969-12-31"), entry("1970-01-01")],
    ]
    for entries in cases {
      let timeline = Timeline(title: "A & <b>", entries: entries)
      for bytes in allFormats(timeline) { #expect(!bytes.isEmpty) }
      #expect(!text(timeline.page()).contains("A & <b>"))
    }
  }

  @Test("Ten thousand events: a picture of bounded size that says what it leaves out")
  func many() {
    let entries = (0..<10_000).map { k in
      entry(CivilDate(epochDay: 10_000 + k / 3).description, "Event number \(k)")
    }
    let timeline = Timeline(title: "Much", entries: entries)
    let picture = text(timeline.svg())
    #expect(picture.utf8.count < 2_000_000)
    #expect(picture.contains("of 10000 events have words"))
    #expect(text(timeline.timelineJS()).contains("100 of 10000 events"))
  }

  @Test(
    "Ten thousand events on one day, and an empty calendar: iCalendar as its specification asks")
  func calendarEdges() {
    let day = Timeline(
      title: "Much", entries: (0..<10_000).map { entry("1969-07-20", "Event \($0)") })
    for bytes in allFormats(day) { #expect(!bytes.isEmpty) }
    #expect(text(day.svg()).utf8.count < 2_000_000)
    #expect(
      text(day.ics()).contains("DTSTART;VALUE=DATE:19690720\r\nDTEND;VALUE=DATE:19690721\r\n"))
    // A calendar must hold a component (RFC 5545, 3.6).
    let empty = text(Timeline(title: "Nothing", entries: []).ics())
    #expect(empty.contains("BEGIN:VTIMEZONE\r\n") && !empty.contains("VEVENT"))
    // An event ends after it begins, or has no end (3.8.2.2).
    let last = text(Timeline(title: "Last", entries: [entry("9999-12-31")]).ics())
    #expect(last.contains("DTSTART;VALUE=DATE:99991231") && !last.contains("DTEND"))
  }

  @Test("Words stand beside their mark, before it where there is no room behind")
  func wordsBesideMarks() throws {
    let entries = (0..<30).map {
      entry(CivilDate(epochDay: 16_000 + 5 * $0).description, "A title of some length, the \($0)th")
    }
    let picture = text(Timeline(title: "Words", entries: entries).svg())
    var sides: [Bool: Int] = [:]
    for line in picture.split(separator: "\n") {
      guard let mark = number(in: line, after: "cx=\""),
        let words = line.firstRange(of: "<text class=")
      else { continue }
      let x = try #require(number(in: line[words.upperBound...], after: "x=\""))
      let isBefore = line.contains("label before")
      #expect(isBefore ? x < mark : x > mark)
      sides[isBefore, default: 0] += 1
    }
    #expect(sides[true, default: 0] > 0 && sides[false, default: 0] > 0)
  }

  private func number(in text: Substring, after prefix: String) -> Double? {
    guard let start = text.firstRange(of: prefix) else { return nil }
    return Double(text[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test("Where much happens at once, what happens later has words too, and the signs are explained")
  func wordsOfEveryTime() {
    var entries = (0..<200).map { entry("2010-01-\($0 % 9 + 10)", "Early event number \($0)") }
    entries += (0..<20).map {
      entry("2012-\($0 % 3 + 10)-11", "Late event number \($0)", key: $0 == 3)
    }
    entries.append(entry("2011", "Some time that year"))
    let picture = text(Timeline(title: "Spread", entries: entries).svg())
    let labels = picture.split(separator: "\n").filter { $0.contains("class=\"label") }
    #expect(labels.contains { $0.contains(">Early") } && labels.contains { $0.contains(">Late") })
    for words in ["key event", "other event", "day not known", "more events than usual"] {
      #expect(picture.contains(">\(words)</text>"), "\(words)")
    }
    let plain = text(Timeline(title: "Plain", entries: [entry("2014-06-01")]).svg())
    #expect(!plain.contains("key event") && plain.contains(">1 event</text>"))
  }

  @Test("Tables say what each event itself is filed under, also where its lane is that of the rest")
  func groups() {
    var (first, second) = (entry("2014-06-01"), entry("2014-06-02", "Another thing happens"))
    (first.group, first.lane) = ("Flood, 2014", 0)
    (second.group, second.lane) = ("Trial", 1)
    let timeline = Timeline(
      title: "Two", entries: [first, second], lanes: ["Flood, 2014", "other stories"])
    let (csv, ics) = (text(timeline.csv()), text(timeline.ics()))
    #expect(csv.contains("\"Flood, 2014\"") && csv.contains(",Trial,"))
    #expect(ics.contains("CATEGORIES:Flood\\, 2014") && ics.contains("CATEGORIES:Trial"))
    #expect(!csv.contains("other stories") && !ics.contains("other stories"))
  }

  @Test("Order is by date, the coarser first; ends and gaps are those of the days")
  func order() {
    let timeline = Timeline(
      title: "t",
      entries: [
        entry("2014-03-02"), entry("2014"), entry("2014-01"), entry("2014-01-01"),
        entry("2014-01-05"), entry("2014-01-07"),
      ])
    #expect(
      timeline.entries.map { "\($0.date)" } == [
        "2014", "2014-01", "2014-01-01", "2014-01-05", "2014-01-07", "2014-03-02",
      ])
    #expect(timeline.first == PartialDate("2014") && timeline.last == PartialDate("2014"))
    #expect(timeline.gaps.isEmpty || timeline.gaps[0].days == 54)
  }

  @Test("Counts add up, weeks begin on Monday, and months are whole")
  func counts() {
    let timeline = Timeline(
      title: "t",
      entries: [entry("2014-01-30"), entry("2014-02-03"), entry("2014-03-01"), entry("2014-02")])
    let weeks = timeline.counts(every: .week)
    #expect(weeks.reduce(0) { $0 + $1.count } == 3)
    #expect(Timeline.name(weeks[0], .week) == "2014-01-27")
    #expect(timeline.counts(every: .month).map(\.count) == [1, 2, 1])
    #expect(timeline.counts(every: .year).map(\.count) == [4])
    #expect(Timeline.sparkline([0, 1, 4, 8]) == " ▁▄█")
  }

  @Test("iCalendar lines are folded at 75 bytes, end in CRLF, and escape what they must")
  func calendar() {
    let long = "Ärzte; Helfer, \\ und " + String(repeating: "ö", count: 120)
    let ics = text(Timeline(title: "t", entries: [entry("2014-05", long)]).ics())
    let lines = ics.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(!ics.replacing("\r\n", with: "").contains("\n"))
    let unfolded = ics.replacing("\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY:Ärzte\\; Helfer\\, \\\\ und ö"))
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20140501\r\nDTEND;VALUE=DATE:20140601"))
  }

  @Test("Text from outside is escaped in every format")
  func hostile() {
    let bad = "<script>alert(1)</script> \"q\" & ](javascript:x) *b*"
    let timeline = Timeline(title: bad, entries: [entry("2014-01-01", bad)])
    for bytes in [timeline.page(), timeline.svg(), timeline.timelineJS()] {
      #expect(!text(bytes).contains("<script>alert"))
    }
    #expect(text(timeline.markdown()).contains("\\<script\\>"))
    #expect(text(timeline.csv()).contains("\"\"q\"\""))
  }

  @Test(
    "A day of the calendar and its number are one",
    arguments: [-800_000, -1, 0, 59, 16_000, 2_932_896, 3_000_000])
  func civil(day: Int) {
    #expect(CivilDate(epochDay: day).epochDay == day)
    if let date = PartialDate(CivilDate(epochDay: day).description) {
      #expect(date.firstEpochDay == day)
    }
  }
}
