internal import EventGraph
internal import FileIO
internal import Glibc

/// The pairs of groups that are alike, as a graph for Leiden.
///
/// The likeness is the cosine of the profiles times exp(−days of nothing between them / `gapDays`). Of two
/// groups the longer one looks for the shorter, within the time around its own in which likeness can count.
struct GroupLikeness {
  private let profiles: GroupProfiles
  private let settings: StorySettings
  /// `features + 1` offsets into `postings`.
  private let postingOffsets: [UInt32]
  private let postings: [Posting]

  private struct Posting {
    var group: UInt32
    var value: Float
  }

  /// Likeness below this does not count: far below any density that a story may have.
  private static let least: Float = 0.1

  init(_ profiles: GroupProfiles, featureCount: Int, _ settings: StorySettings) {
    self.profiles = profiles
    self.settings = settings
    let bounds = EventGraph.offsets(of: profiles.items, buckets: featureCount)
    var next = bounds
    var postings = [Posting](
      repeating: Posting(group: 0, value: 0), count: profiles.items.count)
    for group in 0..<profiles.groupCount {
      for k in profiles.range(of: group) {
        let feature = Int(profiles.items[k])
        postings[Int(next[feature])] = Posting(group: UInt32(group), value: profiles.values[k])
        next[feature] += 1
      }
    }
    postingOffsets = bounds
    self.postings = postings
  }

  func graph() -> WeightedGraph {
    let threads = settings.threads
    let pieces = mapWorkers(threads) { worker in
      var pairs = Pairs()
      let scores = WeightSums(profiles.groupCount)
      // Every n-th group: long ones are not equally spread.
      for group in stride(from: worker, to: profiles.groupCount, by: threads) {
        search(group, scores, &pairs)
      }
      return pairs
    }
    // The order of edges does not matter to the graph.
    return WeightedGraph(
      nodeCount: profiles.groupCount, sources: pieces.flatMap(\.sources),
      targets: pieces.flatMap(\.targets), weights: pieces.flatMap(\.weights))
  }

  private struct Pairs: Sendable {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var weights: [Float] = []
  }

  private func search(
    _ group: Int, _ scores: borrowing WeightSums, _ pairs: inout Pairs
  ) {
    let first = profiles.firstDays[group]
    let last = profiles.lastDays[group]
    let isDated = first != EventFeatures.noDay
    let span = isDated ? Int(last - first) : 0
    var window = 0..<profiles.groupCount
    if isDated {
      // Beyond, no likeness is left that counts.
      let reach = Int(settings.gapDays * -log(Double(Self.least))) + span / 2 + 1
      window = groups(from: Int(first) - reach, to: Int(last) + reach)
      // Those of one day are looked for by longer ones, and by later ones of one day.
      if span == 0 { window = window.lowerBound..<max(window.lowerBound, group) }
    }
    let list = postings.span
    var touched = 0
    for k in profiles.range(of: group) {
      let feature = Int(profiles.items[k])
      let value = profiles.values[k]
      if value == 0 { continue }
      let high = Int(postingOffsets[feature + 1])
      var low = Int(postingOffsets[feature])
      // Most lists are short, and begin within the window or are passed in a few steps.
      if high - low > 16 { low = place(of: window.lowerBound, from: low, to: high) }
      while low < high {
        let posting = list[unchecked: low]
        if Int(posting.group) >= window.upperBound { break }
        scores.add(value * posting.value, to: posting.group, &touched)
        low += 1
      }
    }
    for k in 0..<touched {
      let name = scores.touched[k]
      let other = Int(name)
      let cosine = scores.remove(name)
      if cosine < Self.least || other == group { continue }
      let otherSpan = self.span(other)
      if otherSpan > span || (otherSpan == span && other > group) { continue }
      let likeness = cosine * fading(group, other)
      if likeness < Self.least { continue }
      pairs.sources.append(UInt32(group))
      pairs.targets.append(name)
      pairs.weights.append(likeness)
    }
  }

  private func span(_ group: Int) -> Int {
    profiles.firstDays[group] == EventFeatures.noDay
      ? 0 : Int(profiles.lastDays[group] - profiles.firstDays[group])
  }

  /// What is left of a likeness over the days of nothing between two groups.
  func fading(_ a: Int, _ b: Int) -> Float {
    let (first, last) = (profiles.firstDays, profiles.lastDays)
    guard first[a] != EventFeatures.noDay, first[b] != EventFeatures.noDay else {
      return StorySettings.undatedFading
    }
    let gap = max(0, max(first[a] - last[b], first[b] - last[a]))
    return Float(exp(-Double(gap) / settings.gapDays))
  }

  /// The groups whose middle lies in a range of days.
  private func groups(from low: Int, to high: Int) -> Range<Int> {
    let start = firstGroup { $0 >= 2 * low }
    return start..<max(start, firstGroup { $0 > 2 * high })
  }

  private func firstGroup(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, profiles.groupCount)
    while low < high {
      let middle = (low + high) / 2
      if holds(Int(profiles.firstDays[middle]) + Int(profiles.lastDays[middle])) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  private func place(of group: Int, from start: Int, to end: Int) -> Int {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if Int(postings[middle].group) < group { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
