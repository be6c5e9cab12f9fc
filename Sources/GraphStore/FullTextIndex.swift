internal import CSQLite
internal import EventGraph

/// The full-text index of a graph's names and summaries, built apart from the graph file.
///
/// Tokenizing costs as much as all tables together, so it runs in a database in memory on another
/// thread; the index's own tables are then copied row by row, which is far cheaper.
///
/// Filled in the order of the rows, in any number of steps, each on whatever thread.
final class FullTextIndex: Sendable {
  private let connection: Connection

  init() throws(StoreError) {
    connection = try Connection(
      path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY)
    // A segment for each step, written at its end: no merging while it grows.
    try connection.execute(
      """
      PRAGMA page_size = \(Schema.pageSize);
      CREATE VIRTUAL TABLE node_text USING \(Schema.fullText);
      INSERT INTO node_text(node_text, rank) VALUES('hashsize', 268435456);
      """)
  }

  /// Adds the first nodes.
  func add(_ texts: NodeTexts) throws(StoreError) {
    let fill = { (bytes: UnsafeBufferPointer<UInt8>) throws(StoreError) in
      try unsafe self.add(0..<texts.count, bytes) { (texts.name($0), texts.summary($0)) }
    }
    try unsafe texts.bytes.withUnsafeBufferPointer(fill)
  }

  /// Adds some nodes.
  func add(_ nodes: KnowledgeGraph.SealedNodes, _ numbers: Range<Int>) throws(StoreError) {
    let strings = nodes.strings
    let fill = { (bytes: UnsafeBufferPointer<UInt8>) throws(StoreError) in
      try unsafe self.add(numbers, bytes) {
        (strings.range(of: nodes.nodes[$0].name), strings.range(of: nodes.nodes[$0].summary))
      }
    }
    try unsafe strings.bytes.withUnsafeBufferPointer(fill)
  }

  @unsafe private func add(
    _ numbers: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ texts: (Int) -> (name: Range<Int>, summary: Range<Int>)
  ) throws(StoreError) {
    let insert = try connection.prepare(
      "INSERT INTO node_text(rowid, name, summary) VALUES(?1, ?2, ?3)")
    try connection.execute("BEGIN")
    for number in numbers {
      let text = texts(number)
      insert.bind(1, number)
      try unsafe insert.bind(2, borrowing: UnsafeBufferPointer(rebasing: bytes[text.name]))
      try unsafe insert.bind(3, borrowing: UnsafeBufferPointer(rebasing: bytes[text.summary]))
      try insert.run()
    }
    try connection.execute("COMMIT")
  }

  /// Copies the index into the empty one of the file.
  ///
  /// - Parameter first: How many rows' sizes `copySizes` has copied already.
  func copy(to file: Connection, sizesFrom first: Int) throws(StoreError) {
    for (table, columns) in [("data", 2), ("idx", 3)] {
      // What an empty index holds is replaced; rows then come in order.
      try file.execute("DELETE FROM node_text_\(table)")
      try copy("SELECT * FROM node_text_\(table)", table, columns, to: file)
    }
    try copySizes(first..<Int.max, to: file)
  }

  /// Copies the lengths of some rows, which are final as soon as the rows were added.
  func copySizes(_ rows: Range<Int>, to file: Connection) throws(StoreError) {
    try copy(
      """
      SELECT * FROM node_text_docsize WHERE id >= \(rows.lowerBound) AND id < \(rows.upperBound)
      """, "docsize", 2, to: file)
  }

  private func copy(
    _ query: String, _ table: String, _ columns: Int, to file: Connection
  ) throws(StoreError) {
    let select = try connection.prepare(query)
    let marks = ["?1, ?2", "?1, ?2, ?3"][columns - 2]
    let insert = try file.prepare("INSERT INTO node_text_\(table) VALUES(\(marks))")
    while try select.step() {
      for column in 0..<columns { try insert.bind(column + 1, value: select, column) }
      try insert.run()
    }
  }
}
