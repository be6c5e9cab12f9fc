internal import Glibc

/// A sum of named features with weights learned from choices that were made: the probability of an
/// option is its share of e^score among the options of its choice.
package struct ChoiceModel: Sendable {
  package var weights: [Float]

  @inline(__always)
  func score(_ row: ArraySlice<Float>) -> Float {
    var sum: Float = 0
    var k = 0
    for value in row {
      sum += value * weights[k]
      k += 1
    }
    return sum
  }

  /// Choices to learn from: rows of features, grouped.
  struct Choices: Sendable {
    let width: Int
    var rows: [Float] = []
    /// Where each choice's rows end, counted in rows.
    var ends: [Int] = []
    /// The row that was chosen, counted from the choice's first; its count of rows for "none".
    var chosen: [Int] = []

    init(width: Int) { self.width = width }

    /// The first of each so many choices.
    func every(_ stride: Int) -> Choices {
      var part = Choices(width: width)
      for k in Swift.stride(from: 0, to: ends.count, by: stride) {
        let start = k > 0 ? ends[k - 1] : 0
        part.rows += rows[start * width..<ends[k] * width]
        part.ends.append(part.rows.count / width)
        part.chosen.append(chosen[k])
      }
      return part
    }
  }

  /// Fits the weights by Newton's method with a quadratic penalty on the scaled weights, many choices
  /// from the weights of a part of them, which is nearly there.
  ///
  /// - Parameter mayChooseNone: Whether every choice has one more option, of score 0.
  /// - Complexity: O(rounds · rows · width²).
  static func fit(_ choices: Choices, mayChooseNone: Bool, penalty: Double = 1) -> ChoiceModel {
    let width = choices.width
    let scale = scales(choices)
    var weights = [Double](repeating: 0, count: width)
    if choices.ends.count > 2000 {
      let part = fit(choices.every(6), mayChooseNone: mayChooseNone, penalty: penalty)
      weights = zip(part.weights, scale).map { Double($0) * $1 }
    }
    var now = derivatives(choices, weights, scale, mayChooseNone, penalty)
    // Where features say nearly the same, a plain step leads astray: it is damped until it gains
    // (Levenberg and Marquardt).
    var damping = 1e-6
    for _ in 0..<40 {
      var hessian = now.hessian
      for k in 0..<width { hessian[k * width + k] *= 1 + damping }
      let step = solve(&hessian, now.gradient)
      let moved = zip(weights, step).map { $0 + $1 }
      let next = derivatives(choices, moved, scale, mayChooseNone, penalty)
      guard next.gain > now.gain else {
        if damping > 1e6 { break }
        damping *= 10
        continue
      }
      let isDone = next.gain - now.gain < 1e-6 * abs(now.gain)
      weights = moved
      now = next
      damping = max(1e-6, damping / 10)
      if isDone { break }
    }
    return ChoiceModel(weights: (0..<width).map { Float(weights[$0] / scale[$0]) })
  }

  private static func scales(_ choices: Choices) -> [Double] {
    let width = choices.width
    var squares = [Double](repeating: 0, count: width)
    var k = 0
    for value in choices.rows {
      squares[k] += Double(value) * Double(value)
      k = k + 1 == width ? 0 : k + 1
    }
    let count = Double(max(1, choices.rows.count / max(1, width)))
    return squares.map { max(1e-3, ($0 / count).squareRoot()) }
  }

  /// The log-likelihood less the penalty, and its derivatives in scaled features.
  private static func derivatives(
    _ choices: Choices, _ weights: [Double], _ scale: [Double], _ mayChooseNone: Bool,
    _ penalty: Double
  ) -> (gain: Double, gradient: [Double], hessian: [Double]) {
    let width = choices.width
    var gain = 0.0
    var gradient = [Double](repeating: 0, count: width)
    var hessian = [Double](repeating: 0, count: width * width)
    let raw = (0..<width).map { weights[$0] / scale[$0] }
    var mean = [Double](repeating: 0, count: width)
    // Most features of a row are 0, and so is what they add to the matrix.
    var x = [Double](repeating: 0, count: width)
    var places = [Int](repeating: 0, count: width)
    var probabilities: [Double] = []
    var start = 0
    for (k, end) in choices.ends.enumerated() {
      probabilities.removeAll(keepingCapacity: true)
      for row in start..<end {
        var sum = 0.0
        for f in 0..<width { sum += Double(choices.rows[row * width + f]) * raw[f] }
        probabilities.append(sum)
      }
      var top = probabilities.max() ?? 0
      if mayChooseNone { top = max(top, 0) }
      var total = mayChooseNone ? exp(-top) : 0
      for p in probabilities.indices {
        probabilities[p] = exp(probabilities[p] - top)
        total += probabilities[p]
      }
      let chosen = choices.chosen[k]
      gain += log(
        max(1e-300, (start + chosen < end ? probabilities[chosen] : exp(-top)) / total))
      for f in 0..<width { mean[f] = 0 }
      for row in start..<end {
        let p = probabilities[row - start] / total
        let isChosen = row - start == chosen
        if p < 1e-7, !isChosen { continue }
        var count = 0
        for f in 0..<width where choices.rows[row * width + f] != 0 {
          let value = Double(choices.rows[row * width + f]) / scale[f]
          x[count] = value
          places[count] = f
          count += 1
          mean[f] += p * value
          gradient[f] += ((isChosen ? 1 : 0) - p) * value
        }
        if p < 1e-5 { continue }
        for k in 0..<count {
          let weighted = p * x[k]
          let line = places[k] * width
          for j in 0...k { hessian[line + places[j]] += weighted * x[j] }
        }
      }
      for f in 0..<width where mean[f] != 0 {
        for g in 0...f { hessian[f * width + g] -= mean[f] * mean[g] }
      }
      start = end
    }
    for k in 0..<width {
      gain -= penalty / 2 * weights[k] * weights[k]
      gradient[k] -= penalty * weights[k]
      hessian[k * width + k] += penalty
    }
    return (gain, gradient, hessian)
  }

  /// Solves a symmetric positive definite system, of which the lower half is given (Cholesky).
  private static func solve(_ a: inout [Double], _ b: [Double]) -> [Double] {
    let n = b.count
    for i in 0..<n {
      for j in 0...i {
        var sum = a[i * n + j]
        for k in 0..<j { sum -= a[i * n + k] * a[j * n + k] }
        a[i * n + j] = i == j ? max(sum, 1e-9).squareRoot() : sum / a[j * n + j]
      }
    }
    var x = b
    for i in 0..<n {
      for k in 0..<i { x[i] -= a[i * n + k] * x[k] }
      x[i] /= a[i * n + i]
    }
    for i in (0..<n).reversed() {
      for k in i + 1..<max(n, i + 1) { x[i] -= a[k * n + i] * x[k] }
      x[i] /= a[i * n + i]
    }
    return x
  }
}
