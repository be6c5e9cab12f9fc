internal import EventGraph
internal import FileIO

/// Where each label stands in the title of each event that carries it, and what that adds up to.
struct TitlePlaces: Sendable {
  /// By event, in the order of the event's labels.
  private var places: [LabelInTitle?] = []
  /// Where each event's places start.
  private var starts: [UInt32] = []
  /// How titles use the labels of each entity, by string index of its name.
  private(set) var uses: [LabelUse]

  init(_ events: EventTable, _ labels: EventLabels, _ strings: StringTable, threads: Int) {
    uses = Array(repeating: LabelUse(), count: strings.count)
    let parts = mapWorkers(threads) { worker in
      let range = share(events.events.count, of: worker, among: threads)
      return range.flatMap { number in
        Self.find(labels.named[number], in: events.events[number].title, strings)
      }
    }
    places = parts.flatMap { $0 }
    starts.reserveCapacity(events.events.count)
    var next = 0
    for number in events.events.indices {
      starts.append(UInt32(next))
      for (k, name) in labels.named[number].enumerated() {
        guard let place = places[next + k] else { continue }
        uses[name.entity.position].titles += 1
        if place.isAfterPlaceWord { uses[name.entity.position].afterPlaceWord += 1 }
        if place.isBeforeVerb { uses[name.entity.position].beforeVerb += 1 }
      }
      next += labels.named[number].count
    }
  }

  var count: Int { places.count }

  /// The place of the event's label number `k`; nil where its title does not hold it.
  func place(event: Int, label k: Int) -> LabelInTitle? { places[Int(starts[event]) + k] }

  private static func find(
    _ labels: [EventLabels.NamedLabel], in title: StringIndex, _ strings: StringTable
  ) -> [LabelInTitle?] {
    let bytes = strings.bytes.span
    let text = bytes.extracting(strings.range(of: title))
    return labels.map { LabelInTitle.find(bytes.extracting(strings.range(of: $0.label)), in: text) }
  }
}
