public import EventGraph

/// Which nodes and relationships a question asks for.
public struct GraphFilter: Sendable {
  /// Kinds of nodes, all where empty. Nodes of other kinds are walked through, not listed.
  public var kinds: Set<NodeKind>
  /// Kinds of entities, besides those.
  public var entityKinds: Set<EntityKind>
  /// Relations to follow, all where empty.
  public var relations: Set<Relation>
  /// Dated nodes must touch this time; nodes without a date pass.
  public var since: PartialDate?
  public var until: PartialDate?

  public init(
    kinds: Set<NodeKind> = [], entityKinds: Set<EntityKind> = [], relations: Set<Relation> = [],
    since: PartialDate? = nil, until: PartialDate? = nil
  ) {
    self.kinds = kinds
    self.entityKinds = entityKinds
    self.relations = relations
    self.since = since
    self.until = until
  }

  public func passes(_ relation: Relation) -> Bool {
    relations.isEmpty || relations.contains(relation)
  }

  public func passes(kind: NodeKind, _ entityKind: EntityKind? = nil, date: PartialDate?) -> Bool {
    let passesKind =
      kinds.isEmpty && entityKinds.isEmpty || kinds.contains(kind)
      || entityKind.map(entityKinds.contains) ?? false
    guard passesKind else { return false }
    guard let date else { return true }
    if let since, date.lastEpochDay < since.firstEpochDay { return false }
    if let until, date.firstEpochDay > until.lastEpochDay { return false }
    return true
  }
}
