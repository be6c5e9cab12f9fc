import EntityResolution
import EventGraph
import Testing

@Suite("Mentions in a text")
struct MentionFinderTests {
  static let finder = MentionFinder(NameSentences.archive)
  static let text = "John Atta Mills, President of Ghana, meets Mark Toner in Accra."

  @Test("Known names are found where they stand, by their entities")
  func known() {
    let mentions = Self.finder.find(in: Self.text, date: NameSentences.laterDay).mentions
    let names = mentions.filter(\.isKnown).map(\.name)
    #expect(names.contains("John Atta Mills"))
    #expect(names.contains("Ghana"))
    #expect(names.contains("Accra"))
    for mention in mentions {
      #expect(String(decoding: Array(Self.text.utf8)[mention.range], as: UTF8.self) == mention.text)
      #expect((0...1).contains(mention.score))
    }
  }

  @Test("A name that the archive does not know is new, among the mentions or the candidates")
  func new() {
    let findings = Self.finder.find(in: Self.text, date: NameSentences.laterDay)
    let found = (findings.mentions + findings.candidates).first { $0.text == "Mark Toner" }
    #expect(found?.isKnown == false)
  }

  static let article = """
    Accessibility links

    Breaking News

    Ghana's President Meets Envoys From Abroad

    The President of Ghana met Mark Toner in Accra on Tuesday and spoke of trade. Toner thanked him.

    Officials of the Volta River Authority (VRA) said that the talks in Accra went well. The VRA \
    will build another dam, and Toner said that he liked the plan of the envoys from abroad.
    """

  @Test("What a site puts around an article names nothing, and capitals of a heading no new name")
  func furniture() {
    let findings = Self.finder.find(in: Self.article, date: NameSentences.laterDay)
    let end = Array(Self.article.utf8.prefix { $0 != UInt8(ascii: "'") }).count
    let all = findings.mentions + findings.candidates
    #expect(!all.contains { $0.range.lowerBound < end - "Ghana".utf8.count })
    #expect(
      !all.contains { $0.text == "Meets Envoys" || $0.text == "Envoys" || $0.text == "Abroad" })
    #expect(findings.mentions.contains { $0.text == "Accra" })
  }

  @Test("A surname and an acronym mean what the text names in full before")
  func shortForms() {
    let findings = Self.finder.find(in: Self.article, date: NameSentences.laterDay)
    let all = findings.mentions + findings.candidates
    let toner = all.filter { $0.text == "Toner" }
    #expect(toner.count == 2)
    for short in toner {
      #expect(short.name == "Mark Toner")
      #expect(short.rule == .text)
    }
    for short in all where short.text == "VRA" && short.range.lowerBound > 320 {
      #expect(short.name.hasSuffix("Volta River Authority"))
    }
    let order = findings.mentions.map(\.range.lowerBound)
    #expect(order == order.sorted())
  }

  @Test("Mentions and candidates never overlap and stand in order", arguments: 0..<40)
  func disjoint(seed: UInt64) {
    var rng = SplitMix64(state: seed)
    let words = [
      "President", "of", "Ghana", "Rome", "the", "Mark", "Toner", "“", "Gül", "–", "U.S.",
    ]
    let text = (0..<30).map { _ in words.randomElement(using: &rng) ?? "" }.joined(separator: " ")
    let findings = Self.finder.find(in: text)
    for list in [findings.mentions, findings.candidates] {
      for (a, b) in zip(list, list.dropFirst()) {
        #expect(a.range.upperBound <= b.range.lowerBound)
      }
    }
    let all = (findings.mentions + findings.candidates).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    for (a, b) in zip(all, all.dropFirst()) {
      #expect(a.range.upperBound <= b.range.lowerBound)
    }
  }

  @Test("The order of the archive does not matter", arguments: 0..<4)
  func order(seed: UInt64) {
    var rng = SplitMix64(state: seed)
    let shuffled = MentionFinder(NameSentences.archive.shuffled(using: &rng))
    let a = Self.finder.find(in: Self.text).mentions
    let b = shuffled.find(in: Self.text).mentions
    #expect(a.map(\.name) == b.map(\.name))
    #expect(a.map(\.score) == b.map(\.score))
  }

  @Test(
    "Empty texts and texts without words have no mentions", arguments: ["", " \n", "…—!", "\u{0}"])
  func nothing(text: String) {
    let findings = Self.finder.find(in: text)
    #expect(findings.mentions.isEmpty)
    #expect(findings.candidates.isEmpty)
  }
}
