import EntityResolution
import EventGraph
import EventIngest
import Testing

@Suite("What articles add to the graph")
struct ArticleContentsTests {
  private static let alloush =
    "Zahran Alloush, the leader of the Syrian rebel group Jaysh al-Islam, is killed with several of "
    + "his commanders in an airstrike on Eastern Ghouta near Damascus. Opposition groups blame Russia."
  private static let school =
    "Rebels of Jaysh al-Islam and government forces exchange prisoners at a crossing in Eastern "
    + "Ghouta."
  private static let talks =
    "The United Nations Security Council asks for talks between the government of Syria and rebels."
  private static let article = """
    Accessibility links

    Breaking News

    US Calls Killing of Rebel Leader a Setback for Talks on Syria

    A spokesman in Washington said Monday that the killing of a Syrian rebel leader complicated \
    efforts for talks between the government and its enemies.

    An airstrike on Eastern Ghouta killed Zahran Alloush, the leader of the rebel group Jaysh \
    al-Islam, and several of his commanders. Opposition groups blame Russia for it.

    "It is our hope that nobody will leave the talks," said Peter Example of the State Department.

    "That would help nobody," Example said. Russia called the dead man a "terrorist".
    """

  private static func files(_ article: String = article) -> [String: String] {
    var files = Archive.day(
      "2015-12-25",
      [
        (
          "alloush", alloush,
          "Damascus, Eastern Ghouta, Jaysh al-Islam, Russia, Syria, Zahran Alloush",
          "Syrian Civil War"
        ),
        ("talks", talks, "Syria, United Nations Security Council", "Syrian Civil War"),
      ])
    files.merge(
      Archive.day("2015-12-20", [("exchange", school, "Eastern Ghouta, Jaysh al-Islam", nil)])
    ) { $1 }
    files["article.txt"] = article
    return files
  }

