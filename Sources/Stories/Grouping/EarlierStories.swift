internal import EventGraph

/// Keeps stories as an earlier listing has them, where little is new: a day's news moves a few weights, and
/// what was one story should not fall apart by that, nor two become one.
struct EarlierStories: Sendable {
  /// The earlier story of each event number; nil for what no story had.
  private var storyOfEvent: [UInt32?]
  /// The last day that the listing knows.
  private var lastDay: Int32

  /// A group is taken as it is where this share of it is new since the listing.
  private static let newShare = 0.1

  init(_ listed: [ListedStory], _ graph: KnowledgeGraph, _ features: EventFeatures) {
    storyOfEvent = [UInt32?](repeating: nil, count: features.events.count)
    lastDay = .min
    for (story, list) in listed.enumerated() {
      for id in list.events {
        guard let node = graph.node(id: id) else { continue }
        let event = Int(features.numbers[node.position])
        guard event < features.events.count else { continue }
        storyOfEvent[event] = UInt32(story)
        if features.lastDays[event] != EventFeatures.noDay {
          lastDay = max(lastDay, features.lastDays[event])
        }
      }
    }
  }

  /// The groups, with those that are hardly new put back to what they were.
  func settled(_ groups: Partition, _ features: EventFeatures, _ pairs: RelatedPairs) -> [UInt32] {
    var labels = groups.labels
    let count = UInt32(groups.count)
    for members in groups.members {
      let new = members.count {
        storyOfEvent[Int($0)] == nil && features.firstDays[Int($0)] > lastDay
      }
      if Double(new) >= Self.newShare * Double(members.count) { continue }
      for member in members {
        let event = Int(member)
        if let story = storyOfEvent[event] {
          labels[event] = count + story
        } else if let story = nearestStory(to: event, within: groups.labels[event], groups, pairs) {
          labels[event] = count + story
        }
      }
    }
    return labels
  }

  /// The earlier story that an event's nearest others within its group belong to.
  private func nearestStory(
    to event: Int, within group: UInt32, _ groups: Partition, _ pairs: RelatedPairs
  ) -> UInt32? {
    var scores: [UInt32: Float] = [:]
    for neighbor in pairs.neighbors[pairs.range(of: event)]
    where groups.labels[Int(neighbor.event)] == group {
      if let story = storyOfEvent[Int(neighbor.event)] {
        scores[story, default: 0] += neighbor.score
      }
    }
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
