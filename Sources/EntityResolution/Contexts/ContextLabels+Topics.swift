internal import EventGraph
internal import EventIngest

extension ContextLabels {
  /// Adds the headings of day indexes. A heading is a label with a capital letter: where the event
  /// has that label already, the heading is more evidence for it.
  mutating func addTopics(_ events: EventTable) {
    let strings = facts.strings
    let bytes = strings.bytes.span
    for (topic, fact) in facts.topics.enumerated() {
      let event = events.number(of: fact.event)
      let heading = bytes.extracting(strings.range(of: fact.label))
      let known = labels.byEvent[event].first {
        heading.equalsUpToFirstCase(bytes.extracting(strings.range(of: $0)))
      }
      labels.add(EventLabels.Entry(event: event, label: known ?? fact.label, topic: topic))
    }
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
  /// Drops all facts of documents that were read before: same path, same bytes.
  ///
  /// - Returns: How many documents were dropped.
  mutating func removeRepeatedDocuments() -> Int {
    var first: Set<[StringIndex]> = []
    var isRepeated = [Bool](repeating: false, count: documents.count)
    for (k, document) in documents.enumerated() {
      isRepeated[k] = !first.insert([document.path, document.sha256]).inserted
    }
    guard isRepeated.contains(true) else { return 0 }
    var numbers: [UInt32] = []
    var kept: UInt32 = 0
    for repeated in isRepeated {
      numbers.append(kept)
      if !repeated { kept += 1 }
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
    documents.removeAll { _ in
      position += 1
      return isRepeated[position]
    }
    return Int(UInt32(isRepeated.count) - kept)
  }
}
