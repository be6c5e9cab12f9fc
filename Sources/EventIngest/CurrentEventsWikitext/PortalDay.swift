internal import EventGraph

/// What tells a day of the Current Events portal from other texts, and which day it is.
enum PortalDay {
  private static let months: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The day that a file of the portal's kind of name is of: `2004_May_3.txt`.
  ///
  /// - Parameter ending: `.txt` for wikitext, `.html` for a page as the wiki shows it.
  static func date(fileName file: String, ending: StaticString = ".txt") -> PartialDate? {
    let name = file.utf8.split(separator: UInt8(ascii: "/")).last ?? file.utf8[...]
    let length = ending.utf8CodeUnitCount
    guard name.count > length,
      ending.withUTF8Buffer({ name.suffix(length).elementsEqual($0) })
    else { return nil }
    return date(identifier: name.dropLast(length))
  }

  /// The day in `2004_May_3`.
  static func date(identifier name: Substring.UTF8View) -> PartialDate? {
    let parts = name.split(
      separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = number(parts[0]),
      let day = number(parts[2]),
      let month = months.firstIndex(where: { month in
        month.withUTF8Buffer { parts[1].elementsEqual($0) }
      })
    else { return nil }
    return PartialDate(year: year, month: month + 1, day: day)
  }

  private static func number(_ digits: Substring.UTF8View.SubSequence) -> Int? {
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// The header template near the document's start, and the date in it if it holds one:
  /// `{{Current events header|2004|05|03}}`.
  static func header(_ bytes: Span<UInt8>) -> (date: PartialDate?, start: Int)? {
    let limit = min(bytes.count, 4_096)
    var from = 0
    while let start = bytes.firstIndex(of: UInt8(ascii: "{"), from: from, to: limit) {
      from = start + 1
      guard bytes.hasPrefix("{{Current", at: start) || bytes.hasPrefix("{{current", at: start)
      else {
        continue
      }
      var k = start + 9
      for word: StaticString in ["events", "header"] {
        let first = k
        while k < limit, bytes[k] == 32 || bytes[k] == UInt8(ascii: "_") { k += 1 }
        guard k > first, bytes.hasPrefix(word, at: k) else {
          k = -1
          break
        }
        k += word.utf8CodeUnitCount
      }
      if k < 0 { continue }
      return (headerDate(bytes, k), start)
    }
    return nil
  }

  /// `|2004|05|03}}`
  private static func headerDate(_ bytes: Span<UInt8>, _ start: Int) -> PartialDate? {
    var k = start
    var numbers: [Int] = []
    while numbers.count < 3 {
      guard k < bytes.count, bytes[k] == UInt8(ascii: "|") else { return nil }
      k += 1
      while k < bytes.count, bytes[k] == 32 { k += 1 }
      let first = k
      var number = 0
      while k < bytes.count, bytes[k].isASCIIDigit, k - first < 4 {
        number = number * 10 + Int(bytes[k] - 48)
        k += 1
      }
      guard k > first else { return nil }
      while k < bytes.count, bytes[k] == 32 { k += 1 }
      numbers.append(number)
    }
    return PartialDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
