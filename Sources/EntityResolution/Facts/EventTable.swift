internal import EventGraph
internal import EventIngest

/// The events that the facts speak of, dense from 0 in order of their page paths.
struct EventTable: Sendable {
  struct Event: Sendable {
    /// The first in byte order, where several pages are one event.
    var path: StringIndex
    /// The best title and where it stands; nil where the event is only pointed at.
    var report: ReportFact?
    var title: StringIndex
    var date: PartialDate?
    var summary: StringIndex = .empty
    var image: StringIndex = .empty
    var documentCount: UInt32 = 0
  }

  private(set) var events: [Event] = []
  /// Summaries that are the site's own words and no event's.
  private(set) var boilerplate: Set<StringIndex> = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Every page path in byte order.
  private(set) var paths: [StringIndex] = []
  /// Event number by string index of its path, `absent` elsewhere.
  private var numbers: [UInt32]
  private static let absent = UInt32.max

  /// Every page path an event.
  init(_ facts: FactTable) {
    numbers = Array(repeating: Self.absent, count: facts.strings.count)
    var paths: [StringIndex] = []
    func note(_ path: StringIndex) {
      if numbers[path.position] == Self.absent {
        numbers[path.position] = 0
        paths.append(path)
      }
    }
    for fact in facts.reports { note(fact.event) }
    for fact in facts.related { note(fact.other) }
    self.paths = facts.strings.sorted(paths)
    addEvents(facts) { $0 }
  }

  /// The same with some events taken for one.
  ///
  /// - Parameter representatives: By event of `table`, the one that stands for it, which comes first.
  init(_ table: consuming EventTable, merging representatives: [UInt32], _ facts: FactTable) {
    self = table
    events = []
    boilerplate = []
    diagnostics = []
    addEvents(facts) { Int(representatives[$0]) }
  }

  /// - Parameter representative: By place in `paths`.
  private mutating func addEvents(_ facts: FactTable, _ representative: (Int) -> Int) {
    let bytes = facts.strings.bytes.span
    events.reserveCapacity(paths.count)
    for (place, path) in paths.enumerated() {
      let first = representative(place)
      if first == place {
        numbers[path.position] = UInt32(events.count)
        events.append(Event(path: path, report: nil, title: .empty))
      } else {
        numbers[path.position] = numbers[paths[first].position]
      }
    }
    findBoilerplate(facts)
    addReports(facts)
    addPointers(facts)
    for number in events.indices where events[number].date == nil {
      events[number].date =
        ArchivePath.date(bytes, facts.strings.range(of: events[number].path))?.date
    }
  }

  func number(of path: StringIndex) -> Int { Int(numbers[path.position]) }

  /// The numbers of the two events that share a list of labels.
  func sides(of fact: ContextListFact) -> (Int, Int) {
    (number(of: fact.event), number(of: fact.other))
  }

  /// The number of a path that may be none.
  func known(_ path: StringIndex) -> Int? {
    guard path.position < numbers.count, numbers[path.position] != Self.absent else { return nil }
    return number(of: path)
  }

  /// The event's own page speaks before the index of its day; between equals the order of the
  /// words decides, never the order of arrival.
  private mutating func addReports(_ facts: FactTable) {
    let strings = facts.strings
    let bytes = strings.bytes.span
    func isLess(_ a: StringIndex, _ b: StringIndex) -> Bool {
      a != b && bytes.isLess(strings.range(of: a), strings.range(of: b))
    }
    func key(_ fact: ReportFact) -> StringIndex {
      facts.documents[Int(fact.place.document)].path
    }
    func hash(_ fact: ReportFact) -> StringIndex {
      facts.documents[Int(fact.place.document)].sha256
    }
    // A document's reports follow each other, so one that names an event twice is seen.
    var lastDocument = [UInt32](repeating: .max, count: events.count)
    for fact in facts.reports {
      let number = self.number(of: fact.event)
      var event = events[number]
      if lastDocument[number] != fact.place.document { event.documentCount += 1 }
      lastDocument[number] = fact.place.document
      let isBoilerplate = !boilerplate.isEmpty && boilerplate.contains(fact.summary)
      let (size, known) = (
        isBoilerplate ? 0 : strings.range(of: fact.summary).count,
        strings.range(of: event.summary).count
      )
      if isBoilerplate {
        // No event's summary.
      } else if size > known || (size == known && isLess(fact.summary, event.summary)) {
        event.summary = fact.summary
      }
      if !fact.image.isEmpty, event.image.isEmpty || isLess(fact.image, event.image) {
        event.image = fact.image
      }
      let isBetter: Bool
      if let known = event.report {
        if fact.isPage != known.isPage {
          isBetter = fact.isPage
        } else if fact.date != known.date {
          // The same words on two days: the first of them told it. None comes last.
          isBetter = fact.date.map { date in known.date.map { date < $0 } ?? true } ?? false
        } else if fact.title != known.title {
          isBetter = isLess(fact.title, known.title)
        } else if key(fact) != key(known) {
          isBetter = isLess(key(fact), key(known))
        } else if fact.place.document != known.place.document {
          // Two versions of one page.
          isBetter = isLess(hash(fact), hash(known))
        } else {
          isBetter = fact.place.start < known.place.start
        }
      } else {
        isBetter = true
      }
      if isBetter {
        event.report = fact
        event.title = fact.title
        event.date = fact.date
      }
      events[number] = event
    }
  }

