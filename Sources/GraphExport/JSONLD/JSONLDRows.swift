internal import EventGraph

/// Writes documents, nodes and statements, one a line. A row starts with the comma and line break
/// that end the row before it.
struct JSONLDRows {
  var out = ByteWriter(capacity: ByteWriter.chunkSize + 4096)
  var loss = LossReport()

  private let edgeIDs: EdgeIdentifiers
  private let escaping = TextEscaping.json
  private let nodeIRIs: EncodedTexts
  private let documentIRIs: EncodedTexts
  /// By document, without the place in it.
  private let evidenceIRIs: EncodedTexts
  private let statementBase: [UInt8]
  /// From a statement's id to its subject's id, by relation.
  private var predicates: [[UInt8]] = []

  init(_ graph: KnowledgeGraph, _ base: IRIBase) {
    nodeIRIs = base.nodes(of: graph)
    documentIRIs = base.documents(of: graph)
    evidenceIRIs = base.evidence(of: graph)
    statementBase = Array((base.text + "statement:").utf8)
    edgeIDs = EdgeIdentifiers(graph)
    predicates = Relation.allCases.map { relation in
      Array(
        ("\",\"@type\":\"rdf:Statement\",\"predicate\":\"\(relation.property)\","
          + "\"relation\":\"\(relation.name)\",\"subject\":\"").utf8)
    }
  }

  mutating func appendDocument(_ index: Int, of graph: KnowledgeGraph) {
    let document = graph.documents[index]
    out.append(",\n    {\"@id\":\"")
    documentIRIs.append(index, to: &out)
    out.append("\",\"@type\":[\"schema:MediaObject\",\"prov:Entity\"]")
    append(",\"name\":\"", document.path, of: graph)
    append(",\"sha256\":\"", document.sha256, of: graph)
    out.append("}")
  }

  mutating func appendNode(_ index: NodeIndex, of graph: KnowledgeGraph) {
    let node = graph.nodes[index.position]
    out.append(",\n    {\"@id\":\"")
    nodeIRIs.append(index.position, to: &out)
    out.append("\",\"@type\":")
    out.append(raw: node.entityKind?.jsonType ?? node.kind.jsonType)
    out.append(",\"kind\":\"")
    out.append(raw: node.kind.name)
    out.append("\"")
    if let kind = node.entityKind {
      out.append(",\"entityKind\":\"")
      out.append(raw: kind.name)
      // A string: readers make different types of a number with a point.
      out.append("\",\"kindConfidence\":\"")
      out.append(decimal: (node.kindConfidence * 1000).rounded() / 1000)
      out.append("\"")
    }
    append(",\"identifier\":\"", node.id, of: graph)
    append(",\"name\":\"", node.name, of: graph)
    appendAliases(of: node, graph)
    if node.kind == .context {
      // What is dropped has been counted in the name.
      let counted = loss
      append(",\"prefLabel\":\"", node.name, of: graph)
      loss = counted
      out.append(",\"inScheme\":\"weft:contexts\"")
    }
    if let date = node.date { append(date) }
    append(",\"description\":\"", node.summary, of: graph)
    if node.kind != .event { append(",\"url\":\"", node.address, of: graph) }
    append(",\"image\":\"", node.image, of: graph)
    append(",\"kindReason\":\"", node.kindReason, of: graph)
    out.append(",\"documentCount\":")
    out.append(Int(node.documentCount))
    appendPages(of: index, graph)
    appendTriples(of: index, graph)
    append(graph.evidence(ofNode: index), of: graph)
    out.append("}")
  }

  /// The relationship as a node of its own, with its evidence.
  mutating func appendStatement(_ index: Int, of graph: KnowledgeGraph) {
    let edge = graph.edges[index]
    out.append(",\n    {\"@id\":\"")
    out.append(bytes: statementBase)
    edgeIDs.append(index, of: graph, to: &out)
    out.append(bytes: predicates[Int(edge.relation.rawValue)])
    nodeIRIs.append(edge.source.position, to: &out)
    out.append("\",\"object\":\"")
    nodeIRIs.append(edge.target.position, to: &out)
    if edge.weight.isFinite {
      out.append("\",\"weight\":\"")
      out.append(decimal: edge.weight)
    } else {
      loss.add(.nonFiniteWeights)
    }
    out.append("\"")
    if edge.rank > 0 {
      out.append(",\"rank\":")
      out.append(Int(edge.rank))
    }
    if let role = edge.role.name {
      out.append(",\"role\":\"")
      out.append(raw: role)
      out.append("\"")
    }
    append(graph.evidence[graph.evidenceRange(ofEdge: index)], of: graph)
    out.append("}")
  }

