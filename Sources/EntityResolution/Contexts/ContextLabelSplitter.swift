internal import EventGraph
internal import FileIO

/// Splits the archive's lists of context labels, `a, b, c`, where a label may hold ", " itself
/// ("Washington, D.C.").
///
/// Whether two neighbouring pieces p and q are one label is decided for each event by the first of
/// these that speaks:
///
/// 1. a topic heading of the event runs over the comma: one label; begins or ends at it: two;
/// 2. the event's own title names p and q, but not "p, q": two labels, since labels are words of the
///    title;
///    names "p, q", and q stands in the list a second time: one label, since a list names each once;
/// 3. by majority, the lists of the labels that the event shares with others, which the archive
///    sorts: a list that holds one of them without the other says two labels; one that holds them
///    out of order, one label; one that lacks q though the other event surely has it, one label;
/// 4. what the same two pieces were in other events, by 1 to 3;
/// 5. what q was behind other pieces, by 1 to 3: if it ever ended a label ("…, Texas") and p is no
///    label anywhere, they are one; else the majority.
///
/// A piece that begins with "and " ends a label. What a single list says, or the smaller of two camps denies, is a conclusion and no reading, and
/// so are 4 and 5: each run of such commas is a diagnostic that names the run and how it was read.
struct ContextLabelSplitter: Sendable {
  enum Verdict: Sendable { case one, two }

  /// Pieces of the longest list that the rules are tried on; real ones have up to 33. Every comma of
  /// a longer one divides, which is a diagnostic.
  private static let maximumPieces = 1000

  /// Votes of the events that decide it themselves.
  private struct Votes: Sendable {
    var one: UInt32 = 0
    var two: UInt32 = 0

    mutating func add(_ verdict: Verdict?) {
      if verdict == .one { one += 1 }
      if verdict == .two { two += 1 }
    }
  }

  /// A run of pieces whose commas no heading and no title decides, and the labels it was read as.
  struct Doubt: Sendable {
    /// Into `FactTable.contextLists`.
    var list: Int
    var pieces: [StringIndex]
    /// For each comma of the run, whether it stands inside a label.
    var joins: [Bool]
  }

  private var facts: FactTable
  private let events: EventTable
  private var pairVotes: [UInt64: Votes] = [:]
  private var secondVotes: [StringIndex: Votes] = [:]
  /// By string index: whether it is a label of some event that no open comma touches.
  private var isCertainLabel: [Bool] = []
  private var topicLabels: Set<StringIndex> = []
  /// Labels of own lists that hold ", ".
  private var compounds: Set<StringIndex> = []
  private var topicsByEvent: [Int: [StringIndex]] = [:]

  /// Each event's labels, in order of first appearance, and where its own lists name them.
  private(set) var labels: EventLabels
  private(set) var doubts: [Doubt] = []
  /// How many labels each list of shared labels holds, by its place in `facts.contextLists`.
  private(set) var listLabelCounts: [UInt16] = []

  /// Own lists that hold a comma, by event, with the evidence for each of their commas.
  private struct OpenList: Sendable {
    var fact: Int
    var event: Int
    /// The pieces.
    var names: [StringIndex]
    /// What rules 1 and 2 say of each comma, then what the others say.
    var separators: [Verdict?]
    /// Whether it is written there: by rule 1 or 2, or by several lists with one voice.
    var isRead: [Bool]
    /// Whether a year stands behind the comma, which no list can then settle.
    let isBeforeYear: [Bool]
    /// Lists of shared labels for and against, by comma.
    var votes: [Votes] = []

    var isOpen: Bool { separators.contains { $0 == nil } }

    /// Pieces that are labels whatever becomes of the open commas.
    var certain: [StringIndex] {
      names.indices.filter { k in
        (k == 0 || separators[k - 1] == .two) && (k == separators.count || separators[k] == .two)
      }.map { names[$0] }
    }

