internal import FileIO
internal import Glibc

/// What groups of events are about, and how like two groups are.
///
/// A group's profile is √count of each feature among its events times √a_k · ln(G / g_f), where G is the
/// number of groups and g_f how many of them the feature is spread over: exp of the entropy of its events
/// over groups. So a country whose every report belongs to one war says much, however often it is named,
/// and one that stands in a hundred unrelated groups says little. As groups join, what holds them together
/// weighs more.
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
  /// √a_k · ln(G / g_f) of each feature.
  let weights: [Float]
  /// g_f
  let spreads: [Float]

  init(_ features: EventFeatures, _ partition: [UInt32], _ settings: StorySettings) {
    let order = GroupOrder(features, partition)
    groups = order.groups
    groupCount = order.count
    sizes = order.sizes
    firstDays = order.firstDays
    lastDays = order.lastDays
    let table = GroupCounts(features, order)
    let total = Float(order.count)
    var weights = [Float](repeating: 0, count: features.featureCount)
    var spreads = weights
    for feature in weights.indices {
      var entropy = 0.0
      let sum = Double(features.postingRange(of: feature).count)
      for k in table.range(of: feature) {
        let share = Double(table.counts[k]) / sum
        entropy -= share * log(share)
      }
      spreads[feature] = Float(exp(entropy))
      weights[feature] =
        settings.groupWeights[features.kinds[feature]].squareRoot()
        * max(0, log(total / spreads[feature]))
    }
    let rows = table.byGroup(order.count)
    var kept = ProfileRows(settings.profileLimit)
    for group in 0..<order.count {
      let range = Int(rows.offsets[group])..<Int(rows.offsets[group + 1])
      kept.append(
        rows.items[range],
        range.map { Float(rows.counts[$0]).squareRoot() * weights[Int(rows.items[$0])] })
    }
    self.weights = weights
    self.spreads = spreads
    offsets = kept.offsets
    items = kept.items
    values = kept.values
  }

  func range(of group: Int) -> Range<Int> { Int(offsets[group])..<Int(offsets[group + 1]) }
}

/// Profiles in rows, each cut to its most telling features: a war's thousands of single words add nothing
/// but time.
private struct ProfileRows {
  var offsets: [UInt32] = [0]
  var items: [UInt32] = []
  var values: [Float] = []
  private let limit: Int

  init(_ limit: Int) { self.limit = limit }

  mutating func append(_ features: ArraySlice<UInt32>, _ raw: [Float]) {
    let least = raw.count > limit ? raw.sorted(by: >)[limit - 1] : 0
    let norm = raw.reduce(0) { $1 >= least ? $0 + $1 * $1 : $0 }.squareRoot()
    for (feature, value) in zip(features, raw) where value >= least && value > 0 {
      items.append(feature)
      values.append(value / norm)
    }
    offsets.append(UInt32(items.count))
  }
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
    let order = first.indices.sorted {
      (Int(first[$0]) + Int(last[$0]), $0) < (Int(first[$1]) + Int(last[$1]), $1)
    }
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (number, group) in order.enumerated() { numbers[group] = UInt32(number) }
    groups = partition.labels.map { numbers[Int($0)] }
    count = order.count
    self.sizes = order.map { sizes[$0] }
    firstDays = order.map { first[$0] }
    lastDays = order.map { last[$0] }
  }
}

/// How many events of each group have each feature.
struct GroupCounts {
  /// `features + 1` offsets into `groups` and `counts`.
  private let offsets: [UInt32]
  /// Ascending within a feature.
  private let groups: [UInt32]
  let counts: [UInt32]

  func range(of feature: Int) -> Range<Int> { Int(offsets[feature])..<Int(offsets[feature + 1]) }

  init(_ features: EventFeatures, _ order: GroupOrder) {
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(features.featureCount + 1)
    var groups: [UInt32] = []
    var counts: [UInt32] = []
    groups.reserveCapacity(features.postings.count)
    counts.reserveCapacity(features.postings.count)
    var count = [UInt32](repeating: 0, count: order.count)
    var touched: [UInt32] = []
    for feature in 0..<features.featureCount {
      for k in features.postingRange(of: feature) {
        let group = order.groups[Int(features.postings[k])]
        if count[Int(group)] == 0 { touched.append(group) }
        count[Int(group)] += 1
      }
      touched.sort()
      for group in touched {
        groups.append(group)
        counts.append(count[Int(group)])
        count[Int(group)] = 0
      }
      touched.removeAll(keepingCapacity: true)
      offsets.append(UInt32(groups.count))
    }
    self.offsets = offsets
    self.groups = groups
    self.counts = counts
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
