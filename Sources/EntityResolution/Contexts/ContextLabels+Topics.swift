internal import EventGraph
internal import EventIngest

extension ContextLabels {
  /// Adds the headings of day indexes. A heading is a label with a capital letter: where the event
  /// has that label already, the heading is more evidence for it.
  mutating func addTopics(_ events: EventTable) {
    // All headings are looked up before the first is added: their order is chance.
    let entries = facts.topics.enumerated().map { topic, fact in
      let event = events.number(of: fact.event)
      let isKnown = labels.has(fact.label, event: event)
      let label = isKnown ? fact.label : otherCase(fact.label, event: event) ?? fact.label
      return EventLabels.Entry(event: event, label: label, topic: topic)
    }
    for entry in entries { labels.add(entry) }
  }

  /// The event's label that differs from a heading only in the case of its first letter.
  private func otherCase(_ heading: StringIndex, event: Int) -> StringIndex? {
    var words = Array(facts.strings.bytes[facts.strings.range(of: heading)])
    guard let first = words.first, first.isASCIILetter else { return nil }
    words[0] = first ^ 32
    return facts.strings.find(words.span).flatMap { labels.has($0, event: event) ? $0 : nil }
  }

  /// One diagnostic for each run of commas that no heading and no title settles.
  func diagnostics() -> [Diagnostic] {
    doubts.map { doubt in
      let pieces = doubt.pieces.map { facts.strings[$0] }
      var labels = [pieces[0]]
      for (piece, isJoined) in zip(pieces.dropFirst(), doubt.joins) {
        if isJoined {
          labels[labels.count - 1] += ", " + piece
        } else {
          labels.append(piece)
        }
      }
      let fact = facts.contextLists[doubt.list]
      return Diagnostic(
        .contextLabelReading, file: facts.strings[facts.files[Int(fact.place.document)]],
        line: Int(fact.place.line),
        "a comma may divide labels or stand in one: '\(pieces.joined(separator: ", "))' was read as "
          + labels.map { "'\($0)'" }.joined(separator: " and ")
          + " by what other pages share; check it where it matters")
    }.sorted()
  }
}

extension FactTable {
  /// Drops all facts of documents that were read under another name too: same path, same bytes. A
  /// day's `README.md` is the twin of an `index.md` with the same bytes.
  ///
  /// - Returns: How many documents were dropped.
  mutating func removeRepeatedDocuments() -> Int {
    joinParts()
    // Only documents of equal bytes can be one.
    var counts = [UInt8](repeating: 0, count: strings.count)
    for document in documents {
      counts[document.sha256.position] = min(counts[document.sha256.position] + 1, 2)
    }
    var kept: [UInt64: Int] = [:]
    var isRepeated = [Bool](repeating: false, count: documents.count)
    for (k, document) in documents.enumerated() where counts[document.sha256.position] > 1 {
      let path = UInt64(indexPath(document.path).rawValue)
      let key = path << 32 | UInt64(document.sha256.rawValue)
      guard let other = kept[key] else {
        kept[key] = k
        continue
      }
      let isBetter = precedes(k, other)
      isRepeated[isBetter ? other : k] = true
      if isBetter { kept[key] = k }
    }
    guard isRepeated.contains(true) else { return 0 }
    removeDocuments(isRepeated)
    return isRepeated.count { $0 }
  }

  /// The path of the `index.md` that a `README.md` of this path would repeat; else the path.
  private func indexPath(_ path: StringIndex) -> StringIndex {
    let range = strings.range(of: path)
    guard range.count >= 10,
      strings.bytes.span.hasPrefix("/README.md", at: range.upperBound - 10)
    else { return path }
    let index = Array(strings.bytes[range].dropLast(9)) + Array("index.md".utf8)
    return strings.find(index.span) ?? path
  }

  /// Which of two documents stays: the index before its twin, then by the file's name, never by who
  /// came first.
  private func precedes(_ a: Int, _ b: Int) -> Bool {
    if documents[a].path != documents[b].path {
      return documents[a].path == indexPath(documents[b].path)
    }
    // Of a document that came as lines of reports, some may be missing.
    if (parts[a] == 0) != (parts[b] == 0) { return parts[a] == 0 }
    let bytes = strings.bytes.span
    return bytes.isLess(strings.range(of: files[a]), strings.range(of: files[b]))
  }

  mutating func removeDocuments(_ isRepeated: [Bool]) {
    var numbers: [UInt32] = []
    var kept: UInt32 = 0
    for repeated in isRepeated {
      numbers.append(kept)
      if !repeated { kept += 1 }
    }
    articles.removeAll { isRepeated[Int($0.place.document)] }
    for k in articles.indices {
      articles[k].place.document = numbers[Int(articles[k].place.document)]
      articles[k].publisherPlace.document = numbers[Int(articles[k].publisherPlace.document)]
    }
    func filter<Fact>(_ facts: inout [Fact], _ place: WritableKeyPath<Fact, Place>) {
      facts.removeAll { isRepeated[Int($0[keyPath: place].document)] }
      for k in facts.indices {
        facts[k][keyPath: place].document = numbers[Int(facts[k][keyPath: place].document)]
      }
    }
    // Lists of shared labels are found by place, so their new places are worked out first.
    var listNumbers: [Int32] = []
    var keptLists: Int32 = 0
    for list in contextLists {
      listNumbers.append(keptLists)
      if !isRepeated[Int(list.place.document)] { keptLists += 1 }
    }
    filter(&contextLists, \.place)
    filter(&related, \.place)
    for k in related.indices where related[k].sharedList >= 0 {
      related[k].sharedList = listNumbers[Int(related[k].sharedList)]
    }
    filter(&reports, \.place)
    filter(&topics, \.place)
    filter(&links, \.place)
    filter(&nested, \.place)
    filter(&categories, \.place)
    filter(&sources, \.place)
    var position = -1
    files.removeAll { _ in
      position += 1
      return isRepeated[position]
    }
    position = -1
    parts.removeAll { _ in
      position += 1
      return isRepeated[position]
    }
    position = -1
    documents.removeAll { _ in
      position += 1
      return isRepeated[position]
    }
  }
}
