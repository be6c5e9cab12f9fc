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
    /// Places in `entries` of labels that the event's own lists do not give.
    var additions: [Int] = []
    /// Labels that are no string of the table yet: list and bytes of it.
    var unknown: [(list: Int, range: Range<Int>)] = []
    /// How many labels each list holds.
    var counts: [(list: Int, count: UInt16)] = []
  }

  /// Hashes of the first pieces of all labels that hold ", ", as bits; a set bit may be another's.
  private let compoundStarts: [Bool]

  /// - Parameter compounds: All labels that may hold ", ", with the topics.
  init(
    facts: FactTable, events: EventTable, labels: EventLabels, topicLabels: Set<StringIndex>,
    compounds: Set<StringIndex>
  ) {
    self.facts = facts
    self.events = events
    self.labels = labels
    self.topicLabels = topicLabels
    var starts = [Bool](repeating: false, count: 1 << 16)
    var pieces = LabelPieces()
    for label in compounds {
      let text = facts.strings.bytes.span.extracting(facts.strings.range(of: label))
      pieces.cut(text)
      if pieces.count < 2 { continue }
      starts[Self.bit(text.extracting(pieces.range(0, 0)).tableHash)] = true
    }
    compoundStarts = starts
  }

  private static func bit(_ hash: UInt32) -> Int { Int(hash & 0xFFFF) }

  /// The pieces of the list at hand, each looked up once.
  private struct Pieces {
    var cut = LabelPieces()
    var hashes: [UInt32] = []
    /// The string that each is, where one was interned.
    var strings: [StringIndex?] = []

    var count: Int { cut.count }

    mutating func read(_ list: Span<UInt8>, _ table: borrowing StringInterner) {
      cut.cut(list)
      hashes.removeAll(keepingCapacity: true)
      strings.removeAll(keepingCapacity: true)
      for k in 0..<cut.count { hashes.append(list.extracting(cut.range(k, k)).tableHash) }
      table.prefetch(hashes)
      for k in 0..<cut.count {
        strings.append(table.find(list.extracting(cut.range(k, k)), hash: hashes[k]))
      }
    }
  }

  /// Reads the lists with these numbers in `facts.contextLists`, own lists passed over.
  func read(_ lists: Range<Int>) -> Reading {
    var reading = Reading()
    // More than is needed costs nothing: memory that is never touched is never there.
    reading.entries.reserveCapacity(lists.count * 4)
    reading.counts.reserveCapacity(lists.count)
    var pieces = Pieces()
    let bytes = facts.strings.bytes.span
    for index in lists where !facts.contextLists[index].other.isEmpty {
      let fact = facts.contextLists[index]
      let list = bytes.extracting(facts.strings.range(of: fact.list))
      pieces.read(list, facts.strings)
      let sides = events.sides(of: fact)
      var count: UInt16 = 0
      var k = 0
      while k < pieces.count {
        let last = lastPiece(of: list, pieces, k, sides)
        let range = pieces.cut.range(k, last)
        let label =
          last == k ? pieces.strings[k] : facts.strings.find(list.extracting(range))
        if let label {
          for event in [sides.0, sides.1] {
            if !labels.has(label, event: event) { reading.additions.append(reading.entries.count) }
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
    of list: Span<UInt8>, _ pieces: Pieces, _ k: Int, _ sides: (Int, Int)
  ) -> Int {
    guard k + 1 < pieces.count else { return k }
    if let last = lastOfRun(of: list, pieces, k, where: { isKnown($0, sides) }) { return last }
    guard !isKnown(pieces.strings[k], sides), !isKnown(pieces.strings[k + 1], sides) else {
      return k
    }
    // Where the events' own lists are not there to tell, a heading that is the whole of some pieces
    // does, or a break of the order in which the archive lists labels.
    if let last = lastOfRun(of: list, pieces, k, where: { topicLabels.contains($0) }) {
      return last
    }
    return list.isLess(pieces.cut.range(k, k), pieces.cut.range(k + 1, k + 1)) ? k : k + 1
  }

  /// The last piece of the longest run of several pieces, beginning with piece k, that is such a label.
  private func lastOfRun(
    of list: Span<UInt8>, _ pieces: Pieces, _ k: Int, where isWanted: (StringIndex) -> Bool
  ) -> Int? {
    guard compoundStarts[Self.bit(pieces.hashes[k])] else { return nil }
    var last = min(pieces.count, k + Self.maximumPieces) - 1
    while last > k {
      if let label = facts.strings.find(list.extracting(pieces.cut.range(k, last))),
        isWanted(label)
      {
        return last
      }
      last -= 1
    }
    return nil
  }

  private func isKnown(_ label: StringIndex?, _ sides: (Int, Int)) -> Bool {
    guard let label else { return false }
    return labels.has(label, event: sides.0) || labels.has(label, event: sides.1)
  }
}
