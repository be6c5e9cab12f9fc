internal import EventGraph
internal import FileIO

extension FactTable {
  /// Takes in the facts of another table, in O(facts + bytes of strings).
  mutating func merge(_ other: consuming FactTable, threads: Int) {
    let places = Self.places(of: other.strings, in: strings, threads: threads)
    let shift = FactShift(
      strings: strings.merge(other.strings.take(), places: places),
      documents: UInt32(documents.count), lists: Int32(contextLists.count))
    // Taken out, since what two tables hold is copied when one changes.
    let strings = strings.take()
    // Half of all facts are of one kind.
    let (mine, taken, count) = (self, other, min(threads, 2))
    let parts = mapWorkers(count) { worker in
      var part = FactTable()
      if worker == 0 { part.related = shift.joined(mine.related, taken.related) }
      if worker == count - 1 { part.joinAllButRelated(of: mine, taken, shift) }
      return part
    }
    let related = parts[0].related
    self = parts[count - 1]
    self.related = related
    self.strings = strings
  }

  private static func places(
    of other: StringInterner, in strings: StringInterner, threads: Int
  ) -> [StringIndex] {
    mapWorkers(threads) { worker in
      strings.places(of: other, share(other.count, of: worker, among: threads))
    }.flatMap { $0 }
  }

  private mutating func joinAllButRelated(
    of mine: FactTable, _ other: FactTable, _ shift: FactShift
  ) {
    documents =
      mine.documents
      + other.documents.map {
        Document(path: shift.moved($0.path), sha256: shift.moved($0.sha256))
      }
    files = mine.files + other.files.map { shift.moved($0) }
    parts = mine.parts + other.parts
    reports = shift.joined(mine.reports, other.reports)
    topics = shift.joined(mine.topics, other.topics)
    links = shift.joined(mine.links, other.links)
    nested = shift.joined(mine.nested, other.nested)
    categories = shift.joined(mine.categories, other.categories)
    contextLists = shift.joined(mine.contextLists, other.contextLists)
    sources = shift.joined(mine.sources, other.sources)
    articles = shift.joined(mine.articles, other.articles)
  }
}

/// Where the strings, documents and lists of one table stand in another.
struct FactShift: Sendable {
  /// By the index in the one.
  let strings: [StringIndex]
  let documents: UInt32
  let lists: Int32

  @inline(__always)
  func moved(_ index: StringIndex) -> StringIndex { strings[index.position] }

  /// The facts of the one table, then those of the other in the one's numbers.
  func joined<Fact: MovableFact>(_ mine: [Fact], _ facts: [Fact]) -> [Fact] {
    var all: [Fact] = []
    all.reserveCapacity(mine.count + facts.count)
    all += mine
    for fact in facts {
      var fact = fact
      fact.move(by: self)
      all.append(fact)
    }
    return all
  }
}

/// A fact that can be said in the numbers of another table.
protocol MovableFact {
  mutating func move(by shift: FactShift)
}

extension Place {
  @inline(__always)
  mutating func move(by shift: FactShift) { document += shift.documents }
}

extension ReportFact: MovableFact {
  mutating func move(by shift: FactShift) {
    event = shift.moved(event)
    title = shift.moved(title)
    summary = shift.moved(summary)
    image = shift.moved(image)
    place.move(by: shift)
  }
}

extension ContextListFact: MovableFact {
  mutating func move(by shift: FactShift) {
    event = shift.moved(event)
    other = shift.moved(other)
    list = shift.moved(list)
    place.move(by: shift)
  }
}

extension TopicFact: MovableFact {
  mutating func move(by shift: FactShift) {
    event = shift.moved(event)
    label = shift.moved(label)
    place.move(by: shift)
  }
}

extension LinkedLabelFact: MovableFact {
  mutating func move(by shift: FactShift) {
    event = shift.moved(event)
    label = shift.moved(label)
    entity = shift.moved(entity)
    place.move(by: shift)
  }
}

extension NestedTopicFact: MovableFact {
  mutating func move(by shift: FactShift) {
    topic = shift.moved(topic)
    parent = shift.moved(parent)
    label = shift.moved(label)
    place.move(by: shift)
  }
}

extension CategoryItemFact: MovableFact {
  mutating func move(by shift: FactShift) {
    event = shift.moved(event)
    name = shift.moved(name)
    place.move(by: shift)
  }
}

extension SourceItemFact: MovableFact {
  mutating func move(by shift: FactShift) {
    event = shift.moved(event)
    publisher = shift.moved(publisher)
    url = shift.moved(url)
    place.move(by: shift)
  }
}

extension ArticleItemFact: MovableFact {
  mutating func move(by shift: FactShift) {
    url = shift.moved(url)
    headline = shift.moved(headline)
    key = shift.moved(key)
    image = shift.moved(image)
    publisher = shift.moved(publisher)
    place.move(by: shift)
    publisherPlace.move(by: shift)
  }
}

extension RelatedEventFact: MovableFact {
  mutating func move(by shift: FactShift) {
    event = shift.moved(event)
    other = shift.moved(other)
    title = shift.moved(title)
    if sharedList >= 0 { sharedList += shift.lists }
    place.move(by: shift)
  }
}
