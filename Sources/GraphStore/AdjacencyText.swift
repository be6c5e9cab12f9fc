internal import EventGraph

/// The rows of `adjacency` of some nodes: for each the edges that leave it, with their evidence, and
/// the nodes whose edges enter it, as JSON.
///
/// A row an edge would cost four times as long to write, a row a piece of evidence ten times.
struct AdjacencyText: Sendable {
  /// One after the other: outgoing, incoming, outgoing, …
  private(set) var text: [UInt8]
  /// Where each ends in `text`; two a node.
  private(set) var ends: [Int] = []

  init(of nodes: Range<Int>, in graph: KnowledgeGraph, _ quotes: borrowing QuoteNumbers) {
    ends.reserveCapacity(nodes.count * 2)
    var ends = ends
    text = unsafe Array(unsafeUninitializedCapacity: Self.size(of: nodes, in: graph)) {
      bytes, count in
      var writer = unsafe NumberText(bytes)
      for number in nodes {
        writer.append(edges: graph.outEdges(of: NodeIndex(number)), of: graph, quotes)
        ends.append(writer.count)
        writer.append(sourcesOf: graph.inEdges(of: NodeIndex(number)), in: graph)
        ends.append(writer.count)
      }
      count = writer.count
    }
    self.ends = ends
  }

  /// Most bytes that the nodes' rows can take.
  private static func size(of nodes: Range<Int>, in graph: KnowledgeGraph) -> Int {
    var size = 0
    for number in nodes {
      let outgoing = graph.outEdges(of: NodeIndex(number))
      for edge in outgoing {
        size += graph.evidenceRange(ofEdge: edge).count * NumberText.pieceSize
      }
      size += outgoing.count * NumberText.edgeSize + 4
      size += graph.inEdges(of: NodeIndex(number)).count * NumberText.numberSize
    }
    return size
  }

  /// All nodes, cut into runs of about equal work, each small enough to be held in memory twice.
  static func parts(of graph: KnowledgeGraph) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var work = 0
    for number in graph.nodes.indices {
      work += graph.outEdges(of: NodeIndex(number)).count * 4
      work += graph.inEdges(of: NodeIndex(number)).count + 1
      if work > 1 << 16 {
        parts.append(start..<number + 1)
        start = number + 1
        work = 0
      }
    }
    if start < graph.nodes.count { parts.append(start..<graph.nodes.count) }
    return parts
  }
}

extension NumberText {
  fileprivate mutating func append(
    edges: Range<Int>, of graph: KnowledgeGraph, _ quotes: borrowing QuoteNumbers
  ) {
    if edges.isEmpty { return }
    let comma = UInt8(ascii: ",")
    var separator = UInt8(ascii: "[")
    for index in edges {
      let edge = graph.edges[index]
      append(separator)
      append(UInt8(ascii: "["))
      append(UInt32(edge.relation.rawValue))
      append(comma)
      append(edge.target.rawValue)
      append(comma)
      append(UInt32(edge.role.rawValue))
      append(comma)
      append(weight: edge.weight)
      append(comma)
      append(UInt32(edge.rank))
      append(comma)
      append(graph.evidence[graph.evidenceRange(ofEdge: index)], quotes)
      append(UInt8(ascii: "]"))
      separator = comma
    }
    append(UInt8(ascii: "]"))
  }

  /// The edges' sources, each once; the edges are sorted by them.
  fileprivate mutating func append(sourcesOf edges: ArraySlice<UInt32>, in graph: KnowledgeGraph) {
    if edges.isEmpty { return }
    var separator = UInt8(ascii: "[")
    var last: NodeIndex?
    for index in edges {
      let source = graph.edges[Int(index)].source
      if source == last { continue }
      last = source
      append(separator)
      append(source.rawValue)
      separator = UInt8(ascii: ",")
    }
    append(UInt8(ascii: "]"))
  }
}
