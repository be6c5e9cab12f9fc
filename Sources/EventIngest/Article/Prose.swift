internal import EventGraph

/// What a block looks like: a paragraph of a text, or the short words of menus and headings.
struct Prose: Sendable {
  private(set) var wordCount = 0
  /// Words that begin with a small letter.
  private(set) var lowerCount = 0
  private(set) var upperCount = 0
  /// Full stops, question and exclamation marks that end a word.
  private(set) var stopCount = 0
  private(set) var endsSentence = false
  private(set) var length = 0

  init(_ text: Span<UInt8>) {
    length = text.count
    var k = 0
    while k < text.count {
      while k < text.count, text[k] == 32 { k += 1 }
      let start = k
      while k < text.count, text[k] != 32 { k += 1 }
      guard k > start else { break }
      note(text, start..<k)
    }
  }

  private mutating func note(_ text: Span<UInt8>, _ word: Range<Int>) {
    var first = word.lowerBound
    while first < word.upperBound, !text[first].isASCIIAlphanumeric, text[first] < 0xC3 {
      first += 1
    }
    if first < word.upperBound {
      wordCount += 1
      if text[first].isASCIILower || text[first] >= 0xC3 {
        lowerCount += 1
      } else if text[first].isASCIIUpper {
        upperCount += 1
      }
    }
    let stop = Self.stop(text, word)
    if stop { stopCount += 1 }
    if word.upperBound == text.count { endsSentence = stop }
  }

  /// Whether a word ends in a mark that ends a sentence, quotation marks and brackets aside.
  private static func stop(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var k = word.upperBound
    while k > word.lowerBound {
      let byte = text[k - 1]
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case 34, 39, UInt8(ascii: ")"), UInt8(ascii: "]"): k -= 1
      // ” ’ » …
      case 0x9D, 0x99, 0xA6:
        guard k - word.lowerBound >= 3, text[k - 2] == 0x80, text[k - 3] == 0xE2 else {
          return false
        }
        if byte == 0xA6 { return true }
        k -= 3
      case 0xBB:
        guard k - word.lowerBound >= 2, text[k - 2] == 0xC2 else { return false }
        k -= 2
      default: return false
      }
    }
    return false
  }

  /// A paragraph: sentences, mostly of words with small letters.
  var isParagraph: Bool {
    guard endsSentence, wordCount >= 5 else { return wordCount >= 25 && lowerCount * 2 > wordCount }
    return lowerCount * 5 >= wordCount * 2
  }
}
