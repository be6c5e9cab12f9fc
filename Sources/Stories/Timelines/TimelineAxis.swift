/// The days that the axis of a picture names.
struct TimelineAxis {
  private enum Step {
    case days(Int)
    /// From Mondays.
    case weeks(Int)
    case months(Int)
    case years(Int)
  }

  private let step: Step
  private static let limit = 200

  /// - Parameter days: How many the picture shows. Some fifteen ticks have room for their names.
  init(days: Int) {
    step =
      switch days {
      case ...45: .days(max(1, days / 14))
      case ...90: .weeks(1)
      case ...180: .weeks(2)
      case ...900: .months(days / 420 + 1)
      case ...1400: .months(3)
      case ...2600: .months(6)
      default: .years(days / 7300 + 1)
      }
  }

  /// At most 200, ascending, none within a time that is left out.
  func ticks(from first: Int, to last: Int, leavingOut: [Range<Int>] = []) -> [Int] {
    var date = CivilDate(epochDay: first)
    switch step {
    case .days: break
    case .weeks:
      // 1970-01-01 was a Thursday.
      date = CivilDate(epochDay: first - ((first + 3) % 7 + 7) % 7)
    case .months(let months):
      date.month = (date.month - 1) / months * months + 1
      date.day = 1
    case .years: (date.month, date.day) = (1, 1)
    }
    var ticks: [Int] = []
    while date.epochDay <= last, ticks.count < Self.limit {
      let day = date.epochDay
      if day >= first, !leavingOut.contains(where: { $0.contains(day) }) { ticks.append(day) }
      switch step {
      case .days(let days): date = CivilDate(epochDay: date.epochDay + days)
      case .weeks(let weeks): date = CivilDate(epochDay: date.epochDay + 7 * weeks)
      case .months(let count):
        let months = date.year * 12 + date.month - 1 + count
        date = CivilDate(year: months / 12, month: months % 12 + 1, day: 1)
      case .years(let years): date.year += years
      }
    }
    return ticks
  }

  /// "2014", "2014-06", "2014-06-02".
  func name(of day: Int) -> String {
    let full = CivilDate(epochDay: day).description
    return switch step {
    case .years: String(full.dropLast(6))
    case .months: String(full.dropLast(3))
    case .days, .weeks: full
    }
  }
}
