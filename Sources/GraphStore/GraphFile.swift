internal import CSQLite
public import EventGraph
internal import FileIO

/// A graph file in the making: takes the parts of a graph as they become final, and writes them on
/// threads of its own while the rest is being made. Nothing holds the whole graph.
///
/// The file appears whole on `finish`, or not at all. What goes wrong meanwhile is thrown by `finish`.
///
/// Safe though unchecked: an observer's calls do not overlap, and the lanes' jobs share what is passed
/// from one to the next.
package final class GraphFile: GraphObserver, @unchecked Sendable {
  private var output: OutputFile?
  /// Open until `finish`; only `early`, then `writing` use it.
  private let file: Connection
  /// Only `indexing` uses it until it is copied.
  private let index: FullTextIndex
  /// Only `describing` uses it until that has finished.
  private var edges: EdgeDescription?
  private var quotes = QuoteNumbers()
  private var keys: WorkerThread<NameKeys>?
  private var nodes: KnowledgeGraph.SealedNodes?

  private let indexing = JobLane<StoreError>(isBackground: true)
  /// The rows of the first nodes, which everything else has time until.
  private let early = JobLane<StoreError>(isBackground: true)
  private let describing = JobLane<StoreError>()
  /// Every other row of the file in its order, whichever thread made it.
  private let writing = JobLane<StoreError>()

  /// - Throws: `StoreError` (`notSeekable`), `FileError` where the file cannot be made or another weft is
  ///   writing it; the old file stays as it was.
  package init(_ path: String) throws {
    let output = try OutputFile(path)
    guard output.partialPath != path else { throw StoreError(.notSeekable, path: path) }
    file = try Connection(path: output.partialPath, name: path, flags: SQLITE_OPEN_READWRITE)
    // A file that is renamed at the end needs no journal: what is left of it is thrown away.
    try file.execute(
      """
      PRAGMA page_size = \(Schema.pageSize); PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY;
      PRAGMA secure_delete = OFF; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8';
      PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version);
      BEGIN;
      """)
    try file.execute(Schema.tables)
    try Vocabulary.write(to: file)
    index = try FullTextIndex()
    self.output = consume output
  }

  package func takeFirstNodes(_ nodes: KnowledgeGraph.SealedNodes) {
    quotes.grow(to: nodes.strings)
    quotes.note(nodes.nodeEvidence[...])
    let numbers = Self.firstNumbers(nodes)
    keys = WorkerThread { NameKeys(first: nodes, numbers) }
    // The index of all words costs as much as all tables together.
    indexing.add { [index] () throws(StoreError) in try index.add(nodes, numbers) }
    early.add { [file, quotes] () throws(StoreError) in
      try NodeRows.write(first: nodes, numbers, quotes, to: file)
    }
  }

  package func takeNodes(_ nodes: KnowledgeGraph.SealedNodes) {
    guard let firstKeys = keys else { preconditionFailure("first nodes come first") }
    self.nodes = nodes
    quotes.grow(to: nodes.strings)
    let numbers = Self.firstNumbers(nodes).upperBound..<nodes.nodes.count
    keys = nil
    let keys = WorkerThread {
      var keys = firstKeys.join()
      keys.add(nodes, numbers)
      keys.sort()
      return keys
    }
    indexing.add { [index] () throws(StoreError) in
      releaseFreedMemory()
      try index.add(nodes, numbers)
    }
    writing.add { [file, quotes, early] () throws(StoreError) in
      try early.finish()
      try NodeRows.write(others: nodes, numbers, quotes, to: file)
      try keys.join().write(to: file)
    }
    edges = EdgeDescription(nodes, first: numbers.lowerBound, quotes)
    quotes = QuoteNumbers()
  }

  package func takeEdges(_ part: EdgeColumns) {
    guard let nodes, let edges else {
      preconditionFailure("a graph's nodes come before its edges")
    }
    let rows = rows(nodes)
    // Who makes edges faster than they are written has to wait: what waits is memory.
    describing.add(behindAtMost: 20) { [edges, writing] () throws(StoreError) in
      for piece in edges.pieces(of: part) {
        writing.add(behindAtMost: edges.isPastMiddle ? 30 : 80) { () throws(StoreError) in
          try rows.write(piece)
        }
      }
    }
  }

  private func rows(_ nodes: KnowledgeGraph.SealedNodes) -> EdgeRows {
    EdgeRows(file: file, strings: nodes.strings) { [file, index, indexing] () throws(StoreError) in
      try indexing.finish()
      try index.copy(to: file)
    }
  }

  /// Whether there is no node, when nodes were taken.
  package var isEmpty: Bool { nodes?.nodes.isEmpty ?? true }

  /// The numbers of the events, sources and articles.
  private static func firstNumbers(_ nodes: KnowledgeGraph.SealedNodes) -> Range<Int> {
    0..<nodes.nodes.prefix { $0.kind.group < NodeKind.entityGroup }.count
  }

  /// Writes what is left, and puts the file in its place.
  ///
  /// - Returns: What the file holds.
  /// - Throws: `StoreError` (`full`, …), `FileError`; the old file stays as it was.
  package func finish(
    decisions: [IdentityDecision], origin: GraphOrigin? = nil, synchronize: Bool = false
  ) throws -> StoreStatistics {
    try describing.finish()
    guard let nodes, let edges else { preconditionFailure("a graph's nodes come before its end") }
    let statistics = edges.statistics
    let rows = rows(nodes)
    for piece in edges.rest() {
      writing.add { () throws(StoreError) in try rows.write(piece) }
    }
    edges.incoming(nodeCount: nodes.nodes.count) { incoming in
      writing.add { () throws(StoreError) in try rows.write(incoming, to: "incoming") }
    }
    writing.add { [file] () throws(StoreError) in
      try statistics.write(to: file)
      try GraphStore.write(decisions, to: file)
      try origin?.write(to: file)
      try file.execute(Schema.views)
      if statistics.holdsComputed {
        try Vocabulary.write(isComputed: true, to: file)
        try file.execute(Schema.storyViews)
      }
      try file.execute("COMMIT")
      // Closed before it is renamed.
      file.close()
    }
    try writing.finish()
    try output.take()?.commit(synchronize: synchronize)
    return statistics
  }
}

extension GraphStore {
  /// Writes the graph as one file: whole or not at all, and the same bytes for an equal graph.
  ///
  /// - Parameters:
  ///   - decisions: What was taken for one and what was kept apart, for `decisions()`.
  ///   - synchronize: Waits until the bytes are on the disk, so that a power failure leaves the old
  ///     file or the new one. Without it only a crash of the machine can hurt.
  /// - Throws: `StoreError` (`full`, `notSeekable`, …), `FileError` where the file cannot be made or
  ///   another weft is writing it; the old file stays as it was.
  /// - Complexity: about a microsecond a node and an edge; in memory an index of all words, and the rows of
  ///   some hundred thousand edges.
  public static func write(
    _ graph: KnowledgeGraph, decisions: [IdentityDecision] = [], to path: String,
    synchronize: Bool = false
  ) throws {
    let file = try GraphFile(path)
    graph.give(to: file)
    _ = try file.finish(decisions: decisions, synchronize: synchronize)
  }
}
