import EntityResolution
import EventGraph
import Testing

@Suite("Which entity a label means")
struct NameResolverTests {
  static let resolver = NameResolver(NameSentences.archive)

  @Test("The company decides between the meanings of a label", arguments: NameSentences.countries)
  func company(
    country: (name: String, adjective: String, capital: String, leader: String)
  ) {
    let answer = Self.resolver.resolve(
      "President", others: [country.leader, country.name], date: NameSentences.later)
    #expect(answer.name == "President of \(country.name)")
    #expect(answer.rule == .label)
    #expect(answer.isKnown)
  }

  @Test("A name that was never linked is made of company and year, and marked unknown")
  func pattern() {
    let answer = Self.resolver.resolve(
      "general election", others: ["Poland"], date: NameSentences.later)
    #expect(answer.name == "Polish general election, 2012")
    #expect(answer.rule == .pattern)
    #expect(!answer.isKnown)
  }

  @Test("An adjective is its country")
  func adjective() {
    #expect(
      Self.resolver.resolve("Turkish", others: ["Ankara"], date: nil).name == "Turkey")
  }

  @Test("A label that nothing resembles is its own name, the first letter raised")
  func unknown() {
    let answer = Self.resolver.resolve("zebra crossing", others: [], date: nil)
    #expect(answer.name == "Zebra crossing")
    #expect(answer.rule == .itself)
  }

  @Test("Another spelling of a known name is that name")
  func spelling() {
    let answer = Self.resolver.resolve("Nikolas Sarkozy", others: ["France"], date: nil)
    #expect(Self.resolver.table.spellings(of: NameForm("Nikolas Sarkozy")).count == 1)
    #expect(["Nicolas Sarkozy", "Nikolas Sarkozy"].contains(answer.name))
  }

  @Test("A name that lost its letters beyond ASCII is found")
  func damaged() {
    let table = Self.resolver.table
    for label in ["Bronisaw Komorowski", "Bronislaw Komorowski"] {
      let names = table.spellings(of: NameForm(label)).map { table.targets[Int($0)].form.text }
      #expect(names == ["Bronisław Komorowski"])
    }
  }

  @Test("Neither the order of the archive nor of the other labels matters", arguments: 0..<6)
  func order(seed: UInt64) {
    var rng = SplitMix64(state: seed)
    let shuffled = NameResolver(NameSentences.archive.shuffled(using: &rng))
    for label in ["President", "general election", "Polish", "Rome"] {
      let others = ["Ghana", "Accra", "John Atta Mills", "storm"]
      let a = Self.resolver.resolve(label, others: others, date: NameSentences.later)
      let b = shuffled.resolve(
        label, others: others.shuffled(using: &rng), date: NameSentences.later)
      #expect(a.name == b.name)
      #expect(a.score == b.score)
      #expect(a.rule == b.rule)
    }
  }

  @Test(
    "Meanings come with how often such an answer is right, the answer first",
    arguments: NameSentences.countries)
  func meanings(
    country: (name: String, adjective: String, capital: String, leader: String)
  ) throws {
    for label in ["President", country.adjective, country.capital, "zebra crossing"] {
      let others = [country.leader, country.name].filter { $0 != label }
      let all = Self.resolver.meanings(
        of: label, others: others, date: NameSentences.later, limit: 5)
      let answer = Self.resolver.resolve(label, others: others, date: NameSentences.later)
      #expect(all.first?.name == answer.name)
      #expect(all.first?.belief == answer.belief)
      #expect((1...5).contains(all.count))
      #expect(all.allSatisfy { (0...1).contains($0.belief) })
      #expect(Set(all.map(\.name)).count == all.count)
    }
    let sure = Self.resolver.resolve(country.capital, others: [country.name], date: nil)
    let open = Self.resolver.resolve("President", others: [], date: nil)
    #expect(sure.belief > open.belief)
  }

  @Test("No examples make a resolver that answers each label with itself")
  func empty() {
    let resolver = NameResolver([])
    #expect(resolver.resolve("police", others: ["Paris"], date: nil).name == "Police")
    #expect(resolver.resolve("", others: [], date: nil).name.isEmpty)
  }
}
