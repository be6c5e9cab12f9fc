internal import EventGraph

/// Finds which names acronyms stand for: "UN" and "U.N." for "United Nations".
///
/// Initials alone say little (sixteen names of the portal are "AU"), so that one of these must say it:
/// a title defines the acronym, "International Atomic Energy Agency (IAEA)"; the archive's links give
/// the words "IAEA" that page almost always; or the name with these initials keeps the same company,
/// twice as much as any other with them. What a title defines and the company denies is kept apart and
/// listed as doubtful. So is an acronym that is a page of the wiki itself: its editors chose to link that
/// page and not the long one, and what links say is not overruled; the user may.
struct Acronyms: Sendable {
  /// In the order of the names.
  private(set) var pairs: [SameNames.Pair] = []
  /// By place in the list of names: acronyms that stand for a longer name.
  private(set) var short: Set<Int> = []

  /// Names with the same letters: those that are acronyms, and those of words that begin so.
  private struct Letters {
    var acronyms: [Int] = []
    var longForms: [Int] = []
  }

  /// The company of names with the same letters, each made once; none of them is company.
  private struct Likeness {
    private let company: NameCompany
    private let except: Set<Int>
    private var known: [Int: NameCompany.Companions] = [:]

    init(of group: Letters, _ company: NameCompany) {
      self.company = company
      except = Set(group.acronyms + group.longForms)
    }

    mutating func callAsFunction(_ a: Int, _ b: Int) -> (cosine: Double, companions: Int) {
      NameCompany.likeness(companions(of: a), companions(of: b))
    }

    private mutating func companions(of place: Int) -> NameCompany.Companions {
      if let known = known[place] { return known }
      let made = company.companions(of: place, except: except)
      known[place] = made
      return made
    }
  }

  private static let mostLetters = 8
  /// Long forms of the same letters that are compared, at most: those of most events.
  private static let mostLongForms = 48
  /// Of company: the cosine of the two names' weighted companions, and companions in common.
  private static let leastLikeness = 0.15
  private static let leastCompanions = 10
  private static let leastEvents = 8
  /// How much more alike the best must be than the next.
  private static let lead = 1.5
  private static let leastLinks = 4
  private static let doubt = 0.6
  /// Definitions that need no company's word where no other name is defined.
  private static let leastDefinitions = 3

