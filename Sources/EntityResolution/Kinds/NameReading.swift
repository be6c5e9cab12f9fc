internal import EventGraph

/// What a name says of its own kind: its head word, brackets, years, the shape of its words.
struct NameReading {
  private(set) var features: [Int32] = []
  /// Words that may tell the kind because other names have them too, as hashes: the first, the
  /// last, the last in brackets, the last's last three letters.
  private(set) var words: [UInt64] = []

  private let lexicon = KindLexicon.shared
  private var tokens: [Range<Int>] = []
  /// Whether a word is in capitals: "XLVII", "MV".
  private var holdsCapitals = false

  private static let longestName = 512
  private static let mostTokens = 40

  private typealias F = KindFeatures

  /// Reads a name anew.
  mutating func read(_ whole: Span<UInt8>) {
    features.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    holdsCapitals = false
    let name = whole.extracting(0..<min(whole.count, Self.longestName))
    if name.isEmpty { return }
    var base = 0..<name.count
    var bracket: Range<Int>?
    if let open = name.firstIndex(of: UInt8(ascii: "("), from: 0, to: name.count), open > 1,
      name[open - 1] == 32,
      let close = name.firstIndex(of: UInt8(ascii: ")"), from: open, to: name.count)
    {
      base = 0..<open - 1
      bracket = open + 1..<close
    }
    let known = lexicon.known[name] | lexicon.known[name.extracting(base)]
    let isState = lexicon.isState(name)
    let isPart = known & KindLexicon.Known.subdivision != 0 && !isState
    let isNation =
      known & KindLexicon.Known.demonym != 0 || name.extracting(base).hasSuffix(" people")
    if isState { add(.state) }
    if isPart { add(.subdivision) }
    if isNation { add(.demonym) }
    if let bracket { readBracket(name.extracting(bracket)) }
    var main = base
    var hasComma = false
    if let comma = firstCommaSpace(name, base) {
      main = base.lowerBound..<comma
      hasComma = true
      var tail = comma + 2
      for k in comma + 2..<base.upperBound where name[k] == UInt8(ascii: ",") {
        tail = min(k + 2, base.upperBound)
      }
      readAfterComma(name.extracting(tail..<base.upperBound))
    }
    split(name, main)
    if tokens.isEmpty { return }
    readWords(
      name, isPlaceName: isState || isPart,
      isWhole: bracket == nil && !hasComma && !isState && !isPart)
    if let bracket { addWord("D", lastWord(name, bracket)) }
  }

  /// Whether the name that was read last has the shape of a person's and holds no word that tells what
  /// else it may be.
  var looksLikePerson: Bool {
    let anyWord = F.number(.anyWord)
    let words = anyWord..<anyWord + Int32(F.kinds.count)
    return features.contains(F.number(.shape, F.Shape.personLike.rawValue))
      && !features.contains(F.number(.shape, F.Shape.camel.rawValue))
      && !features.contains { words.contains($0) } && !holdsCapitals
  }

  private mutating func add(_ template: F.Template, _ value: Int = 0) {
    features.append(F.number(template, value))
  }

  private mutating func add(_ shape: F.Shape) { add(.shape, shape.rawValue) }

  private mutating func addWord(_ place: Unicode.Scalar, _ word: Span<UInt8>) {
    words.append(word.lowerCaseHash() ^ UInt64(place.value) &* 0x9E37_79B9_7F4A_7C15)
  }

  private func firstCommaSpace(_ name: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var from = range.lowerBound
    while let comma = name.firstIndex(of: UInt8(ascii: ","), from: from, to: range.upperBound) {
      if comma > 0, comma + 1 < range.upperBound, name[comma + 1] == 32 { return comma }
      from = comma + 1
    }
    return nil
  }

  private mutating func split(_ name: Span<UInt8>, _ range: Range<Int>) {
    tokens.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    while start < range.upperBound, tokens.count < Self.mostTokens {
      let end = name.firstIndex(of: 32, from: start, to: range.upperBound) ?? range.upperBound
      if end > start { tokens.append(start..<end) }
      start = end + 1
    }
  }

