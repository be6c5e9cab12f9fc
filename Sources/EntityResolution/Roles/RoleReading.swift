internal import EventGraph

/// The features of every mention in a title, for `RoleModel`.
///
/// A shallow reading: the main verb of each sentence, what governs each name on its left
/// (a preposition, a verb, nothing), what the name describes on its right, and the kinds.
struct RoleReading {
  /// By mention of the title that was read last; empty for one beyond the tokens.
  private(set) var features: [[Int32]] = []

  var reader = TitleTokens()
  var sentences: [Int] = []
  var clauses: [Clause] = []
  var mentions: ArraySlice<TitleMention> = []
  var kinds: [Int] = []

  typealias F = RoleFeatures
  typealias Token = TitleTokens.Token

  static let none = ClauseWords.Preposition.allCases.count
  private static let broken = none + 1
  static let verb = none + 2
  private static let possessive = none + 3
  private static let longestReach = 7

  var tokens: [Token] { reader.tokens }

  /// - Parameters:
  ///   - kinds: Raw values of the mentions' entity kinds.
  ///   - strings: Bytes that `labels` lie in.
  ///   - demonyms: For each mention, whether its label is the adjective of a state.
  mutating func read(
    _ title: Span<UInt8>, _ mentions: ArraySlice<TitleMention>, kinds: [Int], isDemonym: [Bool],
    isCurrency: [Bool]
  ) {
    reader.read(title, mentions)
    (sentences, clauses) = Clause.read(reader.tokens)
    self.mentions = mentions
    self.kinds = kinds
    features.removeAll(keepingCapacity: true)
    for k in 0..<mentions.count {
      guard let range = reader.places[k] else {
        features.append([])
        continue
      }
      features.append(read(title, k, range, isDemonym[k], isCurrency[k]))
    }
  }

  /// The feature of a template with these values; written without an array, since it is called some
  /// twenty times a mention.
  func number(
    _ template: F.Template, _ a: Int = 0, _ b: Int = -1, _ c: Int = -1, _ d: Int = -1, _ e: Int = -1
  ) -> Int32 {
    let base = template.rawValue * F.mostDimensions
    var value = a
    if b >= 0 { value = value * sizes[base + 1] + b }
    if c >= 0 { value = value * sizes[base + 2] + c }
    if d >= 0 { value = value * sizes[base + 3] + d }
    if e >= 0 { value = value * sizes[base + 4] + e }
    return Int32(offsets[template.rawValue] + value)
  }
  private let sizes = F.sizes
  private let offsets = F.space.offsets

  func isPossessive(_ token: Token) -> Bool {
    token.mention < 0 && token.mark == 0 && token.end - token.start == 2 && token.hash == Self.sHash
  }
  private static let sHash = Array("'s".utf8).span.stableHash

  /// Where the list begins that the mention belongs to: "A, B and C" share what governs A.
  private func listStart(_ first: Int, kind: Int) -> Int {
    var start = first
    for _ in 0..<12 {
      var k = start - 1
      var joins = false
      while k >= 0, tokens[k].mention < 0 {
        let token = tokens[k]
        let joint = token.word.isAndOr || token.mark == UInt8(ascii: ",")
        guard joint || token.word.isDeterminer && token.end - token.start == 3 else { break }
        joins = joins || joint
        k -= 1
      }
      guard k >= 0, joins, tokens[k].mention >= 0, kinds[tokens[k].mention] == kind,
        let place = reader.places[tokens[k].mention]
      else { return start }
      start = place.lowerBound
    }
    return start
  }

  /// Whether names of the same kind follow, divided by commas, with an "and" before the last: "France,
  /// Russia and Germany". A place and where it lies ("Paris, France") have none.
  ///
  /// - Parameter isMixed: Whether actors of any kind make a list: "the European Union, Russia and Hamas".
  private func listGoesOn(_ last: Int, kind: Int, isMixed: Bool = false) -> Bool {
    func fits(_ other: Int) -> Bool {
      kinds[other] == kind || isMixed && F.isActor(kinds[other]) && F.isActor(kind)
    }
    var k = last + 1
    var names = 0
    while k < tokens.count, names < 12 {
      let token = tokens[k]
      if token.word.isAndOr, token.mention < 0 {
        var next = k + 1
        if next < tokens.count, tokens[next].word.isDeterminer { next += 1 }
        return (names > 0 || isMixed) && next < tokens.count && tokens[next].mention >= 0
          && fits(tokens[next].mention)
      }
      if token.mention >= 0 {
        guard fits(token.mention) else { return false }
        names += 1
        k = (reader.places[token.mention]?.upperBound ?? k) + 1
        continue
      }
      guard token.mark == UInt8(ascii: ",") || token.word.isDeterminer else { return false }
      k += 1
    }
    return false
  }

