public import EventGraph

/// What is told of a node wherever one is named.
public struct NodeRecord: Equatable, Sendable {
  /// The node's place in this file and in the graph that `graph()` loads from it.
  public var index: NodeIndex
  public var id: String
  public var kind: NodeKind
  public var name: String
  /// An event's date; nil where none is known or the node has none.
  public var date: PartialDate?
  /// How many documents tell of the node: 0 for an event that is only pointed at.
  public var documentCount: Int
  /// What an entity is, finer than `kind`; nil for other nodes.
  public var entityKind: EntityKind?
}

/// A place in a document that says something, with the rule that read it.
public struct EvidenceRecord: Equatable, Sendable {
  /// The document's path.
  public var document: String
  /// 1-based.
  public var line: Int
  /// Byte offset of the span in the document, and its length in bytes.
  public var start: Int
  public var length: Int
  /// The words, cleaned for display.
  public var quote: String
  public var rule: Rule
  /// Per cent of the relationship's weight that it accounts for, where it is one of several reasons; else 0.
  public var share = 0
}

extension GraphStore {
  static let recordColumns = "number, id, kind, name, date, documents, entity_kind"
  static let recordColumnCount = 7

  /// The record in the first columns of a row of `recordColumns`.
  func record(_ row: Statement) throws(StoreError) -> NodeRecord {
    guard let index = UInt32(exactly: row.integer(0)) else { throw damaged("a node has no number") }
    return NodeRecord(
      index: NodeIndex(rawValue: index), id: row.text(1), kind: try kind(row.integer(2)),
      name: row.text(3), date: try date(row, 4), documentCount: row.integer(5),
      entityKind: entityKind(row, 6))
  }

  /// Nil where the column is null; a number that is no kind is none either.
  func entityKind(_ row: Statement, _ column: Int) -> EntityKind? {
    row.isNull(column) ? nil : UInt8(exactly: row.integer(column)).flatMap(EntityKind.init)
  }

  /// The node of this number.
  ///
  /// - Throws: `StoreError.damaged` where the file has none.
  public func record(of node: NodeIndex) throws(StoreError) -> NodeRecord {
    try record(number: node.position)
  }

  /// As `record(of:)`, for a number that stands in the file and may be any.
  func record(number: Int) throws(StoreError) -> NodeRecord {
    let rows = try file.statement("SELECT \(Self.recordColumns) FROM node WHERE number = ?1")
    rows.bind(1, number)
    guard try rows.step() else { throw damaged("node \(number) is missing") }
    return try record(rows)
  }

  /// The places that a row's packed evidence names, with their texts.
  func evidence(_ row: Statement, _ column: Int) throws(StoreError) -> [EvidenceRecord] {
    try row.withBytes(column) { text throws(StoreError) in try evidence(text) }
  }

  /// The same for the text itself, which must not be that of a row that is asked for here.
  func evidence(_ text: Span<UInt8>) throws(StoreError) -> [EvidenceRecord] {
    var stored: [StoredEvidence] = []
    let isSound = StoredEvidence.parse(text) { piece in
      stored.append(piece)
      return true
    }
    guard isSound else { throw damaged("a piece of evidence cannot be read") }
    var records: [EvidenceRecord] = []
    for piece in stored {
      records.append(
        EvidenceRecord(
          document: try word("SELECT path FROM document WHERE number = ?1", piece.document),
          line: piece.line, start: piece.start, length: piece.length,
          quote: try word("SELECT text FROM quote WHERE number = ?1", piece.quote),
          rule: try rule(piece.rule), share: piece.share))
    }
    return records
  }

  private func word(_ sql: String, _ number: Int) throws(StoreError) -> String {
    let row = try file.statement(sql)
    row.bind(1, number)
    guard try row.step() else { throw damaged("a text that a piece of evidence names is missing") }
    return row.text(0)
  }
}
