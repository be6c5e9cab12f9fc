internal import EventGraph

extension NameResolver {
  struct Candidate: Sendable {
    let form: NameForm
    /// In the table's targets; nil for a name that the archive does not link.
    let number: Int32?
    var exact: AliasTable.Sense?
    var folded: AliasTable.Sense?
    var isLabel = false
    var isFolded = false
    var isNamesake = false
    var isSpelling = false
    var pattern: Float = 0
    /// The same of patterns that company, year, or both fill.
    var companyPattern: Float = 0
    var yearPattern: Float = 0
    var fullPattern: Float = 0
    /// Of patterns that the front of the label fills.
    var ownPattern: Float = 0
    var commonPattern: Float = 0

    var hash: UInt64 { form.hash }

    var rule: NameRule {
      if exact != nil { return .label }
      if folded != nil || isFolded { return .folded }
      if pattern > 0 || ownPattern > 0 { return .pattern }
      if isSpelling { return .spelling }
      if isLabel { return .itself }
      return isNamesake ? .namesake : .commonPattern
    }
  }

  /// Meanings considered of one label, at most; the rarest of "President" never win.
  private static let senseLimit = 48

  func candidates(for question: Question) -> [Candidate] {
    var list = CandidateList(table)
    let label = question.label
    let exact = table.senses(ofLabel: label.hash)
    for sense in exact?.senses.prefix(Self.senseLimit) ?? [] {
      list.change(sense.target) { $0.exact = sense }
    }
    let folded = table.senses(ofFolded: label.folded)
    for sense in folded?.senses.prefix(Self.senseLimit) ?? [] {
      list.change(sense.target) { $0.folded = sense }
    }
    list.change(NameForm.canonical(label.text)) { $0.isLabel = true }
    for number in table.targets(ofFolded: label.folded).prefix(8) {
      list.change(number) { $0.isFolded = true }
    }
    for number in table.namesakes(ofBase: label.folded).prefix(12) {
      list.change(number) { $0.isNamesake = true }
    }
    // Another spelling explains a label that nothing else does.
    if list.candidates.allSatisfy({ $0.number == nil }) {
      for number in table.spellings(of: label) { list.change(number) { $0.isSpelling = true } }
    }
    let own = exact?.patterns ?? []
    for use in own.isEmpty ? folded?.patterns ?? [] : own {
      for name in use.pattern.names(
        label: label.text, company: question.company, date: question.date, table: table)
      {
        list.change(name) {
          $0.pattern = max($0.pattern, use.weight)
          switch (use.pattern.holdsCompany, use.pattern.holdsYear) {
          case (true, true): $0.fullPattern = max($0.fullPattern, use.weight)
          case (true, false): $0.companyPattern = max($0.companyPattern, use.weight)
          case (false, true): $0.yearPattern = max($0.yearPattern, use.weight)
          case (false, false): break
          }
        }
      }
    }
    if let parts = table.parts(of: label) {
      var uses = table.patterns(ofRest: parts.rest.folded)
      if uses.isEmpty {
        uses = (table.senses(ofFolded: parts.rest.folded)?.patterns ?? []).filter(
          \.pattern.holdsCompany)
      }
      for use in uses {
        for name in use.pattern.names(
          label: parts.rest.text, company: [parts.owner], date: question.date, table: table)
        {
          list.change(name) { $0.ownPattern = max($0.ownPattern, use.weight) }
        }
      }
    }
    for use in table.commonPatterns {
      for name in use.pattern.names(
        label: label.text, company: question.company, date: question.date, table: table)
      {
        // A pattern of many labels may name what was never linked; a rare one may not.
        list.change(name, onlyKnown: use.weight < (use.pattern.holdsYear ? 0.002 : 0.01)) {
          $0.commonPattern = max($0.commonPattern, use.weight)
        }
      }
    }
    return list.candidates
  }

  private struct CandidateList {
    let table: AliasTable
    var candidates: [Candidate] = []
    private var places: [UInt64: Int] = [:]

    init(_ table: AliasTable) { self.table = table }

    mutating func change(_ number: Int32, _ body: (inout Candidate) -> Void) {
      let form = table.targets[Int(number)].form
      if let place = places[form.hash] {
        body(&candidates[place])
      } else {
        add(Candidate(form: form, number: number), body)
      }
    }

    mutating func change(
      _ name: String, onlyKnown: Bool = false, _ body: (inout Candidate) -> Void
    ) {
      let name = NameForm.canonical(name)
      let hash = Array(name.utf8).span.stableHash
      if let place = places[hash] {
        body(&candidates[place])
      } else if let number = table.number(ofTarget: hash) {
        add(Candidate(form: table.targets[Int(number)].form, number: number), body)
      } else if !onlyKnown {
        add(Candidate(form: NameForm(name), number: nil), body)
      }
    }

    private mutating func add(_ candidate: Candidate, _ body: (inout Candidate) -> Void) {
      var candidate = candidate
      body(&candidate)
      places[candidate.hash] = candidates.count
      candidates.append(candidate)
    }
  }
}