  @Test("An article covers the event whose sentence it says, and no other of the same war")
  func covers() throws {
    let graph = try Archive(Self.files()).graph().graph
    let covered = graph.edges.indices.filter { graph.edges[$0].relation == .covers }
    #expect(
      covered.map { graph.text(graph.nodes[graph.edges[$0].target.position].name) } == [
        Self.alloush
      ])
    let edge = try #require(covered.first)
    #expect((0.5...1).contains(graph.edges[edge].weight))
    let piece = try #require(graph.evidenceRange(ofEdge: edge).map { graph.evidence[$0] }.first)
    #expect(piece.rule == .articleCovers)
    #expect(graph.text(piece.quote).hasPrefix("An airstrike on Eastern Ghouta killed"))
    #expect(piece.line == 9)
    #expect(graph.nodes[graph.edges[edge].source.position].kind == .article)
  }

  @Test("An article of years later covers nothing of it")
  func later() throws {
    let dated = Self.article.replacing(
      "Accessibility links", with: "December 29, 2019")
    let graph = try Archive(Self.files(dated)).graph().graph
    let article = try #require(graph.nodes.first { $0.kind == .article })
    #expect(article.date == PartialDate("2019-12-29"))
    #expect(!graph.edges.contains { $0.relation == .covers })
  }

  @Test("What one late sentence reminds of is not covered, unless it is news")
  func asides() throws {
    let dateline =
      Self.article.replacing(
        "A spokesman in", with: "Washington, 29 December 2015 - A spokesman in")
      + "\n\nEarlier, rebels of Jaysh al-Islam and government forces exchanged prisoners at a crossing in "
      + "Eastern Ghouta."
    for (day, isNews) in [("2015-12-26", true), ("2015-12-04", false), ("2015-11-20", false)] {
      var files = Self.files(dateline)
      files = files.filter { !$0.key.contains("exchange") && !$0.key.contains("2015/12/20") }
      files.merge(
        Archive.day(day, [("exchange", Self.school, "Eastern Ghouta, Jaysh al-Islam", nil)])
      ) { $1 }
      let graph = try Archive(files).graph().graph
      let covered = Set(
        graph.edges.filter { $0.relation == .covers }.map {
          graph.text(graph.nodes[$0.target.position].name)
        })
      #expect(covered == (isNews ? [Self.alloush, Self.school] : [Self.alloush]), "\(day)")
      let article = try #require(graph.nodes.first { $0.kind == .article })
      #expect(article.date == PartialDate("2015-12-29"))
    }
  }

  @Test("A text is told to speak of the events that a build would have it cover")
  func annotated() throws {
    let text = Self.article.replacing(
      "A spokesman in", with: "Washington, 29 December 2015 - A spokesman in")
    let graph = try Archive(Self.files(text)).graph().graph
    let examples = graph.nameExamples()
    let events = CoveredEvents(graph, examples, KnownEntities(graph))
    let read = AnnotatedText(text)
    #expect(read.date == PartialDate("2015-12-29"))
    let names = graph.edges.filter { $0.relation == .mentions }.map {
      graph.text(graph.nodes[$0.target.position].name)
    }
    let told = events.events(toldBy: read, entities: names)
    #expect(told.map(\.title) == [Self.alloush])
    let weights = graph.edges.filter { $0.relation == .covers }.map(\.weight)
    #expect(told.map(\.score) == weights)
    #expect(events.events(toldBy: read, entities: []).isEmpty)
    let late = AnnotatedText(text, date: PartialDate("2019-01-01"))
    let later = events.events(toldBy: late, entities: names)
    #expect(later.isEmpty)
  }

  @Test("Quotes are statements with their speakers, known or new, and their words' places")
  func statements() throws {
    let archive = try Archive(Self.files())
    let graph = archive.graph().graph
    let statements = graph.nodes.indices.filter { graph.nodes[$0].kind == .statement }
    let said = Dictionary(
      uniqueKeysWithValues: statements.map { k in
        (
          graph.text(graph.nodes[k].name),
          graph.outEdges(of: NodeIndex(k)).filter { graph.edges[$0].relation == .saidBy }.map {
            graph.text(graph.nodes[graph.edges[$0].target.position].name)
          }
        )
      })
    #expect(
      said == [
        "It is our hope that nobody will leave the talks": ["Peter Example"],
        "That would help nobody": ["Peter Example"], "terrorist": ["Russia"],
      ])
    let bytes = Array(Self.article.utf8)
    for k in statements {
      let quoting = try #require(graph.inEdges(of: NodeIndex(k)).first)
      let piece = graph.evidence[graph.evidenceRange(ofEdge: Int(quoting)).lowerBound]
      #expect(piece.rule == .articleQuote)
      let words = bytes[Int(piece.start)..<Int(piece.start + piece.length)]
      #expect(String(decoding: words, as: UTF8.self) == graph.text(graph.nodes[k].name))
      let edges = graph.inEdges(of: NodeIndex(k)).map { graph.edges[Int($0)] }
      #expect(edges.map(\.relation) == [.quotes])
      for edge in graph.outEdges(of: NodeIndex(k)) { #expect(graph.edges[edge].role == .speaker) }
    }
    let speaker = try #require(graph.nodes.first { graph.text($0.name) == "Peter Example" })
    #expect(speaker.kind == .actor)
    #expect(graph.sentences.contains { $0.hasSuffix("| mentions | Peter Example") })
  }

  @Test("A new name that says nothing makes no node")
  func candidates() throws {
    let graph = try Archive(Self.files()).graph().graph
    #expect(!graph.nodes.contains { graph.text($0.name) == "Washington" })
    #expect(!graph.nodes.contains { graph.text($0.name) == "Breaking News" })
  }

  @Test("An article alone gives its statements", arguments: [1, 3])
  func alone(threads: Int) throws {
    let graph = try Archive(["a.txt": Self.article]).graph(threads: threads).graph
    #expect(graph.nodes.count { $0.kind == .statement } == 3)
    #expect(!graph.edges.contains { $0.relation == .covers })
  }

  @Test("Neither the order of the files nor the number of threads changes anything")
  func order() throws {
    var files = Self.files()
    files["b.txt"] = Self.article.replacing("Monday", with: "on Monday")
    files["c.txt"] = Self.article + "\n\nThe talks are to begin in Riyadh in January, it is said."
    let archive = try Archive(files)
    let paths = files.keys.sorted()
    let first = archive.graph(paths).graph.fingerprint
    #expect(archive.graph(paths.reversed()).graph.fingerprint == first)
    #expect(archive.graph(paths, threads: 3).graph.fingerprint == first)
    #expect(archive.graph(Array(paths.shuffled()), threads: 2).graph.fingerprint == first)
  }

  @Test("An archive without articles has neither statements nor mentions")
  func none() throws {
    var files = Self.files()
    files["article.txt"] = nil
    let graph = try Archive(files).graph().graph
    #expect(!graph.nodes.contains { $0.kind == .statement })
    #expect(!graph.edges.contains { $0.relation == .mentions })
  }
}
