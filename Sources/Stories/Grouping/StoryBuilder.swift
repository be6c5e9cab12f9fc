internal import EventGraph

/// Makes stories of groups: who belongs how strongly, labels, key events, ids.
struct StoryBuilder {
  private let graph: KnowledgeGraph
  private let grouping: StoryGrouping
  private let labels: StoryLabels

  init(_ graph: KnowledgeGraph, _ grouping: StoryGrouping) {
    self.graph = graph
    self.grouping = grouping
    labels = StoryLabels(graph, grouping)
  }

  mutating func build() -> (stories: [Story], alone: [NodeIndex]) {
    var stories: [Story] = []
    var alone: [NodeIndex] = []
    for members in grouping.stories.members {
      if members.count < 2 {
        alone.append(contentsOf: members.map { grouping.features.events[Int($0)] })
      } else {
        stories.append(story(of: members.map { Int($0) }))
      }
    }
    // Two stories cannot have one id: each is named after an event of its own.
    stories.sort {
      ($0.first?.firstEpochDay ?? .max, $0.id) < ($1.first?.firstEpochDay ?? .max, $1.id)
    }
    return (stories, alone)
  }

  /// - Parameter events: Event numbers, ascending: by date, then id.
  private func story(of events: [Int]) -> Story {
    let strengths = events.map { strength(of: $0) }
    let dates = DateSpan(events.map { date(of: $0) })
    let parts = episodes(of: events)
    let things = labels.things(of: events)
    return Story(
      id: "story_" + id(of: anchor(events, strengths)), label: labels.label(of: events),
      first: dates.first, last: dates.last,
      members: zip(events, zip(strengths, parts.numbers)).map { event, rest in
        StoryMember(event: node(event), strength: rest.0, episode: rest.1)
      },
      episodes: parts.episodes, actors: things.actors, places: things.places,
      contexts: things.contexts, keyEvents: keyEvents(events, strengths))
  }

  private func node(_ event: Int) -> NodeIndex { grouping.features.events[event] }
  private func date(of event: Int) -> PartialDate? { graph.nodes[node(event).position].date }
  private func id(of event: Int) -> String { graph.strings[graph.nodes[node(event).position].id] }

  /// The cosine of the event and the profile of its story.
  private func strength(of event: Int) -> Float {
    let (features, profiles) = (grouping.features, grouping.profiles)
    let range = profiles.range(of: Int(profiles.groups[event]))
    var (shared, norm): (Float, Float) = (0, 0)
    // Both lists ascend.
    var k = range.lowerBound
    for place in features.range(of: event) {
      let feature = features.items[place]
      let weight = profiles.weights[Int(feature)]
      norm += weight * weight
      while k < range.upperBound, profiles.items[k] < feature { k += 1 }
      if k < range.upperBound, profiles.items[k] == feature {
        shared += weight * profiles.values[k]
      }
    }
    return norm > 0 ? min(1, shared / norm.squareRoot()) : 0
  }

  /// The first event that is at the story's core: at least as strong as its members are on average.
  private func anchor(_ events: [Int], _ strengths: [Float]) -> Int {
    let mean = strengths.reduce(0, +) / Float(strengths.count)
    let first = events.indices.first { strengths[$0] >= mean } ?? 0
    return events[first]
  }

  private func episodes(of events: [Int]) -> (episodes: [Episode], numbers: [Int]) {
    var numbers: [UInt32: Int] = [:]
    var members: [[Int]] = []
    let places = events.map { event -> Int in
      let group = grouping.episodes.labels[event]
      let number = numbers[group] ?? members.count
      if number == members.count {
        numbers[group] = number
        members.append([])
      }
      members[number].append(event)
      return number
    }
    let episodes = members.map { members in
      let dates = DateSpan(members.map { date(of: $0) })
      return Episode(
        label: labels.label(of: members), first: dates.first, last: dates.last,
        size: members.count)
    }
    return (episodes, places)
  }

  private func keyEvents(_ events: [Int], _ strengths: [Float]) -> [NodeIndex] {
    let central = events.indices.sorted {
      strengths[$0] != strengths[$1] ? strengths[$0] > strengths[$1] : $0 < $1
    }
    var chosen: Set<Int> = [0]
    let days = events.map { date(of: $0)?.firstEpochDay }
    for burst in Burst.find(days: days.compactMap { $0 }).prefix(5) {
      if let first = days.firstIndex(where: { $0 == burst.firstDay }) { chosen.insert(first) }
    }
    for place in central where chosen.count < min(10, max(3, events.count / 3)) {
      chosen.insert(place)
    }
    return chosen.sorted().map { node(events[$0]) }
  }
}

/// The first and the last of some dates.
struct DateSpan {
  var first: PartialDate?
  var last: PartialDate?

  init(_ dates: [PartialDate?]) {
    for case let date? in dates {
      if first.map({ date < $0 }) ?? true { first = date }
      if last.map({ date.lastEpochDay > $0.lastEpochDay }) ?? true { last = date }
    }
  }
}
