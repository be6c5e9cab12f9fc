internal import EventGraph

/// Fills the tables of a graph file that speak of its edges, when those of its nodes are there.
struct EdgeRows {
  private let graph: KnowledgeGraph
  private let file: Connection
  private let quotes: QuoteNumbers

  /// - Parameter quotes: Those that nodes quote.
  static func write(
    _ graph: KnowledgeGraph, _ quotes: consuming QuoteNumbers, to file: Connection
  ) throws(StoreError) {
    quotes.noteEdges(of: graph)
    let rows = EdgeRows(graph: graph, file: file, quotes: quotes)
    try rows.writeQuotes()
    try rows.writeAdjacency()
    let statistics = StoreStatistics(of: graph)
    try statistics.write(to: file)
    if statistics.holdsComputed { try Vocabulary.write(isComputed: true, to: file) }
  }

  private func writeQuotes() throws(StoreError) {
    let insert = try file.prepare("INSERT INTO quote VALUES(?1, ?2)")
    try PinnedStrings.with(graph.strings) { strings throws(StoreError) in
      for (number, quote) in quotes.quotes.enumerated() {
        insert.bind(1, number)
        try strings.bind(insert, 2, quote)
        try insert.run()
      }
    }
  }

  /// The texts of one part of the nodes are made while those of the part before are written.
  private func writeAdjacency() throws(StoreError) {
    let insert = try file.prepare("INSERT INTO adjacency VALUES(?1, ?2, ?3, ?4, ?5)")
    let parts = AdjacencyText.parts(of: graph)
    func start(_ part: Int) -> WorkerThread<AdjacencyText>? {
      if part >= parts.count { return nil }
      return WorkerThread { [graph, quotes, nodes = parts[part]] in
        AdjacencyText(of: nodes, in: graph, quotes)
      }
    }
    var next = start(0)
    for (k, nodes) in parts.enumerated() {
      guard let made = next?.join() else { break }
      next = start(k + 1)
      try unsafe made.text.withUnsafeBufferPointer { text throws(StoreError) in
        var from = 0
        for (k, number) in nodes.enumerated() {
          let (middle, end) = (made.ends[2 * k], made.ends[2 * k + 1])
          if from == end { continue }
          insert.bind(1, number)
          insert.bind(2, graph.outEdges(of: NodeIndex(number)).count)
          insert.bind(3, graph.inEdges(of: NodeIndex(number)).count)
          try unsafe insert.bind(4, orNull: UnsafeBufferPointer(rebasing: text[from..<middle]))
          try unsafe insert.bind(5, orNull: UnsafeBufferPointer(rebasing: text[middle..<end]))
          try insert.run()
          from = end
        }
      }
    }
  }
}
