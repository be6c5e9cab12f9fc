internal import EventGraph

/// Ids of edges, the same in every format: made of the edge's ends, relation and role alone, so that
/// an edge keeps its id whatever else the graph holds.
///
/// `e` and 13 base-32 digits of a 64-bit hash. Where two edges share a hash, both are written out in
/// full (`e:source:relation:target:role`): ids are unique whatever the input, also a malicious one.
struct EdgeIdentifiers: Sendable {
  /// One an edge.
  private let hashes: [UInt64]
  /// Edges that share their hash, ascending; nearly always empty.
  private let shared: [Int]
  /// As in the ids of nodes: no i, l, o, u.
  private let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// - Parameter bits: Fewer than 64 make collisions likely; for tests.
  init(_ graph: KnowledgeGraph, bits: Int = 64) {
    let strings = graph.strings.bytes.span
    let nodes = graph.nodes.map {
      strings.extracting(graph.strings.range(of: $0.id)).stableHash
    }
    var salts = [UInt64](repeating: 0, count: 256 * 8)
    for relation in Relation.allCases {
      for role in Role.allCases {
        let text = Array("\(relation.name)/\(role.name ?? "")".utf8)
        salts[Int(relation.rawValue) * 8 + Int(role.rawValue)] = text.span.stableHash
      }
    }
    let mask = bits == 64 ? UInt64.max : 1 << UInt64(bits) - 1
    var hashes: [UInt64] = []
    hashes.reserveCapacity(graph.edges.count)
    for edge in graph.edges {
      let salt = salts[Int(edge.relation.rawValue) * 8 + Int(edge.role.rawValue)]
      let half = Self.mix(nodes[edge.source.position] ^ salt)
      hashes.append(Self.mix(half &+ nodes[edge.target.position]) & mask)
    }
    self.hashes = hashes
    shared = Self.duplicates(in: hashes)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// The positions of values that occur more than once, ascending.
  private static func duplicates(in values: [UInt64]) -> [Int] {
    var size = 64
    while size < values.count * 2 { size *= 2 }
    // Position + 1 of the first edge with the hash in each slot, 0 for an empty slot.
    var slots = [UInt32](repeating: 0, count: size)
    var found: Set<Int> = []
    for (position, value) in values.enumerated() {
      var slot = Int(truncatingIfNeeded: value) & (size - 1)
      while slots[slot] != 0, values[Int(slots[slot]) - 1] != value {
        slot = (slot + 1) & (size - 1)
      }
      if slots[slot] == 0 {
        slots[slot] = UInt32(position + 1)
      } else {
        found.insert(Int(slots[slot]) - 1)
        found.insert(position)
      }
    }
    return found.sorted()
  }

  func append(_ index: Int, of graph: KnowledgeGraph, to out: inout ByteWriter) {
    if !shared.isEmpty, shared.contains(index) {
      appendInFull(graph.edges[index], of: graph, to: &out)
      return
    }
    var text = InlineArray<14, UInt8>(repeating: UInt8(ascii: "e"))
    var hash = hashes[index]
    for k in 1..<14 {
      text[k] = digits[Int(hash & 31)]
      hash >>= 5
    }
    out.append(raw: text.span)
  }

  private func appendInFull(
    _ edge: Edge, of graph: KnowledgeGraph, to out: inout ByteWriter
  ) {
    let strings = graph.strings.bytes.span
    let source = graph.nodes[edge.source.position].id
    let target = graph.nodes[edge.target.position].id
    out.append("e:")
    out.append(raw: strings.extracting(graph.strings.range(of: source)))
    out.append(raw: ":\(edge.relation.name):")
    out.append(raw: strings.extracting(graph.strings.range(of: target)))
    if let role = edge.role.name { out.append(raw: ":\(role)") }
  }
}
