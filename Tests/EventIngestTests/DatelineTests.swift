import EventGraph
import Testing

@testable import EventIngest

@Suite("Datelines")
struct DatelineTests {
  private static func read(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let found = Dateline(bytes) else { return nil }
    func words(_ range: Range<Int>?) -> String {
      range.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "-"
    }
    return "\(words(found.place)) | \(words(found.agency)) | \(found.date?.description ?? "-")"
  }

  @Test(
    "A place, a house and a date before a dash",
    arguments: [
      ("Basel, 14 March 2014 - The bank has said", "Basel | - | 2014-03-14"),
      ("GENEVA (Reuters) 3 March 2010 — The talks", "GENEVA | Reuters | 2010-03-03"),
      (
        "CANBERRA, Australia, July 17, 2014 (Reuters) - A",
        "CANBERRA, Australia | Reuters | 2014-07-17"
      ),
      ("14 March 2014 – The council met", "- | - | 2014-03-14"),
      ("Rio de Janeiro, March 2014 -- A", "Rio de Janeiro | - | 2014-03"),
      ("MOSCOW, Dec 23 (Reuters) - Russia", "MOSCOW | Reuters | -"),
      ("BEIRUT (AP) — Rebels", "BEIRUT | AP | -"),
      ("Monday, 3 March 2010, 10:30 GMT - A", "- | - | 2010-03-03"),
      ("Paris, 2014-11-08 - The two", "Paris | - | 2014-11-08"),
    ])
  func found(_ text: String, _ expected: String) { #expect(Self.read(text) == expected) }

  @Test(
    "A sentence with a dash has none",
    arguments: [
      "Hamas, the group that rules Gaza - says", "NATO - the alliance of the West - said",
      "On 3 March 2010 - five days before the vote - the mayor", "The 2013–14 season begins",
      "Jean-Pierre Bemba (MLC) of Congo - the leader", "\"It is over\" - Anna Berg said", "", "-",
      "—",
      "Basel, 14 March 2014. The bank", "Basel, 30 February 2014 - The bank",
    ])
  func none(_ text: String) { #expect(Self.read(text) == nil) }

  private static let head = "Bank changes its rules\n\n"
  private static let tail =
    " The bank has changed its rules, it said Friday.\n\nOther banks will change their rules in April."

  @Test("It dates an article that nothing else dates, and its weekdays")
  func article() {
    let sample = ArticleSample(Self.head + "Basel, 14 March 2014 -" + Self.tail)
    #expect(sample.article?.date?.date == PartialDate("2014-03-14"))
    #expect(sample.article?.date?.origin == .dateline)
    #expect(sample.string(sample.article?.date?.text) == "14 March 2014")
    #expect(sample.string(sample.article?.dateline) == "Basel")
    #expect(sample.dates.contains("Friday = 2014-03-14"))
  }

  @Test("It is as precise as it is written, and a line of its own comes first")
  func precision() {
    let month = ArticleSample(Self.head + "Basel, March 2014 -" + Self.tail)
    #expect(month.article?.date?.date == PartialDate("2014-03"))
    let line = ArticleSample(
      Self.head + "Published 15 March 2014\n\nBasel, 14 March 2014 -" + Self.tail)
    #expect(line.article?.date?.date == PartialDate("2014-03-15"))
    #expect(line.article?.date?.origin == .text)
    #expect(line.string(line.article?.dateline) == "Basel")
  }
}
