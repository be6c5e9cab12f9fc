/// What became of stories between two listings.
public struct StoryLineage: Equatable, Sendable {
  public enum Change: String, Sendable {
    /// None of its events was in a story before.
    case born
    case unchanged, grew, shrank
    /// Two stories or more are one now.
    case merged
    /// One of the parts of a story.
    case split
    /// Its events are in no story any more, or gone.
    case ended
  }

  public var id: String
  public var change: Change
  /// The stories that its events were in before, the most events first; for `ended`, empty.
  public var from: [String]
  /// Events then, and now.
  public var sizeBefore: Int
  public var size: Int
}

/// A story as it was listed before: its id and its events' ids.
public struct ListedStory: Equatable, Sendable {
  public var id: String
  public var events: [String]

  public init(id: String, events: [String]) {
    self.id = id
    self.events = events
  }
}

extension StorySet {
  /// Keeps the ids of an older listing: each old story's id goes to the story that holds most of its events,
  /// if that holds no more of another's.
  ///
  /// - Parameters:
  ///   - eventIDs: The id of each member, to compare by.
  /// - Returns: What became of every old story, and of every new one; by id.
  public mutating func keepIDs(
    of old: [ListedStory], eventID: (Story, StoryMember) -> String
  ) -> [StoryLineage] {
    var oldOfEvent: [String: Int] = [:]
    for (k, story) in old.enumerated() { for event in story.events { oldOfEvent[event] = k } }
    var overlaps: [(old: Int, new: Int, count: Int)] = []
    for (k, story) in stories.enumerated() {
      var counts: [Int: Int] = [:]
      for member in story.members {
        if let before = oldOfEvent[eventID(story, member)] { counts[before, default: 0] += 1 }
      }
      for (before, count) in counts { overlaps.append((before, k, count)) }
    }
    overlaps.sort {
      $0.count != $1.count
        ? $0.count > $1.count
        : (old[$0.old].id, stories[$0.new].id) < (old[$1.old].id, stories[$1.new].id)
    }
    var ids = [String?](repeating: nil, count: stories.count)
    // A listing that was put together by hand may hold one id twice.
    var taken: Set<String> = []
    for overlap in overlaps
    where ids[overlap.new] == nil && taken.insert(old[overlap.old].id).inserted {
      ids[overlap.new] = old[overlap.old].id
    }
    let final = distinct(ids, old: Set(old.map(\.id)))
    let lineage = lineage(old, overlaps, final)
    rename(final)
    return lineage
  }

  /// Own ids for stories that keep none; where an old story has that id, with a number behind.
  private func distinct(_ kept: [String?], old: Set<String>) -> [String] {
    var used = old
    return zip(kept, stories).map { id, story in
      if let id { return id }
      var own = story.id
      var number = 2
      while used.contains(own) {
        own = "\(story.id)_\(number)"
        number += 1
      }
      used.insert(own)
      return own
    }
  }

  private func lineage(
    _ old: [ListedStory], _ overlaps: [(old: Int, new: Int, count: Int)], _ ids: [String]
  ) -> [StoryLineage] {
    // The old stories of each new one, the most events first.
    var sources = [[(old: Int, count: Int)]](repeating: [], count: stories.count)
    var isContinued = [Bool](repeating: false, count: old.count)
    for overlap in overlaps {
      sources[overlap.new].append((overlap.old, overlap.count))
      isContinued[overlap.old] = true
    }
    var entries: [StoryLineage] = []
    for (k, story) in stories.enumerated() {
      // A few events that went elsewhere neither merge nor split a story.
      let from = sources[k].filter {
        $0.count * 4 >= min(old[$0.old].events.count, story.members.count)
      }.map(\.old)
      let before = from.first.map { old[$0].events.count } ?? 0
      let now = story.members.count
      let change: StoryLineage.Change =
        if from.isEmpty {
          .born
        } else if from.count > 1 {
          .merged
        } else if ids[k] != old[from[0]].id {
          .split
        } else if now != before {
          now > before ? .grew : .shrank
        } else {
          .unchanged
        }
      entries.append(
        StoryLineage(
          id: ids[k], change: change, from: from.map { old[$0].id }, sizeBefore: before, size: now))
    }
    for (k, story) in old.enumerated() where !isContinued[k] {
      entries.append(
        StoryLineage(
          id: story.id, change: .ended, from: [], sizeBefore: story.events.count, size: 0))
    }
    return entries.sorted { $0.id < $1.id }
  }
}
