/// Makes a PDF from cairo the same at any hour.
enum PDFFile {
  /// Writes zeros over the digits of the creation date; the length stays, so offsets hold.
  static func finish(_ bytes: [UInt8]) throws(DiagramError) -> [UInt8] {
    guard bytes.count > 100, bytes.starts(with: Array("%PDF-".utf8)),
      bytes.suffix(8).contains(UInt8(ascii: "%"))
    else { throw DiagramError(.damagedOutput("not a whole PDF")) }
    var out = bytes
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      let pattern = Array(key.utf8)
      guard let start = lastIndex(of: pattern, in: out) else { continue }
      var k = start + pattern.count
      // 2000-01-01T00:00:00 with what follows of zone digits set to zero.
      let date = Array("20000101000000".utf8)
      var written = 0
      while k < out.count, out[k] != UInt8(ascii: ")") {
        if (48...57).contains(out[k]) {
          out[k] = written < date.count ? date[written] : UInt8(ascii: "0")
          written += 1
        } else if out[k] == UInt8(ascii: "-") {
          out[k] = UInt8(ascii: "+")
        }
        k += 1
      }
    }
    return out
  }

  private static func lastIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    var k = bytes.count - pattern.count
    while k >= 0 {
      if bytes[k] == pattern[0], bytes[k..<k + pattern.count].elementsEqual(pattern) { return k }
      k -= 1
    }
    return nil
  }
}
