/// One node's row: its id, its kind and what is known of it. Strings are indices into the graph's
/// string table, empty where unknown.
public struct Node: Equatable, Sendable {
  public var id: StringIndex
  public var kind: NodeKind
  /// An event's title, an entity's canonical name, a source's URL, a publisher's name, an article's
  /// headline, a statement's words.
  public var name: StringIndex
  /// Other names of an entity, sorted, one a line.
  public var aliases: StringIndex
  /// An event's date, an article's of publication, also its statements'; nil where none is known or the node has none.
  public var date: PartialDate?
  /// What the archive says below an event's title; who says a statement, as the article writes it.
  public var summary: StringIndex
  /// A source's or article's URL; an event's first page path.
  public var address: StringIndex
  /// URL of the event's or article's picture.
  public var image: StringIndex
  /// The rule that gave the node its kind, in words.
  public var kindReason: StringIndex
  /// What an entity is, finer than `kind`; nil for other nodes.
  public var entityKind: EntityKind?
  /// How sure the entity's kind is, from 0 to 1, by the model that gave it; 1 for other nodes.
  public var kindConfidence: Float
  /// How many documents were read that tell of the node: 0 for an event that is only pointed at.
  public var documentCount: UInt32

  public init(
    id: StringIndex, kind: NodeKind, name: StringIndex, aliases: StringIndex = .empty,
    date: PartialDate? = nil, summary: StringIndex = .empty, address: StringIndex = .empty,
    image: StringIndex = .empty, kindReason: StringIndex = .empty, entityKind: EntityKind? = nil,
    kindConfidence: Float = 1, documentCount: UInt32 = 0
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.date = date
    self.summary = summary
    self.address = address
    self.image = image
    self.kindReason = kindReason
    self.entityKind = entityKind
    self.kindConfidence = kindConfidence
    self.documentCount = documentCount
  }
}

/// One relationship's row. Parallel edges differ in relation or role.
public struct Edge: Equatable, Sendable {
  public var source: NodeIndex
  public var target: NodeIndex
  public var relation: Relation
  public var role: Role
  /// 1-based place in the archive's list, 0 where the relation has none.
  public var rank: UInt16
  /// ≥ 0. `relatedTo`: how many contexts the archive says the two share; `mentions`: how often;
  /// `covers`: how much of the event's sentence the article says, 0 … 1; else 1.
  public var weight: Float

  public init(
    source: NodeIndex, relation: Relation, target: NodeIndex, role: Role = .none,
    weight: Float = 1, rank: UInt16 = 0
  ) {
    self.source = source
    self.target = target
    self.relation = relation
    self.role = role
    self.rank = rank
    self.weight = weight
  }
}

/// A page of the archive that stands for an event.
public struct Page: Equatable, Sendable {
  public var event: NodeIndex
  /// `/news/2015/12/23/….md`
  public var path: StringIndex

  public init(event: NodeIndex, path: StringIndex) {
    self.event = event
    self.path = path
  }
}
