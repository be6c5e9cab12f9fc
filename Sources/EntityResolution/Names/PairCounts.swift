/// Weights by 64-bit keys that are hashes already: an open-addressing table, since a general dictionary
/// hashes them anew. Keys of things that never met answer 0.
struct PairCounts: Sendable {
  /// Key and value together, since they are read from one place far from the last; key 0 is empty.
  private struct Entry: Sendable {
    var key: UInt64 = 0
    var value: Float = 0
  }

  private var entries: [Entry]
  private var count = 0
  /// Which slots keys take is chance, so that no text can be written whose keys all want one; nothing
  /// depends on it.
  private let seed = UInt64.random(in: .min ... .max) | 1

  init(capacity: Int = 1024) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    entries = Array(repeating: Entry(), count: size)
  }

  /// The key of two hashes, in this order.
  @inline(__always)
  static func key(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
      by: (b &+ 0x9E37_79B9_7F4A_7C15) | 1)
    return product.high ^ product.low
  }

  @inline(__always)
  subscript(key: UInt64) -> Float {
    let key = key == 0 ? 1 : key
    return entries[slot(key)].value
  }

  mutating func add(_ key: UInt64, _ weight: Float = 1) {
    let key = key == 0 ? 1 : key
    if count * 2 >= entries.count { grow() }
    let slot = self.slot(key)
    if entries[slot].key == 0 {
      entries[slot].key = key
      count += 1
    }
    entries[slot].value += weight
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: (key &* seed) >> 32) & mask
    while entries[slot].key != 0, entries[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: Entry(), count: old.count * 2)
    for entry in old where entry.key != 0 { entries[slot(entry.key)] = entry }
  }
}
