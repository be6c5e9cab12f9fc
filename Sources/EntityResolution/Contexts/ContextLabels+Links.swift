internal import EventGraph

extension ContextLabels {
  /// Adds the links of wikitext, and gives every label its entity: what the event's own wikitext
  /// links the label to, else the label itself.
  mutating func nameEntities(
    _ events: EventTable
  ) -> (linked: LinkedLabels, meanings: LabelMeanings?) {
    var meanings: LabelMeanings?
    let linked = LinkedLabels(facts, events)
    if !facts.links.isEmpty {
      let known = labels.entries.count
      var isLinkedElsewhere = [Bool](repeating: false, count: facts.strings.count)
      for fact in facts.links { isLinkedElsewhere[fact.label.position] = true }
      var open: [Int] = []
      for k in 0..<known {
        let targets = linked.entities(
          of: labels.entries[k].label, event: Int(labels.entries[k].event), facts.strings)
        guard let first = targets.first else {
          if isLinkedElsewhere[labels.entries[k].label.position] { open.append(k) }
          continue
        }
        labels.entries[k].entity = first
        for other in targets.dropFirst() {
          var entry = labels.entries[k]
          entry.entity = other
          labels.entries.append(entry)
        }
      }
      for (k, fact) in facts.links.enumerated() where fact.role != .wholeTopic {
        labels.add(
          EventLabels.Entry(
            event: events.number(of: fact.event), label: fact.label, entity: fact.entity, link: k))
      }
      meanings = decide(open, events)
    }
    nameByEvent()
    return (linked, meanings)
  }

  /// Gives labels without a link the meaning that links of other events and their company leave no doubt
  /// of.
  ///
  /// - Parameter open: Places of entries.
  private mutating func decide(_ open: [Int], _ events: EventTable) -> LabelMeanings? {
    if open.isEmpty { return nil }
    var meanings = LabelMeanings(
      asked: Set(open.map { labels.entries[$0].label }), labels, facts, events)
    var known: [UInt64: StringIndex?] = [:]
    for k in open {
      let entry = labels.entries[k]
      // Several lists give one event a label.
      let key = UInt64(entry.event) << 32 | UInt64(entry.label.rawValue)
      let meaning: StringIndex?
      if let decided = known[key] {
        meaning = decided
      } else {
        meaning = meanings.meaning(of: entry.label, event: Int(entry.event), facts.strings)
        known[key] = .some(meaning)
      }
      if let meaning, meaning != entry.label { labels.entries[k].conclude(meaning) }
    }
    return meanings
  }

  /// The order of the entries is chance; that of the pairs is not.
  private mutating func nameByEvent() {
    guard !facts.links.isEmpty else {
      labels.named = labels.byEvent.map { event in
        event.map { EventLabels.NamedLabel(label: $0, entity: $0) }
      }
      return
    }
    let strings = facts.strings
    let bytes = strings.bytes.span
    var named: [Set<EventLabels.NamedLabel>] = Array(repeating: [], count: labels.byEvent.count)
    for entry in labels.entries {
      named[Int(entry.event)].insert(
        EventLabels.NamedLabel(label: entry.label, entity: entry.entity))
    }
    labels.named = named.map { pairs in
      pairs.sorted { a, b in
        let (x, y) = a.label != b.label ? (a.label, b.label) : (a.entity, b.entity)
        return bytes.isLess(strings.range(of: x), strings.range(of: y))
      }
    }
  }
}

/// What the wikitext of each event links its labels to.
struct LinkedLabels: Sendable {
  /// Into `FactTable.links`, by event.
  private let links: (items: [UInt32], offsets: [UInt32])
  private var facts: [LinkedLabelFact]

  /// Gives entities the names that stand for them.
  mutating func rename(_ names: EntityNames) {
    for k in facts.indices {
      facts[k].entity = names[facts[k].entity]
      if names.isDropped(facts[k].entity) { facts[k].role = .dropped }
    }
  }

  init(_ table: FactTable, _ events: EventTable) {
    facts = table.links
    links = bucketed(
      table.links.map { UInt32(events.number(of: $0.event)) }, buckets: events.events.count)
  }

  /// The entities that a label of an event means; empty where its wikitext does not say.
  ///
  /// The label as written decides, then the label but for the case of its first letter, since
  /// headings are capitalised. Of several targets of one label, the first in the sentence; the
  /// words of a topic mean all that it links.
  func entities(
    of label: StringIndex, event: Int, _ strings: borrowing StringInterner
  ) -> [StringIndex] {
    let range = Int(links.offsets[event])..<Int(links.offsets[event + 1])
    if range.isEmpty { return [] }
    let bytes = strings.bytes.span
    var best: LinkedLabelFact?
    var isExact = false
    let words = bytes.extracting(strings.range(of: label))
    for k in links.items[range] {
      let fact = facts[Int(k)]
      let exact = fact.label == label
      if !exact {
        if isExact { continue }
        guard words.equalsUpToFirstCase(bytes.extracting(strings.range(of: fact.label))) else {
          continue
        }
      }
      guard let known = best, exact == isExact else {
        best = fact
        isExact = exact
        continue
      }
      let isEarlier =
        fact.place.start != known.place.start
        ? fact.place.start < known.place.start
        : bytes.isLess(strings.range(of: fact.entity), strings.range(of: known.entity))
      if isEarlier { best = fact }
    }
    guard let best else { return [] }
    guard best.role == .wholeTopic else { return [best.entity] }
    let others = links.items[range].map { facts[Int($0)] }.filter {
      $0.role == .wholeTopic && $0.label == best.label && $0.entity != best.entity
    }
    var entities = [best.entity]
    for other in others.sorted(by: { $0.place.start < $1.place.start })
    where !entities.contains(other.entity) {
      entities.append(other.entity)
    }
    return entities
  }

  /// The links of an event's sentences, by their place in the sentence: the same whatever the order
  /// of the documents.
  func inTitle(of event: Int, _ strings: StringTable) -> [LinkedLabelFact] {
    let range = Int(links.offsets[event])..<Int(links.offsets[event + 1])
    return links.items[range].map { facts[Int($0)] }.filter { $0.role == .title }.sorted { a, b in
      if a.titleStart != b.titleStart { return a.titleStart < b.titleStart }
      if a.titleEnd != b.titleEnd { return a.titleEnd > b.titleEnd }
      return a.entity != b.entity
        ? strings.isLess(a.entity, b.entity) : strings.isLess(a.label, b.label)
    }
  }

  /// The first place in a document where an event's sentence links the label to the entity.
  func place(
    of name: EventLabels.NamedLabel, event: Int, in document: UInt32
  ) -> Place? {
    let range = Int(links.offsets[event])..<Int(links.offsets[event + 1])
    var best: Place?
    for k in links.items[range] {
      let fact = facts[Int(k)]
      guard fact.role == .title, fact.place.document == document, fact.label == name.label,
        fact.entity == name.entity
      else { continue }
      if best.map({ fact.place.start < $0.start }) ?? true { best = fact.place }
    }
    return best
  }
}
