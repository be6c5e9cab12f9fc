internal import EventGraph
internal import GraphStore

/// A node and its neighbours as a page to read: what it is, then one section a relation.
struct Dossier {
  private let neighborhood: Neighborhood
  private let details: NodeDetails
  private let style: TerminalStyle
  private let showsEvidence: Bool

  init(
    _ neighborhood: Neighborhood, details: NodeDetails, style: TerminalStyle, showsEvidence: Bool
  ) {
    self.neighborhood = neighborhood
    self.details = details
    self.style = style
    self.showsEvidence = showsEvidence
  }

  var text: String {
    var lines = NodeHeader.lines(details, style)
    var first = 0
    let all = neighborhood.neighbors
    while first < all.count {
      var end = first
      while end < all.count, sectionKey(all[end]) == sectionKey(all[first]) { end += 1 }
      lines.append("")
      lines += section(
        Array(all[first..<end]), isCut: end == all.count && all.count < neighborhood.total)
      first = end
    }
    let rest = neighborhood.total - all.count
    if all.isEmpty {
      lines += ["", "  nothing is next to it that fits the question"]
    } else if rest > 0 {
      lines += [
        "", "… and \(rest.grouped) more, here or under other headings; --limit 0 lists all",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func sectionKey(_ neighbor: Neighbor) -> [Int] {
    [neighbor.hops, Int(neighbor.relation.rawValue), neighbor.isOutgoing ? 0 : 1]
  }

  /// - Parameter isCut: The limit ended the list here, so the section may be longer than what is shown.
  private func section(_ neighbors: [Neighbor], isCut: Bool) -> [String] {
    guard let first = neighbors.first else { return [] }
    var heading = RelationHeading.text(first.relation, first.isOutgoing)
    if first.hops > 1 { heading = "\(first.hops) steps away · " + heading.lowercasedFirst }
    let count = (isCut ? "first " : "") + neighbors.count.grouped
    let note = "  \(count) · \(first.relation.name)"
    var lines = [style.paint(heading, .heading) + style.paint(note, .faint)]
    var table = TextTable(
      [.right, .left, .left, .left, .left, .left, .right], flexible: first.hops > 1 ? 2 : 3)
    // Names are wide and many; where the way there matters it shares the line.
    for neighbor in neighbors { table.add(cells(neighbor)) }
    let rows = table.lines(style)
    for (row, neighbor) in zip(rows, neighbors) {
      lines.append(row)
      if showsEvidence { lines += quotes(neighbor) }
    }
    return lines
  }

  private func cells(_ neighbor: Neighbor) -> [TextTable.Cell] {
    let node = neighbor.node
    let name = neighbor.publisher.map { "\($0) · \(node.name)" } ?? node.name
    let isPlain = node.kind == .event || node.kind == .source || node.kind == .publisher
    let via = neighbor.via.map { TextWidth.cut(TextTable.clean($0.name), to: 28) }
    return [
      .init(neighbor.rank > 0 && neighbor.isOutgoing ? "\(neighbor.rank)." : "", .faint),
      .init(node.date.map { "\($0)" } ?? "", .key),
      .init(via == nil ? "" : name), .init(via == nil ? name : ""),
      .init(via.map { "via \($0)" } ?? "", .faint),
      .init(neighbor.role.name ?? (isPlain ? "" : node.entityKind?.name ?? node.kind.name), .faint),
      .init(places(neighbor), .faint),
    ]
  }

  /// "line 3", "lines 3, 14", or how many where several documents say it.
  private func places(_ neighbor: Neighbor) -> String {
    let documents = Set(neighbor.evidence.map(\.document))
    if documents.count > 1 { return "\(neighbor.evidence.count) in \(documents.count) documents" }
    guard let document = documents.first else { return "" }
    let lines = Set(neighbor.evidence.map(\.line)).sorted()
    let isOwn = details.evidence.contains { $0.document == document }
    if lines.count > 6 || !isOwn {
      return neighbor.evidence.count == 1 ? "1 line" : "\(neighbor.evidence.count) lines"
    }
    return (lines.count == 1 ? "line " : "lines ") + lines.map(String.init).joined(separator: ", ")
  }

  private func quotes(_ neighbor: Neighbor) -> [String] {
    neighbor.evidence.map { piece in
      let place = TextTable.clean("\(piece.document):\(piece.line)")
      let tail = "  \(place) (\(piece.rule.name))"
      let room = max(16, style.width - 8 - min(TextWidth.of(tail), style.width * 2 / 3))
      let quote = TextWidth.cut(TextTable.clean(piece.quote), to: room)
      return style.paint("      “\(quote)”\(tail)", .faint)
    }
  }
}

/// What a relation says of the node in the middle, in words for people.
enum RelationHeading {
  static func text(_ relation: Relation, _ isOutgoing: Bool) -> String {
    switch (relation, isOutgoing) {
    case (.involves, true): "Involves"
    case (.involves, false): "Events that involve it"
    case (.hasContext, true): "Contexts"
    case (.hasContext, false): "Events in this context"
    case (.takesPlaceIn, true): "Takes place in"
    case (.takesPlaceIn, false): "Events that take place there"
    case (.partOf, true): "Part of"
    case (.partOf, false): "What is part of it"
    case (.reportedBy, true): "Reported by"
    case (.reportedBy, false): "Events that it reports"
    case (.publishedBy, true): "Published by"
    case (.publishedBy, false): "Sources that it published"
    case (.relatedTo, true): "Related, as its own page lists them"
    case (.relatedTo, false): "Related, as the other's page lists it"
    case (.memberOf, true): "Belongs to"
    case (.memberOf, false): "Its events"
    case (.similarTo, _): "Similar, by what both share"
    case (.precedes, true): "Next in its story"
    case (.precedes, false): "Before it in its story"
    case (.mentions, true): "Mentions"
    case (.mentions, false): "Articles that mention it"
    case (.covers, true): "Events that it tells of"
    case (.covers, false): "Articles that tell of it"
    case (.quotes, true): "Statements that it quotes"
    case (.quotes, false): "Quoted in"
    case (.saidBy, true): "Said by"
    case (.saidBy, false): "Statements"
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
