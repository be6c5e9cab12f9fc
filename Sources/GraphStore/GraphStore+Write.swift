public import EventGraph
internal import FileIO

extension GraphStore {
  /// Writes a graph as one file, which appears whole or not at all.
  ///
  /// The same graph gives the same bytes: quotes are numbered by first use in the graph's own order,
  /// rows are inserted sorted, and nothing in the file tells the time.
  ///
  /// - Throws: `StoreError`, `FileError`.
  public static func write(_ graph: KnowledgeGraph, to path: String) throws {
    let file = try OutputFile(path)
    do throws(StoreError) {
      let database = try Database(file.partialPath, .create)
      // No journal: an unfinished file is thrown away as a whole.
      try database.execute(
        """
        PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
        PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536;
        PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version);
        """)
      try database.execute("BEGIN")
      try database.execute(Schema.tables)
      var writer = try GraphWriter(database, graph)
      try writer.writeWords()
      try writer.writeDocuments()
      try writer.writeNodes()
      try writer.writeEdges()
      try writer.writeQuotes()
      try writer.writePages()
      try writer.writeStatistics()
      try database.execute(Schema.indexes)
      try database.execute("INSERT INTO words(words) VALUES('rebuild')")
      try database.execute(Schema.views)
      try database.execute("COMMIT")
    } catch {
      // SQLite knows the partial file's name, the user the whole one's.
      throw StoreError(path, error.reason)
    }
    try file.commit()
  }
}

/// The tables of one file while they are filled.
private struct GraphWriter {
  let database: Database
  let graph: KnowledgeGraph
  /// Number in the `quote` table by string index, 0 for a string that was not quoted yet.
  private var quoteNumbers: [UInt32]
  private var quotes: [StringIndex] = []

  init(_ database: Database, _ graph: KnowledgeGraph) throws(StoreError) {
    self.database = database
    self.graph = graph
    quoteNumbers = Array(repeating: 0, count: graph.strings.count)
  }

  /// Names for the numbers that the rows hold.
  func writeWords() throws(StoreError) {
    let kind = try database.prepare("INSERT INTO kind VALUES(?, ?)")
    for value in NodeKind.allCases {
      kind.bind(1, Int(value.rawValue))
      kind.bind(2, value.name)
      try kind.run()
    }
    let relation = try database.prepare("INSERT INTO relation VALUES(?, ?)")
    for value in Relation.allCases {
      relation.bind(1, Int(value.rawValue))
      relation.bind(2, value.name)
      try relation.run()
    }
    let role = try database.prepare("INSERT INTO role VALUES(?, ?)")
    for value in Role.allCases {
      role.bind(1, Int(value.rawValue))
      if let name = value.name { role.bind(2, name) } else { role.bindNull(2) }
      try role.run()
    }
    let rule = try database.prepare("INSERT INTO rule VALUES(?, ?, ?, ?)")
    for value in Rule.allCases {
      rule.bind(1, Int(value.rawValue))
      rule.bind(2, value.name)
      rule.bind(3, value.summary)
      rule.bind(4, value.confidence)
      try rule.run()
    }
  }

  func writeDocuments() throws(StoreError) {
    let insert = try database.prepare("INSERT INTO document VALUES(?, ?, ?)")
    for (number, document) in graph.documents.enumerated() {
      insert.bind(1, number)
      bind(document.path, to: insert, 2)
      bind(document.sha256, to: insert, 3)
      try insert.run()
    }
  }

