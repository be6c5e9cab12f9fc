internal import EventGraph

/// Writes one node or edge after the other into a buffer.
///
/// What is the same for many rows is put together once (`edgeData`, `ruleData`, `kindData`): five
/// million short appends cost more than the bytes themselves.
struct GraphMLRows {
  var out = ByteWriter(capacity: ByteWriter.chunkSize + 4096)
  var loss = LossReport()

  private let options: GraphMLWriter.Options
  private let edgeIDs: EdgeIdentifiers
  private let nodeIDs: EncodedTexts
  private let paths: EncodedTexts
  private let escaping = TextEscaping.xmlContent
  private let escapingJSON = TextEscaping.jsonInXML
  /// From the target's closing quote to the edge's id, by relation.
  private var edgeHeads: [[UInt8]] = []
  /// From the edge's id to its weight, by relation and role.
  private var edgeData: [[UInt8]] = []
  /// Rule and confidence, by rule; for nodes, then for edges.
  private var ruleData: [[[UInt8]]] = [[], []]
  /// Colours, by kind.
  private var kindColors: [[UInt8]] = []

  init(_ graph: KnowledgeGraph, _ options: GraphMLWriter.Options) {
    self.options = options
    edgeIDs = EdgeIdentifiers(graph)
    nodeIDs = EncodedTexts(nodeIDsOf: graph)
    (paths, loss) = EncodedTexts.paths(of: graph, .xmlContent)
    for relation in Relation.allCases {
      let label = options.isStrict ? "" : " label=\"\(relation.name)\""
      edgeHeads.append(Array("\"\(label)><data key=\"e_edge_id\">".utf8))
      for role in Role.allCases { edgeData.append(Self.data(relation, role)) }
    }
    for (k, prefix) in ["n", "e"].enumerated() {
      ruleData[k] = Rule.allCases.map { rule in
        Array(
          ("<data key=\"\(prefix)_evidence_rule\">\(rule.name)</data>"
            + "<data key=\"\(prefix)_evidence_confidence\">\(rule.confidence)</data>").utf8)
      }
    }
    kindColors = NodeKind.allCases.map { kind in
      let style = KindStyle(kind)
      return Array(
        ("</data><data key=\"n_r\">\(style.red)</data><data key=\"n_g\">\(style.green)</data>"
          + "<data key=\"n_b\">\(style.blue)</data><data key=\"n_fill_hex\">\(style.hex)</data>"
          + "</node>\n").utf8)
    }
  }

  private static func data(_ relation: Relation, _ role: Role) -> [UInt8] {
    let name = relation.name
    let roleData = role.name.map { "<data key=\"e_role\">\($0)</data>" } ?? ""
    return Array(
      ("</data><data key=\"e_label\">\(name)</data><data key=\"e_relation\">\(name)</data>"
        + "<data key=\"e_interaction\">\(name)</data>\(roleData)"
        + "<data key=\"e_symmetric\">\(relation.isSymmetric)</data>").utf8)
  }

  mutating func appendNode(_ index: NodeIndex, of graph: KnowledgeGraph) {
    let node = graph.nodes[index.position]
    out.append("    <node id=\"")
    nodeIDs.append(index.position, to: &out)
    out.append("\"><data key=\"n_label\">")
    append(node.name.isEmpty ? node.id : node.name, of: graph)
    out.append("</data><data key=\"n_name\">")
    // What is dropped has been counted in the label.
    let counted = loss
    append(node.name.isEmpty ? node.id : node.name, of: graph)
    loss = counted
    out.append("</data>")
    appendAliases(of: node, graph)
    out.append("<data key=\"n_kind\">")
    out.append(raw: node.kind.name)
    out.append("</data>")
    if let kind = node.entityKind {
      out.append("<data key=\"n_entity_kind\">")
      out.append(raw: kind.name)
      out.append("</data><data key=\"n_kind_confidence\">")
      out.append(decimal: (node.kindConfidence * 1000).rounded() / 1000)
      out.append("</data>")
    }
    if let date = node.date { append(date) }
    appendData("<data key=\"n_summary\">", node.summary, of: graph)
    if node.kind != .event { appendData("<data key=\"n_url\">", node.address, of: graph) }
    appendPages(of: index, graph)
    appendData("<data key=\"n_image\">", node.image, of: graph)
    appendData("<data key=\"n_kind_reason\">", node.kindReason, of: graph)
    out.append("<data key=\"n_documents\">")
    out.append(Int(node.documentCount))
    out.append("</data>")
    let evidence = graph.evidence(ofNode: index)
    out.append("<data key=\"n_evidence_count\">")
    out.append(evidence.count)
    out.append("</data>")
    if let first = evidence.first {
      append(first, of: graph, GraphMLEvidenceTags.node)
      out.append(bytes: ruleData[0][Int(first.rule.rawValue)])
      appendRest(evidence, of: graph, GraphMLEvidenceTags.node)
    }
    out.append("<data key=\"n_size\">")
    // The area grows with the degree; one decimal, the same on every machine.
    let size = (Float(graph.degree(of: index)).squareRoot() * 10).rounded() / 10 + 4
    out.append(decimal: size)
    out.append(bytes: kindColors[Int(node.kind.rawValue)])
  }

