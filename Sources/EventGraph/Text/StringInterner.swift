/// Builds a `StringTable`: equal strings get one index.
///
/// An open-addressing hash table of 32-bit indices over the bytes themselves; no `String` is made.
/// Indices are in order of first arrival, so a caller that needs order-proof output sorts by the
/// strings.
public struct StringInterner: Sendable {
  public private(set) var bytes: [UInt8] = []
  private(set) var offsets: [UInt32] = [0, 0]
  /// Index + 1 of the string in each slot, 0 for an empty slot; a power of two, at most 60 % full.
  private var slots: [UInt32]
  private var hashes: [UInt64] = [0]

  public init(capacity: Int = 256) {
    slots = Array(repeating: 0, count: Self.tableSize(for: capacity))
  }

  public var count: Int { offsets.count - 1 }

  @inline(__always)
  public func range(of index: StringIndex) -> Range<Int> {
    Int(offsets[index.position])..<Int(offsets[index.position + 1])
  }

  public subscript(index: StringIndex) -> String {
    String(decoding: bytes[range(of: index)], as: UTF8.self)
  }

  /// The index of the string, new or known. Invalid UTF-8 is the caller's mistake.
  public mutating func intern(_ text: Span<UInt8>) -> StringIndex {
    if text.isEmpty { return .empty }
    return intern(text, hash: text.stableHash)
  }

  public mutating func intern(_ text: String) -> StringIndex {
    var text = text
    return text.withUTF8 { intern(Span(_unsafeElements: $0)) }
  }

  /// Interns a range of another table without hashing it anew where the hash is known.
  package mutating func intern(_ text: Span<UInt8>, hash: UInt64) -> StringIndex {
    if text.isEmpty { return .empty }
    if (count + 1) * 5 > slots.count * 3 { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      let known = Int(entry - 1)
      if hashes[known] == hash, equals(known, text) { return StringIndex(known) }
      slot = (slot + 1) & mask
    }
    let index = count
    precondition(bytes.count + text.count <= Int(UInt32.max), "strings exceed 4 GiB")
    bytes.append(span: text)
    offsets.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = UInt32(index + 1)
    return StringIndex(index)
  }

  /// The index of a string that was interned before.
  public func find(_ text: Span<UInt8>) -> StringIndex? {
    if text.isEmpty { return .empty }
    let hash = text.stableHash
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let known = Int(slots[slot] - 1)
      if hashes[known] == hash, equals(known, text) { return StringIndex(known) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Interns every string of another interner; element k of the answer is where its index k went.
  public mutating func merge(_ other: StringInterner) -> [StringIndex] {
    var map = [StringIndex](repeating: .empty, count: other.count)
    let span = other.bytes.span
    for k in 1..<max(1, other.count) {
      map[k] = intern(
        span.extracting(other.range(of: StringIndex(k))), hash: other.hashes[k])
    }
    return map
  }

  public func table() -> StringTable { StringTable(bytes: bytes, offsets: offsets) }

  private func equals(_ known: Int, _ text: Span<UInt8>) -> Bool {
    let start = Int(offsets[known])
    guard Int(offsets[known + 1]) - start == text.count else { return false }
    return bytes.span.extracting(start..<start + text.count).equals(text)
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = Array(repeating: 0, count: size)
    let mask = size - 1
    for index in 1..<count {
      var slot = Int(truncatingIfNeeded: hashes[index]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }

  private static func tableSize(for capacity: Int) -> Int {
    var size = 64
    while size * 3 < (capacity + 1) * 5 { size *= 2 }
    return size
  }
}
