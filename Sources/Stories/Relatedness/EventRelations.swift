package import EventGraph

/// What every event of a graph is about, how much that says, and each event's nearest others.
package struct EventRelations: Sendable {
  package let features: EventFeatures
  let settings: StorySettings
  let weights: FeatureWeights
  let pairs: RelatedPairs

  package init(_ graph: KnowledgeGraph, _ settings: StorySettings) {
    self.settings = settings
    features = EventFeatures(graph, without: settings.without, threads: settings.threads)
    weights = FeatureWeights(features, settings)
    pairs = RelatedPairs(graph, features, weights, settings)
  }

  /// The event's number; nil for other nodes.
  func number(of node: NodeIndex) -> Int? {
    let number = Int(features.numbers[node.position])
    return number < features.events.count ? number : nil
  }
}
