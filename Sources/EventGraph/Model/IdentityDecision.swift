/// Whether two names are one thing, or two pages one event: what was decided, by which rule, and how
/// sure it is.
public struct IdentityDecision: Equatable, Sendable {
  public enum Subject: String, CaseIterable, Sendable { case event, entity }

  public var subject: Subject
  /// Page paths of events, names of entities; in byte order.
  public var first: String
  public var second: String
  /// Whether the two are one node.
  public var isSame: Bool
  /// The rule's stable name: `wording.sameDay`, `name.letterCase`, `override` …
  public var rule: String
  /// 0.5 … 1: how sure the decision is, whichever way it went.
  public var confidence: Double
  /// What it rests on, for people: "words 0.74, names apart 0.00 …".
  public var evidence: String

  public init(
    subject: Subject, first: String, second: String, isSame: Bool, rule: String,
    confidence: Double, evidence: String
  ) {
    self.subject = subject
    self.first = first
    self.second = second
    self.isSame = isSame
    self.rule = rule
    self.confidence = confidence
    self.evidence = evidence
  }
}

extension IdentityDecision {
  /// The rule of a label that links give several entities and that is open in some events.
  public static let ambiguousLabel = "label.ambiguous"
}

extension IdentityDecision: Comparable {
  /// Doubtful first; then by what it is about.
  public static func < (a: Self, b: Self) -> Bool {
    if a.confidence != b.confidence { return a.confidence < b.confidence }
    if a.subject != b.subject { return a.subject.rawValue < b.subject.rawValue }
    if a.first != b.first { return a.first.utf8.lexicographicallyPrecedes(b.first.utf8) }
    if a.second != b.second { return a.second.utf8.lexicographicallyPrecedes(b.second.utf8) }
    return a.rule.utf8.lexicographicallyPrecedes(b.rule.utf8)
  }
}
