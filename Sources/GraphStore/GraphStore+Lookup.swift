internal import EventGraph

/// What a user's word for a node stands for.
public enum NodeMatch: Equatable, Sendable {
  case one(NodeRecord)
  /// Several fit: the likeliest of them, things before the titles that name them, and how many there are.
  case several([NodeRecord], total: Int)
  /// None does; those whose names come nearest.
  case none(nearest: [NodeRecord])
}

extension GraphStore {
  /// How many candidates are listed.
  static let candidateLimit = 10

  /// Finds the node that a text names. In this order, the first that fits: the id; a page path, also
  /// with folders before it or without its slash; the exact name or URL; the name or URL whatever its
  /// case, marks and punctuation; the file of an article, then that with folders before it or without some
  /// of them; a part of the name, by whole words, then with the last one begun.
  public func lookup(_ text: String) throws(StoreError) -> NodeMatch {
    if let node = try node(id: text) { return .one(node) }
    let named = try nodes(page: text)
    if !named.isEmpty { return match(named) }
    let keyed = try nodes(key: text)
    let exact = keyed.filter { $0.isExact }
    if !exact.isEmpty { return match(exact.map(\.node)) }
    if !keyed.isEmpty { return match(keyed.map(\.node)) }
    let told = try nodes(file: text)
    if !told.isEmpty { return match(told) }
    let words = Words(text)
    guard !words.isEmpty else { return .none(nearest: []) }
    // Stories are found by their ids: their labels are those of what they are about.
    let kinds = try holdsStories() ? Set(NodeKind.allCases.filter { !$0.isComputed }) : []
    for isPrefix in [false, true] {
      let query = "{name} : (\(words.all(isPrefix: isPrefix)))"
      let part = try matches(query, kinds: kinds, limit: Self.candidateLimit)
      if part.total == 1 { return .one(part.nodes[0]) }
      if part.total > 1 {
        return .several(try likeliest(query, others: part.nodes), total: part.total)
      }
    }
    return .none(nearest: try nearest(words))
  }

  /// Whether the file has stories in it, as `weft build --stories` puts them there.
  public func holdsStories() throws(StoreError) -> Bool {
    let rows = try file.statement("SELECT 1 FROM kind WHERE number = ?1")
    rows.bind(1, Int(NodeKind.story.rawValue))
    return try rows.step()
  }

  /// The node with this id.
  public func node(id: String) throws(StoreError) -> NodeRecord? {
    let rows = try file.statement("SELECT \(Self.recordColumns) FROM node WHERE id = ?1")
    try rows.bind(1, id)
    return try rows.step() ? try record(rows) : nil
  }

  private func match(_ nodes: [NodeRecord]) -> NodeMatch {
    nodes.count == 1
      ? .one(nodes[0])
      : .several(Array(nodes.prefix(Self.candidateLimit)), total: nodes.count)
  }

  private func nodes(page text: String) throws(StoreError) -> [NodeRecord] {
    for path in PagePath.spellings(of: text) {
      var folded: [UInt8] = []
      guard let key = NameKeys.key(Array(path.utf8).span, &folded) else { continue }
      // The key is a hash: the path itself is compared.
      let rows = try file.statement(
        """
        SELECT page.node FROM name_key JOIN page ON page.node = name_key.node AND path = ?2
        WHERE key = ?1 ORDER BY page.node
        """)
      rows.bind(1, key)
      try rows.bind(2, path)
      var numbers: [Int] = []
      while try rows.step() { numbers.append(rows.integer(0)) }
      if numbers.isEmpty { continue }
      var nodes: [NodeRecord] = []
      for number in numbers { nodes.append(try record(number: number)) }
      return nodes
    }
    return []
  }

