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

  /// - Parameter table: A feature's name, then a weight for each class in hundredths; or only weights
  ///   that are not 0, each behind its class's number and a colon. Between two features stands a
  ///   semicolon or the end of a line; a name that begins with a dot has the template of the one before.
  init(_ space: FeatureSpace, classCount: Int, table: String) {
    self.space = space
    self.classCount = classCount
    var weights = [Float](repeating: 0, count: space.count * classCount)
    var template: Substring = ""
    for entry in table.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      let fields = entry.split(separator: " ")
      guard let name = fields.first else { continue }
      if name.first != "." { template = name.prefix { $0 != "." } }
      guard let feature = space.feature(name.first == "." ? template + name : name) else {
        preconditionFailure("no feature of this model: \(entry)")
      }
      precondition(
        fields.count == classCount + 1 || fields.dropFirst().allSatisfy { $0.contains(":") },
        "a weight is missing: \(entry)")
      for (k, field) in fields.dropFirst().enumerated() {
        let parts = field.split(separator: ":")
        guard let last = parts.last, let hundredths = Int(last),
          let place = parts.count == 2 ? Int(parts[0]) : k, place < classCount
        else { preconditionFailure("no weight: \(entry)") }
        weights[feature * classCount + place] = Float(hundredths) / 100
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
