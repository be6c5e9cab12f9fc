package import EventGraph

/// The places in documents that say what two events share.
package struct ReasonEvidence: Sendable {
  let graph: KnowledgeGraph
  let features: EventFeatures
  private let titleWords: TitleWords

  /// A place, and the words there: a string of the graph, or a part of one.
  struct Found: Sendable {
    var evidence: Evidence
    /// What is quoted, in the bytes of the graph's strings.
    var quote: Range<Int>
  }

  init(_ graph: KnowledgeGraph, _ features: EventFeatures) {
    self.graph = graph
    self.features = features
    titleWords = TitleWords(graph, features)
  }

  /// Where a document says that an event has a feature; nil where no line is known that does.
  func evidence(of feature: Int, for event: NodeIndex) -> Found? {
    let kind = features.kinds[feature]
    switch kind {
    case .name, .word: return word(feature, for: event)
    case .topic, .entity, .concept, .source:
      return link(from: event, to: NodeIndex(rawValue: features.keys[feature]), kind)
    }
  }

  /// The place that tells of the event itself: its title, or where another page names it.
  func evidence(of event: NodeIndex) -> Evidence? {
    if let own = graph.evidence(ofNode: event).first { return own }
    for k in graph.inEdges(of: event) {
      if let first = graph.evidence[graph.evidenceRange(ofEdge: Int(k))].first { return first }
    }
    for k in graph.outEdges(of: event) {
      if let first = graph.evidence[graph.evidenceRange(ofEdge: k)].first { return first }
    }
    return nil
  }

  func found(_ evidence: Evidence) -> Found {
    Found(evidence: evidence, quote: graph.strings.range(of: evidence.quote))
  }

  /// The first place that makes the node a thing of the event, or one of the event's topics part of it.
  private func link(from event: NodeIndex, to node: NodeIndex, _ kind: FeatureKind) -> Found? {
    func first(_ source: NodeIndex, _ isWanted: (Relation) -> Bool) -> Evidence? {
      for k in graph.outEdges(of: source)
      where graph.edges[k].target == node && isWanted(graph.edges[k].relation) {
        if let first = graph.evidence[graph.evidenceRange(ofEdge: k)].first { return first }
      }
      return nil
    }
    if let own = first(event, { kind == .topic ? $0 == .partOf : $0 != .partOf }) {
      return found(own)
    }
    for k in graph.outEdges(of: event) where graph.edges[k].relation == .partOf {
      if let above = first(graph.edges[k].target, { $0 == .partOf }) { return found(above) }
    }
    return nil
  }

  /// Where the event's title holds the word, else the line that cites what has it in its address. A place of
  /// the title as a whole, where the title's words are not the document's byte for byte.
  private func word(_ feature: Int, for event: NodeIndex) -> Found? {
    for own in graph.evidence(ofNode: event) {
      guard let place = titleWords.place(of: feature, in: own.quote) else { continue }
      let quote = graph.strings.range(of: own.quote)
      var found = found(own)
      found.quote = quote.lowerBound + place.start..<quote.lowerBound + place.start + place.length
      if quote.count == Int(own.length) {
        found.evidence.start += UInt32(place.start)
        found.evidence.length = UInt32(place.length)
      }
      return found
    }
    guard let cited = cited(feature, by: event) else { return nil }
    var found = found(cited.evidence)
    let address = graph.strings.range(of: cited.address).lowerBound
    found.quote = address + cited.place.start..<address + cited.place.start + cited.place.length
    return found
  }

  /// The first citation whose address has the word.
  private func cited(
    _ feature: Int, by event: NodeIndex
  ) -> (evidence: Evidence, address: StringIndex, place: TitleWords.Place)? {
    for k in graph.outEdges(of: event) where graph.edges[k].relation == .reportedBy {
      let address = graph.nodes[graph.edges[k].target.position].address
      if let place = titleWords.place(of: feature, inAddress: address),
        let first = graph.evidence[graph.evidenceRange(ofEdge: k)].first
      {
        return (first, address, place)
      }
    }
    return nil
  }

  /// Where a document says that an event has what another shares, and the words there. Of a word that only
  /// the event's summary holds, no line is known: that of its title is given, with the summary. Of a word in
  /// the address of what the event cites, the line that cites it is given, with the address.
  package func place(
    of reason: PairReasons.Reason, for event: NodeIndex
  ) -> (evidence: Evidence, quote: String)? {
    guard let feature = reason.feature else { return nil }
    if reason.kind == .word || reason.kind == .name {
      for own in graph.evidence(ofNode: event)
      where titleWords.place(of: feature, in: own.quote) != nil {
        return (own, graph.strings[own.quote])
      }
      let summary = graph.nodes[event.position].summary
      if titleWords.place(of: feature, in: summary) != nil,
        let own = graph.evidence(ofNode: event).first
      {
        return (own, graph.strings[summary])
      }
      if let cited = cited(feature, by: event) {
        return (cited.evidence, graph.strings[cited.address])
      }
      return evidence(of: event).map { ($0, graph.strings[$0.quote]) }
    }
    return evidence(of: feature, for: event).map { ($0.evidence, graph.strings[$0.evidence.quote]) }
  }
}

extension StorySet {
  /// Finds where documents say what events share; nil where what they share is not known.
  package func reasonEvidence(in graph: KnowledgeGraph) -> ReasonEvidence? {
    relations.map { ReasonEvidence(graph, $0.features) }
  }
}
