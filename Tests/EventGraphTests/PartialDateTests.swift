import EventGraph
import Testing

@Suite("Partial dates")
struct PartialDateTests {
  @Test(
    "Padded and unpadded forms are one date", arguments: ["2016-01-9", "2016-1-09", "2016-01-09"])
  func padding(text: String) {
    #expect(PartialDate(text).map { "\($0)" } == "2016-01-09")
  }

  @Test(
    "What is no date is none",
    arguments: [
      "", "16-01-09", "2016-13", "2015-02-29", "2016-00", "2016-01-32", "2016-01-09-1",
      "2016/01/09", "2016-x",
    ])
  func invalid(text: String) { #expect(PartialDate(text) == nil) }

  @Test("Epoch days count every day once over 400 years")
  func epochDays() throws {
    var expected = try #require(PartialDate(year: 1800, month: 1, day: 1)).firstEpochDay
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = PartialDate(year: year, month: month, day: day) else { continue }
          #expect(date.firstEpochDay == expected)
          expected += 1
        }
      }
    }
    #expect(PartialDate(year: 1970, month: 1, day: 1)?.firstEpochDay == 0)
    #expect(PartialDate(year: 2000, month: 3, day: 1)?.firstEpochDay == 11_017)
  }

  @Test("Packing keeps the date and its order")
  func packing() {
    let dates = ["2014", "2014-02", "2014-02-03", "2014-03", "2015-01-01"].compactMap {
      PartialDate($0)
    }
    #expect(dates.map { PartialDate(packed: $0.packed) } == dates)
    #expect(dates.map(\.packed) == dates.map(\.packed).sorted())
    #expect(dates.sorted() == dates)
  }
}
