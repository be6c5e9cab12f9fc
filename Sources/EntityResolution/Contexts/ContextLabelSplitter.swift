internal import EventGraph

/// Splits the archive's lists of context labels, `a, b, c`, where a label may hold ", " itself
/// ("Washington, D.C.").
///
/// Whether two neighbouring pieces p and q are one label is decided for each event by the first of
/// these that speaks:
///
/// 1. a topic heading of the event is the whole of them: one label;
/// 2. the event's own title names p and q, but not "p, q": two labels, since labels are words of the
///    title;
/// 3. a list of shared labels of the event and another (which the archive sorts) holds one of them
///    without the other: two labels; holds them out of order: one label;
/// 4. what the same two pieces were in other events, by 1 to 3;
/// 5. what q was behind other pieces, by 1 to 3 ("…, Texas" is mostly one label, "…, Iraq" is not).
///
/// 4 and 5 are conclusions and not readings, so each is a diagnostic that names both readings.
struct ContextLabelSplitter {
  enum Verdict { case one, two }

  /// Votes of the events that decide it themselves.
  private struct Votes {
    var one: UInt32 = 0
    var two: UInt32 = 0

    mutating func add(_ verdict: Verdict?) {
      if verdict == .one { one += 1 }
      if verdict == .two { two += 1 }
    }
  }

  struct Doubt {
    /// Into `FactTable.contextLists`.
    var list: Int
    var first: StringIndex
    var second: StringIndex
    var verdict: Verdict
  }

  private var facts: FactTable
  private let events: EventTable
  private var pairVotes: [UInt64: Votes] = [:]
  private var secondVotes: [StringIndex: Votes] = [:]
  private var topicLabels: Set<StringIndex> = []
  private var topicsByEvent: [Int: [StringIndex]] = [:]

  /// Each event's labels, in order of first appearance, and where its own lists name them.
  private(set) var labels: EventLabels
  private(set) var doubts: [Doubt] = []
  /// How many labels each list of shared labels holds, by its place in `facts.contextLists`.
  private(set) var listLabelCounts: [UInt16] = []

  /// Own lists that hold a comma, by event, with the evidence for each of their commas.
  private struct OpenList {
    var fact: Int
    var event: Int
    /// What rules 1 and 2 say of each comma, then what rule 3 says.
    var separators: [Verdict?]
    /// Lists of shared labels for and against, by comma.
    var votes: [Votes] = []

    /// The lists' majority decides where nothing before did: they may contradict each other.
    mutating func settle() {
      for k in votes.indices where separators[k] == nil && votes[k].one != votes[k].two {
        separators[k] = votes[k].one > votes[k].two ? .one : .two
      }
    }
  }

  static func split(
    _ facts: consuming FactTable, _ events: EventTable
  ) -> ContextLabels {
    var splitter = ContextLabelSplitter(facts: facts, events: events)
    let open = splitter.readOwnLists()
    splitter.decide(open)
    splitter.readSharedLists()
    return ContextLabels(
      facts: splitter.facts, labels: splitter.labels, doubts: splitter.doubts,
      listLabelCounts: splitter.listLabelCounts)
  }

  private init(facts: consuming FactTable, events: EventTable) {
    labels = EventLabels(eventCount: events.events.count)
    self.facts = facts
    self.events = events
    listLabelCounts = Array(repeating: 0, count: self.facts.contextLists.count)
    for fact in self.facts.topics {
      topicLabels.insert(fact.label)
      topicsByEvent[events.number(of: fact.event), default: []].append(fact.label)
    }
  }

  // MARK: The events' own lists

  /// Adds the lists without a comma at once and gives back the others with what rules 1 and 2 say.
  private mutating func readOwnLists() -> [OpenList] {
    var open: [OpenList] = []
    var pieces = LabelPieces()
    for (index, fact) in facts.contextLists.enumerated() where fact.other.isEmpty {
      let event = events.number(of: fact.event)
      let list = facts.strings.range(of: fact.list)
      pieces.cut(facts.strings.bytes.span.extracting(list))
      if pieces.count == 1 {
        addOwn(index, event, pieces, 0, 0)
      } else if pieces.count > 1 {
        open.append(
          OpenList(
            fact: index, event: event,
            separators: (1..<pieces.count).map { verdict(pieces, before: $0, event, list) }))
      }
    }
    addSharedEvidence(&open)
    return open
  }

