package import EventGraph

/// One sentence of the archive with its links, to learn names from.
package struct NameExample: Sendable {
  package struct Link: Sendable {
    package var label: String
    package var target: String
    /// Bytes of the title that are linked, whole words; nil where the title does not hold the label.
    package var range: Range<Int>?

    package init(label: String, target: String, range: Range<Int>?) {
      self.label = label
      self.target = target
      self.range = range
    }
  }

  package var date: NameDate
  package var title: String
  /// In the sentence's order.
  package var links: [Link]

  package init(date: NameDate, title: String, links: [Link]) {
    self.date = date
    self.title = title
    self.links = links
  }
}

/// A date as far as names depend on it.
package struct NameDate: Sendable, Comparable {
  /// Days since 1970-01-01.
  package var day: Int
  package var year: Int
  package var month: Int

  package init(_ date: PartialDate) {
    day = date.firstEpochDay
    year = date.year
    month = date.month ?? 6
  }

  package static func < (a: Self, b: Self) -> Bool { a.day < b.day }

  func years(since other: NameDate) -> Float { Float(day - other.day) / 365.25 }

  /// "2012–13" of the season that the date falls in, as sports count them.
  var season: String {
    let first = month >= 7 ? year : year - 1
    let second = (first + 1) % 100
    return "\(first)–\(second < 10 ? "0" : "")\(second)"
  }
}
