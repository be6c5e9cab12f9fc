import EntityResolution
import EventGraph
import EventIngest
import Testing

@Suite("Articles in the graph")
struct ArticleAssemblyTests {
  private static let text = """
    <p>The storm closed all roads along the coast on Friday, and police spoke of luck.</p>
    <p>"It is over," said Anna Berg of the coast guard, who had been up all night.</p>
    """
  private static func page(_ url: String?) -> String {
    "<!DOCTYPE html><html><head><title>Storm closes coast roads</title>"
      + (url.map { "<link rel=\"canonical\" href=\"\($0)\">" } ?? "")
      + "<meta property=\"og:site_name\" content=\"Coast News\">"
      + "<meta property=\"article:published_time\" content=\"2015-05-03\"></head>"
      + "<body><h1>Storm closes coast roads</h1>\(text)</body></html>"
  }
  private static let event = """
    ### [2015-05-3](/news/2015/05/3/index.md)

    # A storm closes roads. 

    ### Source:
    1. [Coast News](http://coast.example/storm)
    """

  @Test("An article that events cite by its address is one node with the source")
  func cited() throws {
    let archive = try Archive([
      "news/2015/05/3/a-storm-closes-roads.md": Self.event,
      "a.html": Self.page("http://coast.example/storm"),
    ])
    let graph = archive.graph().graph
    #expect(
      graph.sentences.sorted() == [
        "A storm closes roads. | reportedBy | Storm closes coast roads",
        "It is over | saidBy | Anna Berg",
        "Storm closes coast roads | mentions | Anna Berg",
        "Storm closes coast roads | publishedBy | Coast News",
        "Storm closes coast roads | quotes | It is over",
      ])
    let article = try #require(graph.nodes.first { $0.kind == .article })
    #expect(graph.text(article.id) == Identifier.source(url: "http://coast.example/storm"))
    #expect(graph.text(article.address) == "http://coast.example/storm")
    #expect(article.date == PartialDate("2015-05-03"))
    #expect(article.documentCount == 1)
    #expect(!graph.nodes.contains { $0.kind == .source })
  }

  @Test("Its id is the same whether events cite it or not, and without an address as well")
  func identifiers() throws {
    for url in ["http://coast.example/storm", nil] {
      let alone = try Archive(["a.html": Self.page(url)]).graph().graph
      let both = try Archive([
        "news/2015/05/3/a-storm-closes-roads.md": Self.event, "b/a.html": Self.page(url),
      ]).graph().graph
      func id(_ graph: KnowledgeGraph) -> String? {
        graph.nodes.first { $0.kind == .article }.map { graph.text($0.id) }
      }
      #expect(id(alone) != nil)
      #expect(id(alone) == id(both))
    }
  }

  @Test("Two files of one article are one node, in either order and on any number of threads")
  func twice() throws {
    let files = [
      "a.html": Self.page(nil), "b.html": Self.page(nil) + "<!-- saved later -->",
      "news/2015/05/3/a-storm-closes-roads.md": Self.event,
    ]
    let archive = try Archive(files)
    let first = archive.graph(["a.html", "b.html", "news"]).graph
    #expect(first.nodes.first { $0.kind == .article }?.documentCount == 2)
    #expect(first.nodes.count { $0.kind == .article } == 1)
    let other = archive.graph(["news", "b.html", "a.html"], threads: 3).graph
    #expect(other.fingerprint == first.fingerprint)
  }
}
