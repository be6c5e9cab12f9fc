import EventGraph
import Testing

@testable import EventIngest

/// What real pages do, beyond what the tests of each reader hold: one test an oddity, of real lines.
@Suite("Oddities of the archive")
struct OddityTests {
  private static func read(_ text: String, file: String = "page.md") -> ArticleSample {
    ArticleSample(text, file: file)
  }

  @Test("Days are not padded in folders and headings, and are in months")
  func unpaddedDates() {
    let sample = Self.read(
      """
      ### [2016-01-9](/news/2016/01/9/index.md)

      # A magnitude 6.0 earthquake strikes. \

      """, file: "news/2016/01/9/a-magnitude-6-0-earthquake-strikes.md")
    #expect(sample.reading.reports[0].date == PartialDate("2016-01-09"))
    #expect(
      sample.string(sample.reading.reports[0].pagePath)
        == "/news/2016/01/9/a-magnitude-6-0-earthquake-strikes.md")
    #expect(PortalDay.date(fileName: "2015_December_23.txt") == PartialDate("2015-12-23"))
  }

  @Test("Labels with commas come whole to the resolver, which knows all labels")
  func commaLabels() {
    let sample = Self.read(
      """
      ## [2017-03-3](/news/2017/03/3/index.md)

      ### [Votes are counted in Northern Ireland. ](/news/2017/03/3/votes-are-counted.md)
      _Context: Northern Ireland Assembly election, 2017, Northern Ireland, Washington, D.C._
      """, file: "index.md")
    #expect(
      sample.string(sample.reading.reports[0].contexts)
        == "Northern Ireland Assembly election, 2017, Northern Ireland, Washington, D.C.")
  }

  @Test("A title that carries its topics, and one with brackets and a space at its end, stay whole")
  func titles() {
    let prefixed =
      "Syrian Civil War. Russian military intervention in the Syrian Civil War. Amnesty International "
      + "reports at least 200 civilians."
    let bracketed = "The court [of Cassation] rules (again) [in part]."
    for title in [prefixed, bracketed] {
      let sample = Self.read(
        """
        ## [2015-12-23](/news/2015/12/23/index.md)

        ### [\(title) ](/news/2015/12/23/a-page.md)
        """, file: "index.md")
      #expect(sample.string(sample.reading.reports[0].title) == title)
    }
  }

  @Test("References in summaries are decoded, and double-decoded slugs stay the keys that they are")
  func references() {
    let sample = Self.read(
      """
      ## [2006-07-12](/news/2006/07/12/index.md)

      ### [Abdullah calan's case, and Kolinda Grabar-Kitarovia. ](/news/2006/07/12/pedro-sa-nchez.md)
      Commander of Hamas&#39; military wing; the &quot;iron curtain&quot;&hellip;
      """, file: "index.md")
    let report = sample.reading.reports[0]
    #expect(
      sample.string(report.summary)
        == "Commander of Hamas' military wing; the \"iron curtain\"…")
    #expect(sample.string(report.pagePath) == "/news/2006/07/12/pedro-sa-nchez.md")
    // Letters that are gone without a trace are not guessed.
    #expect(
      sample.string(report.title) == "Abdullah calan's case, and Kolinda Grabar-Kitarovia.")
  }

  @Test("Every source may be numbered 1, its address hold parentheses; the cover is a picture")
  func sources() {
    let sample = Self.read(
      """
      ### [2015-12-23](/news/2015/12/23/index.md)

      # A report. \


      ### Source:
      1. [BBC](http://www.bbc.co.uk/news/world_(2)-35162523)
      1. [Cover Image](http://img.example/a.jpg)
      1. [Al Jazeera via AP (Canada)](http://aj.example/b)
      """, file: "news/2015/12/23/a-report.md")
    let report = sample.reading.reports[0]
    #expect(sample.string(report.image) == "http://img.example/a.jpg")
    #expect(
      sample.reading.sources.map { sample.string($0.url) ?? "" }
        == ["http://www.bbc.co.uk/news/world_(2)-35162523", "http://aj.example/b"])
    #expect(sample.string(sample.reading.sources[1].publisher) == "Al Jazeera via AP (Canada)")
  }
}