  /// - Parameters:
  ///   - known: Names of entities, sorted by bytes, each once.
  ///   - isPage: Whether each is the name of a wiki's page.
  init(
    _ known: [StringIndex], _ labels: EventLabels, _ events: EventTable, _ facts: FactTable,
    isPage: [Bool]
  ) {
    var groups = Self.groups(known, facts.strings)
    if groups.isEmpty { return }
    let company = NameCompany(
      of: groups.values.flatMap { $0.acronyms + $0.longForms }, known, labels,
      stringCount: facts.strings.count)
    for letters in groups.keys {
      groups[letters]?.longForms.sort {
        let (x, y) = (company.eventCount($0), company.eventCount($1))
        return x != y ? x > y : $0 < $1
      }
    }
    let defined = Definitions(events, facts.strings)
    let linked = Self.linked(known, company, facts)
    var found: [SameNames.Pair] = []
    for letters in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let group = groups[letters] else { continue }
      var likeness = Likeness(of: group, company)
      for acronym in group.acronyms {
        if let target = linked[acronym] {
          found.append(Self.pair(acronym, target, "name.linkedAcronym", true, 0.93))
          if company.isEstablished(target, beside: acronym) { short.insert(acronym) }
          continue
        }
        let long = Array(group.longForms.prefix(Self.mostLongForms))
        if let pair = Self.decide(
          acronym, long, &likeness, company, defined.counts(letters, known, long, facts.strings))
        {
          found.append(pair)
          let other = pair.first == acronym ? pair.second : pair.first
          if pair.isSame, company.isEstablished(other, beside: acronym) { short.insert(acronym) }
        }
      }
      found += Self.dotted(group.acronyms, &likeness)
    }
    for k in found.indices where found[k].isSame {
      let acronyms = [found[k].first, found[k].second].filter {
        Self.letters(
          ofAcronym: facts.strings.bytes.span.extracting(facts.strings.range(of: known[$0])))
          != nil
      }
      if acronyms.contains(where: { isPage[$0] }) {
        found[k].isSame = false
        found[k].confidence = Self.doubt
      }
    }
    pairs = found.sorted { ($0.first, $0.second, $0.rule) < ($1.first, $1.second, $1.rule) }
  }

  private static func pair(
    _ a: Int, _ b: Int, _ rule: String, _ isSame: Bool, _ confidence: Double
  ) -> SameNames.Pair {
    SameNames.Pair(
      first: min(a, b), second: max(a, b), rule: rule, isSame: isSame, confidence: confidence)
  }

  /// The long form that titles define or company tells, if one stands out.
  private static func decide(
    _ acronym: Int, _ longForms: [Int], _ likeness: inout Likeness, _ company: NameCompany,
    _ defined: [Int]
  ) -> SameNames.Pair? {
    let alike = longForms.map { likeness(acronym, $0) }
    func best(_ value: (Int) -> Double) -> (place: Int, lead: Double)? {
      let order = longForms.indices.sorted {
        value($0) != value($1) ? value($0) > value($1) : $0 < $1
      }
      guard let first = order.first, value(first) > 0 else { return nil }
      let second = order.count > 1 ? value(order[1]) : 0
      return (first, second > 0 ? value(first) / second : .infinity)
    }
    let likest = best { alike[$0].cosine }
    if let told = best({ Double(defined[$0]) }) {
      // Where a long form is defined beside others of its letters, company must say the same.
      let isAlone = told.lead == .infinity && defined[told.place] >= leastDefinitions
      let isSure =
        told.lead >= 3 && alike[told.place].companions > 0
        && (isAlone || likest?.place == told.place)
      if isSure || company.isRare(acronym) && told.lead == .infinity && longForms.count == 1 {
        return pair(acronym, longForms[told.place], "name.definedAcronym", true, 0.92)
      }
      if defined[told.place] > 1 {
        return pair(acronym, longForms[told.place], "name.definedAcronym", false, doubt)
      }
      return nil
    }
    guard let likest, likest.lead >= lead, alike[likest.place].cosine >= leastLikeness,
      alike[likest.place].companions >= leastCompanions,
      company.eventCount(acronym) >= leastEvents,
      company.eventCount(longForms[likest.place]) >= leastEvents
    else { return nil }
    return pair(acronym, longForms[likest.place], "name.initials", true, 0.85)
  }

  /// "U.N." and "UN" where they keep the same company.
  private static func dotted(
    _ acronyms: [Int], _ likeness: inout Likeness
  ) -> [SameNames.Pair] {
    var found: [SameNames.Pair] = []
    for (k, first) in acronyms.enumerated() {
      for second in acronyms[(k + 1)...] {
        let alike = likeness(first, second)
        let isOne = alike.cosine >= leastLikeness / 2 && alike.companions >= leastCompanions
        if isOne { found.append(pair(first, second, "name.dots", true, 0.9)) }
      }
    }
    return found
  }

  /// Names by the letters of the acronyms among them.
  private static func groups(
    _ known: [StringIndex], _ strings: borrowing StringInterner
  ) -> [[UInt8]: Letters] {
    let bytes = strings.bytes.span
    var groups: [[UInt8]: Letters] = [:]
    for (place, name) in known.enumerated() {
      if let letters = Self.letters(ofAcronym: bytes.extracting(strings.range(of: name))) {
        groups[letters, default: Letters()].acronyms.append(place)
      }
    }
    if groups.isEmpty { return groups }
    for (place, name) in known.enumerated() {
      let text = bytes.extracting(strings.range(of: name))
      guard let initials = Self.initials(of: text), groups[initials] != nil,
        Self.letters(ofAcronym: text) == nil
      else { continue }
      groups[initials]?.longForms.append(place)
    }
    return groups
  }

  /// The letters of "UN", "U.N." and "U.N"; nil for what is no acronym.
  ///
  /// Dots stand behind all letters, but for the last, or behind none: other places would give eight
  /// letters 256 spellings.
  static func letters(ofAcronym text: Span<UInt8>) -> [UInt8]? {
    guard (2...2 * mostLetters).contains(text.count), text[0].isASCIIUpper else { return nil }
    let step = text[1] == UInt8(ascii: ".") ? 2 : 1
    var letters: [UInt8] = []
    for k in text.indices {
      if k % step == 0 {
        guard text[k].isASCIIUpper else { return nil }
        letters.append(text[k])
      } else if text[k] != UInt8(ascii: ".") {
        return nil
      }
    }
    return (2...mostLetters).contains(letters.count) ? letters : nil
  }

  /// The capitals that begin a name's words; nil of a name of one word.
  static func initials(of text: Span<UInt8>) -> [UInt8]? {
    var initials: [UInt8] = []
    var words = 0
    var isInWord = false
    for k in text.indices {
      let byte = text[k]
      let isWord = byte.isASCIIAlphanumeric || byte >= 0x80 || byte == 39 || byte == 45
      if isWord, !isInWord {
        words += 1
        if byte.isASCIIUpper { initials.append(byte) }
        if initials.count > mostLetters { return nil }
      }
      isInWord = isWord
    }
    return words > 1 && initials.count > 1 ? initials : nil
  }

  /// The page that links almost always give an acronym's words, by the acronym's place: where the
  /// acronym is a page of its own as well, the editors linked it as what it stands for.
  private static func linked(
    _ known: [StringIndex], _ company: NameCompany, _ facts: FactTable
  ) -> [Int: Int] {
    if facts.links.isEmpty { return [:] }
    let bytes = facts.strings.bytes.span
    var counts: [StringIndex: [StringIndex: Int]] = [:]
    for link in facts.links where link.label != link.entity && link.role != .wholeTopic {
      let label = bytes.extracting(facts.strings.range(of: link.label))
      guard label.count > 1, label[0].isASCIIUpper, label.count <= 2 * mostLetters,
        company.place(of: link.label) != nil, letters(ofAcronym: label) != nil
      else { continue }
      counts[link.label, default: [:]][link.entity, default: 0] += 1
    }
    var found: [Int: Int] = [:]
    for (label, targets) in counts {
      guard let acronym = company.place(of: label) else { continue }
      let all = targets.values.reduce(0, +)
      guard let best = targets.max(by: { $0.value < $1.value }), best.value >= leastLinks,
        best.value * 20 >= all * 19, let target = Self.place(of: best.key, known, facts.strings)
      else { continue }
      found[acronym] = target
    }
    return found
  }

  private static func place(
    of name: StringIndex, _ known: [StringIndex], _ strings: borrowing StringInterner
  ) -> Int? {
    let bytes = strings.bytes.span
    var (low, high) = (0, known.count)
    while low < high {
      let middle = (low + high) / 2
      if bytes.isLess(strings.range(of: known[middle]), strings.range(of: name)) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < known.count && known[low] == name ? low : nil
  }
}

