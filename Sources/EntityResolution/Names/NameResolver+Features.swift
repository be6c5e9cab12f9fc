internal import EventGraph
internal import Glibc

extension NameResolver {
  /// The features of a candidate, in the order of the model's weights.
  enum Feature: Int, CaseIterable {
    case share, logShare, recentShare, latestShare, isLatest, age
    case foldedShare, logFoldedShare, unseen, unseenLower
    case itself, itselfKnown, itselfCapital, folded, namesake
    case pattern, logPattern, patternKnown, commonPattern, logCommonPattern
    case companyPattern, yearPattern, fullPattern, ownPattern, ownPatternKnown
    case targetAge, targetSpan, targetPast, spelling
    case known, prior, recentPrior
    case company, companyBest, labelCompany, words, wordsInCompany, wordsElsewhere
    case labelWords, companyCapital, wordsCapital, wordsUnseen, foldedKnown
    case inCompany
    case yearSame, yearNear, yearFar, noYear

    static let count = Feature.allCases.count
  }

  func features(of candidates: [Candidate], _ question: Question, into rows: inout [Float]) {
    let exact = table.senses(ofLabel: question.label.hash)
    let folded = table.senses(ofFolded: question.label.folded)
    let lastDay = exact?.senses.map(\.lastDay).max() ?? 0
    for candidate in candidates {
      let start = rows.count
      rows.append(contentsOf: repeatElement(0, count: Feature.count))
      func set(_ feature: Feature, _ value: Float) { rows[start + feature.rawValue] = value }
      func set(_ feature: Feature, _ value: Bool) { rows[start + feature.rawValue] = value ? 1 : 0 }
      if let exact {
        let sense = candidate.exact
        set(.share, (sense?.count ?? 0) / exact.count)
        let recent = (sense?.recent ?? 0) / (exact.recent + 1e-4)
        set(.recentShare, recent)
        set(.logShare, log(((sense?.recent ?? 0) + 0.02) / (exact.recent + 0.5)))
        set(.latestShare, (sense?.latest ?? 0) / (exact.latest + 0.05))
        if let sense {
          set(.isLatest, sense.lastDay == lastDay)
          set(.age, log(1 + Float(max(0, question.date.day - Int(sense.lastDay))) / 365))
        }
      }
      let foldedShare = (candidate.folded?.recent ?? 0) / ((folded?.recent ?? 0) + 0.05)
      set(.foldedShare, foldedShare)
      set(.logFoldedShare, log(foldedShare + 0.02))
      let isUnseen = candidate.exact == nil && candidate.folded == nil
      set(.unseen, isUnseen)
      let first = question.label.text.utf8.first ?? 0
      set(.unseenLower, isUnseen && first.isASCIILower)
      set(.itself, candidate.isLabel)
      set(.itselfKnown, candidate.isLabel && candidate.number != nil)
      set(
        .itselfCapital, candidate.isLabel && question.label.words.count > 1 && !first.isASCIILower)
      set(.folded, candidate.isFolded)
      set(.spelling, candidate.isSpelling)
      set(.namesake, candidate.isNamesake)
      set(.pattern, candidate.pattern)
      set(.logPattern, log(candidate.pattern + 0.02))
      set(.patternKnown, candidate.pattern > 0 && candidate.number != nil)
      func set(_ feature: Feature, logOf share: Float) {
        if share > 0 { set(feature, log(share * 50 + 1)) }
      }
      set(.companyPattern, logOf: candidate.companyPattern)
      set(.yearPattern, logOf: candidate.yearPattern)
      set(.fullPattern, logOf: candidate.fullPattern)
      set(.ownPattern, logOf: candidate.ownPattern)
      set(.ownPatternKnown, candidate.ownPattern > 0 && candidate.number != nil)
      set(.foldedKnown, candidate.isFolded && candidate.exact == nil)
      set(.commonPattern, candidate.commonPattern > 0)
      set(
        .logCommonPattern,
        candidate.commonPattern > 0 ? log(candidate.commonPattern * 1000 + 0.01) : 0)
      let target = candidate.number.map { table.targets[Int($0)] }
      set(.known, target != nil)
      set(.prior, log((target?.count ?? 0) + 0.1))
      set(.recentPrior, log((target?.recent ?? 0) + 0.02))
      if let target {
        let age = log(1 + Float(max(0, question.date.day - Int(target.lastDay))) / 30)
        let span = log(1 + Float(target.lastDay - target.firstDay) / 30)
        set(.targetAge, age)
        set(.targetSpan, span)
        // What was linked for a while only, and long ago, is past.
        set(.targetPast, max(0, age - span))
      }
      let years = candidate.form.years
      let distance = years.map { abs($0 - question.date.year) }.min()
      set(.noYear, distance == nil)
      if let distance {
        set(distance == 0 ? .yearSame : distance == 1 ? .yearNear : .yearFar, true)
      }
      set(.inCompany, question.company.contains { $0.hash == candidate.hash })
      setCompany(of: candidate, question, start, &rows)
    }
  }

