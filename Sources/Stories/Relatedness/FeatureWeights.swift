internal import Glibc

/// How much each feature says when two events share it.
///
/// A feature f of kind k that n_f of N events have weighs √a_k · ln(N / n_f): the rarer the more, so that
/// hubs are damped. Two events' score is Σ_f w_f² · K_f(days apart) / (|i| · |j|), a cosine whose shared
/// part fades with time: K_f(d) = φ + (1 − φ) exp(−d / τ_f). τ_f is the feature's own: what recurs at once
/// (an earthquake) fades sooner than what comes again for years (a war).
struct FeatureWeights: Sendable {
  /// w_f
  let weights: [Float]
  /// Which row of `kernels` is the feature's.
  let decays: [UInt8]
  /// K by days apart, 0 … `windowDays`, then once for all beyond; one row a decay.
  let kernels: [[Float]]
  /// |i| of each event.
  let norms: [Float]
  /// Features that say so much that events share them at any distance in time.
  let isRare: [Bool]

  private static let decayCount = 8

  init(_ features: EventFeatures, _ settings: StorySettings) {
    let total = Float(features.events.count)
    var weights: [Float] = []
    var decays: [UInt8] = []
    var isRare: [Bool] = []
    let (low, high) = (settings.decayDays.lowerBound, settings.decayDays.upperBound)
    for feature in 0..<features.featureCount {
      let range = features.postingRange(of: feature)
      weights.append(
        settings.eventWeights[features.kinds[feature]].squareRoot()
          * log(total / Float(range.count)))
      isRare.append(range.count <= settings.rareEvents)
      let spread = min(max(Self.spread(features, range), low), high)
      let step = high > low ? log(spread / low) / log(high / low) : 0
      decays.append(UInt8((step * Double(Self.decayCount - 1)).rounded()))
    }
    kernels = (0..<Self.decayCount).map { row in
      let tau = low * pow(high / low, Double(row) / Double(Self.decayCount - 1))
      return (0...settings.windowDays + 1).map { day in
        let fading = day > settings.windowDays ? 0 : Float(exp(-Double(day) / tau))
        return settings.decayFloor + (1 - settings.decayFloor) * fading
      }
    }
    norms = features.events.indices.map { event in
      var sum: Float = 0
      for k in features.range(of: event) {
        let weight = weights[Int(features.items[k])]
        sum += weight * weight
      }
      return sum > 0 ? sum.squareRoot() : 1
    }
    self.weights = weights
    self.decays = decays
    self.isRare = isRare
  }

  /// How long a feature stays once it has come, in days: half of the mean distance of its events from
  /// their middle one.
  private static func spread(_ features: EventFeatures, _ range: Range<Int>) -> Double {
    let middle = features.firstDays[Int(features.postings[range.lowerBound + range.count / 2])]
    if middle == EventFeatures.noDay { return 0 }
    var sum = 0.0
    for k in range {
      let day = features.firstDays[Int(features.postings[k])]
      if day != EventFeatures.noDay { sum += abs(Double(day) - Double(middle)) }
    }
    return sum / Double(range.count) / 2
  }

  func kernel(_ feature: Int, daysApart: Int?) -> Float {
    let row = kernels[Int(decays[feature])]
    guard let daysApart else { return StorySettings.undatedFading }
    return row[min(daysApart, row.count - 1)]
  }
}
