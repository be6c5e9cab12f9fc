internal import EventGraph

extension CurrentEventsReader {
  /// Length of `http://`, `https://`, `ftp://` or `//`, 0 where none stands at the offset.
  func addressLength(_ start: Int, _ limit: Int) -> Int {
    guard start < limit else { return 0 }
    for scheme: StaticString in ["http://", "https://", "//", "ftp://"]
    where bytes.hasPrefix(scheme, in: start..<limit) {
      return scheme.utf8CodeUnitCount
    }
    return 0
  }

  /// `[address (Publisher)]`; where the bracket is not closed, the address and the name in
  /// parentheses behind it.
  mutating func readAddressLink(_ range: Range<Int>, plain: Range<Int>) -> Int? {
    let start = range.lowerBound + 1
    let scheme = addressLength(start, range.upperBound)
    guard scheme > 0 else { return nil }
    var k = start
    while k < range.upperBound, !bytes[k].isASCIISpace, bytes[k] != UInt8(ascii: "]"),
      bytes[k] != UInt8(ascii: "["), bytes[k] != UInt8(ascii: "<")
    {
      k += 1
    }
    guard k > start + scheme else { return nil }
    let url = start..<k
    let (label, end) = self.label(from: k, limit: range.upperBound)
    emit(plain)
    cite(url, publisher: bytes.trimmed(label), inBrackets: true)
    return end
  }

  /// The label of an address from behind it, and where the link ends.
  private func label(from start: Int, limit: Int) -> (label: Range<Int>, end: Int) {
    let bound = min(limit, start + Self.searchLimit / 2)
    var k = start
    var open = 0
    while k < bound {
      if bytes.hasPrefix("[[", at: k) {
        open += 1
        k += 2
      } else if bytes.hasPrefix("]]", at: k), open > 0 {
        open -= 1
        k += 2
      } else if bytes[k] == UInt8(ascii: "]") {
        return (start..<k, k + 1)
      } else if bytes[k] == UInt8(ascii: "["), addressLength(k + 1, bound) > 0 {
        break
      } else {
        k += 1
      }
    }
    // Not closed: a name in parentheses that follows at once still belongs to it.
    let words = bytes.trimmed(start..<k)
    if !words.isEmpty, bytes[words.lowerBound] == UInt8(ascii: "("),
      let close = bytes.firstIndex(
        of: UInt8(ascii: ")"), from: words.lowerBound, to: words.upperBound)
    {
      return (words.lowerBound..<close + 1, close + 1)
    }
    return (start..<start, start)
  }

  /// An address that stands in the sentence as it is.
  mutating func readBareAddress(_ range: Range<Int>, plain: Range<Int>) -> Int? {
    let start = range.lowerBound
    guard bytes.hasPrefix("http", in: range) else { return nil }
    let scheme = addressLength(start, range.upperBound)
    guard scheme > 0, plain.isEmpty || !bytes[start - 1].isASCIIAlphanumeric else { return nil }
    var end = start
    var hasParenthesis = false
    while end < range.upperBound, !isAddressEnd(bytes[end]) {
      if bytes[end] == UInt8(ascii: "(") { hasParenthesis = true }
      end += 1
    }
    while end > start + scheme, isPunctuation(bytes[end - 1], hasParenthesis: hasParenthesis) {
      end -= 1
    }
    guard end > start + scheme else { return nil }
    emit(plain)
    cite(start..<end, publisher: end..<end, inBrackets: true)
    return end
  }

  private func isAddressEnd(_ byte: UInt8) -> Bool {
    byte.isASCIISpace || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
  }

  /// Marks that end a sentence and not an address.
  private func isPunctuation(_ byte: UInt8, hasParenthesis: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "\""):
      true
    case UInt8(ascii: ")"): !hasParenthesis
    default: false
    }
  }

  /// Notes a cited item. A name without parentheses may be words of the sentence, so it is kept
  /// until the sentence's end is known.
  mutating func cite(_ url: Range<Int>, publisher: Range<Int>, inBrackets: Bool) {
    let citation = Sentence.Citation(url: url, publisher: publisher)
    switch mode {
    case .reference: sentence.references.append(citation)
    case .label: readWords(publisher)
    case .sentence:
      let start = reading.derived.count
      var last = start
      while last > sentence.start, reading.derived[last - 1] == 32 { last -= 1 }
      let isInParentheses =
        last > sentence.start && reading.derived[last - 1] == UInt8(ascii: "(")
      let opens = !publisher.isEmpty && bytes[publisher.lowerBound] == UInt8(ascii: "(")
      if inBrackets, !isInParentheses, !opens, !publisher.isEmpty {
        mode = .label
        readWords(publisher)
        mode = .sentence
      }
      sentence.citations.append(citation)
      sentence.tokens.append(
        Sentence.Token(words: start..<reading.derived.count, isCitation: true))
    }
  }

  // MARK: References

  func isReference(_ start: Int) -> Bool {
    guard bytes.hasPrefix("<ref", at: start), start + 4 < bytes.count else { return false }
    let next = bytes[start + 4]
    return next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next.isASCIISpace
  }

  /// Behind `<ref …/>` or `</ref>`; nil where the bytes at `start` are no closed reference.
  func referenceEnd(_ start: Int, limit: Int) -> Int? {
    guard isReference(start),
      let open = bytes.firstIndex(
        of: UInt8(ascii: ">"), from: start, to: min(limit, start + 512))
    else { return nil }
    if bytes[open - 1] == UInt8(ascii: "/") { return open + 1 }
    return end(of: "</ref>", from: open + 1, limit: limit)
  }

  /// The items that a reference cites.
  mutating func readReference(_ range: Range<Int>) -> Int {
    let start = range.lowerBound
    let limit = min(range.upperBound, start + 512)
    guard let open = bytes.firstIndex(of: UInt8(ascii: ">"), from: start, to: limit) else {
      return range.upperBound
    }
    if bytes[open - 1] == UInt8(ascii: "/") { return open + 1 }
    let close = end(of: "</ref>", from: open + 1, limit: range.upperBound)
    let outer = mode
    mode = .reference
    readWords(open + 1..<(close.map { $0 - 6 } ?? range.upperBound))
    mode = outer
    return close ?? range.upperBound
  }
}
