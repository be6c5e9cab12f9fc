internal import EventGraph

extension DiagramPlan {
  /// More thin lines than this are a grey cloud.
  static let maximumThinLinks = 60

  /// One link for every pair of items that any relation ties, in either direction.
  static func links(of graph: KnowledgeGraph, among items: [Item]) -> [Link] {
    var position: [NodeIndex: Int] = [:]
    for (k, item) in items.enumerated() { position[item.node] = k }
    var found: [Int: Link] = [:]
    for (source, item) in items.enumerated() {
      for k in graph.outEdges(of: item.node) {
        let edge = graph.edges[k]
        guard let target = position[edge.target], target != source else { continue }
        let (from, to) = (min(source, target), max(source, target))
        var link =
          found[from * items.count + to]
          ?? Link(from: from, to: to, relations: [], statements: [], weight: 0, evidenceCount: 0)
        if !link.relations.contains(edge.relation) { link.relations.append(edge.relation) }
        link.relations.sort()
        link.statements.append(statement(edge))
        link.weight = max(link.weight, Double(edge.weight))
        link.evidenceCount += graph.evidenceRange(ofEdge: k).count
        found[from * items.count + to] = link
      }
    }
    return found.values.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private static func statement(_ edge: Edge) -> String {
    var text = words(edge.relation)
    if let role = edge.role.name { text += " as \(role)" }
    var details: [String] = []
    if edge.rank > 0 { details.append("no. \(edge.rank) in the archive's list") }
    if edge.relation == .relatedTo, edge.weight >= 1, edge.weight < 1e6 {
      let count = Int(edge.weight)
      details.append(count == 1 ? "1 shared context" : "\(count) shared contexts")
    }
    return details.isEmpty ? text : text + " (" + details.joined(separator: ", ") + ")"
  }

  static func words(_ relation: Relation) -> String {
    switch relation {
    case .involves: "involves"
    case .hasContext: "has the context"
    case .takesPlaceIn: "takes place in"
    case .partOf: "is part of"
    case .reportedBy: "is reported by"
    case .publishedBy: "is published by"
    case .relatedTo: "is related to"
    case .memberOf: "belongs to"
    case .similarTo: "is similar to"
    case .precedes: "comes before"
    case .mentions: "mentions"
    case .covers: "tells of"
    case .quotes: "quotes"
    case .saidBy: "was said by"
    }
  }

  /// All links of the center; for every item that they do not reach, the first link that ties it to one
  /// that is tied; and as many others as can be followed: of every item its strongest before the next of any.
  static func thinned(_ links: [Link], items: [Item]) -> [Link] {
    let thin = links.indices.filter { !links[$0].touchesCenter }
    guard thin.count > maximumThinLinks else { return links }
    let order = inTurns(thin, of: links, itemCount: items.count)
    var isTied = [Bool](repeating: false, count: items.count)
    for link in links where link.touchesCenter {
      isTied[link.from] = true
      isTied[link.to] = true
    }
    var keep: Set<Int> = []
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for k in order where isTied[links[k].from] != isTied[links[k].to] {
        isTied[links[k].from] = true
        isTied[links[k].to] = true
        keep.insert(k)
        isGrowing = true
      }
    }
    for k in order where keep.count < maximumThinLinks { keep.insert(k) }
    return links.indices.filter { links[$0].touchesCenter || keep.contains($0) }.map { links[$0] }
  }

  /// Places of links, by how many stronger ones their items have; then by item.
  private static func inTurns(_ places: [Int], of links: [Link], itemCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: itemCount)
    var turn: [Int: Int] = [:]
    let byStrength = places.sorted { a, b in
      let (x, y) = (links[a], links[b])
      if x.weight != y.weight { return x.weight > y.weight }
      if x.evidenceCount != y.evidenceCount { return x.evidenceCount > y.evidenceCount }
      return (x.to, x.from) < (y.to, y.from)
    }
    for place in byStrength {
      let link = links[place]
      turn[place] = max(counts[link.from], counts[link.to])
      counts[link.from] += 1
      counts[link.to] += 1
    }
    return places.sorted { a, b in
      (turn[a] ?? 0, links[a].to, links[a].from) < (turn[b] ?? 0, links[b].to, links[b].from)
    }
  }
}