    /// Whether the label is among the certain pieces.
    func isCertain(_ label: StringIndex) -> Bool {
      names.indices.contains { k in
        names[k] == label && (k == 0 || separators[k - 1] == .two)
          && (k == separators.count || separators[k] == .two)
      }
    }

    /// The lists' majority decides where nothing before did: they may contradict each other.
    mutating func settle() {
      for k in votes.indices where separators[k] == nil && votes[k].one != votes[k].two {
        separators[k] = votes[k].one > votes[k].two ? .one : .two
        // Several lists that all agree are as good as a title.
        isRead[k] =
          !isBeforeYear[k] && min(votes[k].one, votes[k].two) == 0
          && votes[k].one + votes[k].two > 1
      }
    }
  }

  static func split(
    _ facts: consuming FactTable, _ events: EventTable, threads: Int
  ) -> ContextLabels {
    var splitter = ContextLabelSplitter(facts: facts, events: events)
    let open = splitter.readOwnLists(threads: threads)
    splitter.decide(open)
    splitter.readSharedLists(threads: threads)
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
    // Several documents may give an event headings, in no order.
    for event in topicsByEvent.keys where topicsByEvent[event, default: []].count > 1 {
      topicsByEvent[event] = longestFirst(topicsByEvent[event, default: []])
    }
    if !self.facts.contextLists.isEmpty { addLinkedLabels() }
  }

  /// What the same event's wikitext links is one label, as a heading is: longest first, since a
  /// label may be part of another.
  private mutating func addLinkedLabels() {
    var byEvent: [Int: [StringIndex]] = [:]
    for fact in facts.links {
      byEvent[events.number(of: fact.event), default: []].append(fact.label)
    }
    for event in byEvent.keys {
      topicsByEvent[event, default: []] += longestFirst(byEvent[event] ?? [])
    }
  }

  private func longestFirst(_ labels: [StringIndex]) -> [StringIndex] {
    let bytes = facts.strings.bytes.span
    return labels.sorted { a, b in
      let (x, y) = (facts.strings.range(of: a), facts.strings.range(of: b))
      return x.count != y.count ? x.count > y.count : bytes.isLess(x, y)
    }
  }

  // MARK: The events' own lists

  /// An own list as a thread reads it: its pieces, and what rules 1 and 2 say of its commas.
  private struct OwnList: Sendable {
    var fact: Int
    var event: Int
    var pieces: LabelPieces
    var verdicts: [(verdict: Verdict?, isRead: Bool)]
  }

  /// Adds the lists without a comma at once and gives back the others with what rules 1 and 2 say.
  private mutating func readOwnLists(threads: Int) -> [OpenList] {
    let parts = { (splitter: borrowing ContextLabelSplitter) in
      let splitter = copy splitter
      return mapWorkers(threads) { worker in
        splitter.ownLists(
          share(splitter.facts.contextLists.count, of: worker, among: threads))
      }
    }(self)
    var open: [OpenList] = []
    for own in parts.joined() {
      let pieces = own.pieces
      if pieces.count == 1 {
        addOwn(own.fact, own.event, pieces, 0, 0)
      } else if pieces.count > 1 {
        let list = facts.strings.range(of: facts.contextLists[own.fact].list)
        open.append(
          OpenList(
            fact: own.fact, event: own.event,
            names: (0..<pieces.count).map { intern(pieces.range($0, $0), of: list) },
            separators: own.verdicts.map(\.verdict), isRead: own.verdicts.map(\.isRead),
            isBeforeYear: (1..<pieces.count).map { startsWithYear(pieces.range($0, $0), of: list) })
        )
      }
    }
    // The second round knows more labels of the other events.
    for _ in 0..<2 { addSharedEvidence(&open, threads: threads) }
    return open
  }

