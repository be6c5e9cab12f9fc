internal import EventGraph
internal import EventIngest
internal import FileIO
internal import Glibc

/// Finds the events that an article tells of: those whose sentence it says, word by word and name by
/// name, near its date.
///
/// A word or an entity weighs by how few events have it, so that two articles on one war are not one
/// event. An event is covered where the article says most of its sentence by weight, and enough of it
/// that chance does not explain it.
struct EventCoverage: Sendable {
  struct Match: Sendable {
    /// The event's number.
    var event: Int
    /// The share of what the event's sentence says that the article says too, 0 … 1.
    var score: Float
    /// Bytes of the article: the sentence that says most of it.
    var range: Range<Int>
  }

  private let assembly: Events
  /// How many events' titles hold each stem.
  private var titlesOfStem: [UInt32: Float] = [:]
  /// Events by entity's place.
  private let byEntity: (items: [UInt32], offsets: [UInt32])
  private let entities: NodesByKey

  private struct Events: Sendable {
    var events: [EventTable.Event]
    var named: [[EventLabels.NamedLabel]]
  }

  /// Days before and after the article's date from which it tells.
  private static let daysBefore = 45
  private static let daysAfter = 2
  /// Events of this many days around the likeliest, where the article gives no date.
  private static let daysAround = 60

  init(_ assembly: borrowing GraphAssembly, threads: Int) {
    let table = assembly.facts.strings.table()
    let events = assembly.events.events
    self.assembly = Events(events: events, named: assembly.labels.named)
    entities = assembly.entities
    var items: [(entity: UInt32, event: UInt32)] = []
    for (number, named) in assembly.labels.named.enumerated() {
      for name in Set(named.map(\.entity)) {
        items.append((UInt32(assembly.entities.place(name)), UInt32(number)))
      }
    }
    items.sort { $0 < $1 }
    let buckets = bucketed(items.map(\.entity), buckets: assembly.entities.keys.count)
    byEntity = (buckets.items.map { items[Int($0)].event }, buckets.offsets)
    let parts = mapWorkers(threads) { worker in
      var counts: [UInt32: Float] = [:]
      for number in share(events.count, of: worker, among: threads) {
        let title = table.bytes.span.extracting(table.range(of: events[number].title))
        for stem in Set(Stems(title).stems) { counts[stem, default: 0] += 1 }
      }
      return counts
    }
    for part in parts { titlesOfStem.merge(part, uniquingKeysWith: +) }
  }

  /// Events that are looked at for one article, at most; those that share the rarest entities come
  /// first.
  private static let mostCandidates = 20_000
  /// Covered events of one article, at most.
  private static let mostMatches = 20
  private static let leastWords = 4
  /// Of the event's sentence and of its entities.
  private static let leastShare: Float = 0.55
  /// Sum of the weights of what is said, in bits: what chance would say of a sentence is about half.
  private static let leastWeight = 14 * bit

  /// - Parameter entities: That the article mentions.
  func matches(
    of body: ArticleBody, entities mentioned: Set<StringIndex>, date: PartialDate?,
    _ strings: StringTable
  ) -> [Match] {
    let said = SaidStems(body)
    var found: [Match] = []
    for event in candidates(mentioned, date, body.notBefore, strings) {
      if let match = match(event, said, mentioned, body, strings) { found.append(match) }
    }
    found.sort { a, b in
      if a.score != b.score { return a.score > b.score }
      return strings.isLess(
        assembly.events[a.event].path, assembly.events[b.event].path)
    }
    // Without a date of its own the article tells of one time: that of the likeliest event.
    if date == nil, let anchor = found.first.flatMap({ assembly.events[$0.event].date }) {
      found.removeAll { match in
        guard let day = assembly.events[match.event].date else { return true }
        return abs(day.firstEpochDay - anchor.firstEpochDay) > Self.daysAround
      }
    }
    return Array(found.prefix(Self.mostMatches))
  }

  /// Events that share two of the entities, or one that few events have.
  private func candidates(
    _ mentioned: Set<StringIndex>, _ date: PartialDate?, _ notBefore: PartialDate?,
    _ strings: StringTable
  ) -> [Int] {
    var first = Int.min
    var last = Int.max
    if let date {
      first = date.firstEpochDay - Self.daysBefore
      last = date.lastEpochDay + Self.daysAfter
    } else if let notBefore {
      first = notBefore.firstEpochDay - Self.daysBefore
    }
    let lists = mentioned.filter { entities.isNoted($0) }.map { entity in
      let place = entities.place(entity)
      return (
        key: entity, events: byEntity.items[
          Int(byEntity.offsets[place])..<Int(byEntity.offsets[place + 1])]
      )
    }.sorted { a, b in
      a.events.count != b.events.count
        ? a.events.count < b.events.count : strings.isLess(a.key, b.key)
    }
    var shared: [UInt32: Int] = [:]
    for list in lists {
      let weight = weight(ofCount: Float(list.events.count))
      for event in list.events {
        guard let day = assembly.events[Int(event)].date?.firstEpochDay, day >= first, day <= last
        else { continue }
        shared[event, default: 0] += weight
      }
      if shared.count > Self.mostCandidates { break }
    }
    return shared.filter { $0.value >= Self.leastEntityWeight }.map { Int($0.key) }.sorted()
  }

