internal import CSQLite
public import EventGraph
internal import FileIO

/// A graph file in the making: takes the parts of a graph as they become final, and writes them on
/// threads of its own while the rest is being made.
///
/// The file appears whole on `finish`, or not at all.
package final class GraphFile: GraphObserver {
  private var output: OutputFile?
  /// Open until `finish`.
  private var file: Connection?
  private var index: WorkerThread<Result<FullTextIndex, StoreError>>?
  /// What the index was started with, until the nodes are there to compare.
  private var indexed = NodeTexts()
  private var indexedCount = 0
  private var nodes: WorkerThread<Result<NodesWritten, StoreError>>?

  /// What is there when the nodes' tables are written.
  private struct NodesWritten: Sendable {
    var quotes: QuoteNumbers
    var index: FullTextIndex?
    /// How many nodes the index holds.
    var indexed: Int
  }

  /// - Throws: `StoreError` (`notSeekable`), `FileError` where the file cannot be made or another weft is
  ///   writing it; the old file stays as it was.
  package init(_ path: String) throws {
    let output = try OutputFile(path)
    guard output.partialPath != path else { throw StoreError(.notSeekable, path: path) }
    let file = try Connection(path: output.partialPath, name: path, flags: SQLITE_OPEN_READWRITE)
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
    self.file = file
    self.output = consume output
  }

  /// Starts the index of all words, which costs as much as all tables together.
  package func takeFirstTexts(_ texts: NodeTexts) {
    indexed = texts
    index = WorkerThread {
      Result { () throws(StoreError) in
        let index = try FullTextIndex()
        try index.add(texts)
        releaseFreedMemory()
        return index
      }
    }
  }

  package func takeNodes(_ graph: KnowledgeGraph.SealedNodes) {
    guard let file else { preconditionFailure("a file was finished twice") }
    if isIndexed(graph) { indexedCount = indexed.count } else { index = nil }
    indexed = NodeTexts()
    nodes = WorkerThread { [index, indexedCount] in
      Result { () throws(StoreError) in
        let quotes = QuoteNumbers(of: graph)
        try NodeRows.write(graph, quotes, to: file)
        let started = try index?.join().get()
        try started?.copySizes(0..<indexedCount, to: file)
        return NodesWritten(quotes: quotes, index: started, indexed: indexedCount)
      }
    }
    index = nil
  }

  /// Whether the first nodes are those that the index was started with.
  private func isIndexed(_ graph: KnowledgeGraph.SealedNodes) -> Bool {
    let known = indexed
    let old = known.bytes.span
    let new = graph.strings.bytes.span
    guard known.count <= graph.nodes.count else { return false }
    for number in 0..<known.count {
      let node = graph.nodes[number]
      guard
        old.extracting(known.name(number))
          .equals(new.extracting(graph.strings.range(of: node.name))),
        old.extracting(known.summary(number))
          .equals(new.extracting(graph.strings.range(of: node.summary)))
      else { return false }
    }
    return true
  }

  /// Writes what is left of the graph whose nodes were taken, and puts the file in its place.
  ///
  /// - Throws: `StoreError` (`full`, …), `FileError`; the old file stays as it was.
  package func finish(
    _ graph: KnowledgeGraph, decisions: [IdentityDecision], origin: GraphOrigin? = nil,
    synchronize: Bool = false
  ) throws {
    guard let nodes else { preconditionFailure("a graph's nodes come before its edges") }
    try writeRest(of: graph, try nodes.join().get(), decisions, origin)
    // Closed before it is renamed.
    file = nil
    try output.take()?.commit(synchronize: synchronize)
  }

  private func writeRest(
    of graph: KnowledgeGraph, _ written: NodesWritten, _ decisions: [IdentityDecision],
    _ origin: GraphOrigin?
  ) throws(StoreError) {
    guard let file else { preconditionFailure("a file was finished twice") }
    // The index of the other nodes' words is not made earlier: it is large, and so is what edges are
    // made from.
    let index = WorkerThread { [nodes = graph.sealedNodes] in
      Result { () throws(StoreError) in
        if let started = written.index {
          try started.add(nodes, written.indexed..<nodes.nodes.count)
          return started
        }
        // In the same two steps, for the same bytes.
        let index = try FullTextIndex()
        let first = nodes.nodes.prefix { $0.kind.group < NodeKind.entityGroup }.count
        try index.add(nodes, 0..<first)
        try index.add(nodes, first..<nodes.nodes.count)
        return index
      }
    }
    try EdgeRows.write(graph, written.quotes, to: file)
    try index.join().get().copy(to: file, sizesFrom: written.indexed)
    try GraphStore.write(decisions, to: file)
    try origin?.write(to: file)
    try file.execute(Schema.views)
    if graph.holdsStories { try file.execute(Schema.storyViews) }
    try file.execute("COMMIT")
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
  /// - Complexity: about a microsecond a node and an edge; a copy of the evidence as text, and of names
  ///   and summaries, in memory.
  public static func write(
    _ graph: KnowledgeGraph, decisions: [IdentityDecision] = [], to path: String,
    synchronize: Bool = false
  ) throws {
    let file = try GraphFile(path)
    file.takeNodes(of: graph)
    try file.finish(graph, decisions: decisions, synchronize: synchronize)
  }
}

extension GraphFile {
  /// Takes the nodes of a graph that is whole already.
  package func takeNodes(of graph: KnowledgeGraph) {
    var texts = NodeTexts()
    let bytes = graph.strings.bytes.span
    for node in graph.nodes.prefix(while: { $0.kind.group < NodeKind.entityGroup }) {
      texts.append(
        name: bytes.extracting(graph.strings.range(of: node.name)),
        summary: bytes.extracting(graph.strings.range(of: node.summary)))
    }
    takeFirstTexts(texts)
    takeNodes(graph.sealedNodes)
  }
}