  /// Rules 1 and 2.
  private func verdict(
    _ pieces: LabelPieces, before k: Int, _ event: Int, _ list: Range<Int>
  ) -> Verdict? {
    let bytes = facts.strings.bytes.span
    let text = bytes.extracting(list)
    for topic in topicsByEvent[event] ?? [] {
      let label = bytes.extracting(facts.strings.range(of: topic))
      if label.firstIndex(of: UInt8(ascii: ","), from: 0, to: label.count) == nil { continue }
      if covers(label, text, pieces, k) { return .one }
    }
    guard let report = events.events[event].report else { return nil }
    let title = bytes.extracting(facts.strings.range(of: report.title))
    let both = text.extracting(pieces.range(k - 1, k))
    if title.firstWord(both) != nil { return nil }
    let first = title.firstWord(text.extracting(pieces.range(k - 1, k - 1)))
    let second = title.firstWord(text.extracting(pieces.range(k, k)))
    // A heading may be one label that the title holds only in part.
    return first != nil && second != nil ? .two : nil
  }

  /// Whether the label stands in the list from one piece to another and over the comma before k.
  private func covers(
    _ label: Span<UInt8>, _ list: Span<UInt8>, _ pieces: LabelPieces, _ k: Int
  ) -> Bool {
    var first = k - 1
    while first >= 0 {
      let start = pieces.range(first, first).lowerBound
      if start + label.count <= list.count, start + label.count >= pieces.range(k, k).upperBound,
        label.equalsUpToFirstCase(list.extracting(start..<start + label.count))
      {
        return true
      }
      first -= 1
    }
    return false
  }

  /// Rule 3, over all lists of shared labels.
  private mutating func addSharedEvidence(_ open: inout [OpenList]) {
    var listsOfEvent: [[Int32]] = Array(repeating: [], count: events.events.count)
    for (k, list) in open.enumerated() where list.separators.contains(where: { $0 == nil }) {
      listsOfEvent[list.event].append(Int32(k))
      open[k].votes = Array(repeating: Votes(), count: list.separators.count)
    }
    var shared = LabelPieces()
    var own = LabelPieces()
    for fact in facts.contextLists where !fact.other.isEmpty {
      let sides = (events.number(of: fact.event), events.number(of: fact.other))
      if listsOfEvent[sides.0].isEmpty, listsOfEvent[sides.1].isEmpty { continue }
      let list = facts.strings.bytes.span.extracting(facts.strings.range(of: fact.list))
      shared.cut(list)
      for event in [sides.0, sides.1] {
        for k in listsOfEvent[event] {
          let ownFact = facts.contextLists[open[Int(k)].fact]
          let ownList = facts.strings.bytes.span.extracting(facts.strings.range(of: ownFact.list))
          own.cut(ownList)
          for separator in open[Int(k)].separators.indices
          where open[Int(k)].separators[separator] == nil {
            let verdict = Self.verdict(
              ownList.extracting(own.range(separator, separator)),
              ownList.extracting(own.range(separator + 1, separator + 1)), in: list, shared)
            open[Int(k)].votes[separator].add(verdict)
          }
        }
      }
    }
    for k in open.indices { open[k].settle() }
  }

  /// What a sorted list of shared labels says about two pieces.
  private static func verdict(
    _ first: Span<UInt8>, _ second: Span<UInt8>, in list: Span<UInt8>, _ pieces: LabelPieces
  ) -> Verdict? {
    var hasFirst = false
    var hasSecond = false
    for k in 0..<pieces.count {
      let piece = list.extracting(pieces.range(k, k))
      if piece.equals(first) {
        hasFirst = true
        if k + 1 < pieces.count, list.extracting(pieces.range(k + 1, k + 1)).equals(second) {
          // Side by side: one label where the order is broken, else it tells nothing.
          return list.isLess(pieces.range(k, k), pieces.range(k + 1, k + 1)) ? nil : .one
        }
      }
      if piece.equals(second) { hasSecond = true }
    }
    return hasFirst || hasSecond ? .two : nil
  }

  // MARK: Deciding

  private mutating func decide(_ open: [OpenList]) {
    var pieces = LabelPieces()
    var names: [[StringIndex]] = []
    for list in open {
      cut(facts.contextLists[list.fact], into: &pieces)
      let range = facts.strings.range(of: facts.contextLists[list.fact].list)
      names.append(
        (0..<pieces.count).map { k in
          let piece = pieces.range(k, k)
          return intern(range.lowerBound + piece.lowerBound..<range.lowerBound + piece.upperBound)
        })
    }
    for (list, names) in zip(open, names) {
      for (k, verdict) in list.separators.enumerated() {
        guard let verdict else { continue }
        pairVotes[Self.pair(names[k], names[k + 1]), default: Votes()].add(verdict)
        secondVotes[names[k + 1], default: Votes()].add(verdict)
      }
    }
    for (list, names) in zip(open, names) {
      let fact = facts.contextLists[list.fact]
      cut(fact, into: &pieces)
      var first = 0
      for k in 0..<pieces.count {
        let isOne =
          k + 1 < pieces.count
          && (list.separators[k] ?? conclude(names[k], names[k + 1], list.fact)) == .one
        if isOne { continue }
        addOwn(list.fact, list.event, pieces, first, k)
        first = k + 1
      }
    }
  }

