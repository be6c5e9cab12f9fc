internal import EventGraph

extension QuotedRange {
  /// What is said: without the comma that belongs to the sentence around it.
  static func trimmed(_ range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 32 || text[end - 1] == UInt8(ascii: ",") {
      end -= 1
    }
    // Marks around a comma alone keep it: a quotation is never empty.
    return end > range.lowerBound ? range.lowerBound..<end : range
  }

  /// Whether marks stand around a word because the writer keeps away from it or gives a name: nobody
  /// states anything by "the 'rebels' of the town" or "the so-called 'evidence'".
  ///
  /// - Parameter isSaid: Whether the sentence tells whose words they are.
  func isScare(_ text: [UInt8], isSaid: Bool) -> Bool {
    let words = WordList.words(Array(text[inner]))
    guard words.count <= Self.mostNameWords else { return false }
    let last = text[QuotedRange.trimmed(inner, text).upperBound - 1]
    if [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(last) { return false }
    if !isSaid, words.count == 1 { return true }
    let before = WordList.words(Array(text[max(0, outer.lowerBound - 40)..<outer.lowerBound])).last
    guard let before else { return false }
    if Self.namingWords.contains(before.lower) { return true }
    // "the 'rebels' of …": a noun between its article and what comes behind a noun.
    guard words.count == 1, Self.determiners.contains(before.lower) else { return false }
    let rest = text[outer.upperBound..<min(text.count, outer.upperBound + 40)]
    guard rest.first == 32, let next = WordList.words(Array(rest)).first else { return true }
    return Self.behindNouns.contains(next.lower)
  }

  /// Of a name between marks.
  private static let mostNameWords = 3
  private static let namingWords: Set<String> = [
    "so-called", "self-styled", "self-proclaimed", "nicknamed", "codenamed", "code-named",
    "entitled", "titled",
  ]
  private static let determiners: Set<String> = [
    "the", "these", "those", "this", "that", "his", "her", "its", "their", "our",
  ]
  private static let behindNouns: Set<String> = [
    "of", "in", "on", "at", "to", "by", "from", "with", "for", "who", "that", "which", "and", "or",
    "was", "were", "is", "are", "has", "have", "had", "will", "would", "could", "should", "did",
  ]
}
