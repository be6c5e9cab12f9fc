/// How events are related and grouped. The defaults were chosen on archives of some years to 2014 whose
/// topics and Related lists had been taken away, and looked at on others.
package struct StorySettings: Equatable, Sendable {
  /// How much each kind of feature counts between two events, and between two groups of events.
  package struct Weights: Equatable, Sendable {
    package var topic: Float
    package var entity: Float
    package var concept: Float
    package var name: Float
    package var word: Float
    package var source: Float

    subscript(kind: FeatureKind) -> Float {
      switch kind {
      case .topic: topic
      case .entity: entity
      case .concept: concept
      case .name: name
      case .word: word
      case .source: source
      }
    }
  }

  /// Between two events. The words of a title name most of its actors and places too, so that these count less
  /// by themselves.
  package var eventWeights = Weights(
    topic: 20, entity: 0.5, concept: 1, name: 1, word: 0.5, source: 1)
  /// Between two groups of events, where what is repeated counts more than the single word.
  package var groupWeights = Weights(
    topic: 20, entity: 0.1, concept: 0.5, name: 1, word: 0.3, source: 0.3)
  /// Days after which what two events share counts 1/e; between these, as the feature recurs.
  package var decayDays: ClosedRange<Double> = 15...30
  /// What the farthest features in time still count.
  package var decayFloor: Float = 0.05
  /// Days beyond which only rare features relate two events.
  package var windowDays = 60
  /// A feature of at most this many events relates them at any distance.
  package var rareEvents = 40
  /// Neighbours that each event keeps, and the least score that makes one.
  package var neighborLimit = 25
  package var leastScore: Float = 0.15
  /// What the archive's own Related claim adds to the score, first in the list.
  package var relatedBonus: Float = 0.15
  /// γ of the constant Potts model among events, which gives episodes.
  package var episodeResolution = 0.02
  /// γ among groups, which gives stories: the mean likeness that a story's groups must have. Likeness is
  /// measured by what the archive's own events share, which is how γ fits archives of any size: on seven
  /// spans of years F1 is within 0.005 of its best from 0.24 to 0.27.
  package var resolution = 0.25
  /// Days after which a topic of the archive that has rested begins anew.
  package var topicGapDays = 365
  /// How many groups more than it is in a feature is taken to be in; topics are not.
  package var furtherGroups: Float = 2
  /// Features that a group's profile keeps.
  package var profileLimit = 200
  /// A group that none is so like is not looked at again; 0 looks at all in every round.
  package var idleLikeness: Float = 0.16
  /// How often groups are joined, weighed anew and joined again.
  package var rounds = 8
  /// Days of nothing after which two groups' likeness counts 1/e.
  package var gapDays = 30.0
  /// What is left of what two share where one's date is not known.
  static let undatedFading: Float = 0.3
  /// A group of more events than this takes those of others that are more like it.
  package var looseEvents = 30
  package var looseScore: Float = 0.17
  /// Kinds of features that are not looked at.
  package var without: Set<FeatureKind> = []
  /// Any number gives the same.
  package var threads = 1

  package init() {}
}
