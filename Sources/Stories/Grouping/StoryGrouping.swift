package import EventGraph
internal import FileIO

/// Groups events into episodes and episodes into stories.
///
/// 1. Events and their nearest others: Leiden with the constant Potts model gives episodes.
///    What the archive files under one topic is one group from the start.
/// 2. Groups and their likeness: Leiden again, γ being the mean likeness that a story's groups must have.
///    Then profiles are made anew and groups joined again, until nothing changes or `rounds` are done.
/// 3. Events go to the large story whose profile they are most like, where one is near enough.
package struct StoryGrouping: Sendable {
  let relations: EventRelations
  /// Of each event, dense from 0.
  package let episodes: Partition
  package let stories: Partition
  /// The stories' profiles; `profiles.groups` numbers them by time.
  let profiles: GroupProfiles

  /// - Parameter earlier: Stories to keep where little is new.
  package init(
    _ graph: KnowledgeGraph, _ settings: StorySettings, earlier: [ListedStory] = []
  ) {
    relations = EventRelations(graph, settings)
    let (features, pairs) = (relations.features, relations.pairs)
    episodes = Leiden(
      quality: .constantPotts, resolution: settings.episodeResolution, iterations: 2
    ).communities(of: pairs.graph())
    var labels = TopicGroups(features, episodes: episodes, settings).labels
    var idle: [Bool] = []
    for _ in 0..<settings.rounds {
      let joined = Self.join(labels, &idle, features, settings)
      if joined == labels { break }
      labels = joined
    }
    var profiles = GroupProfiles(features, labels, settings)
    labels = LooseEvents(features, profiles, settings).assigned()
    if !earlier.isEmpty {
      labels = EarlierStories(earlier, graph, features).settled(
        Partition(labels: labels), features, pairs)
    }
    stories = Partition(labels: labels)
    profiles = GroupProfiles(features, stories.labels, settings)
    self.profiles = profiles
  }

  package var features: EventFeatures { relations.features }

  /// Pairs of event numbers that are related, each once, with their scores.
  package var relatedEdges: [(source: UInt32, target: UInt32, score: Float)] {
    relations.pairs.edges()
  }

  /// One round: the groups' profiles, their likeness, and Leiden on it.
  ///
  /// A group that nothing is much like is left alone in later rounds: others that join change little of what its
  /// features weigh, and it is most of the events that are like none.
  ///
  /// - Parameter idle: Of each event, whether its group is one of those.
  private static func join(
    _ labels: [UInt32], _ idle: inout [Bool], _ features: EventFeatures,
    _ settings: StorySettings
  ) -> [UInt32] {
    let profiles = GroupProfiles(features, labels, idle: idle, settings)
    let likeness = GroupLikeness(
      profiles, featureCount: features.featureCount, settings
    ).graph()
    // Below the resolution, so that no group joins what is idle.
    let least = min(settings.idleLikeness, Float(settings.resolution))
    let isIdle = (0..<likeness.nodeCount).map { group in
      least > 0
        && !likeness.arcs[Int(likeness.offsets[group])..<Int(likeness.offsets[group + 1])].contains
        {
          $0.weight >= least
        }
    }
    idle = profiles.groups.map { isIdle[Int($0)] }
    let joined = Leiden(
      quality: .constantPotts, resolution: settings.resolution, iterations: 2
    ).communities(of: likeness)
    return Partition(labels: profiles.groups.map { joined.labels[Int($0)] }).labels
  }
}
