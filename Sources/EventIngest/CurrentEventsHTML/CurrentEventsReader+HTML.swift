internal import EventGraph

extension CurrentEventsReader {
  /// Reads the nodes of one sentence, in their order.
  mutating func readNodes(_ page: HTMLDocument, _ nodes: [Int]) {
    var behind = 0
    for k in nodes where k >= behind {
      let node = page.nodes[k]
      switch node.tag {
      case .text: emit(fileRange(k, page))
      case .br: emitSpace()
      case .a:
        behind = max(k + 1, Int(node.end))
        readAnchor(page, k)
      case .sup where page.hasClass("reference", k):
        behind = max(k + 1, Int(node.end))
        readReference(page, k)
      default: break
      }
    }
  }

  /// What stands outside of tags in a range of the file.
  mutating func emitOutsideTags(_ range: Range<Int>) {
    var k = range.lowerBound
    while k < range.upperBound {
      let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: k, to: range.upperBound)
      emit(k..<(open ?? range.upperBound))
      guard let open else { return }
      let close = bytes.firstIndex(of: UInt8(ascii: ">"), from: open, to: range.upperBound)
      k = close.map { $0 + 1 } ?? range.upperBound
    }
  }

  // MARK: Anchors

  /// The file's bytes between an element's tags.
  private func inner(_ page: HTMLDocument, _ k: Int) -> Range<Int> {
    let texts = (k + 1)..<max(k + 1, Int(page.nodes[k].end))
    guard let first = texts.first(where: { page.nodes[$0].tag == .text }),
      let last = texts.last(where: { page.nodes[$0].tag == .text })
    else {
      let end = fileRange(k, page).upperBound
      return end..<end
    }
    let start = fileRange(first, page).lowerBound
    return start..<max(start, fileRange(last, page).upperBound)
  }

  private mutating func readAnchor(_ page: HTMLDocument, _ k: Int) {
    let label = inner(page, k)
    guard let href = page.string(.href, of: k),
      let address = page.sourceRange(of: .href, in: k).map({ fileRange($0, page) })
    else {
      // The page's link to itself.
      return emitOutsideTags(label)
    }
    if isExternal(page, k, href) {
      let isNamed = !page.hasClass("autonumber", k) && !page.hasClass("free", k)
      cite(
        address,
        publisher: isNamed ? bytes.trimmed(label) : address.upperBound..<address.upperBound,
        inBrackets: true)
    } else if href.hasPrefix("#") {
      emitOutsideTags(label)
    } else {
      readPageLink(page, k, label: bytes.trimmed(label), address: address)
    }
  }

  private func isExternal(_ page: HTMLDocument, _ k: Int, _ href: String) -> Bool {
    if page.hasClass("external", k) { return true }
    guard !page.hasClass("extiw", k), page.string(.title, of: k) == nil else { return false }
    return (href.hasPrefix("http://") || href.hasPrefix("https://") || href.hasPrefix("//"))
      && !href.contains("wikipedia.org/wiki/")
  }

  /// `<a href="/wiki/Syrian_Civil_War" title="Syrian Civil War">civil war</a>`
  private mutating func readPageLink(
    _ page: HTMLDocument, _ k: Int, label: Range<Int>, address: Range<Int>
  ) {
    var target = page.sourceRange(of: .title, in: k).map { bytes.trimmed(fileRange($0, page)) }
    var composed: [UInt8]?
    if let title = target {
      target = withoutMissingMark(title)
    } else {
      composed = targetInAddress(address)
      target = composed == nil ? nil : address
    }
    guard let target, !target.isEmpty else { return emitOutsideTags(label) }
    let space = composed == nil ? WikiNamespace(bytes, target) : .page
    if space == .sisterProject {
      if !bytes.isWikinews(label) { emitOutsideTags(label) }
      return
    }
    let start = reading.derived.count
    emitOutsideTags(label)
    while reading.derived.count > start, reading.derived.last == 32 { reading.derived.removeLast() }
    let surfaceEnd = reading.derived.count
    guard space == .page, mode == .sentence, surfaceEnd > start else { return }
    let trail = trailLength(start..<surfaceEnd, target: target)
    let source = trail > 0 ? label.lowerBound..<label.upperBound - trail : label
    sentence.links.append(
      Sentence.Link(
        label: start..<surfaceEnd - trail, surfaceEnd: surfaceEnd, labelSource: source,
        target: target, composedTarget: composed))
    sentence.tokens.append(Sentence.Token(words: start..<surfaceEnd, isCitation: false))
  }

  /// A title without " (page does not exist)".
  private func withoutMissingMark(_ title: Range<Int>) -> Range<Int> {
    let mark: StaticString = " (page does not exist)"
    let start = title.upperBound - mark.utf8CodeUnitCount
    return start > title.lowerBound && bytes.hasPrefix(mark, in: start..<title.upperBound)
      ? title.lowerBound..<start : title
  }

  /// The page's name in `/wiki/Syrian_Civil_War#Damascus`, percent signs decoded.
  private func targetInAddress(_ address: Range<Int>) -> [UInt8]? {
    var k = address.lowerBound
    while k < address.upperBound, !bytes.hasPrefix("/wiki/", in: k..<address.upperBound) { k += 1 }
    guard k < address.upperBound else { return nil }
    k += 6
    var name: [UInt8] = []
    while k < address.upperBound, bytes[k] != UInt8(ascii: "#"), bytes[k] != UInt8(ascii: "?") {
      let digits = k + 1..<min(k + 3, address.upperBound)
      if bytes[k] == UInt8(ascii: "%"), digits.count == 2,
        let byte = UInt8(
          String(decoding: [bytes[k + 1], bytes[k + 2]], as: UTF8.self), radix: 16), byte > 31
      {
        name.append(byte)
        k += 3
      } else {
        name.append(bytes[k])
        k += 1
      }
    }
    return name.isEmpty ? nil : name
  }

  /// How many letters trail a link: those of "Kurdish" behind the page "Kurd". The wiki's editors
  /// write `[[Kurd]]ish` twenty times as often as `[[Kurd|Kurdish]]`, which looks the same.
  private func trailLength(_ label: Range<Int>, target: Range<Int>) -> Int {
    let trail = label.count - target.count
    guard trail > 0, reading.derived[label].suffix(trail).allSatisfy(\.isASCIILower) else {
      return 0
    }
    for k in 0..<target.count {
      let (a, b) = (reading.derived[label.lowerBound + k], bytes[target.lowerBound + k])
      if a != b, k > 0 || a | 32 != b | 32 { return 0 }
    }
    return trail
  }

  // MARK: References

  /// `<sup class="reference"><a href="#cite_note-1">`: the item that the note cites.
  private mutating func readReference(_ page: HTMLDocument, _ k: Int) {
    let inside = (k + 1)..<max(k + 1, Int(page.nodes[k].end))
    guard
      let anchor = inside.first(where: { page.nodes[$0].tag == .a }),
      let href = page.string(.href, of: anchor), href.hasPrefix("#"),
      let note = notes[String(href.dropFirst())]
    else { return }
    let noted = (note + 1)..<max(note + 1, Int(page.nodes[note].end))
    let outer = mode
    mode = .reference
    for link in noted
    where page.nodes[link].tag == .a && page.hasClass("external", link) {
      guard let address = page.sourceRange(of: .href, in: link).map({ fileRange($0, page) }) else {
        continue
      }
      let cited = page.ancestors(of: link).first { page.nodes[$0].tag == .cite }
      if let cited {
        let end = max(cited + 1, Int(page.nodes[cited].end))
        let work = (link + 1..<max(link + 1, end)).first { page.nodes[$0].tag == .i }
        cite(
          address,
          publisher: work.map { bytes.trimmed(inner(page, $0)) }
            ?? address.upperBound..<address.upperBound, inBrackets: false)
        break
      }
      cite(address, publisher: bytes.trimmed(inner(page, link)), inBrackets: true)
    }
    mode = outer
  }
}
