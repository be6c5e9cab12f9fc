import EntityResolution
import EventGraph
import OverrideFile
import Testing

@Suite("File of overrides")
struct OverrideFileTests {
  static func read(_ text: String) throws -> Overrides {
    try OverrideFile.read(Array(text.utf8), name: "o.yaml")
  }

  static func messages(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let failure as OverrideFile.Failure {
      return failure.messages
    } catch {
      return ["\(error)"]
    }
  }

  @Test("Every section is read, with the line of each entry")
  func sections() throws {
    let overrides = try Self.read(
      """
      # what the rules get wrong
      same:
        - [Syrian Civil War, Syrian uprising]
        - ["/news/2005/01/1/a.md", "/news/2005/01/1/b.md"]
      not-same:
        - [Swiss bank, Swiss Bank]
      kind:
        Ukraine: state
      name:
        "Burma: the country": Myanmar
      drop:
        - registration required
      """)
    #expect(overrides.same.map(\.line) == [3, 4])
    #expect(overrides.same[0].names == ["Syrian Civil War", "Syrian uprising"])
    #expect(overrides.notSame.map(\.names) == [["Swiss bank", "Swiss Bank"]])
    #expect(overrides.kinds == [.init(name: "Ukraine", value: .state, line: 8)])
    #expect(overrides.names == [.init(name: "Burma: the country", value: "Myanmar", line: 10)])
    #expect(overrides.drops == [.init(name: "registration required", value: true, line: 12)])
  }

  @Test("An empty file and empty sections decide nothing", arguments: ["", "# none\n", "same:\n"])
  func empty(text: String) throws {
    #expect(try Self.read(text).isEmpty)
  }

  @Test(
    "Each mistake is named with its line and what to do",
    arguments: [
      ("sane:\n  - [a, b]", "o.yaml:1: 'sane' is no section"),
      ("same:\n  - [a]", "o.yaml:2: write two names or more"),
      ("same:\n  - a", "o.yaml:2: write two names or more"),
      ("kind:\n  A: planet", "o.yaml:2: 'planet' is no kind of an entity"),
      ("kind:\n  A: event", "o.yaml:2: 'event' is no kind of an entity"),
      ("drop: a", "o.yaml:1: write a list of names"),
      ("- a", "o.yaml:1: write sections"),
      ("same: [a, b", "o.yaml:2: no YAML"),
      ("same: &x\n  - [a, b]\nnot-same: *x", "o.yaml:3: aliases"),
      ("same:\n---\nsame:\n", "o.yaml:2: a second document"),
      ("drop:\n  - a\ndrop:\n  - b", "o.yaml:3: 'drop' stands on line 1"),
    ])
  func mistakes(text: String, beginning: String) {
    let messages = Self.messages(text)
    #expect(messages.contains { $0.hasPrefix(beginning) }, "\(messages)")
  }

  @Test("A contradiction names both lines, also through a chain")
  func contradictions() {
    let chain = Self.messages(
      "same:\n  - [a, b]\n  - [b, c]\nnot-same:\n  - [a, c]")
    #expect(chain.count == 1)
    #expect(chain.first?.hasPrefix("o.yaml:5: 'a' and 'c'") == true)
    #expect(chain.first?.contains("line 2") == true)
    let kinds = Self.messages("drop:\n  - A\nkind:\n  A: state")
    #expect(kinds.first?.contains("line 4") == true)
  }

  @Test("Nesting without end is refused")
  func depth() {
    let text = "same: " + String(repeating: "[", count: 100_000)
    #expect(!Self.messages(text).isEmpty)
  }

  @Test("Names are told apart by their bytes, as 'weft merges' writes them")
  func canonicalEquivalents() throws {
    let text = "not-same:\n  - [\"\u{D6}calan\", \"O\u{308}calan\"]"
    #expect(try Self.read(text).notSame.count == 1)
  }

  @Test("A long chain of pairs takes a moment", .timeLimit(.minutes(1)))
  func longChain() throws {
    let pairs = (0..<20_000).map { "  - [n\($0), n\($0 + 1)]" }.joined(separator: "\n")
    #expect(try Self.read("same:\n" + pairs).same.count == 20_000)
  }
}