  private func ownLists(_ range: Range<Int>) -> [OwnList] {
    var lists: [OwnList] = []
    for index in range where facts.contextLists[index].other.isEmpty {
      let fact = facts.contextLists[index]
      let event = events.number(of: fact.event)
      let list = facts.strings.range(of: fact.list)
      var pieces = LabelPieces()
      pieces.cut(facts.strings.bytes.span.extracting(list))
      let isTried = pieces.count <= Self.maximumPieces
      let verdicts = (1..<max(1, pieces.count)).map {
        isTried ? verdict(pieces, before: $0, event, list) : (verdict: .two, isRead: false)
      }
      lists.append(OwnList(fact: index, event: event, pieces: pieces, verdicts: verdicts))
    }
    return lists
  }

  /// Rules 1 and 2, and whether what they say is written there rather than concluded.
  private func verdict(
    _ pieces: LabelPieces, before k: Int, _ event: Int, _ list: Range<Int>
  ) -> (verdict: Verdict?, isRead: Bool) {
    let bytes = facts.strings.bytes.span
    let text = bytes.extracting(list)
    let second = text.extracting(pieces.range(k, k))
    if second.hasPrefix("and ") { return (.one, false) }
    let isRepeated = Self.isRepeated(k, in: text, pieces)
    for topic in topicsByEvent[event] ?? [] {
      let label = bytes.extracting(facts.strings.range(of: topic))
      guard let run = Self.run(of: label, in: text, pieces) else { continue }
      if run.contains(k - 1), run.contains(k) { return (.one, true) }
      // A piece that stands in the list twice may be a heading here and part of a label there.
      if run.contains(k - 1), !Self.isRepeated(k - 1, in: text, pieces) { return (.two, true) }
      if run.contains(k), !isRepeated { return (.two, true) }
    }
    guard let report = events.events[event].report else { return (nil, false) }
    let title = bytes.extracting(facts.strings.range(of: report.title))
    if title.firstWord(text.extracting(pieces.range(k - 1, k))) != nil {
      return (isRepeated ? .one : nil, false)
    }
    let first = title.firstWord(text.extracting(pieces.range(k - 1, k - 1)))
    // A heading may be one label that the title holds only in part.
    guard first != nil, title.firstWord(second) != nil else { return (nil, false) }
    return (.two, !startsWithYear(pieces.range(k, k), of: list))
  }

  private static func isRepeated(
    _ k: Int, in list: Span<UInt8>, _ pieces: LabelPieces
  ) -> Bool {
    let piece = list.extracting(pieces.range(k, k))
    return (0..<pieces.count).contains {
      $0 != k && list.extracting(pieces.range($0, $0)).equals(piece)
    }
  }

  /// "Spanish general election, 2015" is the commonest shape of a label with a comma.
  private func startsWithYear(_ piece: Range<Int>, of list: Range<Int>) -> Bool {
    let start = list.lowerBound + piece.lowerBound
    return piece.count >= 4 && facts.strings.bytes[start..<start + 4].allSatisfy(\.isASCIIDigit)
  }

  /// The pieces that a label is the whole of.
  private static func run(
    of label: Span<UInt8>, in list: Span<UInt8>, _ pieces: LabelPieces
  ) -> ClosedRange<Int>? {
    for first in 0..<pieces.count {
      let start = pieces.range(first, first).lowerBound
      guard start + label.count <= list.count,
        label.equalsUpToFirstCase(list.extracting(start..<start + label.count)),
        let last = (first..<pieces.count).first(where: {
          pieces.range($0, $0).upperBound == start + label.count
        })
      else { continue }
      return first...last
    }
    return nil
  }

  /// Rule 3, over all lists of shared labels: votes are added up, so any thread may read any list.
  private func addSharedEvidence(_ open: inout [OpenList], threads: Int) {
    let commas = OpenCommas(open, eventCount: events.events.count)
    let parts = mapWorkers(threads) { worker in
      votes(share(facts.contextLists.count, of: worker, among: threads), commas)
    }
    for k in open.indices where open[k].isOpen {
      open[k].votes = Array(repeating: Votes(), count: open[k].separators.count)
    }
    for (k, comma) in commas.commas.enumerated() {
      for part in parts {
        open[Int(comma.list)].votes[Int(comma.place)].one += part[k].one
        open[Int(comma.list)].votes[Int(comma.place)].two += part[k].two
      }
    }
    for k in open.indices { open[k].settle() }
  }

