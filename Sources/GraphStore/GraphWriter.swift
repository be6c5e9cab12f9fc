internal import EventGraph

/// Fills the tables of an empty graph file, each in the order of its key: inserting in order is what
/// makes SQLite fast and the file compact.
@safe struct GraphWriter {
  private let graph: KnowledgeGraph
  private let file: Connection
  private let quotes: QuoteNumbers
  /// The graph's strings, pinned for as long as the writer lives.
  private let strings: UnsafeBufferPointer<UInt8>

  static func write(_ graph: KnowledgeGraph, to file: Connection) throws(StoreError) {
    let indexing = WorkerThread { () -> Result<FullTextIndex, StoreError> in
      Result { () throws(StoreError) in try FullTextIndex(of: graph) }
    }
    try writeVocabulary(to: file)
    try writeDocuments(of: graph, to: file)
    try writePages(of: graph, to: file)
    let quotes = QuoteNumbers(of: graph)
    let body = { (strings: UnsafeBufferPointer<UInt8>) throws(StoreError) in
      let writer = unsafe GraphWriter(graph: graph, file: file, quotes: quotes, strings: strings)
      try writer.writeTables()
    }
    try unsafe graph.strings.bytes.withUnsafeBufferPointer { strings throws(StoreError) in
      try unsafe body(strings)
    }
    try indexing.join().get().copy(to: file)
  }

  private func writeTables() throws(StoreError) {
    try writeQuotes()
    try writeNodes()
    try file.execute(Schema.indexes)
    let keys = WorkerThread { [graph] in NameKeys(of: graph) }
    try writeAdjacency()
    try StoreStatistics(of: graph).write(to: file)
    try keys.join().write(to: file)
  }

  private static func writeDocuments(
    of graph: KnowledgeGraph, to file: Connection
  ) throws(StoreError) {
    let insert = try file.prepare("INSERT INTO document VALUES(?1, ?2, ?3)")
    for (number, document) in graph.documents.enumerated() {
      insert.bind(1, number)
      try insert.bind(2, graph.strings[document.path])
      try insert.bind(3, graph.strings[document.sha256])
      try insert.run()
    }
  }

  private func writeQuotes() throws(StoreError) {
    let insert = try file.prepare("INSERT INTO quote VALUES(?1, ?2)")
    for (number, quote) in quotes.quotes.enumerated() {
      insert.bind(1, number)
      try bind(insert, 2, quote)
      try insert.run()
    }
  }

  private func writeNodes() throws(StoreError) {
    let insert = try file.prepare(
      """
      INSERT INTO node VALUES(
        ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
      """)
    let insertReason = try file.prepare("INSERT INTO kind_reason VALUES(?1, ?2)")
    var reasons: [StringIndex: Int] = [:]
    for (number, node) in graph.nodes.enumerated() {
      insert.bind(1, number)
      try bind(insert, 2, node.id)
      insert.bind(3, Int(node.kind.rawValue))
      try bind(insert, 4, node.name)
      if let date = node.date { try insert.bind(5, date.description) } else { insert.bindNull(5) }
      insert.bind(6, Int(node.documentCount))
      if node.kindReason.isEmpty {
        insert.bindNull(7)
      } else if let reason = reasons[node.kindReason] {
        insert.bind(7, reason)
      } else {
        let reason = reasons.count + 1
        reasons[node.kindReason] = reason
        insertReason.bind(1, reason)
        try bind(insertReason, 2, node.kindReason)
        try insertReason.run()
        insert.bind(7, reason)
      }
      insert.bind(8, graph.outEdges(of: NodeIndex(number)).count)
      insert.bind(9, graph.inEdges(of: NodeIndex(number)).count)
      try bind(insert, 10, orNull: node.address)
      try bind(insert, 11, orNull: node.image)
      try bind(insert, 12, orNull: node.summary)
      if let kind = node.entityKind {
        insert.bind(14, Int(kind.rawValue))
        // Three decimals: what follows depends on the order of the processor's additions.
        try insert.bind(15, (Double(node.kindConfidence) * 1000).rounded() / 1000)
      } else {
        insert.bindNull(14)
        insert.bindNull(15)
      }
      try bind(insert, 16, orNull: node.aliases)
      let pieces = graph.evidence(ofNode: NodeIndex(number))
      if pieces.isEmpty {
        insert.bindNull(13)
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
        try unsafe insert.bind(13, borrowing: bytes)
        try insert.run()
      }
    }
  }

  /// The texts of one part of the nodes are made while those of the part before are written.
  private func writeAdjacency() throws(StoreError) {
    let insert = try file.prepare("INSERT INTO adjacency VALUES(?1, ?2, ?3)")
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
          try unsafe bind(insert, 2, orNull: UnsafeBufferPointer(rebasing: text[from..<middle]))
          try unsafe bind(insert, 3, orNull: UnsafeBufferPointer(rebasing: text[middle..<end]))
          try insert.run()
          from = end
        }
      }
    }
  }

  private static func writePages(
    of graph: KnowledgeGraph, to file: Connection
  ) throws(StoreError) {
    let insert = try file.prepare("INSERT INTO page VALUES(?1, ?2)")
    let pages = graph.pages
    let order = pages.indices.sorted { a, b in
      pages[a].path != pages[b].path
        ? graph.strings.isLess(pages[a].path, pages[b].path) : pages[a].event < pages[b].event
    }
    var last: Page?
    for k in order where pages[k] != last {
      last = pages[k]
      try insert.bind(1, graph.strings[pages[k].path])
      insert.bind(2, Int(pages[k].event.rawValue))
      try insert.run()
    }
  }

  @inline(__always)
  private func bind(
    _ statement: Statement, _ place: Int, _ text: StringIndex
  ) throws(StoreError) {
    let range = graph.strings.range(of: text)
    try unsafe statement.bind(place, borrowing: UnsafeBufferPointer(rebasing: strings[range]))
  }

  private func bind(
    _ statement: Statement, _ place: Int, orNull text: StringIndex
  ) throws(StoreError) {
    if text.isEmpty { statement.bindNull(place) } else { try bind(statement, place, text) }
  }

  @unsafe private func bind(
    _ statement: Statement, _ place: Int, orNull text: UnsafeBufferPointer<UInt8>
  ) throws(StoreError) {
    if text.isEmpty {
      statement.bindNull(place)
    } else {
      try unsafe statement.bind(place, borrowing: text)
    }
  }

  private static func writeVocabulary(to file: Connection) throws(StoreError) {
    func fill(_ table: String, _ rows: [(Int, String?)]) throws(StoreError) {
      let insert = try file.prepare("INSERT INTO \(table) VALUES(?1, ?2)")
      for (number, name) in rows {
        insert.bind(1, number)
        if let name { try insert.bind(2, name) } else { insert.bindNull(2) }
        try insert.run()
      }
    }
    try fill("kind", NodeKind.allCases.map { (Int($0.rawValue), $0.name) })
    try fill("entity_kind", EntityKind.allCases.map { (Int($0.rawValue), $0.name) })
    try fill("relation", Relation.allCases.map { (Int($0.rawValue), $0.name) })
    try fill("role", Role.allCases.map { (Int($0.rawValue), $0.name) })
    let insert = try file.prepare("INSERT INTO rule VALUES(?1, ?2, ?3, ?4)")
    for rule in Rule.allCases {
      insert.bind(1, Int(rule.rawValue))
      try insert.bind(2, rule.name)
      try insert.bind(3, rule.summary)
      try insert.bind(4, rule.confidence)
      try insert.run()
    }
  }
}
