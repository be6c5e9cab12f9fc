internal import EventGraph

/// The words of a text for comparing wordings: lower case, Latin letters without their marks, no
/// punctuation, no possessive "'s".
///
/// A word is a hash of its folded bytes whose lowest two bits are 0; two words of an archive that share
/// one by chance are not to be expected in billions.
struct WordSequence: Sendable {
  /// In the order of the text.
  var words: [UInt64] = []
  /// Whether the word begins with a capital and is not the text's first.
  var isCapital: [Bool] = []
  /// Whether the word is a number.
  var isNumber: [Bool] = []

  init() {}

  init(_ text: Span<UInt8>) { append(text) }

  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    isCapital.removeAll(keepingCapacity: true)
    isNumber.removeAll(keepingCapacity: true)
  }

  mutating func append(_ text: Span<UInt8>) {
    let first = words.count
    var folded: [UInt8] = []
    folded.reserveCapacity(32)
    var isUpper = false
    var isDigits = true
    var isPossessive = false
    var k = 0
    while k <= text.count {
      // Nearly all of it is ASCII.
      while k < text.count, text[k] < 0x80, text[k].isASCIIAlphanumeric {
        let byte = text[k]
        if byte.isASCIIUpper, folded.isEmpty { isUpper = true }
        if !byte.isASCIIDigit { isDigits = false }
        folded.append(byte.isASCIIUpper ? byte | 32 : byte)
        k += 1
      }
      let start = k
      let scalar = k < text.count ? text.scalar(at: &k) : nil
      if let scalar, let isUpperScalar = Self.fold(scalar, into: &folded, isFirst: folded.isEmpty) {
        if folded.isEmpty { continue }
        if isUpperScalar { isUpper = true }
        if !(text[start].isASCIIDigit) { isDigits = false }
        continue
      }
      if !folded.isEmpty {
        let isLoneS = folded.count == 1 && folded[0] == UInt8(ascii: "s")
        if !(isPossessive && isLoneS) {
          words.append(folded.span.stableHash & ~0b11)
          isCapital.append(isUpper && words.count - first > 1)
          isNumber.append(isDigits)
        }
        folded.removeAll(keepingCapacity: true)
      }
      isUpper = false
      isDigits = true
      isPossessive = scalar == "'" || scalar == "’"
      if k == text.count, scalar == nil { break }
    }
  }

  /// Appends a letter or digit in its folded form; nil where the scalar is neither. A combining mark
  /// leaves nothing. The answer is whether it is the capital that begins a word.
  private static func fold(
    _ scalar: Unicode.Scalar, into out: inout [UInt8], isFirst: Bool
  ) -> Bool? {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      guard byte.isASCIIAlphanumeric else { return nil }
      out.append(byte.isASCIIUpper ? byte | 32 : byte)
      return isFirst && byte.isASCIIUpper
    }
    if (0x300...0x36F).contains(scalar.value) { return false }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return nil }
    let start = out.count
    let isUpper = scalar.properties.isUppercase
    if ASCIIFolding.append(scalar, to: &out) == .none {
      out.append(contentsOf: String(scalar.properties.lowercaseMapping).utf8)
    } else {
      for place in start..<out.count where out[place].isASCIIUpper { out[place] |= 32 }
    }
    return isFirst && isUpper
  }
}
