internal import EventGraph

/// One use of a label that a link explains.
struct LinkedUse: Sendable {
  var target: StringIndex
  var event: Int
  /// Days since 1970, of an event without a date 0.
  var day: Int
}

/// What links give one label: by day, so that those nearest to a day are found without looking at all.
struct LinkedUses: Sendable {
  /// By day, event and the target's bytes.
  private let uses: [LinkedUse]
  /// Where each day's begin in `uses`.
  private let days: [(day: Int, start: Int)]
  /// The first by event, then the target's bytes, as many as are ever asked for.
  private let first: [LinkedUse]
  /// Uses of each target.
  let counts: [StringIndex: Int]

  var count: Int { uses.count }

  /// Of nearest uses, at most.
  static let most = 600

  init(_ list: [LinkedUse], _ strings: borrowing StringInterner) {
    let bytes = strings.bytes.span
    func isLess(_ a: LinkedUse, _ b: LinkedUse) -> Bool {
      if a.event != b.event { return a.event < b.event }
      return a.target != b.target
        && bytes.isLess(strings.range(of: a.target), strings.range(of: b.target))
    }
    let sorted = list.sorted(by: isLess)
    first = Array(sorted.prefix(Self.most))
    // An event has one day, so that uses of one day are told apart by their places before.
    uses = sorted.enumerated().sorted { a, b in
      (a.element.day, a.offset) < (b.element.day, b.offset)
    }.map(\.element)
    var days: [(day: Int, start: Int)] = []
    for (place, use) in uses.enumerated() where days.last?.day != use.day {
      days.append((use.day, place))
    }
    self.days = days
    var counts: [StringIndex: Int] = [:]
    for use in uses { counts[use.target, default: 0] += 1 }
    self.counts = counts
  }

  /// The uses nearest to a day, at most `most`: of equally near ones those of the first events, then of
  /// the first targets by their bytes. The first by event where no day is known.
  ///
  /// - Complexity: O(`most` + log days).
  func nearest(to day: Int?) -> [LinkedUse] {
    guard uses.count > Self.most, let day else { return first }
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle].day < day { low = middle + 1 } else { high = middle }
    }
    // What is left of both sides of the day: days below `earlier`, and from `later` on.
    var (earlier, later) = (low, low)
    var found: [LinkedUse] = []
    found.reserveCapacity(Self.most)
    while found.count < Self.most, earlier > 0 || later < days.count {
      let before = earlier > 0 ? day - days[earlier - 1].day : .max
      let after = later < days.count ? days[later].day - day : .max
      if before < after {
        earlier -= 1
        found += ofDay(earlier).prefix(Self.most - found.count)
      } else if after < before {
        found += ofDay(later).prefix(Self.most - found.count)
        later += 1
      } else {
        earlier -= 1
        addMerged(ofDay(earlier), ofDay(later), to: &found)
        later += 1
      }
    }
    return found
  }

  private func ofDay(_ place: Int) -> ArraySlice<LinkedUse> {
    uses[days[place].start..<(place + 1 < days.count ? days[place + 1].start : uses.count)]
  }

  /// Two days' by event, which only one of them has.
  private func addMerged(
    _ a: ArraySlice<LinkedUse>, _ b: ArraySlice<LinkedUse>, to found: inout [LinkedUse]
  ) {
    var (a, b) = (a, b)
    while found.count < Self.most, let x = a.first ?? b.first {
      if let y = b.first, a.isEmpty || y.event < x.event {
        found.append(y)
        b.removeFirst()
      } else {
        found.append(x)
        a.removeFirst()
      }
    }
  }
}