  /// How well a candidate goes with the company: as an entity, and by the words of its name.
  private func setCompany(
    of candidate: Candidate, _ question: Question, _ start: Int, _ rows: inout [Float]
  ) {
    let counts = table.company
    let count = counts.targets[candidate.hash]
    var sum: Float = 0
    var best: Float = -9
    var ofLabel: Float = 0
    let share =
      (candidate.exact?.count ?? 0) / max(1, table.senses(ofLabel: question.label.hash)?.count ?? 1)
    for other in question.company {
      let chance = (counts.companions[other.hash] + 0.5) / (counts.pairCount + 1000)
      let together = counts.pairs[PairCounts.key(candidate.hash, other.hash)]
      let value = log((together + 2 * chance) / (count + 2) / chance)
      sum += value
      best = max(best, value)
      if share > 0 {
        let meeting = PairCounts.key(question.label.hash, other.hash)
        let met = counts.ofLabel[meeting]
        let meant = counts.ofLabel[PairCounts.key(meeting, candidate.hash)]
        ofLabel += log((meant + 2 * share) / (met + 2) / share)
      }
    }
    func set(_ feature: Feature, _ value: Float) { rows[start + feature.rawValue] = value }
    if !question.company.isEmpty {
      set(.company, max(-3, min(6, sum / Float(question.company.count).squareRoot())))
      set(.companyBest, best)
      set(.labelCompany, max(-4, min(4, ofLabel)))
    }
    if share > 0, !question.words.isEmpty {
      var evidence: Float = 0
      for word in question.words {
        let meeting = PairCounts.key(question.label.hash, word)
        let met = counts.labelWords[meeting]
        if met == 0 { continue }
        let meant = counts.labelWords[PairCounts.key(meeting, candidate.hash)]
        evidence += log((meant + 3 * share) / (met + 3) / share)
      }
      set(.labelWords, max(-5, min(5, evidence / Float(question.words.count).squareRoot())))
    }
    let isCapital = !(question.label.text.utf8.first ?? 0).isASCIILower
    if isCapital { set(.companyCapital, rows[start + Feature.company.rawValue]) }
    let own = CompanyCounts.ownWords(of: candidate.form, question.label)
    if own.isEmpty { return }
    var affinity: Float = 0
    var shared: Float = 0
    for word in own {
      let chance = (counts.nameWords[word] + 0.2) / (counts.linkCount + 100)
      var strongest: Float = 0
      for said in question.words {
        let seen = counts.words[said]
        if seen == 0 { continue }
        let together = counts.wordPairs[PairCounts.key(said, word)]
        strongest = max(strongest, log((together + 3 * chance) / (seen + 3) / chance))
      }
      affinity += strongest
      if question.words.contains(word) { shared += 1 }
    }
    set(.words, affinity / Float(own.count))
    if isCapital { set(.wordsCapital, affinity / Float(own.count)) }
    if candidate.exact == nil { set(.wordsUnseen, affinity / Float(own.count)) }
    set(.wordsInCompany, shared / Float(own.count))
    set(.wordsElsewhere, question.words.isEmpty ? 0 : 1 - shared / Float(own.count))
  }
}
