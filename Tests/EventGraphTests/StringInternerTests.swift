import EventGraph
import Testing

@Suite("String interner")
struct StringInternerTests {
  @Test("Equal strings have one index, through growth and merging")
  func interning() {
    var a = StringInterner(capacity: 1)
    let words = (0..<5_000).map { "word \($0 % 1_700)" } + ["", "é", "e\u{301}"]
    let indices = words.map { a.intern($0) }
    for (word, index) in zip(words, indices) { #expect(a[index] == word) }
    #expect(a.count == 1_703)
    var b = StringInterner()
    _ = b.intern("word 7")
    let map = b.merge(a)
    for (word, index) in zip(words, indices) { #expect(b[map[index.position]] == word) }
    #expect(b.count == a.count)
    let table = b.table()
    #expect(table[.empty] == "")
  }

  @Test("Order of the table's strings is that of their bytes")
  func order() {
    var interner = StringInterner()
    let words = ["", "a", "ab", "b", "z", "é", "日"]
    let indices = words.map { interner.intern($0) }
    let table = interner.table()
    for i in words.indices {
      for j in words.indices { #expect(table.isLess(indices[i], indices[j]) == (i < j)) }
    }
  }
}