  /// Of the entities that an event and an article share, in bits.
  private static let leastEntityWeight = 6 * bit

  /// What tells one of so many events from all: bits, in whole parts, whose sums are the same in any
  /// order.
  private func weight(ofCount count: Float) -> Int {
    let bits = log2(Float(assembly.events.count + 8) / (count + 0.5))
    return max(Self.bit / 8, Int(bits * Float(Self.bit)))
  }

  private static let bit = 1024

  private func match(
    _ event: Int, _ said: SaidStems, _ mentioned: Set<StringIndex>, _ body: ArticleBody,
    _ strings: StringTable
  ) -> Match? {
    let title = strings.bytes.span.extracting(
      strings.range(of: assembly.events[event].title))
    let own = Stems(title)
    var seen: Set<UInt32> = []
    var (all, both) = (0, 0)
    var count = 0
    var shared: [UInt32] = []
    for (k, stem) in own.stems.enumerated() where seen.insert(stem).inserted {
      let weight = weight(ofCount: titlesOfStem[stem] ?? 0)
      all += weight
      if said.says(own, k) {
        both += weight
        count += 1
        shared.append(stem)
      }
    }
    guard count >= Self.leastWords, both >= Self.leastWeight else { return nil }
    var (allNames, bothNames) = (0, 0)
    for name in Set(assembly.named[event].map(\.entity)) {
      let place = entities.place(name)
      let uses = Float(byEntity.offsets[place + 1] - byEntity.offsets[place])
      let weight = weight(ofCount: uses)
      allNames += weight
      if mentioned.contains(name) { bothNames += weight }
    }
    let score = 0.7 * Float(both) / Float(all) + 0.3 * Float(bothNames) / Float(max(1, allNames))
    guard score >= Self.leastShare else { return nil }
    return Match(event: event, score: score, range: said.bestSentence(for: shared) { self.weight(ofCount: titlesOfStem[$0] ?? 0) })
  }
}

/// The words of a text that tell what it is about, cut so that "killed" and "killing" or "Russia" and
/// "Russian" meet: hashes, in order.
struct Stems: Sendable {
  private(set) var stems: [UInt32] = []
  /// Of each word and the next as one: "air strikes" and "airstrikes" are one word.
  private(set) var joined: [UInt32] = []

  private static let stemLength = 6
  private static let longestText = 1 << 15

  init(_ text: Span<UInt8>) {
    var last: [UInt8] = []
    var word: [UInt8] = []
    var k = 0
    let end = min(text.count, Self.longestText)
    while k < end {
      let stop = Words.end(text, from: k)
      guard stop > k else {
        k += Words.scalar(text, at: k).length
        continue
      }
      swap(&last, &word)
      word.removeAll(keepingCapacity: true)
      Words.appendFolded(text.extracting(k..<stop), to: &word)
      let isNumber = word.first.map { $0 >= 48 && $0 <= 57 } ?? false
      // Short words are grammar; short capitals are names ("UN").
      if word.count >= 4 || isNumber || text[k].isASCIIUpper && stop - k > 1 && text[k + 1].isASCIIUpper
      {
        stems.append(Self.hash(word[...]))
        if joined.count < stems.count - 1 { joined.append(0) }
        if !last.isEmpty, stems.count > 1 {
          joined[joined.count - 1] = Self.hash((last + word)[...])
        }
      }
      k = stop
    }
    while joined.count < stems.count { joined.append(0) }
  }

  private static func hash(_ word: ArraySlice<UInt8>) -> UInt32 {
    let hash = Array(word.prefix(stemLength)).span.stableHash
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32) | 1
  }
}

/// What an article says, by sentence.
private struct SaidStems {
  private var sentences: [(range: Range<Int>, stems: Set<UInt32>)] = []
  private var all: Set<UInt32> = []

  init(_ body: ArticleBody) {
    for block in body.blocks {
      let text = Array(body.text[block.range])
      for sentence in Sentences.ranges(text) {
        let own = Stems(text.span.extracting(sentence))
        var stems = Set(own.stems)
        stems.formUnion(own.joined)
        let start = block.range.lowerBound
        sentences.append(
          (start + sentence.lowerBound..<start + sentence.upperBound, stems))
        all.formUnion(stems)
      }
    }
  }

  /// Whether it says the word at a place of a text, alone or as one with its neighbour.
  func says(_ text: Stems, _ k: Int) -> Bool {
    if all.contains(text.stems[k]) { return true }
    if text.joined[k] != 0, all.contains(text.joined[k]) { return true }
    return k > 0 && text.joined[k - 1] != 0 && all.contains(text.joined[k - 1])
  }

  /// The first of the sentences that say most of some words.
  func bestSentence(for stems: [UInt32], weight: (UInt32) -> Int) -> Range<Int> {
    var best: (weight: Int, range: Range<Int>) = (-1, 0..<0)
    for sentence in sentences {
      let weight = stems.reduce(0) { $0 + (sentence.stems.contains($1) ? weight($1) : 0) }
      if weight > best.weight { best = (weight, sentence.range) }
    }
    return best.range
  }
}
