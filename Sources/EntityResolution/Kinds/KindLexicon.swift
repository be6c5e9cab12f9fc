internal import EventGraph

/// The word lists of `KindWords` and the names of states as tables.
struct KindLexicon: Sendable {
  /// One bit a kind, by lower-case word.
  let heads: WordTable
  let inBrackets: WordTable
  let first: WordTable
  /// Bits of `Small`, by lower-case word.
  let small: WordTable
  /// Bits of `Known`, by whole name.
  let known: WordTable

  enum Small {
    static let title: UInt32 = 1
    static let particle: UInt32 = 2
    static let headStop: UInt32 = 4
    static let small: UInt32 = 8
    static let month: UInt32 = 16
  }

  enum Known {
    static let state: UInt32 = 1
    static let subdivision: UInt32 = 2
    static let demonym: UInt32 = 4
  }

  static let shared = KindLexicon()

  private init() {
    func table(_ lists: [(EntityKind, String)]) -> WordTable {
      var table = WordTable(capacity: 2048)
      for (kind, words) in lists {
        for word in words.split(whereSeparator: \.isWhitespace) {
          table.add(word, 1 << UInt32(kind.rawValue))
        }
      }
      return table
    }
    heads = table(KindWords.heads)
    inBrackets = table(KindWords.inBrackets)
    first = table(KindWords.first)
    var small = WordTable(capacity: 256)
    for (words, bit) in [
      (KindWords.titles, Small.title), (KindWords.particles, Small.particle),
      (KindWords.headStops, Small.headStop), (KindWords.smallWords, Small.small),
      (KindWords.months.lowercased(), Small.month),
    ] {
      for word in words.split(whereSeparator: \.isWhitespace) { small.add(word, bit) }
    }
    self.small = small
    var known = WordTable(capacity: 4096)
    for (names, bit) in [
      (StateNames.states, Known.state), (SubdivisionNames.names, Known.subdivision),
      (StateNames.demonyms, Known.demonym),
    ] {
      for name in names.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
        let trimmed = name.drop { $0 == " " }
        if !trimmed.isEmpty { known.add(trimmed, bit) }
      }
    }
    self.known = known
  }

  func isState(_ name: Span<UInt8>) -> Bool { known[name] & Known.state != 0 }
  func isPlaceName(_ name: Span<UInt8>) -> Bool {
    known[name] & (Known.state | Known.subdivision) != 0
  }
  func isDemonym(_ label: Span<UInt8>) -> Bool { known[label] & Known.demonym != 0 }
}

extension Span<UInt8> {
  /// The stable hash of the bytes with ASCII letters in lower case; of at most the first 64 bytes.
  func lowerCaseHash() -> UInt64 {
    var buffer: InlineArray<64, UInt8> = .init(repeating: 0)
    let length = Swift.min(count, 64)
    for k in 0..<length { buffer[k] = self[k].isASCIIUpper ? self[k] | 32 : self[k] }
    return buffer.span.extracting(0..<length).stableHash
  }

  func hasSuffix(_ suffix: String) -> Bool {
    let bytes = suffix.utf8
    guard bytes.count <= count else { return false }
    var k = count - bytes.count
    for byte in bytes {
      if self[k] != byte { return false }
      k += 1
    }
    return true
  }
}
