internal import EventGraph

/// The events that an article may tell of, by number from 0.
protocol CoverableEvents: Sendable {
  var count: Int { get }
  func title(_ event: Int) -> StringIndex
  func date(_ event: Int) -> PartialDate?
  /// Decides between equals.
  func key(_ event: Int) -> StringIndex
  /// Bytes of the title that name entities.
  func names(_ event: Int) -> [Range<Int>]
  /// The same of an entity, by its place.
  func entityKey(_ place: Int) -> StringIndex
}

/// Those of a graph that is being built.
struct AssembledEvents: CoverableEvents {
  private let events: [EventTable.Event]
  private let mentions: TitleMentions
  private let entities: [StringIndex]

  init(_ assembly: borrowing GraphAssembly) {
    events = assembly.events.events
    mentions = assembly.mentions
    entities = assembly.entities.keys
  }

  var count: Int { events.count }
  func title(_ event: Int) -> StringIndex { events[event].title }
  func date(_ event: Int) -> PartialDate? { events[event].date }
  func key(_ event: Int) -> StringIndex { events[event].path }
  func names(_ event: Int) -> [Range<Int>] { mentions[event].map(\.range) }
  func entityKey(_ place: Int) -> StringIndex { entities[place] }
}

extension EventCoverage where Events == AssembledEvents {
  init(_ assembly: borrowing GraphAssembly, threads: Int) {
    var named: [(entity: UInt32, event: UInt32)] = []
    for (number, labels) in assembly.labels.named.enumerated() {
      for name in Set(labels.map(\.entity)) {
        named.append((UInt32(assembly.entities.place(name)), UInt32(number)))
      }
    }
    self.init(
      AssembledEvents(assembly), named: named, entityCount: assembly.entities.keys.count,
      assembly.facts.strings.table(), threads: threads)
  }
}
