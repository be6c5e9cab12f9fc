internal import FileIO
internal import Glibc

/// Gives events to the large story that they are most like, where one is near enough: those of small groups, and
/// those of a large one that have more in common with another.
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
      let scores = WeightSums(profiles.groupCount)
      return share(features.events.count, of: worker, among: settings.threads).map { event in
        nearest(to: event, postings, scores) ?? profiles.groups[event]
      }
    }
    return pieces.flatMap { $0 }
  }

  private struct Posting: Sendable {
    var group: UInt32
    var value: Float
  }

  /// Postings of the groups that may be joined, by feature.
  private struct Index: Sendable {
    /// `features + 1` offsets into `postings`.
    var offsets: [UInt32]
    var postings: [Posting]
  }

  private func largeGroups() -> Index {
    let large = (0..<profiles.groupCount).filter {
      profiles.sizes[$0] > UInt32(settings.looseEvents)
    }
    var offsets = [UInt32](repeating: 0, count: features.featureCount + 1)
    for group in large {
      for k in profiles.range(of: group) { offsets[Int(profiles.items[k]) + 1] += 1 }
    }
    for k in 0..<features.featureCount { offsets[k + 1] += offsets[k] }
    var next = offsets
    var postings = [Posting](
      repeating: Posting(group: 0, value: 0), count: Int(offsets.last ?? 0))
    for group in large {
      for k in profiles.range(of: group) {
        let feature = Int(profiles.items[k])
        postings[Int(next[feature])] = Posting(group: UInt32(group), value: profiles.values[k])
        next[feature] += 1
      }
    }
    return Index(offsets: offsets, postings: postings)
  }

  private func nearest(
    to event: Int, _ index: Index, _ scores: borrowing WeightSums
  ) -> UInt32? {
    var touched = 0
    var norm: Float = 0
    let postings = index.postings.span
    for k in features.range(of: event) {
      let feature = Int(features.items[k])
      let value = profiles.weights[feature]
      norm += value * value
      for place in Int(index.offsets[feature])..<Int(index.offsets[feature + 1]) {
        let posting = postings[unchecked: place]
        scores.add(value * posting.value, to: posting.group, &touched)
      }
    }
    let least = settings.looseScore * norm.squareRoot()
    var best: (group: UInt32, score: Float)?
    for k in 0..<touched {
      let group = scores.touched[k]
      let shared = scores.remove(group)
      if shared < least { continue }
      let score = shared * fading(event, Int(group))
      if score < least { continue }
      if best.map({ score > $0.score || (score == $0.score && group < $0.group) }) ?? true {
        best = (group, score)
      }
    }
    return best?.group
  }

  private func fading(_ event: Int, _ group: Int) -> Float {
    let day = features.firstDays[event]
    guard day != EventFeatures.noDay, profiles.firstDays[group] != EventFeatures.noDay else {
      return StorySettings.undatedFading
    }
    let gap = max(0, max(profiles.firstDays[group] - day, day - profiles.lastDays[group]))
    return Float(exp(-Double(gap) / (2 * settings.gapDays)))
  }
}
