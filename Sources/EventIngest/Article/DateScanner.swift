internal import EventGraph

/// Finds the days, months and years that a text names.
package struct DateScanner {
  struct Found {
    var range: Range<Int>
    var meaning: Meaning
  }

  /// What words say of a time, before anything is counted from the day of publication.
  enum Meaning: Equatable {
    case whole(PartialDate)
    case monthDay(month: Int, day: Int)
    case month(Int)
    /// 0 is Monday.
    case weekday(Int)
    /// Days from that of publication.
    case days(Int)
    case weeks(Int)
    case months(Int)
    case years(Int)
  }

  private let text: [UInt8]
  private let words: [Word]
  private var found: [Found] = []

  static func scan(_ text: [UInt8]) -> [Found] {
    var scanner = DateScanner(text)
    scanner.scan()
    return scanner.found
  }

  private init(_ text: [UInt8]) {
    self.text = text
    words = WordList.words(text)
  }

  private static let months: [String] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays: [String] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// 1 … 12 for a month's name or its abbreviation.
  static func month(_ word: String) -> Int? {
    let name = word.hasSuffix(".") ? String(word.dropLast()) : word
    if let k = months.firstIndex(of: name) { return k + 1 }
    if name == "sept" { return 9 }
    guard name.utf8.count == 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }

  private func number(_ k: Int, _ digits: ClosedRange<Int>) -> Int? {
    guard words.indices.contains(k) else { return nil }
    var word = words[k].lower.utf8[...]
    for ending in ["st", "nd", "rd", "th"] where words[k].lower.hasSuffix(ending) {
      word = word.dropLast(2)
    }
    guard digits.contains(word.count), word.allSatisfy(\.isASCIIDigit) else { return nil }
    return word.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private func year(_ k: Int) -> Int? {
    guard let year = number(k, 4...4), (1500...2999).contains(year) else { return nil }
    return year
  }

  /// Whether only a space, or a comma and a space, stands behind a word.
  private func joins(_ k: Int) -> Bool {
    words.indices.contains(k) && words.indices.contains(k + 1)
      && text[words[k].gap].allSatisfy { $0 == 32 || $0 == UInt8(ascii: ",") }
  }

  private mutating func add(_ words: ClosedRange<Int>, _ meaning: Meaning) -> Int {
    found.append(
      Found(
        range: self.words[words.lowerBound].range
          .lowerBound..<self.words[words.upperBound].range
          .upperBound, meaning: meaning))
    return words.upperBound + 1
  }

  private mutating func scan() {
    var k = 0
    while k < words.count {
      if let next = isoDate(k) ?? monthFirst(k) ?? dayFirst(k) ?? relative(k) ?? yearAlone(k) {
        k = next
      } else {
        k += 1
      }
    }
  }

  /// "2015-12-29", also with a time behind it.
  private mutating func isoDate(_ k: Int) -> Int? {
    let word = words[k].lower
    guard word.utf8.count >= 8, let first = word.utf8.first, first.isASCIIDigit else { return nil }
    let day = word.split(separator: "t", omittingEmptySubsequences: false)[0]
    guard let date = PartialDate(String(day)), date.day != nil else { return nil }
    return add(k...k, .whole(date))
  }

  /// "Oct. 3, 2015", "October 3", "October 2015", "in October".
  private mutating func monthFirst(_ k: Int) -> Int? {
    guard words[k].isCapitalised, let month = Self.month(words[k].lower) else { return nil }
    if joins(k), let day = number(k + 1, 1...2) {
      if joins(k + 1), let year = year(k + 2),
        let date = PartialDate(year: year, month: month, day: day)
      {
        return add(k...k + 2, .whole(date))
      }
      guard PartialDate(year: 2000, month: month, day: day) != nil else { return nil }
      return add(k...k + 1, .monthDay(month: month, day: day))
    }
    if joins(k), let year = year(k + 1), let date = PartialDate(year: year, month: month) {
      return add(k...k + 1, .whole(date))
    }
    // "May" and "March" are words besides.
    guard k > 0, Self.prepositions.contains(words[k - 1].lower), words[k].lower.utf8.count > 2
    else {
      return nil
    }
    return add(k...k, .month(month))
  }

  private static let prepositions: Set<String> = [
    "in", "since", "until", "by", "during", "from", "late", "early", "mid", "through", "between",
    "before", "after", "last",
  ]

  /// "29 December 2015", "3rd of October".
  private mutating func dayFirst(_ k: Int) -> Int? {
    guard let day = number(k, 1...2), joins(k) else { return nil }
    var next = k + 1
    if words[next].lower == "of", joins(next) { next += 1 }
    guard words[next].isCapitalised, let month = Self.month(words[next].lower) else { return nil }
    if joins(next), let year = year(next + 1),
      let date = PartialDate(year: year, month: month, day: day)
    {
      return add(k...next + 1, .whole(date))
    }
    guard PartialDate(year: 2000, month: month, day: day) != nil else { return nil }
    return add(k...next, .monthDay(month: month, day: day))
  }

  private mutating func relative(_ k: Int) -> Int? {
    let word = words[k].lower
    if words[k].isCapitalised, let day = Self.weekdays.firstIndex(of: word) {
      // "next Tuesday" may be either of two.
      let isNext = k > 0 && words[k - 1].lower == "next"
      return isNext ? nil : add(k...k, .weekday(day))
    }
    switch word {
    case "yesterday": return add(k...k, .days(-1))
    case "today": return add(k...k, .days(0))
    case "tomorrow": return add(k...k, .days(1))
    case "last", "this", "next":
      guard words.indices.contains(k + 1), words[k].isFollowedBySpace(text) else { return nil }
      let step = word == "last" ? -1 : word == "this" ? 0 : 1
      switch words[k + 1].lower {
      case "week": return add(k...k + 1, .weeks(step))
      case "month": return add(k...k + 1, .months(step))
      case "year": return add(k...k + 1, .years(step))
      default: return nil
      }
    default: return nil
    }
  }

  /// "in 2011".
  private mutating func yearAlone(_ k: Int) -> Int? {
    guard k > 0, Self.prepositions.contains(words[k - 1].lower), let year = year(k),
      let date = PartialDate(year: year)
    else { return nil }
    return add(k...k, .whole(date))
  }

  /// - Parameter word: In small letters.
  static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }

  /// Whether a text is a day, a month or a date and nothing else: "September", "October 2011".
  package static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= 32, let first = bytes.first, first.isASCIIUpper || first.isASCIIDigit
    else { return false }
    if let only = WordList.words(bytes).first, only.range.count == bytes.count {
      return months.contains(only.lower) || isWeekday(only.lower)
    }
    return scan(bytes).contains { $0.range == bytes.indices }
  }

  // MARK: Lines

  private static let timeWords: Set<String> = [
    "published", "posted", "updated", "last", "first", "modified", "created", "on", "at", "am",
    "pm",
    "a.m.", "p.m.", "gmt", "utc", "est", "edt", "bst", "et", "pt", "cet", "cest", "msk", "time",
    "date", "ago", "hours", "minutes", "h", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  ]

  /// Whether a block is a whole date and little else: "Published 29 December 2015, 16:05 GMT".
  static func isDateLine(_ text: [UInt8]) -> Bool {
    guard text.count <= 120 else { return false }
    let scanner = DateScanner(text)
    let dates = scan(text).filter { if case .whole = $0.meaning { true } else { false } }
    guard !dates.isEmpty else { return false }
    let other = scanner.words.filter { word in
      !dates.contains { $0.range.overlaps(word.range) } && !timeWords.contains(word.lower)
        && !(word.lower.utf8.first?.isASCIIDigit ?? false)
    }
    return other.count <= 1
  }

  /// Where a line's label puts it: a date of publication before any other, a change last.
  static func rank(ofDateLine text: [UInt8]) -> Int {
    let words = WordList.words(text).map(\.lower)
    if words.contains("published") || words.contains("posted") || words.contains("created") {
      return 0
    }
    return words.contains("updated") || words.contains("modified") ? 2 : 1
  }
}

