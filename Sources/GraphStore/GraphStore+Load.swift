public import EventGraph

extension GraphStore {
  /// The whole graph. Equals the one that was written, but for the numbers of its strings.
  ///
  /// - Throws: `StoreError.damaged` where rows are missing, out of order or point nowhere.
  /// - Complexity: about a microsecond a node and an edge.
  public func graph() throws(StoreError) -> KnowledgeGraph {
    var loader = GraphLoader(self)
    return try loader.load()
  }
}

/// The columns of a graph as they are read, checked row by row: a damaged file must not become a
/// graph that traps later.
private struct GraphLoader {
  let store: GraphStore
  var strings = StringInterner(capacity: 1 << 16)
  var quotes: [StringIndex] = []
  var documents: [Document] = []

  init(_ store: GraphStore) { self.store = store }

  mutating func load() throws(StoreError) -> KnowledgeGraph {
    try loadDocuments()
    try loadQuotes()
    let nodes = try loadNodes()
    let pages = try loadPages(nodes: nodes.nodes.count)
    let edges = try loadEdges(nodes: nodes.nodes.count)
    return KnowledgeGraph(
      strings: strings.table(), documents: documents, nodes: nodes.nodes, edges: edges.edges,
      evidence: edges.evidence, pages: pages, edgeEvidenceOffsets: edges.offsets,
      nodeEvidenceOffsets: nodes.offsets, nodeEvidence: nodes.evidence)
  }

  private mutating func intern(_ row: Statement, _ column: Int) throws(StoreError) -> StringIndex {
    let index = row.withBytes(column) { bytes -> StringIndex? in
      guard (try? UTF8Span(validating: bytes)) != nil else { return nil }
      return strings.intern(bytes)
    }
    guard let index else { throw store.damaged("a text is not UTF-8") }
    return index
  }

  private mutating func loadDocuments() throws(StoreError) {
    let rows = try store.file.prepare("SELECT number, path, sha256 FROM document ORDER BY number")
    while try rows.step() {
      guard rows.integer(0) == documents.count else { throw store.damaged("a document is missing") }
      documents.append(
        Document(path: try intern(rows, 1), sha256: try intern(rows, 2)))
    }
  }

  private mutating func loadQuotes() throws(StoreError) {
    let rows = try store.file.prepare("SELECT number, text FROM quote ORDER BY number")
    while try rows.step() {
      guard rows.integer(0) == quotes.count else { throw store.damaged("a quote is missing") }
      quotes.append(try intern(rows, 1))
    }
  }

  private mutating func loadNodes() throws(StoreError) -> (
    nodes: [Node], evidence: [Evidence], offsets: [UInt32]
  ) {
    var reasons: [Int: StringIndex] = [:]
    let texts = try store.file.prepare("SELECT number, text FROM kind_reason")
    while try texts.step() { reasons[texts.integer(0)] = try intern(texts, 1) }
    let rows = try store.file.prepare(
      """
      SELECT number, id, kind, name, date, documents, kind_reason, address, image, summary, evidence
      FROM node ORDER BY number
      """)
    var nodes: [Node] = []
    var evidence: [Evidence] = []
    var offsets: [UInt32] = [0]
    while try rows.step() {
      guard rows.integer(0) == nodes.count else { throw store.damaged("a node is missing") }
      let id = try intern(rows, 1)
      if let last = nodes.last, !strings.isLess(last.id, id) {
        throw store.damaged("nodes are not sorted by id")
      }
      let reason = rows.integer(6)
      nodes.append(
        Node(
          id: id, kind: try store.kind(rows.integer(2)), name: try intern(rows, 3),
          date: try store.date(rows, 4), summary: try intern(rows, 9),
          address: try intern(rows, 7), image: try intern(rows, 8),
          kindReason: reasons[reason] ?? .empty,
          documentCount: UInt32(clamping: rows.integer(5))))
      try append(rows, 10, to: &evidence)
      offsets.append(UInt32(evidence.count))
    }
    return (nodes, evidence, offsets)
  }

