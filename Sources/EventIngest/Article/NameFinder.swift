internal import EventGraph

/// The names in an article's paragraphs, to tell whom a surname or a pronoun means.
struct NameFinder {
  /// A run of words with capitals: in which paragraph, where, and its words in lower case.
  struct Name {
    var paragraph: Int
    var range: Range<Int>
    var words: [String]
    /// Whether it stands behind a word like "in", which makes it no one who speaks.
    var isAfterPlaceWord: Bool
    var isAtStart: Bool
  }

  private(set) var names: [Name] = []
  /// Into `names`, by paragraph.
  private var bounds: [Range<Int>] = []
  /// Names of two words or more, by the last.
  private var bySurname: [String: [Int]] = [:]
  /// Words that the text also has with a small letter, so that a capital at a sentence's start says
  /// nothing.
  private var common: Set<String> = []

  /// Offices and forms of address; what stands up to the last of them is no part of a name.
  private static let titles: Set<String> = [
    "president", "minister", "secretary", "mr", "mrs", "ms", "dr", "prof", "professor", "gen",
    "general", "lt", "col", "colonel", "maj", "major", "capt", "captain", "sgt", "sergeant", "adm",
    "admiral", "sen", "senator", "rep", "gov", "governor", "sir", "lord", "lady", "king", "queen",
    "prince", "princess", "pope", "chancellor", "ambassador", "spokesman", "spokeswoman",
    "spokesperson", "director", "chairman", "judge", "mayor", "premier", "sheikh", "ayatollah",
    "imam", "bishop", "archbishop", "cardinal", "representative", "envoy", "commissioner",
  ]
  private static let placeWords: Set<String> = [
    "in", "at", "near", "from", "to", "across", "around",
  ]
  private static let functionWords: Set<String> = [
    "the", "a", "an", "in", "on", "at", "but", "and", "or", "as", "by", "for", "from", "it", "he",
    "she", "they", "we", "i", "this", "that", "these", "those", "his", "her", "their", "its", "our",
    "if", "when", "while", "after", "before", "since", "some", "many", "most", "all", "no", "not",
    "more", "what", "who", "there", "here", "with", "to", "of", "you", "my", "your", "so", "then",
    "although", "however", "meanwhile", "despite", "during", "under", "over", "about", "according",
  ]

  init(_ paragraphs: [[UInt8]]) {
    for text in paragraphs {
      for word in WordList.words(text) where !word.isCapitalised { common.insert(word.lower) }
    }
    for (k, text) in paragraphs.enumerated() {
      let first = names.count
      for sentence in Sentences.ranges(text) { names += Self.runs(text, sentence, k, common) }
      bounds.append(first..<names.count)
    }
    for (k, name) in names.enumerated() {
      let words = Self.withoutTitles(name.words)
      if words.count > 1, let last = words.last { bySurname[last, default: []].append(k) }
    }
  }

  private static func runs(
    _ text: [UInt8], _ sentence: Range<Int>, _ paragraph: Int, _ common: Set<String>
  ) -> [Name] {
    let words = WordList.words(Array(text[sentence]))
    var runs: [Name] = []
    var k = 0
    while k < words.count {
      guard isNameWord(words[k], k, common) else {
        k += 1
        continue
      }
      // "Secretary of State John Kerry"
      let isOffice =
        words[k].lower == "state" && k > 1 && words[k - 1].lower == "of"
        && words[k - 2].lower == "secretary" && k + 1 < words.count
        && isNameWord(words[k + 1], k + 1, common)
      if isOffice { k += 1 }
      let start = k
      while k + 1 < words.count, words[k].gap.count == 1,
        text[sentence.lowerBound + words[k].gap.lowerBound] == 32,
        isNameWord(words[k + 1], k + 1, common) || joins(words, k + 1)
      {
        k += 1
      }
      let shift = sentence.lowerBound
      runs.append(
        Name(
          paragraph: paragraph,
          range: words[start].range.lowerBound + shift..<words[k].range.upperBound + shift,
          words: words[start...k].map { bare($0.lower) },
          isAfterPlaceWord: start > 0 && placeWords.contains(words[start - 1].lower),
          isAtStart: start == 0))
      k += 1
    }
    return runs
  }

