import EventGraph
import Testing

@testable import GraphDiagram

@Suite("Diagram plan")
struct DiagramPlanTests {
  private func plan(
    _ sample: SampleGraph, _ center: String, depth: Int = 1, budget: Int = 40
  ) throws -> DiagramPlan {
    let graph = sample.graph()
    return DiagramPlan(
      graph: graph, center: try #require(graph.node(id: center)),
      options: .init(depth: depth, budget: budget))
  }

  @Test("An event shows its related events by date, its entities and its sources")
  func event() throws {
    let plan = try plan(.ceasefire(), "talks")
    #expect(plan.center.id == "talks")
    let events = plan.items.dropFirst().filter { $0.kind == .event }
    #expect(events.map(\.id) == ["siege", "convoy", "offensive", "truce"])
    #expect(events.compactMap(\.date) == events.compactMap(\.date).sorted())
    #expect(plan.items.contains { $0.id == "river-war" && $0.sharedBy == 3 })
    #expect(plan.items.first { $0.kind == .source }?.publisher == "The Courier")
    #expect(plan.caption[0].contains("nothing is left out"))
  }

  @Test("A statement is counted as one, not as a source")
  func statements() throws {
    var sample = SampleGraph()
    sample.thing("Envoy", .actor)
    sample.thing("paper", .article, "Envoy speaks")
    for k in 1...3 {
      sample.thing("said\(k)", .statement, "Peace is near (\(k))")
      sample.tie("said\(k)", .saidBy, "Envoy")
    }
    sample.tie("paper", .mentions, "Envoy")
    let plan = try plan(sample, "Envoy")
    #expect(plan.sources == .init(shown: 1, total: 1))
    #expect(plan.statements == .init(shown: 3, total: 3))
    #expect(plan.caption[0].contains("1 source and 3 statements"), "\(plan.caption[0])")
  }

  @Test("Parallel relations are one line whose tooltip names them all")
  func parallel() throws {
    let plan = try plan(.ceasefire(), "talks")
    let envoy = try #require(plan.items.firstIndex { $0.id == "Envoy" })
    let link = try #require(plan.links.first { $0.from == 0 && $0.to == envoy })
    #expect(link.relations == [.involves, .hasContext])
    #expect(link.evidenceCount == 2)
    let tooltip = plan.tooltip(of: link)
    #expect(tooltip.contains("involves") && tooltip.contains("has the context"))
    #expect(tooltip.contains("2 pieces of evidence"))
  }

  @Test(
    "No plan exceeds its budget, and what is cut is counted", arguments: [2, 3, 5, 10, 40, 200])
  func budget(budget: Int) throws {
    for center in ["hub", "e7"] {
      let plan = try plan(.hub(events: 150), center, depth: 2, budget: budget)
      #expect(plan.items.count <= budget)
      #expect(plan.links.count { !$0.touchesCenter } <= DiagramPlan.maximumThinLinks)
      if plan.events.shown < plan.events.total {
        #expect(plan.caption[0].contains("\(plan.events.shown) of \(plan.events.total) "))
      }
      #expect(Set(plan.items.map(\.node)).count == plan.items.count)
    }
  }

  @Test("The archive's first related events stay when the budget cuts")
  func firstStay() throws {
    let plan = try plan(.ceasefire(), "talks", budget: 4)
    #expect(plan.items.contains { $0.id == "truce" })
    #expect(!plan.items.contains { $0.id == "siege" })
  }

  @Test("Budgets and depths out of range are taken to the nearest")
  func ranges() {
    #expect(DiagramPlan.Options(depth: -1, budget: 0) == .init(depth: 1, budget: 2))
    #expect(DiagramPlan.Options(depth: .max, budget: .max) == .init(depth: 4, budget: 200))
  }

  @Test("Depth 2 reaches the related events of related events")
  func depth() throws {
    let near = try plan(.ceasefire(), "siege")
    let far = try plan(.ceasefire(), "siege", depth: 2)
    #expect(!near.items.contains { $0.id == "truce" })
    #expect(far.items.contains { $0.id == "truce" })
  }

  @Test("Every kind of node can be the center", arguments: NodeKind.allCases)
  func everyCenter(kind: NodeKind) throws {
    let graph = SampleGraph.ceasefire().graph()
    for k in graph.nodes.indices where graph.nodes[k].kind == kind {
      let plan = DiagramPlan(graph: graph, center: NodeIndex(k))
      #expect(plan.items.contains { $0.kind == .event })
      #expect(plan.links.allSatisfy { $0.from < $0.to && $0.to < plan.items.count })
    }
  }

  @Test("A node alone gives a plan of one item that says so")
  func alone() throws {
    var sample = SampleGraph()
    sample.thing("Alone", .context)
    let plan = try plan(sample, "Alone")
    #expect(plan.items.count == 1 && plan.links.isEmpty)
    #expect(plan.caption == ["The archive ties nothing to it."])
  }

  @Test("The order of the facts does not matter")
  func order() throws {
    let plain = SampleGraph.hub(events: 60)
    let expected = try plan(plain, "hub")
    var rng = SplitMix64(state: 1)
    for _ in 0..<5 {
      var shuffled = plain
      shuffled.things.shuffle(using: &rng)
      shuffled.facts.shuffle(using: &rng)
      #expect(try plan(shuffled, "hub") == expected)
    }
  }

  @Test(
    "Distances in time are in words",
    arguments: [
      ("2015-12-23", "same day"), ("2015-12-24", "1 day later"), ("2015-12-02", "21 days earlier"),
      ("2016-03-23", "3 months later"), ("2005-12-23", "10 years earlier"), ("2015", ""),
    ])
  func distance(date: String, words: String) throws {
    var sample = SampleGraph()
    sample.event("a", "2015-12-23", "One")
    sample.event("b", date, "Other")
    sample.tie("a", .relatedTo, "b", rank: 1)
    let plan = try plan(sample, "a")
    #expect(plan.distance(of: plan.items[1]) == words)
  }
}

/// Small and fast, and the same everywhere, so that a failure replays.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
