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
      var linked: [LabelPlace] = []
      var listed: [LabelPlace] = []
      for edge in outEdges(of: NodeIndex(k)) where edges[edge].relation == .hasContext {
        for piece in evidence[evidenceRange(ofEdge: edge)] where !piece.quote.isEmpty {
          let place = LabelPlace(
            document: piece.document, start: piece.start, label: piece.quote,
            target: edges[edge].target)
          if piece.rule == .wikitextLink {
            linked.append(place)
          } else if piece.rule == .indexContext || piece.rule == .relatedSharedContext {
            listed.append(place)
          }
        }
      }
      let places = linked.isEmpty ? distinct(listed) : linked
      examples.append(example(of: k, date, places))
    }
    return examples
  }

  private struct LabelPlace {
    var document: DocumentIndex
    var start: UInt32
    var label: StringIndex
    var target: NodeIndex
  }

  /// A label that several pages list is one statement.
  private func distinct(_ places: [LabelPlace]) -> [LabelPlace] {
    var seen: Set<StringIndex> = []
    return places.filter { seen.insert($0.label).inserted }
  }

  private func example(of node: Int, _ date: PartialDate, _ places: [LabelPlace]) -> NameExample {
    let title = strings[nodes[node].name]
    let bytes = Array(title.utf8)
    var links: [NameExample.Link] = []
    var cursor = 0
    var document: DocumentIndex?
    let ordered = places.sorted { a, b in
      if a.document != b.document { return a.document < b.document }
      if a.start != b.start { return a.start < b.start }
      return strings.isLess(a.label, b.label)
    }
    for place in ordered {
      // Two documents that tell of one event say the same sentence; the first is read.
      if let document, document != place.document, !links.isEmpty { break }
      document = place.document
      let label = Array(self.strings.bytes[strings.range(of: place.label)])
      let found =
        bytes.span.wholeWords(label.span, from: cursor)
        ?? bytes.span.wholeWords(label.span, from: 0)
      if let found { cursor = max(cursor, found.upperBound) }
      links.append(
        NameExample.Link(
          label: strings[place.label], target: strings[nodes[place.target.position].name],
          range: found))
    }
    return NameExample(date: NameDate(date), title: title, links: links)
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