  mutating func writeNodes() throws(StoreError) {
    let insert = try database.prepare("INSERT INTO node VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    var evidence = ByteWriter()
    for (number, node) in graph.nodes.enumerated() {
      insert.bind(1, number)
      bind(node.id, to: insert, 2)
      insert.bind(3, Int(node.kind.rawValue))
      bind(node.name, to: insert, 4)
      if let date = node.date { insert.bind(5, "\(date)") } else { insert.bindNull(5) }
      bindOrNull(node.summary, to: insert, 6)
      bindOrNull(node.address, to: insert, 7)
      bindOrNull(node.image, to: insert, 8)
      bindOrNull(node.kindReason, to: insert, 9)
      insert.bind(10, Int(node.documentCount))
      let own = graph.evidence(ofNode: NodeIndex(number))
      if own.isEmpty {
        insert.bindNull(11)
      } else {
        append(own, to: &evidence)
        insert.bind(11, evidence.bytes.span)
      }
      try insert.run()
    }
  }

  mutating func writeEdges() throws(StoreError) {
    let insert = try database.prepare("INSERT INTO edge VALUES(?, ?, ?, ?, ?, ?, ?)")
    var evidence = ByteWriter()
    for (number, edge) in graph.edges.enumerated() {
      insert.bind(1, edge.source.position)
      insert.bind(2, Int(edge.relation.rawValue))
      insert.bind(3, edge.target.position)
      insert.bind(4, Int(edge.role.rawValue))
      insert.bind(5, Double(edge.weight))
      insert.bind(6, Int(edge.rank))
      append(graph.evidence[graph.evidenceRange(ofEdge: number)], to: &evidence)
      insert.bind(7, evidence.bytes.span)
      try insert.run()
    }
  }

  /// `[[document,line,start,length,quote,rule],…]`: a table of its own would double the time and size
  /// of the file, and any SQLite client reads this through the view `evidence`.
  private mutating func append(_ evidence: ArraySlice<Evidence>, to writer: inout ByteWriter) {
    writer.removeAll()
    var separator: StaticString = "[["
    for piece in evidence {
      writer.append(separator)
      separator = "],["
      writer.append(piece.document.position)
      writer.append(",")
      writer.append(Int(piece.line))
      writer.append(",")
      writer.append(Int(piece.start))
      writer.append(",")
      writer.append(Int(piece.length))
      writer.append(",")
      writer.append(Int(number(ofQuote: piece.quote)))
      writer.append(",")
      writer.append(Int(piece.rule.rawValue))
    }
    writer.append(evidence.isEmpty ? "[]" : "]]")
  }

  private mutating func number(ofQuote quote: StringIndex) -> UInt32 {
    if quoteNumbers[quote.position] == 0 {
      quotes.append(quote)
      quoteNumbers[quote.position] = UInt32(quotes.count)
    }
    return quoteNumbers[quote.position]
  }

  func writeQuotes() throws(StoreError) {
    let insert = try database.prepare("INSERT INTO quote VALUES(?, ?)")
    for (number, quote) in quotes.enumerated() {
      insert.bind(1, number + 1)
      bind(quote, to: insert, 2)
      try insert.run()
    }
  }

  func writePages() throws(StoreError) {
    let insert = try database.prepare("INSERT OR IGNORE INTO page VALUES(?, ?)")
    // In the key's order, so that the table grows at its end.
    for page in graph.pages.sorted(by: { graph.strings.isLess($0.path, $1.path) }) {
      bind(page.path, to: insert, 1)
      insert.bind(2, page.event.position)
      try insert.run()
    }
  }

  func writeStatistics() throws(StoreError) {
    let insert = try database.prepare("INSERT INTO statistic VALUES(?, ?, ?)")
    func put(_ topic: String, _ name: String, _ value: Int) throws(StoreError) {
      insert.bind(1, topic)
      insert.bind(2, name)
      insert.bind(3, value)
      try insert.run()
    }
    var kinds = [Int](repeating: 0, count: NodeKind.allCases.count)
    for node in graph.nodes { kinds[Int(node.kind.rawValue)] += 1 }
    for kind in NodeKind.allCases { try put("nodes", kind.name, kinds[Int(kind.rawValue)]) }
    var relations = [Int](repeating: 0, count: Relation.allCases.count)
    for edge in graph.edges { relations[Int(edge.relation.rawValue)] += 1 }
    for relation in Relation.allCases {
      try put("edges", relation.name, relations[Int(relation.rawValue)])
    }
    try put("graph", "documents", graph.documents.count)
    try put("graph", "evidence", graph.evidence.count)
    try put("graph", "pages", graph.pages.count)
    try put(
      "graph", "eventsRead", graph.nodes.count { $0.kind == .event && $0.documentCount > 0 })
    let dates = graph.nodes.lazy.filter { $0.kind == .event }.compactMap(\.date)
    if let first = dates.min(), let last = dates.max() {
      for (name, date) in [("firstDate", first), ("lastDate", last)] {
        insert.bind(1, "graph")
        insert.bind(2, name)
        insert.bind(3, "\(date)")
        try insert.run()
      }
    }
  }

  private func bind(_ string: StringIndex, to statement: Statement, _ place: Int32) {
    statement.bind(place, graph.strings.bytes.span.extracting(graph.strings.range(of: string)))
  }

  private func bindOrNull(_ string: StringIndex, to statement: Statement, _ place: Int32) {
    if string.isEmpty { statement.bindNull(place) } else { bind(string, to: statement, place) }
  }
}
