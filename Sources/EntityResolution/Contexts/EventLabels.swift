internal import EventGraph

/// The labels of each event with every place that gives them.
struct EventLabels: Sendable {
  /// A label of an event, as one list or heading gives it.
  struct Entry: Sendable {
    var event: UInt32
    var label: StringIndex
    /// Into `FactTable.contextLists`, or, with `topicFlag`, into `FactTable.topics`.
    private var fact: UInt32
    /// The label's place in the list, in bytes.
    private var start: UInt16
    private var length: UInt16

    private static let topicFlag: UInt32 = 1 << 31

    init(event: Int, label: StringIndex, list: Int, range: Range<Int>) {
      self.event = UInt32(event)
      self.label = label
      fact = UInt32(list)
      start = UInt16(clamping: range.lowerBound)
      length = UInt16(clamping: range.count)
    }

    init(event: Int, label: StringIndex, topic: Int) {
      self.event = UInt32(event)
      self.label = label
      fact = UInt32(topic) | Self.topicFlag
      start = 0
      length = 0
    }

    func evidence(_ facts: borrowing FactTable) -> Evidence {
      if fact & Self.topicFlag != 0 {
        return facts.topics[Int(fact & ~Self.topicFlag)].place.evidence(.indexTopic, quote: label)
      }
      let list = facts.contextLists[Int(fact)]
      let range = Int(start)..<Int(start) + Int(length)
      return list.place.part(range, isVerbatim: list.isVerbatim)
        .evidence(list.other.isEmpty ? .indexContext : .relatedSharedContext, quote: label)
    }
  }

  /// Labels by event, each once, in order of first appearance.
  private(set) var byEvent: [[StringIndex]]
  /// In no order.
  private(set) var entries: [Entry] = []

  init(eventCount: Int) { byEvent = Array(repeating: [], count: eventCount) }

  mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

  mutating func add(_ entry: Entry) {
    entries.append(entry)
    if !byEvent[Int(entry.event)].contains(entry.label) {
      byEvent[Int(entry.event)].append(entry.label)
    }
  }
}