  /// The commas that nothing has decided yet, by event, as the threads look at them.
  private struct OpenCommas: Sendable {
    struct Comma: Sendable {
      /// The pieces before and behind it.
      var first: StringIndex
      var second: StringIndex
      /// Whether both stand in the event's list once: one that stands there a second time is shared
      /// for that one's sake.
      var isOnce: Bool
      /// The list, and which of its commas.
      var list: UInt32
      var place: UInt32
    }

    let lists: [OpenList]
    /// Into `lists`.
    let byEvent: (items: [UInt32], offsets: [UInt32])
    private(set) var commas: [Comma] = []
    /// Where each event's commas begin, and the end.
    private var starts: [UInt32] = [0]

    init(_ lists: [OpenList], eventCount: Int) {
      self.lists = lists
      byEvent = bucketed(lists.map { UInt32($0.event) }, buckets: eventCount)
      starts.reserveCapacity(eventCount + 1)
      for event in 0..<eventCount {
        for k in byEvent.items[Int(byEvent.offsets[event])..<Int(byEvent.offsets[event + 1])] {
          let names = lists[Int(k)].names
          for place in lists[Int(k)].separators.indices
          where lists[Int(k)].separators[place] == nil {
            let (first, second) = (names[place], names[place + 1])
            commas.append(
              Comma(
                first: first, second: second,
                isOnce: names.count { $0 == first || $0 == second } == 2, list: k,
                place: UInt32(place)))
          }
        }
        starts.append(UInt32(commas.count))
      }
    }

    /// Places in `commas`.
    func ofEvent(_ event: Int) -> Range<Int> { Int(starts[event])..<Int(starts[event + 1]) }

    /// Whether some list of the event surely holds the label, whatever becomes of its commas.
    func isCertain(_ label: StringIndex, _ event: Int) -> Bool {
      byEvent.items[Int(byEvent.offsets[event])..<Int(byEvent.offsets[event + 1])]
        .contains { lists[Int($0)].isCertain(label) }
    }
  }

  /// What some lists of shared labels say of every comma.
  private func votes(_ range: Range<Int>, _ open: OpenCommas) -> [Votes] {
    var votes = [Votes](repeating: Votes(), count: open.commas.count)
    let bytes = facts.strings.bytes.span
    var pieces = LabelPieces()
    for index in range where !facts.contextLists[index].other.isEmpty {
      let sides = sidesOf(facts.contextLists[index])
      if open.ofEvent(sides.0).isEmpty, open.ofEvent(sides.1).isEmpty { continue }
      let list = bytes.extracting(facts.strings.range(of: facts.contextLists[index].list))
      pieces.cut(list)
      for k in open.ofEvent(sides.0) {
        votes[k].add(verdict(open.commas[k], in: list, pieces, other: sides.1, open))
      }
      for k in open.ofEvent(sides.1) {
        votes[k].add(verdict(open.commas[k], in: list, pieces, other: sides.0, open))
      }
    }
    return votes
  }

  /// What a sorted list of labels that an event shares with another says about two of its pieces.
  private func verdict(
    _ comma: OpenCommas.Comma, in list: Span<UInt8>, _ pieces: LabelPieces, other: Int,
    _ open: OpenCommas
  ) -> Verdict? {
    let bytes = facts.strings.bytes.span
    let first = bytes.extracting(facts.strings.range(of: comma.first))
    let second = bytes.extracting(facts.strings.range(of: comma.second))
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
    if !hasSecond,
      labels.has(comma.second, event: other) || open.isCertain(comma.second, other)
    {
      return .one
    }
    return (hasFirst || hasSecond) && comma.isOnce ? .two : nil
  }

  // MARK: Deciding

