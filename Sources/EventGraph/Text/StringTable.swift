/// An immutable list of UTF-8 strings in one array of bytes. Index 0 is the empty string.
public struct StringTable: Sendable {
  /// All strings, one after the other; valid UTF-8.
  public let bytes: [UInt8]
  /// `count + 1` offsets into `bytes`, ascending.
  @usableFromInline let offsets: [UInt32]

  init(bytes: [UInt8], offsets: [UInt32]) {
    precondition(offsets.first == 0 && offsets.last == UInt32(bytes.count))
    self.bytes = bytes
    self.offsets = offsets
  }

  public var count: Int { offsets.count - 1 }

  /// Where the string stands in `bytes`.
  @inlinable @inline(__always)
  public func range(of index: StringIndex) -> Range<Int> {
    // Ascending, as the invariant says.
    Range(
      uncheckedBounds: (Int(offsets[index.position]), Int(offsets[index.position + 1])))
  }

  /// A copy of the string. Hot loops take `bytes.span` and `range(of:)` instead.
  public subscript(index: StringIndex) -> String {
    String(decoding: bytes[range(of: index)], as: UTF8.self)
  }

  /// Compares the bytes of two strings, which for UTF-8 is the order of code points.
  public func isLess(_ a: StringIndex, _ b: StringIndex) -> Bool {
    if a == b { return false }
    return bytes.span.isLess(range(of: a), range(of: b))
  }
}

extension Span<UInt8> {
  /// Lexicographic order of two ranges of the same bytes, eight bytes a step.
  @inlinable package func isLess(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let common = Swift.min(a.count, b.count)
    let raw = self.bytes
    var k = 0
    while k + 8 <= common {
      let x = raw.word(at: a.lowerBound + k)
      let y = raw.word(at: b.lowerBound + k)
      if x != y { return x.byteSwapped < y.byteSwapped }
      k += 8
    }
    while k < common {
      let x = self[a.lowerBound + k]
      let y = self[b.lowerBound + k]
      if x != y { return x < y }
      k += 1
    }
    return a.count < b.count
  }
}

/// The places of many texts in the order of their bytes; equal texts stay in the order given.
///
/// Sixteen bytes of each are held beside its place and sorted; of texts alike in these, the next
/// sixteen: addresses and paths begin alike, and looks at the texts themselves are what costs.
///
/// - Parameter range: Where each text stands in `bytes`.
package func placesSortedByText(
  _ places: [Int], in bytes: Span<UInt8>, _ range: (Int) -> Range<Int>
) -> [Int] {
  var keys = places.indices.map { TextKey(number: $0) }
  // Runs that are alike in the bytes before.
  var runs = [(keys: keys.indices, offset: 0)]
  while let run = runs.popLast() {
    var isAnyLonger = false
    for k in run.keys {
      let text = bytes.extracting(range(places[keys[k].number]))
      keys[k].read(text, at: run.offset)
      isAnyLonger = isAnyLonger || text.count > run.offset + TextKey.size
    }
    keys[run.keys].sort(by: TextKey.precedes)
    if !isAnyLonger { continue }
    var start = run.keys.lowerBound
    while start < run.keys.upperBound {
      var end = start + 1
      while end < run.keys.upperBound, keys[end].isAlike(keys[start]) { end += 1 }
      if end > start + 1, keys[start].length == TextKey.size {
        runs.append((start..<end, run.offset + TextKey.size))
      }
      start = end
    }
  }
  return keys.map { places[$0.number] }
}

extension StringInterner {
  /// Strings in the order of their bytes.
  package func sorted(_ strings: [StringIndex]) -> [StringIndex] {
    placesSortedByText(Array(strings.indices), in: bytes.span) { range(of: strings[$0]) }
      .map { strings[$0] }
  }
}

/// Some bytes of a text that is to be sorted.
private struct TextKey {
  static let size = 16

  var high: UInt64 = 0
  var low: UInt64 = 0
  /// How many of the bytes are the text's; the others are 0.
  var length: UInt32 = 0
  var number32: UInt32

  var number: Int { Int(number32) }

  init(number: Int) { number32 = UInt32(number) }

  @inline(__always)
  mutating func read(_ text: Span<UInt8>, at offset: Int) {
    high = text.bigEndianWord(at: offset)
    low = text.bigEndianWord(at: offset + 8)
    length = UInt32(max(0, min(Self.size, text.count - offset)))
  }

  @inline(__always)
  func isAlike(_ other: TextKey) -> Bool {
    high == other.high && low == other.low && length == other.length
  }

  @inline(__always)
  static func precedes(_ a: TextKey, _ b: TextKey) -> Bool {
    if a.high != b.high { return a.high < b.high }
    if a.low != b.low { return a.low < b.low }
    if a.length != b.length { return a.length < b.length }
    return a.number32 < b.number32
  }
}

extension StringTable {
  /// Where each line of a string stands in `bytes`, without its end.
  package func lines(of index: StringIndex) -> [Range<Int>] {
    let range = range(of: index)
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes.span.firstIndex(of: 10, from: start, to: range.upperBound) ?? range.upperBound
      lines.append(start..<end)
      start = end + 1
    }
    return lines
  }
}
