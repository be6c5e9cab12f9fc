internal import EventGraph
internal import EventIngest

/// Which name stands for each name of an entity.
struct EntityNames: Sendable {
  /// By string index: the name that stands for it; the empty one, and none behind the end, where it
  /// stands for itself.
  private var representatives: [StringIndex] = []
  /// Names of which nothing is made.
  private(set) var dropped: Set<StringIndex> = []

  /// The other names of each name that stands for some, sorted by bytes.
  private(set) var aliases: [StringIndex: [StringIndex]] = [:]

  /// How many names another stands for.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 && dropped.isEmpty }

  subscript(_ name: StringIndex) -> StringIndex {
    guard name.position < representatives.count else { return name }
    let other = representatives[name.position]
    return other.isEmpty ? name : other
  }

  func isDropped(_ name: StringIndex) -> Bool { !dropped.isEmpty && dropped.contains(name) }

  /// Each name once.
  mutating func rename(_ name: StringIndex, to other: StringIndex) {
    if name.position >= representatives.count {
      let missing = name.position + 1 - representatives.count
      representatives.append(contentsOf: repeatElement(.empty, count: missing))
    }
    representatives[name.position] = other
    count += 1
    aliases[other, default: []].append(name)
  }

  mutating func drop(_ name: StringIndex) { dropped.insert(name) }
}

extension ContextLabels {
  /// Gives spellings of one name, and what the user says is one, one entity; drops what the user drops.
  ///
  /// The name that stands for a group is the user's first, else the one that the newest third of its
  /// events use most: titles of a wiki move with time, and the newest is where they moved to.
  mutating func joinNames(
    _ events: EventTable, _ linked: inout LinkedLabels, _ overrides: EntityOverrides, threads: Int
  ) -> (names: EntityNames, decisions: [IdentityDecision]) {
    let known = entityNames()
    var places: [StringIndex: Int] = [:]
    if !facts.links.isEmpty || !overrides.same.isEmpty || !overrides.notSame.isEmpty {
      for (place, name) in known.enumerated() { places[name] = place }
    }
    var isPage = [Bool](repeating: false, count: known.count)
    for fact in facts.links { if let place = places[fact.entity] { isPage[place] = true } }
    let spellings = SameNames(known, isPage: isPage, in: facts.strings, threads: threads)
    let acronyms = Acronyms(known, labels, events, facts, isPage: isPage)
    let found = spellings.pairs + acronyms.pairs

    var groups = JoinedPairs(count: known.count)
    func pairs(_ list: [(StringIndex, StringIndex)]) -> [(Int, Int)] {
      list.compactMap { a, b in
        guard let x = places[a], let y = places[b] else { return nil }
        return (x, y)
      }
    }
    for (a, b) in pairs(overrides.notSame) { groups.forbid(a, b) }
    for (a, b) in pairs(overrides.same) { groups.join(a, b) }
    let surest = found.sorted {
      $0.confidence != $1.confidence
        ? $0.confidence > $1.confidence : ($0.first, $0.second) < ($1.first, $1.second)
    }
    for pair in surest where pair.isSame { groups.join(pair.first, pair.second) }

    var members: [Int: [Int]] = [:]
    for pair in found {
      for place in [pair.first, pair.second] { members[groups.root(place), default: []] += [place] }
    }
    for (a, b) in pairs(overrides.same) { members[groups.root(a), default: []] += [a, b] }
    var names = EntityNames()
    let uses = uses(of: Set(members.values.joined().map { known[$0] }), events)
    for (_, places) in members.sorted(by: { $0.key < $1.key }) {
      let group = Set(places).sorted().map { known[$0] }
      guard group.count > 1 else { continue }
      // What an acronym stands for is its name, however seldom it is written whole.
      let whole = Set(places).subtracting(acronyms.short).sorted().map { known[$0] }
      let name =
        overrides.first(of: group) ?? Self.current(whole.isEmpty ? group : whole, uses)
      for other in group where other != name { names.rename(other, to: name) }
    }
    // By what stands for them: a spelling that was joined to another is dropped with it.
    for name in overrides.drops { names.drop(names[name]) }
    apply(names)
    linked.rename(names)
    return (names, listed(found, known, &groups, overrides))
  }

  /// Overrides that name nothing in these documents.
  func unused(_ overrides: Overrides, _ events: EventTable) -> [Diagnostic] {
    if overrides.isEmpty { return [] }
    let known = Set(entityNames())
    return overrides.mentioned.compactMap { name, line in
      if events.number(ofPath: name, facts) != nil { return nil }
      if let index = facts.strings.find(Array(name.utf8).span), known.contains(index) { return nil }
      return Diagnostic(
        .unusedOverride, file: overrides.file, line: line,
        "'\(name)' names no entity and no event's page of what was read, so the line does nothing "
          + "for it; 'weft search' finds names as they are spelled")
    }
  }

