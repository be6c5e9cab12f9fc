internal import EventGraph

extension CurrentEventsReader {
  /// Reads marked-up words of one sentence on.
  ///
  /// Each piece of markup is read by a function that emits the plain words before it first and
  /// gives its end; nil, and nothing done, where the bytes are no markup after all.
  mutating func readWords(_ range: Range<Int>) {
    sentence.level += 1
    defer { sentence.level -= 1 }
    guard sentence.level <= Sentence.maximumLevel else { return emit(range) }
    if markup == .html { return emitOutsideTags(range) }
    var k = range.lowerBound
    var plain = k
    while k < range.upperBound {
      let byte = bytes[k]
      let end: Int?
      switch byte {
      case UInt8(ascii: "["): end = readBracket(k..<range.upperBound, plain: plain..<k)
      case UInt8(ascii: "<"): end = readTag(k..<range.upperBound, plain: plain..<k)
      case UInt8(ascii: "{"): end = readBraces(k..<range.upperBound, plain: plain..<k)
      case UInt8(ascii: "'"): end = readQuotes(k..<range.upperBound, plain: plain..<k)
      case UInt8(ascii: "h"): end = readBareAddress(k..<range.upperBound, plain: plain..<k)
      default: end = nil
      }
      if let end {
        k = end
        plain = end
      } else {
        k += 1
      }
    }
    if plain < range.upperBound { emit(plain..<range.upperBound) }
  }

  // MARK: Words

  /// Appends words as the page shows them: white space runs as one space, entities decoded, bytes
  /// that are not UTF-8 read as Windows-1252.
  mutating func emit(_ range: Range<Int>) {
    if mode == .reference { return }
    var k = range.lowerBound
    var from = k
    while k < range.upperBound {
      let byte = bytes[k]
      if byte > 32, byte < 0x80, byte != UInt8(ascii: "&") {
        k += 1
        continue
      }
      if byte < 0x80 {
        reading.derived.append(span: bytes.extracting(from..<k))
        if byte == UInt8(ascii: "&"),
          let entity = HTMLEntity.decode(bytes, at: k, limit: range.upperBound)
        {
          emit(entity.scalar)
          k = entity.end
        } else if byte == UInt8(ascii: "&") {
          reading.derived.append(byte)
          k += 1
        } else {
          emitSpace()
          k += 1
        }
        from = k
        continue
      }
      let length = isUTF8 ? 1 : UTF8Bytes.validLength(bytes, at: k, limit: range.upperBound)
      let space = spaceLength(k, range.upperBound)
      if length == 0 || space > 0 {
        reading.derived.append(span: bytes.extracting(from..<k))
        if space > 0 { emitSpace() } else { emit(UTF8Bytes.windows1252(byte)) }
        k += max(1, space)
        from = k
      } else {
        k += length
      }
    }
    reading.derived.append(span: bytes.extracting(from..<range.upperBound))
  }

  mutating func emit(_ scalar: Unicode.Scalar) {
    if mode == .reference { return }
    if scalar == "\u{A0}" || scalar.value <= 32 || (0x2000...0x200A).contains(scalar.value) {
      return emitSpace()
    }
    reading.derived.append(contentsOf: String(scalar).utf8)
  }

  /// A space, unless one stands there already or nothing does.
  mutating func emitSpace() {
    if mode == .reference { return }
    if reading.derived.count > sentence.start, reading.derived.last != 32 {
      reading.derived.append(32)
    }
  }

  /// Length of the no-break or typographic space at an offset, 0 where there is none.
  private func spaceLength(_ k: Int, _ limit: Int) -> Int {
    if k + 2 <= limit, bytes[k] == 0xC2, bytes[k + 1] == 0xA0 { return 2 }
    guard k + 3 <= limit else { return 0 }
    if bytes[k] == 0xE2, bytes[k + 1] == 0x80 {
      return bytes[k + 2] <= 0x8A || bytes[k + 2] == 0xAF ? 3 : 0
    }
    return bytes[k] == 0xE3 && bytes[k + 1] == 0x80 && bytes[k + 2] == 0x80 ? 3 : 0
  }

  // MARK: Links between pages

  /// `[[…]]` or `[address label]`.
  mutating func readBracket(_ range: Range<Int>, plain: Range<Int>) -> Int? {
    let start = range.lowerBound
    guard bytes.hasPrefix("[[", in: range) else { return readAddressLink(range, plain: plain) }
    // "[[http://…" is a slip of the hand for "[http://…".
    if addressLength(start + 2, range.upperBound) > 0 {
      guard let end = readAddressLink(start + 1..<range.upperBound, plain: plain) else {
        return nil
      }
      return end < range.upperBound && bytes[end] == UInt8(ascii: "]") ? end + 1 : end
    }
    guard let close = linkEnd(start, limit: range.upperBound) else { return nil }
    emit(plain)
    var end = close
    while end < range.upperBound, bytes[end].isASCIILower { end += 1 }
    readLink(start + 2..<close - 2, trail: close..<end)
    return end
  }

  /// Behind the `]]` that closes the link at `start`; links inside it are stepped over.
  private mutating func linkEnd(_ start: Int, limit: Int) -> Int? {
    nestedEnd(start, limit: limit, open: "[[", close: "]]")
  }

