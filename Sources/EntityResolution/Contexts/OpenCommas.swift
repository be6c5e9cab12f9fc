internal import EventGraph

/// The commas that nothing has decided yet, by event, as the threads look at them.
struct OpenCommas: Sendable {
  struct Comma: Sendable {
    /// The pieces before and behind it.
    var first: StringIndex
    var second: StringIndex
    /// Whether both stand in the event's list once: one that stands there a second time is shared
    /// for that one's sake.
    var isOnce: Bool
    /// The list, and which of its commas.
    var list: UInt32
    var place: UInt32
  }

  let lists: [OpenList]
  /// Into `lists`.
  let byEvent: (items: [UInt32], offsets: [UInt32])
  private(set) var commas: [Comma] = []
  /// Where each event's commas begin, and the end.
  private var starts: [UInt32] = [0]

  init(_ lists: [OpenList], eventCount: Int) {
    self.lists = lists
    byEvent = bucketed(lists.map { UInt32($0.event) }, buckets: eventCount)
    starts.reserveCapacity(eventCount + 1)
    for event in 0..<eventCount {
      for k in byEvent.items[Int(byEvent.offsets[event])..<Int(byEvent.offsets[event + 1])] {
        let names = lists[Int(k)].names
        for (place, comma) in lists[Int(k)].commas.enumerated() where comma.verdict == nil {
          let (first, second) = (names[place], names[place + 1])
          commas.append(
            Comma(
              first: first, second: second,
              isOnce: names.count { $0 == first || $0 == second } == 2, list: k,
              place: UInt32(place)))
        }
      }
      starts.append(UInt32(commas.count))
    }
  }

  /// Places in `commas`.
  func ofEvent(_ event: Int) -> Range<Int> { Int(starts[event])..<Int(starts[event + 1]) }

  /// Whether some list of the event surely holds the label, whatever becomes of its commas.
  func isCertain(_ label: StringIndex, _ event: Int) -> Bool {
    byEvent.items[Int(byEvent.offsets[event])..<Int(byEvent.offsets[event + 1])]
      .contains { lists[Int($0)].isCertain(label) }
  }
}
