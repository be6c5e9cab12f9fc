internal import EventGraph
internal import Glibc

/// What labels mean in events that no wikitext links: decided by what links give the same words in other
/// events, the labels beside them, and how far apart in time the events are; left open where that leaves
/// a doubt.
///
/// A label stands for itself until this says otherwise, so that "President" beside nothing that tells
/// whose stays a node of its own, marked ambiguous.
struct LabelMeanings: Sendable {
  private var uses: [StringIndex: LinkedUses] = [:]
  private let labels: EventLabels
  private let events: EventTable
  /// Events in which labels were left open, each once, in no order.
  private var open: [StringIndex: [Int]] = [:]

  /// Belief at which a meaning is taken.
  private static let leastBelief = 0.98
  /// Uses below which nothing is concluded.
  private static let leastUses = 5
  /// The same of the meaning itself: links that were made once tell of their own sentence alone.
  private static let leastOwnUses = 3
  /// How much the label's whole company counts beside one meaning's.
  private static let smoothing = 0.4
  private static let mostCompany = 40
  /// Years after which a use says half as much.
  private static let halfYears = 4.0

  /// - Parameter asked: The labels that have no link where they stand.
  init(
    asked: Set<StringIndex>, _ labels: EventLabels, _ facts: FactTable, _ events: EventTable
  ) {
    self.labels = labels
    self.events = events
    var seen: Set<[UInt32]> = []
    var lists: [StringIndex: [LinkedUse]] = [:]
    for link in facts.links
    where asked.contains(link.label) && (link.role == .title || link.role == .innermostTopic) {
      let event = events.number(of: link.event)
      let key = [link.label.rawValue, link.entity.rawValue, UInt32(event)]
      guard seen.insert(key).inserted else { continue }
      let day = events.events[event].date?.firstEpochDay ?? 0
      lists[link.label, default: []].append(
        LinkedUse(target: link.entity, event: event, day: day))
    }
    for (label, list) in lists { uses[label] = LinkedUses(list, facts.strings) }
  }

  /// What a label means in an event; nil where that is open, which is noted.
  ///
  /// Asked once for each label of an event.
  mutating func meaning(
    of label: StringIndex, event: Int, _ strings: borrowing StringInterner
  ) -> StringIndex? {
    guard let all = uses[label] else { return nil }
    let day = events.events[event].date?.firstEpochDay
    let near = all.nearest(to: day)
    let beliefs = beliefs(near, of: label, event, day, strings)
    let bytes = strings.bytes.span
    let best = beliefs.max { a, b in
      if a.value != b.value { return a.value < b.value }
      return bytes.isLess(strings.range(of: b.key), strings.range(of: a.key))
    }
    if let best, best.value >= Self.leastBelief, all.count >= Self.leastUses,
      (all.counts[best.key] ?? 0) >= Self.leastOwnUses,
      isOfTime(best.key, event, strings)
    {
      return best.key
    }
    open[label, default: []].append(event)
    return nil
  }

  /// Whether a name of one year ("Southern Sudanese independence referendum, 2011") is of the event's.
  private func isOfTime(
    _ target: StringIndex, _ event: Int, _ strings: borrowing StringInterner
  ) -> Bool {
    let years = NameForm(strings[target]).years
    guard let year = events.events[event].date?.year, !years.isEmpty else { return true }
    return years.contains { abs($0 - year) <= 1 }
  }

  /// How likely each meaning is: its share of the uses near in time, times how much better it explains
  /// the labels beside (a naive Bayes that trusts its company less than that would say).
  private func beliefs(
    _ uses: [LinkedUse], of label: StringIndex, _ event: Int, _ day: Int?,
    _ strings: borrowing StringInterner
  ) -> [StringIndex: Double] {
    // In an order that is not that of arrival.
    let bytes = strings.bytes.span
    let company = labels.byEvent[event].filter { $0 != label }.sorted {
      bytes.isLess(strings.range(of: $0), strings.range(of: $1))
    }.prefix(Self.mostCompany)
    var ofTarget: [StringIndex: Double] = [:]
    var beside: [StringIndex: [Double]] = [:]
    var besideAny = [Double](repeating: 0, count: company.count)
    var all = 0.0
    for use in uses where use.event != event {
      let weight = weight(of: use, day)
      ofTarget[use.target, default: 0] += weight
      all += weight
      for (k, other) in company.enumerated() where labels.has(other, event: use.event) {
        besideAny[k] += weight
        beside[use.target, default: Array(repeating: 0, count: company.count)][k] += weight
      }
    }
    guard all > 0 else { return [:] }
    // In whole 1/1024: sums of such numbers do not depend on their order.
    var scores: [StringIndex: Double] = [:]
    for (target, count) in ofTarget {
      // Labels of one event say the same more than once: two count as one and a half.
      var evidence = 0.0
      var labels = 0.0
      for k in company.indices where besideAny[k] > 0 {
        let share = besideAny[k] / all
        let own = (beside[target]?[k] ?? 0)
        let like = (own + Self.smoothing * share) / (count + Self.smoothing) / share
        evidence += log(like)
        labels += 1
      }
      scores[target] = log(count / all) + evidence / max(1, labels).squareRoot()
    }
    let top = scores.values.max() ?? 0
    let total = scores.values.map { exp($0 - top) }.sorted().reduce(0, +)
    return scores.mapValues { exp($0 - top) / total }
  }

  private func weight(of use: LinkedUse, _ day: Int?) -> Double {
    guard let day, let own = events.events[use.event].date?.firstEpochDay else { return 0.5 }
    let years = Double(abs(day - own)) / 365.25
    return (exp(-years / Self.halfYears * 0.693) * 1024).rounded(.up) / 1024
  }

  /// What is left open under one name.
  private struct Ambiguity {
    var events: Set<Int> = []
    var counts: [StringIndex: Int] = [:]
  }

  /// Those that could mean several, for people: which, how often, and in how many events it is open.
  ///
  /// Spellings that are one name are one label and one meaning.
  func listed(_ names: EntityNames, _ strings: borrowing StringInterner) -> [IdentityDecision] {
    var ambiguities: [StringIndex: Ambiguity] = [:]
    for (label, events) in open {
      var ambiguity = ambiguities.removeValue(forKey: names[label]) ?? Ambiguity()
      ambiguity.events.formUnion(events)
      for (target, count) in uses[label]?.counts ?? [:] {
        ambiguity.counts[names[target], default: 0] += count
      }
      ambiguities[names[label]] = ambiguity
    }
    let bytes = strings.bytes.span
    var rows: [IdentityDecision] = []
    for (label, ambiguity) in ambiguities where ambiguity.counts.count > 1 {
      let meanings = ambiguity.counts.sorted { a, b in
        a.value != b.value
          ? a.value > b.value : bytes.isLess(strings.range(of: a.key), strings.range(of: b.key))
      }
      guard let best = meanings.first, best.key != label else { continue }
      let (own, other) = (strings[label], strings[best.key])
      let all = meanings.reduce(0) { $0 + $1.value }
      let shown = meanings.prefix(5).map { "\(strings[$0.key]) \($0.value)" }
      let rest = meanings.count - shown.count
      let pair = [own, other].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      rows.append(
        IdentityDecision(
          subject: .entity, first: pair[0], second: pair[1], isSame: false,
          rule: IdentityDecision.ambiguousLabel,
          confidence: max(0.5, 1 - Double(best.value) / Double(all)),
          evidence: "'\(own)' is open in \(ambiguity.events.count) events; links give it "
            + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")))
    }
    return rows.sorted()
  }
}
