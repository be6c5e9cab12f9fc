internal import EventGraph

/// The labels of each event with every place that gives them.
struct EventLabels: Sendable {
  struct Entry: Sendable {
    var label: StringIndex
    var rule: Rule
    var place: Place
  }

  /// Labels by event, each once, in order of first appearance.
  private(set) var byEvent: [[StringIndex]]
  /// All places, in no order; `events[k]` is the event of `entries[k]`.
  private(set) var entries: [Entry] = []
  private(set) var events: [UInt32] = []

  init(eventCount: Int) { byEvent = Array(repeating: [], count: eventCount) }

  mutating func add(_ label: StringIndex, event: Int, place: Place, rule: Rule) {
    entries.append(Entry(label: label, rule: rule, place: place))
    events.append(UInt32(event))
    if !byEvent[event].contains(label) { byEvent[event].append(label) }
  }

  func contains(_ label: StringIndex, _ event: Int) -> Bool { byEvent[event].contains(label) }
}
