import EventGraph
import Testing

@testable import Stories

@Suite("Stories of a graph")
struct StorySetTests {
  private func described(_ set: StorySet, _ graph: KnowledgeGraph) -> [String] {
    set.stories.map { story in
      let events = story.members.map {
        "\(graph.strings[graph.nodes[$0.event.position].id]) \($0.strength) \($0.episode)"
      }
      return "\(story.id) \(story.label) \(events) \(story.episodes)"
    }
  }

  @Test("Wars, piracy and an election are stories of their own; what is single stays alone")
  func sample() {
    let graph = makeGraph(sampleEvents())
    let set = StorySet(of: graph)
    for name in ["Norland", "Sudmark", "Westria"] {
      let stories = set.stories.filter { story in
        story.members.contains { graph.strings[graph.nodes[$0.event.position].name].contains(name) }
      }
      #expect(stories.count == 1, "\(name)")
      #expect(stories.first?.label.contains(name) == true, "\(stories.map(\.label))")
    }
    #expect(set.alone.count >= 8)
    for event in set.alone { #expect(set.story(of: event) == nil) }
  }

  @Test("The order of the input changes nothing", arguments: UInt64(0)..<20)
  func order(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    let graph = makeGraph(sampleEvents())
    let shuffled = makeGraph(sampleEvents().shuffled(using: &rng))
    #expect(described(StorySet(of: graph), graph) == described(StorySet(of: shuffled), shuffled))
  }

  @Test("The number of threads changes nothing", arguments: [2, 3, 4, 7])
  func threads(count: Int) {
    let graph = makeGraph(sampleEvents())
    var settings = StorySettings()
    let one = StorySet(of: graph, settings)
    settings.threads = count
    #expect(described(one, graph) == described(StorySet(of: graph, settings), graph))
  }

  @Test("Reasons are what both events have, and their shares add up to one")
  func reasons() throws {
    let graph = makeGraph(sampleEvents())
    let set = StorySet(of: graph)
    let story = try #require(set.stories.first { $0.label.contains("Norland") })
    let (a, b) = (story.members[0].event, story.members[1].event)
    let pair = try #require(set.reasons(a, b, in: graph))
    #expect(abs(pair.reasons.reduce(0) { $0 + $1.share } - 1) < 1e-6)
    #expect(pair.reasons.contains { $0.label == "Norland" && $0.kind == .entity })
    #expect(set.reasons(b, a, in: graph) == pair)
    let other = try #require(set.stories.first { $0.label.contains("Westria") })
    #expect(set.reasons(a, other.members[0].event, in: graph)?.reasons.isEmpty == true)
    #expect(set.chain(from: a, to: other.members[0].event).isEmpty)
    let chain = set.chain(from: a, to: story.members[story.members.count - 1].event)
    #expect(chain.first == a && chain.count > 1)
  }

  @Test("A name is one reason, whatever words of it both titles say too")
  func foldedReasons() throws {
    let graph = makeGraph(sampleEvents())
    let set = StorySet(of: graph)
    let story = try #require(set.stories.first { $0.label.contains("Norland") })
    let pair = try #require(
      set.reasons(story.members[0].event, story.members[3].event, in: graph))
    let land = try #require(pair.reasons.first { $0.label == "Norland" })
    #expect(land.words == ["Norland"])
    for word in pair.reasons where word.kind == .name || word.kind == .word {
      #expect(!pair.reasons.contains { $0.kind == .entity && $0.label.lowercased() == word.label })
      #expect(word.label != "Norland")
    }
    #expect(abs(pair.reasons.reduce(0) { $0 + $1.share } - 1) < 1e-6)
  }

  @Test("Ties are what an event shares with others of its story")
  func ties() throws {
    let graph = makeGraph(sampleEvents())
    let set = StorySet(of: graph)
    for story in set.stories {
      for member in story.members {
        let ties = set.ties(of: member.event, in: graph)
        #expect(!ties.isEmpty)
        #expect(!ties.contains { $0.events < 1 || $0.events >= story.members.count })
      }
    }
    #expect(set.ties(of: try #require(set.alone.first), in: graph).isEmpty)
  }

  @Test("A graph without events, with one, and with events of no date")
  func degenerate() {
    #expect(StorySet(of: makeGraph([])).stories.isEmpty)
    let one = makeGraph([TestEvent(date: "2013", title: "Alone", contexts: ["A"])])
    #expect(StorySet(of: one).alone.count == 1)
    let undated = makeGraph(
      (0..<6).map {
        TestEvent(date: "", title: "Storm Zeta hits Port \($0)", contexts: ["Storm Zeta"])
      })
    let set = StorySet(of: undated)
    #expect(set.stories.flatMap(\.members).count + set.alone.count == 6)
  }

  @Test("Ids of an older listing are kept, and what became of it is told")
  func lineage() throws {
    let events = sampleEvents()
    let graph = makeGraph(events)
    var set = StorySet(of: graph)
    let id = { (graph: KnowledgeGraph) in
      { (_: Story, member: StoryMember) in graph.strings[graph.nodes[member.event.position].id] }
    }
    let listed = set.stories.map { story in
      ListedStory(id: "old_" + story.id, events: story.members.map { id(graph)(story, $0) })
    }
    let changes = set.keepIDs(of: listed, eventID: id(graph))
    #expect(changes.allSatisfy { $0.change == .unchanged })
    #expect(Set(set.stories.map(\.id)) == Set(listed.map(\.id)))

    let fewer = makeGraph(events.filter { !$0.title.contains("Westria") && $0.date < "2013-04-01" })
    var less = StorySet(of: fewer)
    let then = less.keepIDs(of: listed, eventID: id(fewer))
    #expect(then.contains { $0.change == .ended })
    #expect(then.contains { $0.change == .shrank })
  }

  @Test("Two stories that became one are merged; one that fell apart is split")
  func mergeAndSplit() {
    let graph = makeGraph(sampleEvents())
    var set = StorySet(of: graph)
    let id = { (_: Story, member: StoryMember) in
      graph.strings[graph.nodes[member.event.position].id]
    }
    guard let story = set.stories.max(by: { $0.members.count < $1.members.count }) else { return }
    let ids = story.members.map { id(story, $0) }
    let halves = [
      ListedStory(id: "first", events: Array(ids.prefix(ids.count / 2 + 1))),
      ListedStory(id: "second", events: Array(ids.suffix(ids.count - ids.count / 2 - 1))),
    ]
    let merged = set.keepIDs(of: halves, eventID: id)
    #expect(
      merged.contains {
        $0.change == .merged && $0.id == "first" && $0.from == ["first", "second"]
      })
    var again = StorySet(of: graph)
    let whole = [
      ListedStory(id: "all", events: again.stories.flatMap { s in s.members.map { id(s, $0) } })
    ]
    let split = again.keepIDs(of: whole, eventID: id)
    #expect(split.contains { $0.change == .split && $0.from == ["all"] })
    #expect(again.stories.count { $0.id == "all" } == 1)
  }
}
