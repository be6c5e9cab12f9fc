internal import EventGraph

/// Finds the words for the speaker beside a quotation.
struct SpeakerFinder {
  let text: [UInt8]

  static let verbs: Set<String> = [
    "said", "says", "say", "told", "tells", "added", "adds", "called", "calls", "call", "wrote",
    "writes", "tweeted", "described", "describes", "declared", "declares", "announced", "announces",
    "warned", "warns", "insisted", "insists", "stated", "states", "claimed", "claims", "argued",
    "argues", "noted", "notes", "asked", "asks", "replied", "replies", "explained", "explains",
    "denounced", "denounces", "condemned", "condemns", "dubbed", "labelled", "labeled", "accused",
    "accuses", "urged", "urges", "vowed", "vows", "promised", "testified", "recalled", "quipped",
    "joked", "concluded", "continued", "admitted", "acknowledged", "complained", "commented",
    "remarked", "observed", "responded", "predicted", "shouted", "cried", "reiterated", "stressed",
    "emphasized", "emphasised", "confirmed", "alleged", "pledged", "characterized", "characterised",
    "reported", "suggested", "quoted", "branded", "hailed", "praised", "criticized", "criticised",
  ]
  private static let auxiliaries: Set<String> = [
    "has", "had", "have", "also", "later", "then", "was", "is", "would", "did", "previously",
    "repeatedly", "once", "recently", "earlier", "on", "were", "are", "been",
  ]
  private static let negations: Set<String> = [
    "not", "never", "cannot", "didn't", "doesn't", "don't", "hasn't", "haven't", "hadn't",
    "wouldn't", "won't", "isn't", "wasn't", "weren't", "aren't", "can't", "couldn't", "shouldn't",
  ]
  private static let refusals: Set<String> = ["refused", "refuses", "declined", "declines"]
  private static let denials: Set<String> = ["denied", "denies", "deny"]
  private static let pronouns: Set<String> = ["he", "she", "it", "they", "we", "i", "who"]

  static func isPronoun(_ word: String) -> Bool { pronouns.contains(word) }

  /// Whether the sentence says that nobody said a quotation: "did not say", "never called it", "denied
  /// saying". Of the words before a quotation the last verb of saying counts, behind it the first.
  func isDenied(before range: Range<Int>) -> Bool {
    let words = self.words(range)
    guard let verb = words.lastIndex(where: { Self.isSaying($0.lower) }) else { return false }
    return isDenied(words, verb)
  }

  func isDenied(after range: Range<Int>) -> Bool {
    let words = self.words(range)
    guard let verb = words.prefix(14).firstIndex(where: { Self.isSaying($0.lower) }) else {
      return false
    }
    return isDenied(words, verb)
  }

  /// "did not say", "has never publicly called", "refused to say", "denied saying": the denial governs
  /// the verb itself. "Declined to be named said" and "did not hesitate to say" deny nothing of it.
  private func isDenied(_ words: [Word], _ verb: Int) -> Bool {
    func word(_ back: Int) -> String? {
      let k = verb - back
      if k < 0 || text[words[k].gap].contains(UInt8(ascii: ",")) { return nil }
      return words[k].lower.replacing("\u{2019}", with: "'")
    }
    guard let last = word(1) else { return false }
    if last == "to" { return word(2).map(Self.refusals.contains) ?? false }
    if ["saying", "calling"].contains(words[verb].lower) { return Self.denials.contains(last) }
    let isAdverb = last.hasSuffix("ly") || ["even", "ever", "yet", "also"].contains(last)
    return Self.negations.contains(isAdverb && last != "only" ? word(2) ?? "" : last)
  }

  private static func isSaying(_ word: String) -> Bool {
    verbs.contains(word) || word == "saying" || word == "calling"
  }

  /// The speaker in what follows a quotation: "Toner said", "said Mark Toner, a spokesman",
  /// "according to the ministry". The range is of the text; the end is behind what says so.
  func after(_ range: Range<Int>) -> (speaker: Range<Int>, end: Int)? {
    let words = self.words(range)
    guard let first = words.first else { return nil }
    if first.lower == "according", words.count > 2, words[1].lower == "to" {
      return nameRun(words[2...], clause: range).map { ($0, $0.upperBound) }
    }
    if Self.verbs.contains(first.lower) {
      guard words.count > 1 else { return nil }
      // "told reporters he …" names no speaker behind the verb.
      return nameRun(words[1...], clause: range).map { ($0, $0.upperBound) }
    }
    guard let verb = words.prefix(14).firstIndex(where: { Self.verbs.contains($0.lower) }), verb > 0
    else { return nil }
    var end = verb
    while end > 1, Self.auxiliaries.contains(words[end - 1].lower) { end -= 1 }
    guard canBegin(words[0]), !hasStop(words[0].range.lowerBound..<words[end - 1].range.lowerBound)
    else { return nil }
    return (
      words[0].range.lowerBound..<words[end - 1].range.upperBound, words[verb].range.upperBound
    )
  }

