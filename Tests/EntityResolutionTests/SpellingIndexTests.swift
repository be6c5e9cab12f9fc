import Testing

@testable import EntityResolution

@Suite("Spelling variants")
struct SpellingIndexTests {
  @Test(
    "Names of one person in other letters",
    arguments: [
      ("Sergei Lavrov", "Sergey Lavrov"), ("Yousaf Raza Gilani", "Yusuf Raza Gillani"),
      ("Hosni Mobarak", "Hosni Mubarak"), ("Mohammed Morsi", "Mohamed Morsi"),
      ("Viktor Yanukovich", "Viktor Yanukovych"), ("Wolfgang Schaeuble", "Wolfgang Schäuble"),
      ("Abdullah calan", "Abdullah Öcalan"), ("Bronisaw Komorowski", "Bronisław Komorowski"),
      ("Ahmed Qurei", "Ahmed Qureia"), ("Yuri Luzhkov", "Yuriy Luzhkov"),
    ])
  func variants(label: String, name: String) {
    #expect(SpellingIndex.isVariant(label, of: name))
    if label.utf8.count == name.utf8.count { #expect(SpellingIndex.isVariant(name, of: label)) }
  }

  @Test(
    "Names of other persons, and of what is no person",
    arguments: [
      ("Mohammed Morsi", "Mohammed Mousavi"), ("Mohamed Badie", "Mohammed Deif"),
      ("Daniel Ortega", "Daniela Ortega"), ("Mario Rossi", "Maria Rossi"),
      ("Henan Province", "Hunan Province"), ("Apple iPad", "Apple iPod"),
      ("Super Bowl XLVII", "Super Bowl XLVIII"), ("George Bush Sr.", "George Bush"),
      ("Minister of Foreign Affairs (Iran)", "Ministry of Foreign Affairs (Iran)"),
      ("Interior Minister", "Interior Ministry"),
      ("Seton Hall University", "Seton Hill University"),
      ("John Kerry", "John Terry"), ("Berlin", "Barlin"), ("", ""), ("Raúl Castro", "Fidel Castro"),
    ])
  func others(label: String, name: String) {
    #expect(!SpellingIndex.isVariant(label, of: name))
    #expect(!SpellingIndex.isVariant(name, of: label))
  }

  @Test(
    "An article's variant is the known name, surer than chance and less sure than the name itself")
  func resolved() {
    let resolver = NameResolver(NameSentences.archive)
    let answer = resolver.resolve("Nicolaas Sarkozy", others: ["France"], date: nil)
    #expect(answer.name == "Nicolas Sarkozy")
    #expect(answer.rule == .spelling)
    #expect((0.5..<0.9).contains(answer.belief))
    let exact = resolver.resolve("Nicolas Sarkozy", others: ["France"], date: nil)
    #expect(exact.rule == .label)
    #expect(exact.belief > answer.belief)
    // Another consonant is another name.
    #expect(resolver.resolve("Nicolas Sarkony", others: [], date: nil).rule != .spelling)
  }
}
