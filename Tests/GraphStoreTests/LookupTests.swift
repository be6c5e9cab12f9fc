internal import EventGraph
internal import GraphStore
internal import Testing

@Suite("Naming a node")
struct LookupTests {
  let folder: TemporaryFolder
  let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    var builder = KnowledgeGraph.Builder()
    func add(_ id: String, _ kind: NodeKind, _ name: String, address: String = "") -> NodeIndex {
      builder.addNode(
        Node(
          id: builder.strings.intern(id), kind: kind, name: builder.strings.intern(name),
          address: builder.strings.intern(address)))
    }
    _ = add("Russia", .actor, "Russia")
    _ = add("Ocalan_1", .actor, "Abdullah Öcalan")
    _ = add("president", .context, "president")
    _ = add("President", .context, "President")
    _ = add("War_a", .context, "The War")
    _ = add("War_b", .context, "The War")
    _ = add("Putin", .actor, "Vladimir Putin")
    _ = add("odd", .context, "\"NEAR\" (x) OR * \u{0} ]]>")
    _ = add("src", .source, "https://www.example.org/a/b", address: "https://www.example.org/a/b")
    let event = add("2016-01-09_e", .event, "Airstrikes on a prison in Idlib, 9 January")
    let path = "/news/2016/01/9/airstrikes-on-a-prison.md"
    builder.addPage(Page(event: event, path: builder.strings.intern(path)))
    _ = add("2016-01-10_e", .event, "Airstrikes end in Idlib")
    try GraphStore.write(builder.build(), to: folder.file())
    store = try GraphStore(opening: folder.file())
  }

  private func one(_ text: String) throws -> String? {
    if case .one(let node) = try store.lookup(text) { return node.id }
    return nil
  }

  @Test(
    "By id, page path, URL, name, name without marks, part of a name",
    arguments: [
      ("2016-01-09_e", "2016-01-09_e"),
      ("/news/2016/01/9/airstrikes-on-a-prison.md", "2016-01-09_e"),
      ("news/2016/01/9/airstrikes-on-a-prison.md", "2016-01-09_e"),
      ("/somewhere/archive/news/2016/1/09/airstrikes-on-a-prison.md", "2016-01-09_e"),
      ("https://www.example.org/a/b", "src"), ("http://example.org/a/b/", "src"),
      ("Vladimir Putin", "Putin"), ("VLADIMIR  putin", "Putin"), ("abdullah ocalan", "Ocalan_1"),
      ("Ocalan", "Ocalan_1"), ("putin", "Putin"), ("prison Idlib", "2016-01-09_e"),
      ("vladim", "Putin"), ("\"NEAR\" (x) OR * \u{0} ]]>", "odd"), ("russia", "Russia"),
    ])
  func found(text: String, id: String) throws { #expect(try one(text) == id) }

  @Test("An exact name beats one in another case")
  func exactFirst() throws {
    // Ids are looked at first; these texts are names alone.
    #expect(try one("president") == "president")
    #expect(try one("President") == "President")
    guard case .several(let nodes, let total) = try store.lookup("PRESIDENT") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(nodes.map(\.id) == ["President", "president"])
    #expect(total == 2)
  }

  @Test("Equal names and parts of several are ambiguous")
  func ambiguous() throws {
    for (text, ids) in [
      ("The War", ["War_a", "War_b"]), ("airstrikes idlib", ["2016-01-09_e", "2016-01-10_e"]),
    ] {
      guard case .several(let nodes, _) = try store.lookup(text) else {
        Issue.record("\(text) is not ambiguous")
        continue
      }
      #expect(nodes.map(\.id).sorted() == ids)
    }
  }

  @Test(
    "A mistyped name gives the nearest",
    arguments: ["Vladmir Putn", "Vladimir Puttin", "Valdimir Putin"])
  func nearest(text: String) throws {
    guard case .none(let nearest) = try store.lookup(text) else {
      Issue.record("\(text) was found")
      return
    }
    #expect(nearest.first?.id == "Putin")
  }

  @Test(
    "What shares a common word alone is not suggested",
    arguments: ["Putin Zebra Crossing", "Wladislaw Kropotkin", "Zebra", "Airstrikes qqqq wwww"])
  func unlike(text: String) throws {
    guard case .none(let nearest) = try store.lookup(text) else {
      Issue.record("\(text) was found")
      return
    }
    #expect(nearest.isEmpty)
  }

  @Test(
    "Hostile text is no query language",
    arguments: [
      "\"", "\"\"", "*", "(", ")", "a AND", "NOT a", "NEAR(a, 2)", "name:", "name : x", "^x", "-x",
      "x*",
      "{name}", "\u{0}", "a\u{0}b", "'; DROP TABLE node; --", "", " ", "\u{301}", "🇸🇾", "%", "_",
      String(repeating: "word ", count: 5000), String(repeating: "\"", count: 5000),
    ])
  func hostile(text: String) throws {
    _ = try store.lookup(text)
    _ = try store.search(text)
  }

  @Test("A search gives the best first and counts all")
  func search() throws {
    let results = try store.search("idlib airstrikes", limit: 1)
    #expect(results.nodes.map(\.id) == ["2016-01-10_e"])
    #expect(results.total == 2)
    #expect(results.holdAllWords)
    #expect(try store.search("airstr", kinds: [.actor]).nodes.isEmpty)
    let some = try store.search("idlib moon")
    #expect(!some.holdAllWords)
    #expect(some.total == 2)
  }

  @Test("Details tell all that is known of a node")
  func details() throws {
    guard case .one(let node) = try store.lookup("2016-01-09_e") else {
      Issue.record("not found")
      return
    }
    let details = try store.details(of: node.index)
    #expect(details.pages == ["/news/2016/01/9/airstrikes-on-a-prison.md"])
    #expect(details.relationships.isEmpty)
    #expect(details.node.documentCount == 0)
  }
}
