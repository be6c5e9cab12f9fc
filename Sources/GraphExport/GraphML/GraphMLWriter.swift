public import EventGraph

/// Writes GraphML that every common reader opens alike: Gephi, NetworkX, igraph, Cytoscape, yEd and
/// Neo4j's APOC.
///
/// One plain subset: every attribute declared and typed, no `<default>`, `<desc>`, nested graph or
/// extension, nodes before edges, all edges directed, ids that are XML name tokens. What an edge says
/// stands in four places (`label`, `relation`, `interaction`, XML `label`), since each reader looks
/// at another.
public struct GraphMLWriter: GraphWriter {
  public struct Options: Equatable, Sendable {
    /// Leaves out the XML attribute `label` of edges, which Gephi and APOC take for the edge's type
    /// and the GraphML schema does not know.
    public var isStrict: Bool
    /// Adds `evidence_all`: every piece of evidence, as a JSON array.
    public var allEvidence: Bool

    public init(isStrict: Bool = false, allEvidence: Bool = false) {
      self.isStrict = isStrict
      self.allEvidence = allEvidence
    }
  }

  public var options: Options

  public init(_ options: Options = Options()) { self.options = options }

  public func write(_ graph: KnowledgeGraph, to sink: ByteSink) throws -> LossReport {
    try checkIdentifiers(graph)
    var rows = GraphMLRows(graph, options)
    rows.out.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """)
    for key in GraphMLKey.all where key.name != "evidence_all" || options.allEvidence {
      rows.out.append(raw: key.declaration)
    }
    rows.out.append("  <graph id=\"weft\" edgedefault=\"directed\">\n")
    for index in graph.nodes.indices {
      rows.appendNode(NodeIndex(index), of: graph)
      try rows.out.flushIfFull(to: sink)
    }
    for index in graph.edges.indices {
      rows.appendEdge(index, of: graph)
      try rows.out.flushIfFull(to: sink)
    }
    rows.out.append("  </graph>\n</graphml>\n")
    try rows.out.flush(to: sink)
    rows.loss.add(.documentHashes, graph.documents.count { !$0.sha256.isEmpty })
    return rows.loss
  }

  private func checkIdentifiers(_ graph: KnowledgeGraph) throws(ExportError) {
    let strings = graph.strings.bytes.span
    for node in graph.nodes {
      let id = strings.extracting(graph.strings.range(of: node.id))
      var isSafe = !id.isEmpty
      for k in id.indices where !id[k].isNameTokenByte { isSafe = false }
      if !isSafe { throw .unsafeIdentifier(graph.strings[node.id]) }
    }
  }
}

extension UInt8 {
  /// Letters, digits, `.`, `-`, `_` and `:`: safe as an XML name token and in an IRI.
  var isNameTokenByte: Bool {
    isASCIIAlphanumeric || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
  }
}
