internal import EventGraph

/// Days to places across a picture. Years of nothing are drawn shorter than they were.
struct TimelineScale {
  let firstDay: Int
  let lastDay: Int
  /// Times without events that are drawn shorter, by time.
  let leftOut: [Range<Int>]
  /// Days from the first to the last, those that are left out not counted.
  let shownDays: Int
  private let places: ClosedRange<Double>

  /// The part of the picture's width that each time of nothing keeps.
  private static let keptPart = 0.025
  /// A time of nothing is left out from so many days on, where it is that part of the whole too.
  private static let (longGapDays, longGapPart) = (365, 6)
  /// Days that stay beside an event.
  private static let marginDays = 30

  init(firstDay: Int, lastDay: Int, places: ClosedRange<Double>, leavingOut: [Range<Int>] = []) {
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.places = places
    leftOut = leavingOut
    shownDays = lastDay - firstDay - leavingOut.reduce(0) { $0 + $1.count }
  }

  /// - Returns: A place for any day, within those of the picture for days from the first to the last; later days
  ///   are never left of earlier ones.
  func x(_ day: Int) -> Double {
    let width = places.upperBound - places.lowerBound
    let kept = width * Self.keptPart
    let perDay = (width - kept * Double(leftOut.count)) / Double(max(1, shownDays))
    var x = places.lowerBound
    var days = day - firstDay
    for gap in leftOut where gap.lowerBound < day {
      let within = min(gap.upperBound, day) - gap.lowerBound
      days -= within
      x += kept * Double(within) / Double(gap.count)
    }
    return x + perDay * Double(days)
  }

  /// The times in which nothing happens for more than a year and a good part of the whole.
  ///
  /// - Parameter dates: In any order.
  static func longGaps(_ dates: [PartialDate]) -> [Range<Int>] {
    let spans = dates.map { $0.firstEpochDay...$0.lastEpochDay }.sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    guard let first = spans.first, let last = spans.map(\.upperBound).max() else { return [] }
    let least = max(longGapDays, (last - first.lowerBound) / longGapPart)
    var gaps: [Range<Int>] = []
    var end = first.upperBound
    for span in spans {
      if span.lowerBound - end > least {
        gaps.append(end + marginDays..<span.lowerBound - marginDays)
      }
      end = max(end, span.upperBound)
    }
    return gaps
  }
}
