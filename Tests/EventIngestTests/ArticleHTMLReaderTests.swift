import EventGraph
import Testing

@testable import EventIngest

@Suite("News articles in HTML")
struct ArticleHTMLReaderTests {
  private static let paragraphs = """
    <p>Thousands of homes in <a href="/c">Carlisle</a> were under water on Sunday after new defences \
    failed, the Environment&nbsp;Agency said.</p>
    <p>&ldquo;Nobody expected a river this high,&rdquo; said Jane Orr, who leads the agency&#39;s work \
    in Cumbria. &ldquo;The walls were overtopped.&rdquo;</p>
    <h2>What comes next</h2>
    <p>Orr said repairs would take <em>months</em>.</p>
    """

  private static let page = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <title>Flood defences fail in Carlisle - Border Gazette</title>
    <meta property="og:site_name" content="Border Gazette">
    <link rel="canonical" href="https://gazette.example/carlisle?a=1&amp;b=2">
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
    {"@type":"WebPage","name":"x"},{"@type":"NewsArticle","headline":"Flood defences fail in Carlisle",
    "datePublished":"2015-12-08T09:30:00+00:00","author":[{"@type":"Person","name":"Ann Reed"},
    {"@type":"Person","name":"Tom Bell"}],"publisher":{"name":"Border Gazette"}}]}</script>
    <style>p { color: red }</style></head><body class="comments-open">
    <div class="cookie-banner"><p>We use cookies to improve your visit to this site.</p></div>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
    <h1 class="site">Border Gazette</h1>
    <article><h1>Flood defences fail in Carlisle</h1><p class="byline">By Ann Reed and Tom Bell</p>
    <figure><img src="a.jpg"><figcaption>Water in Warwick Road on Sunday.</figcaption></figure>
    \(paragraphs)
    <div class="related"><ul><li><a href="/x">Storm brings record rain to the Lakes.</a></li></ul></div>
    <p>She called the damage "unprecedented".</p><script>var x = "<p>Not this one.</p>";</script>
    </article>
    <aside><p>All of it is in our newsletter. Sign up with your email address today.</p></aside>
    <footer><p>&copy; 2015 Border Gazette. All rights reserved.</p></footer></body></html>
    """

  @Test(
    "Metadata, headline, caption and paragraphs; menus, notices and related links are furniture")
  func parts() {
    let sample = ArticleSample(Self.page, file: "page.html")
    #expect(sample.reading.format == .articleHTML)
    #expect(sample.reading.diagnostics.isEmpty)
    #expect(sample.string(sample.article?.headline) == "Flood defences fail in Carlisle")
    #expect(sample.string(sample.article?.byline) == "Ann Reed, Tom Bell")
    #expect(sample.string(sample.article?.publisher) == "Border Gazette")
    #expect(sample.string(sample.article?.url) == "https://gazette.example/carlisle?a=1&b=2")
    #expect(sample.article?.date?.date == PartialDate("2015-12-08"))
    #expect(sample.article?.date?.origin == .structuredData)
    #expect(sample.strings(.caption) == ["Water in Warwick Road on Sunday."])
    #expect(sample.strings(.subheading) == ["What comes next"])
    #expect(sample.strings(.paragraph).count == 4)
    #expect(sample.strings(.paragraph).last == "She called the damage \"unprecedented\".")
    #expect(
      sample.quotes == [
        "Jane Orr|Jane Orr: Nobody expected a river this high / The walls were overtopped.",
        "She|Jane Orr: unprecedented",
      ])
    #expect(sample.dates == ["Sunday = 2015-12-06", "Sunday = 2015-12-06"])
  }

  @Test("Every fact has its line, and the bytes of its place begin and end with its words")
  func spans() {
    let sample = ArticleSample(Self.page, file: "page.html")
    #expect(sample.facts.count > 15)
    for fact in sample.facts {
      #expect(Int(fact.span.line) == sample.line(fact.span.start))
      let (words, span) = (sample.string(fact) ?? "", sample.span(fact))
      if fact.isVerbatim {
        #expect(span == words)
      } else if let first = words.split(separator: " ").first, first.allSatisfy(\.isLetter) {
        #expect(span.hasPrefix(String(first)))
      }
    }
  }

  @Test(
    "The same article without its help: no article element, no metadata, no paragraphs",
    arguments: [
      "<html><body><div id=x><h1>Flood in Carlisle</h1>\(paragraphs)</div></body></html>",
      "<html><body><div><div>\(paragraphs)</div><ul><li><a href=a>One</a></ul></div></body></html>",
      "<html><body><td>"
        + paragraphs.split(separator: "</p>").joined(separator: "<br><br>").split(separator: "<p>")
        .joined() + "</td></body></html>",
    ])
  func plain(_ page: String) {
    let sample = ArticleSample(page, file: "page.html")
    #expect(sample.strings(.paragraph).count == 3)
    #expect(sample.quotes.count == 1)
  }

  @Test("Text that only JSON-LD holds is the article's")
  func articleBody() {
    let page = """
      <html><head><script type="application/ld+json">{"@type":["NewsArticle"],"headline":"A \\u00f6re",
      "articleBody":"One sentence about the matter is here.\\nAnd \\"another\\" one, Ann Reed said."}
      </script></head><body><div id="app"></div></body></html>
      """
    let sample = ArticleSample(page, file: "page.html")
    #expect(sample.string(sample.article?.headline) == "A öre")
    #expect(sample.strings(.paragraph).count == 2)
    #expect(sample.article?.quotes.count == 1)
  }

  @Test("A declared Latin-1 and bytes that are not UTF-8 keep their places")
  func latin1() {
    let head = "<html><head><meta charset=\"iso-8859-1\"><title>T</title></head><body><p>Der S"
    let tail = "den der Insel ist seit Sonntag ohne Strom, und es regnet.</p></body></html>"
    let sample = ArticleSample(Array(head.utf8) + [0xFC] + Array(tail.utf8), file: "page.html")
    #expect(sample.strings(.paragraph).first?.hasPrefix("Der Süden der Insel") == true)
    let paragraph = sample.article?.paragraphs.first { _ in true }
    #expect(paragraph.map { Int($0.span.start) } == head.utf8.count - 5)
    #expect(sample.reading.diagnostics.map(\.kind) == [.notUTF8])
  }

  @Test("Damage of any kind is read as far as it goes, and spans hold", arguments: 0..<40)
  func damaged(_ seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    var bytes = Array(Self.page.utf8)
    for _ in 0..<1 + seed % 8 {
      let place = Int(random.next() % UInt64(bytes.count))
      switch random.next() % 4 {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.removeSubrange(place...min(bytes.count - 1, place + 9))
      case 2: bytes.insert(contentsOf: Array("<div><p ".utf8), at: place)
      default: bytes[place] = 0
      }
    }
    let sample = ArticleSample(bytes, file: "page.html")
    for fact in sample.facts { #expect(fact.span.range.upperBound <= bytes.count) }
  }

  @Test("A page nested beyond all measure is cut, and that is said")
  func deep() {
    let page = "<html><body>" + String(repeating: "<div>", count: 20_000) + "<p>Deep.</p>"
    let sample = ArticleSample(page, file: "page.html")
    #expect(sample.reading.diagnostics.contains { $0.kind == .textTooLong })
  }

  @Test("Nothing is no article, also when it is said to be one", arguments: DocumentFormat.allCases)
  func nothing(_ format: DocumentFormat) {
    var reading = Reading()
    DocumentReader.read([UInt8]().span, file: "page.html", as: format, into: &reading)
    #expect(reading.article == nil)
    #expect(reading.reports.isEmpty)
  }
}
