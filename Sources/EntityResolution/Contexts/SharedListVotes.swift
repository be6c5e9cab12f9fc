internal import EventGraph

/// Rule 3 of `ContextLabelSplitter`: what the lists of labels that two events share say of the commas that
/// are open. Votes are added up, so any thread may read any list.
struct SharedListVotes: Sendable {
  let facts: FactTable
  let events: EventTable
  /// Each event's labels as far as they are known.
  let labels: EventLabels
  let open: OpenCommas

  /// What the lists with these numbers in `facts.contextLists` say of every comma.
  func count(_ range: Range<Int>) -> [CommaVotes] {
    var votes = [CommaVotes](repeating: CommaVotes(), count: open.commas.count)
    let bytes = facts.strings.bytes.span
    var pieces = LabelPieces()
    for index in range where !facts.contextLists[index].other.isEmpty {
      let sides = events.sides(of: facts.contextLists[index])
      if open.ofEvent(sides.0).isEmpty, open.ofEvent(sides.1).isEmpty { continue }
      let list = bytes.extracting(facts.strings.range(of: facts.contextLists[index].list))
      pieces.cut(list)
      for k in open.ofEvent(sides.0) {
        votes[k].add(verdict(open.commas[k], in: list, pieces, other: sides.1))
      }
      for k in open.ofEvent(sides.1) {
        votes[k].add(verdict(open.commas[k], in: list, pieces, other: sides.0))
      }
    }
    return votes
  }

  /// What a sorted list of labels that an event shares with another says about two of its pieces.
  private func verdict(
    _ comma: OpenCommas.Comma, in list: Span<UInt8>, _ pieces: LabelPieces, other: Int
  ) -> CommaVerdict? {
    let bytes = facts.strings.bytes.span
    let first = bytes.extracting(facts.strings.range(of: comma.first))
    let second = bytes.extracting(facts.strings.range(of: comma.second))
    var hasFirst = false
    var hasSecond = false
    for k in 0..<pieces.count {
      let piece = list.extracting(pieces.range(k, k))
      if piece.equals(first) {
        hasFirst = true
        if k + 1 < pieces.count, list.extracting(pieces.range(k + 1, k + 1)).equals(second) {
          // Side by side: one label where the order is broken, else it tells nothing.
          return list.isLess(pieces.range(k, k), pieces.range(k + 1, k + 1)) ? nil : .one
        }
      }
      if piece.equals(second) { hasSecond = true }
    }
    if !hasSecond,
      labels.has(comma.second, event: other) || open.isCertain(comma.second, other)
    {
      return .one
    }
    return (hasFirst || hasSecond) && comma.isOnce ? .two : nil
  }
}
