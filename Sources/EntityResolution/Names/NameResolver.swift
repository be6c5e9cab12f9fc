internal import EventGraph
internal import FileIO
internal import Glibc

/// Decides which entity a label means beside the other labels of its event.
package struct NameResolver: Sendable {
  package let table: AliasTable
  var model: ChoiceModel
  let beliefModel: ChoiceModel

  package struct Answer: Sendable {
    package var name: String
    /// Share of belief among all candidates, 0 … 1.
    package var score: Float
    package var rule: NameRule
    /// Whether the archive links anything by this name.
    package var isKnown: Bool
    /// How often such an answer is right, 0 … 1, by links later than what the candidates were learned from.
    package var belief: Float
  }

  /// Why a candidate is one, the strongest reason first.
  package enum NameRule: String, Sendable {
    /// The text itself says it: "Toner" behind "Mark Toner".
    case text = "name.text"
    case label = "name.label"
    case folded = "name.folded"
    case spelling = "name.spelling"
    case namesake = "name.namesake"
    case pattern = "name.pattern"
    case commonPattern = "name.commonPattern"
    case itself = "name.itself"
  }

  /// Learns the weights on the latest fifth of the examples, by a table of those before: what the
  /// table will be asked about is later than what it holds, too.
  package init(_ examples: [NameExample]) {
    let sorted = examples.sorted { a, b in
      a.date != b.date ? a.date < b.date : a.title < b.title
    }
    let cut = sorted.count * 4 / 5
    let parts = mapWorkers(2) { worker -> (table: AliasTable?, models: NameModels?) in
      if worker == 1 { return (AliasTable(sorted), nil) }
      let past = NameResolver(AliasTable(Array(sorted[..<cut])), .none)
      return (nil, past.learned(from: sorted[cut...], withBelief: true))
    }
    guard let table = parts.compactMap(\.table).first, let models = parts.compactMap(\.models).first
    else { preconditionFailure("two workers make two parts") }
    self.init(table, models)
  }

  init(_ table: AliasTable, _ models: NameModels) {
    self.table = table
    model = models.choice
    beliefModel = models.belief
  }

  /// Decisions to learn from, at most; more add time and no accuracy.
  private static let sampleSize = 12_000

  /// - Parameter withBelief: Whether to learn how often answers are right, which mentions do not ask.
  func learned(from examples: ArraySlice<NameExample>, withBelief: Bool) -> NameModels {
    var choices = ChoiceModel.Choices(width: Feature.count)
    forEachDecision(of: examples, stride: 1) { question, gold in
      let candidates = candidates(for: question)
      guard candidates.count > 1, let chosen = candidates.firstIndex(where: { $0.hash == gold })
      else { return }
      features(of: candidates, question, into: &choices.rows)
      choices.ends.append(choices.rows.count / Feature.count)
      choices.chosen.append(chosen)
    }
    var taught = self
    taught.model = ChoiceModel.fit(choices, mayChooseNone: false, penalty: 2)
    return NameModels(
      choice: taught.model,
      belief: withBelief ? taught.learnedBelief(from: examples) : ChoiceModel(weights: []))
  }

  /// - Parameters:
  ///   - stride: Every so many of the decisions that are learned from.
  ///   - body: Takes what is asked, and the hash of what was meant.
  func forEachDecision(
    of examples: ArraySlice<NameExample>, stride: Int, _ body: (Question, UInt64) -> Void
  ) {
    let links = examples.reduce(0) { $0 + $1.links.count }
    let stride = stride * max(1, links / Self.sampleSize)
    var number = 0
    for example in examples {
      let forms = example.links.map { NameForm($0.label) }
      for (k, link) in example.links.enumerated() {
        number += 1
        if number % stride != 0 { continue }
        let question = Question(
          label: forms[k], others: forms.filter { $0.hash != forms[k].hash }, date: example.date,
          table)
        body(question, NameForm(link.target).hash)
      }
    }
  }

  /// - Parameters:
  ///   - others: The event's other labels; their order says nothing.
  ///   - date: Of the event; without one, the day of the latest example.
  package func resolve(_ label: String, others: [String], date: NameDate?) -> Answer {
    resolve(question(label, others: others, date: date))
  }

  func question(_ label: String, others: [String], date: NameDate?) -> Question {
    let form = NameForm(label)
    let others = others.map(NameForm.init).filter { $0.hash != form.hash }
    return Question(label: form, others: others, date: date ?? table.end, table)
  }

  package func resolve(_ question: Question) -> Answer {
    let candidates = candidates(for: question)
    if let transliterated = transliterated(candidates) { return transliterated }
    let shares = shares(of: candidates, question)
    // The label itself is always a candidate.
    let best = candidates.indices.min { Self.isLikelier($0, $1, candidates, shares) } ?? 0
    return answer(best, of: candidates, shares)
  }

  /// Uses of a name that make it more likely than a namesake of nearly its spelling.
  private static let establishedCount: Float = 3
  /// Belief in a spelling that differs in vowels alone. A rule, not learned: the archive spells few names
  /// in two ways.
  private static let spellingScore: Float = 0.8

  /// The one known name that the label is a spelling variant of ("Sergei Lavrov" and "Sergey Lavrov"),
  /// where nothing else explains the label.
  func transliterated(_ candidates: [Candidate]) -> Answer? {
    let spelled = candidates.filter { $0.isSpelling }
    guard spelled.count == 1, let only = spelled.first, let number = only.number,
      table.targets[Int(number)].count >= Self.establishedCount,
      let label = candidates.first(where: { $0.isLabel }),
      SpellingIndex.isVariant(label.form.text, of: only.form.text)
    else { return nil }
    return Answer(
      name: only.form.text, score: Self.spellingScore, rule: .spelling, isKnown: true,
      belief: Self.spellingScore)
  }

  /// A label and what is known around it.
  package struct Question: Sendable {
    package let label: NameForm
    let others: [NameForm]
    let company: [NameForm]
    let words: [UInt64]
    let date: NameDate

    package init(label: NameForm, others: [NameForm], date: NameDate, _ table: AliasTable) {
      self.label = label
      self.others = others.sorted { $0.text < $1.text }
      company = table.company(of: self.others)
      words = CompanyCounts.words(company, self.others)
      self.date = date
    }
  }
}
