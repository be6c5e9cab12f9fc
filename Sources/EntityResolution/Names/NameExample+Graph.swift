package import EventGraph

extension KnowledgeGraph {
  /// The archive's sentences with their links: of each dated event, what its wikitext links, or where it
  /// has none, the labels that its pages list.
  ///
  /// - Complexity: O(edges + bytes of titles).
  package func nameExamples() -> [NameExample] {
    var examples: [NameExample] = []
    for k in nodes.indices where nodes[k].kind == .event {
      guard let date = nodes[k].date else { continue }
      var places = LabelPlaces()
      for edge in outEdges(of: NodeIndex(k)) where edges[edge].relation == .hasContext {
        let target = nodes[edges[edge].target.position].name
        for piece in evidence[evidenceRange(ofEdge: edge)] {
          places.add(piece, target: target) { $0 }
        }
      }
      examples.append(places.example(title: nodes[k].name, date, in: strings))
    }
    return examples
  }
}

/// Where one event's documents give it labels.
struct LabelPlaces {
  private struct LabelPlace {
    var document: DocumentIndex
    var start: UInt32
    var label: StringIndex
    var target: StringIndex
  }

  private var linked: [LabelPlace] = []
  private var listed: [LabelPlace] = []

  /// - Parameters:
  ///   - target: The name of the entity.
  ///   - rank: Orders documents by their paths.
  mutating func add(
    _ piece: Evidence, target: StringIndex, rank: (DocumentIndex) -> DocumentIndex
  ) {
    if piece.quote.isEmpty { return }
    let isLink = piece.rule == .wikitextLink
    guard isLink || piece.rule == .indexContext || piece.rule == .relatedSharedContext else {
      return
    }
    let place = LabelPlace(
      document: rank(piece.document), start: piece.start, label: piece.quote, target: target)
    if isLink { linked.append(place) } else { listed.append(place) }
  }

  func example(
    title: StringIndex, _ date: PartialDate, in strings: StringTable
  ) -> NameExample {
    let title = strings[title]
    let bytes = Array(title.utf8)
    var links: [NameExample.Link] = []
    var cursor = 0
    var document: DocumentIndex?
    func sorted(_ places: [LabelPlace]) -> [LabelPlace] {
      places.sorted { a, b in
        if a.document != b.document { return a.document < b.document }
        if a.start != b.start { return a.start < b.start }
        if a.label != b.label { return strings.isLess(a.label, b.label) }
        return a.target != b.target && strings.isLess(a.target, b.target)
      }
    }
    for place in linked.isEmpty ? distinct(sorted(listed)) : sorted(linked) {
      // Two documents that tell of one event say the same sentence; the first is read.
      if let document, document != place.document, !links.isEmpty { break }
      document = place.document
      let label = Array(strings.bytes[strings.range(of: place.label)])
      let found =
        bytes.span.wholeWords(label.span, from: cursor)
        ?? bytes.span.wholeWords(label.span, from: 0)
      if let found { cursor = max(cursor, found.upperBound) }
      links.append(
        NameExample.Link(
          label: strings[place.label], target: strings[place.target], range: found))
    }
    return NameExample(date: NameDate(date), title: title, links: links)
  }

  /// A label that several pages list is one statement.
  private func distinct(_ places: [LabelPlace]) -> [LabelPlace] {
    var seen: Set<StringIndex> = []
    return places.filter { seen.insert($0.label).inserted }
  }
}

extension Span<UInt8> {
  /// Where a label stands, from the beginning of a word on; with the letters that follow it, which the
  /// wiki links too ("[[Kurd]]ish").
  fileprivate func wholeWords(_ label: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard label.count > 0, label.count <= count else { return nil }
    var k = start
    while let place = firstIndex(of: label[0], from: k, to: count - label.count + 1) {
      k = place + 1
      guard extracting(place..<place + label.count).equals(label) else { continue }
      if place > 0, self[place - 1].isASCIIAlphanumeric, self[place].isASCIIAlphanumeric {
        continue
      }
      var end = place + label.count
      while end < count, self[end].isASCIILower { end += 1 }
      return place..<end
    }
    return nil
  }
}
