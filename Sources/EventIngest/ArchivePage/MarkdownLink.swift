internal import EventGraph

/// A link `[label](address)` of an archive page and what follows it on the line.
struct MarkdownLink {
  var label: Range<Int>
  var address: Range<Int>
  /// From behind the `)` to the end of the line.
  var rest: Range<Int>

  /// Reads a link to an archive page. The label may hold brackets and parentheses, the address
  /// (`/news/…`) cannot, so the last `](/news/` of the line divides them.
  ///
  /// - Parameter range: The line from the `[` on.
  static func toPage(_ bytes: Span<UInt8>, _ range: Range<Int>) -> MarkdownLink? {
    guard !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "[") else { return nil }
    var divide: Int?
    var k = range.lowerBound
    while let found = bytes.firstIndex(of: UInt8(ascii: "]"), from: k, to: range.upperBound) {
      if bytes.hasPrefix("](/news/", at: found) { divide = found }
      k = found + 1
    }
    guard let divide,
      let close = bytes.firstIndex(of: UInt8(ascii: ")"), from: divide + 2, to: range.upperBound)
    else { return nil }
    return MarkdownLink(
      label: range.lowerBound + 1..<divide, address: divide + 2..<close,
      rest: close + 1..<range.upperBound)
  }

  /// Reads a link to anywhere that ends its line. The address may hold parentheses, so the line's
  /// last `)` closes it; the first `](` before something like an address opens it.
  static func toAnywhere(_ bytes: Span<UInt8>, _ range: Range<Int>) -> MarkdownLink? {
    let line = bytes.trimmed(range)
    guard line.count >= 4, bytes[line.lowerBound] == UInt8(ascii: "["),
      bytes[line.upperBound - 1] == UInt8(ascii: ")")
    else { return nil }
    var divide: Int?
    var k = line.lowerBound
    while let found = bytes.firstIndex(of: UInt8(ascii: "]"), from: k, to: line.upperBound) {
      if bytes.hasPrefix("](", at: found) {
        divide = found
        if looksLikeAddress(bytes, found + 2, line.upperBound) { break }
      }
      k = found + 1
    }
    guard let divide, divide + 2 < line.upperBound else { return nil }
    return MarkdownLink(
      label: line.lowerBound + 1..<divide, address: divide + 2..<line.upperBound - 1,
      rest: line.upperBound..<line.upperBound)
  }

  /// `//`, `/news`, or letters and a colon.
  private static func looksLikeAddress(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var k = start
    while k < end, k < start + 8, bytes[k].isASCIILetter { k += 1 }
    return k < end
      && (bytes[k] == UInt8(ascii: ":") || (k == start && bytes[k] == UInt8(ascii: "/")))
  }
}
