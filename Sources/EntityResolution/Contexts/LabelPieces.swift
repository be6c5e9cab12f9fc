internal import EventGraph

/// A list of labels cut at every ", ": piece k is `starts[k] ..< ends[k]` of the list's bytes.
struct LabelPieces: Sendable {
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []

  var count: Int { starts.count }

  /// Cuts again in place; the steady state allocates nothing.
  mutating func cut(_ list: Span<UInt8>) {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var from = 0
    var k = 0
    while let comma = list.firstIndex(of: UInt8(ascii: ","), from: k, to: list.count) {
      k = comma + 1
      guard k < list.count, list[k] == 32 else { continue }
      add(list.trimmed(from..<comma))
      from = k + 1
      k = from
    }
    add(list.trimmed(min(from, list.count)..<list.count))
  }

  private mutating func add(_ range: Range<Int>) {
    if range.isEmpty { return }
    starts.append(range.lowerBound)
    ends.append(range.upperBound)
  }

  /// From the start of one piece to the end of another, commas between them included.
  func range(_ first: Int, _ last: Int) -> Range<Int> { starts[first]..<ends[last] }
}

extension Span<UInt8> {
  /// The first place of `needle` from `start` on that is not inside a word; nil where there is none.
  func firstWord(_ needle: Span<UInt8>, from start: Int = 0) -> Int? {
    guard !needle.isEmpty, needle.count <= count else { return nil }
    let last = count - needle.count
    var k = start
    while k <= last, let found = firstIndex(of: needle[0], from: k, to: last + 1) {
      k = found + 1
      let end = found + needle.count
      if found > 0, self[found - 1].isWordByte, needle[0].isWordByte { continue }
      if end < count, self[end].isWordByte, needle[needle.count - 1].isWordByte { continue }
      if extracting(found..<end).equals(needle) { return found }
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Equal, but for the case of an ASCII letter at the start: headings are capitalised, labels are
  /// as they stand in the sentence.
  func equalsUpToFirstCase(_ other: Span<UInt8>) -> Bool {
    guard count == other.count, count > 0 else { return false }
    let (a, b) = (self[0], other[0])
    guard a == b || (a.isASCIILetter && b.isASCIILetter && a | 32 == b | 32) else { return false }
    return extracting(1..<count).equals(other.extracting(1..<count))
  }
}

extension UInt8 {
  /// A letter or digit; every byte of a character beyond ASCII counts as one.
  var isWordByte: Bool { isASCIIAlphanumeric || self >= 0x80 }
}