  /// The speaker in the part of the sentence before a quotation: the subject of its last verb of
  /// saying.
  func before(_ range: Range<Int>) -> Range<Int>? {
    let words = self.words(range)
    guard let verb = words.lastIndex(where: { Self.verbs.contains($0.lower) }), verb > 0 else {
      return nil
    }
    var end = verb
    while end > 0, Self.auxiliaries.contains(words[end - 1].lower) { end -= 1 }
    guard end > 0 else { return nil }
    let last = words[end - 1]
    // "Russia denied it and said": the subject stands before another verb.
    if last.lower == "and" || last.lower == "but" { return nil }
    if Self.isPronoun(last.lower) {
      return last.lower == "who" ? nil : last.range
    }
    var start = 0
    let isAppositive = text[last.gap].contains(UInt8(ascii: ","))
    if !isAppositive {
      // "In a statement, the ministry said": what stands before the comma is no subject.
      if let comma = words[..<end].lastIndex(where: { text[$0.gap].contains(UInt8(ascii: ",")) }),
        comma + 1 < end, canBegin(words[comma + 1])
      {
        start = comma + 1
      }
    } else if !words[0].isCapitalised {
      return nil
    }
    // A conjunction opens a clause of its own: "… and the minister said".
    if let joint = words[start..<end].lastIndex(where: { Self.joints.contains($0.lower) }),
      joint + 1 < end, !isAppositive
    {
      let isBetweenNames =
        joint > start && words[joint].lower == "and" && words[joint - 1].isCapitalised
        && words[joint + 1].isCapitalised
      if !isBetweenNames { start = joint + 1 }
    }
    guard canBegin(words[start]), end - start <= 16 else { return nil }
    return words[start].range.lowerBound..<last.range.upperBound
  }

  private static let joints: Set<String> = [
    "that", "and", "but", "as", "while", "which", "what", "when",
  ]
  static let articles: Set<String> = ["the", "a", "an", "his", "her", "their", "its"]
  private static let determiners: Set<String> = [
    "the", "a", "an", "one", "his", "her", "their", "its", "some", "another", "two", "several",
    "officials", "critics", "police", "authorities", "witnesses", "activists", "analysts",
  ]

  private func canBegin(_ word: Word) -> Bool {
    word.isCapitalised || Self.determiners.contains(word.lower) || Self.isPronoun(word.lower)
  }

  /// A name behind the verb, up to a comma, a stop or a word that opens another clause.
  private func nameRun(_ words: ArraySlice<Word>, clause: Range<Int>) -> Range<Int>? {
    guard let first = words.first, canBegin(first) else { return nil }
    var end = first.range.upperBound
    var last = first
    for word in words.dropFirst().prefix(14) {
      let gap = text[last.range.upperBound..<word.range.lowerBound]
      if gap.contains(where: { $0 != 32 }) || Self.clauseWords.contains(word.lower)
        || DateScanner.isWeekday(word.lower)
      {
        break
      }
      end = word.range.upperBound
      last = word
    }
    // "said the mayor, Jonas Weil": an office in small letters, then who holds it.
    let office = words.prefix { $0.range.lowerBound <= last.range.lowerBound }
    if text[last.gap].first == UInt8(ascii: ","), NameFinder.isOffice(office) {
      var rest = words.drop { $0.range.lowerBound < last.gap.upperBound }
      var holder: [Word] = []
      while let word = rest.popFirst(), word.isCapitalised, !DateScanner.isWeekday(word.lower) {
        holder.append(word)
        if !text[word.gap].isOneSpace { break }
      }
      if let name = holder.last, (2...3).contains(holder.count), !name.isPossessive,
        !text[name.gap].isOneSpace || rest.isEmpty
      {
        end = name.range.upperBound
      }
    }
    return first.range.lowerBound..<end
  }

  private static let clauseWords: Set<String> = [
    "who", "in", "on", "at", "after", "before", "when", "as", "while", "that", "which", "during",
    "to", "by", "with", "adding", "and", "but", "yesterday", "today",
  ]

  private func hasStop(_ range: Range<Int>) -> Bool {
    range.lowerBound < range.upperBound
      && Sentences.ranges(Array(text[range]) + [UInt8(ascii: " "), UInt8(ascii: "x")]).count > 1
  }

  private func words(_ range: Range<Int>) -> [Word] {
    WordList.words(Array(text[range])).map { word in
      var word = word
      let shift = range.lowerBound
      word.range = word.range.lowerBound + shift..<word.range.upperBound + shift
      word.gap = word.gap.lowerBound + shift..<word.gap.upperBound + shift
      return word
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isOneSpace: Bool { count == 1 && first == UInt8(ascii: " ") }
}

extension Word {
  fileprivate var isPossessive: Bool { lower.hasSuffix("'s") || lower.hasSuffix("\u{2019}s") }
}
