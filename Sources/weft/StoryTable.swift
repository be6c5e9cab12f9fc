internal import EventGraph
internal import Stories

/// Stories for people.
enum StoryTable {
  static func text(
    _ places: [Int], _ set: StorySet, _ graph: KnowledgeGraph, _ style: TerminalStyle, isOne: Bool
  ) -> String {
    if isOne, let place = places.first { return one(set.stories[place], graph, style) }
    var table = TextTable([.left, .right, .left], flexible: 2)
    let stories = places.map { set.stories[$0] }.sorted {
      ($1.members.count, $0.id) < ($0.members.count, $1.id)
    }
    for story in stories {
      table.add([
        .init(span(story), .key), .init(story.members.count.grouped), .init(story.label),
      ])
    }
    var lines: [String] = []
    for (line, story) in zip(table.lines(style), stories) {
      lines += [line, style.paint("  \(story.id)", .faint)]
    }
    lines += [
      "",
      stories.count == set.stories.count
        ? "\(stories.count.grouped) stories; "
          + (set.alone.count == 1
            ? "1 event belongs to none" : "\(set.alone.count.grouped) events belong to none")
        : "\(stories.count.grouped) of \(set.stories.count.grouped) stories",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  static func span(_ story: Story) -> String {
    guard let first = story.first, let last = story.last else { return "undated" }
    return first == last ? "\(first)" : "\(first) – \(last)"
  }

  private static func one(_ story: Story, _ graph: KnowledgeGraph, _ style: TerminalStyle) -> String
  {
    var lines = [
      style.paint(TextTable.clean(story.label), .heading),
      style.paint(
        "story · \(span(story)) · \(story.members.count.grouped) events · \(story.id)", .key),
    ]
    var facts = TextTable([.left, .left], flexible: 1)
    for (name, nodes) in [
      ("actors", story.actors), ("places", story.places), ("contexts", story.contexts),
    ] where !nodes.isEmpty {
      facts.add([.init(name, .faint), .init(nodes.map { graph.name($0) }.joined(separator: ", "))])
    }
    lines += [""] + facts.lines(style)
    let key = Set(story.keyEvents)
    for (number, episode) in story.episodes.enumerated() {
      lines += ["", style.paint(TextTable.clean(episode.label), .heading)]
      var table = TextTable([.left, .left, .right, .left], flexible: 3)
      for member in story.members where member.episode == number {
        table.add([
          .init(key.contains(member.event) ? "★" : " "),
          .init(graph.date(member.event).map { "\($0)" } ?? "", .key),
          .init("\(Int((member.strength * 100).rounded()))%", .faint),
          .init(graph.name(member.event)),
        ])
      }
      lines += table.lines(style)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
