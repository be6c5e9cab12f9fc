internal import EventGraph
internal import Glibc

extension GraphStore {
  /// What an event, source or article is about, and what a user means by a name as a rule.
  static let thingKinds: Set<NodeKind> = [.actor, .place, .context]

  /// Things that are looked at to find the likeliest, at most.
  private static let mostThings = 200
  /// Of the candidates, the last places are for titles.
  private static let titlePlaces = 3
  /// A suggestion that comes near by its letters leaves out what does not; of these so many.
  private static let mostAlike = 5

  /// The nodes that a part of a name most likely means: things by how much the archive has of them, then
  /// the others in their order.
  func likeliest(
    _ query: String, others: [NodeRecord]
  ) throws(StoreError) -> [NodeRecord] {
    let things = try byDegree(matches(query, kinds: Self.thingKinds, limit: Self.mostThings).nodes)
    let rest = others.filter { !Self.thingKinds.contains($0.kind) }
    let places = Self.candidateLimit - min(rest.count, Self.titlePlaces)
    return Array((things.prefix(places) + rest).prefix(Self.candidateLimit))
  }

  /// The most connected first; ties stay in their order.
  private func byDegree(_ nodes: [NodeRecord]) throws(StoreError) -> [NodeRecord] {
    var degrees: [Int] = []
    for node in nodes {
      let row = try file.statement("SELECT degree FROM incoming WHERE node = ?1")
      row.bind(1, node.index.position)
      degrees.append(try row.step() ? row.integer(0) : 0)
    }
    return nodes.indices.sorted { a, b in
      degrees[a] != degrees[b] ? degrees[a] > degrees[b] : a < b
    }.map { nodes[$0] }
  }

  /// Nodes whose names come near to words that no name holds together: each unknown word may be a known
  /// one mistyped; where that does not help, names that share most of the words, by their rarity. What
  /// shares a common word alone is no suggestion.
  ///
  /// - Complexity: one walk over all words of the graph (10 ms for 60,000), on this path only.
  func nearest(_ words: Words) throws(StoreError) -> [NodeRecord] {
    let alternatives = try spellings(of: words)
    let known = alternatives.filter { !$0.isEmpty }
    guard !known.isEmpty else { return [] }
    let limit = Self.candidateLimit
    var close: [NodeRecord] = []
    if known.count == alternatives.count {
      // Words that are known are meant, as a rule; but a known one may be another's misspelling too.
      for isLenient in [false, true] {
        let terms = known.map { isLenient ? $0.map(\.term) : $0.filter { $0.isExact }.map(\.term) }
        let groups = zip(terms, known).map { $0.isEmpty ? $1.map(\.term) : $0 }
        let all = groups.map { "(\(Words($0).any))" }.joined(separator: " AND ")
        for kinds in [Self.thingKinds, []] {
          for node in try matches("{name} : (\(all))", kinds: kinds, limit: 20 * limit).nodes
          where !close.contains(where: { $0.index == node.index }) {
            close.append(node)
          }
        }
      }
    }
    let alike = alikeNames(close, to: words)
    if !alike.isEmpty { return Array(alike.prefix(Self.mostAlike)) }
    if !close.isEmpty { return Array(close.prefix(limit)) }
    return try sharing(words, known.map { $0.filter { $0.isExact } })
  }

  /// Names that differ from the words by few letters, nearest first.
  private func alikeNames(_ nodes: [NodeRecord], to words: Words) -> [NodeRecord] {
    let target = Self.folded(words.words.joined(separator: " "))
    let limit = 1 + target.count / 5
    let distances = nodes.map { editDistance(target, Self.folded($0.name), limit: limit) }
    return nodes.indices.filter { distances[$0] != nil }.sorted { a, b in
      let (x, y) = (distances[a] ?? 0, distances[b] ?? 0)
      return x != y ? x < y : a < b
    }.map { nodes[$0] }
  }

  /// Things whose names share at least half of the words, weighed by how few names hold each.
  private func sharing(
    _ words: Words, _ known: [[(term: String, count: Int, isExact: Bool)]]
  ) throws(StoreError) -> [NodeRecord] {
    let terms = known.compactMap(\.first)
    guard !terms.isEmpty else { return [] }
    let total = try nodeCount()
    func weight(_ count: Int) -> Double { log(Double(total + 2) / Double(count + 1)) }
    let weights = Dictionary(
      terms.map { ($0.term, weight($0.count)) }, uniquingKeysWith: { a, _ in a })
    // A word that no name holds is as rare as can be.
    let whole =
      weights.values.sorted().reduce(0, +)
      + Double(max(0, words.words.count - terms.count)) * weight(0)
    let found = try matches(
      "{name} : (\(Words(terms.map(\.term)).any))", kinds: Self.thingKinds, limit: Self.mostThings)
    var scored: [(score: Double, place: Int)] = []
    for (place, node) in found.nodes.enumerated() {
      let own = Words(node.name).words.map { String(decoding: Self.folded($0), as: UTF8.self) }
      let both = Set(own).sorted().reduce(0.0) { $0 + (weights[$1] ?? 0) }
      let others = own.count { weights[$0] == nil }
      // What the name says besides makes it another thing's, half as much as what it does not say.
      let score = both / (whole + 0.5 * Double(others) * whole / Double(words.words.count))
      if score >= 0.5 { scored.append((score, place)) }
    }
    scored.sort { $0.score != $1.score ? $0.score > $1.score : $0.place < $1.place }
    return scored.prefix(Self.candidateLimit).map { found.nodes[$0.place] }
  }

  private static func folded(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    NameFolding.fold(Array(text.utf8).span, into: &out)
    return out
  }

  private func nodeCount() throws(StoreError) -> Int {
    let row = try file.statement("SELECT max(number) FROM node")
    return try row.step() ? row.integer(0) + 1 : 0
  }

  /// For every word the few nearest words that names hold, itself where one holds it.
  private func spellings(
    of words: Words
  ) throws(StoreError) -> [[(term: String, count: Int, isExact: Bool)]] {
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
      }.prefix(6).map { ($0.term, $0.count, $0.distance == 0) }
    }
  }
}
