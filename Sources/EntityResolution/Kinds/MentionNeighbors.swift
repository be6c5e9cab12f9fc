/// The words beside a mention, as hashes that are never 0: the one before and the one after it, two
/// where the nearest is small, and whether another name stands there.
struct MentionNeighbors: Sequence, IteratorProtocol {
  private var hashes: InlineArray<6, UInt32> = .init(repeating: 0)
  private var count = 0
  private var position = 0

  init(_ tokens: [TitleTokens.Token], _ range: ClosedRange<Int>) {
    let (first, last) = (range.lowerBound, range.upperBound)
    let before = first > 0 ? tokens[first - 1] : nil
    let after = last + 1 < tokens.count ? tokens[last + 1] : nil
    add(1, before?.hash ?? 0, 0)
    add(2, after?.hash ?? 0, 0)
    if let before, before.word.isDeterminer || before.mark == UInt8(ascii: "'") || before.mark == 1
    {
      add(3, before.hash, first > 1 ? tokens[first - 2].hash : 0)
    }
    if let after, after.mark == UInt8(ascii: ","), last + 2 < tokens.count {
      add(4, after.hash, tokens[last + 2].hash)
    }
    if let before, before.mention >= 0, before.end + 1 == tokens[first].start { add(5, 0, 0) }
    if let after, after.mention >= 0, tokens[last].end + 1 == after.start { add(6, 0, 0) }
  }

  private mutating func add(_ kind: UInt64, _ a: UInt64, _ b: UInt64) {
    var hash = kind &* 0x9E37_79B9_7F4A_7C15 ^ a
    hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9 ^ b &* 0x94D0_49BB_1331_11EB
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    hashes[count] = UInt32(truncatingIfNeeded: hash >> 32) | 1 << 31
    count += 1
  }

  mutating func next() -> UInt32? {
    guard position < count else { return nil }
    position += 1
    return hashes[position - 1]
  }
}
