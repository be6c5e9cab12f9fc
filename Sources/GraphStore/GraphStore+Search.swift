public import EventGraph

/// What a search found.
public struct SearchResults: Equatable, Sendable {
  /// Best first.
  public var nodes: [NodeRecord]
  /// How many match in all.
  public var total: Int
  /// False where no node holds all words and those that hold some were taken instead.
  public var holdAllWords: Bool
}

extension GraphStore {
  /// Nodes whose name or summary holds the words, whatever their case and marks.
  ///
  /// The last word may be the beginning of one. Where nothing holds all words, those that hold any of
  /// them are given. Best first by BM25, a name counting five times a summary and a
  /// source, whose name is but a URL, a third; ties by id.
  ///
  /// - Parameters:
  ///   - text: Words; operators and quotes in it mean nothing.
  ///   - kinds: Only these, all where empty.
  ///   - limit: How many to give at most.
  public func search(
    _ text: String, kinds: Set<NodeKind> = [], entityKinds: Set<EntityKind> = [], limit: Int = 20
  ) throws(StoreError) -> SearchResults {
    let words = Words(text)
    guard !words.isEmpty else { return SearchResults(nodes: [], total: 0, holdAllWords: true) }
    let all = try matches(
      words.all(isPrefix: true), kinds: kinds, entityKinds: entityKinds, limit: limit)
    if all.total > 0 || words.words.count == 1 {
      return SearchResults(nodes: all.nodes, total: all.total, holdAllWords: true)
    }
    let any = try matches(words.any, kinds: kinds, entityKinds: entityKinds, limit: limit)
    return SearchResults(nodes: any.nodes, total: any.total, holdAllWords: false)
  }

  /// The nodes that a full-text query finds, best first, and how many there are.
  func matches(
    _ query: String, kinds: Set<NodeKind> = [], entityKinds: Set<EntityKind> = [], limit: Int
  ) throws(StoreError) -> (nodes: [NodeRecord], total: Int) {
    // Kinds are numbers of ours, so they may stand in the SQL.
    let list = kinds.map { String($0.rawValue) }.sorted().joined(separator: ", ")
    let entityList = entityKinds.map { String($0.rawValue) }.sorted().joined(separator: ", ")
    let isAll = kinds.isEmpty && entityKinds.isEmpty
    let filter =
      isAll ? "" : " AND (node.kind IN (\(list)) OR node.entity_kind IN (\(entityList)))"
    let rows = try file.prepare(
      """
      SELECT node.number, node.id, node.kind, node.name, node.date, node.documents,
        node.entity_kind FROM (
        SELECT rowid, bm25(node_text, 5.0, 1.0) AS score FROM node_text WHERE node_text MATCH ?1
      ) AS hit JOIN node ON node.number = hit.rowid\(filter)
      ORDER BY CASE node.kind WHEN \(NodeKind.source.rawValue) THEN score * 0.3 ELSE score END,
        node.number LIMIT ?2
      """)
    try rows.bind(1, query)
    rows.bind(2, limit)
    var nodes: [NodeRecord] = []
    while try rows.step() { nodes.append(try record(rows)) }
    if nodes.count < limit { return (nodes, nodes.count) }
    let count = try file.prepare(
      isAll
        ? "SELECT count(*) FROM node_text WHERE node_text MATCH ?1"
        : """
        SELECT count(*) FROM node_text JOIN node ON node.number = node_text.rowid
        WHERE node_text MATCH ?1\(filter)
        """)
    try count.bind(1, query)
    return (nodes, try count.step() ? count.integer(0) : nodes.count)
  }
}
