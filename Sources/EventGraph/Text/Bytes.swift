internal import CMemory

extension Span<UInt8> {
  /// A 64-bit hash that is the same in every process and on every machine. Not for adversaries:
  /// a crafted input can slow a table down, never make it wrong.
  ///
  /// Eight bytes a step, multiply and fold (as wyhash and rapidhash do).
  package var stableHash: UInt64 {
    let raw = self.bytes
    let count = raw.byteCount
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    var offset = 0
    while offset + 8 <= count {
      hash = Self.mix(hash ^ raw.word(at: offset))
      offset += 8
    }
    if offset < count {
      var tail: UInt64 = 0
      while offset < count {
        tail = tail << 8 | UInt64(self[offset])
        offset += 1
      }
      hash = Self.mix(hash ^ tail)
    }
    return Self.mix(hash)
  }

  /// A hash for tables in memory: sixteen bytes a step and short tails without a loop, half the time
  /// of `stableHash` for a page's path. Nothing that is written depends on it.
  @inlinable package var tableHash: UInt32 {
    let raw = self.bytes
    let count = raw.byteCount
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 16 < count {
      hash = Self.fold(
        raw.word(at: offset) ^ 0xA076_1D64_78BD_642F, raw.word(at: offset + 8) ^ hash)
      offset += 16
    }
    var (low, high): (UInt64, UInt64) = (0, 0)
    if count >= 8 {
      // The last sixteen bytes, or the first and the last eight: they may overlap.
      low = raw.word(at: Swift.max(0, count - 16))
      high = raw.word(at: count - 8)
    } else {
      while offset < count {
        low = low << 8 | UInt64(self[offset])
        offset += 1
      }
    }
    hash = Self.fold(low ^ 0xE703_7ED1_A0B4_28DB, high ^ hash)
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  @inlinable @inline(__always)
  package static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x8EBC_6AF0_9C88_C6E3).multipliedFullWidth(by: b ^ 0x5899_65CC_7537_4CC3)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  /// Eight bytes as a number that sorts as they do; zeros stand for what lies behind the end.
  package func bigEndianWord(at offset: Int) -> UInt64 {
    if offset + 8 <= count { return self.bytes.word(at: offset).byteSwapped }
    var word: UInt64 = 0
    for k in offset..<offset + 8 { word = word << 8 | (k < count ? UInt64(self[k]) : 0) }
    return word
  }

  /// Equal length and equal bytes, eight at a time.
  @inlinable package func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let (a, b) = (self.bytes, other.bytes)
    var offset = 0
    while offset + 8 <= count {
      if a.word(at: offset) != b.word(at: offset) { return false }
      offset += 8
    }
    while offset < count {
      if self[offset] != other[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether the bytes from `offset` on begin with `prefix`.
  @inlinable package func hasPrefix(_ prefix: StaticString, at offset: Int = 0) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return prefix.withUTF8Buffer { buffer in
      for k in 0..<length where self[offset + k] != buffer[k] { return false }
      return true
    }
  }

  /// Whether the bytes of a range begin with `prefix`.
  @inlinable package func hasPrefix(_ prefix: StaticString, in range: Range<Int>) -> Bool {
    prefix.utf8CodeUnitCount <= range.count && hasPrefix(prefix, at: range.lowerBound)
  }

  /// The first position of `byte` in `from ..< to`, or nil: a step of eight bytes, then the system's
  /// search, which takes 64 at a time where the processor can.
  package func firstIndex(of byte: UInt8, from: Int, to: Int) -> Int? {
    var offset = from
    if from + 8 <= to {
      let difference = self.bytes.word(at: from) ^ UInt64(byte) &* 0x0101_0101_0101_0101
      let zeros =
        (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zeros != 0 { return from + zeros.trailingZeroBitCount / 8 }
      offset += 8
    }
    if offset >= to { return nil }
    return extracting(offset..<to).withUnsafeBytes { rest in
      guard let start = rest.baseAddress, let found = memchr(start, Int32(byte), rest.count) else {
        return nil
      }
      return offset + (UnsafeRawPointer(found) - start)
    }
  }

  /// `range` without white space (space, tab, CR, LF) at either end.
  @inlinable package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, self[low].isASCIISpace { low += 1 }
    while low < high, self[high - 1].isASCIISpace { high -= 1 }
    return low..<high
  }
}

extension RawSpan {
  /// Eight bytes, little-endian. `offset + 8 <= byteCount` is checked.
  @inlinable @inline(__always)
  package func word(at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension Array {
  /// Has an element brought near that will be looked at soon.
  @inline(__always)
  package func prefetch(_ index: Int) {
    withUnsafeBufferPointer { elements in
      if let base = elements.baseAddress { weft_prefetch(base + index) }
    }
  }
}

extension [UInt8] {
  @inlinable package mutating func append(span: Span<UInt8>) {
    span.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension UInt8 {
  @inlinable @inline(__always) package var isASCIISpace: Bool {
    self == 32 || (self >= 9 && self <= 13)
  }
  @inlinable @inline(__always) package var isASCIIDigit: Bool { self &- 48 < 10 }
  @inlinable @inline(__always) package var isASCIIUpper: Bool { self &- 65 < 26 }
  @inlinable @inline(__always) package var isASCIILower: Bool { self &- 97 < 26 }
  @inlinable @inline(__always) package var isASCIILetter: Bool { (self | 32) &- 97 < 26 }
  @inlinable @inline(__always) package var isASCIIAlphanumeric: Bool {
    isASCIILetter || isASCIIDigit
  }
}

extension Span<UInt8> {
  /// The scalar at `k`, which moves past it; U+FFFD for a byte that is no part of valid UTF-8.
  package func scalar(at k: inout Int) -> Unicode.Scalar {
    let lead = self[k]
    if lead < 0x80 {
      k += 1
      return Unicode.Scalar(lead)
    }
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, k + length <= count else {
      k += 1
      return "\u{FFFD}"
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for place in 1..<length { value = value << 6 | UInt32(self[k + place] & 0x3F) }
    k += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