  /// Whether commas set a mention off from the subject before the verb: "Hamas, the main Palestinian
  /// party, holds".
  private func isSetOff(_ first: Int, _ last: Int, _ sentence: Int, _ finite: Int?) -> Bool {
    guard let finite, last < finite else { return false }
    func isComma(_ k: Int) -> Bool {
      tokens[k].mention < 0 && tokens[k].mark == UInt8(ascii: ",")
    }
    guard (last + 1..<finite).contains(where: isComma) else { return false }
    var k = first - 1
    while k > 0, sentences[k] == sentence {
      // What stands before a comma that begins a sentence ("In Kars, Turkey, …") is no subject.
      if isComma(k) { return !tokens[k - 1].word.isPreposition }
      k -= 1
    }
    return false
  }

  /// What governs a noun phrase on its left: a preposition or one of the values above, and its token.
  ///
  /// - Parameter isPerson: What stands before a person may be an office with its own "of" and "to", which
  ///   govern other names: "the President of Russia Vladimir Putin".
  private func attachment(
    _ head: Int, sentence: Int, isPerson: Bool
  ) -> (value: Int, token: Int) {
    var value = Self.none
    var k = head - 1
    while k >= 0, sentences[k] == sentence, head - k <= Self.longestReach {
      let token = tokens[k]
      if token.mention < 0 {
        if isPerson, isOfOffice(k) {
          k -= 1
          continue
        }
        if token.word.isPreposition { return (token.word.preposition, k) }
        if token.word.isAndOr || token.word.subordinator == 0 || token.word.subordinator == 1
          || [
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\""),
            UInt8(ascii: "("),
          ].contains(token.mark)
        {
          return (Self.broken, k)
        }
        if token.word.isVerb || token.word.isAuxiliary, !token.word.isDeterminer {
          return (Self.verb, k)
        }
        if isPossessive(token) { value = Self.possessive }
      }
      k -= 1
    }
    return (value, k)
  }

  /// Whether a preposition stands behind an office: "ambassador to", "Minister of", "spokesman for".
  private func isOfOffice(_ k: Int) -> Bool {
    guard k > 0, Self.officePrepositions.contains(tokens[k].word.preposition) else { return false }
    let before = tokens[k - 1]
    return before.noun == .person
      || before.mention >= 0 && kinds[before.mention] == Int(EntityKind.role.rawValue)
  }
  private static let officePrepositions = [
    ClauseWords.Preposition.of, .to, .for,
  ].map(\.rawValue)

  /// The "by" before a list of agents that an actor ends or goes on with, whatever else is in the list:
  /// "criticized by the European Union and Japan", "by rights groups and France".
  private func sharedBy(_ joint: Int, _ first: Int, _ last: Int, kind: Int) -> Int? {
    guard F.isActor(kind) else { return nil }
    let goesOn = listGoesOn(last, kind: kind, isMixed: true)
    guard tokens[joint].word.isAndOr || goesOn else { return nil }
    // "hit by a storm and Cuba closes its schools": another clause begins.
    if predicate(after: last) != nil, !goesOn { return nil }
    var k = joint - 1
    while k >= 0, sentences[k] == sentences[first], first - k <= Self.longestList {
      let token = tokens[k]
      if token.mention < 0 {
        if token.word.preposition == ClauseWords.Preposition.by.rawValue {
          // "by two notches each and Austria" tells how much, "a song by A and B" whose it is.
          return k > 0 && (tokens[k - 1].word.isPast || tokens[k - 1].endsInED) ? k : nil
        }
        let isWord = token.mark == 0 || token.mark == UInt8(ascii: ",") || isPossessive(token)
        guard isWord, token.word.subordinator < 0, !token.word.isAuxiliary, !token.word.isThird,
          !token.word.isPreposition
            || token.word.preposition == ClauseWords.Preposition.of.rawValue
        else { return nil }
      }
      k -= 1
    }
    return nil
  }
  private static let longestList = 16

  /// The name further on in the same noun phrase, that this one describes: "German airline
  /// Lufthansa", "Hussein's chief lawyer, Khalil al-Duleimi".
  private func describedName(_ mention: Int, after last: Int) -> Int? {
    var k = last + 1
    var steps = 0
    while k < tokens.count, steps < 6 {
      let token = tokens[k]
      if token.mention >= 0, token.mention != mention {
        let kind = kinds[token.mention]
        if [EntityKind.person, .organization, .work].contains(where: { Int($0.rawValue) == kind }),
          token.isUpper
        {
          return token.mention
        }
        k = (reader.places[token.mention]?.upperBound ?? k) + 1
        steps += 1
        continue
      }
      let word = token.word
      let isComma =
        token.mark == UInt8(ascii: ",") && k > last + 1 && k + 1 < tokens.count
        && tokens[k + 1].isUpper
      let isNoun =
        token.mark == 0 && !word.isPreposition && !word.isDeterminer && !word.isAndOr
        && word.subordinator < 0 && !word.isVerbForm
      guard
        isPossessive(token) || token.isUpper || isComma || isNoun
          || token.mark == UInt8(ascii: "-") && k == last + 1
      else { return nil }
      k += 1
      steps += 1
    }
    return nil
  }

  private func read(
    _ title: Span<UInt8>, _ mention: Int, _ range: ClosedRange<Int>, _ isDemonym: Bool,
    _ isCurrency: Bool
  ) -> [Int32] {
    let (first, last) = (range.lowerBound, range.upperBound)
    let sentence = sentences[first]
    let clause = clauses[sentence]
    let kind = kinds[mention]
    let group = F.group(of: kind)
    let coarse = F.coarse(of: group)
    let isActor = coarse == 0
    let verbClass = clause.verbClass.rawValue
    let voice = clause.isPassive ? 1 : 0
    let next = last + 1 < tokens.count ? tokens[last + 1] : nil
    let before = first > 0 ? tokens[first - 1] : nil
    let head = listStart(first, kind: kind)
    var (attachment, governor) = attachment(
      head, sentence: sentence, isPerson: kind == Int(EntityKind.person.rawValue))
    if attachment == Self.broken, let by = sharedBy(governor, head, last, kind: kind) {
      (attachment, governor) = (ClauseWords.Preposition.by.rawValue, by)
    }
    var out: [Int32] = [number(.bias), number(.kind, kind), number(.group, group)]

    // Before or after the main verb, or after another verb that follows it.
    var nearestVerb: Int?
    var subordinator = -1
    var k = head - 1
    while k >= 0, sentences[k] == sentence {
      if tokens[k].mention < 0 {
        if nearestVerb == nil, tokens[k].word.isVerb || tokens[k].word.isAuxiliary {
          nearestVerb = k
        }
        if subordinator < 0 { subordinator = tokens[k].word.subordinator }
      }
      k -= 1
    }
    var position = 0
    if let finite = clause.finite { position = last < finite ? 1 : 2 }
    let side = position
    if position == 2, let nearestVerb, nearestVerb != clause.verb, nearestVerb != clause.finite {
      position = 3
    }
    out.append(number(.position, side))
    out.append(number(.voiceGroup, position, voice, group))
    out.append(number(.clause, verbClass, position, voice))
    out.append(number(.preposition, attachment))
    out.append(number(.prepositionGroup, attachment, group))
    if attachment == Self.verb {
      let word = tokens[governor].word
      out.append(number(.verbLeft, word.isVerb ? word.verbClass.rawValue : F.classes.count))
    }
    if attachment == ClauseWords.Preposition.by.rawValue {
      // "arrested by": a participle alone is passive, too.
      let isParticiple =
        governor > 0 && (tokens[governor - 1].word.isPast || tokens[governor - 1].endsInED)
      out.append(number(.by, isParticiple ? 1 : voice, isActor ? 0 : 1))
    }
    if sentence > 0 { out += [number(.later), number(.laterGroup, group)] }

    // What the name describes.
    let isBesideNext =
      next.map { $0.start == tokens[last].end + 1 || $0.mark == UInt8(ascii: "-") } ?? false
    let nextMention = next.flatMap {
      $0.mention >= 0 && $0.start == tokens[last].end + 1 ? $0.mention : nil
    }
    let chain = describedName(mention, after: last)
    var describesNoun = false
    if let next, next.mention < 0, isBesideNext, chain == nil, nextMention == nil {
      let noun = next.mark == UInt8(ascii: "-") && last + 2 < tokens.count ? tokens[last + 2] : next
      describesNoun =
        noun.mention < 0 && noun.isLower && !noun.word.isVerb && !noun.word.isAuxiliary
        && !noun.word.isPreposition && !noun.word.isNotNoun && noun.word.subordinator < 0
    }
    let nextKind = nextMention != nil ? 0 : describesNoun ? 1 : 2
    if isDemonym {
      out += [number(.adjective), number(.adjectiveKind, nextKind)]
    }
    if !tokens[first].isUpper { out += [number(.lower), number(.lowerGroup, group)] }
    if let next, isPossessive(next) || next.mark == UInt8(ascii: "'") || next.mark == 1 {
      out.append(number(.possessive, side))
    }
    if let nextMention {
      let other = kinds[nextMention]
      out.append(
        number(
          .modifiesName, group, other == 0 ? 0 : other == Int(EntityKind.role.rawValue) ? 1 : 2))
    }
    if let chain {
      let isPerson = kinds[chain] == 0
      out += [number(.chain, isPerson ? 0 : 1), number(.chainGroup, isPerson ? 0 : 1, group)]
    }
    if describesNoun {
      out.append(number(.describesNoun, group, side))
    }
    let isAfterName = before.map { $0.mention >= 0 && $0.end + 1 == tokens[first].start } ?? false
    if isAfterName { out.append(number(.afterName, group)) }
    if subordinator >= 0 {
      out += [number(.subordinate, subordinator), number(.subordinateGroup, group)]
    }
    if attachment == ClauseWords.Preposition.of.rawValue {
      let owner =
        governor > 0 && tokens[governor - 1].mention >= 0
        ? kinds[tokens[governor - 1].mention] : nil
      if coarse == 1 || group == 1 {
        out.append(number(.ofRole, owner == Int(EntityKind.role.rawValue) ? 0 : 1))
      }
      if let owner { out.append(number(.ofName, owner, coarse)) }
      let what =
        owner == 0 ? 0 : owner != nil ? 1 : governor > 0 && tokens[governor - 1].isUpper ? 2 : 3
      out.append(number(.ofWhat, what, group))
    }
    let colon = UInt8(ascii: ":")
    if let next,
      next.mark == colon
        || next.mark == UInt8(ascii: "\"") && last + 2 < tokens.count
          && tokens[last + 2].mark == colon
    {
      out.append(number(.heading))
    }
    if first <= 1 { out += [number(.first), number(.firstGroup, group)] }
    if before?.mark == UInt8(ascii: "(") { out.append(number(.bracket)) }
    let isWhere = group == 1 || group == 2
    let comma = UInt8(ascii: ",")
    let isInList = isActor && (head != first || listGoesOn(last, kind: kind))
    if isInList { out.append(number(.listMember, group)) }
    if isWhere, !isInList, next?.mark == comma { out.append(number(.placeBeforeComma)) }
    if isWhere, !isInList, before?.mark == comma, first > 1, tokens[first - 2].mention >= 0 {
      let other = F.group(of: kinds[tokens[first - 2].mention])
      if other == 1 || other == 2 { out.append(number(.placeAfterPlace)) }
    }
    if head != first { out.append(number(.list)) }
    if !isInList, isSetOff(first, last, sentence, clause.finite) {
      out.append(number(.apposition, group))
    }
    if isAccordingTo(first) { out.append(number(.accordingTo)) }
    if kind == Int(EntityKind.role.rawValue) {
      let place =
        nextMention.map { kinds[$0] == 0 } ?? false
        ? 0
        : next?.word.preposition == ClauseWords.Preposition.of.rawValue ? 1 : voice == 1 ? 2 : 3
      out.append(number(.office, place, attachment == ClauseWords.Preposition.as.rawValue ? 0 : 1))
    }
    if isCurrency { out.append(number(.currency)) }
    if side == 1, let verb = clause.verb, verb + 1 < tokens.count,
      tokens[verb + 1].word.subordinator == 1
    {
      out.append(number(.sayingThat, verbClass, coarse))
    }
    addPhrase(
      Mention(
        number: mention, first: first, last: last, head: head, position: position, voice: voice,
        coarse: coarse, group: group, attachment: attachment, governor: governor,
        nearestVerb: nearestVerb), clause, to: &out)
    return out
  }

  private func isAccordingTo(_ first: Int) -> Bool {
    var k = first - 1
    if k >= 0, tokens[k].mention < 0, tokens[k].word.isDeterminer { k -= 1 }
    return k >= 1 && tokens[k].word.preposition == ClauseWords.Preposition.to.rawValue
      && tokens[k - 1].hash == Self.accordingHash
  }
  private static let accordingHash = Array("according".utf8).span.stableHash
}
