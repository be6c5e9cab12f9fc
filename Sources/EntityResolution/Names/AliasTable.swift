internal import EventGraph
internal import Glibc

/// What the archive's links say of names: which entities each label has meant, how often and when, in
/// what company, and by which pattern the entity's name is made of label, company and year.
///
/// Equal examples give an equal table, whatever their order.
package struct AliasTable: Sendable {
  /// One meaning of a label.
  package struct Sense: Sendable {
    /// Into `targets`.
    package var target: Int32
    package var count: Float
    /// Count in which a use weighs less the older it is: by e in two years, and in half a year.
    var recent: Float
    var latest: Float
    var lastDay: Int32
  }

  package struct Target: Sendable {
    package var form: NameForm
    package var count: Float = 0
    var recent: Float = 0
    var firstDay: Int32 = .max
    var lastDay: Int32 = .min
    /// Labels other than its name that mean it more often than anything else ("Italian"), most
    /// frequent first.
    var aliases: [String] = []
  }

  /// The meanings of a label, most frequent first, and its whole weight.
  package struct Senses: Sendable {
    package var senses: [Sense] = []
    var recent: Float = 0
    var latest: Float = 0
    package var count: Float = 0
    var patterns: [PatternUse] = []
  }

  struct PatternUse: Sendable {
    var pattern: NamePattern
    var weight: Float
  }

  /// The date of the latest example.
  package let end: NameDate
  package private(set) var targets: [Target] = []
  private var targetNumbers: [UInt64: Int32] = [:]
  /// By the label's exact hash, and by its folded hash.
  private var labels: [UInt64: Int32] = [:]
  private var foldedLabels: [UInt64: Int32] = [:]
  private var entries: [Senses] = []
  private var foldedEntries: [Senses] = []
  /// Labels by number.
  package private(set) var labelForms: [NameForm] = []
  private var byBase: [UInt64: [Int32]] = [:]
  private var byFolded: [UInt64: [Int32]] = [:]
  private var spellings = SpellingIndex()
  /// Patterns of labels that begin with another entity's name ("Mexican police"), by the folded rest.
  private var restPatterns: [UInt64: [PatternUse]] = [:]
  /// Patterns around the label itself ("{label} national football team"), most frequent first.
  private(set) var commonPatterns: [PatternUse] = []
  var company = CompanyCounts()

  static let recentYears: Float = 2
  static let latestYears: Float = 0.5
  /// A pattern of fewer labels than this ("{label} Strip") tells nothing of others.
  private static let patternLabels = 12
  /// Labels of an event that are asked, at most.
  static let companyLimit = 40

  package init(_ examples: [NameExample]) {
    let examples = examples.sorted { a, b in
      a.date != b.date ? a.date < b.date : a.title < b.title
    }
    end = examples.last?.date ?? NameDate(day: 0, year: 1970, month: 1)
    var forms = Forms()
    countSenses(examples, &forms)
    sortSenses()
    indexTargets()
    nameAliases()
    learnCompany(examples, &forms)
  }

  // MARK: Asking

  package func senses(ofLabel hash: UInt64) -> Senses? { labels[hash].map { entries[Int($0)] } }
  func senses(ofFolded hash: UInt64) -> Senses? {
    foldedLabels[hash].map { foldedEntries[Int($0)] }
  }
  package func target(_ hash: UInt64) -> Target? { targetNumbers[hash].map { targets[Int($0)] } }
  func number(ofTarget hash: UInt64) -> Int32? { targetNumbers[hash] }
  func namesakes(ofBase hash: UInt64) -> [Int32] { byBase[hash] ?? [] }
  func targets(ofFolded hash: UInt64) -> [Int32] { byFolded[hash] ?? [] }

  /// The entity that a label most often means, or the name that the label itself makes.
  package func commonest(_ label: NameForm) -> NameForm {
    if let k = labels[label.hash] ?? nil, let sense = entries[Int(k)].senses.first {
      return targets[Int(sense.target)].form
    }
    if let k = foldedLabels[label.folded], let sense = foldedEntries[Int(k)].senses.first {
      return targets[Int(sense.target)].form
    }
    let name = NameForm.canonical(label.text)
    return name == label.text ? label : NameForm(name)
  }

  /// The entities of an event's other labels, each once.
  package func company(of labels: [NameForm]) -> [NameForm] {
    var company: [NameForm] = []
    for label in labels.prefix(Self.companyLimit) {
      let entity = commonest(label)
      if !company.contains(where: { $0.hash == entity.hash }) { company.append(entity) }
    }
    return company
  }

  /// Entities of whose names the label may be a misspelling or a damaged form.
  package func spellings(of label: NameForm) -> [Int32] { spellings.targets(near: label) }

  func patterns(ofRest hash: UInt64) -> [PatternUse] { restPatterns[hash] ?? [] }

  /// A label that begins with a name of another entity: that entity, and the label's rest.
  func parts(of label: NameForm) -> (owner: NameForm, rest: NameForm)? {
    let text = label.text.utf8
    var place = text.startIndex
    var parts: (NameForm, NameForm)?
    for _ in 0..<3 {
      guard let space = text[place...].firstIndex(of: 32) else { break }
      place = text.index(after: space)
      let front = NameForm(String(label.text[..<space]))
      guard place < text.endIndex, let first = front.text.utf8.first, !first.isASCIILower,
        let k = labels[front.hash], entries[Int(k)].recent > 0.5,
        let sense = entries[Int(k)].senses.first, sense.recent * 2 > entries[Int(k)].recent
      else { continue }
      parts = (targets[Int(sense.target)].form, NameForm(String(label.text[place...])))
    }
    return parts
  }

  // MARK: Learning

  /// Forms of names, each made once.
  private struct Forms {
    private var known: [String: NameForm] = [:]

    subscript(_ text: String) -> NameForm {
      mutating get {
        if let form = known[text] { return form }
        let form = NameForm(text)
        known[text] = form
        return form
      }
    }
  }

  private mutating func countSenses(_ examples: [NameExample], _ forms: inout Forms) {
    for example in examples {
      let age = end.years(since: example.date)
      let weights = (exp(-age / Self.recentYears), exp(-age / Self.latestYears))
      for link in example.links {
        let target = forms[link.target]
        let number = self.number(target)
        targets[Int(number)].count += 1
        targets[Int(number)].recent += weights.0
        targets[Int(number)].firstDay = min(
          targets[Int(number)].firstDay, Int32(example.date.day))
        targets[Int(number)].lastDay = max(targets[Int(number)].lastDay, Int32(example.date.day))
        var names = [link.label]
        if let range = link.range {
          let surface = String(decoding: Array(example.title.utf8)[range], as: UTF8.self)
          if surface != link.label { names.append(surface) }
        }
        for name in names {
          let label = forms[name]
          let sense = Sense(
            target: number, count: 1, recent: weights.0, latest: weights.1,
            lastDay: Int32(example.date.day))
          if labels[label.hash] == nil {
            labels[label.hash] = Int32(entries.count)
            entries.append(Senses())
            labelForms.append(label)
          }
          if foldedLabels[label.folded] == nil {
            foldedLabels[label.folded] = Int32(foldedEntries.count)
            foldedEntries.append(Senses())
          }
          if let k = labels[label.hash] { entries[Int(k)].add(sense) }
          if let k = foldedLabels[label.folded] { foldedEntries[Int(k)].add(sense) }
        }
      }
    }
  }

  private mutating func number(_ form: NameForm) -> Int32 {
    if let known = targetNumbers[form.hash] { return known }
    let number = Int32(targets.count)
    targetNumbers[form.hash] = number
    targets.append(Target(form: form))
    return number
  }

  private mutating func sortSenses() {
    for k in entries.indices { entries[k].sort(targets) }
    for k in foldedEntries.indices { foldedEntries[k].sort(targets) }
  }

  private mutating func indexTargets() {
    for (k, target) in targets.enumerated() {
      byBase[target.form.base, default: []].append(Int32(k))
      byFolded[target.form.folded, default: []].append(Int32(k))
    }
    for (k, label) in labelForms.enumerated() {
      if let sense = entries[k].senses.first { spellings.add(label, target: sense.target) }
    }
    for (k, target) in targets.enumerated() { spellings.add(target.form, target: Int32(k)) }
  }

  /// Capitalised labels that mean one entity more often than all others together.
  private mutating func nameAliases() {
    var found: [[(weight: Float, label: Int)]] = Array(repeating: [], count: targets.count)
    for (k, entry) in entries.enumerated() {
      let label = labelForms[k]
      guard let sense = entry.senses.first, sense.recent * 2 > entry.recent,
        let first = label.text.unicodeScalars.first, first.properties.isUppercase
      else { continue }
      let name = targets[Int(sense.target)].form
      let isAcronym = label.text.utf8.count <= 3 || label.text.uppercased() == label.text
      if isAcronym || label.folded == name.base || label.folded == name.folded { continue }
      found[Int(sense.target)].append((sense.recent, k))
    }
    for k in targets.indices {
      let best = found[k].sorted {
        $0.weight != $1.weight
          ? $0.weight > $1.weight : labelForms[$0.label].text < labelForms[$1.label].text
      }
      targets[k].aliases = best.prefix(4).map { labelForms[$0.label].text }
    }
  }

  private mutating func learnCompany(_ examples: [NameExample], _ forms: inout Forms) {
    var common: [String: Float] = [:]
    var labelsOf: [String: Set<UInt64>] = [:]
    var patternsOf: [[String: Float]] = Array(repeating: [:], count: entries.count)
    var foldedPatternsOf: [[String: Float]] = Array(repeating: [:], count: foldedEntries.count)
    var restPatternsOf: [UInt64: [String: Float]] = [:]
    var restUsesOf: [UInt64: Float] = [:]
    var usesOf = [Float](repeating: 0, count: entries.count)
    var foldedUsesOf = [Float](repeating: 0, count: foldedEntries.count)
    for example in examples {
      let weight = exp(-end.years(since: example.date) / (4 * Self.recentYears))
      let links = example.links.map { link in
        let label = forms[link.label]
        return (label: label, target: forms[link.target], entity: commonest(label))
      }
      for link in links {
        let others = links.filter { $0.label.hash != link.label.hash }.prefix(Self.companyLimit)
        var company: [NameForm] = []
        for other in others
        where !company.contains(where: { $0.hash == other.entity.hash }) {
          company.append(other.entity)
        }
        let said = CompanyCounts.words(company, others.map(\.label))
        self.company.add(link.label, link.target, company, said)
        if let k = labels[link.label.hash] { usesOf[Int(k)] += weight }
        if let k = foldedLabels[link.label.folded] { foldedUsesOf[Int(k)] += weight }
        if let parts = parts(of: link.label) {
          restUsesOf[parts.rest.folded, default: 0] += weight
          for pattern in NamePattern.patterns(
            of: link.target, label: parts.rest, company: [parts.owner], date: example.date,
            table: self) where pattern.holdsCompany
          {
            restPatternsOf[parts.rest.folded, default: [:]][pattern.text, default: 0] += weight
          }
        }
        let patterns = NamePattern.patterns(
          of: link.target, label: link.label, company: company, date: example.date, table: self)
        for pattern in patterns {
          if let k = labels[link.label.hash] {
            patternsOf[Int(k)][pattern.text, default: 0] += weight
          }
          if let k = foldedLabels[link.label.folded] {
            foldedPatternsOf[Int(k)][pattern.text, default: 0] += weight
          }
          if pattern.holdsLabel {
            common[pattern.text, default: 0] += weight
            labelsOf[pattern.text, default: []].insert(link.label.hash)
          }
        }
      }
    }
    for k in entries.indices {
      entries[k].patterns = Self.sorted(patternsOf[k], of: usesOf[k], limit: 30)
    }
    for k in foldedEntries.indices {
      foldedEntries[k].patterns = Self.sorted(
        foldedPatternsOf[k], of: foldedUsesOf[k], limit: 30)
    }
    for (rest, patterns) in restPatternsOf {
      restPatterns[rest] = Self.sorted(patterns, of: restUsesOf[rest] ?? 0, limit: 8)
    }
    commonPatterns = Self.sorted(
      common, of: common.values.sorted().reduce(0, +), limit: 120
    ).filter {
      $0.pattern.text.utf8.count > 1
        && (labelsOf[$0.pattern.text]?.count ?? 0) >= Self.patternLabels
    }
  }

  /// Shares of the patterns, largest first.
  private static func sorted(
    _ counts: [String: Float], of total: Float, limit: Int
  ) -> [PatternUse] {
    let order = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return order.prefix(limit).map {
      PatternUse(pattern: NamePattern(text: $0.key), weight: $0.value / (total + 0.5))
    }
  }
}

