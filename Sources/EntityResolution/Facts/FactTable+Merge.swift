internal import EventGraph
internal import FileIO

extension FactTable {
  /// Takes in the facts of another table, in O(facts + bytes of strings).
  mutating func merge(_ other: consuming FactTable, threads: Int) {
    let places = Self.places(of: other.strings, in: strings, threads: threads)
    let shift = FactShift(
      strings: strings.merge(other.strings.take(), places: places),
      documents: UInt32(documents.count), lists: Int32(contextLists.count))
    // Half of all facts are of one kind.
    let (taken, count) = (other, min(threads, 2))
    let parts = mapWorkers(count) { worker in
      var part = FactTable()
      if worker == 0 { part.related = shift.moved(taken.related) }
      if worker == count - 1 { part.takeAllButRelated(of: taken, shift) }
      return part
    }
    for part in parts { append(part) }
  }

  private static func places(
    of other: StringInterner, in strings: StringInterner, threads: Int
  ) -> [StringIndex] {
    mapWorkers(threads) { worker in
      strings.places(of: other, share(other.count, of: worker, among: threads))
    }.flatMap { $0 }
  }

  private mutating func takeAllButRelated(of other: FactTable, _ shift: FactShift) {
    documents = other.documents.map {
      Document(path: shift.moved($0.path), sha256: shift.moved($0.sha256))
    }
    files = other.files.map { shift.moved($0) }
    parts = other.parts
    reports = shift.moved(other.reports)
    topics = shift.moved(other.topics)
    links = shift.moved(other.links)
    nested = shift.moved(other.nested)
    categories = shift.moved(other.categories)
    contextLists = shift.moved(other.contextLists)
    sources = shift.moved(other.sources)
    articles = shift.moved(other.articles)
  }

  /// Adds facts that speak of this table's strings and documents already.
  private mutating func append(_ other: FactTable) {
    documents += other.documents
    files += other.files
    parts += other.parts
    reports += other.reports
    topics += other.topics
    links += other.links
    nested += other.nested
    categories += other.categories
    contextLists += other.contextLists
    sources += other.sources
    related += other.related
    articles += other.articles
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

  func moved<Fact: MovableFact>(_ facts: [Fact]) -> [Fact] {
    facts.map { fact in
      var fact = fact
      fact.move(by: self)
      return fact
    }
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
