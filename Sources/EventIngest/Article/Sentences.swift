internal import EventGraph

/// Where sentences of a cleaned text begin and end.
package enum Sentences {
  /// Ranges that cover the text, each without the space before the next.
  package static func ranges(_ text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var k = 0
    while k < text.count {
      let byte = text[k]
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      else {
        k += 1
        continue
      }
      let end = behindClosers(text, k + 1)
      if end < text.count, text[end] == 32, begins(text, end + 1), !isAbbreviation(text, k) {
        ranges.append(start..<end)
        start = end + 1
      }
      k = max(end, k + 1)
    }
    if start < text.count { ranges.append(start..<text.count) }
    return ranges
  }

  /// Behind quotation marks and brackets that close with the sentence.
  private static func behindClosers(_ text: [UInt8], _ start: Int) -> Int {
    var k = start
    while k < text.count {
      if text[k] == 34 || text[k] == 39 || text[k] == UInt8(ascii: ")") {
        k += 1
      } else if k + 2 < text.count, text[k] == 0xE2, text[k + 1] == 0x80,
        text[k + 2] == 0x9D || text[k + 2] == 0x99
      {
        k += 3
      } else {
        break
      }
    }
    return k
  }

  private static func begins(_ text: [UInt8], _ k: Int) -> Bool {
    guard k < text.count else { return false }
    let byte = text[k]
    return byte.isASCIIUpper || byte.isASCIIDigit || byte == 34 || byte == 39 || byte >= 0xC2
  }

  /// Whether the stop at an offset belongs to "Mr.", "U.S.", "J." and the like.
  private static func isAbbreviation(_ text: [UInt8], _ k: Int) -> Bool {
    guard text[k] == UInt8(ascii: "."), k > 0 else { return false }
    var start = k
    while start > 0, text[start - 1].isASCIIAlphanumeric || text[start - 1] == UInt8(ascii: ".") {
      start -= 1
    }
    let word = String(decoding: text[start..<k], as: UTF8.self)
    if word.utf8.count == 1 { return text[start].isASCIIUpper }
    if word.contains(".") {
      // "… in the U.S. The group …": a word that mostly begins a sentence decides.
      let next = text[min(k + 2, text.count)...].prefix { $0.isASCIILetter }
      return !starters.contains(String(decoding: next, as: UTF8.self))
    }
    return WordList.abbreviations.contains(word.lowercased())
  }

  private static let starters: Set<String> = [
    "The", "It", "He", "She", "They", "But", "In", "On", "And", "A", "An", "This", "That", "At",
  ]
}
