public import EventGraph

/// Writes JSON-LD 1.1 that needs no network to be read: schema.org for what the nodes are, SKOS for
/// contexts, PROV-O for evidence.
///
/// Every relationship stands twice: as a plain triple for those who traverse, and as an
/// `rdf:Statement` with weight, rank, role and all its evidence for those who check. Nothing is a
/// blank node; every IRI follows from content, so two files can be merged.
public struct JSONLDWriter: GraphWriter {
  public static let defaultBase = "urn:weft:"

  private let base: IRIBase

  /// - Parameter base: What every IRI begins with; absolute, ending in `/`, `#` or `:`.
  /// - Throws: `ExportError.invalidBase`.
  public init(base: String = Self.defaultBase) throws(ExportError) {
    self.base = try IRIBase(base)
  }

  public func write(_ graph: KnowledgeGraph, to sink: ByteSink) throws -> LossReport {
    var rows = JSONLDRows(graph, base)
    rows.out.append(raw: JSONLDContext.head)
    JSONLDVocabulary.append(to: &rows.out)
    for index in graph.documents.indices {
      rows.appendDocument(index, of: graph)
      try rows.out.flushIfFull(to: sink)
    }
    for index in graph.nodes.indices {
      rows.appendNode(NodeIndex(index), of: graph)
      try rows.out.flushIfFull(to: sink)
      for edge in graph.outEdges(of: NodeIndex(index)) {
        rows.appendStatement(edge, of: graph)
        try rows.out.flushIfFull(to: sink)
      }
    }
    rows.finish()
    try rows.out.flush(to: sink)
    return rows.loss
  }
}
