internal import EventGraph

/// Fills the tables of an empty graph file, each in the order of its key: inserting in order is what
/// makes SQLite fast and the file compact.
@safe struct GraphWriter {
  private let graph: KnowledgeGraph
  private let file: Connection
  private let evidence: EvidenceText
  /// The graph's strings and the evidence, pinned for as long as the writer lives.
  private let strings: UnsafeBufferPointer<UInt8>
  private let pieces: UnsafeBufferPointer<UInt8>

  static func write(_ graph: KnowledgeGraph, to file: Connection) throws(StoreError) {
    let formatting = WorkerThread { EvidenceText(graph) }
    try writeVocabulary(to: file)
    let keys = NameKeys(of: graph)
    try keys.write(to: file)
    let evidence = formatting.join()
    let indexing = WorkerThread { () -> Result<FullTextIndex, StoreError> in
      Result { () throws(StoreError) in try FullTextIndex(of: graph) }
    }
    let body = {
      (strings: UnsafeBufferPointer<UInt8>, pieces: UnsafeBufferPointer<UInt8>) throws(StoreError)
      in
      let writer = unsafe GraphWriter(
        graph: graph, file: file, evidence: evidence, strings: strings, pieces: pieces)
      try writer.writeTables()
    }
    try unsafe graph.strings.bytes.withUnsafeBufferPointer { strings throws(StoreError) in
      try unsafe evidence.writer.bytes.withUnsafeBufferPointer { pieces throws(StoreError) in
        try unsafe body(strings, pieces)
      }
    }
    try indexing.join().get().copy(to: file)
  }

  private func writeTables() throws(StoreError) {
    try writeDocuments()
    try writeQuotes()
    try writeNodes()
    try writePages()
    try file.execute(Schema.nodeIndexes)
    try writeEdges()
    try file.execute(Schema.edgeIndexes)
    try StoreStatistics(of: graph).write(to: file)
  }

  private func writeDocuments() throws(StoreError) {
    let insert = try file.prepare("INSERT INTO document VALUES(?1, ?2, ?3)")
    for (number, document) in graph.documents.enumerated() {
      insert.bind(1, number)
      try bind(insert, 2, document.path)
      try bind(insert, 3, document.sha256)
      try insert.run()
    }
  }

  private func writeQuotes() throws(StoreError) {
    let insert = try file.prepare("INSERT INTO quote VALUES(?1, ?2)")
    for (number, quote) in evidence.quotes.enumerated() {
      insert.bind(1, number)
      try bind(insert, 2, quote)
      try insert.run()
    }
  }

  private func writeNodes() throws(StoreError) {
    let insert = try file.prepare(
      "INSERT INTO node VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
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
      try bind(insert, 8, orNull: node.address)
      try bind(insert, 9, orNull: node.image)
      try bind(insert, 10, orNull: node.summary)
      try bind(insert, 11, evidenceOf: graph.edges.count + number)
      try insert.run()
    }
  }

  private func writePages() throws(StoreError) {
    let insert = try file.prepare("INSERT INTO page VALUES(?1, ?2)")
    let pages = graph.pages
    let order = pages.indices.sorted { a, b in
      pages[a].path != pages[b].path
        ? graph.strings.isLess(pages[a].path, pages[b].path) : pages[a].event < pages[b].event
    }
    var last: Page?
    for k in order where pages[k] != last {
      last = pages[k]
      try bind(insert, 1, pages[k].path)
      insert.bind(2, Int(pages[k].event.rawValue))
      try insert.run()
    }
  }

  private func writeEdges() throws(StoreError) {
    let insert = try file.prepare("INSERT INTO edge VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
    for (index, edge) in graph.edges.enumerated() {
      insert.bind(1, Int(edge.source.rawValue))
      insert.bind(2, Int(edge.relation.rawValue))
      insert.bind(3, Int(edge.target.rawValue))
      insert.bind(4, Int(edge.role.rawValue))
      try insert.bind(5, Double(edge.weight))
      insert.bind(6, Int(edge.rank))
      insert.bind(7, graph.evidenceRange(ofEdge: index).count)
      try bind(insert, 8, evidenceOf: index)
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

  /// - Parameter item: An edge's index, or the count of edges and a node's number.
  private func bind(
    _ statement: Statement, _ place: Int, evidenceOf item: Int
  ) throws(StoreError) {
    let range = evidence.offsets[item]..<evidence.offsets[item + 1]
    try unsafe statement.bind(place, borrowing: UnsafeBufferPointer(rebasing: pieces[range]))
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
