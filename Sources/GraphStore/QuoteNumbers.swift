internal import EventGraph

/// The numbers of the texts that evidence quotes, in order of first use by nodes, then by edges;
/// number 0 is the empty quote.
struct QuoteNumbers: Sendable {
  private(set) var quotes: [StringIndex] = [.empty]
  /// By string index; 0 for none.
  private var numbers: [UInt32] = []

  /// Makes room for all strings of a table, by the same indices as before.
  mutating func grow(to strings: StringTable) {
    guard strings.count > numbers.count else { return }
    numbers.append(contentsOf: repeatElement(0, count: strings.count - numbers.count))
  }

  /// Adds what some evidence quotes.
  mutating func note(_ evidence: ArraySlice<Evidence>) {
    for piece in evidence { note(piece.quote) }
  }

  @inline(__always)
  private mutating func note(_ quote: StringIndex) {
    if numbers[quote.position] != 0 || quote.isEmpty { return }
    numbers[quote.position] = UInt32(quotes.count)
    quotes.append(quote)
  }

  @inline(__always)
  func number(of quote: StringIndex) -> UInt32 { numbers[quote.position] }
}
