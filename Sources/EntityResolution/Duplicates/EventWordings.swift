internal import EventGraph
internal import FileIO

/// The titles of all events that a document reports, as words, by day. What comparing needs of an event
/// is made when its day is compared: the words of a large archive fit in one array, the rest would not.
struct EventWordings: Sendable {
  struct Day: Sendable {
    /// Days since 1970-01-01.
    var number: Int
    /// Event numbers, ascending.
    var events: [Int]
    /// Place of the first event's title among the titles.
    var firstTitle: Int
  }

  /// Ascending; only dates known to the day.
  let days: [Day]
  /// Each of a run of days.
  private let parts: [Part]
  private let weights: WordWeights
  /// Into `facts.sources`, by event.
  private let cited: (items: [UInt32], offsets: [UInt32])
  private let facts: FactTable
  private let events: EventTable

  /// The words of the titles of some days.
  private struct Part: Sendable {
    var days: Range<Int>
    /// With the marks of `EventWording.Mark`.
    var words: [UInt64] = []
    /// Where each title's words start, and the end.
    var starts: [UInt32] = [0]
    var weights: WordWeights
  }

  init(_ facts: FactTable, _ events: EventTable, threads: Int) {
    self.facts = facts
    self.events = events
    days = Self.days(events)
    cited = bucketed(
      facts.sources.map { UInt32(events.number(of: $0.event)) }, buckets: events.events.count)
    let days = days
    let shares = shares(of: days.map(\.events.count), among: threads)
    parts = mapWorkers(threads) { Self.part(of: shares[$0], days, facts, events) }
    // No day is in two parts.
    var weights = parts[0].weights
    for part in parts.dropFirst() { weights.add(part.weights) }
    weights.weigh(dayCount: days.count)
    self.weights = weights
  }

  private static func part(
    of range: Range<Int>, _ days: [Day], _ facts: FactTable, _ events: EventTable
  ) -> Part {
    var part = Part(days: range, weights: WordWeights())
    var text = WordSequence()
    for day in range {
      for event in days[day].events {
        text.removeAll()
        text.append(facts.bytes(of: events.events[event].title))
        for place in text.words.indices {
          part.weights.note(text.words[place], day: day)
          part.words.append(
            text.words[place] | (text.isCapital[place] ? EventWording.Mark.capital : 0)
              | (text.isNumber[place] ? EventWording.Mark.number : 0))
        }
        part.starts.append(UInt32(part.words.count))
      }
    }
    return part
  }

  private static func days(_ events: EventTable) -> [Day] {
    var byDay: [Int: [Int]] = [:]
    for (number, event) in events.events.enumerated() where event.report != nil {
      guard let date = event.date, date.precision == .day else { continue }
      byDay[date.firstEpochDay, default: []].append(number)
    }
    var days: [Day] = []
    var next = 0
    for (number, events) in byDay.sorted(by: { $0.key < $1.key }) {
      days.append(Day(number: number, events: events, firstTitle: next))
      next += events.count
    }
    return days
  }

  /// What comparing needs of the events of a day, in their order.
  func wordings(of day: Int) -> [EventWording] {
    guard let part = parts.first(where: { $0.days.contains(day) }) else { return [] }
    let firstTitle = days[day].firstTitle - days[part.days.lowerBound].firstTitle
    return days[day].events.enumerated().map { k, event in
      let (start, end) = (part.starts[firstTitle + k], part.starts[firstTitle + k + 1])
      return EventWording(
        part.words[Int(start)..<Int(end)], weights, sources: sources(of: event),
        isHeading: facts.bytes(of: events.events[event].title).isHeading)
    }
  }

  /// Events cite up to some dozens of items; of more, these tell enough.
  private static let maximumSources = 64

  /// Hashes of the addresses that an event cites, in order.
  private func sources(of event: Int) -> [UInt64] {
    let range = Int(cited.offsets[event])..<Int(cited.offsets[event + 1])
    var hashes = cited.items[range].map { facts.bytes(of: facts.sources[Int($0)].url).addressHash }
    if hashes.count > 1 { hashes = Set(hashes).sorted() }
    return hashes.count > Self.maximumSources ? Array(hashes.prefix(Self.maximumSources)) : hashes
  }
}

extension EventWording {
  /// What a word is in its title, in the two bits that a word leaves free.
  enum Mark {
    static let capital: UInt64 = 1
    static let number: UInt64 = 2
    static let all = capital | number
  }

  /// - Parameter marked: The title's words in order, with their marks.
  init(
    _ marked: ArraySlice<UInt64>, _ weights: WordWeights, sources: [UInt64], isHeading: Bool
  ) {
    words = marked.map { $0 & ~Mark.all }
    set.reserveCapacity(words.count)
    for word in marked.sorted() {
      let (hash, isName) = (word & ~Mark.all, word & Mark.capital != 0)
      if let last = set.last, last.hash == hash {
        if isName { set[set.count - 1].isName = true }
        continue
      }
      set.append(Word(hash: hash, weight: weights[hash], isName: isName))
      if word & Mark.number != 0 { numbers.append(hash) }
    }
    weight = set.reduce(0) { $0 + $1.weight }
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
