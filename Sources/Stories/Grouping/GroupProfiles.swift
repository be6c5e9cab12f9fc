internal import FileIO
internal import Glibc

/// What groups of events are about, and how like two groups are.
///
/// A group's profile is √count of each feature among its events times √a_k · ln(G / (g_f + g₀)), where G is
/// the number of groups and g_f how many of them the feature is spread over: exp of the entropy of its
/// events over groups. So a country whose every report belongs to one war says much, however often it is
/// named, and one that stands in a hundred unrelated groups says little. As groups join, what holds them
/// together weighs more.
///
/// g₀ is `furtherGroups`: what stands in one group alone is not much rarer than what stands in two, and its
/// weight makes small groups unlike all others by the mere number of their words. It is 0 for topics, by
/// which the archive says what belongs together.
struct GroupProfiles: Sendable {
  /// Group numbers of the events, by the middle of the groups' time.
  let groups: [UInt32]
  let groupCount: Int
  let sizes: [UInt32]
  let firstDays: [Int32]
  let lastDays: [Int32]
  /// `groupCount + 1` offsets into `items` and `values`.
  let offsets: [UInt32]
  /// The most telling features of each group, ascending.
  let items: [UInt32]
  /// Of unit length within a group.
  let values: [Float]
  /// √a_k · ln(G / (g_f + g₀)) of each feature.
  let weights: [Float]
  /// g_f
  let spreads: [Float]

  /// - Parameter idle: Of each event, whether its group needs no profile; empty where all need one.
  init(
    _ features: EventFeatures, _ partition: [UInt32], idle: [Bool] = [], _ settings: StorySettings
  ) {
    let order = GroupOrder(features, partition)
    groups = order.groups
    groupCount = order.count
    sizes = order.sizes
    firstDays = order.firstDays
    lastDays = order.lastDays
    let table = GroupCounts(features, order, threads: settings.threads)
    let total = Float(order.count)
    spreads = table.spreads
    let weights = table.spreads.indices.map { feature in
      let kind = features.kinds[feature]
      let spread = table.spreads[feature] + (kind == .topic ? 0 : settings.furtherGroups)
      return settings.groupWeights[kind].squareRoot() * max(0, log(total / spread))
    }
    let rows = table.byGroup(order.count)
    let isIdle = order.flags(idle)
    let pieces = mapWorkers(settings.threads) { worker in
      var kept = ProfileRows(settings.profileLimit)
      for group in evenShare(of: rows.offsets, worker, among: settings.threads) {
        if isIdle[group] {
          kept.appendEmpty()
          continue
        }
        let range = Int(rows.offsets[group])..<Int(rows.offsets[group + 1])
        kept.append(rows.items[range], rows.counts[range], weights)
      }
      return kept
    }
    var kept = ProfileRows(settings.profileLimit)
    for piece in pieces { kept.append(piece) }
    self.weights = weights
    offsets = kept.offsets
    items = kept.items
    values = kept.values
  }

  func range(of group: Int) -> Range<Int> { Int(offsets[group])..<Int(offsets[group + 1]) }
}

/// Profiles in rows, each cut to its most telling features: a war's thousands of single words add nothing
/// but time.
private struct ProfileRows: Sendable {
  var offsets: [UInt32] = [0]
  var items: [UInt32] = []
  var values: [Float] = []
  private let limit: Int
  private var raw: [Float] = []

  init(_ limit: Int) { self.limit = limit }

  mutating func append(
    _ features: ArraySlice<UInt32>, _ counts: ArraySlice<UInt32>, _ weights: [Float]
  ) {
    raw.removeAll(keepingCapacity: true)
    for (feature, count) in zip(features, counts) {
      raw.append(Float(count).squareRoot() * weights[Int(feature)])
    }
    let least = raw.count > limit ? raw.sorted(by: >)[limit - 1] : 0
    let norm = raw.reduce(0) { $1 >= least ? $0 + $1 * $1 : $0 }.squareRoot()
    for (feature, value) in zip(features, raw) where value >= least && value > 0 {
      items.append(feature)
      values.append(value / norm)
    }
    offsets.append(UInt32(items.count))
  }

  mutating func appendEmpty() { offsets.append(UInt32(items.count)) }

  /// Adds the rows of another piece behind these.
  mutating func append(_ other: ProfileRows) {
    let start = UInt32(items.count)
    offsets.append(contentsOf: other.offsets.dropFirst().lazy.map { $0 + start })
    items.append(contentsOf: other.items)
    values.append(contentsOf: other.values)
  }
}

