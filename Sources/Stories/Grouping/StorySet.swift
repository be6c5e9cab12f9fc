public import EventGraph
internal import FileIO

/// The stories of a graph, and why events belong together.
///
/// A pure function of the graph and the settings: the order in which its documents were read, the number
/// of threads and the process change nothing.
public struct StorySet: Sendable {
  /// By first day, then by id.
  public private(set) var stories: [Story]
  /// Events that belong to no story, by date, then id.
  public let alone: [NodeIndex]
  /// What the events share; nil where the stories were read from a graph without that being asked for.
  let relations: EventRelations?
  /// The place in `stories` of each node's story; −1 without one.
  private var storyOfNode: [Int32]

  /// - Parameters:
  ///   - resolution: γ > 0: the mean likeness (0 … 1) that the parts of a story must have. Nil takes the
  ///     default.
  ///   - earlier: Stories of an earlier listing, which are kept where little is new since then; `keepIDs`
  ///     then gives them their ids.
  ///   - threads: Any number gives the same; nil takes one a core.
  public init(
    of graph: KnowledgeGraph, resolution: Double? = nil, earlier: [ListedStory] = [],
    threads: Int? = nil
  ) {
    var settings = StorySettings()
    settings.threads = threads ?? availableCores
    if let resolution { settings.resolution = resolution }
    self.init(of: graph, settings, earlier: earlier)
  }

  package init(
    of graph: KnowledgeGraph, _ settings: StorySettings, earlier: [ListedStory] = []
  ) {
    let grouping = StoryGrouping(graph, settings, earlier: earlier)
    var builder = StoryBuilder(graph, grouping)
    let built = builder.build()
    self.init(
      stories: built.stories, alone: built.alone, grouping.relations,
      nodeCount: graph.nodes.count)
  }

  init(
    stories: [Story], alone: [NodeIndex], _ relations: EventRelations?, nodeCount: Int
  ) {
    self.stories = stories
    self.alone = alone
    self.relations = relations
    storyOfNode = [Int32](repeating: -1, count: nodeCount)
    number()
  }

  private mutating func number() {
    for (k, story) in stories.enumerated() {
      for member in story.members { storyOfNode[member.event.position] = Int32(k) }
    }
  }

  /// The place in `stories` of the story that the event belongs to.
  public func story(of event: NodeIndex) -> Int? {
    let place = storyOfNode[event.position]
    return place < 0 ? nil : Int(place)
  }

  /// The place in `stories` of the story with this id.
  public func story(id: String) -> Int? { stories.firstIndex { $0.id == id } }

  /// Gives the stories other ids, one for each, all different.
  mutating func rename(_ ids: [String]) {
    precondition(ids.count == stories.count && Set(ids).count == ids.count)
    for k in stories.indices { stories[k].id = ids[k] }
    stories.sort {
      ($0.first?.firstEpochDay ?? .max, $0.id) < ($1.first?.firstEpochDay ?? .max, $1.id)
    }
    number()
  }
}