  private mutating func loadPages(nodes count: Int) throws(StoreError) -> [Page] {
    let rows = try store.file.prepare("SELECT node, path FROM page ORDER BY node, path")
    var pages: [Page] = []
    while try rows.step() {
      let node = rows.integer(0)
      guard (0..<count).contains(node) else { throw store.damaged("a page of no node") }
      pages.append(Page(event: NodeIndex(node), path: try intern(rows, 1)))
    }
    return pages
  }

  private mutating func loadEdges(nodes count: Int) throws(StoreError) -> (
    edges: [Edge], evidence: [Evidence], offsets: [UInt32]
  ) {
    let rows = try store.file.prepare(
      """
      SELECT source, relation, target, role, weight, rank, evidence, number FROM edge
      ORDER BY number
      """)
    var edges: [Edge] = []
    var evidence: [Evidence] = []
    var offsets: [UInt32] = [0]
    var lastSource = 0
    while try rows.step() {
      guard rows.integer(7) == edges.count else { throw store.damaged("an edge is missing") }
      let source = rows.integer(0)
      let target = rows.integer(2)
      guard source >= lastSource, source < count, (0..<count).contains(target) else {
        throw store.damaged("an edge leads nowhere")
      }
      lastSource = source
      edges.append(
        Edge(
          source: NodeIndex(source), relation: try store.relation(rows.integer(1)),
          target: NodeIndex(target), role: try store.role(rows.integer(3)),
          weight: Float(rows.double(4)), rank: UInt16(clamping: rows.integer(5))))
      try append(rows, 6, to: &evidence)
      offsets.append(UInt32(evidence.count))
    }
    return (edges, evidence, offsets)
  }

  private func append(
    _ rows: Statement, _ column: Int, to evidence: inout [Evidence]
  ) throws(StoreError) {
    let isSound = rows.withBytes(column) { text in
      StoredEvidence.parse(text) { piece in
        guard piece.document < documents.count, piece.quote < quotes.count,
          let rule = UInt8(exactly: piece.rule).flatMap(Rule.init(rawValue:))
        else { return false }
        evidence.append(
          Evidence(
            document: DocumentIndex(piece.document), line: UInt32(piece.line),
            start: UInt32(piece.start), length: UInt32(piece.length), quote: quotes[piece.quote],
            rule: rule))
        return true
      }
    }
    guard isSound else { throw store.damaged("a piece of evidence cannot be read") }
  }
}

extension StringInterner {
  fileprivate func isLess(_ a: StringIndex, _ b: StringIndex) -> Bool {
    bytes.span.isLess(range(of: a), range(of: b))
  }
}

extension GraphStore {
  /// The date in a column; nil for NULL.
  func date(_ row: Statement, _ column: Int) throws(StoreError) -> PartialDate? {
    if row.isNull(column) { return nil }
    let date = row.withBytes(column) { text -> PartialDate? in
      // "2015-12-23", "2015-12" or "2015", always padded: no need for the general reader.
      var numbers = (0, 0, 0)
      guard [4, 7, 10].contains(text.count) else { return nil }
      for k in 0..<text.count {
        if k == 4 || k == 7 {
          guard text[k] == UInt8(ascii: "-") else { return nil }
          continue
        }
        guard text[k].isASCIIDigit else { return nil }
        let digit = Int(text[k] - 48)
        if k < 4 {
          numbers.0 = numbers.0 * 10 + digit
        } else if k < 7 {
          numbers.1 = numbers.1 * 10 + digit
        } else {
          numbers.2 = numbers.2 * 10 + digit
        }
      }
      return PartialDate(
        year: numbers.0, month: text.count > 4 ? numbers.1 : nil,
        day: text.count > 7 ? numbers.2 : nil)
    }
    guard let date else { throw damaged("a date cannot be read") }
    return date
  }
}
