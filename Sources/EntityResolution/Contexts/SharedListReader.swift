internal import EventGraph

/// Reads the lists of labels that two events share, by the labels that the two are known to have,
/// longest first; a piece that neither has is a label of its own.
///
/// What one list adds does not change how the next is read, so any thread may read any of them.
struct SharedListReader: Sendable {
  let facts: FactTable
  let events: EventTable
  /// Each event's labels by its own lists alone.
  let labels: EventLabels
  let topicLabels: Set<StringIndex>
  /// Pieces of the longest label that is looked for; real ones have up to five. Without a bound the
  /// work would grow with the cube of a list's length.
  private static let maximumPieces = 16

  struct Reading: Sendable {
    var entries: [EventLabels.Entry] = []
    /// Labels that are no string of the table yet: list and bytes of it.
    var unknown: [(list: Int, range: Range<Int>)] = []
    /// How many labels each list holds.
    var counts: [(list: Int, count: UInt16)] = []
  }

  /// Reads the lists with these numbers in `facts.contextLists`, own lists passed over.
  func read(_ lists: Range<Int>) -> Reading {
    var reading = Reading()
    var pieces = LabelPieces()
    let bytes = facts.strings.bytes.span
    for index in lists where !facts.contextLists[index].other.isEmpty {
      let fact = facts.contextLists[index]
      let list = bytes.extracting(facts.strings.range(of: fact.list))
      pieces.cut(list)
      let sides = (events.number(of: fact.event), events.number(of: fact.other))
      var count: UInt16 = 0
      var k = 0
      while k < pieces.count {
        let last = lastPiece(of: list, pieces, k, sides)
        let range = pieces.range(k, last)
        let label =
          range.count == list.count
          ? fact.list : facts.strings.find(list.extracting(range))
        if let label {
          for event in [sides.0, sides.1] {
            reading.entries.append(
              EventLabels.Entry(event: event, label: label, list: index, range: range))
          }
        } else {
          reading.unknown.append((index, range))
        }
        count += 1
        k = last + 1
      }
      reading.counts.append((index, count))
    }
    return reading
  }

  /// The last piece of the label that begins with piece k.
  private func lastPiece(
    of list: Span<UInt8>, _ pieces: LabelPieces, _ k: Int, _ sides: (Int, Int)
  ) -> Int {
    var last = min(pieces.count, k + Self.maximumPieces) - 1
    while last > k {
      if isKnown(list.extracting(pieces.range(k, last)), sides) { return last }
      last -= 1
    }
    guard k + 1 < pieces.count, !isKnown(list.extracting(pieces.range(k, k)), sides),
      !isKnown(list.extracting(pieces.range(k + 1, k + 1)), sides)
    else { return k }
    return lastPieceWithoutOwnLists(of: list, pieces, k)
  }

  private func isKnown(_ text: Span<UInt8>, _ sides: (Int, Int)) -> Bool {
    guard let label = facts.strings.find(text) else { return false }
    return labels.has(label, event: sides.0) || labels.has(label, event: sides.1)
  }

  /// Where the events' own lists are not there to tell, a heading that is the whole of some pieces
  /// does, or a break of the order in which the archive lists labels.
  private func lastPieceWithoutOwnLists(
    of list: Span<UInt8>, _ pieces: LabelPieces, _ k: Int
  ) -> Int {
    var last = min(pieces.count, k + Self.maximumPieces) - 1
    while last > k {
      if let label = facts.strings.find(list.extracting(pieces.range(k, last))),
        topicLabels.contains(label)
      {
        return last
      }
      last -= 1
    }
    return list.isLess(pieces.range(k, k), pieces.range(k + 1, k + 1)) ? k : k + 1
  }
}
