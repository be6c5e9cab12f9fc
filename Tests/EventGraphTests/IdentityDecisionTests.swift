import EventGraph
import Testing

@Suite("Decisions about identity")
struct IdentityDecisionTests {
  /// Every mixture of two values a part; "\u{E9}" and "e\u{301}" are equal as strings.
  private static func all() -> [IdentityDecision] {
    var all: [IdentityDecision] = []
    for k in 0..<64 {
      func is1(_ bit: Int) -> Bool { k >> bit & 1 == 1 }
      all.append(
        IdentityDecision(
          subject: is1(5) ? .entity : .event, first: is1(0) ? "Caf\u{E9}" : "Cafe\u{301}",
          second: is1(1) ? "Inn" : "Pub", isSame: is1(2),
          rule: is1(3) ? IdentityDecision.ambiguousLabel : "override",
          confidence: 0.5, evidence: is1(4) ? "open in 1 events" : "open in 2 events"))
    }
    return all
  }

  @Test("Of two that differ in any part one is less, so that sorting forgets the order before")
  func totalOrder() {
    let all = Self.all()
    for a in all.indices {
      for b in all.indices { #expect((all[a] < all[b]) != (all[b] < all[a]) || a == b) }
    }
    let bytes = { (list: [IdentityDecision]) in list.map { Array("\($0)".utf8) } }
    let sorted = bytes(all.sorted())
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      #expect(bytes(all.shuffled(using: &random).sorted()) == sorted)
    }
  }
}
