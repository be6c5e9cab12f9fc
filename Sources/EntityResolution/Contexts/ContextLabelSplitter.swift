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
/// A piece that begins with "and " ends a label. What a single list says, or the smaller of two camps
/// denies, is a conclusion and no reading, and so are 4 and 5: each run of such commas is a diagnostic that
/// names the run and how it was read.
///
/// `OwnListReader` holds 1 and 2, `SharedListVotes` 3; the lists of shared labels are read last
/// (`SharedListReader`).
struct ContextLabelSplitter: Sendable {
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
  private var pairVotes: [UInt64: CommaVotes] = [:]
  private var secondVotes: [StringIndex: CommaVotes] = [:]
  /// By string index: whether it is a label of some event that no open comma touches.
  private var isCertainLabel: [Bool] = []
  private var topicLabels: Set<StringIndex> = []
  /// Labels of own lists that hold ", ".
  private var compounds: Set<StringIndex> = []

  /// Each event's labels, in order of first appearance, and where its own lists name them.
  private(set) var labels: EventLabels
  private(set) var doubts: [Doubt] = []
  /// How many labels each list of shared labels holds, by its place in `facts.contextLists`.
  private(set) var listLabelCounts: [UInt16] = []

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
    for fact in self.facts.topics { topicLabels.insert(fact.label) }
  }

  // MARK: The events' own lists

  /// Adds the lists without a comma at once and gives back the others with what rules 1 to 3 say.
  private mutating func readOwnLists(threads: Int) -> [OpenList] {
    let parts = {
      let reader = OwnListReader(facts: facts, events: events)
      return mapWorkers(threads) { worker in
        reader.read(share(reader.facts.contextLists.count, of: worker, among: threads))
      }
    }()
    var open: [OpenList] = []
    for own in parts.joined() {
      let pieces = own.pieces
      if pieces.count == 1 {
        addOwn(own.fact, own.event, pieces, 0, 0)
      } else if pieces.count > 1 {
        let list = facts.strings.range(of: facts.contextLists[own.fact].list)
        let names = (0..<pieces.count).map { intern(pieces.range($0, $0), of: list) }
        open.append(OpenList(fact: own.fact, event: own.event, names: names, commas: own.commas))
      }
    }
    // The second round knows more labels of the other events.
    for _ in 0..<2 { addSharedEvidence(&open, threads: threads) }
    return open
  }

  private func addSharedEvidence(_ open: inout [OpenList], threads: Int) {
    let (commas, parts) = {
      let reader = SharedListVotes(
        facts: facts, events: events, labels: labels,
        open: OpenCommas(open, eventCount: events.events.count))
      let parts = mapWorkers(threads) { worker in
        reader.count(share(facts.contextLists.count, of: worker, among: threads))
      }
      return (reader.open.commas, parts)
    }()
    for (k, comma) in commas.enumerated() {
      let votes = parts.reduce(into: CommaVotes()) { $0.add($1[k]) }
      open[Int(comma.list)].commas[Int(comma.place)].settle(votes)
    }
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
      for (k, comma) in list.commas.enumerated() {
        guard let verdict = comma.verdict else { continue }
        let names = list.names
        pairVotes[Self.pair(names[k], names[k + 1]), default: CommaVotes()].add(verdict)
        secondVotes[names[k + 1], default: CommaVotes()].add(verdict)
      }
    }
    var pieces = LabelPieces()
    for var list in open {
      for k in list.commas.indices where list.commas[k].verdict == nil {
        list.commas[k].verdict = conclude(list.names[k], list.names[k + 1])
      }
      cut(facts.contextLists[list.fact], into: &pieces)
      var first = 0
      for k in 0..<pieces.count {
        if k + 1 < pieces.count, list.commas[k].verdict == .one { continue }
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
  private func conclude(_ first: StringIndex, _ second: StringIndex) -> CommaVerdict {
    let pair = pairVotes[Self.pair(first, second)] ?? CommaVotes()
    let behindOthers = secondVotes[second] ?? CommaVotes()
    if pair.one != pair.two { return pair.one > pair.two ? .one : .two }
    if behindOthers.one > 0, !isCertainLabel[first.position] { return .one }
    return behindOthers.one > behindOthers.two ? .one : .two
  }

  private mutating func noteDoubts(_ list: OpenList) {
    var k = 0
    while k < list.commas.count {
      if list.commas[k].isRead {
        k += 1
        continue
      }
      let start = k
      while k < list.commas.count, !list.commas[k].isRead { k += 1 }
      doubts.append(
        Doubt(
          list: list.fact, pieces: Array(list.names[start...k]),
          joins: list.commas[start..<k].map { $0.verdict == .one }))
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
        let sides = events.sides(of: facts.contextLists[list])
        labels.add(EventLabels.Entry(event: sides.0, label: label, list: list, range: range))
        labels.add(EventLabels.Entry(event: sides.1, label: label, list: list, range: range))
      }
      for (list, count) in reading.counts { listLabelCounts[list] = count }
    }
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
