import EntityResolution
import EventGraph
import Testing

@Suite("Known names in a text")
struct NameTrieTests {
  static func matches(_ names: [String], _ text: String, longestOnly: Bool = true) -> [String] {
    var found: [String] = []
    let bytes = Array(text.utf8)
    NameTrie(names).forEachMatch(in: bytes.span, longestOnly: longestOnly) {
      found.append(String(decoding: bytes[$0.range], as: UTF8.self))
    }
    return found
  }

  @Test("The longest name wins, and the next is sought behind it")
  func longest() {
    let names = ["Rome", "Treaty", "Treaty of Rome", "Rome Statute"]
    #expect(Self.matches(names, "The Treaty of Rome Statute") == ["Treaty of Rome"])
    #expect(
      Self.matches(names, "Treaty of Rome", longestOnly: false) == [
        "Treaty", "Treaty of Rome", "Rome",
      ])
  }

  @Test("A name matches whole words alone, in any script")
  func boundaries() {
    #expect(Self.matches(["Iran"], "Iranian Iran's IranAir Iran_ Iran").count == 2)
    #expect(Self.matches(["Gül"], "Gülen Gül, Güls") == ["Gül"])
    #expect(Self.matches(["Mali"], "é Malié Mali–é “Mali”") == ["Mali", "Mali"])
    #expect(Self.matches(["Κύπρος"], "Κύπροςα Κύπρος.") == ["Κύπρος"])
  }

  @Test("Signs at a name's end and within it are compared")
  func signs() {
    let names = ["U.S.", "U.S", "Georgia (country)", "Georgia", "AC/DC"]
    #expect(
      Self.matches(names, "the U.S. and the U.S, Georgia (country) Georgia (state) AC-DC")
        == ["U.S.", "U.S", "Georgia (country)", "Georgia"])
  }

  @Test("The same as a search for every name at every place", arguments: UInt64(0)..<60)
  func bruteForce(seed: UInt64) {
    var rng = SplitMix64(state: seed)
    let alphabet = ["a", "b", "é", " ", " ", "-", ".", "–", "c"]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in alphabet.randomElement(using: &rng) ?? "" }.joined()
    }
    let names = Set((0..<40).map { _ in text(Int.random(in: 1...6, using: &rng)) }).sorted().filter
    {
      Words.ranges(Array($0.utf8).span).first?.lowerBound == 0
    }
    let bytes = Array(text(120).utf8)
    var expected: [[Int]] = []
    for start in bytes.indices {
      for name in names.map({ Array($0.utf8) }) {
        let end = start + name.count
        guard end <= bytes.count, bytes[start..<end].elementsEqual(name) else { continue }
        let words = Words.ranges(bytes.span)
        guard words.contains(where: { $0.lowerBound == start }),
          !words.contains(where: { $0.lowerBound < end && end < $0.upperBound })
        else { continue }
        expected.append([start, end])
      }
    }
    var found: [[Int]] = []
    NameTrie(names).forEachMatch(in: bytes.span, longestOnly: false) {
      found.append([$0.range.lowerBound, $0.range.upperBound])
    }
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count)
  }

  @Test("Bytes that are no UTF-8 end the search nowhere", arguments: UInt64(0)..<30)
  func noise(seed: UInt64) {
    var rng = SplitMix64(state: seed)
    let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &rng) }
    NameTrie(["Rome", "é"]).forEachMatch(in: bytes.span, longestOnly: false) {
      #expect($0.range.upperBound <= bytes.count)
    }
  }
}
