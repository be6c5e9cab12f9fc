import Testing

@testable import Stories

@Suite("A level of Leiden")
struct LeidenLevelTests {
  @Test("Nodes in another order are the same graph", arguments: UInt64(0)..<10)
  func renumbered(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    let level = LeidenLevel(
      EdgeList.random(nodes: 40, edges: 150, using: &rng).graph, .modularity)
    let order = (0..<UInt32(40)).shuffled(using: &rng)
    let other = level.renumbered(order)
    for k in 0..<40 {
      let node = Int(order[k])
      #expect(other.sizes[k] == level.sizes[node] && other.loops[k] == level.loops[node])
      let there = row(k, of: other).map { (order[Int($0.target)], $0.weight) }
      let here = row(node, of: level).map { ($0.target, $0.weight) }
      #expect(there.elementsEqual(here, by: ==))
    }
  }

  @Test(
    "An aggregate keeps sizes and weights, and the quality of its parts", arguments: UInt64(0)..<10)
  func aggregated(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    let level = LeidenLevel(
      EdgeList.random(nodes: 60, edges: 200, using: &rng).graph, .constantPotts)
    let parts = Partition(labels: (0..<60).map { _ in UInt32(rng.below(9)) })
    let above = level.aggregated(parts)
    #expect(above.nodeCount == parts.count)
    #expect(above.sizes.reduce(0, +) == 60)
    for part in 0..<parts.count {
      let members = (0..<60).filter { parts.labels[$0] == UInt32(part) }
      let arcs = members.flatMap { row($0, of: level) }
      for other in 0..<parts.count where other != part {
        let expected = arcs.filter { parts.labels[Int($0.target)] == UInt32(other) }
          .reduce(Float(0)) { $0 + $1.weight }
        let found = row(part, of: above).filter { $0.target == UInt32(other) }
        #expect(found.count == (expected > 0 ? 1 : 0))
        #expect(found.first?.weight ?? 0 == expected)
      }
      let inner = arcs.filter { parts.labels[Int($0.target)] == UInt32(part) }
        .reduce(Float(0)) { $0 + $1.weight }
      #expect(above.loops[part] == inner / 2 + members.reduce(0) { $0 + level.loops[$1] })
    }
  }

  @Test(
    "Parts of a refinement lie within communities, and each is connected", arguments: UInt64(0)..<10
  )
  func refined(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    let graph = EdgeList.random(nodes: 80, edges: 240, using: &rng).graph
    let level = LeidenLevel(graph, .constantPotts)
    let communities = Partition(labels: (0..<80).map { _ in UInt32(rng.below(5)) })
    let parts = Refinement(level, communities.labels, density: 0.05).partition(&rng)
    for members in parts.members {
      #expect(Set(members.map { communities.labels[Int($0)] }).count == 1)
    }
    #expect(parts.count == componentCount(of: parts, in: graph))
  }

  private func row(_ node: Int, of level: LeidenLevel) -> ArraySlice<LeidenLevel.Arc> {
    level.arcs[Int(level.offsets[node])..<Int(level.offsets[node + 1])]
  }
}
