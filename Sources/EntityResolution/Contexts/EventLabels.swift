internal import EventGraph

/// The labels of each event with every place that gives them.
struct EventLabels: Sendable {
  /// A label of an event, as one list or heading gives it.
  struct Entry: Sendable {
    var event: UInt32
    /// As written.
    var label: StringIndex
    /// The name of what the label means here.
    var entity: StringIndex
    /// Into `FactTable.contextLists`, or, with a flag, into `FactTable.topics` or `.links`.
    private var fact: UInt32
    /// The label's place in the list, in bytes.
    private var start: UInt16
    private var length: UInt16

    private static let topicFlag: UInt32 = 1 << 31
    private static let linkFlag: UInt32 = 1 << 30
    private static let concludedFlag: UInt32 = 1 << 29
    private static let flags = topicFlag | linkFlag | concludedFlag

    init(event: Int, label: StringIndex, list: Int, range: Range<Int>) {
      self.event = UInt32(event)
      self.label = label
      entity = label
      fact = UInt32(list)
      start = UInt16(clamping: range.lowerBound)
      length = UInt16(clamping: range.count)
    }

    init(event: Int, label: StringIndex, topic: Int) {
      self.event = UInt32(event)
      self.label = label
      entity = label
      fact = UInt32(topic) | Self.topicFlag
      start = 0
      length = 0
    }

    init(event: Int, label: StringIndex, entity: StringIndex, link: Int) {
      self.event = UInt32(event)
      self.label = label
      self.entity = entity
      fact = UInt32(link) | Self.linkFlag
      start = 0
      length = 0
    }

    /// Gives it a meaning that its own event does not say.
    mutating func conclude(_ meaning: StringIndex) {
      entity = meaning
      fact |= Self.concludedFlag
    }

    private var isConcluded: Bool { fact & Self.concludedFlag != 0 }

    /// Whether it is given by wikitext, which says itself what it means.
    var isLinked: Bool { fact & Self.linkFlag != 0 && fact & Self.topicFlag == 0 }

    /// Whether the event is filed or nested under it.
    func isTopic(_ facts: borrowing FactTable) -> Bool {
      fact & Self.topicFlag != 0 || link(facts).map { $0.role != .title } ?? false
    }

    /// The wikitext's fact, where there is one.
    func link(_ facts: borrowing FactTable) -> LinkedLabelFact? {
      isLinked ? facts.links[Int(fact & ~Self.flags)] : nil
    }

    /// Has what `evidence` looks at brought near.
    func prefetchEvidence(_ facts: borrowing FactTable) {
      if fact & (Self.topicFlag | Self.linkFlag) == 0 {
        facts.contextLists.prefetch(Int(fact & ~Self.flags))
      }
    }

    func evidence(_ facts: borrowing FactTable) -> Evidence {
      if fact & Self.topicFlag != 0 {
        return facts.topics[Int(fact & ~Self.flags)].place.evidence(
          isConcluded ? .labelMeaning : .indexTopic, quote: label)
      }
      if let link = link(facts) {
        return link.place.evidence(
          link.role == .title ? .wikitextLink : .wikitextTopic, quote: label)
      }
      let list = facts.contextLists[Int(fact & ~Self.flags)]
      let range = Int(start)..<Int(start) + Int(length)
      return list.place.part(range, isVerbatim: list.isVerbatim)
        .evidence(
          isConcluded
            ? .labelMeaning : list.other.isEmpty ? .indexContext : .relatedSharedContext,
          quote: label)
    }
  }

  /// Labels by event, each once, in order of first appearance.
  private(set) var byEvent: [[StringIndex]]
  /// In no order.
  var entries: [Entry] = []
  /// The labels by event with what each means, each pair once, in the order of the labels' bytes;
  /// made by `nameEntities` when all labels are there.
  var named: [[NamedLabel]] = []

  /// A label and the name of what it means in one event.
  struct NamedLabel: Hashable, Sendable {
    var label: StringIndex
    var entity: StringIndex
  }

  /// The same as sets, for events of so many labels that looking through them would take long.
  private var sets: [Int: Set<StringIndex>] = [:]
  private static let longestSearch = 64

  /// Lets go of all but the entries.
  mutating func keepEntries() {
    byEvent = []
    named = []
    sets = [:]
  }

  init(eventCount: Int) { byEvent = Array(repeating: [], count: eventCount) }

  mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

  mutating func add(_ entry: Entry) {
    entries.append(entry)
    note(entry)
  }

  /// Adds entries, of which those at some places give their events labels that may be new to them.
  mutating func add(_ entries: [Entry], additions: [Int]) {
    self.entries.append(contentsOf: entries)
    for k in additions { note(entries[k]) }
  }

  private mutating func note(_ entry: Entry) {
    let event = Int(entry.event)
    if has(entry.label, event: event) { return }
    byEvent[event].append(entry.label)
    if byEvent[event].count == Self.longestSearch {
      sets[event] = Set(byEvent[event])
    } else if byEvent[event].count > Self.longestSearch {
      sets[event]?.insert(entry.label)
    }
  }

  func has(_ label: StringIndex, event: Int) -> Bool {
    byEvent[event].count < Self.longestSearch
      ? byEvent[event].contains(label) : sets[event]?.contains(label) ?? false
  }
}
