internal import EventGraph

/// How finely a timeline is counted.
public enum TimelinePeriod: String, CaseIterable, Sendable {
  case day, week, month, year
}

extension Timeline {
  /// How many events a time brought. Events of coarser dates than the period are not counted in any.
  public struct Count: Equatable, Sendable {
    /// Days since 1970-01-01, both within.
    public var firstDay: Int
    public var lastDay: Int
    public var count: Int
  }

  /// A count for every period from the first event to the last, also where it is 0; weeks begin on Monday.
  ///
  /// Where there are more than `limit` periods (one misdated event is enough), only those that brought
  /// events are given.
  public func counts(every period: TimelinePeriod, limit: Int = 100_000) -> [Count] {
    let known = entries.filter { Self.precision(of: period, holds: $0.date) }
    guard let low = known.first?.date.firstEpochDay,
      let high = known.map(\.date.firstEpochDay).max()
    else { return [] }
    var counts: [Count] = []
    var start = Self.start(of: period, day: low)
    var k = 0
    while start <= high {
      let next = Self.next(period, after: start)
      var count = 0
      while k < known.count, known[k].date.firstEpochDay < next {
        count += 1
        k += 1
      }
      counts.append(Count(firstDay: start, lastDay: next - 1, count: count))
      start = next
    }
    return counts.count > limit ? counts.filter { $0.count > 0 } : counts
  }

  private static func precision(of period: TimelinePeriod, holds date: PartialDate) -> Bool {
    switch period {
    case .day, .week: date.precision == .day
    case .month: date.precision != .year
    case .year: true
    }
  }

  private static func start(of period: TimelinePeriod, day: Int) -> Int {
    let date = CivilDate(epochDay: day)
    switch period {
    case .day: return day
    // 1970-01-01 was a Thursday.
    case .week: return day - ((day + 3) % 7 + 7) % 7
    case .month: return CivilDate(year: date.year, month: date.month, day: 1).epochDay
    case .year: return CivilDate(year: date.year, month: 1, day: 1).epochDay
    }
  }

  private static func next(_ period: TimelinePeriod, after start: Int) -> Int {
    let date = CivilDate(epochDay: start)
    switch period {
    case .day: return start + 1
    case .week: return start + 7
    case .month:
      return date.month == 12
        ? CivilDate(year: date.year + 1, month: 1, day: 1).epochDay
        : CivilDate(year: date.year, month: date.month + 1, day: 1).epochDay
    case .year: return CivilDate(year: date.year + 1, month: 1, day: 1).epochDay
    }
  }

  /// A word for a period: `2014-06-02`, `2014-06`, `2014`; a week is named by its Monday.
  public static func name(_ count: Count, _ period: TimelinePeriod) -> String {
    let text = CivilDate(epochDay: count.firstDay).description
    switch period {
    case .day, .week: return text
    case .month: return String(text.dropLast(3))
    case .year: return String(text.dropLast(6))
    }
  }

  /// The counts as a row of small bars: ▁ for the least that is not nothing, █ for the most.
  public static func sparkline(_ counts: [Int]) -> String {
    let bars = Array("▁▂▃▄▅▆▇█")
    let most = counts.max() ?? 0
    return String(
      counts.map { count in
        count == 0 || most == 0 ? " " : bars[min(7, (count * 8 - 1) / most)]
      })
  }
}

/// A day of the proleptic Gregorian calendar, in any year: what lies around a timeline's dates need not be
/// a date that an event could have.
struct CivilDate: Equatable {
  var year: Int
  var month: Int
  var day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Counts from 1 March, so that the leap day comes last.
  init(epochDay: Int) {
    let z = epochDay + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var epochDay: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
