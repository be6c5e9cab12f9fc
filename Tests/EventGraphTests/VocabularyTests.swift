import EventGraph
import Testing

@Suite("Words of the graph")
struct VocabularyTests {
  @Test(
    "What is computed comes after what is read, so that files without stories have all words they use"
  )
  func computedLast() {
    func isLast(_ flags: [Bool]) -> Bool { flags == flags.sorted { !$0 && $1 } }
    #expect(isLast(NodeKind.allCases.map(\.isComputed)))
    #expect(isLast(Relation.allCases.map(\.isComputed)))
    #expect(isLast(Rule.allCases.map(\.isComputed)))
    for rule in Rule.allCases {
      let isOfStories = rule.name.hasPrefix("similar.") || rule.name.hasPrefix("story.")
      #expect(rule.isComputed == isOfStories, "\(rule.name)")
    }
    #expect(
      Set(Relation.allCases.filter(\.isComputed)) == [.memberOf, .similarTo, .precedes])
    #expect(Set(NodeKind.allCases.filter(\.isComputed)) == [.story, .episode])
  }
}
