public import EventGraph

extension GraphStore {
  /// The whole graph. Equals the one that was written, but for the numbers of its strings.
  ///
  /// - Parameter hasEvidence: False leaves out all evidence, which is most of what loading costs; no edge of
  ///   the graph says then where it comes from.
  /// - Throws: `StoreError.damaged` where rows are missing, out of order or point nowhere.
  /// - Complexity: about a microsecond a node and an edge.
  public func graph(hasEvidence: Bool = true) throws(StoreError) -> KnowledgeGraph {
    var loader = GraphLoader(self, hasEvidence: hasEvidence)
    if let graph = try loader.load() { return graph }
    // Sorting rows needs what they rest on.
    loader = GraphLoader(self, hasEvidence: true)
    guard let graph = try loader.load() else { throw damaged("its rows cannot be sorted") }
    return graph
  }
}

/// The columns of a graph as they are read, checked row by row: a damaged file must not become a
/// graph that traps later.
///
/// A file that was written whole has its rows in the graph's order, and its columns are the graph's.
/// Where rows were added or taken away since, they are sorted again.
private struct GraphLoader {
  let store: GraphStore
  private let hasEvidence: Bool
  var strings = StringInterner(capacity: 1 << 16)
  private var quotes: [StringIndex] = []
  private var quoteRows = RowNumbers()
  private var documents: [Document] = []
  private var documentRows = RowNumbers()
  private var nodes: [Node] = []
  private var nodeRows = RowNumbers()
  private var nodeEvidence: [Evidence] = []
  private var nodeOffsets: [UInt32] = [0]
  private var pages: [Page] = []
  private var edges: [Edge] = []
  private var evidence: [Evidence] = []
  private var edgeOffsets: [UInt32] = [0]

  init(_ store: GraphStore, hasEvidence: Bool) {
    self.store = store
    self.hasEvidence = hasEvidence
  }

  /// Nil where rows are out of order and there is no evidence to sort with.
  mutating func load() throws(StoreError) -> KnowledgeGraph? {
    try loadDocuments()
    if hasEvidence { try loadQuotes() }
    try loadNodes()
    try loadPages()
    try loadEdges()
    guard isInOrder else { return hasEvidence ? try sorted() : nil }
    return KnowledgeGraph(
      strings: strings.table(), documents: documents, nodes: nodes, edges: edges,
      evidence: evidence, pages: pages, edgeEvidenceOffsets: edgeOffsets,
      nodeEvidenceOffsets: nodeOffsets, nodeEvidence: nodeEvidence)
  }

  /// Documents by path, nodes by group and id, edges by source, and with them all that is listed by these.
  private var isInOrder: Bool {
    for (a, b) in zip(documents, documents.dropFirst()) {
      let isSorted =
        a.path == b.path
        ? !strings.isLess(b.sha256, a.sha256) : strings.isLess(a.path, b.path)
      if !isSorted { return false }
    }
    for (a, b) in zip(nodes, nodes.dropFirst()) {
      let isSorted =
        a.kind.group == b.kind.group
        ? strings.isLess(a.id, b.id) : a.kind.group < b.kind.group
      if !isSorted { return false }
    }
    for (a, b) in zip(edges, edges.dropFirst()) where b.source < a.source { return false }
    return true
  }

