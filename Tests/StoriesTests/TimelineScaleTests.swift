import EventGraph
import Testing

@testable import Stories

@Suite("The scale of a timeline's picture")
struct TimelineScaleTests {
  private func date(_ day: Int) throws -> PartialDate {
    try #require(PartialDate(CivilDate(epochDay: day).description))
  }

  @Test("Days keep their order, and the whole width is used", arguments: UInt64(0)..<50)
  func order(seed: UInt64) throws {
    var rng = SplitMix64(seed: seed)
    var day = Int(rng.below(20_000))
    let dates = try (0..<20).map { _ -> PartialDate in
      day += Int(rng.below(4)) == 0 ? Int(rng.below(3000)) : Int(rng.below(40))
      return try date(day)
    }
    let (first, last) = (dates[0].firstEpochDay - 3, day + 3)
    let gaps = TimelineScale.longGaps(dates.shuffled(using: &rng))
    #expect(gaps == TimelineScale.longGaps(dates))
    #expect(gaps.count < 6)
    // Nothing that happened lies in a time that is left out.
    for date in dates { #expect(!gaps.contains { $0.contains(date.firstEpochDay) }) }
    let scale = TimelineScale(firstDay: first, lastDay: last, places: 20...1180, leavingOut: gaps)
    #expect(abs(scale.x(first) - 20) < 1e-6 && abs(scale.x(last) - 1180) < 1e-6)
    for day in first..<last { #expect(scale.x(day) < scale.x(day + 1)) }
  }

  @Test("Only more than a year, and a good part of the whole, is left out")
  func gaps() throws {
    #expect(TimelineScale.longGaps([try date(0), try date(360)]).isEmpty)
    #expect(TimelineScale.longGaps([try date(0), try date(400)]) == [30..<370])
    let years = try stride(from: 0, to: 8000, by: 500).map { try date($0) }
    #expect(TimelineScale.longGaps(years).isEmpty)
    // A year that something is known of is not empty.
    let year = try #require(PartialDate("1970"))
    #expect(TimelineScale.longGaps([try date(0), year, try date(700)]).isEmpty)
    #expect(TimelineScale.longGaps([]).isEmpty)
  }

  @Test("A time that is left out is shaded and explained")
  func picture() throws {
    let entries = try [0, 1, 3000, 3001].map {
      Timeline.Entry(id: "\($0)", title: "Event \($0)", date: try date($0))
    }
    let text = String(
      decoding: Timeline(title: "Far apart", entries: entries).svg(), as: UTF8.self)
    #expect(text.contains("class=\"gap\"") && text.contains("no events, drawn shorter"))
    let near = Timeline(title: "Near", entries: Array(entries.prefix(2))).svg()
    #expect(!String(decoding: near, as: UTF8.self).contains("class=\"gap\""))
  }

  @Test(
    "Ticks ascend, a few or some fifteen, at every length",
    arguments: [
      1, 7, 45, 46, 90, 91, 180, 181, 420, 900, 901, 1400, 1401, 2600, 2601, 9000, 100_000,
    ])
  func ticks(days: Int) {
    let axis = TimelineAxis(days: days)
    let ticks = axis.ticks(from: 12_345, to: 12_345 + days)
    #expect(ticks == ticks.sorted() && Set(ticks).count == ticks.count)
    #expect(ticks.count <= 24 && ticks.count >= min(2, days))
    #expect(ticks.allSatisfy { (12_345...12_345 + days).contains($0) })
  }

  @Test("Weeks begin on Mondays, quarters with January")
  func steps() {
    let weeks = TimelineAxis(days: 60)
    let first = weeks.ticks(from: 14_600, to: 14_660).first ?? 0
    #expect(weeks.name(of: first) == "2009-12-28")
    let quarters = TimelineAxis(days: 1000)
    #expect(
      quarters.ticks(from: 14_600, to: 15_600).prefix(2).map { quarters.name(of: $0) } == [
        "2010-01", "2010-04",
      ])
  }
}
