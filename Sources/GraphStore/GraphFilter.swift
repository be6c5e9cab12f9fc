public import EventGraph

/// Which nodes and relationships a question asks for.
public struct GraphFilter: Sendable {
  /// Kinds of nodes, all where empty. Nodes of other kinds are walked through, not listed.
  public var kinds: Set<NodeKind>
  /// Relations to follow, all where empty.
  public var relations: Set<Relation>
  /// Dated nodes must touch this time; nodes without a date pass.
  public var since: PartialDate?
  public var until: PartialDate?

  public init(
    kinds: Set<NodeKind> = [], relations: Set<Relation> = [], since: PartialDate? = nil,
    until: PartialDate? = nil
  ) {
    self.kinds = kinds
    self.relations = relations
    self.since = since
    self.until = until
  }

  public func passes(_ relation: Relation) -> Bool {
    relations.isEmpty || relations.contains(relation)
  }

  public func passes(kind: NodeKind, date: PartialDate?) -> Bool {
    guard kinds.isEmpty || kinds.contains(kind) else { return false }
    guard let date else { return true }
    if let since, date.lastEpochDay < since.firstEpochDay { return false }
    if let until, date.firstEpochDay > until.lastEpochDay { return false }
    return true
  }
}
