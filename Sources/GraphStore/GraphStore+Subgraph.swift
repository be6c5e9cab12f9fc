public import EventGraph

extension GraphStore {
  /// The part of the graph around some nodes: those nodes, all others within `depth` hops that pass
  /// the filter, the publishers of sources, and every relationship among them, with pages and
  /// evidence.
  ///
  /// - Parameters:
  ///   - nodes: Where to begin; always in the answer.
  ///   - nodeLimit: Nodes at most; the nearest are taken, of equally near ones the first by id.
  /// - Complexity: of the order of the edges of all nodes within `depth` hops.
  public func subgraph(
    around nodes: [NodeIndex], depth: Int, filter: GraphFilter = GraphFilter(),
    nodeLimit: Int? = nil
  ) throws(StoreError) -> KnowledgeGraph {
    let start = Set(nodes.map(\.position))
    var seen = start
    var chosen = start
    var frontier = start.sorted()
    for _ in 0..<max(0, depth) {
      var next: Set<Int> = []
      for node in frontier {
        try forEachEdge(of: node) { edge, isOutgoing in
          guard filter.passes(edge.relation) else { return }
          let other = isOutgoing ? edge.target : edge.source
          if !seen.contains(other) { next.insert(other) }
        }
      }
      frontier = next.sorted()
      seen.formUnion(next)
      for node in frontier where chosen.count < nodeLimit ?? Int.max {
        let record = try record(number: node)
        if filter.passes(kind: record.kind, record.entityKind, date: record.date) {
          chosen.insert(node)
        }
      }
      if frontier.isEmpty || chosen.count >= nodeLimit ?? Int.max { break }
    }
    try addPublishers(to: &chosen, filter: filter)
    var part = PartialLoader(self)
    return try part.load(chosen.sorted(), filter: filter)
  }

  /// A source without its publisher tells little, so it brings it along.
  private func addPublishers(to chosen: inout Set<Int>, filter: GraphFilter) throws(StoreError) {
    guard filter.passes(.publishedBy), filter.passes(kind: .publisher, date: nil) else { return }
    for node in chosen.sorted() where try record(of: NodeIndex(node)).kind == .source {
      for edge in try outgoingEdges(of: node) where edge.relation == .publishedBy {
        chosen.insert(edge.target)
      }
    }
  }
}

/// Copies chosen nodes and the edges among them into a builder.
private struct PartialLoader {
  let store: GraphStore
  var builder = KnowledgeGraph.Builder()
  var documents: [Int: DocumentIndex] = [:]
  var quotes: [Int: StringIndex] = [:]
  var nodes: [Int: NodeIndex] = [:]
  var ids: Set<String> = []

  init(_ store: GraphStore) { self.store = store }

  mutating func load(_ numbers: [Int], filter: GraphFilter) throws(StoreError) -> KnowledgeGraph {
    for number in numbers { try addNode(number) }
    for number in numbers { try addEdges(of: number, filter: filter) }
    return builder.build()
  }

  private mutating func addNode(_ number: Int) throws(StoreError) {
    let record = try store.record(number: number)
    let row = try store.file.statement(
      """
      SELECT summary, address, image, kind_reason.text, evidence, kind_confidence, aliases FROM node
      LEFT JOIN kind_reason ON kind_reason.number = kind_reason WHERE node.number = ?1
      """)
    row.bind(1, number)
    guard try row.step() else { throw store.damaged("node \(number) is missing") }
    guard ids.insert(record.id).inserted else { throw store.damaged("two nodes have one id") }
    let node = builder.addNode(
      Node(
        id: builder.strings.intern(record.id), kind: record.kind,
        name: builder.strings.intern(record.name),
        aliases: builder.strings.intern(row.text(6)), date: record.date,
        summary: builder.strings.intern(row.text(0)),
        address: builder.strings.intern(row.text(1)), image: builder.strings.intern(row.text(2)),
        kindReason: builder.strings.intern(row.text(3)),
        entityKind: record.entityKind, kindConfidence: row.isNull(5) ? 1 : Float(row.double(5)),
        documentCount: UInt32(clamping: record.documentCount)))
    nodes[number] = node
    let pieces = try row.withBytes(4) { text throws(StoreError) in try evidence(text) }
    for piece in pieces { builder.addEvidence(piece, node: node) }
    for page in try store.pages(of: record.index) {
      builder.addPage(Page(event: node, path: builder.strings.intern(page)))
    }
  }

  private mutating func addEdges(of number: Int, filter: GraphFilter) throws(StoreError) {
    guard let source = nodes[number] else { return }
    let row = try store.file.statement("SELECT edges FROM outgoing WHERE node = ?1")
    row.bind(1, number)
    guard try row.step() else { return }
    let isSound = try row.withBytes(0) { text throws(StoreError) in
      try StoredEdge.parse(text) { stored throws(StoreError) in
        let relation = try store.relation(stored.relation)
        guard let target = nodes[stored.target], filter.passes(relation) else { return }
        let edge = Edge(
          source: source, relation: relation, target: target, role: try store.role(stored.role),
          weight: stored.weight, rank: UInt16(clamping: stored.rank))
        for piece in try evidence(text.extracting(stored.evidence)) {
          builder.addEdge(edge, evidence: piece)
        }
      }
    }
    guard isSound else { throw store.damaged("the edges of node \(number) cannot be read") }
  }

  private mutating func evidence(_ text: Span<UInt8>) throws(StoreError) -> [Evidence] {
    var stored: [StoredEvidence] = []
    guard
      StoredEvidence.parse(
        text,
        into: { piece in
          stored.append(piece)
          return true
        })
    else { throw store.damaged("a piece of evidence cannot be read") }
    var evidence: [Evidence] = []
    for piece in stored {
      evidence.append(
        Evidence(
          document: try document(piece.document), line: UInt32(piece.line),
          start: UInt32(piece.start), length: UInt32(piece.length),
          quote: try quote(piece.quote), rule: try store.rule(piece.rule)))
    }
    return evidence
  }

  private mutating func document(_ number: Int) throws(StoreError) -> DocumentIndex {
    if let known = documents[number] { return known }
    let row = try store.file.statement("SELECT path, sha256 FROM document WHERE number = ?1")
    row.bind(1, number)
    guard try row.step() else { throw store.damaged("document \(number) is missing") }
    let index = builder.addDocument(
      Document(
        path: builder.strings.intern(row.text(0)), sha256: builder.strings.intern(row.text(1))))
    documents[number] = index
    return index
  }

  private mutating func quote(_ number: Int) throws(StoreError) -> StringIndex {
    if let known = quotes[number] { return known }
    let row = try store.file.statement("SELECT text FROM quote WHERE number = ?1")
    row.bind(1, number)
    guard try row.step() else { throw store.damaged("quote \(number) is missing") }
    let index = builder.strings.intern(row.text(0))
    quotes[number] = index
    return index
  }
}
