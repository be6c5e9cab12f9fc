internal import EventGraph

/// Cuts a text into words: runs of letters and digits, folded to lower-case ASCII where a letter has
/// such a form. Letters of other scripts stay as they are.
struct WordScanner {
  /// A word's bytes; valid until the next is read.
  private(set) var word: [UInt8] = []
  /// Whether it is written with a capital letter.
  private(set) var isCapitalized = false
  /// Whether a sentence, a quotation or a clause begins with it, where a capital says nothing.
  private(set) var isInitial = true
  /// Where the word stands in the bytes.
  var range: Range<Int> { start..<position }
  private var start: Int
  private var position: Int
  private let end: Int

  init(_ range: Range<Int>) {
    position = range.lowerBound
    start = position
    end = range.upperBound
    word.reserveCapacity(32)
  }

  /// Reads the next word; false at the end.
  ///
  /// - Parameter bytes: The text that the range is of, valid UTF-8.
  mutating func next(in bytes: Span<UInt8>) -> Bool {
    // The text's first word, then the first after what ends a clause.
    var startsClause = word.isEmpty && isInitial
    word.removeAll(keepingCapacity: true)
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        if byte.isASCIIAlphanumeric {
          if word.isEmpty { begin(isUpper: byte.isASCIIUpper, startsClause) }
          word.append(byte.isASCIIUpper ? byte | 32 : byte)
        } else if !word.isEmpty {
          return true
        } else if Self.endsClause(byte) {
          startsClause = true
        }
        position += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let next = min(position + length, end)
      if Self.isPunctuation(bytes, position) {
        if !word.isEmpty { return true }
        startsClause = true
      } else {
        append(bytes, position..<next, startsClause)
      }
      position = next
    }
    return !word.isEmpty
  }

  private mutating func begin(isUpper: Bool, _ startsClause: Bool) {
    isCapitalized = isUpper
    isInitial = startsClause
    start = position
  }

  private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>, _ startsClause: Bool) {
    let isFirst = word.isEmpty
    let length = word.count
    var isUpper = false
    if range.count == 2 {
      let value =
        UInt32(bytes[range.lowerBound] & 0x1F) << 6
        | UInt32(bytes[range.lowerBound + 1] & 0x3F)
      if let scalar = Unicode.Scalar(value), ASCIIFolding.append(scalar, to: &word) != .none {
        isUpper = word[length].isASCIIUpper
        for k in length..<word.count where word[k].isASCIIUpper { word[k] |= 32 }
        if isFirst { begin(isUpper: isUpper, startsClause) }
        return
      }
    }
    for k in range { word.append(bytes[k]) }
    if isFirst { begin(isUpper: false, startsClause) }
  }

  private static func endsClause(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "("):
      true
    default: false
    }
  }

  /// Latin-1 signs (U+0080 … U+00BF) and general punctuation (U+2000 … U+207F).
  private static func isPunctuation(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    let byte = bytes[position]
    if byte == 0xC2 { return true }
    return byte == 0xE2 && position + 1 < bytes.count && bytes[position + 1] <= 0x81
  }
}
