/// Weights by 64-bit keys that are hashes already: an open-addressing table, since a general dictionary
/// hashes them anew. Keys of things that never met answer 0.
struct PairCounts: Sendable {
  private var keys: [UInt64]
  private var values: [Float]
  private var count = 0

  init(capacity: Int = 1024) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
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
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  mutating func add(_ key: UInt64, _ weight: Float = 1) {
    let key = key == 0 ? 1 : key
    if count * 2 >= keys.count { grow() }
    let slot = self.slot(key)
    if keys[slot] == 0 {
      keys[slot] = key
      count += 1
    }
    values[slot] += weight
  }

  private func slot(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: 0, count: old.0.count * 2)
    values = Array(repeating: 0, count: keys.count)
    for (k, key) in old.0.enumerated() where key != 0 {
      let slot = self.slot(key)
      keys[slot] = key
      values[slot] = old.1[k]
    }
  }
}
