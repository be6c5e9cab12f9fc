internal import EventGraph

extension KnowledgeGraph {
  /// Whether the edge before has the same ends and relation, so that only the role tells them apart.
  func differsInRoleOnly(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (a, b) = (edges[index - 1], edges[index])
    return a.source == b.source && a.target == b.target && a.relation == b.relation
  }

  /// The paths of an event's pages; of one that is only pointed at, the path that points there.
  func pagePaths(of index: NodeIndex) -> [StringIndex] {
    let pages = pages(of: index)
    if !pages.isEmpty { return pages.map(\.path) }
    let node = nodes[index.position]
    return node.kind == .event && !node.address.isEmpty ? [node.address] : []
  }
}

extension ByteWriter {
  mutating func append(bytes: [UInt8]) { append(raw: bytes.span) }

  /// ISO 8601, as precise as known: `2015`, `2015-12`, `2015-12-23`.
  mutating func append(_ date: PartialDate) {
    append(padded: date.year, width: 4)
    guard let month = date.month else { return }
    append("-")
    append(padded: month, width: 2)
    guard let day = date.day else { return }
    append("-")
    append(padded: day, width: 2)
  }

  private mutating func append(padded number: Int, width: Int) {
    var limit = 10
    for _ in 1..<width {
      if number < limit { append("0") }
      limit *= 10
    }
    append(number)
  }
}
