package import EventGraph

/// Paths of the archive: `/news/YYYY/MM/D/name`, the month padded, the day not.
package enum ArchivePath {
  /// The date in a path, and the length of its folder part (`/news/2016/01/9/`).
  package static func date(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (date: PartialDate, folderLength: Int)? {
    guard bytes.hasPrefix("/news/", in: range) else { return nil }
    var k = range.lowerBound + 6
    var numbers = (0, 0, 0)
    for part in 0..<3 {
      var number = 0
      let start = k
      while k < range.upperBound, bytes[k].isASCIIDigit, k - start < 4 {
        number = number * 10 + Int(bytes[k] - 48)
        k += 1
      }
      guard k > start, k < range.upperBound, bytes[k] == UInt8(ascii: "/") else { return nil }
      k += 1
      switch part {
      case 0: numbers.0 = number
      case 1: numbers.1 = number
      default: numbers.2 = number
      }
    }
    guard let date = PartialDate(year: numbers.0, month: numbers.1, day: numbers.2) else {
      return nil
    }
    return (date, k - range.lowerBound)
  }
}
