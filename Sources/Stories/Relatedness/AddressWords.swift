internal import EventGraph

/// The words of a published item's address: sites write the subject of an item into the path of its address,
/// and often the section that it stands in ("/world/africa/mali-rebels-take-timbuktu.html").
enum AddressWords {
  /// A word of more bytes is no word: it is a number of the site's written in letters.
  private static let longestWord = 24

  /// The part of an address that holds words: the path, without the site's name and what is asked of it.
  static func path(of address: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var start = address.lowerBound
    let query = [UInt8(ascii: "?"), UInt8(ascii: "#")]
    let end = address.first { query.contains(bytes[$0]) } ?? address.upperBound
    // Behind the last "://", since an archive's address holds another's, then to the "/" that ends the
    // site's name.
    var k = start
    while k + 2 < end {
      if bytes[k] == UInt8(ascii: ":"), bytes[k + 1] == UInt8(ascii: "/"),
        bytes[k + 2] == UInt8(ascii: "/")
      {
        start = k + 3
      }
      k += 1
    }
    while start < end, bytes[start] != UInt8(ascii: "/") { start += 1 }
    return start..<end
  }

  /// What sites build addresses of, whatever the item is about.
  private static let furniture = Set(
    """
    archive archives article articles aspx content default ece htm html index jhtml jsp page pages php post \
    posts print shtml stm stories story
    """.split(separator: " ").map { Array($0.utf8) })

  /// Whether a run of letters and digits is a word: a digit in it makes it a date or a number of the site's.
  static func isWord(_ word: [UInt8]) -> Bool {
    word.count > 2 && word.count <= longestWord && !word.contains { $0.isASCIIDigit }
      && !furniture.contains(word)
  }
}
