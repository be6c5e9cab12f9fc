internal import EventGraph
internal import FileIO
internal import Glibc

/// Finds the events that an article tells of: those most of whose sentence it says, near its date.
///
/// A word weighs by how few events' sentences hold it, and counts where the words beside it are said in
/// the same sentence of the article: a long article says any word somewhere. What is only named is not
/// told: of the words that name no entity the article must say nearly half, too.
struct EventCoverage<Events: CoverableEvents>: Sendable {
  typealias Match = CoverageMatch

  let known: Events
  /// How many events' titles hold each stem.
  private var titlesOfStem: [UInt32: Float] = [:]
  /// Events by entity's place.
  private let byEntity: (items: [UInt32], offsets: [UInt32])

  /// Days before and after the article's date of which it tells. Of what is older, within a year or so,
  /// it says little ("last year"), so that it must say nearly all of the event's sentence.
  private static var daysBefore: Int { 45 }
  private static var daysOfPast: Int { 400 }
  private static var daysAfter: Int { 2 }
  /// Of the last days, one sentence anywhere tells; of what is older it reminds.
  private static var daysOfNews: Int { 7 }
  /// Days after what an article without a date tells first: it is news within days.
  private static var daysAfterNews: Int { 14 }

  /// - Parameters:
  ///   - named: Which entities each event has, by their places; each pair once, in any order.
  ///   - entityCount: All places are below it.
  init(
    _ events: Events, named: [(entity: UInt32, event: UInt32)], entityCount: Int,
    _ strings: StringTable, threads: Int
  ) {
    known = events
    let items = named.sorted { $0 < $1 }
    let buckets = bucketed(items.map(\.entity), buckets: entityCount)
    byEntity = (buckets.items.map { items[Int($0)].event }, buckets.offsets)
    let parts = mapWorkers(threads) { worker in
      var counts: [UInt32: Float] = [:]
      for event in share(events.count, of: worker, among: threads) {
        let title = strings.bytes.span.extracting(strings.range(of: events.title(event)))
        for stem in Set(Stems(title).all.map(\.hash)) { counts[stem, default: 0] += 1 }
      }
      return counts
    }
    for part in parts { titlesOfStem.merge(part, uniquingKeysWith: +) }
  }

  /// Events that are looked at for one article, at most; those that share the rarest entities come
  /// first.
  private static var mostCandidates: Int { 20_000 }
  /// Covered events of one article, at most.
  private static var mostMatches: Int { 20 }
  private static var leastWords: Int { 5 }
  /// Words of the event's sentence between two that a sentence of the article says as well: what stands
  /// together there must stand together here, or any long article says any short sentence.
  private static var companyDistance: Int { 3 }
  /// Of the event's sentence, by weight, and of its words that name no entity. Chosen on the articles
  /// and events of Examples and of the seeds, where what is told has 0.51 and more and what is not 0.47.
  private static var leastShare: Float { 0.5 }
  private static var leastPlainShare: Float { 0.45 }
  private static var leastShareOfPast: Float { 0.75 }
  /// An event is told in passing where neither the beginning nor a second sentence says half of what
  /// its words say besides names, which stand all over an article.
  private static var asideParts: Int { 2 }
  /// Words as rare as can be that weigh as much as what is said: less is no sentence.
  private static var leastRareWords: Int { 3 }

  /// - Parameters:
  ///   - mentioned: Places of the entities that the article mentions, each once.
  ///   - date: Of the article; without one, that of the event which its beginning tells of.
  func matches(
    of body: ArticleBody, entities mentioned: [Int], date: PartialDate?, _ strings: StringTable
  ) -> [Match] {
    let said = SaidStems(body)
    var found: [Match] = []
    for event in candidates(mentioned, date, body.notBefore, strings) {
      if let match = match(event, said, strings) { found.append(match) }
    }
    func precedes(_ a: Match, _ b: Match, by score: (Match) -> Float) -> Bool {
      if score(a) != score(b) { return score(a) > score(b) }
      return strings.isLess(known.key(a.event), known.key(b.event))
    }
    var today = date
    if date == nil {
      let news = found.filter { match in
        guard let day = known.date(match.event), let least = body.notBefore else {
          return known.date(match.event) != nil
        }
        return day.firstEpochDay >= least.firstEpochDay - Self.daysAfter
      }.min { precedes($0, $1, by: \.leadScore) }
      today = news.flatMap { known.date($0.event) }
    }
    // When it is that an article speaks is not known at all: precision comes first.
    guard let today else { return [] }
    let daysAfter = date == nil ? Self.daysAfterNews : Self.daysAfter
    found.removeAll { match in
      guard let day = known.date(match.event) else { return true }
      let isPast = day.firstEpochDay < today.firstEpochDay - Self.daysBefore
      let isNews = day.firstEpochDay >= today.firstEpochDay - Self.daysOfNews
      return day.firstEpochDay > today.lastEpochDay + daysAfter
        || day.firstEpochDay < today.firstEpochDay - Self.daysOfPast
        || isPast && match.score < Self.leastShareOfPast
        // "The company lost another aircraft in March": what led here is not what is told.
        || !isNews && match.isAside
    }
    found.sort { precedes($0, $1, by: \.score) }
    return Array(found.prefix(Self.mostMatches))
  }

  /// Events that share an entity.
  private func candidates(
    _ mentioned: [Int], _ date: PartialDate?, _ notBefore: PartialDate?, _ strings: StringTable
  ) -> [Int] {
    var first = Int.min
    var last = Int.max
    if let date {
      first = date.firstEpochDay - Self.daysOfPast
      last = date.lastEpochDay + Self.daysAfter
    } else if let notBefore {
      first = notBefore.firstEpochDay - Self.daysOfPast
    }
    let lists = mentioned.map { place in
      (
        key: known.entityKey(place),
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
        guard let day = known.date(Int(event))?.firstEpochDay, day >= first, day <= last
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
    let bits = log2(Float(known.count + 8) / (count + 0.5))
    return max(Self.bit / 8, Int(bits * Float(Self.bit)))
  }

  private static var bit: Int { 1024 }

  private func match(
    _ event: Int, _ said: SaidStems, _ strings: StringTable
  ) -> Match? {
    let title = strings.bytes.span.extracting(
      strings.range(of: known.title(event)))
    let own = Stems(title).all
    let sentences = own.map { said.sentences(saying: $0) }
    let names = known.names(event)
    var seen: Set<UInt32> = []
    var (all, allPlain, both, plain, lead, leadPlain) = (0, 0, 0, 0, 0, 0)
    var (shared, sharedPlain): ([UInt32], [UInt32]) = ([], [])
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
      let isLead = said.isLead(here)
      if isLead { lead += weight }
      if isPlain {
        plain += weight
        sharedPlain.append(stem.hash)
        if isLead { leadPlain += weight }
      }
    }
    guard shared.count >= Self.leastWords, both >= Self.leastRareWords * weight(ofCount: 0.5) else {
      return nil
    }
    let score = Float(both) / Float(all)
    guard score >= Self.leastShare, Float(plain) >= Self.leastPlainShare * Float(allPlain) else {
      return nil
    }
    let rarity = { (stem: UInt32) in self.weight(ofCount: titlesOfStem[stem] ?? 0) }
    let best = said.bestSentence(for: shared, weight: rarity)
    let next = said.weightBeside(best, of: sharedPlain, weight: rarity)
    return Match(
      event: event, score: score, leadScore: Float(lead) / Float(all),
      range: said.range(ofSentence: best), wordCount: shared.count,
      isAside: leadPlain * Self.asideParts < plain && next * Self.asideParts < plain)
  }
}
