/// Builds a `StringTable`: equal strings get one index.
///
/// An open-addressing hash table of 32-bit indices over the bytes themselves; no `String` is made.
/// Indices are in order of first arrival, so a caller that needs order-proof output sorts by the
/// strings.
public struct StringInterner: Sendable {
  public private(set) var bytes: [UInt8] = []
  @usableFromInline private(set) var offsets: [UInt32] = [0, 0]
  /// Hash in the upper half and index + 1 in the lower, 0 for an empty slot; a power of two, at most
  /// 60 % full. With the hash beside it, a slot of another string costs no look at that string.
  private var slots: [UInt64]
  /// `count` hashes, for growing and merging.
  private var hashes: [UInt32] = [0]

  public init(capacity: Int = 256) {
    slots = Array(repeating: 0, count: Self.tableSize(for: capacity))
  }

  /// Makes room, which spares the copies of growing arrays.
  package mutating func reserve(strings count: Int, bytes byteCount: Int) {
    bytes.reserveCapacity(byteCount)
    offsets.reserveCapacity(count + 1)
    hashes.reserveCapacity(count)
  }

  public var count: Int { offsets.count - 1 }

  /// Gives all strings away, so that they can grow elsewhere without a copy; none are left.
  package mutating func take() -> StringInterner {
    var taken = StringInterner(capacity: 0)
    swap(&taken, &self)
    return taken
  }

  /// Of two texts the first in byte order that is not empty: which came first makes no difference.
  package func first(of a: StringIndex, _ b: StringIndex) -> StringIndex {
    if a.isEmpty || a == b { return b }
    if b.isEmpty { return a }
    return bytes.span.isLess(range(of: a), range(of: b)) ? a : b
  }

  @inlinable @inline(__always)
  public func range(of index: StringIndex) -> Range<Int> {
    // Ascending, since strings are only appended.
    Range(
      uncheckedBounds: (Int(offsets[index.position]), Int(offsets[index.position + 1])))
  }

  public subscript(index: StringIndex) -> String {
    String(decoding: bytes[range(of: index)], as: UTF8.self)
  }

  /// The index of the string, new or known. Invalid UTF-8 is the caller's mistake.
  public mutating func intern(_ text: Span<UInt8>) -> StringIndex {
    if text.isEmpty { return .empty }
    return intern(text, hash: text.tableHash)
  }

  public mutating func intern(_ text: String) -> StringIndex {
    var text = text
    return text.withUTF8 { intern(Span(_unsafeElements: $0)) }
  }

  /// - Parameter hash: The text's `tableHash`; it is not empty.
  package mutating func intern(_ text: Span<UInt8>, hash: UInt32) -> StringIndex {
    let found = search(text, hash)
    return found.index ?? append(text, hash: hash, slot: found.slot)
  }

  @inline(__always)
  private mutating func append(_ text: Span<UInt8>, hash: UInt32, slot: Int) -> StringIndex {
    let index = count
    precondition(bytes.count + text.count <= Int(UInt32.max), "strings exceed 4 GiB")
    bytes.append(span: text)
    offsets.append(UInt32(truncatingIfNeeded: bytes.count))
    hashes.append(hash)
    slots[slot] = Self.slot(hash, index)
    if (index + 1) * 5 > slots.count * 3 { grow() }
    return StringIndex(index)
  }

  /// The index of a string that was interned before.
  public func find(_ text: Span<UInt8>) -> StringIndex? {
    text.isEmpty ? .empty : search(text, text.tableHash).index
  }

  /// - Parameter hash: The text's `tableHash`; it is not empty.
  package func find(_ text: Span<UInt8>, hash: UInt32) -> StringIndex? {
    search(text, hash).index
  }

  /// Whether the string of this index is the text.
  package func isEqual(_ index: StringIndex, _ text: Span<UInt8>) -> Bool {
    equals(index.position, text)
  }

