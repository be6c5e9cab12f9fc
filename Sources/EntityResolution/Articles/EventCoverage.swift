internal import EventGraph
internal import EventIngest
internal import FileIO
internal import Glibc

/// Finds the events that an article tells of: those most of whose sentence it says, near its date.
///
/// A word weighs by how few events' sentences hold it, and counts where the words beside it are said in
/// the same sentence of the article: a long article says any word somewhere. What is only named is not
/// told: of the words that name no entity the article must say nearly half, too.
struct EventCoverage: Sendable {
  struct Match: Sendable {
    /// The event's number.
    var event: Int
    /// The share of what the event's sentence says that the article says too, 0 … 1.
    var score: Float
    /// The share that its headline and first paragraphs say.
    var leadScore: Float
    /// Bytes of the article: the sentence that says most of it.
    var range: Range<Int>
  }

  private let known: Events
  /// How many events' titles hold each stem.
  private var titlesOfStem: [UInt32: Float] = [:]
  /// Events by entity's place.
  private let byEntity: (items: [UInt32], offsets: [UInt32])
  private let entities: NodesByKey

  private struct Events: Sendable {
    var events: [EventTable.Event]
    var mentions: TitleMentions
  }

  /// Days before and after the article's date of which it tells. Of what is older, within a year or so,
  /// it says little ("last year"), so that it must say nearly all of the event's sentence.
  private static let daysBefore = 45
  private static let daysOfPast = 400
  private static let daysAfter = 2
  /// Days after what an article without a date tells first: it is news within days.
  private static let daysAfterNews = 14

  init(_ assembly: borrowing GraphAssembly, threads: Int) {
    let table = assembly.facts.strings.table()
    let events = assembly.events.events
    known = Events(events: events, mentions: assembly.mentions)
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
        for stem in Set(Stems(title).all.map(\.hash)) { counts[stem, default: 0] += 1 }
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
  private static let leastWords = 5
  /// Words of the event's sentence between two that a sentence of the article says as well: what stands
  /// together there must stand together here, or any long article says any short sentence.
  private static let companyDistance = 3
  /// Of the event's sentence, by weight, and of its words that name no entity. Chosen on the articles
  /// and events of Examples and of the seeds, where what is told has 0.51 and more and what is not 0.47.
  private static let leastShare: Float = 0.5
  private static let leastPlainShare: Float = 0.45
  private static let leastShareOfPast: Float = 0.75
  /// Words as rare as can be that weigh as much as what is said: less is no sentence.
  private static let leastRareWords = 3

  /// - Parameter entities: That the article mentions.
  func matches(
    of body: ArticleBody, entities mentioned: Set<StringIndex>, date: PartialDate?,
    _ strings: StringTable
  ) -> [Match] {
    let said = SaidStems(body)
    var found: [Match] = []
    for event in candidates(mentioned, date, body.notBefore, strings) {
      if let match = match(event, said, strings) { found.append(match) }
    }
    func precedes(_ a: Match, _ b: Match, by score: (Match) -> Float) -> Bool {
      if score(a) != score(b) { return score(a) > score(b) }
      return strings.isLess(known.events[a.event].path, known.events[b.event].path)
    }
    var today = date
    if date == nil {
      let news = found.filter { match in
        guard let day = known.events[match.event].date, let least = body.notBefore else {
          return known.events[match.event].date != nil
        }
        return day.firstEpochDay >= least.firstEpochDay - Self.daysAfter
      }.min { precedes($0, $1, by: \.leadScore) }
      today = news.flatMap { known.events[$0.event].date }
    }
    // When it is that an article speaks is not known at all: precision comes first.
    guard let today else { return [] }
    let daysAfter = date == nil ? Self.daysAfterNews : Self.daysAfter
    found.removeAll { match in
      guard let day = known.events[match.event].date else { return true }
      let isPast = day.firstEpochDay < today.firstEpochDay - Self.daysBefore
      return day.firstEpochDay > today.lastEpochDay + daysAfter
        || day.firstEpochDay < today.firstEpochDay - Self.daysOfPast
        || isPast && match.score < Self.leastShareOfPast
    }
    found.sort { precedes($0, $1, by: \.score) }
    return Array(found.prefix(Self.mostMatches))
  }

  /// Events that share an entity.
  private func candidates(
    _ mentioned: Set<StringIndex>, _ date: PartialDate?, _ notBefore: PartialDate?,
    _ strings: StringTable
  ) -> [Int] {
    var first = Int.min
    var last = Int.max
    if let date {
      first = date.firstEpochDay - Self.daysOfPast
      last = date.lastEpochDay + Self.daysAfter
    } else if let notBefore {
      first = notBefore.firstEpochDay - Self.daysOfPast
    }
    let lists = mentioned.filter { entities.isNoted($0) }.map { entity in
      let place = entities.place(entity)
      return (
        key: entity,
        events: byEntity.items[
          Int(byEntity.offsets[place])..<Int(byEntity.offsets[place + 1])]
      )
    }.sorted { a, b in
      a.events.count != b.events.count
        ? a.events.count < b.events.count : strings.isLess(a.key, b.key)
    }
    var shared: Set<UInt32> = []
    for list in lists {
      for event in list.events {
        guard let day = known.events[Int(event)].date?.firstEpochDay, day >= first, day <= last
        else { continue }
        shared.insert(event)
      }
      if shared.count > Self.mostCandidates { break }
    }
    return shared.sorted().map { Int($0) }
  }

  /// What tells one of so many events from all: bits, in whole parts, whose sums are the same in any
  /// order.
  private func weight(ofCount count: Float) -> Int {
    let bits = log2(Float(known.events.count + 8) / (count + 0.5))
    return max(Self.bit / 8, Int(bits * Float(Self.bit)))
  }

  private static let bit = 1024

  private func match(
    _ event: Int, _ said: SaidStems, _ strings: StringTable
  ) -> Match? {
    let title = strings.bytes.span.extracting(
      strings.range(of: known.events[event].title))
    let own = Stems(title).all
    let sentences = own.map { said.sentences(saying: $0) }
    let names = known.mentions[event].map(\.range)
    var seen: Set<UInt32> = []
    var (all, allPlain, both, plain, lead) = (0, 0, 0, 0, 0)
    var shared: [UInt32] = []
    for (k, stem) in own.enumerated() where seen.insert(stem.hash).inserted {
      let weight = weight(ofCount: titlesOfStem[stem.hash] ?? 0)
      let isPlain = !names.contains { $0.contains(Int(stem.start)) }
      all += weight
      if isPlain { allPlain += weight }
      guard let here = sentences[k] else { continue }
      let isInCompany = sentences.indices.contains { j in
        j != k && abs(j - k) <= Self.companyDistance && own[j].hash != stem.hash
          && sentences[j].map { !$0.isDisjoint(with: here) } ?? false
      }
      guard isInCompany else { continue }
      shared.append(stem.hash)
      both += weight
      if isPlain { plain += weight }
      if said.isLead(here) { lead += weight }
    }
    guard shared.count >= Self.leastWords, both >= Self.leastRareWords * weight(ofCount: 0.5) else {
      return nil
    }
    let score = Float(both) / Float(all)
    guard score >= Self.leastShare, Float(plain) >= Self.leastPlainShare * Float(allPlain) else {
      return nil
    }
    return Match(
      event: event, score: score, leadScore: Float(lead) / Float(all),
      range: said.bestSentence(for: shared) { weight(ofCount: titlesOfStem[$0] ?? 0) })
  }
}

/// The words of a text that tell what it is about, without their endings and cut, so that "killed" and
/// "killing" or "Russia" and "Russian" meet: hashes, in order.
struct Stems: Sendable {
  struct Stem: Sendable {
    var hash: UInt32
    /// Where the word begins, in bytes.
    var start: UInt32
    /// Of a long word as a whole: "airstrikes"; 0 of a short one.
    var whole: UInt32 = 0
    /// Of the word before it and it as one: "air strikes"; 0 where they are short.
    var joined: UInt32 = 0
  }

