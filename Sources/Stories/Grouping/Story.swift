public import EventGraph

/// Events that belong together.
public struct Story: Equatable, Sendable {
  /// `story_` and the id of its first core event: readable, and kept while that event leads it.
  public var id: String
  /// What sets the story apart: its topic, or its most telling contexts, actors and places.
  public var label: String
  /// The first day that a member's date covers; nil where no member has a date.
  public var first: PartialDate?
  public var last: PartialDate?
  /// By date, then id; two or more.
  public var members: [StoryMember]
  /// By their first events.
  public var episodes: [Episode]
  /// The most telling of each kind, at most five, the most telling first.
  public var actors: [NodeIndex]
  public var places: [NodeIndex]
  public var contexts: [NodeIndex]
  /// The first, the most central, and the first of each burst, by date; at most ten.
  public var keyEvents: [NodeIndex]
}

/// An event of a story.
public struct StoryMember: Equatable, Sendable {
  public var event: NodeIndex
  /// 0 … 1: the cosine between what the event and what the story is about.
  public var strength: Float
  /// The place of its episode in the story's `episodes`.
  public var episode: Int
}

/// Events of a story that are close in time and matter.
public struct Episode: Equatable, Sendable {
  public var label: String
  public var first: PartialDate?
  public var last: PartialDate?
  public var size: Int
}
