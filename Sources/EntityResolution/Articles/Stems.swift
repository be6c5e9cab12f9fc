internal import EventGraph
internal import EventIngest

/// The words of a text that tell what it is about, without their endings and cut, so that "killed" and
/// "killing" or "Russia" and "Russian" meet: hashes, in order.
struct Stems: Sendable {
  struct Stem: Sendable {
    var hash: UInt32
    /// Where the word begins, in bytes.
    var start: UInt32
    /// Of a long word as a whole: "airstrikes"; 0 of a short one.
    var whole: UInt32 = 0
    /// Of the word before it and it as one: "air strikes"; 0 where they are short.
    var joined: UInt32 = 0
  }

  private(set) var all: [Stem] = []

  private static let stemLength = 6
  private static let compoundLength = 10
  private static let longestText = 1 << 15
  private static let common = Set(WordList.commonWords.map { hash(Array($0.utf8)[...], salt: 0) })

  init(_ text: Span<UInt8>) {
    var last: [UInt8] = []
    var word: [UInt8] = []
    var k = 0
    let end = min(text.count, Self.longestText)
    while k < end {
      let stop = Words.end(text, from: k)
      guard stop > k else {
        k += Words.scalar(text, at: k).length
        continue
      }
      swap(&last, &word)
      word.removeAll(keepingCapacity: true)
      Words.appendFolded(text.extracting(k..<stop), to: &word)
      let isCapitals = stop - k > 1 && text[k].isASCIIUpper && text[k + 1].isASCIIUpper
      let isNumber = word.first.map { $0 >= 48 && $0 <= 57 } ?? false
      // Short words are grammar; short capitals are names ("UN").
      if word.count >= 4 || isCapitals || isNumber,
        !Self.common.contains(Self.hash(word[...], salt: 0))
      {
        var stem = Stem(hash: Self.hash(Self.stem(word), salt: 1), start: UInt32(k))
        stem.whole = Self.compound(word)
        stem.joined = Self.compound(last + word)
        all.append(stem)
      }
      k = stop
    }
  }

  private static func stem(_ word: [UInt8]) -> ArraySlice<UInt8> {
    for ending in ["ing", "ed", "es", "s"] {
      let length = word.count - ending.utf8.count
      if length >= 4, word[length...].elementsEqual(ending.utf8) {
        return word[..<min(length, stemLength)]
      }
    }
    return word.prefix(stemLength)
  }

  private static func compound(_ word: [UInt8]) -> UInt32 {
    word.count > stemLength ? hash(word.prefix(compoundLength), salt: 2) : 0
  }

  private static func hash(_ word: ArraySlice<UInt8>, salt: UInt8) -> UInt32 {
    let hash = (Array(word) + [salt]).span.stableHash
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32) | 1
  }
}
