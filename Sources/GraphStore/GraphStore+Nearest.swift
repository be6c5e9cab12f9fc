internal import EventGraph

extension GraphStore {
  /// Nodes whose names come nearest to words that no name holds together: each unknown word may be a
  /// known one mistyped; where that does not help, some of the words are enough.
  ///
  /// - Complexity: one walk over all words of the graph (10 ms for 60,000), on this path only.
  func nearest(_ words: Words) throws(StoreError) -> [NodeRecord] {
    let alternatives = try spellings(of: words)
    let known = alternatives.filter { !$0.isEmpty }
    guard !known.isEmpty else { return [] }
    let limit = Self.candidateLimit
    var close: [NodeRecord] = []
    // Words that are known are meant, as a rule; but a known one may be another's misspelling too.
    for isLenient in [false, true] {
      let terms = known.map { isLenient ? $0.map(\.term) : $0.filter { $0.isExact }.map(\.term) }
      let groups = zip(terms, known).map { $0.isEmpty ? $1.map(\.term) : $0 }
      let all = groups.map { "(\(Words($0).any))" }.joined(separator: " AND ")
      for node in try matches("{name} : (\(all))", limit: 20 * limit).nodes
      where !close.contains(where: { $0.index == node.index }) {
        close.append(node)
      }
    }
    if !close.isEmpty { return Array(byLikeness(close, to: words).prefix(limit)) }
    return try matches("{name} : (\(Words(known.flatMap { $0.map(\.term) }).any))", limit: limit)
      .nodes
  }

  /// Names that differ from the words by few letters first, the others in their order.
  private func byLikeness(_ nodes: [NodeRecord], to words: Words) -> [NodeRecord] {
    func folded(_ text: String) -> [UInt8] {
      var out: [UInt8] = []
      NameFolding.fold(Array(text.utf8).span, into: &out)
      return out
    }
    let target = folded(words.words.joined(separator: " "))
    let limit = 2 + target.count / 4
    let distances = nodes.map { editDistance(target, folded($0.name), limit: limit) ?? Int.max }
    return nodes.indices.sorted { a, b in
      distances[a] != distances[b] ? distances[a] < distances[b] : a < b
    }.map { nodes[$0] }
  }

  /// For every word the few nearest words that names hold, itself where one holds it.
  private func spellings(
    of words: Words
  ) throws(StoreError) -> [[(term: String, isExact: Bool)]] {
    try file.execute(
      """
      PRAGMA temp_store = MEMORY;
      CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, node_text, row);
      """)
    let targets = words.words.map { word -> [UInt8] in
      var folded: [UInt8] = []
      NameFolding.fold(Array(word.utf8).span, into: &folded)
      return folded
    }
    var found = [[(distance: Int, count: Int, term: String)]](repeating: [], count: targets.count)
    let rows = try file.prepare("SELECT term, doc FROM temp.vocabulary")
    while try rows.step() {
      let term = rows.withBytes(0) { bytes in
        var copy: [UInt8] = []
        copy.append(span: bytes)
        return copy
      }
      for (k, target) in targets.enumerated() {
        let limit = target.count < 2 ? 0 : target.count < 8 ? 1 : 2
        guard let distance = editDistance(target, term, limit: limit) else { continue }
        found[k].append((distance, rows.integer(1), String(decoding: term, as: UTF8.self)))
      }
    }
    return found.map { candidates in
      candidates.sorted { a, b in
        if a.distance != b.distance { return a.distance < b.distance }
        return a.count != b.count ? a.count > b.count : a.term < b.term
      }.prefix(6).map { ($0.term, $0.distance == 0) }
    }
  }
}
