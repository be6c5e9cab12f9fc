internal import EventGraph

/// Where the words stand in events' titles and summaries and in addresses, by what they count as.
struct TitleWords: Sendable {
  /// A word's place in the text that it is of, in bytes.
  struct Place: Equatable, Sendable {
    var start: Int
    var length: Int
  }

  private let graph: KnowledgeGraph
  private let features: EventFeatures
  /// The graph's words by their bytes; numbers are those of `features.words`.
  private var words: StringInterner

  init(_ graph: KnowledgeGraph, _ features: EventFeatures) {
    self.graph = graph
    self.features = features
    words = StringInterner(capacity: features.words.count)
    let bytes = features.words.bytes.span
    for k in 1..<max(1, features.words.count) {
      _ = words.intern(bytes.extracting(features.words.range(of: StringIndex(k))))
    }
  }

  /// The first word of a text that is a feature, or a form of it; nil where there is none.
  ///
  /// - Parameters:
  ///   - feature: A name or a word.
  ///   - text: A string of the graph.
  func place(of feature: Int, in text: StringIndex) -> Place? {
    let range = graph.strings.range(of: text)
    return place(of: feature, in: range, of: range)
  }

  /// The same of an address: where its path has the word.
  func place(of feature: Int, inAddress address: StringIndex) -> Place? {
    let range = graph.strings.range(of: address)
    return place(
      of: feature, in: AddressWords.path(of: range, in: graph.strings.bytes.span), of: range)
  }

  private func place(of feature: Int, in part: Range<Int>, of range: Range<Int>) -> Place? {
    let bytes = graph.strings.bytes.span
    var scanner = WordScanner(part)
    while scanner.next(in: bytes) {
      guard let word = words.find(scanner.word.span),
        word.position < features.stems.count,
        features.stems[word.position] == features.keys[feature]
      else { continue }
      let isName = word.position < features.isName.count && features.isName[word.position]
      guard isName == (features.kinds[feature] == .name) else { continue }
      return Place(
        start: scanner.range.lowerBound - range.lowerBound, length: scanner.range.count)
    }
    return nil
  }
}