extension NameDate {
  init(day: Int, year: Int, month: Int) {
    self.day = day
    self.year = year
    self.month = month
  }
}

extension AliasTable.Senses {
  fileprivate mutating func add(_ sense: AliasTable.Sense) {
    count += 1
    recent += sense.recent
    latest += sense.latest
    guard let k = senses.firstIndex(where: { $0.target == sense.target }) else {
      senses.append(sense)
      return
    }
    senses[k].count += 1
    senses[k].recent += sense.recent
    senses[k].latest += sense.latest
    senses[k].lastDay = max(senses[k].lastDay, sense.lastDay)
  }

  fileprivate mutating func sort(_ targets: [AliasTable.Target]) {
    senses.sort { a, b in
      if a.recent != b.recent { return a.recent > b.recent }
      return targets[Int(a.target)].form.text < targets[Int(b.target)].form.text
    }
  }
}

/// How often entities and words stood beside each other in one event.
struct CompanyCounts: Sendable {
  private(set) var pairs = PairCounts(capacity: 1 << 19)
  private(set) var targets = PairCounts(capacity: 1 << 16)
  private(set) var companions = PairCounts(capacity: 1 << 16)
  private(set) var ofLabel = PairCounts(capacity: 1 << 19)
  private(set) var labelWords = PairCounts(capacity: 1 << 20)
  private(set) var wordPairs = PairCounts(capacity: 1 << 20)
  private(set) var words = PairCounts(capacity: 1 << 14)
  private(set) var nameWords = PairCounts(capacity: 1 << 14)
  private(set) var pairCount: Float = 0
  private(set) var linkCount: Float = 0

