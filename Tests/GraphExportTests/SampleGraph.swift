internal import EventGraph
internal import Testing

/// A small graph of everything that has broken a reader: markup in titles, forbidden characters,
/// scripts that run right to left, partial dates, parallel edges, a self-loop, one document twice.
enum SampleGraph {
  struct Fact {
    var source: String
    var relation: Relation
    var target: String
    var role: Role = .none
    var weight: Float = 1
    var rank: UInt16 = 0
    var documents: [Int] = [0]
  }

  static let titles: [(id: String, kind: NodeKind, name: String, date: PartialDate?)] = [
    (
      "2015-12-23_quoted_a1b2c3", .event,
      "He said \"no\" & 'yes' <script>alert(1)</script> ]]> \\N",
      PartialDate("2015-12-23")
    ),
    ("2015-12_month_d4e5f6", .event, "Only the month is known\\", PartialDate("2015-12")),
    (
      "2015_year_g7h8j9", .event, "A bell\u{07}, a null\u{00} and \u{FFFE}\u{FFFF}",
      PartialDate("2015")
    ),
    ("0999_old_k1m2n3", .event, "Before the thousandth year", PartialDate("0999-02-03")),
    ("undated_p4q5r6", .event, "مظاهرة في القاهرة \u{202E}‮ 🕊️ &amp; &lt; a\tb\nc\rd", nil),
    ("Syrian_Civil_War", .context, "Syrian Civil War", nil),
    ("Washington_D.C._7m2k1d", .place, "Washington, D.C.", nil),
    ("Amnesty_International", .actor, "Amnesty International", nil),
    ("bbc.com_x_0q8c5t", .source, "http://www.bbc.com/a b?q=1&x=<2>#\"", nil),
    ("BBC_p2m8rx", .publisher, "BBC; \"World\"", nil),
    ("x_nameless", .context, "", nil),
  ]

  static let documents = [
    "/news/2015/12/23/a \"page\".md", "/news/2015/12/23/index.md", "/news/2015/12/23/index.md",
    "./odd//päth/../x.md/",
  ]

  static let facts = [
    Fact(
      source: "2015-12-23_quoted_a1b2c3", relation: .involves, target: "Amnesty_International",
      role: .agent, documents: [0, 1, 3]),
    Fact(
      source: "2015-12-23_quoted_a1b2c3", relation: .involves, target: "Amnesty_International",
      role: .speaker),
    Fact(
      source: "2015-12-23_quoted_a1b2c3", relation: .hasContext, target: "Syrian_Civil_War",
      documents: [1, 2]),
    Fact(
      source: "2015-12-23_quoted_a1b2c3", relation: .hasContext, target: "Amnesty_International"),
    Fact(
      source: "2015-12-23_quoted_a1b2c3", relation: .takesPlaceIn, target: "Washington_D.C._7m2k1d"),
    Fact(source: "2015-12-23_quoted_a1b2c3", relation: .partOf, target: "Syrian_Civil_War"),
    Fact(source: "2015-12-23_quoted_a1b2c3", relation: .reportedBy, target: "bbc.com_x_0q8c5t"),
    Fact(source: "bbc.com_x_0q8c5t", relation: .publishedBy, target: "BBC_p2m8rx"),
    Fact(
      source: "2015-12-23_quoted_a1b2c3", relation: .relatedTo, target: "2015-12_month_d4e5f6",
      weight: 3, rank: 1),
    Fact(
      source: "2015-12-23_quoted_a1b2c3", relation: .relatedTo, target: "2015_year_g7h8j9",
      weight: 0.1, rank: 2),
    Fact(
      source: "2015_year_g7h8j9", relation: .relatedTo, target: "2015_year_g7h8j9",
      weight: 1.5e-7, rank: 1),
    Fact(
      source: "undated_p4q5r6", relation: .relatedTo, target: "0999_old_k1m2n3", weight: .infinity),
    Fact(
      source: "undated_p4q5r6", relation: .relatedTo, target: "2015_year_g7h8j9", weight: 2.5e20),
    Fact(source: "2015-12_month_d4e5f6", relation: .hasContext, target: "x_nameless"),
  ]

  /// - Parameter seed: Shuffles the order in which everything is added.
  static func make(seed: UInt64 = 0) -> KnowledgeGraph {
    var random = SplitMix64(state: seed)
    func order<T>(_ items: [T]) -> [T] { seed == 0 ? items : items.shuffled(using: &random) }
    var builder = KnowledgeGraph.Builder()
    var documentIndices: [Int: DocumentIndex] = [:]
    for k in order(Array(documents.indices)) {
      let hash = String(repeating: "\(k)a", count: 32)
      documentIndices[k] = builder.addDocument(
        Document(path: builder.strings.intern(documents[k]), sha256: builder.strings.intern(hash)))
    }
    func evidence(_ document: Int, _ rule: Rule, _ quote: String) -> Evidence? {
      guard let index = documentIndices[document] else { return nil }
      return Evidence(
        document: index, line: UInt32(document + 3), start: 40, length: UInt32(quote.utf8.count),
        quote: builder.strings.intern(quote), rule: rule)
    }
    var nodes: [String: NodeIndex] = [:]
    for entry in order(titles) {
      let isEvent = entry.kind == .event
      let address = entry.kind == .source ? entry.name : isEvent ? "/news/\(entry.id).md" : ""
      let node = builder.addNode(
        Node(
          id: builder.strings.intern(entry.id), kind: entry.kind,
          name: builder.strings.intern(entry.name), date: entry.date,
          summary: isEvent ? builder.strings.intern("Summary: " + entry.name) : .empty,
          address: builder.strings.intern(address),
          image: isEvent ? builder.strings.intern("http://example.org/i mage.jpg") : .empty,
          kindReason: isEvent ? .empty : builder.strings.intern("because \"so\""),
          documentCount: isEvent ? 1 : 0))
      nodes[entry.id] = node
      if entry.id.hasPrefix("2015") {
        builder.addPage(Page(event: node, path: builder.strings.intern(address)))
        if let own = evidence(0, .pageTitle, entry.name) { builder.addEvidence(own, node: node) }
      }
      if entry.id.hasPrefix("2015-12-23") {
        builder.addPage(
          Page(event: node, path: builder.strings.intern("/news/2015/12/23/twin.md")))
      }
    }
    for fact in order(facts) {
      guard let source = nodes[fact.source], let target = nodes[fact.target] else { continue }
      let edge = Edge(
        source: source, relation: fact.relation, target: target, role: fact.role,
        weight: fact.weight, rank: fact.rank)
      for document in order(fact.documents) {
        let quote = "\"quote\" & <b>\u{1}\\ of \(fact.relation.name)"
        if let piece = evidence(document, .indexContext, quote) {
          builder.addEdge(edge, evidence: piece)
        }
      }
    }
    return builder.build()
  }
}

/// A generator of our own, so that failures replay by seed.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
