import Testing

@testable import EntityResolution

@Suite("Lists packed into one array")
struct PackedListsTests {
  private let lists: [[Int]] = [[], [1], [], [2, 3, 4], [5], []]

  private func packed(_ lists: ArraySlice<[Int]>) -> PackedLists<Int> {
    var packed = PackedLists<Int>()
    for list in lists {
      packed.append(contentsOf: list)
      packed.endList()
    }
    return packed
  }

  private func unpacked(_ packed: PackedLists<Int>) -> [[Int]] {
    (0..<packed.count).map { Array(packed[$0]) }
  }

  @Test("Lists come out as they went in, cut and joined anywhere", arguments: 0...6)
  func joined(cut: Int) {
    let joined = PackedLists(joining: [packed(lists[..<cut]), packed(lists[cut...])])
    #expect(unpacked(joined) == lists)
  }

  @Test("Values that come in any order stand in their lists in that order")
  func scattered() {
    let pairs = [(3, 2), (1, 1), (3, 3), (4, 5), (3, 4)]
    let packed = PackedLists(count: 6, filler: 0) { add in
      for (list, value) in pairs { add(list, value) }
    }
    #expect(unpacked(packed) == lists)
  }
}