  /// Events that no document reports have the title and date that others give them.
  private mutating func addPointers(_ facts: FactTable) {
    let strings = facts.strings
    let bytes = strings.bytes.span
    for fact in facts.related {
      let number = self.number(of: fact.other)
      if events[number].report != nil { continue }
      let known = events[number].title
      if known.isEmpty || bytes.isLess(strings.range(of: fact.title), strings.range(of: known)) {
        events[number].title = fact.title
      }
    }
  }
}

extension EventTable {
  /// Finds summaries that a site puts under whatever it reports: the same text on events whose titles
  /// have nothing in common, most of which it shares no two words with.
  ///
  /// Pages of one event have titles alike, and events of one article a text that speaks of them: neither
  /// is boilerplate.
  private mutating func findBoilerplate(_ facts: FactTable) {
    var counts = [UInt8](repeating: 0, count: facts.strings.count)
    for fact in facts.reports where !fact.summary.isEmpty {
      counts[fact.summary.position] = min(counts[fact.summary.position], 254) + 1
    }
    var reports: [StringIndex: [ReportFact]] = [:]
    for fact in facts.reports where !fact.summary.isEmpty && counts[fact.summary.position] > 1 {
      reports[fact.summary, default: []].append(fact)
    }
    let strings = facts.strings
    func stems(_ text: StringIndex) -> Set<String> {
      WordList.stems(Array(strings.bytes[strings.range(of: text)]))
    }
    for (summary, group) in reports {
      // One title an event, however many documents report it.
      var titles: [StringIndex: StringIndex] = [:]
      for fact in group where titles[fact.event].map({ isLess(fact.title, $0, facts) }) ?? true {
        titles[fact.event] = fact.title
      }
      guard titles.count > 1 else { continue }
      // Enough to tell; a text on ten thousand events is not looked at with each.
      let order = titles.values.sorted { isLess($0, $1, facts) }.prefix(64)
      let own = stems(summary)
      let words = order.map(stems)
      let spokenOf = words.count { $0.intersection(own).count >= 2 }
      let areApart = words.dropFirst().contains { $0.isDisjoint(with: words[0]) }
      guard areApart, spokenOf * 2 < words.count else { continue }
      boilerplate.insert(summary)
      note(group, events: titles.count, facts)
    }
    diagnostics.sort()
  }

  private func isLess(_ a: StringIndex, _ b: StringIndex, _ facts: FactTable) -> Bool {
    let bytes = facts.strings.bytes.span
    return bytes.isLess(facts.strings.range(of: a), facts.strings.range(of: b))
  }

  private mutating func note(_ group: [ReportFact], events count: Int, _ facts: FactTable) {
    func file(_ fact: ReportFact) -> String {
      let range = facts.strings.range(of: facts.files[Int(fact.place.document)])
      return String(decoding: facts.strings.bytes[range], as: UTF8.self)
    }
    let first = group.map { (file: file($0), line: $0.place.line) }.min { $0 < $1 }
    guard let first else { return }
    diagnostics.append(
      Diagnostic(
        .boilerplateSummary, file: first.file, line: Int(first.line),
        "the summary below this title stands under \(count) events that have nothing in common, so it "
          + "is the site's and was given to none of them"))
  }

  /// Entries of Related lists that name a page of the very event: no relationship, but a claim that
  /// stands in the archive.
  static func selfRelations(_ facts: FactTable, _ events: EventTable) -> [Diagnostic] {
    facts.related.filter { events.number(of: $0.event) == events.number(of: $0.other) }.map {
      Diagnostic(
        .relatedToItself, file: facts.strings[facts.files[Int($0.place.document)]],
        line: Int($0.place.line),
        "'\(facts.strings[$0.other])' is another page of the event that lists it as related, so no "
          + "relationship was made; 'weft show' lists both pages")
    }
  }
}
