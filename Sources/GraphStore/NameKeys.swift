internal import EventGraph

/// The keys under which names, URLs and page paths are found whatever their case, marks and punctuation.
struct NameKeys {
  private var rows: [(key: Int, node: Int)] = []

  init(of graph: KnowledgeGraph.SealedNodes) {
    rows.reserveCapacity(graph.nodes.count * 5 / 4 + graph.pages.count)
    var folded: [UInt8] = []
    let bytes = graph.strings.bytes.span
    // A story often has the name of its topic, which is what a name means.
    for (number, node) in graph.nodes.enumerated() where !node.kind.isComputed {
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
    for page in graph.pages {
      add(bytes.extracting(graph.strings.range(of: page.path)), page.event.position, &folded)
    }
    rows.sort { $0.key != $1.key ? $0.key < $1.key : $0.node < $1.node }
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
    let insert = try file.prepare("INSERT INTO name_key VALUES(?1, ?2)")
    var last: (key: Int, node: Int)?
    for row in rows {
      if let last, last == row { continue }
      last = row
      insert.bind(1, row.key)
      insert.bind(2, row.node)
      try insert.run()
    }
  }
}