  /// Rules 4 and 5; records the doubt.
  private mutating func conclude(
    _ first: StringIndex, _ second: StringIndex, _ list: Int
  ) -> Verdict {
    let pair = pairVotes[Self.pair(first, second)] ?? Votes()
    let any = pair.one == pair.two ? secondVotes[second] ?? Votes() : pair
    let verdict: Verdict = any.one > any.two ? .one : .two
    doubts.append(Doubt(list: list, first: first, second: second, verdict: verdict))
    return verdict
  }

  private static func pair(_ a: StringIndex, _ b: StringIndex) -> UInt64 {
    UInt64(a.rawValue) << 32 | UInt64(b.rawValue)
  }

  // MARK: Lists of shared labels

  /// Reads the lists of shared labels by the labels that the two events are known to have, longest
  /// first; a piece that neither has is a label of its own.
  private mutating func readSharedLists() {
    var pieces = LabelPieces()
    for (index, fact) in facts.contextLists.enumerated() where !fact.other.isEmpty {
      cut(fact, into: &pieces)
      let sides = (events.number(of: fact.event), events.number(of: fact.other))
      var k = 0
      while k < pieces.count {
        var last = k
        var end = pieces.count - 1
        while end > k {
          if isKnown(pieces.range(k, end), of: fact, sides) {
            last = end
            break
          }
          end -= 1
        }
        if last == k, k + 1 < pieces.count { last = joinedByOrder(fact, pieces, k) }
        addShared(index, sides, pieces, k, last)
        listLabelCounts[index] += 1
        k = last + 1
      }
    }
  }

  private func isKnown(
    _ range: Range<Int>, of fact: ContextListFact, _ sides: (Int, Int)
  ) -> Bool {
    let list = facts.strings.range(of: fact.list)
    let text = facts.strings.bytes.span.extracting(
      list.lowerBound + range.lowerBound..<list.lowerBound + range.upperBound)
    guard let label = facts.strings.find(text) else { return false }
    return topicLabels.contains(label) || labels.contains(label, sides.0)
      || labels.contains(label, sides.1)
  }

  /// Where the events' own lists are not there to tell, a break of the order does.
  private func joinedByOrder(_ fact: ContextListFact, _ pieces: LabelPieces, _ k: Int) -> Int {
    let list = facts.strings.bytes.span.extracting(facts.strings.range(of: fact.list))
    let isSorted = list.isLess(pieces.range(k, k), pieces.range(k + 1, k + 1))
    return isSorted || isKnown(pieces.range(k + 1, k + 1), of: fact, sidesOf(fact)) ? k : k + 1
  }

  private func sidesOf(_ fact: ContextListFact) -> (Int, Int) {
    (events.number(of: fact.event), events.number(of: fact.other))
  }

  private mutating func cut(_ fact: ContextListFact, into pieces: inout LabelPieces) {
    pieces.cut(facts.strings.bytes.span.extracting(facts.strings.range(of: fact.list)))
  }

  private mutating func addOwn(
    _ list: Int, _ event: Int, _ pieces: LabelPieces, _ first: Int, _ last: Int
  ) {
    let range = pieces.range(first, last)
    let label = label(facts.contextLists[list], range)
    labels.add(EventLabels.Entry(event: event, label: label, list: list, range: range))
  }

  private mutating func addShared(
    _ list: Int, _ sides: (Int, Int), _ pieces: LabelPieces, _ first: Int, _ last: Int
  ) {
    let range = pieces.range(first, last)
    let label = label(facts.contextLists[list], range)
    labels.add(EventLabels.Entry(event: sides.0, label: label, list: list, range: range))
    labels.add(EventLabels.Entry(event: sides.1, label: label, list: list, range: range))
  }

  private mutating func label(_ fact: ContextListFact, _ range: Range<Int>) -> StringIndex {
    let list = facts.strings.range(of: fact.list)
    if range.count == list.count { return fact.list }
    return intern(list.lowerBound + range.lowerBound..<list.lowerBound + range.upperBound)
  }

  /// Interns a part of a string that the table holds already.
  private mutating func intern(_ range: Range<Int>) -> StringIndex {
    if let known = facts.strings.find(facts.strings.bytes.span.extracting(range)) { return known }
    return facts.strings.intern(Array(facts.strings.bytes[range]).span)
  }
}

/// What the splitter found.
struct ContextLabels {
  /// The facts that it was given, with the labels among their strings.
  var facts: FactTable
  var labels: EventLabels
  var doubts: [ContextLabelSplitter.Doubt]
  /// How many labels each list of shared labels holds, by its place in `facts.contextLists`.
  var listLabelCounts: [UInt16]
}
