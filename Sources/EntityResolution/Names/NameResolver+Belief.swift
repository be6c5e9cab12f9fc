internal import EventGraph
internal import Glibc

/// The weights of what a label means: one set chooses, the other says how often such a choice is right.
package struct NameModels: Sendable {
  var choice: ChoiceModel
  var belief: ChoiceModel

  static let none = NameModels(
    choice: ChoiceModel(weights: []), belief: ChoiceModel(weights: []))
}

extension NameResolver {
  /// What tells how often a candidate is right besides its share among the candidates: a share says
  /// nothing of meanings that are no candidate, and a label that was never linked mostly has one.
  enum BeliefFeature: Int, CaseIterable {
    case bias, share, itself, itselfShare, new, folded, pattern, single, options, links
    static let count = BeliefFeature.allCases.count
  }

  /// The share as a logarithm of odds, beyond which it tells no more.
  private static let leastOdds: Float = -6
  private static let mostOdds: Float = 6

  func appendBelief(
    of candidate: Candidate, share: Float, among count: Int, to rows: inout [Float]
  ) {
    let start = rows.count
    rows.append(contentsOf: repeatElement(0, count: BeliefFeature.count))
    func set(_ feature: BeliefFeature, _ value: Float) { rows[start + feature.rawValue] = value }
    let odds = log(max(share, 1e-6) / max(1 - share, 1e-6))
    let clamped = max(Self.leastOdds, min(Self.mostOdds, odds))
    set(.bias, 1)
    set(.share, clamped)
    if candidate.rule == .itself {
      set(.itself, 1)
      set(.itselfShare, clamped)
    }
    if candidate.number == nil { set(.new, 1) }
    if candidate.rule == .folded { set(.folded, 1) }
    if candidate.rule == .pattern || candidate.rule == .commonPattern { set(.pattern, 1) }
    if count == 1 { set(.single, 1) }
    set(.options, log(Float(count)))
    set(.links, log(1 + (candidate.exact?.count ?? 0)))
  }

  /// How often a candidate of this share is what the label means, 0 … 1; the share where that was not
  /// learned.
  func belief(_ candidate: Candidate, share: Float, among count: Int) -> Float {
    if beliefModel.weights.isEmpty { return share }
    var row: [Float] = []
    appendBelief(of: candidate, share: share, among: count, to: &row)
    return 1 / (1 + exp(-beliefModel.score(row[...])))
  }

  /// Of every so many decisions that teach the choice, one teaches the belief; and the candidates of
  /// each that do.
  private static let beliefStride = 4
  private static let beliefCandidates = 3

  /// Learns beliefs from decisions that the choice was learned from: ten weights over thousands of them
  /// cannot tell one from another.
  func learnedBelief(from examples: ArraySlice<NameExample>) -> ChoiceModel {
    var choices = ChoiceModel.Choices(width: BeliefFeature.count)
    forEachDecision(of: examples, stride: Self.beliefStride) { question, gold in
      let candidates = candidates(for: question)
      let shares = shares(of: candidates, question)
      for k in Self.order(candidates, shares).prefix(Self.beliefCandidates) {
        appendBelief(
          of: candidates[k], share: shares[k], among: candidates.count, to: &choices.rows)
        choices.ends.append(choices.rows.count / BeliefFeature.count)
        choices.chosen.append(candidates[k].hash == gold ? 0 : 1)
      }
    }
    return ChoiceModel.fit(choices, mayChooseNone: true)
  }

  /// Beliefs below which a meaning is not listed, and a name that the archive has nowhere.
  private static let leastBelief: Float = 0.01
  private static let leastMade: Float = 0.05

  /// What a label may mean, most likely first, each with how often such an answer is right.
  ///
  /// - Parameter limit: How many at most.
  package func meanings(
    of label: String, others: [String], date: NameDate?, limit: Int
  ) -> [Answer] {
    let question = question(label, others: others, date: date)
    let candidates = candidates(for: question)
    let shares = shares(of: candidates, question)
    let all = Self.order(candidates, shares).map { answer($0, of: candidates, shares) }
    // A name that nothing but a pattern makes ("… national football team") is one of very many.
    let likely = all.filter {
      $0.belief >= Self.leastBelief
        && ($0.isKnown || $0.rule == .itself || $0.belief >= Self.leastMade)
    }
    let answers = Array((likely.isEmpty ? all.prefix(1) : likely[...]).prefix(limit))
    guard let variant = transliterated(candidates) else { return answers }
    let rest = answers.filter { $0.name != variant.name }.map { answer in
      var less = answer
      less.belief = min(less.belief, 1 - variant.belief)
      return less
    }
    return [variant] + rest.prefix(limit - 1)
  }

  /// Shares of belief, by candidate.
  func shares(of candidates: [Candidate], _ question: Question) -> [Float] {
    var rows: [Float] = []
    features(of: candidates, question, into: &rows)
    let scores = candidates.indices.map { k in
      model.score(rows[k * Feature.count..<(k + 1) * Feature.count])
    }
    let top = scores.max() ?? 0
    let total = scores.reduce(Float(0)) { $0 + exp($1 - top) }
    return scores.map { exp($0 - top) / total }
  }

  /// Places of candidates, the largest share first, then by name.
  static func order(_ candidates: [Candidate], _ shares: [Float]) -> [Int] {
    candidates.indices.sorted { isLikelier($0, $1, candidates, shares) }
  }

  static func isLikelier(_ a: Int, _ b: Int, _ candidates: [Candidate], _ shares: [Float]) -> Bool {
    shares[a] != shares[b]
      ? shares[a] > shares[b] : candidates[a].form.text < candidates[b].form.text
  }

  func answer(_ k: Int, of candidates: [Candidate], _ shares: [Float]) -> Answer {
    Answer(
      name: candidates[k].form.text, score: shares[k], rule: candidates[k].rule,
      isKnown: candidates[k].number != nil,
      belief: belief(candidates[k], share: shares[k], among: candidates.count))
  }
}
