internal import EventGraph
internal import GraphExport
internal import Testing

/// A format with a golden file.
enum Format: String, CaseIterable, Sendable {
  case graphml = "sample.graphml"
  case strictGraphML = "sample.strict.graphml"
  case jsonld = "sample.jsonld"
  case dot = "sample.dot"

  func writer() throws -> any GraphWriter {
    switch self {
    case .graphml: GraphMLWriter()
    case .strictGraphML: GraphMLWriter(.init(isStrict: true, allEvidence: true))
    case .jsonld: try JSONLDWriter()
    case .dot: DOTWriter()
    }
  }

  func write(_ graph: KnowledgeGraph) throws -> (bytes: [UInt8], loss: LossReport) {
    try bytes(of: graph, by: writer())
  }
}

func bytes(
  of graph: KnowledgeGraph, by writer: any GraphWriter
) throws -> (bytes: [UInt8], loss: LossReport) {
  var bytes: [UInt8] = []
  let loss = try writer.write(graph) { bytes.append(contentsOf: copy $0) }
  return (bytes, loss)
}

func text(_ format: Format, _ graph: KnowledgeGraph = SampleGraph.make()) throws -> String {
  String(decoding: try format.write(graph).bytes, as: UTF8.self)
}
