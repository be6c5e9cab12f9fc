import EventGraph
import Testing

@testable import EntityResolution

@Suite("Uses of a label")
struct LinkedUsesTests {
  /// Uses on few days, so that many are equally near; targets interned in a given order.
  private static func uses(
    _ count: Int, days: Int, targets: [String]
  ) -> (strings: StringInterner, list: [LinkedUse]) {
    var strings = StringInterner()
    for target in targets { _ = strings.intern(target) }
    let names = targets.sorted().map { strings.intern($0) }
    let list = (0..<count).flatMap { event in
      let day = event &* 7_919 % days * 3
      return names.prefix(event % 3 + 1).map { LinkedUse(target: $0, event: event, day: day) }
    }
    return (strings, list)
  }

  @Test(
    "The nearest are those of all in order of distance, event and target, whatever came first",
    arguments: [1, 2, 40, 900])
  func nearestInOrder(days: Int) {
    let (strings, list) = Self.uses(1_000, days: days, targets: ["c", "a", "b"])
    let uses = LinkedUses(list.reversed(), strings)
    #expect(uses.count == list.count)
    for day in stride(from: -4, through: days * 3 + 4, by: max(1, days / 20)) {
      let expected = list.sorted { a, b in
        (abs(a.day - day), a.event, strings[a.target])
          < (abs(b.day - day), b.event, strings[b.target])
      }.prefix(LinkedUses.most)
      func key(_ uses: some Sequence<LinkedUse>) -> [String] {
        uses.map { "\($0.event) \(strings[$0.target])" }
      }
      #expect(key(uses.nearest(to: day)) == key(expected))
      let first = list.prefix(LinkedUses.most)
      #expect(key(uses.nearest(to: nil)) == key(first))
    }
  }

  @Test("The order in which targets arrived changes nothing, where the limit falls within an event")
  func orderOfArrival() {
    func nearest(_ targets: [String], to day: Int?) -> [String] {
      let (strings, list) = Self.uses(700, days: 5, targets: targets)
      return LinkedUses(list.shuffled(), strings).nearest(to: day).map {
        "\($0.event) \(strings[$0.target])"
      }
    }
    for day in [nil, 0, 4, 6, 20] {
      let some = nearest(["a", "b", "c"], to: day)
      #expect(some.count == LinkedUses.most)
      #expect(nearest(["c", "b", "a"], to: day) == some)
    }
  }
}
