internal import EventGraph

/// One piece of evidence as it stands in the file: numbers of rows, not yet checked.
struct StoredEvidence {
  var document = 0
  var line = 0
  var start = 0
  var length = 0
  var quote = 0
  var rule = 0
  /// Per cent; 0 where it does not stand there.
  var share = 0

  /// Reads `[[document,line,start,length,quote,rule,share],…]`, each share only where there is one, or nothing at all for none; false where it
  /// is not of that form or the body says so.
  static func parse(_ text: Span<UInt8>, into body: (StoredEvidence) -> Bool) -> Bool {
    let count = text.count
    if count == 0 { return true }
    if count == 2, text[0] == UInt8(ascii: "["), text[1] == UInt8(ascii: "]") { return true }
    guard text[0] == UInt8(ascii: "[") else { return false }
    var k = 1
    while k < count {
      guard text[k] == UInt8(ascii: "[") else { return false }
      k += 1
      var piece = StoredEvidence()
      guard let document = number(text, &k, UInt8(ascii: ",")),
        let line = number(text, &k, UInt8(ascii: ",")),
        let start = number(text, &k, UInt8(ascii: ",")),
        let length = number(text, &k, UInt8(ascii: ",")),
        let quote = number(text, &k, UInt8(ascii: ",")),
        let rule = number(text, &k, nil), k < count
      else { return false }
      if text[k] == UInt8(ascii: ",") {
        k += 1
        guard let share = number(text, &k, nil), k < count else { return false }
        piece.share = share
      }
      guard text[k] == UInt8(ascii: "]") else { return false }
      k += 1
      guard k < count else { return false }
      piece.document = document
      piece.line = line
      piece.start = start
      piece.length = length
      piece.quote = quote
      piece.rule = rule
      guard body(piece) else { return false }
      k += 1
      if text[k - 1] == UInt8(ascii: "]") { return k == count }
      guard text[k - 1] == UInt8(ascii: ",") else { return false }
    }
    return false
  }

  /// A number of at most ten digits and the byte after it, where that must be a certain one.
  @inline(__always)
  private static func number(_ text: Span<UInt8>, _ k: inout Int, _ end: UInt8?) -> Int? {
    var value = 0
    let first = k
    while k < text.count, text[k].isASCIIDigit, k - first < 10 {
      value = value &* 10 &+ Int(text[k] &- 48)
      k += 1
    }
    guard k > first, k < text.count, value <= Int(UInt32.max) else { return nil }
    guard let end else { return value }
    guard text[k] == end else { return nil }
    k += 1
    return value
  }
}
