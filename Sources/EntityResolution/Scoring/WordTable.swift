internal import EventGraph

/// A fixed vocabulary, each word with a number of bits that tell what it is.
///
/// Words are kept as 64-bit hashes: a text made to collide with one could change how one name is
/// read, nothing else.
struct WordTable: Sendable {
  private var hashes: [UInt64]
  private var values: [UInt32]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds bits to a word.
  mutating func add(_ word: some StringProtocol, _ bits: UInt32) {
    add(hash: Array(word.utf8).span.stableHash, bits)
  }

  mutating func add(hash: UInt64, _ bits: UInt32) {
    precondition(count * 2 < hashes.count, "a word table is too small")
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    if hashes[slot] == 0 {
      hashes[slot] = hash
      count += 1
    }
    values[slot] |= bits
  }

  /// The word's bits; 0 for a word that is not in the table.
  @inline(__always)
  subscript(hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  @inline(__always)
  subscript(word: Span<UInt8>) -> UInt32 { self[word.stableHash] }
}
