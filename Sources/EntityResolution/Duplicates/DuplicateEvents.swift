internal import EventGraph
internal import FileIO
internal import Glibc

/// Finds the events that are one happening told on several pages: the archive made a new page for
/// each re-wording.
///
/// Events of one day are one where `Likeness.score` says so. Events of neighbouring days are one only
/// where the words are all but the same and no number differs: a story that goes on says much the
/// same each day. What belongs together is closed over chains of re-wordings.
///
/// - Complexity: O(titles + pairs of events of one day or of neighbouring days).
struct DuplicateEvents: Sendable {
  /// Two events that were found to be one.
  struct Decision: Sendable {
    var first: Int
    var second: Int
    var likeness: Likeness
    /// Whether they stand on neighbouring days.
    var isRepeat: Bool

    var isSame: Bool { isRepeat || likeness.score > 0 }

    /// How sure `isSame` is, 0.5 … 1.
    var confidence: Double { isRepeat ? 0.95 : 1 / (1 + exp(-abs(likeness.score))) }

    /// Surest first; ties by number.
    static func isSurer(_ a: Decision, _ b: Decision) -> Bool {
      a.confidence != b.confidence
        ? a.confidence > b.confidence : (a.first, a.second) < (b.first, b.second)
    }
  }

  /// Pairs of one day that score less than this are not worth a look.
  private static let doubtfulScore = -1.0

  /// Pairs of events that are one or nearly were taken for one, by their numbers, in order.
  let decisions: [Decision]
  /// The event that stands for each event: itself, or the first of its group by page path.
  let representatives: [UInt32]

  /// - Parameter overrides: Pages that the user says are one event, or are not.
  init(_ facts: FactTable, _ events: EventTable, _ overrides: EventOverrides, threads: Int) {
    let wordings = EventWordings(facts, events, threads: threads)
    let labels = EventLabelWords(facts, events)
    let days = wordings.days
    // A day's pairs grow with the square of its events.
    let shares = shares(
      of: days.map { $0.events.count * ($0.events.count + 64) }, among: threads)
    let parts = mapWorkers(threads) { worker in
      var found: [Decision] = []
      var next: [EventWording]?
      for day in shares[worker] {
        let isFollowed = day + 1 < days.count && days[day + 1].number == days[day].number + 1
        let today = next ?? wordings.wordings(of: day)
        let tomorrow = isFollowed ? wordings.wordings(of: day + 1) : []
        next = isFollowed ? tomorrow : nil
        let events = days[day].events + (isFollowed ? days[day + 1].events : [])
        let both = today + tomorrow
        // A span lends its elements; an array would hand out copies, ten references each.
        let wordings = both.span
        Self.forEachPair(wordings, today: today.count) { first, second in
          Self.compare(
            wordings[first], wordings[second], (events[first], events[second]), labels,
            isRepeat: second >= today.count, into: &found)
        }
      }
      return found
    }
    decisions = parts.flatMap { $0 }
    var groups = JoinedPairs(count: events.events.count)
    for pair in overrides.notSame { groups.forbid(pair.first, pair.second) }
    for pair in overrides.same { groups.join(pair.first, pair.second) }
    for decision in decisions.sorted(by: Decision.isSurer) where decision.isSame {
      groups.join(decision.first, decision.second)
    }
    representatives = events.events.indices.map { UInt32(groups.root($0)) }
  }

  /// What was decided, for the user; a pair that the user decided is named after that.
  func listed(
    _ facts: FactTable, _ events: EventTable, _ overrides: EventOverrides
  ) -> [IdentityDecision] {
    func decision(
      _ pair: (first: Int, second: Int), _ isSame: Bool, _ rule: String, _ confidence: Double,
      _ evidence: String
    ) -> IdentityDecision {
      let paths = [pair.first, pair.second].map { facts.strings[events.events[$0].path] }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return IdentityDecision(
        subject: .event, first: paths[0], second: paths[1], isSame: isSame, rule: rule,
        confidence: confidence, evidence: evidence)
    }
    let overridden = Set(
      (overrides.same + overrides.notSame).map {
        [min($0.first, $0.second), max($0.first, $0.second)]
      })
    var all = overrides.same.map { decision($0, true, "override", 1, "the overrides say so") }
    all += overrides.notSame.map { decision($0, false, "override", 1, "the overrides say so") }
    for item in decisions {
      let pair = [min(item.first, item.second), max(item.first, item.second)]
      if overridden.contains(pair) { continue }
      let isOne = representatives[item.first] == representatives[item.second]
      all.append(
        decision(
          (item.first, item.second), isOne, item.isRepeat ? "wording.nextDay" : "wording.sameDay",
          isOne == item.isSame ? item.confidence : 1, item.likeness.summary))
    }
    return all
  }

  /// Days of more events than this are not compared each with each.
  private static let busyDay = 512
  /// On a busy day, events are compared that share a word which no more of them hold.
  private static let rareWord = 32

  /// Calls the body for each pair of a day's events, then for each of its events with one of the next
  /// day, by their places in both days together.
  ///
  /// - Parameter today: How many of the wordings are of the day; the others are of the next.
  private static func forEachPair(
    _ wordings: Span<EventWording>, today: Int, _ body: (Int, Int) -> Void
  ) {
    guard wordings.count > busyDay else {
      for first in 0..<today {
        for second in first + 1..<wordings.count { body(first, second) }
      }
      return
    }
    var holders: [UInt64: [Int]] = [:]
    for place in wordings.indices {
      for word in wordings[place].set { holders[word.hash, default: []].append(place) }
    }
    for place in 0..<today {
      var others: Set<Int> = []
      for word in wordings[place].set {
        if let places = holders[word.hash], places.count <= rareWord { others.formUnion(places) }
      }
      for other in others.sorted() where other > place { body(place, other) }
    }
  }

  private static func compare(
    _ a: borrowing EventWording, _ b: borrowing EventWording, _ events: (first: Int, second: Int),
    _ labels: EventLabelWords, isRepeat: Bool, into found: inout [Decision]
  ) {
    if isRepeat {
      // Most pairs end here: two texts of the same words weigh the same.
      guard min(a.weight, b.weight) >= 0.9 * max(a.weight, b.weight), a.words.count >= 6,
        b.words.count >= 6, a.numbers == b.numbers
      else { return }
    }
    if a.isHeading || b.isHeading { return }
    let shares = WordShares(a, b)
    // On one day, what shares less than this cannot reach a score above 0, or should not.
    guard
      isRepeat
        ? shares.overlap >= 0.9
        : shares.overlap >= 0.25 || shares.containment >= 0.6
          || a.sharesSource(with: b)
    else { return }
    let likeness = Likeness(
      a, b, shares, labels: (labels.labels(of: events.first), labels.labels(of: events.second)))
    if isRepeat ? likeness.sequence >= 0.95 : likeness.score > doubtfulScore {
      found.append(
        Decision(
          first: events.first, second: events.second, likeness: likeness, isRepeat: isRepeat))
    }
  }
}
