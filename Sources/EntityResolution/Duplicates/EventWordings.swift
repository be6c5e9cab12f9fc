internal import EventGraph
internal import FileIO

/// The wordings of all events that a document reports, by day.
struct EventWordings: Sendable {
  struct Day: Sendable {
    /// Days since 1970-01-01.
    var number: Int
    /// Event numbers, ascending.
    var events: [Int]
  }

  /// Ascending; only dates known to the day.
  let days: [Day]
  private let wordings: [EventWording]
  /// Into `wordings` by event number.
  private let places: [Int32]

  subscript(_ event: Int) -> EventWording { wordings[Int(places[event])] }

  init(_ facts: FactTable, _ events: EventTable, threads: Int) {
    var byDay: [Int: [Int]] = [:]
    for (number, event) in events.events.enumerated() where event.report != nil {
      guard let date = event.date, date.precision == .day else { continue }
      byDay[date.firstEpochDay, default: []].append(number)
    }
    days = byDay.map { Day(number: $0.key, events: $0.value) }.sorted { $0.number < $1.number }
    let days = days
    let texts = mapWorkers(threads) { worker in
      let range = share(days.count, of: worker, among: threads)
      return days[range].map { day in
        day.events.map { WordSequence(facts.bytes(of: events.events[$0].title)) }
      }
    }.flatMap { $0 }
    let weights = Self.weights(texts)
    let sources = Self.sources(facts, events)
    wordings = mapWorkers(threads) { worker in
      var part: [EventWording] = []
      for day in share(days.count, of: worker, among: threads) {
        for (event, text) in zip(days[day].events, texts[day]) {
          part.append(
            EventWording(
              text, weights, sources: sources[event],
              isHeading: facts.bytes(of: events.events[event].title).isHeading))
        }
      }
      return part
    }.flatMap { $0 }
    var places = [Int32](repeating: -1, count: events.events.count)
    for (place, event) in days.lazy.flatMap(\.events).enumerated() {
      places[event] = Int32(place)
    }
    self.places = places
  }

  /// Hashes of the addresses that each event cites, in order.
  private static func sources(_ facts: FactTable, _ events: EventTable) -> [[UInt64]] {
    var sources = [[UInt64]](repeating: [], count: events.events.count)
    for fact in facts.sources {
      sources[events.number(of: fact.event)].append(facts.bytes(of: fact.url).addressHash)
    }
    for event in sources.indices where sources[event].count > 1 {
      sources[event] = Array(Set(sources[event]).sorted().prefix(maximumSources))
    }
    return sources
  }

  /// Events cite up to some dozens of items; of more, these tell enough.
  private static let maximumSources = 64

  private static func weights(_ texts: [[WordSequence]]) -> WordWeights {
    var days: [UInt64: (last: Int32, count: UInt32)] = [:]
    for (day, texts) in texts.enumerated() {
      for text in texts {
        for word in text.words {
          let day = Int32(day)
          let known = days[word, default: (-1, 0)]
          if known.last != day { days[word] = (day, known.count + 1) }
        }
      }
    }
    return WordWeights(dayCount: texts.count, days: days.mapValues(\.count))
  }
}

extension EventWording {
  init(
    _ text: WordSequence, _ weights: WordWeights, sources: [UInt64],
    isHeading: Bool
  ) {
    let words = text.words
    var set: [UInt64] = []
    var isName: [Bool] = []
    var numbers: [UInt64] = []
    for place in words.indices.sorted(by: { words[$0] < words[$1] }) {
      if set.last != words[place] {
        set.append(words[place])
        isName.append(false)
        if text.isNumber[place] { numbers.append(words[place]) }
      }
      if text.isCapital[place] { isName[isName.count - 1] = true }
    }
    self.words = words
    self.set = set
    self.isName = isName
    self.numbers = numbers
    self.weights = set.map { weights[$0] }
    weight = self.weights.reduce(0, +)
    self.sources = sources
    self.isHeading = isHeading
  }
}

/// The labels of events as words; made for those events alone that are compared closely.
struct EventLabelWords: Sendable {
  private let facts: FactTable
  /// Into `facts.contextLists` and `facts.links`, by event.
  private let lists: (items: [UInt32], offsets: [UInt32])
  private let links: (items: [UInt32], offsets: [UInt32])
  /// Real events have up to 40; comparing lists of thousands would take long and tell no more.
  private static let maximumCount = 64

  init(_ facts: FactTable, _ events: EventTable) {
    self.facts = facts
    let count = events.events.count
    lists = bucketed(
      facts.contextLists.map { UInt32(events.number(of: $0.event)) }, buckets: count)
    links = bucketed(facts.links.map { UInt32(events.number(of: $0.event)) }, buckets: count)
  }

  /// Each label once, sorted, so that which of too many are left out is not chance.
  func labels(of event: Int) -> [[UInt64]] {
    var labels: Set<[UInt64]> = []
    var pieces = LabelPieces()
    for k in lists.items[Int(lists.offsets[event])..<Int(lists.offsets[event + 1])] {
      let fact = facts.contextLists[Int(k)]
      guard fact.other.isEmpty else { continue }
      let list = facts.bytes(of: fact.list)
      pieces.cut(list)
      for k in 0..<pieces.count {
        labels.insert(WordSequence(list.extracting(pieces.range(k, k))).words)
      }
    }
    for k in links.items[Int(links.offsets[event])..<Int(links.offsets[event + 1])]
    where facts.links[Int(k)].role == .title {
      labels.insert(WordSequence(facts.bytes(of: facts.links[Int(k)].label)).words)
    }
    labels.remove([])
    return Array(
      labels.sorted { $0.lexicographicallyPrecedes($1) }.prefix(Self.maximumCount))
  }
}

extension FactTable {
  @_lifetime(borrow self)
  func bytes(of text: StringIndex) -> Span<UInt8> {
    strings.bytes.span.extracting(strings.range(of: text))
  }
}

extension Span<UInt8> {
  /// Whether the text ends as a heading does: with a colon.
  fileprivate var isHeading: Bool {
    let words = trimmed(0..<count)
    return !words.isEmpty && self[words.upperBound - 1] == UInt8(ascii: ":")
  }

  /// A hash of an address without scheme, "www.", fragment, a slash at the end, and what is counted
  /// or tracked behind "?". What chooses the page there (`id=`, `story`, `article`) stays.
  fileprivate var addressHash: UInt64 {
    var start = 0
    var k = 0
    while k + 2 < count, start == 0 {
      if hasPrefix("://", at: k) { start = k + 3 }
      k += 1
    }
    if hasPrefix("www.", at: start) { start += 4 }
    var end = firstIndex(of: UInt8(ascii: "#"), from: start, to: count) ?? count
    if let query = firstIndex(of: UInt8(ascii: "?"), from: start, to: end),
      !["id=", "story", "article"].contains(where: { holds($0, query..<end) })
    {
      end = query
    }
    while end > start, self[end - 1] == UInt8(ascii: "/") { end -= 1 }
    return extracting(start..<end).stableHash
  }

  private func holds(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.contains { hasPrefix(word, in: $0..<range.upperBound) }
  }
}