  /// All names of entities, sorted by bytes.
  func entityNames() -> [StringIndex] {
    var isKnown = [Bool](repeating: false, count: facts.strings.count)
    var names: [StringIndex] = []
    func note(_ name: StringIndex) {
      if isKnown[name.position] { return }
      isKnown[name.position] = true
      names.append(name)
    }
    for event in labels.named { for name in event { note(name.entity) } }
    for fact in facts.nested {
      note(fact.topic)
      note(fact.parent)
    }
    return facts.strings.sorted(names)
  }

  /// Days of the events that name each of some entities, in order.
  private func uses(
    of names: Set<StringIndex>, _ events: EventTable
  ) -> [StringIndex: [Int]] {
    if names.isEmpty { return [:] }
    var isAsked = [Bool](repeating: false, count: facts.strings.count)
    for name in names { isAsked[name.position] = true }
    var uses: [StringIndex: [Int]] = [:]
    for (event, list) in labels.named.enumerated() {
      for name in list where isAsked[name.entity.position] {
        uses[name.entity, default: []].append(events.events[event].date?.firstEpochDay ?? .min)
      }
    }
    return uses.mapValues { $0.sorted() }
  }

  private static func current(
    _ group: [StringIndex], _ uses: [StringIndex: [Int]]
  ) -> StringIndex {
    let days = group.flatMap { uses[$0] ?? [] }.sorted()
    let start = days.isEmpty ? Int.min : days[days.count - (days.count + 2) / 3]
    func recent(_ name: StringIndex) -> (Int, Int) {
      let days = uses[name] ?? []
      return (days.count { $0 >= start }, days.count)
    }
    // The group is in order of its bytes, so that of equals the first stands.
    var best = group[0]
    for name in group.dropFirst() where recent(name) > recent(best) { best = name }
    return best
  }

  private mutating func apply(_ names: EntityNames) {
    if names.isEmpty { return }
    for k in labels.entries.indices { labels.entries[k].entity = names[labels.entries[k].entity] }
    if !names.dropped.isEmpty { labels.entries.removeAll { names.isDropped($0.entity) } }
    let strings = facts.strings
    let bytes = strings.bytes.span
    for event in labels.named.indices {
      guard
        labels.named[event].contains(where: {
          names[$0.entity] != $0.entity || names.isDropped($0.entity)
        })
      else { continue }
      let pairs = Set(
        labels.named[event].map {
          EventLabels.NamedLabel(label: $0.label, entity: names[$0.entity])
        }.filter { !names.isDropped($0.entity) })
      labels.named[event] = pairs.sorted { a, b in
        let (x, y) = a.label != b.label ? (a.label, b.label) : (a.entity, b.entity)
        return bytes.isLess(strings.range(of: x), strings.range(of: y))
      }
    }
    for k in facts.links.indices { facts.links[k].entity = names[facts.links[k].entity] }
    for k in facts.nested.indices {
      facts.nested[k].topic = names[facts.nested[k].topic]
      facts.nested[k].parent = names[facts.nested[k].parent]
    }
    facts.nested.removeAll {
      $0.topic == $0.parent || names.isDropped($0.topic) || names.isDropped($0.parent)
    }
  }

  private func listed(
    _ found: [SameNames.Pair], _ known: [StringIndex], _ groups: inout JoinedPairs,
    _ overrides: EntityOverrides
  ) -> [IdentityDecision] {
    func decision(
      _ a: StringIndex, _ b: StringIndex, _ isSame: Bool, _ rule: String, _ confidence: Double,
      _ evidence: String
    ) -> IdentityDecision {
      let names = [facts.strings[a], facts.strings[b]].sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      return IdentityDecision(
        subject: .entity, first: names[0], second: names[1], isSame: isSame, rule: rule,
        confidence: confidence, evidence: evidence)
    }
    var all = overrides.same.map { decision($0, $1, true, "override", 1, "the overrides say so") }
    all += overrides.notSame.map { decision($0, $1, false, "override", 1, "the overrides say so") }
    for pair in found {
      let (a, b) = (known[pair.first], known[pair.second])
      if overrides.decides(a, b) { continue }
      let isOne = groups.root(pair.first) == groups.root(pair.second)
      all.append(
        decision(
          a, b, isOne, pair.rule, isOne == pair.isSame ? pair.confidence : 1,
          SameNames.evidence(of: pair.rule)))
    }
    return all
  }
}
