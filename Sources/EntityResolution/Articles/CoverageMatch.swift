internal import EventGraph

/// An event that an article tells of.
struct CoverageMatch: Sendable {
  /// The event's number.
  var event: Int
  /// The share of what the event's sentence says that the article says too, 0 … 1.
  var score: Float
  /// The share that its headline and first paragraphs say.
  var leadScore: Float
  /// Bytes of the article: the sentence that says most of it.
  var range: Range<Int>
  /// Words that both say.
  var wordCount: Int
  /// Whether one sentence far from the beginning says all that is said of it.
  var isAside: Bool
}
