public import EventGraph

/// What a diagram shows of a graph around one node, and what it leaves out: items, the lines
/// between them, and the words of its title and caption.
///
/// Pure and total: equal graphs and options give equal plans, any node may be the center, and no
/// size of graph makes a plan larger than its budget.
public struct DiagramPlan: Equatable, Sendable {
  public struct Options: Equatable, Sendable {
    public static let depthRange = 1...4
    public static let budgetRange = 2...200

    /// Steps from the center along `relatedTo`; 1 shows what the center itself is tied to.
    public var depth: Int
    /// The most items shown, the center included.
    public var budget: Int

    /// Values outside `depthRange` and `budgetRange` are taken to the nearest that is inside.
    public init(depth: Int = 1, budget: Int = 40) {
      self.depth = min(max(depth, Self.depthRange.lowerBound), Self.depthRange.upperBound)
      self.budget = min(max(budget, Self.budgetRange.lowerBound), Self.budgetRange.upperBound)
    }
  }

  /// One thing drawn.
  public struct Item: Equatable, Sendable {
    public var node: NodeIndex
    /// The node's id in the graph.
    public var id: String
    public var kind: NodeKind
    /// The whole name, without unprintable characters; the id where the graph has no name.
    public var name: String
    public var date: PartialDate?
    /// A source's publisher, empty where unknown.
    public var publisher: String
    /// Something to open, `http` or `https` only.
    public var url: String?
    /// How many of the shown events it is tied to; for events, 0.
    public var sharedBy: Int
  }

  /// One line drawn between two items: every relation between them, in both directions.
  public struct Link: Equatable, Sendable {
    /// Positions in `items`, `from < to`.
    public var from: Int
    public var to: Int
    /// Sorted; parallel relations share one line.
    public var relations: [Relation]
    /// What the relations say, a line each, for the tooltip.
    public var statements: [String]
    public var weight: Double
    /// Pieces of evidence behind all relations.
    public var evidenceCount: Int

    /// Whether the line touches the center; others are drawn thin.
    public var touchesCenter: Bool { from == 0 }
  }

  /// How much of one group is shown.
  public struct Share: Equatable, Sendable {
    public var shown: Int
    public var total: Int
  }

  /// The center first, then events by date, then actors, places and contexts with the most shared
  /// first, then sources.
  public var items: [Item]
  /// Sorted by `from`, then `to`.
  public var links: [Link]
  public var events: Share
  public var entities: Share
  public var sources: Share
  public var statements: Share
  /// Thin lines; more of them than the eye can follow are left out, weakest first.
  public var thinLinks: Share
  /// How many relationships away from the center the nodes may be.
  public var depth: Int

  public var center: Item { items[0] }

  /// - Complexity: O(edges of the center and of the events next to it).
  public init(graph: KnowledgeGraph, center: NodeIndex, options: Options = Options()) {
    let selection = Selection(graph: graph, center: center, options: options)
    let items = selection.items()
    let all = Self.links(of: graph, among: items)
    let links = Self.thinned(all, items: items)
    depth = max(1, options.depth)
    self.items = items
    self.links = links
    events = selection.eventShare
    entities = selection.entityShare
    sources = selection.sourceShare
    statements = selection.statementShare
    thinLinks = Share(
      shown: links.count { !$0.touchesCenter }, total: all.count { !$0.touchesCenter })
  }
}