  /// The articles that were read from a file: of this path, else of one that ends in it, else of one with
  /// folders that this ends in.
  private func nodes(file text: String) throws(StoreError) -> [NodeRecord] {
    var path = text[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    guard path.contains("."), !path.hasSuffix("."), !path.contains("://") else { return [] }
    for condition in [
      "path = ?1", "substr(path, -length(?1) - 1) = '/' || ?1",
      "instr(path, '/') AND substr(?1, -length(path) - 1) = '/' || path",
    ] {
      let documents = try file.statement("SELECT number FROM document WHERE \(condition)")
      try documents.bind(1, String(path))
      guard try documents.step() else { continue }
      let nodes = try articles(ofDocuments: condition, String(path))
      if !nodes.isEmpty { return nodes }
    }
    return []
  }

  private func articles(
    ofDocuments condition: String, _ path: String
  ) throws(StoreError) -> [NodeRecord] {
    let rows = try file.statement(
      """
      SELECT number FROM node WHERE kind = ?2 AND EXISTS (
        SELECT 1 FROM json_each(node.evidence) AS piece
        WHERE piece.value ->> 0 IN (SELECT document.number FROM document WHERE \(condition)))
      ORDER BY number
      """)
    try rows.bind(1, path)
    rows.bind(2, Int(NodeKind.article.rawValue))
    var numbers: [Int] = []
    while try rows.step() { numbers.append(rows.integer(0)) }
    var nodes: [NodeRecord] = []
    for number in numbers { nodes.append(try record(number: number)) }
    return nodes
  }

  private func nodes(
    key text: String
  ) throws(StoreError) -> [(node: NodeRecord, isExact: Bool)] {
    var folded: [UInt8] = []
    guard let key = NameKeys.key(Array(text.utf8).span, &folded) else { return [] }
    let rows = try file.statement(
      """
      SELECT \(Self.recordColumns), address, aliases FROM name_key JOIN node ON node.number = name_key.node
      WHERE key = ?1 ORDER BY number
      """)
    rows.bind(1, key)
    var nodes: [(node: NodeRecord, isExact: Bool)] = []
    while try rows.step() {
      let node = try record(rows)
      let address = rows.text(Self.recordColumnCount)
      let aliases = rows.text(Self.recordColumnCount + 1).split(separator: "\n").map(String.init)
      // The key is a hash: what it finds is compared, so that a collision is never an answer.
      var own: [UInt8] = []
      let isMeant = ([node.name, address] + aliases).contains { name in
        own.removeAll(keepingCapacity: true)
        return NameKeys.key(Array(name.utf8).span, &own) == key && own == folded
      }
      // Bytes are compared: String's own equality takes canonical equivalents for equal.
      let isExact = ([node.name, address] + aliases).contains { $0.utf8.elementsEqual(text.utf8) }
      if isMeant { nodes.append((node, isExact)) }
    }
    return nodes
  }
}

/// The ways to write the path of an event's page.
enum PagePath {
  /// The archive's own spelling first: `/news/YYYY/MM/D/name.md`, from wherever `news` begins, with
  /// the day's zero left out, or as it was given.
  static func spellings(of text: String) -> [String] {
    guard text.hasSuffix(".md") else { return [] }
    let parts = text.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 5, parts[parts.count - 5] == "news" else {
      return [text, text.hasPrefix("/") ? String(text.dropFirst()) : "/" + text]
    }
    let tail = parts.suffix(5)
    let date = tail.dropFirst().prefix(3).map(String.init)
    func path(_ month: String, _ day: String) -> String {
      "/news/\(date[0])/\(month)/\(day)/\(parts[parts.count - 1])"
    }
    func padded(_ number: String) -> String { number.utf8.count == 1 ? "0" + number : number }
    func bare(_ number: String) -> String {
      number.utf8.count == 2 && number.hasPrefix("0") ? String(number.dropFirst()) : number
    }
    var paths: [String] = [text]
    for candidate in [
      path(date[1], date[2]), path(padded(date[1]), bare(date[2])),
      path(padded(date[1]), padded(date[2])), path(bare(date[1]), bare(date[2])),
    ] where !paths.contains(candidate) {
      paths.append(candidate)
    }
    return paths
  }
}
