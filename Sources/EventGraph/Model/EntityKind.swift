/// What an entity is, finer than its node's kind.
///
/// The raw value is the form in the store; `name` is the form in every file and on the command
/// line. `Node.kind` is the view of it that the relationships speak of.
public enum EntityKind: UInt8, CaseIterable, Comparable, Sendable {
  case person, organization, group, state, place, situation, work, role, concept

  /// The word used in exports, in JSON and for `--kind`.
  public var name: String {
    switch self {
    case .person: "person"
    case .organization: "organization"
    case .group: "group"
    case .state: "state"
    case .place: "place"
    case .situation: "situation"
    case .work: "work"
    case .role: "role"
    case .concept: "concept"
    }
  }

  public init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  /// Who acts, where, or what an event belongs to.
  public var nodeKind: NodeKind {
    switch self {
    case .person, .organization, .group, .state: .actor
    case .place: .place
    case .situation, .work, .role, .concept: .context
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
