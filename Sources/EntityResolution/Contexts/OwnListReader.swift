internal import EventGraph

/// Reads the events' own lists of labels: cuts them into pieces, and says of each comma what rules 1 and 2
/// of `ContextLabelSplitter` do. Nothing depends on another list, so any thread may read any of them.
struct OwnListReader: Sendable {
  let facts: FactTable
  let events: EventTable
  /// By event, what is one label whatever commas it holds: its headings, longest first, then what the same
  /// event's wikitext links.
  private let wholeLabels: [Int: [StringIndex]]

  /// Pieces of the longest list that the rules are tried on; real ones have up to 33. Every comma of
  /// a longer one divides, which is a diagnostic.
  private static let maximumPieces = 1000

  /// An own list as a thread reads it: its pieces, and what rules 1 and 2 say of its commas.
  struct OwnList: Sendable {
    var fact: Int
    var event: Int
    var pieces: LabelPieces
    var commas: [OpenList.Comma]
  }

  init(facts: FactTable, events: EventTable) {
    self.facts = facts
    self.events = events
    var headings: [Int: [StringIndex]] = [:]
    var linked: [Int: [StringIndex]] = [:]
    for fact in facts.topics {
      headings[events.number(of: fact.event), default: []].append(fact.label)
    }
    if !facts.contextLists.isEmpty {
      for fact in facts.links {
        linked[events.number(of: fact.event), default: []].append(fact.label)
      }
    }
    // Several documents may give an event headings, in no order; a label may be part of another.
    let longestFirst = { (labels: [StringIndex]) -> [StringIndex] in
      let bytes = facts.strings.bytes.span
      return labels.sorted { a, b in
        let (x, y) = (facts.strings.range(of: a), facts.strings.range(of: b))
        return x.count != y.count ? x.count > y.count : bytes.isLess(x, y)
      }
    }
    wholeLabels = headings.mapValues(longestFirst).merging(linked.mapValues(longestFirst)) {
      $0 + $1
    }
  }

  /// Reads the lists with these numbers in `facts.contextLists`, those of shared labels passed over.
  func read(_ range: Range<Int>) -> [OwnList] {
    var lists: [OwnList] = []
    for index in range where facts.contextLists[index].other.isEmpty {
      let fact = facts.contextLists[index]
      let event = events.number(of: fact.event)
      let list = facts.strings.range(of: fact.list)
      var pieces = LabelPieces()
      pieces.cut(facts.strings.bytes.span.extracting(list))
      let isTried = pieces.count <= Self.maximumPieces
      let commas = (1..<max(1, pieces.count)).map { k in
        let found =
          isTried ? verdict(pieces, before: k, event, list) : (verdict: .two, isRead: false)
        return OpenList.Comma(
          verdict: found.verdict, isRead: found.isRead,
          isBeforeYear: startsWithYear(pieces.range(k, k), of: list))
      }
      lists.append(OwnList(fact: index, event: event, pieces: pieces, commas: commas))
    }
    return lists
  }

  /// Rules 1 and 2, and whether what they say is written there rather than concluded.
  private func verdict(
    _ pieces: LabelPieces, before k: Int, _ event: Int, _ list: Range<Int>
  ) -> (verdict: CommaVerdict?, isRead: Bool) {
    let bytes = facts.strings.bytes.span
    let text = bytes.extracting(list)
    let second = text.extracting(pieces.range(k, k))
    if second.hasPrefix("and ") { return (.one, false) }
    let isRepeated = Self.isRepeated(k, in: text, pieces)
    for topic in wholeLabels[event] ?? [] {
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
}
