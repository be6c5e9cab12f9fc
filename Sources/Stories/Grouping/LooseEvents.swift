internal import FileIO
internal import Glibc

/// Gives the events of small groups to the story that they are most like, where one is near enough.
struct LooseEvents {
  private let features: EventFeatures
  private let profiles: GroupProfiles
  private let settings: StorySettings

  init(_ features: EventFeatures, _ profiles: GroupProfiles, _ settings: StorySettings) {
    self.features = features
    self.profiles = profiles
    self.settings = settings
  }

  /// The group of every event, then.
  func assigned() -> [UInt32] {
    let postings = largeGroups()
    let pieces = mapWorkers(settings.threads) { worker in
      var scores = [Float](repeating: 0, count: profiles.groupCount)
      return share(features.events.count, of: worker, among: settings.threads).map { event in
        let own = profiles.groups[event]
        if profiles.sizes[Int(own)] > UInt32(settings.looseEvents) { return own }
        return nearest(to: event, postings, &scores) ?? own
      }
    }
    return pieces.flatMap { $0 }
  }

  private struct Posting: Sendable {
    var group: UInt32
    var value: Float
  }

  /// The features of the groups that may be joined, by feature.
  private func largeGroups() -> [[Posting]] {
    var lists = [[Posting]](repeating: [], count: features.featureCount)
    for group in 0..<profiles.groupCount where profiles.sizes[group] > UInt32(settings.looseEvents) {
      for k in profiles.range(of: group) {
        lists[Int(profiles.items[k])].append(
          Posting(group: UInt32(group), value: profiles.values[k]))
      }
    }
    return lists
  }

  private func nearest(
    to event: Int, _ postings: [[Posting]], _ scores: inout [Float]
  ) -> UInt32? {
    var touched: [UInt32] = []
    var norm: Float = 0
    for k in features.range(of: event) {
      let feature = Int(features.items[k])
      let value = profiles.weights[feature]
      norm += value * value
      for posting in postings[feature] {
        if scores[Int(posting.group)] == 0 { touched.append(posting.group) }
        scores[Int(posting.group)] += value * posting.value
      }
    }
    var best: (group: UInt32, score: Float)?
    for group in touched.sorted() {
      let cosine = scores[Int(group)] / max(norm.squareRoot(), .leastNormalMagnitude)
      scores[Int(group)] = 0
      let score = cosine * fading(event, Int(group))
      if score >= settings.looseScore, score > best?.score ?? 0 { best = (group, score) }
    }
    return best?.group
  }

  private func fading(_ event: Int, _ group: Int) -> Float {
    let day = features.firstDays[event]
    guard day != EventFeatures.noDay, profiles.firstDays[group] != EventFeatures.noDay else {
      return 0
    }
    let gap = max(0, max(profiles.firstDays[group] - day, day - profiles.lastDays[group]))
    return Float(exp(-Double(gap) / (2 * settings.gapDays)))
  }
}
