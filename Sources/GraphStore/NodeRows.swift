internal import EventGraph

/// Fills the tables of an empty graph file that speak of its nodes alone, each in the order of its key:
/// inserting in order is what makes SQLite fast and the file compact.
struct NodeRows {
  private let graph: KnowledgeGraph.SealedNodes
  private let file: Connection
  /// Those that nodes quote.
  private let quotes: QuoteNumbers
  private let strings: PinnedStrings

  /// The tables of documents and pages, and the first nodes.
  static func write(
    first graph: KnowledgeGraph.SealedNodes, _ numbers: Range<Int>, _ quotes: QuoteNumbers,
    to file: Connection
  ) throws(StoreError) {
    try PinnedStrings.with(graph.strings) { strings throws(StoreError) in
      let rows = NodeRows(graph: graph, file: file, quotes: quotes, strings: strings)
      try rows.writeDocuments()
      try rows.writePages()
      try rows.writeNodes(numbers)
    }
  }

  /// The nodes after those, and the indexes of all.
  static func write(
    others graph: KnowledgeGraph.SealedNodes, _ numbers: Range<Int>, _ quotes: QuoteNumbers,
    to file: Connection
  ) throws(StoreError) {
    try PinnedStrings.with(graph.strings) { strings throws(StoreError) in
      try NodeRows(graph: graph, file: file, quotes: quotes, strings: strings).writeNodes(numbers)
    }
    try file.execute(Schema.indexes)
  }

  private func writeDocuments() throws(StoreError) {
    try file.insert(into: "document", columns: 3, count: graph.documents.count) {
      number, insert throws(StoreError) in
      insert.bind(1, number)
      try strings.bind(insert, 2, graph.documents[number].path)
      try strings.bind(insert, 3, graph.documents[number].sha256)
    }
  }

  private func writePages() throws(StoreError) {
    let pages = graph.pages
    let distinct = pages.indices.filter { $0 == 0 || pages[$0] != pages[$0 - 1] }
    try file.insert(into: "page", columns: 2, count: distinct.count) {
      k, insert throws(StoreError) in
      let page = pages[distinct[k]]
      insert.bind(1, Int(page.event.rawValue))
      try strings.bind(insert, 2, page.path)
    }
  }

  private func writeNodes(_ numbers: Range<Int>) throws(StoreError) {
    let reasons = try writeReasons(of: numbers)
    try file.insert(into: "node", columns: 14, count: numbers.count) {
      k, insert throws(StoreError) in
      let number = numbers.lowerBound + k
      let node = graph.nodes[number]
      insert.bind(1, number)
      try strings.bind(insert, 2, node.id)
      insert.bind(3, Int(node.kind.rawValue))
      try strings.bind(insert, 4, node.name)
      if let date = node.date { try insert.bind(5, date.description) } else { insert.bindNull(5) }
      insert.bind(6, Int(node.documentCount))
      if let reason = reasons[node.kindReason] {
        insert.bind(7, reason)
      } else {
        insert.bindNull(7)
      }
      try strings.bind(insert, 8, orNull: node.address)
      try strings.bind(insert, 9, orNull: node.image)
      try strings.bind(insert, 10, orNull: node.summary)
      try bindEvidence(of: number, insert)
      if let kind = node.entityKind {
        insert.bind(12, Int(kind.rawValue))
        // Three decimals: what follows depends on the order of the processor's additions.
        try insert.bind(13, (Double(node.kindConfidence) * 1000).rounded() / 1000)
      } else {
        insert.bindNull(12)
        insert.bindNull(13)
      }
      try strings.bind(insert, 14, orNull: node.aliases)
    }
  }

  /// Numbers of the reasons that these nodes give for their kinds, in the order of first use.
  private func writeReasons(of numbers: Range<Int>) throws(StoreError) -> [StringIndex: Int] {
    let known = try file.integer("SELECT count(*) FROM kind_reason") ?? 0
    var new: [StringIndex] = []
    var reasons: [StringIndex: Int] = [:]
    var last = StringIndex.empty
    for number in numbers {
      let reason = graph.nodes[number].kindReason
      // Most nodes have the reason of the node before.
      if reason == last { continue }
      last = reason
      if reason.isEmpty || reasons[reason] != nil { continue }
      new.append(reason)
      reasons[reason] = known + new.count
    }
    try file.insert(into: "kind_reason", columns: 2, count: new.count) {
      k, insert throws(StoreError) in
      insert.bind(1, known + 1 + k)
      try strings.bind(insert, 2, new[k])
    }
    return reasons
  }

  private func bindEvidence(of number: Int, _ insert: Statement) throws(StoreError) {
    let pieces = graph.evidence(ofNode: NodeIndex(number))
    if pieces.isEmpty {
      insert.bindNull(11)
      return
    }
    let size = pieces.count * NumberText.pieceSize + 2
    let text = unsafe [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      var writer = unsafe NumberText(bytes)
      writer.append(pieces, quotes)
      count = writer.count
    }
    try insert.bind(11, copying: text)
  }
}
