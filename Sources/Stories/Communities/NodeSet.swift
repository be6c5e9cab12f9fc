/// The nodes that wait to be looked at, a bit each, taken in ascending order.
struct NodeSet: ~Copyable {
  private let words: FlatTable<UInt64>

  /// All nodes.
  init(all nodeCount: Int) {
    words = FlatTable(repeating: .max, count: (nodeCount + 63) / 64)
    if nodeCount % 64 != 0 { words[words.count - 1] = 1 << UInt64(nodeCount % 64) - 1 }
  }

  /// Takes the first node that is not below `start` out of the set; nil where there is none.
  @inline(__always)
  func removeFirst(from start: Int) -> Int? {
    var word = start >> 6
    if word >= words.count { return nil }
    var bits = words[word] & (UInt64.max << UInt64(start & 63))
    while bits == 0 {
      word += 1
      if word == words.count { return nil }
      bits = words[word]
    }
    let bit = bits.trailingZeroBitCount
    words[word] &= ~(1 << UInt64(bit))
    return word << 6 | bit
  }

  /// Puts a node in where the condition holds, without a branch on it.
  @inline(__always)
  func insert(_ node: Int, if condition: Bool) {
    words[node >> 6] |= (condition ? 1 : 0) << UInt64(node & 63)
  }
}
