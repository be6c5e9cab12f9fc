/// What two events may share.
public enum FeatureKind: UInt8, CaseIterable, Sendable {
  /// A happening or topic that the archive files them under.
  case topic
  /// An actor, place or context.
  case entity
  /// A context whose label begins with a small letter: what kind of thing happened.
  case concept
  /// A word that is mostly written with a capital: part of a name.
  case name
  /// Any other word.
  case word
  /// A published item that both cite.
  case source

  public var name: String {
    switch self {
    case .topic: "topic"
    case .entity: "entity"
    case .concept: "concept"
    case .name: "name"
    case .word: "word"
    case .source: "source"
    }
  }
}
