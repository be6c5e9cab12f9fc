import EventGraph
import Testing

@testable import Stories

@Suite("Stories in the graph")
struct RecordingTests {
  private func described(_ set: StorySet, _ graph: KnowledgeGraph) -> [String] {
    set.stories.map { story in
      let members = story.members.map {
        "\(id($0.event, graph)) \($0.strength.rounded4) \($0.episode)"
      }
      let things = [story.actors, story.places, story.contexts, story.keyEvents].map { list in
        list.map { id($0, graph) }
      }
      return "\(story.id) \(story.label) \(members) \(story.episodes) \(things)"
        + "\(String(describing: story.first)) \(String(describing: story.last))"
    } + set.alone.map { id($0, graph) }
  }

  private func id(_ node: NodeIndex, _ graph: KnowledgeGraph) -> String {
    graph.strings[graph.nodes[node.position].id]
  }

  /// Every edge with its evidence, in words.
  private func lines(_ graph: KnowledgeGraph) -> [String] {
    graph.edges.enumerated().map { k, edge in
      let pieces = graph.evidence[graph.evidenceRange(ofEdge: k)].map {
        "\($0.line) \($0.start) \($0.length) \(graph.strings[$0.quote]) \($0.rule.name) \($0.share)"
      }
      return "\(id(edge.source, graph)) \(edge.relation) \(id(edge.target, graph)) \(edge.role) "
        + "\(edge.weight) \(edge.rank) \(pieces)"
    }
  }

  @Test("Stories read back are those that were put in")
  func roundTrip() throws {
    let graph = makeGraph(sampleEvents())
    let set = StorySet(of: graph)
    let recorded = set.recorded(in: graph)
    #expect(!graph.holdsStories)
    #expect(recorded.holdsStories)
    for relating in [false, true] {
      let back = try #require(StorySet(recordedIn: recorded, relating: relating))
      #expect(described(back, recorded) == described(set, graph))
    }
    // Stories in a graph change nothing in what is computed from it.
    #expect(described(StorySet(of: recorded), recorded) == described(set, graph))
    #expect(StorySet(recordedIn: graph, relating: false) == nil)
  }

  @Test("What was there keeps its place, and every new edge has a place in a document")
  func additions() {
    let graph = makeGraph(sampleEvents())
    let recorded = StorySet(of: graph).recorded(in: graph)
    #expect(Array(recorded.nodes.prefix(graph.nodes.count)) == graph.nodes)
    #expect(!recorded.nodes.dropFirst(graph.nodes.count).contains { !$0.kind.isComputed })
    let old = lines(graph)
    let kept = zip(recorded.edges, lines(recorded)).filter {
      !$0.0.relation.isComputed && $0.0.source.position < graph.nodes.count
    }
    #expect(kept.map(\.1) == old)
    for k in recorded.edges.indices {
      #expect(!recorded.evidenceRange(ofEdge: k).isEmpty)
    }
    for relation in [Relation.memberOf, .similarTo, .precedes] {
      #expect(recorded.edges.contains { $0.relation == relation }, "\(relation)")
    }
  }

  @Test("Reasons stand where the document says them, and their shares are of one score")
  func reasons() throws {
    let graph = makeGraph(sampleEvents())
    let set = StorySet(of: graph)
    let recorded = set.recorded(in: graph)
    var count = 0
    for (k, edge) in recorded.edges.enumerated() where edge.relation == .similarTo {
      #expect(edge.source < edge.target)
      let pair = try #require(set.reasons(edge.source, edge.target, in: graph))
      #expect(abs(Double(edge.weight) - pair.score) < 0.001)
      var sum = 0
      for piece in recorded.evidence[recorded.evidenceRange(ofEdge: k)] {
        count += 1
        sum += Int(piece.share)
        #expect(piece.share > 0)
        if piece.rule == .similarName || piece.rule == .similarWord {
          let titles = [edge.source, edge.target].map {
            recorded.strings[recorded.nodes[$0.position].name]
          }
          let quote = recorded.strings[piece.quote]
          let hits = titles.filter { title in
            String(
              decoding: title.utf8.dropFirst(Int(piece.start)).prefix(Int(piece.length)),
              as: UTF8.self) == quote
          }
          #expect(!hits.isEmpty, "\(quote)")
        }
      }
      // Either event has every reason once.
      #expect(sum <= 2 * 104)
    }
    #expect(count > 50)
  }

  @Test("The order of the input and the number of threads change nothing", arguments: UInt64(0)..<6)
  func order(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    let graph = makeGraph(sampleEvents())
    let shuffled = makeGraph(sampleEvents().shuffled(using: &rng))
    var settings = StorySettings()
    settings.threads = 1 + Int(seed) % 4
    // Lines of documents follow the order of the sample's events.
    func bare(_ graph: KnowledgeGraph) -> [String] {
      graph.edges.enumerated().map { k, edge in
        let pieces = graph.evidence[graph.evidenceRange(ofEdge: k)].map {
          "\(graph.strings[$0.quote]) \($0.rule.name) \($0.share)"
        }.sorted()
        return
          "\(id(edge.source, graph)) \(edge.relation) \(id(edge.target, graph)) \(edge.weight) "
          + "\(edge.rank) \(pieces)"
      }
    }
    #expect(
      bare(StorySet(of: graph).recorded(in: graph))
        == bare(StorySet(of: shuffled, settings).recorded(in: shuffled)))
  }

  @Test("An entity that has a story's id for its name makes that id longer")
  func clash() throws {
    let events = sampleEvents()
    let id = try #require(StorySet(of: makeGraph(events)).stories.first?.id)
    let more =
      events + [
        TestEvent(
          date: "2019-01-01", title: "Nothing",
          contexts: [id.split(separator: "_").joined(separator: " "), id])
      ]
    let graph = makeGraph(more)
    let recorded = StorySet(of: graph).recorded(in: graph)
    let ids = recorded.nodes.map { recorded.strings[$0.id] }
    #expect(Set(ids).count == ids.count)
  }

  @Test("Ids of stories in a graph are kept by the next")
  func lineage() throws {
    let graph = makeGraph(sampleEvents())
    var set = StorySet(of: graph)
    let named = set.stories.map { story in
      ListedStory(
        id: "story_old_" + story.id, events: story.members.map { self.id($0.event, graph) })
    }
    _ = set.keepIDs(of: named) { self.id($1.event, graph) }
    let recorded = set.recorded(in: graph)
    let back = try #require(StorySet(recordedIn: recorded, relating: false))
    #expect(back.stories.map(\.id).sorted() == named.map(\.id).sorted())
  }

  @Test("Graphs without stories, or events, can be given none")
  func degenerate() throws {
    for events in [[], [TestEvent(date: "2013", title: "Alone", contexts: ["A"])]] {
      let graph = makeGraph(events)
      let recorded = StorySet(of: graph).recorded(in: graph)
      #expect(recorded.nodes == graph.nodes)
    }
  }
}
