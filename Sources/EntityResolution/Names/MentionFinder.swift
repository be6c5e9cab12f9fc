package import EventGraph
internal import EventIngest
internal import FileIO
internal import Glibc

/// Finds the entities that a text speaks of: known names, and names that the archive does not know yet.
///
/// What is a mention is what the archive's editors would link: a logistic sum of named features, whose
/// weights are learned from the latest fifth of the archive's own sentences.
package struct MentionFinder: Sendable {
  package let resolver: NameResolver
  let statistics: SurfaceStatistics
  /// Of names that the archive knows, and of capitalised words that it does not.
  let known: ChoiceModel
  let new: ChoiceModel

  package struct Mention: Sendable {
    /// Bytes of the text.
    package var range: Range<Int>
    package var text: String
    /// The entity's canonical name; for a new name, the name as written.
    package var name: String
    /// That the words are a mention, and that they mean this entity: the product of both beliefs.
    package var score: Float
    /// That the words mean this entity, if they are a mention.
    package var nameScore: Float
    package var rule: NameResolver.NameRule
    /// Whether the archive has an entity of this name.
    package var isKnown: Bool

    /// Whether the words are the entity's own name, or a label that means it and nothing else: a name that
    /// needs brackets is one of several.
    fileprivate var isSure: Bool {
      isKnown
        && (name == text
          || rule == .label && nameScore >= MentionFinder.exactNameScore
            && !name.utf8.contains(UInt8(ascii: "(")))
    }

    func moved(by distance: Int) -> Mention {
      var moved = self
      moved.range = range.lowerBound + distance..<range.upperBound + distance
      return moved
    }
  }

  /// Beliefs at which a mention is given. Half of the F1 that is reached gives the largest F1
  /// (Lipton, Elkan and Narayanaswamy 2014, doi:10.1007/978-3-662-44851-9_15).
  static let threshold: Float = 0.3
  /// A name that the archive has no entity for must be surer.
  static let newThreshold: Float = 0.45
  /// The same in an article, where no editor chose what to link: of names in capitals that the archive
  /// knows, and of new names of several words.
  static let articleThreshold: Float = 0.2
  static let newArticleThreshold: Float = 0.3
  /// Spans that are less sure than a mention still tell of the company that mentions keep.
  static let companyThreshold: Float = 0.15
  /// In an article, of known names of several words that stand there in every letter; and how often
  /// such a label must have been linked, in what share of its uses and to one entity.
  static let exactBelief: Float = 0.35
  static let exactLinks: Float = 2
  static let exactShare: Float = 0.5
  /// Several targets that share such a label are mostly one thing under its former names.
  static let exactNameScore: Float = 0.35
  static let sentenceWords = 4
  static let candidateThreshold: Float = 0.08

  package init(_ examples: [NameExample]) {
    let sorted = examples.sorted { a, b in
      a.date != b.date ? a.date < b.date : a.title < b.title
    }
    let cut = sorted.count * 4 / 5
    // What is learned from, and what is asked later, share nothing.
    let parts = mapWorkers(2) { worker -> Part in
      if worker == 1 {
        let table = AliasTable(sorted)
        return .whole(table, SurfaceStatistics(sorted, table))
      }
      let past = AliasTable(Array(sorted[..<cut]))
      let spans = Self.learn(sorted[cut...], SurfaceStatistics(sorted[..<cut], past))
      let resolver = NameResolver(past, .none)
      return .past(
        spans.known, spans.new, resolver.learned(from: sorted[cut...], withBelief: false))
    }
    var models: (ChoiceModel, ChoiceModel, NameModels)?
    var whole: (AliasTable, SurfaceStatistics)?
    for part in parts {
      switch part {
      case .past(let known, let new, let names): models = (known, new, names)
      case .whole(let table, let statistics): whole = (table, statistics)
      }
    }
    guard let models, let whole else { preconditionFailure("two workers make two parts") }
    (known, new) = (models.0, models.1)
    resolver = NameResolver(whole.0, models.2)
    statistics = whole.1
  }

  private enum Part: Sendable {
    case past(ChoiceModel, ChoiceModel, NameModels)
    case whole(AliasTable, SurfaceStatistics)
  }

  /// Sentences to learn from, at most.
  private static let sampleSize = 4000

  private static func learn(
    _ examples: ArraySlice<NameExample>, _ statistics: SurfaceStatistics
  ) -> (known: ChoiceModel, new: ChoiceModel) {
    var known = ChoiceModel.Choices(width: SpanText.SpanFeature.count)
    var new = ChoiceModel.Choices(width: SpanText.SpanFeature.count)
    let stride = max(1, examples.count / sampleSize)
    for (k, example) in examples.enumerated() where k % stride == 0 {
      let text = SpanText(example.title, statistics)
      let linked = Set(example.links.compactMap(\.range))
      for span in text.spans.indices {
        // A part of what is linked is neither right nor wrong: the longer one is chosen.
        let isLinked = linked.contains(text.spans[span].range)
        if text.spans[span].surface >= 0 {
          text.features(of: span, statistics, into: &known.rows)
          known.ends.append(known.rows.count / SpanText.SpanFeature.count)
          known.chosen.append(isLinked ? 0 : 1)
        } else {
          text.features(of: span, statistics, into: &new.rows)
          new.ends.append(new.rows.count / SpanText.SpanFeature.count)
          new.chosen.append(isLinked ? 0 : 1)
        }
      }
    }
    return (
      ChoiceModel.fit(known, mayChooseNone: true), ChoiceModel.fit(new, mayChooseNone: true)
    )
  }

  package struct Findings: Sendable {
    /// Entities, without overlap, in the text's order.
    package var mentions: [Mention] = []
    /// Capitalised names that are too unsure for a mention, known ones and new; they overlap neither one
    /// another nor the mentions.
    package var candidates: [Mention] = []
  }

  /// - Parameter date: Of the text; without one its own, else that of the latest example.
  package func find(in text: String, date: PartialDate? = nil) -> Findings {
    find(in: AnnotatedText(text, date: date))
  }

  /// The archive's texts are of a sentence or two, so a longer one is read by its lines, and a long line
  /// by its sentences.
  package func find(in text: AnnotatedText) -> Findings {
    find(text.bytes, text.parts, date: text.date.map { NameDate($0) })
  }

  func find(_ bytes: [UInt8], _ parts: ArticleParts, date: NameDate?) -> Findings {
    var findings = Findings()
    for piece in SpanText.pieces(bytes) where !parts.isFurniture(piece) {
      let found = find(
        inPiece: String(decoding: bytes[piece], as: UTF8.self), date: date,
        isArticle: parts.isArticle, isHeading: parts.isHeading(piece))
      findings.mentions += found.mentions.map { $0.moved(by: piece.lowerBound) }
      findings.candidates += found.candidates.map { $0.moved(by: piece.lowerBound) }
    }
    findings.useLongForms(bytes, parts)
    return findings
  }

  private func find(
    inPiece text: String, date: NameDate?, isArticle: Bool, isHeading: Bool
  ) -> Findings {
    let text = SpanText(text, statistics)
    let exact = text.spans.indices.map { isArticle && isExact(text, text.spans[$0], isHeading) }
    var beliefs = beliefs(text)
    for (span, isExact) in exact.enumerated() where isExact {
      beliefs[span] = max(beliefs[span], Self.exactBelief)
    }
    for (span, isExact) in exact.enumerated() where isExact {
      // A name is not told in two by names that stand in it: "United Nations", "High Commissioner".
      if text.isUnbroken(text.spans[span]) {
        let whole = text.spans[span].range
        for (inner, other) in text.spans.enumerated()
        where other.range.count < whole.count && whole.contains(other.range) { beliefs[inner] = 0 }
      }
    }
    let chosen = Self.choose(text.spans, beliefs, Self.companyThreshold)
    let forms = chosen.map { NameForm(text.string(text.spans[$0].range)) }
    var findings = Findings()
    for (k, span) in chosen.enumerated() {
      let others = forms.enumerated().filter { $0.offset != k && $0.element.hash != forms[k].hash }
        .map(\.element)
      let answer = resolver.resolve(
        NameResolver.Question(
          label: forms[k], others: others, date: date ?? resolver.table.end, resolver.table))
      let mention = Mention(
        range: text.spans[span].range, text: forms[k].text, name: answer.name,
        score: beliefs[span] * answer.score, nameScore: answer.score, rule: answer.rule,
        isKnown: answer.isKnown)
      if exact[span] && mention.isSure
        || mention.score
          >= least(for: mention, text, text.spans[span], isArticle: isArticle, isHeading: isHeading)
      {
        findings.mentions.append(mention)
      }
    }
    findings.candidates = candidates(text, beliefs, besides: findings.mentions, date)
    // A day or a month is written like a name, and is the name of nothing new.
    findings.mentions.removeAll { !$0.isKnown && DateScanner.isDate($0.text) }
    findings.candidates.removeAll { !$0.isKnown && DateScanner.isDate($0.text) }
    if isHeading { findings.candidates.removeAll { !$0.isKnown } }
    return findings
  }

  /// Whether a span is in every letter the name of one of the archive's entities, of several words that
  /// begin with capitals: what an article calls so is named, however seldom the archive links it.
  /// Beside a name stands what the archive has linked it by, and meant one entity with.
  private func isExact(_ text: SpanText, _ span: SpanText.NameSpan, _ isHeading: Bool) -> Bool {
    guard span.surface >= 0, span.words.count > 1, text.isProperName(span),
      !text.isContinued(span)
    else { return false }
    let name = statistics.names[Int(span.surface)]
    if resolver.table.number(ofTarget: name.hash) != nil { return true }
    let use = statistics.uses[Int(span.surface)]
    return !isHeading && use.linked >= Self.exactLinks
      && use.linked >= Self.exactShare * use.seen && use.topShare >= Self.exactShare
  }

  private func least(
    for mention: Mention, _ text: SpanText, _ span: SpanText.NameSpan, isArticle: Bool,
    isHeading: Bool
  ) -> Float {
    if mention.isKnown {
      let isName = isArticle && !isHeading && text.isCapitalised(span)
      return isName ? Self.articleThreshold : Self.threshold
    }
    // Two or three words on a line are a heading or furniture, which tells of no new name.
    if isHeading || text.words.count < Self.sentenceWords { return 2 }
    return isArticle && span.words.count > 1 ? Self.newArticleThreshold : Self.newThreshold
  }

  private func beliefs(_ text: SpanText) -> [Float] {
    var rows: [Float] = []
    return text.spans.indices.map { k in
      rows.removeAll(keepingCapacity: true)
      text.features(of: k, statistics, into: &rows)
      let model = text.spans[k].surface >= 0 ? known : new
      return 1 / (1 + exp(-model.score(rows[...])))
    }
  }

  private func candidates(
    _ text: SpanText, _ beliefs: [Float], besides mentions: [Mention], _ date: NameDate?
  ) -> [Mention] {
    let free = text.spans.indices.map { k in
      let span = text.spans[k]
      let isTaken = mentions.contains { $0.range.overlaps(span.range) }
      return isTaken || !text.isCapitalised(span) ? 0 : beliefs[k]
    }
    return Self.choose(text.spans, free, Self.candidateThreshold).map { k in
      let form = NameForm(text.string(text.spans[k].range))
      let others = mentions.map { NameForm($0.text) }.filter { $0.hash != form.hash }
      let answer = resolver.resolve(
        NameResolver.Question(
          label: form, others: others, date: date ?? resolver.table.end, resolver.table))
      return Mention(
        range: text.spans[k].range, text: form.text, name: answer.name,
        score: beliefs[k] * answer.score, nameScore: answer.score, rule: answer.rule,
        isKnown: answer.isKnown)
    }
  }

  /// The spans without overlap whose beliefs exceed the threshold by most in sum.
  static func choose(_ spans: [SpanText.NameSpan], _ beliefs: [Float], _ threshold: Float) -> [Int]
  {
    let order = spans.indices.filter { beliefs[$0] >= threshold }.sorted { a, b in
      let (x, y) = (spans[a].range, spans[b].range)
      return x.upperBound != y.upperBound
        ? x.upperBound < y.upperBound : x.lowerBound < y.lowerBound
    }
    // best[k]: of the first k spans in order.
    var best: [Float] = [0]
    var taken: [Bool] = []
    var previous: [Int] = []
    for (k, span) in order.enumerated() {
      var before = k
      while before > 0, spans[order[before - 1]].range.upperBound > spans[span].range.lowerBound {
        before -= 1
      }
      let gain = best[before] + beliefs[span] - threshold + 1e-4
      taken.append(gain > best[k])
      previous.append(before)
      best.append(max(gain, best[k]))
    }
    var chosen: [Int] = []
    var k = order.count
    while k > 0 {
      if taken[k - 1] {
        chosen.append(order[k - 1])
        k = previous[k - 1]
      } else {
        k -= 1
      }
    }
    return chosen.reversed()
  }
}
