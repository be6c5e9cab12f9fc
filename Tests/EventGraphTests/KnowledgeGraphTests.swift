import EventGraph
import Testing

/// Small, seeded and the same everywhere: a failing case is replayed by its seed.
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

@Suite("Knowledge graph")
struct KnowledgeGraphTests {
  struct Fact: Hashable {
    var source: Int
    var target: Int
    var relation: Relation
    var line: Int
  }

  static func facts(_ seed: UInt64) -> [Fact] {
    var random = SplitMix64(state: seed)
    return (0..<60).map { _ in
      Fact(
        source: .random(in: 0..<8, using: &random), target: .random(in: 0..<8, using: &random),
        relation: Relation.allCases[.random(in: 0..<3, using: &random)],
        line: .random(in: 1...4, using: &random))
    }
  }

  static func build(_ facts: [Fact], nodes: [Int]) -> KnowledgeGraph {
    var builder = KnowledgeGraph.Builder()
    let path = builder.strings.intern("/news/x.md")
    let document = builder.addDocument(Document(path: path, sha256: .empty))
    var indices: [Int: NodeIndex] = [:]
    for node in nodes {
      let id = builder.strings.intern("n\(node)")
      indices[node] = builder.addNode(Node(id: id, kind: .event, name: id))
    }
    for fact in facts {
      guard let source = indices[fact.source], let target = indices[fact.target] else { continue }
      builder.addEdge(
        Edge(
          source: source, relation: fact.relation, target: target, weight: Float(fact.line),
          rank: UInt16(fact.line)),
        evidence: Evidence(
          document: document, line: UInt32(fact.line), start: UInt32(fact.line), length: 1,
          quote: builder.strings.intern("quote \(fact.line)"), rule: .pageTitle))
    }
    return builder.build()
  }

  static func describe(_ graph: KnowledgeGraph) -> [String] {
    graph.edges.indices.map { k in
      let edge = graph.edges[k]
      let evidence = graph.evidenceRange(ofEdge: k).map { graph.strings[graph.evidence[$0].quote] }
      return "\(graph.strings[graph.nodes[edge.source.position].id]) \(edge.relation) "
        + "\(graph.strings[graph.nodes[edge.target.position].id]) \(edge.weight) \(edge.rank) \(evidence)"
    }
  }

  @Test("Order of nodes and facts does not matter", arguments: UInt64(0)..<30)
  func order(seed: UInt64) {
    var random = SplitMix64(state: seed &+ 1_000)
    let facts = Self.facts(seed)
    let one = Self.build(facts, nodes: Array(0..<8))
    let two = Self.build(facts.shuffled(using: &random), nodes: (0..<8).shuffled(using: &random))
    #expect(Self.describe(one) == Self.describe(two))
  }

  @Test("Adjacency agrees with a plain scan of the edges", arguments: UInt64(0)..<30)
  func adjacency(seed: UInt64) {
    let graph = Self.build(Self.facts(seed), nodes: Array(0..<8))
    for node in graph.nodes.indices.map({ NodeIndex($0) }) {
      #expect(
        Array(graph.outEdges(of: node))
          == graph.edges.indices.filter { graph.edges[$0].source == node })
      #expect(
        graph.inEdges(of: node).map(Int.init)
          == graph.edges.indices.filter { graph.edges[$0].target == node })
      #expect(graph.node(id: graph.strings[graph.nodes[node.position].id]) == node)
    }
    #expect(graph.node(id: "absent") == nil)
  }

  @Test(
    "Statements about one edge become one edge with all evidence once", arguments: UInt64(0)..<30)
  func merging(seed: UInt64) {
    let facts = Self.facts(seed)
    let graph = Self.build(facts, nodes: Array(0..<8))
    var expected: [String: Set<Int>] = [:]
    for fact in facts {
      expected["n\(fact.source) \(fact.relation) n\(fact.target)", default: []].insert(fact.line)
    }
    #expect(graph.edges.count == expected.count)
    #expect(graph.evidence.count == expected.values.reduce(0) { $0 + $1.count })
    for (k, edge) in graph.edges.enumerated() {
      let key =
        "\(graph.strings[graph.nodes[edge.source.position].id]) \(edge.relation) \(graph.strings[graph.nodes[edge.target.position].id])"
      #expect(
        graph.evidenceRange(ofEdge: k).map { Int(graph.evidence[$0].line) }
          == expected[key]?.sorted())
      #expect(edge.weight == Float(expected[key]?.max() ?? 0))
      #expect(Int(edge.rank) == expected[key]?.min())
    }
  }
}
