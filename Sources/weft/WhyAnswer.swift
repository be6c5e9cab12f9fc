internal import EventGraph
internal import Stories

/// Why two events are related, with what says so.
struct WhyAnswer {
  private let a: NodeIndex
  private let b: NodeIndex
  private let graph: KnowledgeGraph
  private let set: StorySet
  private let pair: PairReasons
  private let chain: [NodeIndex]
  private let places: ReasonEvidence?

  init?(_ a: NodeIndex, _ b: NodeIndex, _ set: StorySet, _ graph: KnowledgeGraph) {
    guard let pair = set.reasons(a, b, in: graph) else { return nil }
    (self.a, self.b, self.set, self.graph, self.pair) = (a, b, set, graph, pair)
    chain = a == b ? [] : set.chain(from: a, to: b)
    places = set.reasonEvidence(in: graph)
  }

  private var story: Story? {
    guard let place = set.story(of: a), place == set.story(of: b) else { return nil }
    return set.stories[place]
  }

  /// The answer in a sentence.
  private var sentence: String {
    if a == b { return "They are one event." }
    var parts: [String] = []
    if pair.reasons.isEmpty {
      parts.append("They share nothing that other events do not")
    } else {
      let names = Self.telling(pair.reasons, 3).map(Self.words)
      let rest = pair.reasons.count - names.count
      parts.append(
        "They share \(names.joined(separator: ", "))" + (rest > 0 ? " and \(rest) more" : ""))
    }
    if let days = pair.daysApart {
      parts[0] += days == 0 ? ", on the same day" : ", \(days) day\(days == 1 ? "" : "s") apart"
    }
    if let story {
      parts.append("both belong to the story '\(story.label)'")
      if chain.count > 2 { parts.append("linked by a chain of \(chain.count) events") }
      if chain.isEmpty {
        parts.append("no chain of similar events links them, only what each shares with the story")
      }
    } else {
      parts.append("they are in no common story")
    }
    return parts.joined(separator: "; ") + "."
  }

  /// The first reasons that add something: "Boko" does not where "Boko Haram" stands already.
  private static func telling(
    _ reasons: [PairReasons.Reason], _ limit: Int
  ) -> [PairReasons.Reason] {
    var chosen: [PairReasons.Reason] = []
    for reason in reasons where chosen.count < limit {
      let label = reason.label.lowercased()
      if !chosen.contains(where: { $0.label.lowercased().contains(label) }) {
        chosen.append(reason)
      }
    }
    return chosen
  }

  /// Whether one of the events has the word only in the address of what it cites.
  private func isOnlyCited(_ reason: PairReasons.Reason) -> Bool {
    guard reason.kind == .word || reason.kind == .name else { return false }
    return [a, b].contains { event in
      let rule = places?.place(of: reason, for: event)?.evidence.rule
      return rule == .pageSource || rule == .wikitextSource
    }
  }

  private static func words(_ reason: PairReasons.Reason) -> String {
    switch reason.kind {
    case .topic: "the topic \(reason.label)"
    case .entity, .concept: reason.label
    case .name: "the name \(reason.label)"
    case .word: "the word '\(reason.label)'"
    case .source: "the source \(reason.label)"
    case .claim: "the archive's claim that they are related"
    }
  }

