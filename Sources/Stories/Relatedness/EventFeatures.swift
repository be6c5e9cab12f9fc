package import EventGraph
internal import FileIO

/// What each event of a graph is about, as numbered features, and the events of each feature.
///
/// Events are numbered by day, then id; features in the order in which they are met then. So all numbers
/// depend on the graph alone. Features of one event only are left out: nobody shares them.
package struct EventFeatures: Sendable {
  /// The events, by first day, then by id; those without a date last.
  package let events: [NodeIndex]
  /// Each node's place in `events`; `UInt32.max` for other nodes.
  let numbers: [UInt32]
  /// First and last day since 1970-01-01 that each event's date covers; `noDay` without a date.
  let firstDays: [Int32]
  let lastDays: [Int32]
  /// `events.count + 1` offsets into `items`.
  let offsets: [UInt32]
  /// Feature numbers, ascending within an event.
  let items: [UInt32]
  let kinds: [FeatureKind]
  /// A node's index for topics, entities, concepts and sources, a word's in `words` for the others.
  let keys: [UInt32]
  let words: StringTable
  /// By word: what it counts as, and whether that is a name.
  let stems: [UInt32]
  let isName: [Bool]
  /// `kinds.count + 1` offsets into `postings`.
  let postingOffsets: [UInt32]
  /// Event numbers, ascending within a feature.
  let postings: [UInt32]

  static let noDay = Int32.max

  var featureCount: Int { kinds.count }

  func range(of event: Int) -> Range<Int> { Int(offsets[event])..<Int(offsets[event + 1]) }

  func postingRange(of feature: Int) -> Range<Int> {
    Int(postingOffsets[feature])..<Int(postingOffsets[feature + 1])
  }

  /// Days between two events' dates, 0 where they overlap; nil where one has none.
  func daysApart(_ a: Int, _ b: Int) -> Int? {
    if firstDays[a] == Self.noDay || firstDays[b] == Self.noDay { return nil }
    return max(0, max(Int(firstDays[a] - lastDays[b]), Int(firstDays[b] - lastDays[a])))
  }

  /// - Parameters:
  ///   - kinds: Those to leave out are left out everywhere.
  ///   - threads: Any number gives the same.
  init(_ graph: KnowledgeGraph, without: Set<FeatureKind>, threads: Int) {
    let order = EventOrder(graph)
    let texts = EventWords(
      graph, order.events, hasAddresses: !without.contains(.source), threads: threads)
    var collector = FeatureCollector(graph, texts, without: without)
    for event in order.events.indices { collector.add(event, node: order.events[event]) }
    let kept = collector.sharedFeatures()
    events = order.events
    numbers = order.numbers
    firstDays = order.firstDays
    lastDays = order.lastDays
    words = texts.words
    stems = texts.stems
    isName = texts.isName
    kinds = kept.kinds
    keys = kept.keys
    offsets = kept.offsets
    items = kept.items
    let lists = Self.invert(offsets: kept.offsets, items: kept.items, count: kept.kinds.count)
    postingOffsets = lists.offsets
    postings = lists.items
  }

  private static func invert(
    offsets: [UInt32], items: [UInt32], count: Int
  ) -> (offsets: [UInt32], items: [UInt32]) {
    let bounds = EventGraph.offsets(of: items, buckets: count)
    var next = bounds
    var lists = [UInt32](repeating: 0, count: items.count)
    for event in 0..<offsets.count - 1 {
      for k in Int(offsets[event])..<Int(offsets[event + 1]) {
        let feature = Int(items[k])
        lists[Int(next[feature])] = UInt32(event)
        next[feature] += 1
      }
    }
    return (bounds, lists)
  }
}

/// The events of a graph by time.
struct EventOrder {
  package let events: [NodeIndex]
  let numbers: [UInt32]
  let firstDays: [Int32]
  let lastDays: [Int32]

  init(_ graph: KnowledgeGraph) {
    var keyed: [(day: Int32, last: Int32, node: UInt32)] = []
    for (k, node) in graph.nodes.enumerated() where node.kind == .event {
      keyed.append(
        (
          node.date.map { Int32($0.firstEpochDay) } ?? EventFeatures.noDay,
          node.date.map { Int32($0.lastEpochDay) } ?? EventFeatures.noDay, UInt32(k)
        ))
    }
    keyed.sort { ($0.day, $0.node) < ($1.day, $1.node) }
    var numbers = [UInt32](repeating: .max, count: graph.nodes.count)
    for (number, event) in keyed.enumerated() { numbers[Int(event.node)] = UInt32(number) }
    events = keyed.map { NodeIndex(rawValue: $0.node) }
    firstDays = keyed.map(\.day)
    lastDays = keyed.map(\.last)
    self.numbers = numbers
  }
}
