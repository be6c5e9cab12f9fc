internal import EventGraph

extension CurrentEventsReader {
  /// Reads what stands behind a bullet, and keeps it where words or cited items are in it.
  mutating func readItem(
    _ range: Range<Int>, depth: Int, line: Int, category: CategoryFact?
  ) {
    var words = bytes.trimmed(range)
    // "*;Label": the semicolon sets it in bold.
    if !words.isEmpty, bytes[words.lowerBound] == UInt8(ascii: ";") {
      words = bytes.trimmed(words.lowerBound + 1..<words.upperBound)
    }
    guard !words.isEmpty else { return }
    guard words.count <= Reading.maximumTextLength else {
      reading.diagnostics.append(
        Diagnostic(
          .textTooLong, file: file, line: line, column: 1,
          "a line of \(words.count) bytes, at most \(Reading.maximumTextLength) are read; check the "
            + "file for damage"))
      return
    }
    sentence.begin(at: reading.derived.count, line: line, firstByte: words.lowerBound)
    mode = .sentence
    readWords(words)
    finishItem(words, depth: depth, line: line, category: category)
  }

  /// Keeps the sentence that was read, where words or cited items are in it.
  mutating func finishItem(
    _ words: Range<Int>, depth: Int, line: Int, category: CategoryFact?
  ) {
    removeTrailingNames()
    if !(sentence.citations.isEmpty && sentence.references.isEmpty) { removeTrailingMarks() }
    while reading.derived.count > sentence.start, reading.derived.last == 32 {
      reading.derived.removeLast()
    }
    let text = sentence.start..<reading.derived.count
    let links = addLinks(text)
    let sources = addSources()
    if text.isEmpty, sources.isEmpty { return }
    followsItem = true
    items.append(
      Item(
        depth: depth,
        span: SourceSpan(start: words.lowerBound, length: words.count, line: line), text: text,
        links: links, sources: sources, category: category))
  }

  /// 1-based line of a byte of the item that is being read.
  private func line(of offset: Int) -> Int {
    var line = sentence.line
    var k = sentence.firstByte
    while k < offset, let end = bytes.firstIndex(of: 10, from: k, to: offset) {
      line += 1
      k = end + 1
    }
    return line
  }

  // MARK: The end of a sentence

  /// The names of cited items that end a sentence are no words of it; those within it are.
  private mutating func removeTrailingNames() {
    var end = reading.derived.count
    for token in sentence.tokens.reversed() {
      guard token.isCitation, onlySeparates(token.words.upperBound..<end) else { return }
      var words = token.words
      end = words.lowerBound
      guard !words.isEmpty else { continue }
      // One space is enough where the name stood between two.
      if words.upperBound < reading.derived.count, reading.derived[words.upperBound] == 32,
        words.lowerBound == sentence.start || reading.derived[words.lowerBound - 1] == 32
      {
        words = words.lowerBound..<words.upperBound + 1
      }
      reading.derived.removeSubrange(words)
    }
  }

