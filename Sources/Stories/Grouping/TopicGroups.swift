/// Groups to begin with: what the archive files under one topic, as long as it goes on.
///
/// An event of several topics goes with the rarest, which says most. A topic that rests for longer than
/// `topicGapDays` begins anew, since a heading such as "Election" stands over unrelated years. Events without
/// a topic keep their episode.
struct TopicGroups {
  let labels: [UInt32]

  init(_ features: EventFeatures, episodes: Partition, _ settings: StorySettings) {
    var labels = episodes.labels
    var next = UInt32(episodes.count)
    // The group of each topic and the last day of it so far; events come by date.
    var groups = [UInt32](repeating: .max, count: features.featureCount)
    var lastDays = [Int32](repeating: 0, count: features.featureCount)
    for event in features.events.indices {
      guard let topic = Self.topic(of: event, features) else { continue }
      let first = features.firstDays[event]
      let isResting =
        first != EventFeatures.noDay && lastDays[topic] != EventFeatures.noDay
        && Int(first) - Int(lastDays[topic]) > settings.topicGapDays
      if groups[topic] == .max || isResting {
        groups[topic] = next
        next += 1
      }
      lastDays[topic] = features.lastDays[event]
      labels[event] = groups[topic]
    }
    self.labels = labels
  }

  /// The event's topic that fewest events have; the first of several.
  private static func topic(of event: Int, _ features: EventFeatures) -> Int? {
    var best: Int?
    for k in features.range(of: event) {
      let feature = Int(features.items[k])
      guard features.kinds[feature] == .topic else { continue }
      let count = features.postingRange(of: feature).count
      if best.map({ count < features.postingRange(of: $0).count }) ?? true { best = feature }
    }
    return best
  }
}
