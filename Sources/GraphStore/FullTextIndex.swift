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
  /// How many nodes a segment of the index holds: it is put together in memory.
  private static let nodesOfSegment = 1 << 15

  init() throws(StoreError) {
    connection = try Connection(
      path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY)
    // A segment for each step, written at its end: no merging while it grows.
    try connection.execute(
      """
      PRAGMA page_size = \(Schema.pageSize);
      CREATE VIRTUAL TABLE node_text USING \(Schema.fullText);
      INSERT INTO node_text(node_text, rank) VALUES('hashsize', 268435456);
      INSERT INTO node_text(node_text, rank) VALUES('automerge', 0);
      """)
  }

  /// Adds some nodes.
  func add(_ nodes: KnowledgeGraph.SealedNodes, _ numbers: Range<Int>) throws(StoreError) {
    let insert = try connection.prepare(
      "INSERT INTO node_text(rowid, name, summary) VALUES(?1, ?2, ?3)")
    try PinnedStrings.with(nodes.strings) { strings throws(StoreError) in
      var rest = numbers
      while !rest.isEmpty {
        try connection.execute("BEGIN")
        for number in rest.prefix(Self.nodesOfSegment) {
          insert.bind(1, number)
          try strings.bind(insert, 2, nodes.nodes[number].name)
          try strings.bind(insert, 3, nodes.nodes[number].summary)
          try insert.run()
        }
        try connection.execute("COMMIT")
        rest = rest.dropFirst(Self.nodesOfSegment)
      }
    }
  }

  /// Copies the index into the empty one of the file.
  func copy(to file: Connection) throws(StoreError) {
    // What an empty index holds is replaced.
    try file.execute("DELETE FROM node_text_data")
    for part in ["data", "idx", "docsize"] {
      let table = "node_text_\(part)"
      let count = try connection.integer("SELECT count(*) FROM \(table)") ?? 0
      let select = try connection.prepare("SELECT * FROM \(table)")
      let columns = select.columnCount
      try file.insert(into: table, columns: columns, count: count) {
        _, insert throws(StoreError) in
        _ = try select.step()
        for column in 0..<columns { try insert.bind(column + 1, value: select, column) }
      }
    }
  }
}
