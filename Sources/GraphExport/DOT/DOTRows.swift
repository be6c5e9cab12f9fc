internal import EventGraph

/// Writes nodes and edges, one statement a line.
///
/// Attributes that Graphviz acts on are only `label`, `color`, `shape` and `weight`; the archive's own
/// values stand under names that it does not know (`picture`, not `image`: it would open the file).
struct DOTRows {
  /// A larger `weight` has made Graphviz crash.
  private static let maximumWeight: Float = 1000

  var out = ByteWriter(capacity: ByteWriter.chunkSize + 4096)
  var loss = LossReport()

  private let edgeIDs: EdgeIdentifiers
  private let nodeIDs: EncodedTexts
  private let paths: EncodedTexts
  private let escaping = TextEscaping.dot
  private let escapingLabel = TextEscaping.dotLabel
  /// `kind`, `color` and `shape`, by kind.
  private let kindAttributes: [[UInt8]]
  /// `label` to `symmetric`, by relation.
  private let relationAttributes: [[UInt8]]

  init(_ graph: KnowledgeGraph) {
    edgeIDs = EdgeIdentifiers(graph)
    let (nodeIDs, idLoss) = EncodedTexts.nodeIDs(of: graph, .dot)
    let (paths, pathLoss) = EncodedTexts.paths(of: graph, .dot)
    self.nodeIDs = nodeIDs
    self.paths = paths
    loss.add(idLoss)
    loss.add(pathLoss)
    kindAttributes = NodeKind.allCases.map { kind in
      let style = KindStyle(kind)
      return Array(
        ", kind=\"\(kind.name)\", color=\"\(style.hex)\", shape=\"\(style.shape)\"".utf8)
    }
    relationAttributes = Relation.allCases.map { relation in
      Array(
        (" [label=\"\(relation.name)\", relation=\"\(relation.name)\", "
          + "symmetric=\"\(relation.isSymmetric)\"").utf8)
    }
  }

  /// Nodes from which on Graphviz's `dot` no longer comes to an end in reasonable time.
  private static let largestHierarchy = 200

  /// A large graph asks for Graphviz's layout of large graphs; `dot -Kdot` still overrules it.
  mutating func appendHead(of graph: KnowledgeGraph) {
    out.append("digraph \"weft\" {\n  graph [charset=\"UTF-8\"")
    if graph.nodes.count > Self.largestHierarchy { out.append(", layout=\"sfdp\"") }
    out.append("];\n  node [penwidth=\"2\"];\n")
  }

  mutating func appendNode(_ index: NodeIndex, of graph: KnowledgeGraph) {
    let node = graph.nodes[index.position]
    out.append("  \"")
    nodeIDs.append(index.position, to: &out)
    out.append("\" [label=\"")
    appendLabel(node.name.isEmpty ? node.id : node.name, of: graph)
    out.append("\"")
    out.append(bytes: kindAttributes[Int(node.kind.rawValue)])
    if let date = node.date {
      out.append(", start_date=\"")
      out.append(date)
      out.append("\", date_precision=\"")
      out.append(raw: date.precision.name)
      out.append("\", start_epoch_day=\"")
      out.append(date.firstEpochDay)
      out.append("\"")
    }
    append(", summary=\"", node.summary, of: graph)
    if node.kind != .event { append(", address=\"", node.address, of: graph) }
    appendPages(of: index, graph)
    append(", picture=\"", node.image, of: graph)
    if let kind = node.entityKind {
      out.append(", entity_kind=\"")
      out.append(raw: kind.name)
      out.append("\", kind_confidence=\"")
      out.append(decimal: (node.kindConfidence * 1000).rounded() / 1000)
      out.append("\"")
    }
    append(", kind_reason=\"", node.kindReason, of: graph)
    out.append(", documents=\"")
    out.append(Int(node.documentCount))
    out.append("\"")
    append(graph.evidence(ofNode: index), of: graph)
    out.append("];\n")
  }

  mutating func appendEdge(_ index: Int, of graph: KnowledgeGraph) {
    let edge = graph.edges[index]
    out.append("  \"")
    nodeIDs.append(edge.source.position, to: &out)
    out.append("\" -> \"")
    nodeIDs.append(edge.target.position, to: &out)
    out.append("\"")
    out.append(bytes: relationAttributes[Int(edge.relation.rawValue)])
    out.append(", edge_id=\"")
    edgeIDs.append(index, of: graph, to: &out)
    out.append("\"")
    if let role = edge.role.name {
      out.append(", role=\"")
      out.append(raw: role)
      out.append("\"")
    }
    append(weight: edge.weight)
    if edge.rank > 0 {
      out.append(", list_rank=\"")
      out.append(Int(edge.rank))
      out.append("\"")
    }
    append(graph.evidence[graph.evidenceRange(ofEdge: index)], of: graph)
    out.append("];\n")
    if graph.differsInRoleOnly(index) { loss.add(.roleOnlyEdges) }
  }

  private mutating func append(weight: Float) {
    guard weight.isFinite else {
      loss.add(.nonFiniteWeights)
      return
    }
    let cut = min(max(weight, 0), Self.maximumWeight)
    if cut != weight { loss.add(.cutWeights) }
    out.append(", weight=\"")
    out.append(decimal: cut)
    out.append("\"")
  }

  private mutating func appendPages(of index: NodeIndex, _ graph: KnowledgeGraph) {
    let paths = graph.pagePaths(of: index)
    guard let first = paths.first else { return }
    out.append(", page=\"")
    append(first, of: graph)
    for path in paths.dropFirst() {
      out.append("; ")
      append(path, of: graph)
    }
    out.append("\"")
    if paths.count > 1 { loss.add(.joinedPages) }
  }

  /// The first piece of evidence and how many there are.
  private mutating func append(_ evidence: ArraySlice<Evidence>, of graph: KnowledgeGraph) {
    out.append(", evidence_count=\"")
    out.append(evidence.count)
    out.append("\"")
    guard let first = evidence.first else { return }
    out.append(", evidence=\"")
    paths.append(first.document.position, to: &out)
    out.append(":")
    out.append(Int(first.line))
    out.append("\"")
    append(", evidence_quote=\"", first.quote, of: graph)
    out.append(", evidence_rule=\"")
    out.append(raw: first.rule.name)
    out.append("\", evidence_confidence=\"")
    out.append(first.rule.confidence)
    out.append("\"")
    loss.add(.byteSpans)
    loss.addShares(of: evidence.prefix(1))
    loss.add(.furtherEvidence, evidence.count - 1)
  }

  /// `name` with the opening quote, then the text; nothing where the text is unknown.
  private mutating func append(
    _ name: StaticString, _ text: StringIndex, of graph: KnowledgeGraph
  ) {
    if text.isEmpty { return }
    out.append(name)
    append(text, of: graph)
    out.append("\"")
  }

  private mutating func append(_ text: StringIndex, of graph: KnowledgeGraph) {
    let strings = graph.strings.bytes.span
    escaping.append(strings.extracting(graph.strings.range(of: text)), to: &out, loss: &loss)
  }

  private mutating func appendLabel(_ text: StringIndex, of graph: KnowledgeGraph) {
    let strings = graph.strings.bytes.span
    escapingLabel.append(
      strings.extracting(graph.strings.range(of: text)), to: &out, loss: &loss)
  }
}