  /// "Toner's" is Toner.
  private static func bare(_ word: String) -> String {
    for ending in ["'s", "\u{2019}s"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return word
  }

  private static func isNameWord(_ word: Word, _ k: Int, _ common: Set<String>) -> Bool {
    if !word.isCapitalised { return false }
    if functionWords.contains(word.lower) { return false }
    return k > 0 || !common.contains(word.lower)
  }

  /// "al-Assad", "bin Laden", "van der Bellen" within a name.
  private static func joins(_ words: [Word], _ k: Int) -> Bool {
    let word = words[k].lower
    if word.hasPrefix("al-") || word.hasPrefix("el-") { return true }
    return ["bin", "ibn", "al", "de", "van", "von", "der", "den", "del", "di", "da"].contains(word)
      && k + 1 < words.count && words[k + 1].isCapitalised
  }

  /// A name's words without the titles and offices before them.
  static func withoutTitles(_ words: [String]) -> ArraySlice<String> {
    let start = words.lastIndex { titles.contains($0.hasSuffix(".") ? String($0.dropLast()) : $0) }
    guard let start, start + 1 < words.count else { return words[...] }
    return words[(start + 1)...]
  }

  /// The name in some words for a speaker, without titles: "Mark Toner" in "State Department spokesman
  /// Mark Toner, who …". Where the words end in no name, they are all one: "Obama administration".
  /// Nil where there is none.
  func name(in range: Range<Int>, paragraph: Int, text: [UInt8]) -> Range<Int>? {
    let first = WordList.words(Array(text[range])).first
    if let first, SpeakerFinder.articles.contains(first.lower),
      let holder = holder(in: range, paragraph, text)
    {
      return withoutTitles(holder, text)
    }
    // What a comma sets off describes: "Mark Toner, a spokesman for the State Department".
    var end = text[range].firstIndex(of: UInt8(ascii: ",")) ?? range.upperBound
    let own = names[bounds[paragraph]]
    if let person = own.first(where: { range.contains($0.range.lowerBound) }),
      person.range.upperBound < end, Self.isPerson(person),
      Self.isDescribed(text[person.range.upperBound..<end])
    {
      end = person.range.upperBound
    }
    let inside = own.filter {
      $0.range.lowerBound >= range.lowerBound
        && $0.range.upperBound <= end
    }
    guard let last = inside.last else { return nil }
    if last.range.upperBound == end {
      // "the mayor of Basel", "officials in Washington": the city does not speak.
      func follows(_ word: String) -> Bool {
        text[range.lowerBound..<last.range.lowerBound].suffix(word.utf8.count)
          .elementsEqual(word.utf8)
      }
      if follows(" of "), let head = inside.dropLast().last,
        head.range.upperBound + 4 == last.range.lowerBound,
        head.words.last.map(Self.bodies.contains) == true
      {
        // "the Bank of England"
        return head.range.lowerBound..<last.range.upperBound
      }
      if [" of ", " in ", " at "].contains(where: follows) { return nil }
      return withoutTitles(last, text)
    }
    let hasArticle = ArticleForms.hasPrefix(text, range.lowerBound, "the ")
    return range.lowerBound + (hasArticle ? 4 : 0)..<end
  }

  /// Who holds an office: "Jonas Weil" in "the mayor of Basel, Jonas Weil". A name alone between the
  /// office's comma and the end or another comma.
  private func holder(in range: Range<Int>, _ paragraph: Int, _ text: [UInt8]) -> Name? {
    guard let comma = text[range].firstIndex(of: UInt8(ascii: ",")),
      Self.isOffice(WordList.words(Array(text[range.lowerBound..<comma]))[...])
    else { return nil }
    let rest = comma + 1..<range.upperBound
    let end = text[rest].firstIndex(of: UInt8(ascii: ",")) ?? range.upperBound
    let part = text.span.trimmed(rest.lowerBound..<end)
    return names[bounds[paragraph]].first { $0.range == part && Self.isPerson($0) }
  }

  private static let offices = titles.union(["leader", "chief", "head", "officer", "coach"])

  /// Whether words name an office whose holder may stand behind a comma: "the mayor of Basel", but not
  /// "the mayor of the capital", where it is the capital that is named next.
  static func isOffice(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first, SpeakerFinder.articles.contains(first.lower) else {
      return false
    }
    let of = words.firstIndex { ["of", "for", "in", "at", "from", "to"].contains($0.lower) }
    if let of, let last = words.last, of + 1 < words.endIndex, !last.isCapitalised,
      SpeakerFinder.articles.contains(words[of + 1].lower)
    {
      return false
    }
    return words[..<(of ?? words.endIndex)].last.map { offices.contains($0.lower) } ?? false
  }

  /// Words that end the names of bodies, of which "of" is a part: "the Supreme Court of Canada".
  private static let bodies: Set<String> = [
    "agency", "alliance", "army", "assembly", "association", "authority", "bank", "board", "bureau",
    "center", "centre", "chamber", "church", "club", "college", "commission", "committee",
    "confederation", "conference", "congress", "council", "court", "department", "emirate",
    "emirates", "federation", "force", "forces", "foundation", "front", "group", "guard", "house",
    "institute", "institution", "islands", "kingdom", "league", "ministry", "movement", "office",
    "organisation", "organization", "parliament", "party", "police", "program", "programme",
    "republic", "school", "senate", "service", "society", "state", "states", "tribunal", "union",
    "university",
  ]

  /// Whether a name is of two or three words behind its titles and not a body's.
  private static func isPerson(_ name: Name) -> Bool {
    let words = withoutTitles(name.words)
    return (2...3).contains(words.count) && !words.contains(where: bodies.contains)
  }

  /// Whether words go on with "of", "from" and the like: "Anna Berg of the coast guard".
  private static func isDescribed(_ rest: ArraySlice<UInt8>) -> Bool {
    [" of ", " from ", " for ", " with ", " at ", " in "].contains { rest.starts(with: $0.utf8) }
  }

  private func withoutTitles(_ name: Name, _ text: [UInt8]) -> Range<Int> {
    let kept = Self.withoutTitles(name.words)
    let words = WordList.words(Array(text[name.range]))
    guard kept.startIndex < words.count else { return name.range }
    return name.range.lowerBound + words[kept.startIndex].range.lowerBound..<name.range.upperBound
  }

  /// The one fuller name before a place that ends in a surname; nil where there is none or several.
  func fullName(of surname: String, before place: (paragraph: Int, offset: Int)) -> Name? {
    var found: Name?
    // A name that stands in a text hundreds of times is told by the first.
    for name in (bySurname[surname] ?? []).prefix(500).map({ names[$0] })
    where (name.paragraph, name.range.lowerBound) < (place.paragraph, place.offset) {
      let words = Self.withoutTitles(name.words)
      if let known = found, Self.withoutTitles(known.words) != words { return nil }
      if found == nil { found = name }
    }
    return found
  }

  /// The names of a paragraph, in their order.
  func names(inParagraph paragraph: Int) -> ArraySlice<Name> { names[bounds[paragraph]] }

  /// The subject of a sentence that begins with a name and holds no other that a pronoun after it
  /// could mean.
  func onlySubject(of sentence: Range<Int>, paragraph: Int) -> Name? {
    let inside = names[bounds[paragraph]].filter {
      sentence.contains($0.range.lowerBound)
    }
    guard let first = inside.first, first.isAtStart else { return nil }
    let others = inside.dropFirst().filter { !$0.isAfterPlaceWord && $0.words != first.words }
    return others.isEmpty ? first : nil
  }
}
