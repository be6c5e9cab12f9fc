internal import EventGraph

/// A generator whose failures can be repeated by its seed.
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

/// Graphs of no meaning with every oddity that a text can have.
enum SyntheticGraph {
  static let oddities = [
    "He said \"no\" \\ twice", "<script>alert(1)</script>", "a ]]> b & c",
    "bell\u{7}\u{1B}[31m tab\t",
    "نشرة الأخبار", "חדשות היום", "🇸🇾 flag 👩‍👩‍👧 family", "Abdullah Öcalan", "ISIL; DROP TABLE node",
    "line\none\r\ntwo", "日本語の見出し", "nul\u{0}inside", "e\u{301}tude", "", " leading and trailing ",
    "'single' \"double\"", "NEAR(a b) OR NOT *", "%s %n _%",
  ]

  static func make(
    seed: UInt64, nodes nodeCount: Int = 60, edges edgeCount: Int = 300, shuffled: Bool = false
  ) -> KnowledgeGraph {
    var random = SplitMix64(state: seed)
    var builder = KnowledgeGraph.Builder()
    if shuffled {
      // Other strings first, so that every string has another number.
      for k in (0..<50).reversed() { _ = builder.strings.intern("filler \(k)") }
    }
    func text(_ random: inout SplitMix64, _ k: Int) -> String {
      let words = [
        "Syria", "Russia", "airstrike", "election", "Öcalan", "court", "rebels", "Aleppo",
      ]
      var out = (0..<3).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      if k % 3 == 0 { out.append(oddities[k / 3 % oddities.count]) }
      return out.joined(separator: " ")
    }
    let documents = (0..<12).map { k in
      Document(
        path: builder.strings.intern("/news/2015/12/\(k + 1)/page-\(k).md"),
        sha256: builder.strings.intern(String(repeating: "\(k % 10)", count: 64)))
    }
    let documentIndices = documents.map { builder.addDocument($0) }
    var indices: [NodeIndex] = []
    for k in 0..<nodeCount {
      let kind = NodeKind.allCases[k % NodeKind.allCases.count]
      let date =
        k % 4 == 3
        ? nil
        : PartialDate(
          year: 2014 + k % 3, month: k % 5 == 0 ? nil : 1 + k % 12,
          day: k % 5 == 0 || k % 7 == 0 ? nil : 1 + k % 28)
      indices.append(
        builder.addNode(
          Node(
            id: builder.strings.intern("node-\((k * 37) % nodeCount)_\(k)"), kind: kind,
            name: builder.strings.intern(text(&random, k)), date: kind == .event ? date : nil,
            summary: builder.strings.intern(kind == .event ? text(&random, k + 1) : ""),
            address: builder.strings.intern(kind == .source ? "https://example.org/\(k)/" : ""),
            image: builder.strings.intern(k % 9 == 0 ? "https://example.org/i\(k).jpg" : ""),
            kindReason: builder.strings.intern(["", "by-words", "by-use"][k % 3]),
            entityKind: EntityKind.allCases.first { $0.nodeKind == kind },
            kindConfidence: EntityKind.allCases.contains { $0.nodeKind == kind } ? 0.875 : 1,
            documentCount: UInt32(k % 3))))
      if kind == .event {
        builder.addPage(
          Page(event: indices[k], path: builder.strings.intern("/news/2015/12/\(k)/event-\(k).md")))
      }
    }
    func evidence(_ random: inout SplitMix64) -> Evidence {
      Evidence(
        document: documentIndices[Int.random(in: 0..<12, using: &random)],
        line: UInt32.random(in: 1...40, using: &random),
        start: UInt32.random(in: 0...UInt32.max, using: &random),
        length: UInt32.random(in: 0...200, using: &random),
        quote: builder.strings.intern(oddities[Int.random(in: 0..<oddities.count, using: &random)]),
        rule: Rule.allCases[Int.random(in: 0..<Rule.allCases.count, using: &random)],
        share: Bool.random(using: &random) ? 0 : UInt8.random(in: 1...100, using: &random))
    }
    var facts: [(Edge, Evidence)] = []
    for _ in 0..<edgeCount {
      // A third of all edges meet in few nodes, as in real graphs.
      let target = Int.random(in: 0..<(Bool.random(using: &random) ? nodeCount : 3), using: &random)
      let edge = Edge(
        source: indices[Int.random(in: 0..<nodeCount, using: &random)],
        relation: Relation.allCases[Int.random(in: 0..<Relation.allCases.count, using: &random)],
        target: indices[target],
        role: Role.allCases[Int.random(in: 0..<Role.allCases.count, using: &random)],
        weight: Float(Int.random(in: 1...5, using: &random)) / 2,
        rank: UInt16.random(in: 0...4, using: &random))
      for _ in 0...Int.random(in: 0...2, using: &random) { facts.append((edge, evidence(&random))) }
    }
    var own = (0..<nodeCount / 2).map { (evidence(&random), indices[$0]) }
    if shuffled {
      facts.shuffle(using: &random)
      own.reverse()
    }
    for fact in facts { builder.addEdge(fact.0, evidence: fact.1) }
    for piece in own { builder.addEvidence(piece.0, node: piece.1) }
    return builder.build()
  }
}

/// A graph as text without the numbers of its strings: equal for equal graphs.
func contents(_ graph: KnowledgeGraph) -> [String] {
  let s = graph.strings
  func piece(_ e: Evidence) -> String {
    "\(e.document.rawValue) \(e.line) \(e.start) \(e.length) \(s[e.quote].debugDescription) \(e.rule) \(e.share)"
  }
  var lines = graph.documents.map { "document \(s[$0.path]) \(s[$0.sha256])" }
  for (k, node) in graph.nodes.enumerated() {
    let texts = [node.id, node.name, node.summary, node.address, node.image, node.kindReason]
      .map { s[$0].debugDescription }
    lines.append(
      "node \(texts) \(node.kind) \(String(describing: node.entityKind)) \(node.kindConfidence) \(String(describing: node.date)) \(node.documentCount)"
    )
    lines += graph.pages(of: NodeIndex(k)).map { "  page \(s[$0.path])" }
    lines += graph.evidence(ofNode: NodeIndex(k)).map { "  " + piece($0) }
  }
  for (k, edge) in graph.edges.enumerated() {
    lines.append("edge \(edge)")
    lines += graph.evidence[graph.evidenceRange(ofEdge: k)].map { "  " + piece($0) }
  }
  return lines
}