  /// Where the string is, or the slot where it would be.
  @inline(__always)
  private func search(
    _ text: Span<UInt8>, _ hash: UInt32
  ) -> (index: StringIndex?, slot: Int) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return (nil, slot) }
      if UInt32(truncatingIfNeeded: entry >> 32) == hash {
        let known = Int(UInt32(truncatingIfNeeded: entry)) - 1
        if equals(known, text) { return (StringIndex(known), slot) }
      }
      slot = (slot + 1) & mask
    }
  }

  /// Has what finding some strings will look at brought near, by their hashes, all at once.
  package func prefetch(_ hashes: [UInt32]) {
    for hash in hashes { prefetch(slotOf: hash) }
    for hash in hashes { prefetch(rangeOf: hash) }
    for hash in hashes { prefetch(bytesOf: hash) }
  }

  /// Has the slot of a hash brought near, for a string that will be interned soon: tables of large
  /// archives lie in no cache, and waiting for them is most of what interning costs.
  @inline(__always)
  package func prefetch(slotOf hash: UInt32) { slots.prefetch(Int(hash) & (slots.count - 1)) }

  /// The same, a step later: for what the slot points at.
  @inline(__always)
  private func prefetch(rangeOf hash: UInt32) {
    let entry = slots[Int(hash) & (slots.count - 1)]
    if entry != 0 { offsets.prefetch(Int(UInt32(truncatingIfNeeded: entry)) - 1) }
  }

  /// The same, another step later.
  @inline(__always)
  private func prefetch(bytesOf hash: UInt32) {
    let entry = slots[Int(hash) & (slots.count - 1)]
    if entry != 0 { bytes.prefetch(Int(offsets[Int(UInt32(truncatingIfNeeded: entry)) - 1])) }
  }

  private static func slot(_ hash: UInt32, _ index: Int) -> UInt64 {
    UInt64(hash) << 32 | UInt64(index + 1)
  }

  /// Where some strings of another interner stand here, empty for those that do not.
  package func places(of other: StringInterner, _ range: Range<Int>) -> [StringIndex] {
    let span = other.bytes.span
    return range.map { k in
      // Three steps ahead of each string, one for each look at memory that finding it will take.
      if k + 24 < other.count { prefetch(slotOf: other.hashes[k + 24]) }
      if k + 16 < other.count { prefetch(rangeOf: other.hashes[k + 16]) }
      if k + 8 < other.count { prefetch(bytesOf: other.hashes[k + 8]) }
      let text = span.extracting(other.range(of: StringIndex(k)))
      return search(text, other.hashes[k]).index ?? .empty
    }
  }

  /// Interns every string of another interner; element k of the answer is where its index k went.
  public mutating func merge(_ other: StringInterner) -> [StringIndex] {
    merge(other, places: places(of: other, 0..<other.count))
  }

  /// The same, with the looking up done before.
  ///
  /// - Parameter places: Those of all its strings, which may have been found by many threads.
  package mutating func merge(_ other: StringInterner, places: [StringIndex]) -> [StringIndex] {
    var map = places
    let span = other.bytes.span
    for k in 1..<max(1, other.count) where places[k].isEmpty {
      if k + 24 < other.count { prefetch(slotOf: other.hashes[k + 24]) }
      // No two strings of the other are equal, so this one is new.
      map[k] = append(span.extracting(other.range(of: StringIndex(k))), hash: other.hashes[k])
    }
    return map
  }

  /// Adds a string that is not there.
  private mutating func append(_ text: Span<UInt8>, hash: UInt32) -> StringIndex {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    return append(text, hash: hash, slot: slot)
  }

  public func table() -> StringTable { StringTable(bytes: bytes, offsets: offsets) }

  @inline(__always)
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
      var slot = Int(hashes[index]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Self.slot(hashes[index], index)
    }
  }

  private static func tableSize(for capacity: Int) -> Int {
    var size = 64
    while size * 3 < (capacity + 1) * 5 { size *= 2 }
    return size
  }
}