  private mutating func sorted() throws(StoreError) -> KnowledgeGraph {
    guard Set(nodes.map(\.id)).count == nodes.count else {
      throw store.damaged("two nodes have one id")
    }
    var builder = KnowledgeGraph.Builder(strings: strings.take())
    for document in documents { _ = builder.addDocument(document) }
    for (number, node) in nodes.enumerated() {
      let index = builder.addNode(node)
      for piece in nodeEvidence[Int(nodeOffsets[number])..<Int(nodeOffsets[number + 1])] {
        builder.addEvidence(piece, node: index)
      }
    }
    for page in pages { builder.addPage(page) }
    for (number, edge) in edges.enumerated() {
      for piece in evidence[Int(edgeOffsets[number])..<Int(edgeOffsets[number + 1])] {
        builder.addEdge(edge, evidence: piece)
      }
    }
    return builder.build()
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
      documentRows.add(rows.integer(0))
      documents.append(
        Document(path: try intern(rows, 1), sha256: try intern(rows, 2)))
    }
  }

  private mutating func loadQuotes() throws(StoreError) {
    let rows = try store.file.prepare("SELECT number, text FROM quote ORDER BY number")
    while try rows.step() {
      quoteRows.add(rows.integer(0))
      quotes.append(try intern(rows, 1))
    }
  }

  private mutating func loadNodes() throws(StoreError) {
    var reasons: [Int: StringIndex] = [:]
    let texts = try store.file.prepare("SELECT number, text FROM kind_reason")
    while try texts.step() { reasons[texts.integer(0)] = try intern(texts, 1) }
    let rows = try store.file.prepare(
      """
      SELECT number, id, kind, name, date, documents, kind_reason, address, image, summary, evidence,
        entity_kind, kind_confidence, aliases
      FROM node ORDER BY number
      """)
    while try rows.step() {
      nodeRows.add(rows.integer(0))
      let reason = rows.integer(6)
      nodes.append(
        Node(
          id: try intern(rows, 1), kind: try store.kind(rows.integer(2)),
          name: try intern(rows, 3), aliases: try intern(rows, 13), date: try store.date(rows, 4),
          summary: try intern(rows, 9), address: try intern(rows, 7), image: try intern(rows, 8),
          kindReason: reasons[reason] ?? .empty, entityKind: store.entityKind(rows, 11),
          kindConfidence: rows.isNull(12) ? 1 : Float(rows.double(12)),
          documentCount: UInt32(clamping: rows.integer(5))))
      let isSound =
        !hasEvidence
        || rows.withBytes(10) {
          Self.append($0, to: &nodeEvidence, documentRows, quoteRows, quotes)
        }
      guard isSound else { throw unreadableEvidence }
      nodeOffsets.append(UInt32(nodeEvidence.count))
    }
  }

  private mutating func loadPages() throws(StoreError) {
    let rows = try store.file.prepare("SELECT node, path FROM page ORDER BY node, path")
    while try rows.step() {
      guard let node = nodeRows.position(of: rows.integer(0)) else {
        throw store.damaged("a page of no node")
      }
      pages.append(Page(event: NodeIndex(node), path: try intern(rows, 1)))
    }
  }

  private mutating func loadEdges() throws(StoreError) {
    let rows = try store.file.prepare(
      "SELECT node, edges FROM outgoing ORDER BY node")
    while try rows.step() {
      guard let source = nodeRows.position(of: rows.integer(0)) else {
        throw store.damaged("edges of no node")
      }
      let isSound = try rows.withBytes(1) { text throws(StoreError) in
        try StoredEdge.parse(text) { stored throws(StoreError) in
          guard let target = nodeRows.position(of: stored.target) else {
            throw store.damaged("an edge leads nowhere")
          }
          edges.append(
            Edge(
              source: NodeIndex(source), relation: try store.relation(stored.relation),
              target: NodeIndex(target), role: try store.role(stored.role),
              weight: stored.weight, rank: UInt16(clamping: stored.rank)))
          guard
            !hasEvidence
              || Self.append(
                text.extracting(stored.evidence), to: &evidence, documentRows, quoteRows, quotes)
          else { throw unreadableEvidence }
          edgeOffsets.append(UInt32(evidence.count))
        }
      }
      guard isSound else { throw store.damaged("the edges of a node cannot be read") }
    }
  }

  /// Reads pieces of evidence onto the end of the list. The list is a parameter of a static method,
  /// so that it is not copied for being part of `self`.
  private static func append(
    _ text: Span<UInt8>, to evidence: inout [Evidence], _ documents: borrowing RowNumbers,
    _ quoteRows: borrowing RowNumbers, _ quotes: borrowing [StringIndex]
  ) -> Bool {
    StoredEvidence.parse(text) { piece in
      guard let document = documents.position(of: piece.document),
        let quote = quoteRows.position(of: piece.quote),
        let rule = UInt8(exactly: piece.rule).flatMap(Rule.init(rawValue:))
      else { return false }
      evidence.append(
        Evidence(
          document: DocumentIndex(document), line: UInt32(piece.line),
          start: UInt32(piece.start), length: UInt32(piece.length), quote: quotes[quote],
          rule: rule, share: UInt8(clamping: piece.share)))
      return true
    }
  }

  private var unreadableEvidence: StoreError {
    store.damaged("a piece of evidence cannot be read")
  }
}

/// The places of rows in the order in which they were read, by their numbers, which ascend.
private struct RowNumbers {
  private static let absent = UInt32.max
  private var positions: [UInt32] = []
  /// Rows behind a gap that is not worth filling.
  private var others: [Int: UInt32] = [:]
  private var count: UInt32 = 0

  mutating func add(_ number: Int) {
    let gap = number - positions.count
    if (0...1 << 16).contains(gap) {
      if gap > 0 { positions.append(contentsOf: repeatElement(Self.absent, count: gap)) }
      positions.append(count)
    } else {
      others[number] = count
    }
    count += 1
  }

  @inline(__always)
  func position(of number: Int) -> Int? {
    if positions.indices.contains(number), positions[number] != Self.absent {
      return Int(positions[number])
    }
    return others.isEmpty ? nil : others[number].map(Int.init)
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
