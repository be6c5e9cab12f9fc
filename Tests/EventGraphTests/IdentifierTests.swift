import EventGraph
import Testing

@Suite("Identifiers")
struct IdentifierTests {
  static let hostile = [
    "", " ", "Russia", "Abdullah Öcalan", "Washington, D.C.", "日本", "a_b", "a b", "--x", "<script>",
    "x\u{0}y", "\u{202E}abc", "👩‍👩‍👧", String(repeating: "long ", count: 100), "Ümit", "S&P 500",
  ]

  @Test("Every id is an XML name token of plain ASCII, whatever the name", arguments: hostile)
  func isToken(name: String) {
    let date = PartialDate(year: 2015, month: 12, day: 23)
    for id in [
      Identifier.entity(name: name), Identifier.publisher(name: name),
      Identifier.source(url: "http://" + name), Identifier.source(url: name),
      Identifier.event(date: date, path: "/news/2015/12/23/\(name).md"),
      Identifier.event(date: nil, path: name),
    ] {
      #expect(!id.isEmpty)
      #expect(id.utf8.count < 160)
      #expect(
        id.utf8.allSatisfy { byte in
          (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || "._-:".utf8.contains(byte)
        }, "\(id)")
    }
  }

  @Test("Different names have different ids")
  func distinct() {
    let names =
      Self.hostile + ["Syrian civil war", "Syrian Civil War", "A b", "A_b", "A  b", "A-b"]
    #expect(Set(names.map { Identifier.entity(name: $0) }).count == names.count)
  }

  @Test("A plain name is its own id")
  func plain() {
    #expect(Identifier.entity(name: "Syrian Civil War") == "Syrian_Civil_War")
    #expect(Identifier.entity(name: "Russia") == "Russia")
    #expect(Identifier.entity(name: "Abdullah Öcalan").hasPrefix("Abdullah_Ocalan_"))
  }

  @Test("The archive's slug of a title")
  func slug() {
    #expect(
      Identifier.archiveSlug("Abdullah Öcalan's \"trial\" – begins. ")
        == "abdullah-ocalan-s-trial-begins")
    #expect(Identifier.archiveSlug(String(repeating: "word ", count: 60)).utf8.count <= 139)
    #expect(Identifier.archiveSlug("!?") == "event")
  }

  @Test(
    "A slug takes letters apart as Unicode does",
    arguments: [
      ("Vladimír Mečiar wins.", "vladimir-meciar-wins"), ("Nguyễn Tấn Dũng", "nguyen-tan-dung"),
      ("Nông Đức Mạnh", "nong-uc-manh"), ("Øresund, Łódź", "resund-odz"), ("5½ km²", "51-2-km2"),
      ("Focșani – Iași", "focsani-iasi"),
    ])
  func slugLetters(title: String, slug: String) {
    #expect(Identifier.archiveSlug(title) == slug)
  }
}
