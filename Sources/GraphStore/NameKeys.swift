internal import EventGraph

/// The keys under which names, URLs and page paths are found whatever their case, marks and punctuation.
struct NameKeys {
  private var rows: [(key: Int, node: Int)] = []

  /// Of the first nodes, and of all pages.
  init(first graph: KnowledgeGraph.SealedNodes, _ numbers: Range<Int>) {
    rows.reserveCapacity(graph.nodes.count * 3 / 2 + graph.pages.count)
    add(graph, numbers)
    var folded: [UInt8] = []
    let bytes = graph.strings.bytes.span
    for page in graph.pages {
      add(bytes.extracting(graph.strings.range(of: page.path)), page.event.position, &folded)
    }
  }

  mutating func add(_ graph: KnowledgeGraph.SealedNodes, _ numbers: Range<Int>) {
    var folded: [UInt8] = []
    let bytes = graph.strings.bytes.span
    for number in numbers {
      let node = graph.nodes[number]
      // A story often has the name of its topic, which is what a name means.
      if node.kind.isComputed { continue }
      let name = bytes.extracting(graph.strings.range(of: node.name))
      add(name, number, &folded)
      if !node.aliases.isEmpty {
        for alias in graph.strings.lines(of: node.aliases) {
          add(bytes.extracting(alias), number, &folded)
        }
      }
      // An event's address is its first page.
      if node.kind != .event, node.address != node.name {
        add(bytes.extracting(graph.strings.range(of: node.address)), number, &folded)
      }
    }
  }

  /// Each once, in order; to be done before they are written.
  mutating func sort() {
    rows.sort { $0.key != $1.key ? $0.key < $1.key : $0.node < $1.node }
    var count = 0
    for row in rows where count == 0 || rows[count - 1] != row {
      rows[count] = row
      count += 1
    }
    rows.removeSubrange(count...)
  }

  private mutating func add(_ text: Span<UInt8>, _ node: Int, _ folded: inout [UInt8]) {
    if let key = Self.key(text, &folded) { rows.append((key, node)) }
  }

  /// The key of a name or URL; nil for one without letters and digits.
  static func key(_ text: Span<UInt8>, _ folded: inout [UInt8]) -> Int? {
    folded.removeAll(keepingCapacity: true)
    if let url = NameFolding.bareURL(text) {
      NameFolding.fold(text.extracting(url), into: &folded)
    } else {
      NameFolding.fold(text, into: &folded)
    }
    return NameFolding.key(folded.span)
  }

  func write(to file: Connection) throws(StoreError) {
    try file.insert(into: "name_key", columns: 2, count: rows.count) {
      k, insert throws(StoreError) in
      insert.bind(1, rows[k].key)
      insert.bind(2, rows[k].node)
    }
  }
}
