internal import EventGraph

/// The rows of the tables of edges, made part by part as the edges come, in the order of their sources.
///
/// A row an edge would cost four times as long to write, a row a piece of evidence ten times.
///
/// Safe though unchecked: one thread after the other uses it.
final class EdgeDescription: @unchecked Sendable {
  private var quotes: QuoteNumbers
  /// Of each edge that came, for the rows of those that edges enter.
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private(set) var statistics: StoreStatistics
  /// How many quotes the pieces have told of, and the block of nodes that the last was of.
  private var quotesTold = 0
  private var block = 0
  /// The first block of the second half of the first nodes; never again once it was told.
  private var middle: Int

  /// - Parameters:
  ///   - first: How many nodes most edges leave.
  ///   - quotes: Those that nodes quote.
  init(_ nodes: KnowledgeGraph.SealedNodes, first: Int, _ quotes: QuoteNumbers) {
    self.quotes = quotes
    middle = first / 2 / Self.nodesOfBlock
    statistics = StoreStatistics(of: nodes)
  }

  /// Some rows of a table: a text for each.
  struct Rows: Sendable {
    var nodes: [UInt32] = []
    var degrees: [UInt32] = []
    /// One after the other.
    var text: [UInt8] = []
    /// Where each ends in `text`.
    var ends: [Int] = []

    mutating func append(_ node: UInt32, degree: Int, end: Int) {
      nodes.append(node)
      degrees.append(UInt32(degree))
      ends.append(end)
    }
  }

  /// What some edges add to the file, one after the other.
  enum Piece: Sendable {
    case outgoing(Rows)
    /// With the number of the first.
    case quotes(ArraySlice<StringIndex>, from: Int)
    /// Half of the nodes that most edges leave are behind: what takes long to make should be there.
    case middle
  }

  /// Quotes stand behind the edges of so many nodes, wherever the edges' parts begin and end.
  private static let nodesOfBlock = 2048

  /// Takes the edges of the next nodes.
  func pieces(of edges: EdgeColumns) -> [Piece] {
    statistics.count(edges)
    for edge in edges.edges {
      sources.append(edge.source.rawValue)
      targets.append(edge.target.rawValue)
    }
    var pieces: [Piece] = []
    var first = 0
    while first < edges.edges.count {
      let block = edges.edges[first].source.position / Self.nodesOfBlock
      if block != self.block { pieces += piecesBetween }
      if block >= middle { pieces += pieceInMiddle }
      self.block = block
      var end = first + 1
      while end < edges.edges.count, edges.edges[end].source.position / Self.nodesOfBlock == block {
        end += 1
      }
      quotes.note(edges.evidence(ofEdges: first..<end))
      pieces.append(.outgoing(outgoing(first..<end, of: edges)))
      first = end
    }
    return pieces
  }

  /// What is left when all edges have come.
  func rest() -> [Piece] { piecesBetween + pieceInMiddle }

  /// The quotes that no piece has told of yet.
  private var piecesBetween: [Piece] {
    if quotesTold == quotes.quotes.count { return [] }
    defer { quotesTold = quotes.quotes.count }
    return [.quotes(quotes.quotes[quotesTold...], from: quotesTold)]
  }

  private var pieceInMiddle: [Piece] {
    defer { middle = .max }
    return isPastMiddle ? [] : [.middle]
  }

  /// Whether the middle was told.
  var isPastMiddle: Bool { middle == .max }

  private func outgoing(_ range: Range<Int>, of edges: EdgeColumns) -> Rows {
    let size =
      edges.evidence(ofEdges: range).count * NumberText.pieceSize
      + range.count * (NumberText.edgeSize + 4)
    var rows = Rows()
    rows.text = unsafe Array(unsafeUninitializedCapacity: size) { bytes, count in
      var writer = unsafe NumberText(bytes)
      var first = range.lowerBound
      while first < range.upperBound {
        let source = edges.edges[first].source
        var end = first + 1
        while end < range.upperBound, edges.edges[end].source == source { end += 1 }
        writer.append(edges: first..<end, of: edges, quotes)
        rows.append(source.rawValue, degree: end - first, end: writer.count)
        first = end
      }
      count = writer.count
    }
    return rows
  }

  /// The rows of those that edges enter, when all have come: the edges' sources, each once, in order.
  ///
  /// - Parameter nodeCount: Of the graph.
  /// - Parameter body: Is given some rows at a time.
  func incoming(nodeCount: Int, _ body: (Rows) -> Void) {
    let bounds = offsets(of: targets, buckets: nodeCount)
    var next = bounds
    var entering = [UInt32](repeating: 0, count: sources.count)
    for (source, target) in zip(sources, targets) {
      entering[Int(next[Int(target)])] = source
      next[Int(target)] += 1
    }
    var first = 0
    while first < nodeCount {
      var end = first
      while end < nodeCount, bounds[end] - bounds[first] < Self.sourcesAtOnce { end += 1 }
      body(Self.incoming(first..<end, bounds, entering))
      first = end
    }
  }

  private static let sourcesAtOnce = 1 << 17

  private static func incoming(
    _ nodes: Range<Int>, _ bounds: [UInt32], _ entering: [UInt32]
  ) -> Rows {
    let count = Int(bounds[nodes.upperBound] - bounds[nodes.lowerBound])
    var rows = Rows()
    rows.text = unsafe Array(
      unsafeUninitializedCapacity: count * NumberText.numberSize + nodes.count * 2
    ) { bytes, count in
      var writer = unsafe NumberText(bytes)
      for node in nodes where bounds[node] < bounds[node + 1] {
        let sources = entering[Int(bounds[node])..<Int(bounds[node + 1])]
        writer.append(distinct: sources)
        rows.append(UInt32(node), degree: sources.count, end: writer.count)
      }
      count = writer.count
    }
    return rows
  }
}

extension NumberText {
  /// `[[relation,target,role,weight,rank,[evidence…]],…]`.
  fileprivate mutating func append(
    edges range: Range<Int>, of edges: EdgeColumns, _ quotes: borrowing QuoteNumbers
  ) {
    let comma = UInt8(ascii: ",")
    var separator = UInt8(ascii: "[")
    for index in range {
      let edge = edges.edges[index]
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
      append(edges.evidence[edges.evidenceRange(ofEdge: index)], quotes)
      append(UInt8(ascii: "]"))
      separator = comma
    }
    append(UInt8(ascii: "]"))
  }

  /// `[source,…]` of a sorted list, each once.
  fileprivate mutating func append(distinct sources: ArraySlice<UInt32>) {
    var separator = UInt8(ascii: "[")
    var last: UInt32?
    for source in sources where source != last {
      last = source
      append(separator)
      append(source)
      separator = UInt8(ascii: ",")
    }
    append(UInt8(ascii: "]"))
  }
}
