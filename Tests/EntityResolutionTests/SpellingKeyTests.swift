import Testing

@testable import EntityResolution

@Suite("Keys of spellings")
struct SpellingKeyTests {
  private static func key(_ name: String) -> String {
    var key = SpellingKey()
    key.fold(Array(name.utf8).span)
    return String(decoding: key.bytes, as: UTF8.self)
  }

  @Test(
    "Stops of initials make no difference in a name of several words",
    arguments: [
      ("U.S. Army", "US Army"), ("U.N Security Council", "UN Security Council"),
      ("Chelsea F.C.", "Chelsea FC"), ("Washington, D.C.", "Washington, DC"),
      ("J.P. Morgan Chase", "JP Morgan Chase"), ("U.S.-Mexico border", "US-Mexico border"),
      ("2012 East D.R. Congo conflict", "2012 East DR Congo conflict"),
    ])
  func initials(dotted: String, bare: String) { #expect(Self.key(dotted) == Self.key(bare)) }

  @Test(
    "Other stops do, and all do in a name of one word",
    arguments: [
      ("P.C.", "PC"), ("U.S.", "US"), ("George W. Bush", "George W Bush"),
      ("St. Louis", "St Louis"),
      ("Version 2.0 A.", "Version 20 A"), ("Nike Inc.", "Nike Inc"), ("a.b. c", "ab c"),
    ])
  func others(first: String, second: String) { #expect(Self.key(first) != Self.key(second)) }

  @Test(
    "Folding a key changes nothing", arguments: ["U.S. Army", "A.B.C.", "É.U. Zürich", "x. Y.Z."])
  func idempotent(name: String) { #expect(Self.key(Self.key(name)) == Self.key(name)) }
}
