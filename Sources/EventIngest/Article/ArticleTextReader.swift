internal import EventGraph

/// Reads a news article as plain text: what stands on a page between its menus, without markup.
///
/// A pure function of one document. The parts are told apart by their structure: paragraphs are
/// sentences, a headline is the short block above them whose words come back in them, captions,
/// bylines and dates have forms of their own, and what is left is the site's furniture.
package struct ArticleTextReader: ~Escapable {
  let bytes: Span<UInt8>
  let file: String
  let isUTF8: Bool
  var reading: Reading

  @_lifetime(copy bytes)
  private init(_ bytes: Span<UInt8>, file: String, reading: consuming Reading) {
    self.bytes = bytes
    self.file = file
    self.reading = reading
    isUTF8 = UTF8Bytes.isValid(bytes)
  }

  /// Whether the bytes are a text with a paragraph of at least two sentences or two paragraphs, and
  /// neither markup nor records.
  package static func accepts(_ bytes: Span<UInt8>) -> Bool {
    let limit = min(bytes.count, 1 << 16)
    if bytes.firstIndex(of: 0, from: 0, to: min(limit, 4_096)) != nil { return false }
    var lines = LineCursor(bytes)
    var isFirst = true
    var (paragraphs, stops) = (0, 0)
    while let line = lines.next(), line.lowerBound < limit {
      let words = bytes.trimmed(line)
      guard !words.isEmpty else { continue }
      if isFirst {
        let byte = bytes[words.lowerBound]
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "<") { return false }
        isFirst = false
      }
      let prose = Prose(bytes.extracting(words))
      if prose.isParagraph {
        paragraphs += 1
        stops += prose.stopCount
        if paragraphs > 1 || stops > 1 { return true }
      }
    }
    return false
  }

  /// Reads a document into a cleared reading.
  package static func read(_ bytes: Span<UInt8>, file: String, into reading: inout Reading) {
    var cleared = Reading()
    swap(&cleared, &reading)
    var reader = ArticleTextReader(bytes, file: file, reading: cleared)
    reader.readDocument()
    reading = reader.reading
  }

  private mutating func readDocument() {
    let lines = LineIndex(bytes)
    var structure = ArticleStructure(blocks())
    structure.assignRoles()
    guard structure.hasParagraph else {
      reading.diagnostics.append(
        Diagnostic(
          .notAnArticle, file: file,
          "no paragraph of a text was found in it; an article has sentences, one paragraph a line or "
            + "empty lines between them"))
      return
    }
    reading.format = .articleText
    if !isUTF8 { noteNotUTF8(lines) }
    reading.diagnostics += Diagnostic.damagedLetters(
      DoubleDecoding.firsts(in: bytes), in: bytes, file: file, lines: lines)
    let draft = ArticleDraft(structure)
    draft.finish(&reading, in: bytes, lines: lines, file: file)
    if reading.article?.headline == nil {
      reading.diagnostics.append(
        Diagnostic(
          .missingTitle, file: file,
          "no line above the text could be told to be its headline; put it on a line of its own above "
            + "the first paragraph"))
    }
  }

  private mutating func noteNotUTF8(_ lines: LineIndex) {
    var k = 0
    while k < bytes.count {
      let length = UTF8Bytes.validLength(bytes, at: k, limit: bytes.count)
      if length == 0 { break }
      k += length
    }
    reading.diagnostics.append(
      Diagnostic(
        .notUTF8, file: file, line: lines.line(of: k),
        "byte \(bytes[min(k, bytes.count - 1)]) is not UTF-8; it and its like were read as Windows-1252"
      ))
  }

  // MARK: Blocks

  /// Lines that no empty line divides; a block where they are one wrapped paragraph, else a block
  /// each.
  private func blocks() -> [MappedBlock] {
    var blocks: [MappedBlock] = []
    var group: [Range<Int>] = []
    var lines = LineCursor(bytes)
    while let line = lines.next() {
      let words = bytes.trimmed(line)
      if words.isEmpty {
        add(group, to: &blocks)
        group.removeAll(keepingCapacity: true)
      } else {
        group.append(words)
      }
    }
    add(group, to: &blocks)
    return blocks
  }

  private func add(_ group: [Range<Int>], to blocks: inout [MappedBlock]) {
    guard let first = group.first, let last = group.last else { return }
    if isWrapped(group) {
      add(first.lowerBound..<last.upperBound, to: &blocks)
    } else {
      for line in group { add(line, to: &blocks) }
    }
  }

  private func add(_ range: Range<Int>, to blocks: inout [MappedBlock]) {
    let text = MappedText(cleaning: range, of: bytes, isUTF8: isUTF8)
    if !text.isEmpty { blocks.append(MappedBlock(text)) }
  }

  /// Whether lines were broken to a width: long ones, none very long, and not all end a sentence.
  private func isWrapped(_ group: [Range<Int>]) -> Bool {
    guard group.count > 1 else { return true }
    let inner = group.dropLast()
    guard inner.allSatisfy({ (40...130).contains($0.count) }) else { return false }
    return inner.contains { line in
      let last = bytes[line.upperBound - 1]
      return last != UInt8(ascii: ".") && last != 34 && last < 0x80
    }
  }
}

