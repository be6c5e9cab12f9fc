import EventGraph
import Testing

@testable import Stories

@Suite("Words")
struct WordTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var scanner = WordScanner(0..<bytes.count)
    var words: [String] = []
    while scanner.next(in: bytes.span) {
      let mark = scanner.isCapitalized ? (scanner.isInitial ? "^" : "+") : ""
      words.append(mark + String(decoding: scanner.word, as: UTF8.self))
    }
    return words
  }

  @Test("Letters lose case and marks; a capital that begins a clause is told apart")
  func scanning() {
    #expect(words("Élan in São Paulo.") == ["^elan", "in", "+sao", "+paulo"])
    #expect(
      words("Syria's army: \"Rebels flee\" – Aleppo") == [
        "^syria", "s", "army", "^rebels", "flee", "^aleppo",
      ])
    #expect(words("  ") == [] && words("") == [])
  }

  @Test("Bytes of any kind end the scan and never trap", arguments: UInt64(0)..<50)
  func hostile(seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    let scalars = (0..<200).compactMap { _ in Unicode.Scalar(UInt32(rng.below(0x3000))) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    #expect(words(String(text)).count <= 200)
  }

  @Test(
    "Plurals become the word that they are of",
    arguments: [
      ("countries", "country"), ("clashes", "clash"), ("bombs", "bomb"), ("gas", "gas"),
      ("press", "press"), ("attack", "attack"),
    ])
  func singular(word: String, singular: String) {
    #expect(String(decoding: WordForms.singular(Array(word.utf8)), as: UTF8.self) == singular)
  }

  @Test("A demonym counts as its country, where the country is named too")
  func demonyms() {
    let graph = makeGraph(
      (0..<6).map { k in
        TestEvent(
          date: "2013-01-0\(k + 1)",
          title: k % 2 == 0 ? "Troops of Norlandia march \(k)" : "The Norlandian army waits \(k)",
          contexts: [])
      })
    let features = EventFeatures(graph, without: [], threads: 1)
    let names = features.kinds.indices.filter { features.kinds[$0] == .name }.map {
      features.words[StringIndex(rawValue: features.keys[$0])]
    }
    #expect(names == ["norlandia"])
    #expect(features.postingRange(of: features.kinds.firstIndex(of: .name) ?? 0).count == 6)
  }
}
