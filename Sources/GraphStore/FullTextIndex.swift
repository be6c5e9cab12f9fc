internal import CSQLite
internal import EventGraph

/// The full-text index of a graph's names and summaries, built apart from the graph file.
///
/// Tokenizing costs as much as all tables together, so it runs in a database in memory on another
/// thread; the index's own tables are then copied row by row, which is far cheaper.
///
/// Safe though unchecked: the building thread hands the connection over when it is joined.
final class FullTextIndex: @unchecked Sendable {
  private let connection: Connection

  init(of graph: KnowledgeGraph) throws(StoreError) {
    connection = try Connection(
      path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY)
    // One segment, written at the end: quicker to ask, and no merging while it grows.
    try connection.execute(
      """
      PRAGMA page_size = \(Schema.pageSize);
      CREATE VIRTUAL TABLE node_text USING \(Schema.fullText);
      INSERT INTO node_text(node_text, rank) VALUES('hashsize', 268435456);
      BEGIN;
      """)
    let insert = try connection.prepare(
      "INSERT INTO node_text(rowid, name, summary) VALUES(?1, ?2, ?3)")
    let fill = { (strings: UnsafeBufferPointer<UInt8>) throws(StoreError) in
      for (number, node) in graph.nodes.enumerated() {
        insert.bind(1, number)
        try unsafe insert.bind(
          2, borrowing: UnsafeBufferPointer(rebasing: strings[graph.strings.range(of: node.name)]))
        try unsafe insert.bind(
          3,
          borrowing: UnsafeBufferPointer(rebasing: strings[graph.strings.range(of: node.summary)]))
        try insert.run()
      }
    }
    try unsafe graph.strings.bytes.withUnsafeBufferPointer(fill)
    try connection.execute("COMMIT")
  }

  /// Copies the index into the empty one of the file.
  func copy(to file: Connection) throws(StoreError) {
    for (table, columns) in [("data", 2), ("idx", 3), ("docsize", 2)] {
      let marks = ["?1, ?2", "?1, ?2, ?3"][columns - 2]
      let select = try connection.prepare("SELECT * FROM node_text_\(table)")
      // What an empty index holds is replaced; rows then come in order.
      try file.execute("DELETE FROM node_text_\(table)")
      let insert = try file.prepare("INSERT INTO node_text_\(table) VALUES(\(marks))")
      while try select.step() {
        for column in 0..<columns { try insert.bind(column + 1, value: select, column) }
        try insert.run()
      }
    }
  }
}
