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
    let insert = try file.prepare("INSERT INTO document VALUES(?1, ?2, ?3)")
    for (number, document) in graph.documents.enumerated() {
      insert.bind(1, number)
      try strings.bind(insert, 2, document.path)
      try strings.bind(insert, 3, document.sha256)
      try insert.run()
    }
  }

  private func writePages() throws(StoreError) {
    let insert = try file.prepare("INSERT INTO page VALUES(?1, ?2)")
    var last: Page?
    for page in graph.pages where page != last {
      last = page
      insert.bind(1, Int(page.event.rawValue))
      try strings.bind(insert, 2, page.path)
      try insert.run()
    }
  }

  private func writeNodes(_ numbers: Range<Int>) throws(StoreError) {
    let insert = try file.prepare(
      """
      INSERT INTO node VALUES(
        ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
      """)
    let insertReason = try file.prepare("INSERT INTO kind_reason VALUES(?1, ?2)")
    var reasons: [StringIndex: Int] = [:]
    let known = try file.integer("SELECT count(*) FROM kind_reason") ?? 0
    for number in numbers {
      let node = graph.nodes[number]
      insert.bind(1, number)
      try strings.bind(insert, 2, node.id)
      insert.bind(3, Int(node.kind.rawValue))
      try strings.bind(insert, 4, node.name)
      if let date = node.date { try insert.bind(5, date.description) } else { insert.bindNull(5) }
      insert.bind(6, Int(node.documentCount))
      if node.kindReason.isEmpty {
        insert.bindNull(7)
      } else if let reason = reasons[node.kindReason] {
        insert.bind(7, reason)
      } else {
        let reason = known + reasons.count + 1
        reasons[node.kindReason] = reason
        insertReason.bind(1, reason)
        try strings.bind(insertReason, 2, node.kindReason)
        try insertReason.run()
        insert.bind(7, reason)
      }
      try strings.bind(insert, 8, orNull: node.address)
      try strings.bind(insert, 9, orNull: node.image)
      try strings.bind(insert, 10, orNull: node.summary)
      if let kind = node.entityKind {
        insert.bind(12, Int(kind.rawValue))
        // Three decimals: what follows depends on the order of the processor's additions.
        try insert.bind(13, (Double(node.kindConfidence) * 1000).rounded() / 1000)
      } else {
        insert.bindNull(12)
        insert.bindNull(13)
      }
      try strings.bind(insert, 14, orNull: node.aliases)
      let pieces = graph.evidence(ofNode: NodeIndex(number))
      if pieces.isEmpty {
        insert.bindNull(11)
        try insert.run()
        continue
      }
      let size = pieces.count * NumberText.pieceSize + 2
      let text = unsafe [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
        var writer = unsafe NumberText(bytes)
        writer.append(pieces, quotes)
        count = writer.count
      }
      try unsafe text.withUnsafeBufferPointer { bytes throws(StoreError) in
        try unsafe insert.bind(11, borrowing: bytes)
        try insert.run()
      }
    }
  }
}
