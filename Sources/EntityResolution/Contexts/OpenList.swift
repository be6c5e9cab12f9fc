internal import EventGraph

/// Whether the pieces around a comma are one label or two.
enum CommaVerdict: Sendable { case one, two }

/// How many readings of other lists say each of a comma.
struct CommaVotes: Sendable {
  var one: UInt32 = 0
  var two: UInt32 = 0

  mutating func add(_ verdict: CommaVerdict?) {
    if verdict == .one { one += 1 }
    if verdict == .two { two += 1 }
  }

  mutating func add(_ other: CommaVotes) {
    one += other.one
    two += other.two
  }
}

/// An own list of an event that holds a comma, with what is known of each of its commas.
struct OpenList: Sendable {
  struct Comma: Sendable {
    /// What the rules so far say; nil where none speaks.
    var verdict: CommaVerdict?
    /// Whether it is written there: by rule 1 or 2, or by several lists with one voice.
    var isRead: Bool
    /// Whether a year stands behind the comma, which no list can then settle.
    var isBeforeYear: Bool

    /// The lists' majority decides where nothing before did: they may contradict each other.
    mutating func settle(_ votes: CommaVotes) {
      guard verdict == nil, votes.one != votes.two else { return }
      verdict = votes.one > votes.two ? .one : .two
      // Several lists that all agree are as good as a title.
      isRead = !isBeforeYear && min(votes.one, votes.two) == 0 && votes.one + votes.two > 1
    }
  }

  /// Into `FactTable.contextLists`.
  var fact: Int
  var event: Int
  /// The pieces; comma k stands behind piece k.
  var names: [StringIndex]
  var commas: [Comma]

  /// Pieces that are labels whatever becomes of the open commas.
  var certain: [StringIndex] { names.indices.filter(isCertain).map { names[$0] } }

  /// Whether the label is among the certain pieces.
  func isCertain(_ label: StringIndex) -> Bool {
    names.indices.contains { names[$0] == label && isCertain($0) }
  }

  private func isCertain(_ piece: Int) -> Bool {
    (piece == 0 || commas[piece - 1].verdict == .two)
      && (piece == commas.count || commas[piece].verdict == .two)
  }
}