extension MappedText {
  /// The words of a range of a document: white space as single spaces, references decoded, bytes that
  /// are not UTF-8 read as Windows-1252.
  init(cleaning range: Range<Int>, of document: Span<UInt8>, isUTF8: Bool) {
    self.init()
    var k = range.lowerBound
    var from = k
    func isSpecial(_ byte: UInt8) -> Bool { byte <= 32 || byte == 38 || byte >= 0x7F }
    while k < range.upperBound {
      let byte = document[k]
      guard isSpecial(byte) else {
        k += 1
        continue
      }
      let (length, space) = Self.width(document, k, range.upperBound, isUTF8: isUTF8)
      if byte == 0xC3, length > 0,
        case .certain(let scalar, let damage) = DoubleDecoding.find(
          document, at: k, limit: range.upperBound)
      {
        append(verbatim: document.extracting(from..<k), at: from)
        append(String(scalar).utf8, for: k..<k + damage)
        k += damage
        from = k
        continue
      }
      if byte >= 0x80, length > 0, !space {
        k += length
        continue
      }
      append(verbatim: document.extracting(from..<k), at: from)
      if space || byte <= 32 || byte == 0x7F {
        let end = k + max(1, length)
        appendSpace(for: k..<end, isVerbatim: byte == 32)
        k = end
      } else if byte == 38 {
        if let entity = HTMLEntity.decode(document, at: k, limit: range.upperBound) {
          let source = k..<entity.end
          if entity.scalar.value <= 32 || entity.scalar.value == 0xA0 {
            appendSpace(for: source, isVerbatim: false)
          } else {
            append(String(entity.scalar).utf8, for: source)
          }
          k = entity.end
        } else {
          append(verbatim: document.extracting(k..<k + 1), at: k)
          k += 1
        }
      } else {
        append(String(UTF8Bytes.windows1252(byte)).utf8, for: k..<k + 1)
        k += 1
      }
      from = k
    }
    append(verbatim: document.extracting(from..<range.upperBound), at: from)
    trimEnd()
  }

  /// Length of the scalar at an offset, 0 where there is none, and whether it is a space.
  private static func width(
    _ bytes: Span<UInt8>, _ k: Int, _ limit: Int, isUTF8: Bool
  ) -> (length: Int, isSpace: Bool) {
    let byte = bytes[k]
    if byte < 0x80 { return (1, byte <= 32) }
    let length = UTF8Bytes.validLength(bytes, at: k, limit: limit)
    if length == 2, byte == 0xC2, bytes[k + 1] == 0xA0 { return (2, true) }
    if length == 3, byte == 0xE2, bytes[k + 1] == 0x80,
      bytes[k + 2] <= 0x8B || bytes[k + 2] == 0xAF || bytes[k + 2] & 0xFE == 0xA8
    {
      return (3, true)
    }
    return (length, false)
  }
}
