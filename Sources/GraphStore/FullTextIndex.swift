internal import CSQLite
internal import EventGraph

/// The full-text index of a graph's names and summaries, built apart from the graph file.
///
/// Tokenizing costs as much as all tables together, so it runs in a database in memory on another
/// thread; the index's own tables are then copied row by row, which is far cheaper.
///
/// Filled in the order of the rows, in any number of steps, each on whatever thread. Each step is a segment
/// of the index, which later ones leave as it is, so it can be copied before they are made.
///
/// Safe though unchecked: one thread after the other uses it.
final class FullTextIndex: @unchecked Sendable {
  private let connection: Connection
  /// The last rows that were copied: of the table of pages, of that of terms, of that of lengths.
  private var copied = (data: FullTextIndex.firstPage - 1, segment: 0, size: -1)

  /// Pages have numbers above; those below are a row of averages (1) and the list of segments (10), which
  /// every step writes anew.
  private static let firstPage = 11

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
    try connection.execute("BEGIN")
    try PinnedStrings.with(nodes.strings) { strings throws(StoreError) in
      for number in numbers {
        insert.bind(1, number)
        try strings.bind(insert, 2, nodes.nodes[number].name)
        try strings.bind(insert, 3, nodes.nodes[number].summary)
        try insert.run()
      }
    }
    try connection.execute("COMMIT")
  }

  /// Copies what was added since the last copy.
  func copySegments(to file: Connection) throws(StoreError) {
    copied.data = try copy("data", "id", above: copied.data, to: file)
    copied.segment = try copy("idx", "segid", above: copied.segment, to: file)
    copied.size = try copy("docsize", "id", above: copied.size, to: file)
  }

  /// Copies the rest when all was added.
  func copyRest(to file: Connection) throws(StoreError) {
    try copySegments(to: file)
    // What an empty index holds is replaced.
    try file.execute("DELETE FROM node_text_data WHERE id < \(Self.firstPage)")
    _ = try copy("data", "id", above: 0, "AND id < \(Self.firstPage)", to: file)
  }

  /// - Returns: The last key.
  private func copy(
    _ table: String, _ key: String, above last: Int, _ condition: String = "", to file: Connection
  ) throws(StoreError) -> Int {
    // The table's own order is that of its key.
    let select = try connection.prepare(
      "SELECT *, \(key) FROM node_text_\(table) WHERE \(key) > \(last) \(condition)")
    let columns = table == "idx" ? 3 : 2
    let marks = columns == 3 ? "?1, ?2, ?3" : "?1, ?2"
    let insert = try file.prepare("INSERT INTO node_text_\(table) VALUES(\(marks))")
    var last = last
    while try select.step() {
      for column in 0..<columns { try insert.bind(column + 1, value: select, column) }
      try insert.run()
      last = select.integer(columns)
    }
    return last
  }
}
