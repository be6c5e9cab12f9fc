public import EventGraph

/// Writes DOT for Graphviz and for Gephi, with the whole graph's data as attributes.
///
/// Ids and values are always quoted. For a picture of one event use the drawing, which chooses what to
/// show; a whole graph is too large for Graphviz beyond some thousand nodes.
public struct DOTWriter: GraphWriter {
  public init() {}

  public func write(_ graph: KnowledgeGraph, to sink: ByteSink) throws -> LossReport {
    var rows = DOTRows(graph)
    rows.appendHead(of: graph)
    for index in graph.nodes.indices {
      rows.appendNode(NodeIndex(index), of: graph)
      try rows.out.flushIfFull(to: sink)
    }
    for index in graph.edges.indices {
      rows.appendEdge(index, of: graph)
      try rows.out.flushIfFull(to: sink)
    }
    rows.out.append("}\n")
    try rows.out.flush(to: sink)
    rows.loss.add(.documentHashes, graph.documents.count { !$0.sha256.isEmpty })
    return rows.loss
  }
}
