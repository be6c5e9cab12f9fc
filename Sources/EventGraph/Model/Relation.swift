/// What a relationship says; each has one direction, given with its case.
public enum Relation: UInt8, CaseIterable, Comparable, Sendable {
  /// event → actor
  case involves
  /// event → context, as the archive lists it. The target may be of any kind: the archive lists
  /// states and places among its contexts too.
  case hasContext
  /// event → place
  case takesPlaceIn
  /// event → context, where the archive files the event under a happening or nests it under a
  /// topic; context → context, where a topic is nested under another
  case partOf
  /// event → source
  case reportedBy
  /// source or article → publisher
  case publishedBy
  /// event → event, asserted by the archive, with its rank
  case relatedTo
  /// article → actor, place, context
  case mentions
  /// article → event that it tells of
  case covers
  /// article → statement
  case quotes
  /// statement → actor, as its speaker
  case saidBy
  /// event → story, event → episode; computed. The weight is how strongly the event belongs, from 0 to 1;
  /// the rank its place among the story's key events
  case memberOf
  /// event → event that shares much with it; computed, meant both ways and kept once, from the event that
  /// the graph lists first. The weight is the score, and each piece of evidence has its share of that
  case similarTo
  /// event → event that comes next in the same story; computed
  case precedes

  /// The word used in exports, in JSON and for `--relation`.
  public var name: String {
    switch self {
    case .involves: "involves"
    case .hasContext: "hasContext"
    case .takesPlaceIn: "takesPlaceIn"
    case .partOf: "partOf"
    case .reportedBy: "reportedBy"
    case .publishedBy: "publishedBy"
    case .relatedTo: "relatedTo"
    case .memberOf: "memberOf"
    case .similarTo: "similarTo"
    case .precedes: "precedes"
    case .mentions: "mentions"
    case .covers: "covers"
    case .quotes: "quotes"
    case .saidBy: "saidBy"
    }
  }

  /// Whether weft concluded the relationship from what the documents say, which do not say it themselves.
  public var isComputed: Bool { self >= .memberOf }

  public init?(name: String) {
    guard let relation = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = relation
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The part that the target plays in the event: a property of the relationship, not of the node.
public enum Role: UInt8, CaseIterable, Comparable, Sendable {
  case none, agent, target, speaker, mentioned, place, context

  /// The word used in exports and in JSON; nil for `none`.
  public var name: String? {
    switch self {
    case .none: nil
    case .agent: "agent"
    case .target: "target"
    case .speaker: "speaker"
    case .mentioned: "mentioned"
    case .place: "place"
    case .context: "context"
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