  mutating func finish() { out.append("\n  ]\n}\n") }

  private mutating func append(_ date: PartialDate) {
    out.append(",\"startDate\":{\"@value\":\"")
    out.append(date)
    switch date.precision {
    case .year: out.append("\",\"@type\":\"xsd:gYear\"}")
    case .month: out.append("\",\"@type\":\"xsd:gYearMonth\"}")
    case .day: out.append("\",\"@type\":\"xsd:date\"}")
    }
  }

  private mutating func appendAliases(of node: Node, _ graph: KnowledgeGraph) {
    var separator: StaticString = ",\"alternateName\":[\""
    for alias in graph.strings.lines(of: node.aliases) {
      out.append(separator)
      separator = ",\""
      escaping.append(graph.strings.bytes.span.extracting(alias), to: &out, loss: &loss)
      out.append("\"")
    }
    if !node.aliases.isEmpty { out.append("]") }
  }

  private mutating func appendPages(of index: NodeIndex, _ graph: KnowledgeGraph) {
    let paths = graph.pagePaths(of: index)
    if paths.isEmpty { return }
    out.append(",\"page\":[")
    for (k, path) in paths.enumerated() {
      out.append(k == 0 ? "\"" : ",\"")
      appendText(path, of: graph)
      out.append("\"")
    }
    out.append("]")
  }

  /// The node's relationships as plain triples, a list of targets a relation.
  private mutating func appendTriples(of index: NodeIndex, _ graph: KnowledgeGraph) {
    var relation: Relation?
    for k in graph.outEdges(of: index) {
      let edge = graph.edges[k]
      if graph.differsInRoleOnly(k) { continue }
      if edge.relation == relation {
        out.append(",\"")
      } else {
        out.append(relation == nil ? ",\"" : "],\"")
        out.append(raw: edge.relation.jsonTerm)
        out.append("\":[\"")
        relation = edge.relation
      }
      nodeIRIs.append(edge.target.position, to: &out)
      out.append("\"")
    }
    if relation != nil { out.append("]") }
  }

  private mutating func append(_ evidence: ArraySlice<Evidence>, of graph: KnowledgeGraph) {
    if evidence.isEmpty { return }
    loss.addShares(of: evidence)
    var separator: StaticString = ",\"derivedFrom\":[{\"@id\":\""
    for piece in evidence {
      out.append(separator)
      separator = ",{\"@id\":\""
      appendEvidenceIRI(piece)
      out.append("\",\"@type\":\"weft:Evidence\"")
      append(",\"quote\":\"", piece.quote, of: graph)
      out.append(",\"quotedFrom\":\"")
      documentIRIs.append(piece.document.position, to: &out)
      out.append("\",\"line\":")
      out.append(Int(piece.line))
      out.append(",\"start\":")
      out.append(Int(piece.start))
      out.append(",\"length\":")
      out.append(Int(piece.length))
      out.append(",\"rule\":\"weft:")
      out.append(raw: piece.rule.name)
      out.append("\"}")
    }
    out.append("]")
  }

  private mutating func appendEvidenceIRI(_ evidence: Evidence) {
    evidenceIRIs.append(evidence.document.position, to: &out)
    out.append(Int(evidence.start))
    out.append("-")
    out.append(Int(evidence.length))
    out.append(":")
    out.append(raw: evidence.rule.name)
  }

  /// `key` with the opening quote, then the text; nothing where the text is unknown.
  private mutating func append(
    _ key: StaticString, _ text: StringIndex, of graph: KnowledgeGraph
  ) {
    if text.isEmpty { return }
    out.append(key)
    appendText(text, of: graph)
    out.append("\"")
  }

  private mutating func appendText(_ text: StringIndex, of graph: KnowledgeGraph) {
    let strings = graph.strings.bytes.span
    escaping.append(strings.extracting(graph.strings.range(of: text)), to: &out, loss: &loss)
  }
}