  mutating func appendEdge(_ index: Int, of graph: KnowledgeGraph) {
    let edge = graph.edges[index]
    out.append("    <edge id=\"")
    edgeIDs.append(index, of: graph, to: &out)
    out.append("\" source=\"")
    nodeIDs.append(edge.source.position, to: &out)
    out.append("\" target=\"")
    nodeIDs.append(edge.target.position, to: &out)
    out.append(bytes: edgeHeads[Int(edge.relation.rawValue)])
    edgeIDs.append(index, of: graph, to: &out)
    let number = Int(edge.relation.rawValue) * Role.allCases.count + Int(edge.role.rawValue)
    out.append(bytes: edgeData[number])
    if edge.weight.isFinite {
      out.append("<data key=\"e_weight\">")
      out.append(decimal: edge.weight)
      out.append("</data>")
    } else {
      loss.add(.nonFiniteWeights)
    }
    if edge.rank > 0 {
      out.append("<data key=\"e_rank\">")
      out.append(Int(edge.rank))
      out.append("</data>")
    }
    let evidence = graph.evidence[graph.evidenceRange(ofEdge: index)]
    out.append("<data key=\"e_evidence_count\">")
    out.append(evidence.count)
    out.append("</data>")
    if let first = evidence.first {
      append(first, of: graph, GraphMLEvidenceTags.edge)
      out.append(bytes: ruleData[1][Int(first.rule.rawValue)])
      appendRest(evidence, of: graph, GraphMLEvidenceTags.edge)
    }
    out.append("</edge>\n")
    if graph.differsInRoleOnly(index) { loss.add(.roleOnlyEdges) }
  }

  private mutating func append(_ date: PartialDate) {
    out.append("<data key=\"n_start_date\">")
    out.append(date)
    out.append("</data><data key=\"n_date_precision\">")
    out.append(raw: date.precision.name)
    out.append("</data><data key=\"n_start_epoch_day\">")
    out.append(date.firstEpochDay)
    out.append("</data>")
  }

  private mutating func appendAliases(of node: Node, _ graph: KnowledgeGraph) {
    var separator: StaticString = "<data key=\"n_aliases\">"
    for alias in graph.strings.lines(of: node.aliases) {
      out.append(separator)
      separator = "; "
      escaping.append(graph.strings.bytes.span.extracting(alias), to: &out, loss: &loss)
    }
    if !node.aliases.isEmpty { out.append("</data>") }
  }

  private mutating func appendPages(of index: NodeIndex, _ graph: KnowledgeGraph) {
    let paths = graph.pagePaths(of: index)
    guard let first = paths.first else { return }
    out.append("<data key=\"n_page\">")
    append(first, of: graph)
    for path in paths.dropFirst() {
      out.append("; ")
      append(path, of: graph)
    }
    out.append("</data>")
    if paths.count > 1 { loss.add(.joinedPages) }
  }

  /// The first piece of evidence: where it stands, and its words.
  private mutating func append(
    _ evidence: Evidence, of graph: KnowledgeGraph, _ tags: GraphMLEvidenceTags
  ) {
    out.append(tags.document)
    paths.append(evidence.document.position, to: &out)
    out.append(tags.line)
    out.append(Int(evidence.line))
    out.append("</data>")
    appendData(tags.quote, evidence.quote, of: graph)
  }

  /// All evidence where it is asked for, else the count of what is left out.
  private mutating func appendRest(
    _ evidence: ArraySlice<Evidence>, of graph: KnowledgeGraph, _ tags: GraphMLEvidenceTags
  ) {
    guard options.allEvidence else {
      loss.add(.byteSpans)
      loss.addShares(of: evidence.prefix(1))
      loss.add(.furtherEvidence, evidence.count - 1)
      return
    }
    out.append(tags.all)
    var separator: StaticString = "["
    for piece in evidence {
      out.append(separator)
      separator = ","
      out.append("{\"document\":\"")
      appendJSON(graph.documents[piece.document.position].path, of: graph)
      out.append("\",\"line\":")
      out.append(Int(piece.line))
      out.append(",\"start\":")
      out.append(Int(piece.start))
      out.append(",\"length\":")
      out.append(Int(piece.length))
      out.append(",\"quote\":\"")
      appendJSON(piece.quote, of: graph)
      out.append("\",\"rule\":\"")
      out.append(raw: piece.rule.name)
      out.append("\",\"confidence\":")
      out.append(piece.rule.confidence)
      if piece.share > 0 {
        out.append(",\"share\":")
        out.append(decimal: Float(piece.share) / 100)
      }
      out.append("}")
    }
    out.append("]</data>")
  }

  private mutating func append(_ text: StringIndex, of graph: KnowledgeGraph) {
    let strings = graph.strings.bytes.span
    escaping.append(strings.extracting(graph.strings.range(of: text)), to: &out, loss: &loss)
  }

  private mutating func appendJSON(_ text: StringIndex, of graph: KnowledgeGraph) {
    let strings = graph.strings.bytes.span
    escapingJSON.append(strings.extracting(graph.strings.range(of: text)), to: &out, loss: &loss)
  }

  /// A whole `<data>` element; nothing where the text is unknown.
  private mutating func appendData(
    _ tag: StaticString, _ text: StringIndex, of graph: KnowledgeGraph
  ) {
    if text.isEmpty { return }
    out.append(tag)
    append(text, of: graph)
    out.append("</data>")
  }
}

/// The tags around a piece of evidence, for nodes and for edges.
struct GraphMLEvidenceTags: Sendable {
  let document: StaticString
  let line: StaticString
  let quote: StaticString
  let all: StaticString

  static let node = GraphMLEvidenceTags(
    document: "<data key=\"n_evidence_document\">",
    line: "</data><data key=\"n_evidence_line\">",
    quote: "<data key=\"n_evidence_quote\">",
    all: "<data key=\"n_evidence_all\">")
  static let edge = GraphMLEvidenceTags(
    document: "<data key=\"e_evidence_document\">",
    line: "</data><data key=\"e_evidence_line\">",
    quote: "<data key=\"e_evidence_quote\">",
    all: "<data key=\"e_evidence_all\">")
}
