/// What a node is. A property of the node that later evidence may correct; the node's id does not
/// depend on it.
///
/// The raw value is the form in the store; `name` is the form in every file and on the command
/// line.
public enum NodeKind: UInt8, CaseIterable, Comparable, Sendable {
  case event, actor, place, context, source, publisher
  /// A news text that was read as a document. Its own kind, because a source is only known by its
  /// address; an article whose address events cite is one node for both.
  case article
  /// What somebody said, as an article quotes it.
  case statement
  /// Events that belong together, and a part of such that is close in time and matter: computed, not read.
  case story, episode

  package static let groups = 0...3
  /// The group of what events and sources name.
  package static let entityGroup = 2

  /// Where a graph lists nodes of the kind: events, then sources and articles, then what these name, then
  /// what was computed from all of them.
  package var group: Int {
    switch self {
    case .event: 0
    case .source, .article: 1
    case .actor, .place, .context, .publisher, .statement: 2
    case .story, .episode: 3
    }
  }

  /// Whether weft made the node, where all others are named by a document.
  public var isComputed: Bool { self == .story || self == .episode }

  /// The word used in exports, in JSON and for `--kind`.
  public var name: String {
    switch self {
    case .event: "event"
    case .actor: "actor"
    case .place: "place"
    case .context: "context"
    case .source: "source"
    case .publisher: "publisher"
    case .article: "article"
    case .story: "story"
    case .episode: "episode"
    case .statement: "statement"
    }
  }

  public init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
