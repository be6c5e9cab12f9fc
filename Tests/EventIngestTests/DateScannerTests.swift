import EventGraph
import Testing

@testable import EventIngest

@Suite("Times that a text names")
struct DateScannerTests {
  private static func read(_ text: String, published: String? = nil) -> [String] {
    let bytes = Array(text.utf8)
    let isFuture = DateScanner.Meaning.speaksOfFuture(WordList.words(bytes))
    return DateScanner.scan(bytes).map { found in
      let words = String(decoding: bytes[found.range], as: UTF8.self)
      let meant = found.meaning.resolved(
        against: published.flatMap { PartialDate($0) }, isFuture: isFuture)
      return "\(words) = \(meant.date?.description ?? "?")" + (meant.lastDay.map { "…\($0)" } ?? "")
    }
  }

  @Test(
    "Whole dates are as precise as they are written",
    arguments: [
      ("on Oct. 3, 2015, at noon", "Oct. 3, 2015 = 2015-10-03"),
      ("29 December 2015", "29 December 2015 = 2015-12-29"),
      ("the 3rd of May 2015", "3rd of May 2015 = 2015-05-03"),
      ("2015-12-29T16:05", "2015-12-29T16 = 2015-12-29"),
      ("in October 2015", "October 2015 = 2015-10"),
      ("killed in 2011 by", "2011 = 2011"),
    ])
  func whole(_ text: String, _ expected: String) {
    #expect(Self.read(text).first == expected)
  }

  @Test(
    "Words that are no dates",
    arguments: [
      "they may 3 or march on", "a 2015 film", "flight 17", "on 30 February", "Sunday Times of 3",
    ])
  func none(_ text: String) {
    #expect(Self.read(text, published: nil).allSatisfy { $0.hasSuffix("?") })
  }

  @Test(
    "Without a day of publication nothing is counted",
    arguments: [
      "on Tuesday", "in September", "last week", "yesterday", "on January 25",
    ])
  func unknown(_ text: String) {
    #expect(Self.read(text).first?.hasSuffix("= ?") == true)
  }

  @Test(
    "Counted from Tuesday, 29 December 2015",
    arguments: [
      ("said Tuesday", "Tuesday = 2015-12-29"), ("said Wednesday", "Wednesday = 2015-12-23"),
      ("since September", "September = 2015-09"), ("in January", "January = 2015-01"),
      ("yesterday", "yesterday = 2015-12-28"), ("last week", "last week = 2015-12-21…2015-12-27"),
      ("last year", "last year = 2014"), ("last month", "last month = 2015-11"),
      ("talks on January 25", "January 25 = 2016-01-25"),
      ("on 3 October", "3 October = 2015-10-03"),
      ("will meet on Thursday", "Thursday = ?"), ("talks will begin in March", "March = ?"),
      ("on 1 July", "1 July = ?"),
    ])
  func counted(_ text: String, _ expected: String) {
    #expect(Self.read(text, published: "2015-12-29").first == expected)
  }

  @Test("A month of publication gives no day")
  func coarse() {
    #expect(Self.read("said Tuesday", published: "2015-12") == ["Tuesday = ?"])
    #expect(Self.read("last month", published: "2015-12") == ["last month = 2015-11"])
  }

  @Test("Days of the calendar and their numbers are inverse")
  func epoch() {
    for day in stride(from: -700_000, through: 2_900_000, by: 997) {
      #expect(PartialDate.day(epoch: day)?.firstEpochDay == day)
    }
    #expect(PartialDate.day(epoch: -719_163) == nil)
    #expect(PartialDate.day(epoch: 2_932_897) == nil)
    #expect(PartialDate.day(epoch: 16_436)?.description == "2015-01-01")
  }
}
