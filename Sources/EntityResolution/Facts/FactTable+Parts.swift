internal import EventGraph

extension FactTable {
  /// Puts the reports of a document that came one by one together again: a document is one whether
  /// its reports came from the page itself or as lines, in whatever order and from however many
  /// files. A report that came twice counts once.
  mutating func joinParts() {
    guard parts.contains(where: { $0 > 0 }) else { return }
    var known: Set<[UInt32]> = []
    var isRepeated = [Bool](repeating: false, count: documents.count)
    for k in documents.indices where parts[k] > 0 {
      let document = documents[k]
      isRepeated[k] =
        !known.insert([document.path.rawValue, document.sha256.rawValue, parts[k]]).inserted
    }
    if isRepeated.contains(true) { removeDocuments(isRepeated) }

    // The first of a document's parts stands for all; its file is the first by name.
    var first: [[StringIndex]: Int] = [:]
    var target = Array(documents.indices)
    for k in documents.indices where parts[k] > 0 {
      let key = [documents[k].path, documents[k].sha256]
      guard let other = first[key] else {
        first[key] = k
        continue
      }
      target[k] = other
      if strings.bytes.span.isLess(strings.range(of: files[k]), strings.range(of: files[other])) {
        files[other] = files[k]
      }
    }
    moveFacts(to: target.map { UInt32($0) })
    removeDocuments(target.indices.map { target[$0] != $0 })
    // Reports of one document follow each other, in its order.
    let order = reports.indices.sorted { a, b in
      let (x, y) = (reports[a].place, reports[b].place)
      return (x.document, x.start, a) < (y.document, y.start, b)
    }
    reports = order.map { reports[$0] }
  }

  private mutating func moveFacts(to target: [UInt32]) {
    func move<Fact>(_ facts: inout [Fact], _ place: WritableKeyPath<Fact, Place>) {
      for k in facts.indices {
        facts[k][keyPath: place].document = target[Int(facts[k][keyPath: place].document)]
      }
    }
    move(&reports, \.place)
    move(&topics, \.place)
    move(&links, \.place)
    move(&nested, \.place)
    move(&categories, \.place)
    move(&contextLists, \.place)
    move(&sources, \.place)
    move(&related, \.place)
    move(&articles, \.place)
    move(&articles, \.publisherPlace)
  }
}
