internal import EventGraph

/// A run of a page's text that a browser shows as one block.
struct HTMLBlock: Sendable {
  var text: MappedText
  var prose: Prose
  /// The element that makes it a block.
  var node: Int
  /// Bytes of its text that are links.
  var linkLength: Int

  /// From 0 to 1.
  var linkDensity: Double {
    text.isEmpty ? 0 : min(1, Double(linkLength) / Double(text.bytes.count))
  }
}

extension HTMLDocument.Tag {
  /// Whether an element's text stands apart from that around it.
  var isBlock: Bool {
    switch self {
    case .html, .body, .article, .main, .section, .div, .header, .footer, .nav, .aside, .form,
      .figure, .figcaption, .h1, .h2, .h3, .h4, .h5, .h6, .p, .hr, .ul, .ol, .li, .dl, .dt, .dd,
      .blockquote, .pre, .address, .table, .tbody, .thead, .tr, .td, .th, .caption, .details,
      .summary, .dialog:
      true
    default: false
    }
  }

  /// Whether an element shows none of its text, or text that is no part of the page's.
  var isSilent: Bool {
    switch self {
    case .head, .script, .style, .noscript, .template, .iframe, .svg, .button, .select, .option,
      .textarea, .object, .canvas, .video, .audio:
      true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}

extension HTMLDocument {
  func isHidden(_ node: Int) -> Bool {
    if nodes[node].attributes.isEmpty { return false }
    if value(.hidden, of: node) != nil || string(.ariaHidden, of: node) == "true" { return true }
    guard let style = string(.style, of: node) else { return false }
    let plain = style.lowercased().filter { $0 != " " }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }

  /// The page's visible text, block by block. Two line breaks divide blocks as paragraphs do.
  func blocks(in file: Span<UInt8>) -> [HTMLBlock] {
    var blocks: [HTMLBlock] = []
    var open: [(end: Int, node: Int)] = []
    var text = MappedText()
    var (linkEnd, linkLength, breaks) = (0, 0, 0)
    func flush() {
      text.trimEnd()
      if !text.isEmpty {
        blocks.append(
          HTMLBlock(
            text: text, prose: Prose(text.bytes.span), node: open.last?.node ?? 0,
            linkLength: linkLength))
      }
      text = MappedText()
      linkLength = 0
    }
    var k = 0
    while k < nodes.count {
      while let last = open.last, last.end <= k {
        flush()
        open.removeLast()
      }
      let node = nodes[k]
      if node.tag == .text {
        let before = text.bytes.count
        append(node, to: &text, file)
        if text.bytes.count > before { breaks = 0 }
        if k < linkEnd { linkLength += text.bytes.count - before }
      } else if node.tag.isSilent || isHidden(k) {
        if node.tag == .button || node.tag.isBlock { flush() }
        k = max(k + 1, Int(node.end))
        continue
      } else if node.tag == .br {
        breaks += 1
        text.appendSpace(for: node.source, isVerbatim: false)
        if breaks > 1 { flush() }
      } else if node.tag.isBlock {
        flush()
        open.append((Int(node.end), k))
      } else if node.tag == .a, value(.href, of: k) != nil {
        linkEnd = max(linkEnd, Int(node.end))
      }
      k += 1
    }
    while !open.isEmpty {
      flush()
      open.removeLast()
    }
    flush()
    return blocks
  }

  /// Appends a text with its white space made single spaces, each piece with its place in the file.
  func append(_ node: Node, to text: inout MappedText, _ file: Span<UInt8>) {
    let isVerbatim = node.source.count == node.text.count
    let words = self.text[node.text]
    if !isVerbatim {
      let place =
        source.fileOffset(node.source.lowerBound)..<source.fileOffset(node.source.upperBound)
      appendDecoded(words, for: place, to: &text)
      return
    }
    let shift = node.source.lowerBound - node.text.lowerBound
    var k = node.text.lowerBound
    var from = k
    func flush(_ end: Int) {
      guard from < end else { return }
      let start = source.fileOffset(from + shift)
      if source.isIdentical || self.text[from..<end].allSatisfy({ $0 < 0x80 }) {
        text.append(verbatim: file.extracting(start..<start + end - from), at: start)
      } else {
        text.append(self.text[from..<end], for: start..<source.fileOffset(end + shift))
      }
    }
    while k < node.text.upperBound {
      let byte = self.text[k]
      let isNoBreak =
        byte == 0xC2 && k + 1 < node.text.upperBound && self.text[k + 1] == 0xA0
      // Pieces of one kind, so that only letters beyond ASCII lose their exact place where the file
      // is of another encoding.
      let changesKind =
        !source.isIdentical && k > from && (byte < 0x80) != (self.text[k - 1] < 0x80)
      guard byte <= 32 || isNoBreak || changesKind else {
        k += 1
        continue
      }
      flush(k)
      if changesKind, byte > 32, !isNoBreak {
        from = k
        k += 1
        continue
      }
      let width = isNoBreak ? 2 : 1
      let place = source.fileOffset(k + shift)..<source.fileOffset(k + width + shift)
      text.appendSpace(for: place, isVerbatim: byte == 32)
      k += width
      from = k
    }
    flush(node.text.upperBound)
  }

  private func appendDecoded(
    _ words: ArraySlice<UInt8>, for place: Range<Int>, to text: inout MappedText
  ) {
    var piece: [UInt8] = []
    var k = words.startIndex
    while k < words.endIndex {
      let isNoBreak = words[k] == 0xC2 && k + 1 < words.endIndex && words[k + 1] == 0xA0
      if words[k] <= 32 || isNoBreak {
        text.append(piece, for: place)
        piece.removeAll()
        text.appendSpace(for: place, isVerbatim: false)
        k += isNoBreak ? 2 : 1
      } else {
        piece.append(words[k])
        k += 1
      }
    }
    text.append(piece, for: place)
  }
}
