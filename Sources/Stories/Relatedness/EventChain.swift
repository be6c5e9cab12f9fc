public import EventGraph

extension StorySet {
  /// The nearest others of an event, the most related first, with their scores; empty for other nodes.
  public func nearest(to event: NodeIndex) -> [(event: NodeIndex, score: Float)] {
    guard let relations, let number = relations.number(of: event) else { return [] }
    return relations.pairs.neighbors[relations.pairs.range(of: number)].map {
      (relations.features.events[Int($0.event)], $0.score)
    }
  }

  /// The strongest chain of related events from one to the other within their story: the one whose product
  /// of scores is largest. Empty where they are in no common story or no chain leads there.
  ///
  /// - Complexity: O(members² + pairs of the story).
  public func chain(from a: NodeIndex, to b: NodeIndex) -> [NodeIndex] {
    guard let relations, let place = story(of: a), place == story(of: b) else { return [] }
    let numbers = stories[place].members.compactMap { relations.number(of: $0.event) }
    var local: [Int: Int] = [:]
    for (k, number) in numbers.enumerated() { local[number] = k }
    var links = [[(to: Int, score: Float)]](repeating: [], count: numbers.count)
    for (k, number) in numbers.enumerated() {
      for neighbor in relations.pairs.neighbors[relations.pairs.range(of: number)] {
        guard let other = local[Int(neighbor.event)] else { continue }
        links[k].append((other, neighbor.score))
        links[other].append((k, neighbor.score))
      }
    }
    guard let start = relations.number(of: a).flatMap({ local[$0] }),
      let end = relations.number(of: b).flatMap({ local[$0] })
    else { return [] }
    return Self.strongest(from: start, to: end, links).map {
      relations.features.events[numbers[$0]]
    }
  }

  /// Dijkstra's search on products of scores, each at most 1.
  private static func strongest(
    from start: Int, to end: Int, _ links: [[(to: Int, score: Float)]]
  ) -> [Int] {
    var best = [Float](repeating: 0, count: links.count)
    var before = [Int](repeating: -1, count: links.count)
    var isDone = [Bool](repeating: false, count: links.count)
    best[start] = 1
    while true {
      var node = -1
      for k in links.indices where !isDone[k] && best[k] > 0 && (node < 0 || best[k] > best[node]) {
        node = k
      }
      if node < 0 { return [] }
      if node == end { break }
      isDone[node] = true
      for link in links[node] {
        let strength = best[node] * min(link.score, 1)
        if strength > best[link.to], !isDone[link.to] {
          best[link.to] = strength
          before[link.to] = node
        }
      }
    }
    var path = [end]
    while let last = path.last, last != start { path.append(before[last]) }
    return path.reversed()
  }
}
