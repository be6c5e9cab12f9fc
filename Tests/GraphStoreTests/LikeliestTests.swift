internal import EventGraph
internal import GraphStore
internal import Testing

@Suite("Naming an article by its file, and one of many")
struct LikeliestTests {
  let folder: TemporaryFolder
  let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    var builder = KnowledgeGraph.Builder()
    func add(_ id: String, _ kind: NodeKind, _ name: String) -> NodeIndex {
      builder.addNode(
        Node(id: builder.strings.intern(id), kind: kind, name: builder.strings.intern(name)))
    }
    func document(_ path: String) -> DocumentIndex {
      builder.addDocument(
        Document(
          path: builder.strings.intern(path),
          sha256: builder.strings.intern(String(repeating: "0", count: 64))))
    }
    func evidence(_ document: DocumentIndex) -> Evidence {
      Evidence(
        document: document, line: 1, start: 0, length: 5, quote: builder.strings.intern("Storm"),
        rule: .articleHeadline)
    }
    var events: [NodeIndex] = []
    for k in 0..<20 {
      events.append(add("2014-01-0\(k)_e", .event, "Lavrov speaks of storm number \(k)"))
    }
    let person = add("Sergey_Lavrov", .actor, "Sergey Lavrov")
    let ship = add("Lavrov_ship", .place, "Lavrov Harbour of the Northern Fleet")
    let news = document("news.md")
    for event in events {
      builder.addEdge(
        Edge(source: event, relation: .involves, target: person), evidence: evidence(news))
    }
    builder.addEdge(
      Edge(source: events[0], relation: .takesPlaceIn, target: ship),
      evidence: evidence(news))
    for (id, path) in [
      ("Storm_1", "texts/a/storm.txt"), ("Storm_2", "texts/b/storm.txt"),
      ("Calm", "texts/calm.txt"),
      ("Top", "top.html"),
    ] {
      let article = add(id, .article, "An article called \(id)")
      builder.addEvidence(evidence(document(path)), node: article)
    }
    try GraphStore.write(builder.build(), to: folder.file())
    store = try GraphStore(opening: folder.file())
  }

  private func ids(_ text: String) throws -> [String] {
    switch try store.lookup(text) {
    case .one(let node): [node.id]
    case .several(let nodes, _): nodes.map(\.id)
    case .none: []
    }
  }

  @Test(
    "An article is named by its file, with fewer folders or more",
    arguments: [
      ("texts/calm.txt", ["Calm"]), ("./texts/calm.txt", ["Calm"]), ("calm.txt", ["Calm"]),
      ("/home/me/texts/calm.txt", ["Calm"]), ("texts/a/storm.txt", ["Storm_1"]),
      ("a/storm.txt", ["Storm_1"]), ("storm.txt", ["Storm_1", "Storm_2"]), ("top.html", ["Top"]),
      ("orm.txt", []), ("other/calm.txt", []), ("https://x/calm.txt", []),
      ("news.md", []),
    ])
  func files(text: String, expected: [String]) throws { #expect(try ids(text) == expected) }

  @Test("Of many that a word names, things come before titles, the most told of first")
  func things() throws {
    guard case .several(let nodes, let total) = try store.lookup("lavrov") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(total == 22)
    #expect(nodes.count == 10)
    #expect(nodes.prefix(2).map(\.id) == ["Sergey_Lavrov", "Lavrov_ship"])
    #expect(nodes.dropFirst(2).allSatisfy { $0.kind == .event })
  }
}
