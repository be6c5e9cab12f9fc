internal import CSQLite
public import EventGraph
internal import FileIO

extension GraphStore {
  /// Writes the graph as one file: whole or not at all, and the same bytes for an equal graph.
  ///
  /// - Parameters:
  ///   - decisions: What was taken for one and what was kept apart, for `decisions()`.
  ///   - synchronize: Waits until the bytes are on the disk, so that a power failure leaves the old
  ///     file or the new one. Without it only a crash of the machine can hurt.
  /// - Throws: `StoreError` (`full`, `notSeekable`, …), `FileError` where the file cannot be made or
  ///   another weft is writing it; the old file stays as it was.
  /// - Complexity: about a microsecond a node and an edge; a copy of the evidence as text in memory.
  public static func write(
    _ graph: KnowledgeGraph, decisions: [IdentityDecision] = [], to path: String,
    synchronize: Bool = false
  ) throws {
    let output = try OutputFile(path)
    guard output.partialPath != path else { throw StoreError(.notSeekable, path: path) }
    do {
      let file = try Connection(
        path: output.partialPath, name: path, flags: SQLITE_OPEN_READWRITE)
      // A file that is renamed at the end needs no journal: what is left of it is thrown away.
      try file.execute(
        """
        PRAGMA page_size = \(Schema.pageSize); PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
        PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = OFF; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8';
        PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version);
        BEGIN;
        """)
      try file.execute(Schema.tables)
      try GraphWriter.write(graph, to: file)
      try write(decisions, to: file)
      try file.execute(Schema.views)
      try file.execute("COMMIT")
    }
    try output.commit(synchronize: synchronize)
  }
}