  /// Whether nothing but marks stands in a range of the words, and at most one "and".
  private func onlySeparates(_ range: Range<Int>) -> Bool {
    var k = range.lowerBound
    var hasAnd = false
    while k < range.upperBound {
      switch reading.derived[k] {
      case 32, UInt8(ascii: "("), UInt8(ascii: ")"): k += 1
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "-"):
        if hasAnd { return false }
        k += 1
      case 0xE2 where !hasAnd && isDash(k, range.upperBound): k += 3
      case UInt8(ascii: "a")
      where !hasAnd && reading.derived.span.hasPrefix("and", at: k)
        && k + 3 <= range.upperBound:
        hasAnd = true
        k += 3
      default: return false
      }
    }
    return true
  }

  private func isDash(_ k: Int, _ limit: Int) -> Bool {
    k + 3 <= limit && reading.derived[k + 1] == 0x80 && reading.derived[k + 2] == 0x93
  }

  /// Removes what is left at the end of "…. (, )" or "…, and" when the cited items are gone.
  private mutating func removeTrailingMarks() {
    let start = sentence.start
    var hasStop = false
    while true {
      var end = reading.derived.count
      while end > start, reading.derived[end - 1] == 32 { end -= 1 }
      guard end > start else { break }
      let last = reading.derived[end - 1]
      if last == UInt8(ascii: ",") || last == UInt8(ascii: ";") || last == UInt8(ascii: "|")
        || last == UInt8(ascii: "-")
      {
        reading.derived.removeSubrange(end - 1..<reading.derived.count)
      } else if last == 0x93, end - 3 >= start, isDash(end - 3, end),
        reading.derived[end - 3] == 0xE2
      {
        reading.derived.removeSubrange(end - 3..<reading.derived.count)
      } else if last == UInt8(ascii: ")"), let open = emptyParentheses(end - 1) {
        reading.derived.removeSubrange(open..<reading.derived.count)
      } else if end - 4 >= start, reading.derived.span.hasPrefix(" and", at: end - 4) {
        reading.derived.removeSubrange(end - 4..<reading.derived.count)
      } else if last == UInt8(ascii: "."), end - 1 > start, isLoose(end - 1) {
        // "… , ." behind the last cited item: the stop is the sentence's, if it has none.
        hasStop = true
        reading.derived.removeSubrange(end - 1..<reading.derived.count)
      } else {
        break
      }
    }
    while reading.derived.count > start, reading.derived.last == 32 { reading.derived.removeLast() }
    if hasStop, reading.derived.count > start, let last = reading.derived.last,
      last.isASCIIAlphanumeric || last == UInt8(ascii: ")") || last >= 0x80
    {
      reading.derived.append(UInt8(ascii: "."))
    }
  }

  /// Whether a mark stands apart from the words before it.
  private func isLoose(_ k: Int) -> Bool {
    let before = reading.derived[k - 1]
    return before == 32 || before == UInt8(ascii: ",") || before == UInt8(ascii: ";")
  }

  /// Where parentheses open that hold only marks and close at `close`.
  private func emptyParentheses(_ close: Int) -> Int? {
    var k = close
    while k > sentence.start {
      k -= 1
      switch reading.derived[k] {
      case 32, UInt8(ascii: ","), UInt8(ascii: ";"): continue
      case UInt8(ascii: "("): return k
      default: return nil
      }
    }
    return nil
  }

  // MARK: Facts

  private mutating func addLinks(_ text: Range<Int>) -> Range<Int> {
    let first = reading.links.count
    for link in sentence.links where link.surfaceEnd <= text.upperBound {
      let source = bytes.trimmed(link.labelSource)
      let span = SourceSpan(
        start: source.lowerBound, length: source.count, line: line(of: source.lowerBound))
      let isVerbatim = bytes.extracting(source).equals(
        reading.derived.span.extracting(link.label))
      reading.links.append(
        LinkFact(
          label: isVerbatim ? TextFact(span: span) : TextFact(span: span, derived: link.label),
          target: target(link),
          titleRange: link.label.lowerBound - text.lowerBound..<link.surfaceEnd - text.lowerBound))
    }
    return first..<reading.links.count
  }

  /// A page's name as the wiki writes it: "_" as a space, the first letter a capital.
  private mutating func target(_ link: Sentence.Link) -> TextFact {
    let source = link.target
    let span = SourceSpan(
      start: source.lowerBound, length: source.count, line: line(of: source.lowerBound))
    let start = reading.derived.count
    if let composed = link.composedTarget {
      appendValid(composed)
    } else {
      let outer = sentence.start
      sentence.start = start
      emit(source)
      sentence.start = outer
    }
    for k in start..<reading.derived.count where reading.derived[k] == UInt8(ascii: "_") {
      reading.derived[k] = 32
    }
    capitalise(start)
    if bytes.extracting(source).equals(
      reading.derived.span.extracting(start..<reading.derived.count))
    {
      reading.derived.removeSubrange(start...)
      return TextFact(span: span)
    }
    return TextFact(span: span, derived: start..<reading.derived.count)
  }

  private mutating func appendValid(_ composed: [UInt8]) {
    let text = String(decoding: composed, as: UTF8.self)
    reading.derived.append(contentsOf: text.utf8)
  }

  private mutating func capitalise(_ start: Int) {
    guard start < reading.derived.count else { return }
    let first = reading.derived[start]
    if first.isASCIILower {
      reading.derived[start] = first & ~32
    } else if first >= 0xC2 {
      let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard start + length <= reading.derived.count else { return }
      let letter = String(decoding: reading.derived[start..<start + length], as: UTF8.self)
      let capital = letter.uppercased()
      if capital != letter {
        reading.derived.replaceSubrange(start..<start + length, with: capital.utf8)
      }
    }
  }

  private mutating func addSources() -> Range<Int> {
    let first = reading.sources.count
    for citation in sentence.citations + sentence.references {
      let url = address(citation.url)
      let publisher =
        cleaned(citation.publisher, line: line(of: citation.publisher.lowerBound))
        ?? host(of: url, in: citation.url)
      reading.sources.append(SourceFact(publisher: publisher, url: url))
    }
    return first..<reading.sources.count
  }

  /// An address as written: never decoded.
  private mutating func address(_ range: Range<Int>) -> TextFact {
    let line = line(of: range.lowerBound)
    // HTML writes "&amp;" in addresses.
    if markup == .html { return reading.text(range, line: line, in: bytes, isUTF8: isUTF8) }
    if isUTF8 || UTF8Bytes.isValid(bytes.extracting(range)) {
      return TextFact(
        span: SourceSpan(start: range.lowerBound, length: range.count, line: line))
    }
    return reading.text(range, line: line, in: bytes, isUTF8: false)
  }

  private mutating func host(of url: TextFact, in range: Range<Int>) -> TextFact {
    let address = reading.string(of: url, in: bytes)
    let parts = address.split(separator: "/", omittingEmptySubsequences: true)
    var host = parts.first(where: { !$0.hasSuffix(":") }) ?? address[...]
    if let query = host.firstIndex(where: { $0 == "?" || $0 == "#" }) { host = host[..<query] }
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    return reading.derivedText(String(host), from: url.span)
  }

  /// Marked-up words as plain ones, without the parentheses around all of them; nil for none.
  mutating func cleaned(_ range: Range<Int>, line: Int) -> TextFact? {
    let words = bytes.trimmed(range)
    guard !words.isEmpty, words.count <= Reading.maximumTextLength else { return nil }
    let (outerMode, outer) = (mode, sentence.start)
    let start = reading.derived.count
    mode = .label
    sentence.start = start
    readWords(words)
    (mode, sentence.start) = (outerMode, outer)
    let inner = withoutParentheses(start..<reading.derived.count)
    guard !inner.isEmpty else {
      reading.derived.removeSubrange(start...)
      return nil
    }
    let isWhole = bytes.extracting(words).equals(
      reading.derived.span.extracting(start..<reading.derived.count))
    if isWhole {
      reading.derived.removeSubrange(start...)
      return TextFact(
        span: SourceSpan(
          start: words.lowerBound + inner.lowerBound - start, length: inner.count, line: line))
    }
    return TextFact(
      span: SourceSpan(start: words.lowerBound, length: words.count, line: line), derived: inner)
  }

  /// A name without white space and brackets at its ends. A bracket that closes within the name
  /// stays: "AP via CBC (Canada)".
  private func withoutParentheses(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    let text = reading.derived.span
    while low < high {
      let (first, last) = (text[low], text[high - 1])
      if first == 32 || first == UInt8(ascii: ")") || first == UInt8(ascii: "]")
        || first == UInt8(ascii: "|")
      {
        low += 1
      } else if last == 32 || last == UInt8(ascii: "(") || last == UInt8(ascii: "[") {
        high -= 1
      } else if (last == UInt8(ascii: ")") || last == UInt8(ascii: "]")) && !isOpened(low, high) {
        high -= 1
      } else if first == UInt8(ascii: "(") || first == UInt8(ascii: "[") {
        guard let close = closing(low, high) else {
          low += 1
          continue
        }
        guard close == high - 1 else { break }
        (low, high) = (low + 1, high - 1)
      } else {
        break
      }
    }
    return low..<high
  }

  private func closing(_ low: Int, _ high: Int) -> Int? {
    var open = 0
    for k in low..<high {
      switch reading.derived[k] {
      case UInt8(ascii: "("), UInt8(ascii: "["): open += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        open -= 1
        if open == 0 { return k }
      default: break
      }
    }
    return nil
  }

  /// Whether the bracket that ends the range is opened in it.
  private func isOpened(_ low: Int, _ high: Int) -> Bool {
    var open = 0
    var k = high
    while k > low {
      k -= 1
      switch reading.derived[k] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"): open += 1
      case UInt8(ascii: "("), UInt8(ascii: "["):
        open -= 1
        if open == 0 { return true }
      default: break
      }
    }
    return false
  }
}
