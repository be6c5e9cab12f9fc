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
    try writeDocuments(of: graph, to: file)
    try writePages(of: graph, to: file)
    let evidence = formatting.join()
    let indexing = WorkerThread { () -> Result<FullTextIndex, StoreError> in
      Result { () throws(StoreError) in try FullTextIndex(of: graph) }
    }
    let keys = WorkerThread { NameKeys(of: graph) }
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
    try keys.join().write(to: file)
  }

  private func writeTables() throws(StoreError) {
    try writeQuotes()
    try writeNodes()
    try file.execute(Schema.indexes)
    try writeEdges()
    try StoreStatistics(of: graph).write(to: file)
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
    for (number, quote) in evidence.quotes.enumerated() {
      insert.bind(1, number)
      try bind(insert, 2, quote)
      try insert.run()
    }
  }

  private func writeNodes() throws(StoreError) {
    let insert = try file.prepare(
      """
      INSERT INTO node VALUES(
        ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
      """)
    let insertReason = try file.prepare("INSERT INTO kind_reason VALUES(?1, ?2)")
    var reasons: [StringIndex: Int] = [:]
    var list = ByteWriter()
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
      let outgoing = graph.outEdges(of: NodeIndex(number))
      let incoming = graph.inEdges(of: NodeIndex(number))
      insert.bind(8, outgoing.lowerBound)
      insert.bind(9, outgoing.count)
      insert.bind(10, incoming.count)
      try bind(insert, 11, orNull: node.address)
      try bind(insert, 12, orNull: node.image)
      try bind(insert, 13, orNull: node.summary)
      try bind(insert, 14, evidenceOf: graph.edges.count + number)
      list.removeAll()
      list.append(edges: incoming)
      try unsafe list.bytes.withUnsafeBufferPointer { bytes throws(StoreError) in
        if incoming.isEmpty {
          insert.bindNull(15)
        } else {
          try unsafe insert.bind(15, borrowing: bytes)
        }
        try insert.run()
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

  private func writeEdges() throws(StoreError) {
    let insert = try file.prepare("INSERT INTO edge VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
    for (index, edge) in graph.edges.enumerated() {
      insert.bind(1, index)
      insert.bind(2, Int(edge.source.rawValue))
      insert.bind(3, Int(edge.relation.rawValue))
      insert.bind(4, Int(edge.target.rawValue))
      insert.bind(5, Int(edge.role.rawValue))
      try insert.bind(6, Double(edge.weight))
      insert.bind(7, Int(edge.rank))
      insert.bind(8, graph.evidenceRange(ofEdge: index).count)
      try bind(insert, 9, evidenceOf: index)
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

extension ByteWriter {
  /// `[12,55,1034]`
  fileprivate mutating func append(edges: ArraySlice<UInt32>) {
    var separator = UInt8(ascii: "[")
    for edge in edges {
      append(byte: separator)
      append(Int(edge))
      separator = UInt8(ascii: ",")
    }
    append(byte: UInt8(ascii: "]"))
  }
}