/// The rows that one of some workers takes, so that all have about as many items.
///
/// - Parameter offsets: `rows + 1` ascending offsets.
func evenShare(of offsets: [UInt32], _ worker: Int, among workers: Int) -> Range<Int> {
  let items = Int(offsets.last ?? 0)
  /// The first row that begins at this share of the items or behind.
  func row(_ share: Int) -> Int {
    if share == workers { return offsets.count - 1 }
    let target = items * share / workers
    var (low, high) = (0, offsets.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
  return row(worker)..<row(worker + 1)
}

/// Groups numbered by the middle of their time, then by their first event.
struct GroupOrder {
  let groups: [UInt32]
  let count: Int
  let sizes: [UInt32]
  let firstDays: [Int32]
  let lastDays: [Int32]

  init(_ features: EventFeatures, _ labels: [UInt32]) {
    let partition = Partition(labels: labels)
    var first = [Int32](repeating: .max, count: partition.count)
    var last = [Int32](repeating: .min, count: partition.count)
    var sizes = [UInt32](repeating: 0, count: partition.count)
    for (event, group) in partition.labels.enumerated() {
      sizes[Int(group)] += 1
      if features.firstDays[event] == EventFeatures.noDay { continue }
      first[Int(group)] = min(first[Int(group)], features.firstDays[event])
      last[Int(group)] = max(last[Int(group)], features.lastDays[event])
    }
    for group in first.indices where last[group] == .min {
      (first[group], last[group]) = (EventFeatures.noDay, EventFeatures.noDay)
    }
    let keys = first.indices.map { (middle: Int(first[$0]) + Int(last[$0]), group: $0) }
    let order = keys.sorted { $0 < $1 }.map(\.group)
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (number, group) in order.enumerated() { numbers[group] = UInt32(number) }
    groups = partition.labels.map { numbers[Int($0)] }
    count = order.count
    self.sizes = order.map { sizes[$0] }
    firstDays = order.map { first[$0] }
    lastDays = order.map { last[$0] }
  }
}

extension GroupOrder {
  /// Flags of events as flags of their groups, all of whose events have the same; empty means none.
  func flags(_ ofEvents: [Bool]) -> [Bool] {
    var flags = [Bool](repeating: false, count: count)
    for (event, isSet) in ofEvents.enumerated() where isSet { flags[Int(groups[event])] = true }
    return flags
  }
}

/// How many events of each group have each feature.
struct GroupCounts {
  /// `features + 1` offsets into `groups` and `counts`.
  private var offsets: [UInt32] = [0]
  /// By first event within a feature.
  private var groups: [UInt32] = []
  private var counts: [UInt32] = []
  /// g_f of each feature: exp of the entropy −Σ (c / s) ln(c / s) of its s events over groups, which is
  /// s · exp(−Σ c ln c / s).
  private(set) var spreads: [Float] = []

  private func range(of feature: Int) -> Range<Int> {
    Int(offsets[feature])..<Int(offsets[feature + 1])
  }

  init(_ features: EventFeatures, _ order: GroupOrder, threads: Int) {
    let pieces = mapWorkers(threads) { worker in
      GroupCounts(
        features, order, of: evenShare(of: features.postingOffsets, worker, among: threads))
    }
    self = pieces[0]
    for piece in pieces.dropFirst() {
      let start = UInt32(groups.count)
      offsets.append(contentsOf: piece.offsets.dropFirst().lazy.map { $0 + start })
      groups.append(contentsOf: piece.groups)
      counts.append(contentsOf: piece.counts)
      spreads.append(contentsOf: piece.spreads)
    }
  }

  private init(_ features: EventFeatures, _ order: GroupOrder, of range: Range<Int>) {
    // The place of each group in the row that is made; where it is not in it, at one before the row.
    var places = [Int32](repeating: -1, count: order.count)
    for feature in range {
      let start = groups.count
      for event in features.postings[features.postingRange(of: feature)] {
        let group = order.groups[Int(event)]
        if Int(places[Int(group)]) < start {
          places[Int(group)] = Int32(groups.count)
          groups.append(group)
          counts.append(0)
        }
        counts[Int(places[Int(group)])] += 1
      }
      let events = Double(features.postingRange(of: feature).count)
      var sum = 0.0
      for count in counts[start...] where count > 1 { sum += Double(count) * log(Double(count)) }
      spreads.append(Float(events * exp(-sum / events)))
      offsets.append(UInt32(groups.count))
    }
  }

  /// The same by group, features ascending.
  func byGroup(_ count: Int) -> (offsets: [UInt32], items: [UInt32], counts: [UInt32]) {
    var bounds = [UInt32](repeating: 0, count: count + 1)
    for group in groups { bounds[Int(group) + 1] += 1 }
    for k in 0..<count { bounds[k + 1] += bounds[k] }
    var next = bounds
    var items = [UInt32](repeating: 0, count: groups.count)
    var values = items
    for feature in 0..<offsets.count - 1 {
      for k in range(of: feature) {
        let place = Int(next[Int(groups[k])])
        items[place] = UInt32(feature)
        values[place] = counts[k]
        next[Int(groups[k])] += 1
      }
    }
    return (bounds, items, values)
  }
}