extension DateScanner.Meaning {
  /// Whether the words of a sentence speak of what is to come.
  static func speaksOfFuture(_ words: some Sequence<Word>) -> Bool {
    let signs: Set<String> = [
      "will", "next", "scheduled", "upcoming", "plans", "planned", "due", "would", "expected",
      "shall", "intends",
    ]
    return words.contains { signs.contains($0.lower) }
  }

  /// The time meant, counted from the day of publication where it must be.
  func resolved(
    against published: PartialDate?, isFuture: Bool
  ) -> (date: PartialDate?, lastDay: PartialDate?, DateMention.Derivation) {
    if case .whole(let date) = self { return (date, nil, .stated) }
    guard let published else { return (nil, nil, .unresolved) }
    if case .years(let step) = self {
      return (PartialDate(year: published.year + step), nil, .fromPublication)
    }
    guard let month = published.month else { return (nil, nil, .unresolved) }
    let ordinal = published.year * 12 + month - 1
    switch self {
    case .months(let step):
      return (Self.month(ordinal + step), nil, .fromPublication)
    case .month(let named):
      // The latest one that has begun. "will … in March" is a March to come, of which year is not
      // said.
      guard !isFuture else { return (nil, nil, .unresolved) }
      let back = (month - named + 12) % 12
      return (Self.month(ordinal - back), nil, .fromPublication)
    default: break
    }
    guard published.day != nil else { return (nil, nil, .unresolved) }
    let day = published.firstEpochDay
    switch self {
    case .days(let step): return (PartialDate.day(epoch: day + step), nil, .fromPublication)
    case .weekday(let named):
      guard !isFuture else { return (nil, nil, .unresolved) }
      // 1970-01-01 was a Thursday.
      let weekday = ((day + 3) % 7 + 7) % 7
      let back = (weekday - named + 7) % 7
      return (PartialDate.day(epoch: day - back), nil, .fromPublication)
    case .weeks(let step):
      let monday = day - ((day + 3) % 7 + 7) % 7 + step * 7
      return (PartialDate.day(epoch: monday), PartialDate.day(epoch: monday + 6), .fromPublication)
    case .monthDay(let month, let number):
      let near = (-1...1).compactMap {
        PartialDate(year: published.year + $0, month: month, day: number)
      }.min { abs($0.firstEpochDay - day) < abs($1.firstEpochDay - day) }
      guard let near, abs(near.firstEpochDay - day) <= 120 else { return (nil, nil, .unresolved) }
      return (near, nil, .nearestToPublication)
    default: return (nil, nil, .unresolved)
    }
  }

  private static func month(_ ordinal: Int) -> PartialDate? {
    PartialDate(year: ordinal / 12, month: ordinal % 12 + 1)
  }
}
