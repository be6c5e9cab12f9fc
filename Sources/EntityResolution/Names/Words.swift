internal import EventGraph

/// Words of a text: maximal runs of letters, marks and digits, in the sense of Unicode's categories.
package enum Words {
  /// Whether each scalar of the basic plane belongs to a word, one bit each.
  private static let plane: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1024)
    for value in UInt32(0)...0xFFFF {
      if let scalar = Unicode.Scalar(value), belongsToWord(scalar) {
        bits[Int(value >> 6)] |= 1 << UInt64(value & 63)
      }
    }
    return bits
  }()

  private static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation:
      true
    default: false
    }
  }

  /// The scalar that begins at `k` and the bytes it takes; U+FFFD and 1 where the bytes are not UTF-8.
  @inline(__always)
  package static func scalar(_ text: Span<UInt8>, at k: Int) -> (value: UInt32, length: Int) {
    let first = text[k]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, k + length <= text.count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = text[k + offset]
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (value, length)
  }

  @inline(__always)
  package static func isWord(_ value: UInt32) -> Bool {
    if value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: value)
      return byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_")
    }
    if value <= 0xFFFF { return plane[Int(value >> 6)] >> UInt64(value & 63) & 1 == 1 }
    return Unicode.Scalar(value).map(belongsToWord) ?? false
  }

  /// Where the word that begins at `k` ends; `k` where none begins there.
  @inline(__always)
  package static func end(_ text: Span<UInt8>, from k: Int) -> Int {
    var k = k
    while k < text.count {
      let (value, length) = scalar(text, at: k)
      if !isWord(value) { break }
      k += length
    }
    return k
  }

  /// The byte ranges of all words.
  package static func ranges(_ text: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var k = 0
    while k < text.count {
      let stop = end(text, from: k)
      if stop > k {
        ranges.append(k..<stop)
        k = stop
      } else {
        k += scalar(text, at: k).length
      }
    }
    return ranges
  }

  /// Appends the word in lower case and without marks: what "Öcalan" and "ocalan" share. Letters that
  /// have no ASCII form stay as they are, in lower case.
  package static func appendFolded(_ word: Span<UInt8>, to out: inout [UInt8]) {
    var k = 0
    while k < word.count {
      let byte = word[k]
      if byte < 0x80 {
        out.append(byte.isASCIIUpper ? byte | 32 : byte)
        k += 1
        continue
      }
      let (value, length) = scalar(word, at: k)
      if let scalar = Unicode.Scalar(value),
        scalar.properties.generalCategory != .nonspacingMark
      {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          let start = out.count
          if ASCIIFolding.append(lower, to: &out) == .none {
            if ASCIIFolding.appendDecomposed(lower, to: &out) == .none {
              out.append(contentsOf: Array(String(lower).utf8))
            }
          } else if out.count > start, out[start].isASCIIUpper {
            for place in start..<out.count { out[place] |= 32 }
          }
        }
      }
      k += length
    }
  }
}

/// What the comparison of names needs of one name.
///
/// Forms are copied much more often than made, so a copy is one reference.
package struct NameForm: Sendable {
  /// Of the exact bytes.
  package let hash: UInt64
  private let parts: Parts

  private final class Parts: Sendable {
    let text: String
    let folded: UInt64
    let base: UInt64
    let baseLength: Int
    let words: [UInt64]
    let years: [Int]

    init(
      text: String, folded: UInt64, base: UInt64, baseLength: Int, words: [UInt64], years: [Int]
    ) {
      self.text = text
      self.folded = folded
      self.base = base
      self.baseLength = baseLength
      self.words = words
      self.years = years
    }
  }

  package var text: String { parts.text }
  /// Of the folded words, without a leading "the": equal for "The Pentagon" and "pentagon".
  var folded: UInt64 { parts.folded }
  /// The same of the name without what tells it from its namesakes: "Perth" of "Perth, Scotland",
  /// "Georgia" of "Georgia (country)".
  var base: UInt64 { parts.base }
  /// Bytes of the name before such an addition.
  var baseLength: Int { parts.baseLength }
  /// Hashes of the folded words that say something, in order.
  var words: [UInt64] { parts.words }
  /// Years that the name holds, 1800 … 2099.
  var years: [Int] { parts.years }

  package init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    let bytes = Array(text.utf8)
    hash = bytes.span.stableHash
    let baseLength = Self.baseLength(bytes)
    var all: [UInt8] = []
    var front: [UInt8] = []
    var words: [UInt64] = []
    var years: [Int] = []
    for (k, range) in Words.ranges(bytes.span).enumerated() {
      let start = all.count
      Words.appendFolded(bytes.span.extracting(range), to: &all)
      let word = all[start...]
      if k == 0, word.elementsEqual("the".utf8), range.upperBound < bytes.count {
        all.removeAll()
        continue
      }
      if !Self.isCommon(word) { words.append(Array(word).span.stableHash) }
      if word.count == 4, let year = Int(String(decoding: word, as: UTF8.self)),
        (1800...2099).contains(year)
      {
        years.append(year)
      }
      all.append(32)
      if range.upperBound <= baseLength { front = all }
    }
    parts = Parts(
      text: text, folded: all.span.stableHash, base: front.span.stableHash, baseLength: baseLength,
      words: words, years: years)
  }

  /// Entities are named as the portal's wiki names its pages: the first letter is upper-case.
  package static func canonical(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, !first.properties.isUppercase else { return name }
    return first.properties.uppercaseMapping + String(name.unicodeScalars.dropFirst())
  }

  private static func baseLength(_ bytes: [UInt8]) -> Int {
    var length = bytes.count
    if bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")), open > 1
    {
      length = open
      while length > 0, bytes[length - 1] == 32 { length -= 1 }
    }
    if let comma = bytes.firstIndex(of: UInt8(ascii: ",")), comma > 0, comma < length {
      length = comma
    }
    return length
  }

  /// Words that two names share without being alike.
  private static func isCommon(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 3 else { return false }
    return ["the", "of", "in", "and", "to", "a", "for", "at", "on", "by", "s", "de"].contains {
      word.elementsEqual($0.utf8)
    }
  }
}