  func text(_ style: TerminalStyle) -> String {
    var lines: [String] = []
    for event in [a, b] {
      lines.append(style.paint(TextTable.clean(graph.name(event)), .heading))
      lines.append(
        style.paint(
          "  \(graph.date(event).map { "\($0)" } ?? "undated") · \(graph.id(event))", .key))
    }
    lines += [""] + TextWidth.wrap(TextTable.clean(sentence), to: min(style.width, 110)) + [""]
    var table = TextTable([.right, .left, .left, .left], flexible: 2)
    for reason in pair.reasons {
      let hub = reason.events == 0 ? "" : "on \(reason.events.grouped) events"
      table.add([
        .init("\(Self.percent(reason.share))%"), .init(reason.kind.rawValue, .key),
        .init(reason.label + (isOnlyCited(reason) ? " (in the address of a source)" : "")),
        .init(hub, .faint),
      ])
    }
    lines += table.lines(style)
    if !pair.reasons.isEmpty {
      let kept = pair.scoreWithoutTime > 0 ? pair.score / pair.scoreWithoutTime : 1
      lines += [
        "",
        "score \(Self.percent(pair.score))%, of which the days apart leave \(Self.percent(kept))%",
      ]
    }
    if chain.count > 2 {
      lines += ["", style.paint("The strongest chain between them", .heading)]
      var steps = TextTable([.left, .left, .left], flexible: 1)
      for (k, event) in chain.enumerated() {
        let by = k == 0 ? "" : link(chain[k - 1], event)
        steps.add([
          .init(graph.date(event).map { "\($0)" } ?? "", .key), .init(graph.name(event)),
          .init(by, .faint),
        ])
      }
      lines += steps.lines(style)
    }
    if chain.isEmpty, story != nil, a != b {
      lines += ["", style.paint("What ties each of them to the story", .heading)]
      var ties = TextTable([.left, .left], flexible: 1)
      for event in [a, b] {
        ties.add([
          .init(graph.date(event).map { "\($0)" } ?? "", .key),
          .init(set.ties(of: event, in: graph).map(Self.words).joined(separator: "; ")),
        ])
      }
      lines += ties.lines(style)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(_ tie: StoryTie) -> String {
    "\(tie.label) (as \(tie.events) other\(tie.events == 1 ? "" : "s"))"
  }

  /// What joins two steps of a chain, in few words.
  private func link(_ from: NodeIndex, _ to: NodeIndex) -> String {
    guard let pair = set.reasons(from, to, in: graph) else { return "" }
    return "\(Self.percent(pair.score))% "
      + Self.telling(pair.reasons, 2).map {
        $0.kind == .claim ? "the archive's claim" : TextWidth.cut($0.label, to: 32)
      }.joined(separator: ", ")
  }

  private static func percent(_ value: Double) -> Int { Int((value * 100).rounded()) }
}

extension WhyAnswer {
  func json() -> [UInt8] {
    var writer = ByteWriter()
    writer.append("{\"a\":")
    writer.append(openNode: a, in: graph)
    writer.append("}")
    writer.append(key: "b")
    writer.append(openNode: b, in: graph)
    writer.append("}")
    writer.append(key: "sentence", string: sentence)
    writer.append(key: "score")
    writer.append(rounded: pair.score)
    writer.append(key: "scoreWithoutTime")
    writer.append(rounded: pair.scoreWithoutTime)
    if let days = pair.daysApart { writer.append(key: "daysApart", number: days) }
    writer.append(key: "reasons")
    writer.append(list: pair.reasons) { append($0, &$1) }
    if let story {
      writer.append(key: "story")
      writer.append("{")
      writer.append(key: "story", first: true, string: story.id)
      writer.append(key: "label", string: story.label)
      writer.append("}")
    }
    if story != nil, a != b {
      for (key, event) in [("tiesOfA", a), ("tiesOfB", b)] as [(StaticString, NodeIndex)] {
        writer.append(key: key)
        writer.append(list: set.ties(of: event, in: graph)) { tie, writer in
          writer.append("{")
          writer.append(key: "kind", first: true, string: tie.kind.name)
          writer.append(key: "label", string: tie.label)
          writer.append(key: "events", number: tie.events)
          writer.append("}")
        }
      }
    }
    writer.append(key: "chain")
    writer.append(list: Array(chain.enumerated())) { step, writer in
      writer.append(openNode: step.element, in: graph)
      if step.offset > 0, let link = set.reasons(chain[step.offset - 1], step.element, in: graph) {
        writer.append(key: "score")
        writer.append(rounded: link.score)
        writer.append(key: "because")
        writer.append(strings: Self.telling(link.reasons, 3).map(\.label))
      }
      writer.append("}")
    }
    writer.append("}\n")
    return writer.bytes
  }

  private func append(_ reason: PairReasons.Reason, _ writer: inout ByteWriter) {
    writer.append("{")
    writer.append(key: "kind", first: true, string: reason.kind.rawValue)
    writer.append(key: "label", string: reason.label)
    if let node = reason.node { writer.append(key: "id", string: graph.id(node)) }
    if !reason.words.isEmpty {
      writer.append(key: "words")
      writer.append(strings: reason.words)
    }
    writer.append(key: "share")
    writer.append(rounded: reason.share)
    writer.append(key: "events", number: reason.events)
    writer.append(key: "damping")
    writer.append(rounded: reason.damping)
    writer.append(key: "evidence")
    writer.append(list: evidence(of: reason)) { item, writer in
      writer.append("{")
      writer.append(key: "event", first: true, string: graph.id(item.event))
      writer.append(key: "document", string: item.document)
      writer.append(key: "line", number: item.line)
      writer.append(key: "quote", string: item.quote)
      writer.append("}")
    }
    writer.append("}")
  }

  private struct Place {
    var event: NodeIndex
    var document: String
    var line: Int
    var quote: String
  }

  /// The first place for either event that says the reason; for words, where the title stands that holds
  /// them.
  private func evidence(of reason: PairReasons.Reason) -> [Place] {
    [a, b].compactMap { event -> Place? in
      var found = places?.place(of: reason, for: event)
      if reason.kind == .claim, let node = reason.node {
        // A claim stands on the page of the event that is not claimed to be related.
        if event == node { return nil }
        let edge = graph.outEdges(of: event).first {
          graph.edges[$0].target == node && graph.edges[$0].relation == .relatedTo
        }
        found = edge.flatMap { graph.evidence[graph.evidenceRange(ofEdge: $0)].first }.map {
          ($0, graph.strings[$0.quote])
        }
      }
      return found.map {
        Place(
          event: event,
          document: graph.strings[graph.documents[$0.evidence.document.position].path],
          line: Int($0.evidence.line), quote: $0.quote)
      }
    }
  }
}