  private(set) var all: [Stem] = []

  private static let stemLength = 6
  private static let compoundLength = 10
  private static let longestText = 1 << 15
  private static let common = Set(WordList.commonWords.map { hash(Array($0.utf8)[...], salt: 0) })

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
      let isCapitals = stop - k > 1 && text[k].isASCIIUpper && text[k + 1].isASCIIUpper
      let isNumber = word.first.map { $0 >= 48 && $0 <= 57 } ?? false
      // Short words are grammar; short capitals are names ("UN").
      if word.count >= 4 || isCapitals || isNumber,
        !Self.common.contains(Self.hash(word[...], salt: 0))
      {
        var stem = Stem(hash: Self.hash(Self.stem(word), salt: 1), start: UInt32(k))
        stem.whole = Self.compound(word)
        stem.joined = Self.compound(last + word)
        all.append(stem)
      }
      k = stop
    }
  }

  private static func stem(_ word: [UInt8]) -> ArraySlice<UInt8> {
    for ending in ["ing", "ed", "es", "s"] {
      let length = word.count - ending.utf8.count
      if length >= 4, word[length...].elementsEqual(ending.utf8) {
        return word[..<min(length, stemLength)]
      }
    }
    return word.prefix(stemLength)
  }

  private static func compound(_ word: [UInt8]) -> UInt32 {
    word.count > stemLength ? hash(word.prefix(compoundLength), salt: 2) : 0
  }

  private static func hash(_ word: ArraySlice<UInt8>, salt: UInt8) -> UInt32 {
    let hash = (Array(word) + [salt]).span.stableHash
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32) | 1
  }
}

/// What an article says, by sentence.
private struct SaidStems {
  private var sentences: [(range: Range<Int>, stems: Set<UInt32>)] = []
  /// Places in `sentences`, by stem.
  private var all: [UInt32: [Int]] = [:]
  /// Sentences of headings and of the first paragraphs.
  private var leads: Set<Int> = []
  private static let leadParagraphs = 3

  init(_ body: ArticleBody) {
    var paragraphs = 0
    for block in body.blocks {
      if block.isParagraph { paragraphs += 1 }
      let isLead =
        block.isHeading || block.isParagraph && paragraphs <= Self.leadParagraphs
      let text = Array(body.text[block.range])
      for sentence in Sentences.ranges(text) {
        var stems: Set<UInt32> = []
        for stem in Stems(text.span.extracting(sentence)).all {
          stems.formUnion([stem.hash, stem.whole, stem.joined])
        }
        stems.remove(0)
        let start = block.range.lowerBound
        sentences.append(
          (start + sentence.lowerBound..<start + sentence.upperBound, stems))
        if isLead { leads.insert(sentences.count - 1) }
        for stem in stems { all[stem, default: []].append(sentences.count - 1) }
      }
    }
  }

  /// The sentences that say a word, alone or as one with its neighbour; nil for none.
  func sentences(saying stem: Stems.Stem) -> Set<Int>? {
    var found: Set<Int> = []
    for hash in [stem.hash, stem.whole, stem.joined] where hash != 0 {
      found.formUnion(all[hash] ?? [])
    }
    return found.isEmpty ? nil : found
  }

  func isLead(_ sentences: Set<Int>) -> Bool { !sentences.isDisjoint(with: leads) }

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