/// Where titles write an acronym in brackets behind what it stands for.
private struct Definitions {
  /// By the acronym's letters: what stands before the bracket.
  private var before: [[UInt8]: [[UInt8]]] = [:]
  private static let longestName = 120

  init(_ events: EventTable, _ strings: borrowing StringInterner) {
    let bytes = strings.bytes.span
    for event in events.events {
      let title = bytes.extracting(strings.range(of: event.title))
      for open in [UInt8(ascii: "("), UInt8(ascii: "[")] {
        var k = 0
        while let start = title.firstIndex(of: open, from: k, to: title.count) {
          k = start + 1
          var end = k
          while end < title.count, title[end].isASCIIUpper || title[end] == UInt8(ascii: ".") {
            end += 1
          }
          guard end > k, end < title.count, title[end] == (open == 40 ? 41 : 93),
            let letters = Acronyms.letters(ofAcronym: title.extracting(k..<end))
          else { continue }
          var last = start
          while last > 0, title[last - 1] == 32 || title[last - 1] == 34 { last -= 1 }
          let words = title.extracting(max(0, last - Self.longestName)..<last)
          before[letters, default: []].append(words.indices.map { words[$0] })
        }
      }
    }
  }

  /// How often each of some names is what stands before the acronym.
  func counts(
    _ letters: [UInt8], _ known: [StringIndex], _ names: [Int],
    _ strings: borrowing StringInterner
  ) -> [Int] {
    guard let told = before[letters] else { return names.map { _ in 0 } }
    return names.map { place in
      let name = strings.bytes[strings.range(of: known[place])]
      return told.count { words in
        words.count >= name.count && words[(words.count - name.count)...].elementsEqual(name)
          && (words.count == name.count
            || !words[words.count - name.count - 1].isASCIIAlphanumeric)
      }
    }
  }
}
