import Testing

@testable import Stories

@Suite("A set of waiting nodes")
struct NodeSetTests {
  @Test("Starts with all nodes and no others", arguments: [0, 1, 63, 64, 65, 200])
  func all(count: Int) {
    let set = NodeSet(all: count)
    var taken: [Int] = []
    while let node = set.removeFirst(from: 0) { taken.append(node) }
    #expect(taken == Array(0..<count))
  }

  @Test("Takes what a set of numbers would give", arguments: UInt64(0)..<20)
  func model(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    let set = NodeSet(all: 150)
    var model = Set(0..<150)
    for _ in 0..<2000 {
      if rng.below(3) == 0 {
        let node = rng.below(150)
        let condition = rng.below(2) == 0
        set.insert(node, if: condition)
        if condition { model.insert(node) }
      } else {
        let start = rng.below(170)
        let first = model.filter { $0 >= start }.min()
        #expect(set.removeFirst(from: start) == first)
        if let first { model.remove(first) }
      }
    }
  }
}