  @_lifetime(copy name)
  private func lastWord(_ name: Span<UInt8>, _ range: Range<Int>) -> Span<UInt8> {
    var start = range.upperBound
    while start > range.lowerBound, name[start - 1] != 32 { start -= 1 }
    return name.extracting(start..<range.upperBound)
  }

  private mutating func readBracket(_ text: Span<UInt8>) {
    let bits = lexicon.inBrackets[lastWord(text, 0..<text.count).lowerCaseHash()]
    if bits != 0 {
      for k in F.kinds.indices where bits >> UInt32(k) & 1 != 0 { add(.bracket, k) }
    } else if lexicon.isPlaceName(text) {
      add(.bracket, F.bracketGeo)
    } else {
      add(.bracket, Self.holdsYear(text) ? F.bracketYear : F.bracketOther)
    }
  }

  private mutating func readAfterComma(_ text: Span<UInt8>) {
    add(.comma, Self.holdsYear(text) ? 0 : lexicon.isPlaceName(text) ? 1 : 2)
  }

  private static func holdsYear(_ text: Span<UInt8>) -> Bool {
    var digits = 0
    for k in text.indices {
      digits = text[k].isASCIIDigit ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  /// `2015`, `2012–13`, `2001–present`
  private static func isYear(_ word: Span<UInt8>) -> Bool {
    guard word.count >= 4, word[0] == UInt8(ascii: "1") || word[0] == UInt8(ascii: "2") else {
      return false
    }
    for k in 0..<4 where !word[k].isASCIIDigit { return false }
    return word.count == 4 || word[4] == UInt8(ascii: "-") || word[4] == 0xE2
  }

  private mutating func readWords(_ name: Span<UInt8>, isPlaceName: Bool, isWhole: Bool) {
    let smalls = tokens.map { lexicon.small[name.extracting($0).lowerCaseHash()] }
    func isHeadStop(_ k: Int) -> Bool {
      smalls[k] & KindLexicon.Small.headStop != 0 && name[tokens[k].lowerBound].isASCIILower
    }
    var headEnd = tokens.count
    for k in tokens.indices.dropFirst() where isHeadStop(k) {
      headEnd = k
      break
    }
    let last = name.extracting(tokens[tokens.count - 1])
    if headEnd < tokens.count, last[0].isASCIILower, lexicon.heads[last] != 0,
      tokens[(headEnd + 1)...].dropLast().contains(where: { name[$0.lowerBound].isASCIIUpper })
    {
      headEnd = tokens.count
      add(.lateHead)
    }
    // "Crimes Against Humanity and War Crimes Act"
    let workOnly = 1 << UInt32(EntityKind.work.rawValue)
    if headEnd < tokens.count, last[0].isASCIIUpper, lexicon.heads[last.lowerCaseHash()] == workOnly
    {
      headEnd = tokens.count
      add(.lateHead)
    }
    readPreposition(name, headEnd)
    readYears(name)
    let head = name.extracting(tokens[headPlace(name, headEnd)])
    let isOne = tokens.count == 1
    let isLower = headEnd > 1 && head[0].isASCIILower
    let bits = isPlaceName ? 0 : lexicon.heads[head.lowerCaseHash()]
    for k in F.kinds.indices where bits >> UInt32(k) & 1 != 0 {
      add(.head, k)
      add(.headForm, k * 3 + (isOne ? 0 : isLower ? 1 : 2))
      if bits.nonzeroBitCount == 1 { add(.headOnly, k) }
    }
    if bits == 0 {
      add(.noHead)
      if isLower { add(.noHead, 1) }
    }
    readFirst(name, headEnd)
    var any: UInt32 = 0
    if !isPlaceName {
      for token in tokens { any |= lexicon.heads[name.extracting(token).lowerCaseHash()] }
    }
    for k in F.kinds.indices where any >> UInt32(k) & 1 != 0 { add(.anyWord, k) }
    readShape(
      name, smalls,
      isPersonLike: isWhole && bits == 0 && !tokens.indices.dropFirst().contains(where: isHeadStop))
    readEnding(head, isOne: isOne, isLower: isLower)
    addWord("^", name.extracting(tokens[0]))
    addWord("$", head)
    addWord(isOne ? "=" : "~", head.extracting(max(0, head.count - 3)..<head.count))
  }

  /// The place of the word that says what is named: the last before `headEnd`, or the one before a number
  /// that counts such things ("World War II").
  private func headPlace(_ name: Span<UInt8>, _ headEnd: Int) -> Int {
    let last = name.extracting(tokens[headEnd - 1])
    guard headEnd > 1, lexicon.heads[last.lowerCaseHash()] == 0,
      Self.isRoman(last) || last.indices.allSatisfy({ last[$0].isASCIIDigit }),
      lexicon.heads[name.extracting(tokens[headEnd - 2]).lowerCaseHash()] != 0
    else { return headEnd - 1 }
    return headEnd - 2
  }

  private mutating func readPreposition(_ name: Span<UInt8>, _ headEnd: Int) {
    guard headEnd < tokens.count else { return }
    let word = name.extracting(tokens[headEnd])
    let other = F.prepositions.count - 1
    let place =
      F.prepositions.firstIndex { $0.utf8.count == word.count && word.hasSuffix($0) } ?? other
    add(.preposition, place)
    var tail = tokens[headEnd].upperBound + 1
    let end = tokens[tokens.count - 1].upperBound
    if tail + 4 < end, name.hasPrefix("the ", at: tail) { tail += 4 }
    if tail < end, lexicon.isState(name.extracting(tail..<end)) {
      add(.prepositionState, place < 2 ? place : 2)
    }
  }

  private mutating func readYears(_ name: Span<UInt8>) {
    var any = false
    for (k, token) in tokens.enumerated() where Self.isYear(name.extracting(token)) {
      if k == 0 { add(.year, 0) }
      if k == tokens.count - 1 { add(.year, 1) }
      any = true
    }
    if any { add(.year, 2) }
  }

  private mutating func readFirst(_ name: Span<UInt8>, _ headEnd: Int) {
    guard tokens.count > 1 else { return }
    let first = name.extracting(tokens[0])
    let hash = first.lowerCaseHash()
    let isRole: (UInt32) -> Bool = { $0 >> UInt32(EntityKind.role.rawValue) & 1 != 0 }
    if isRole(lexicon.heads[hash]) { add(.first, 0) }
    if lexicon.small[hash] & KindLexicon.Small.title != 0 { add(.first, 1) }
    if lexicon.isDemonym(first) { add(.first, 2) }
    if first.count == 3, first.hasPrefix("The") { add(.first, 3) }
    if first.count == 4, first.hasPrefix("List") {
      add(.first, 4)
      if tokens.dropFirst().contains(where: {
        isRole(lexicon.heads[name.extracting($0).lowerCaseHash()])
      }) {
        add(.listOfRoles)
      }
    }
    let kinds: [EntityKind] = [.situation, .work, .place, .group, .organization]
    let bits = lexicon.first[hash]
    for (k, kind) in kinds.enumerated() where bits >> UInt32(kind.rawValue) & 1 != 0 {
      add(.first, 5 + k)
    }
  }

  private mutating func readShape(_ name: Span<UInt8>, _ smalls: [UInt32], isPersonLike: Bool) {
    var (upper, lower, digits, particles) = (0, 0, 0, 0)
    var (hasInitial, hasDashPair, isNumbered, allYears, restDigits) = (
      false, false, false, true, true
    )
    var hasDigit = false
    for (k, token) in tokens.enumerated() {
      let word = name.extracting(token)
      let byte = word[0]
      if byte.isASCIIUpper || byte >= 0x80 { upper += 1 }
      if byte.isASCIILower, smalls[k] & KindLexicon.Small.small == 0 { lower += 1 }
      if byte.isASCIIDigit { digits += 1 }
      if byte.isASCIILower, smalls[k] & KindLexicon.Small.particle != 0 { particles += 1 }
      if word.count == 2, byte.isASCIIUpper, word[1] == UInt8(ascii: ".") { hasInitial = true }
      let year = Self.isYear(word)
      allYears = allYears && year
      var allDigits = true
      for i in word.indices {
        if word[i].isASCIIDigit { hasDigit = hasDigit || !year } else { allDigits = false }
        // al-Assad; Iran–Iraq
        guard i > 1, i + 1 < word.count, word[i] == UInt8(ascii: "-") || word[i] == 0xE2 else {
          continue
        }
        if word[i] != 0xE2,
          lexicon.small[word.extracting(0..<i).lowerCaseHash()] & KindLexicon.Small.particle != 0
        {
          particles += 1
        }
        let next = word[i] == 0xE2 ? i + 3 : i + 1
        if byte.isASCIIUpper, next + 1 < word.count, word[next].isASCIIUpper,
          word[next + 1].isASCIILower
        {
          hasDashPair = true
        }
      }
      if k > 0 {
        if allDigits || (1...3).contains(word.count) && Self.isRoman(word) { isNumbered = true }
        restDigits = restDigits && allDigits
      }
    }
    let isMonth = smalls[0] & KindLexicon.Small.month != 0
    if allYears || isMonth && restDigits { add(.date) }
    if lower == 0, digits == 0, !hasDigit, isPersonLike, (2...4).contains(tokens.count),
      !(tokens[0].count == 3 && name.hasPrefix("The", at: tokens[0].lowerBound))
    {
      add(.personLike)
      add(.shape, F.Shape.twoWords.rawValue + tokens.count - 2)
    }
    if particles > 0 { add(.particle) }
    if tokens.count == 1 { add(.oneWord) }
    if lower > 0 { add(.lowerWord) }
    if lower > 0, upper == 1, tokens.count > 1 { add(.firstUpperOnly) }
    if tokens.count >= 5 { add(.long) }
    if hasInitial { add(.initial) }
    if hasDashPair { add(.dashPair) }
    if tokens.contains(where: { Self.isCamel(name.extracting($0)) }) { add(.camel) }
    if hasDigit { add(.digits) }
    if digits > 0, isNumbered { add(.number) }
    holdsCapitals = tokens.contains { Self.isAllUpper(name.extracting($0)) }
    if tokens.count == 1, holdsCapitals { add(.allUpper) }
    if hasDigit,
      tokens.contains(where: { $0.count == 6 && name.hasPrefix("Flight", at: $0.lowerBound) })
    {
      add(.flight)
    }
  }

  /// "WikiLeaks", "iPod"; not "McCain" and "MacDonald".
  private static func isCamel(_ word: Span<UInt8>) -> Bool {
    for k in word.indices.dropFirst() where word[k].isASCIIUpper && word[k - 1].isASCIILower {
      return !(k == 2 && word[1] == UInt8(ascii: "c")) && !word.hasPrefix("Mac", at: 0)
    }
    return false
  }

  private static func isRoman(_ word: Span<UInt8>) -> Bool {
    for k in word.indices where word[k] != UInt8(ascii: "I") && word[k] != UInt8(ascii: "V") {
      return false
    }
    return true
  }

  private static func isAllUpper(_ word: Span<UInt8>) -> Bool {
    var letters = 0
    for k in word.indices {
      if word[k].isASCIILower { return false }
      if word[k].isASCIIUpper { letters += 1 }
    }
    return letters > 1
  }

  private mutating func readEnding(_ head: Span<UInt8>, isOne: Bool, isLower: Bool) {
    if isOne {
      if let k = F.endings.firstIndex(where: { head.hasSuffix($0) }) { add(.ending, k) }
    } else if isLower, let k = F.lowerEndings.firstIndex(where: { head.hasSuffix($0) }) {
      add(.lowerEnding, k)
    }
  }
}
