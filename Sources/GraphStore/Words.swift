internal import EventGraph

/// The words of what a user typed, and full-text queries made of them.
///
/// A word holds letters, digits and marks only and stands in double quotes, so nothing that is typed
/// is ever an operator of the query language.
struct Words {
  /// More are left out: a pasted page is no query.
  static let limit = 64
  private(set) var words: [String] = []

  init(_ text: String) {
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      if NameFolding.isWord(scalar, category) || (category == .nonspacingMark && !word.isEmpty) {
        word.append(scalar)
        continue
      }
      if words.count >= Self.limit { return }
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    if !word.isEmpty, words.count < Self.limit { words.append(String(word)) }
  }

  init(_ words: [String]) { self.words = words }

  var isEmpty: Bool { words.isEmpty }

  /// All words; the last may go on where `isPrefix`.
  func all(isPrefix: Bool) -> String {
    words.map { "\"\($0)\"" }.joined(separator: " AND ") + (isPrefix ? " *" : "")
  }

  var any: String { words.map { "\"\($0)\"" }.joined(separator: " OR ") }
}

/// How many letters differ: insertions, deletions, changes and swaps of neighbours.
///
/// - Returns: nil for more than `limit`.
/// - Complexity: O(a.count · b.count); words are short.
package func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row.append(best)
    }
    guard (row.min() ?? 0) <= limit else { return nil }
    beforeLast = last
    last = row
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