  /// Behind the mark that closes the one at `start`, pairs inside stepped over; nil where none does.
  mutating func nestedEnd(
    _ start: Int, limit: Int, open: StaticString, close: StaticString
  ) -> Int? {
    let limit = min(limit, start + Self.searchLimit / 2)
    guard hasClosing(close.utf8Start.pointee, start, limit: limit) else { return nil }
    var depth = 0
    var k = start
    while k + 1 < limit {
      if bytes.hasPrefix(open, at: k) {
        depth += 1
        k += 2
      } else if bytes.hasPrefix(close, at: k) {
        depth -= 1
        k += 2
        if depth == 0 { return k }
      } else {
        k += 1
      }
    }
    return nil
  }

  private mutating func readLink(_ inner: Range<Int>, trail: Range<Int>) {
    // A bar of a template inside the label divides nothing; of several bars, the last does.
    var (target, label) = (inner, inner)
    var braces = 0
    var bars = 0
    for k in inner {
      switch bytes[k] {
      case UInt8(ascii: "{"): braces += 1
      case UInt8(ascii: "}"): braces -= 1
      case UInt8(ascii: "|") where braces <= 0:
        if bars == 0 { target = inner.lowerBound..<k }
        label = k + 1..<inner.upperBound
        bars += 1
      default: break
      }
    }
    target = bytes.trimmed(target)
    label = bytes.trimmed(label)
    let space = WikiNamespace(bytes, target)
    if space == .hidden { return }
    if space == .sisterProject {
      // "(Wikinews)" stands among the cited items, and is no word of the sentence.
      if !bytes.isWikinews(label) { emit(label) }
      return emit(trail)
    }
    if label.isEmpty { label = WikiTarget.pipeTrick(bytes, target) }
    if label == target, let first = first(label, is: UInt8(ascii: ":")) { label = first }
    let page =
      space == .page ? WikiTarget.page(bytes, target) : target.lowerBound..<target.lowerBound
    let start = reading.derived.count
    readLabel(label)
    // A label that shows nothing, say a picture's template.
    if reading.derived.count == start { readLabel(page) }
    let end = reading.derived.count
    emit(trail)
    guard mode == .sentence, end > start, !page.isEmpty else { return }
    sentence.links.append(
      Sentence.Link(
        label: start..<end, surfaceEnd: reading.derived.count, labelSource: label, target: page))
    sentence.tokens.append(
      Sentence.Token(words: start..<reading.derived.count, isCitation: false))
  }

  private func first(_ range: Range<Int>, is byte: UInt8) -> Range<Int>? {
    guard !range.isEmpty, bytes[range.lowerBound] == byte else { return nil }
    return bytes.trimmed(range.lowerBound + 1..<range.upperBound)
  }

  /// The words of a label, without the links that they may hold themselves; "_" is a space.
  private mutating func readLabel(_ label: Range<Int>) {
    let start = reading.derived.count
    let outer = mode
    if mode == .sentence { mode = .label }
    readWords(label)
    mode = outer
    for k in start..<reading.derived.count where reading.derived[k] == UInt8(ascii: "_") {
      reading.derived[k] = 32
    }
    while reading.derived.count > start, reading.derived.last == 32 { reading.derived.removeLast() }
  }

  // MARK: Quotes and tags

  /// Two or more apostrophes set words in italics or bold.
  mutating func readQuotes(_ range: Range<Int>, plain: Range<Int>) -> Int? {
    guard bytes.hasPrefix("''", in: range) else { return nil }
    emit(plain)
    var k = range.lowerBound
    while k < range.upperBound, bytes[k] == UInt8(ascii: "'") { k += 1 }
    return k
  }

  /// A comment, a `<ref>`, `<nowiki>` or another tag.
  mutating func readTag(_ range: Range<Int>, plain: Range<Int>) -> Int? {
    let start = range.lowerBound
    if bytes.hasPrefix("<!--", in: range) {
      emit(plain)
      return min(commentEnd(start) ?? range.upperBound, range.upperBound)
    }
    if isReference(start) {
      emit(plain)
      return readReference(range)
    }
    if bytes.hasPrefix("<nowiki>", in: range) {
      emit(plain)
      let end = self.end(of: "</nowiki>", from: start + 8, limit: range.upperBound)
      emit(start + 8..<(end.map { $0 - 9 } ?? range.upperBound))
      return end ?? range.upperBound
    }
    var k = start + 1
    if k < range.upperBound, bytes[k] == UInt8(ascii: "/") { k += 1 }
    guard k < range.upperBound, bytes[k].isASCIILetter else { return nil }
    let isBreak = bytes[k] | 32 == UInt8(ascii: "b") && bytes.hasPrefix("r", at: k + 1)
    let limit = min(range.upperBound, start + 512)
    while k < limit, bytes[k] != UInt8(ascii: ">"), bytes[k] != UInt8(ascii: "<") { k += 1 }
    guard k < limit, bytes[k] == UInt8(ascii: ">") else { return nil }
    emit(plain)
    if isBreak { emitSpace() }
    return k + 1
  }

  /// Behind the first place of some words.
  func end(of words: StaticString, from: Int, limit: Int) -> Int? {
    let limit = min(limit, from + Self.searchLimit)
    let first = words.utf8Start.pointee
    var k = from
    while k < limit, let found = bytes.firstIndex(of: first, from: k, to: limit) {
      if found + words.utf8CodeUnitCount <= limit, bytes.hasPrefix(words, at: found) {
        return found + words.utf8CodeUnitCount
      }
      k = found + 1
    }
    return nil
  }
}