  private mutating func decide(_ open: [OpenList]) {
    isCertainLabel = Array(repeating: false, count: facts.strings.count)
    for labels in labels.byEvent {
      for label in labels { isCertainLabel[label.position] = true }
    }
    for list in open {
      for label in list.certain { isCertainLabel[label.position] = true }
    }
    for list in open {
      for (k, verdict) in list.separators.enumerated() {
        guard let verdict else { continue }
        let names = list.names
        pairVotes[Self.pair(names[k], names[k + 1]), default: Votes()].add(verdict)
        secondVotes[names[k + 1], default: Votes()].add(verdict)
      }
    }
    var pieces = LabelPieces()
    for var list in open {
      for k in list.separators.indices where list.separators[k] == nil {
        list.separators[k] = conclude(list.names[k], list.names[k + 1])
      }
      cut(facts.contextLists[list.fact], into: &pieces)
      var first = 0
      for k in 0..<pieces.count {
        if k + 1 < pieces.count, list.separators[k] == .one { continue }
        if first == k {
          // The piece's own string is known from before.
          labels.add(
            EventLabels.Entry(
              event: list.event, label: list.names[k], list: list.fact, range: pieces.range(k, k)))
        } else {
          addOwn(list.fact, list.event, pieces, first, k)
        }
        first = k + 1
      }
      noteDoubts(list)
    }
  }

  /// Rules 4 and 5.
  private func conclude(_ first: StringIndex, _ second: StringIndex) -> Verdict {
    let pair = pairVotes[Self.pair(first, second)] ?? Votes()
    let behindOthers = secondVotes[second] ?? Votes()
    if pair.one != pair.two { return pair.one > pair.two ? .one : .two }
    if behindOthers.one > 0, !isCertainLabel[first.position] { return .one }
    return behindOthers.one > behindOthers.two ? .one : .two
  }

  private mutating func noteDoubts(_ list: OpenList) {
    var k = 0
    while k < list.separators.count {
      if list.isRead[k] {
        k += 1
        continue
      }
      let start = k
      while k < list.separators.count, !list.isRead[k] { k += 1 }
      doubts.append(
        Doubt(
          list: list.fact, pieces: Array(list.names[start...k]),
          joins: list.separators[start..<k].map { $0 == .one }))
    }
  }

  private static func pair(_ a: StringIndex, _ b: StringIndex) -> UInt64 {
    UInt64(a.rawValue) << 32 | UInt64(b.rawValue)
  }

  // MARK: Lists of shared labels

  private mutating func readSharedLists(threads: Int) {
    var readings = {
      let reader = SharedListReader(
        facts: facts, events: events, labels: labels, topicLabels: topicLabels,
        compounds: compounds.union(topicLabels))
      return mapWorkers(threads) { worker in
        reader.read(share(reader.facts.contextLists.count, of: worker, among: threads))
      }
    }()
    labels.reserve(
      labels.entries.count + facts.topics.count + facts.links.count
        + readings.reduce(0) { $0 + $1.entries.count + $1.unknown.count * 2 })
    // Each thread's facts are let go as they are taken in.
    while !readings.isEmpty {
      let reading = readings.removeFirst()
      labels.add(reading.entries, additions: reading.additions)
      for (list, range) in reading.unknown {
        let label = label(facts.contextLists[list], range)
        let sides = sidesOf(facts.contextLists[list])
        labels.add(EventLabels.Entry(event: sides.0, label: label, list: list, range: range))
        labels.add(EventLabels.Entry(event: sides.1, label: label, list: list, range: range))
      }
      for (list, count) in reading.counts { listLabelCounts[list] = count }
    }
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
    if last > first { compounds.insert(label) }
    labels.add(EventLabels.Entry(event: event, label: label, list: list, range: range))
  }

  private mutating func label(_ fact: ContextListFact, _ range: Range<Int>) -> StringIndex {
    let list = facts.strings.range(of: fact.list)
    return range.count == list.count ? fact.list : intern(range, of: list)
  }

  /// Interns a part of a string that the table holds already.
  private mutating func intern(_ part: Range<Int>, of whole: Range<Int>) -> StringIndex {
    let range = whole.lowerBound + part.lowerBound..<whole.lowerBound + part.upperBound
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
