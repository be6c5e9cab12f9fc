public import EventGraph

/// Where a writer puts its bytes: called with consecutive chunks of 64 KiB or more (the last may be
/// smaller). What it throws ends the writing and reaches the writer's caller.
public typealias ByteSink = (borrowing [UInt8]) throws -> Void

/// Writes a whole graph in one format, streaming: beyond the graph it holds eight bytes an edge (its
/// id) and the ids of nodes and paths of documents, never the file.
///
/// Equal graphs give equal bytes.
public protocol GraphWriter: Sendable {
  /// - Returns: What the format could not carry; empty where nothing was lost.
  /// - Throws: `ExportError`, or what the sink throws.
  func write(_ graph: KnowledgeGraph, to sink: ByteSink) throws -> LossReport
}

/// A graph or an option that cannot be written: what, and what to do.
public enum ExportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A node's id that is no XML name token, so that GraphML cannot hold it.
  case unsafeIdentifier(String)
  /// A base for IRIs that is none, and why.
  case invalidBase(String, reason: String)

  public var description: String {
    switch self {
    case .unsafeIdentifier(let id):
      "node id '\(id)' has characters other than letters, digits and . - _ :, which GraphML's "
        + "readers refuse; build the graph file anew"
    case .invalidBase(let base, let reason):
      "'\(base)' cannot be the base of IRIs: \(reason)"
    }
  }
}

extension ByteWriter {
  /// Bytes that are collected before the sink sees them: large enough for cheap system calls, small
  /// enough for the second-level cache.
  static let chunkSize = 1 << 17

  /// Hands everything to the sink once a chunk is full.
  mutating func flushIfFull(to sink: ByteSink) throws {
    if count >= Self.chunkSize { try flush(to: sink) }
  }

  mutating func flush(to sink: ByteSink) throws {
    if count == 0 { return }
    try sink(bytes)
    removeAll()
  }
}

extension Relation {
  /// Whether the relationship says the same in both directions. Every edge is directed in every
  /// file, since readers refuse or misread a mix; this flag tells the two apart.
  var isSymmetric: Bool {
    switch self {
    case .involves, .hasContext, .takesPlaceIn, .partOf, .reportedBy, .publishedBy, .relatedTo,
      .memberOf, .precedes, .mentions, .covers, .quotes, .saidBy:
      false
    case .similarTo: true
    }
  }
}
