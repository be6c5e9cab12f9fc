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
  /// Doubtful first; then by what it is about. Of two that differ in a byte, one is less.
  public static func < (a: Self, b: Self) -> Bool {
    if a.confidence != b.confidence { return a.confidence < b.confidence }
    if a.subject != b.subject { return a.subject.rawValue < b.subject.rawValue }
    if let isLess = isLess(a.first, b.first) { return isLess }
    if let isLess = isLess(a.second, b.second) { return isLess }
    if let isLess = isLess(a.rule, b.rule) { return isLess }
    if a.isSame != b.isSame { return b.isSame }
    return isLess(a.evidence, b.evidence) ?? false
  }

  /// Nil for the same bytes; equal strings may have others.
  private static func isLess(_ a: String, _ b: String) -> Bool? {
    if a.utf8.elementsEqual(b.utf8) { return nil }
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
