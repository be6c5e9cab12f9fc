internal import Glibc

/// Weights of a multinomial logistic regression: a score for each class is the sum of the weights
/// of the features that hold.
///
/// The weights are a table in the source, fitted by `Tests/Corpus/fit_*.py`.
struct LinearModel: Sendable {
  let space: FeatureSpace
  let classCount: Int
  /// `space.count * classCount`, class by class within a feature.
  let weights: [Float]

  /// - Parameter table: A line a feature: its name, then a weight for each class in hundredths.
  init(_ space: FeatureSpace, classCount: Int, table: String) {
    self.space = space
    self.classCount = classCount
    var weights = [Float](repeating: 0, count: space.count * classCount)
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let name = fields.first, let feature = space.feature(name),
        fields.count == classCount + 1
      else { preconditionFailure("no feature of this model: \(line)") }
      for (k, field) in fields.dropFirst().enumerated() {
        guard let hundredths = Int(field) else { preconditionFailure("no weight: \(line)") }
        weights[feature * classCount + k] = Float(hundredths) / 100
      }
    }
    self.weights = weights
  }

  /// Adds up the weights of the features that hold.
  @inline(__always)
  func addScores(of features: some Sequence<Int32>, to scores: inout [Float]) {
    for feature in features {
      let base = Int(feature) * classCount
      for k in 0..<classCount { scores[k] += weights[base + k] }
    }
  }
}

/// The largest of several scores, and how likely it is among them.
///
/// - Returns: Between equals the first; the likelihood by the logistic function.
func best(of scores: [Float]) -> (place: Int, likelihood: Float) {
  var place = 0
  for k in scores.indices where scores[k] > scores[place] { place = k }
  var sum: Float = 0
  for score in scores { sum += expf(score - scores[place]) }
  return (place, 1 / sum)
}
