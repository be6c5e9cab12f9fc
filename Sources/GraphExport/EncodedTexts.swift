internal import EventGraph

/// Texts that stand in many rows (ids of nodes, paths of documents), encoded once and side by side.
///
/// An edge names two nodes and a document anywhere in the graph. Looking each up in the columns and
/// encoding it anew took half of the time of a GraphML export (190,000 nodes, 1,000,000 edges).
struct EncodedTexts: Sendable {
  private var bytes: [UInt8] = []
  /// `count + 1` offsets into `bytes`, ascending.
  private var offsets: [Int] = [0]

  /// - Parameter encode: Writes text `index` as the format needs it.
  init(count: Int, encode: (_ index: Int, _ out: inout ByteWriter) -> Void) {
    offsets.reserveCapacity(count + 1)
    var out = ByteWriter(capacity: count * 48)
    for index in 0..<count {
      encode(index, &out)
      offsets.append(out.count)
    }
    bytes = out.bytes
  }

  func append(_ index: Int, to out: inout ByteWriter) {
    let span = bytes.span
    out.append(raw: span.extracting(offsets[index]..<offsets[index + 1]))
  }
}

extension EncodedTexts {
  /// Ids of nodes as they are; for formats that have checked them.
  init(nodeIDsOf graph: KnowledgeGraph) {
    let strings = graph.strings.bytes.span
    self.init(count: graph.nodes.count) { index, out in
      out.append(raw: strings.extracting(graph.strings.range(of: graph.nodes[index].id)))
    }
  }

  static func nodeIDs(
    of graph: KnowledgeGraph, _ escaping: TextEscaping
  ) -> (EncodedTexts, LossReport) {
    make(graph, graph.nodes.count, escaping) { graph.nodes[$0].id }
  }

  static func paths(
    of graph: KnowledgeGraph, _ escaping: TextEscaping
  ) -> (EncodedTexts, LossReport) {
    make(graph, graph.documents.count, escaping) { graph.documents[$0].path }
  }

  private static func make(
    _ graph: KnowledgeGraph, _ count: Int, _ escaping: TextEscaping,
    _ text: (Int) -> StringIndex
  ) -> (EncodedTexts, LossReport) {
    let strings = graph.strings.bytes.span
    var loss = LossReport()
    let texts = EncodedTexts(count: count) { index, out in
      let range = graph.strings.range(of: text(index))
      escaping.append(strings.extracting(range), to: &out, loss: &loss)
    }
    return (texts, loss)
  }
}