  mutating func add(
    _ label: NameForm, _ target: NameForm, _ company: [NameForm], _ said: [UInt64]
  ) {
    targets.add(target.hash)
    linkCount += 1
    for other in company {
      pairs.add(PairCounts.key(target.hash, other.hash))
      companions.add(other.hash)
      pairCount += 1
      let meeting = PairCounts.key(label.hash, other.hash)
      ofLabel.add(meeting)
      ofLabel.add(PairCounts.key(meeting, target.hash))
    }
    for word in said {
      let meeting = PairCounts.key(label.hash, word)
      labelWords.add(meeting)
      labelWords.add(PairCounts.key(meeting, target.hash))
    }
    let own = Self.ownWords(of: target, label)
    for word in own { nameWords.add(word) }
    for word in said {
      words.add(word)
      for name in own { wordPairs.add(PairCounts.key(word, name)) }
    }
  }

  /// The words of labels and of their entities, each once.
  static func words(_ company: [NameForm], _ labels: [NameForm]) -> [UInt64] {
    var words: [UInt64] = []
    for form in company + labels.prefix(AliasTable.companyLimit) {
      for word in form.words where !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// The words that the name has beyond its label's.
  static func ownWords(of target: NameForm, _ label: NameForm) -> [UInt64] {
    var own: [UInt64] = []
    for word in target.words where !label.words.contains(word) && !own.contains(word) {
      own.append(word)
    }
    return own
  }
}
