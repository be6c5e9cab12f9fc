internal import EventGraph

/// The clause words as a table, verbs in all their forms.
struct ClauseLexicon: Sendable {
  /// What is known of a word, packed.
  struct Word: Sendable {
    var bits: UInt32

    /// 0: no preposition.
    var preposition: Int { Int(bits & 31) - 1 }
    var isPreposition: Bool { bits & 31 != 0 }
    var isDeterminer: Bool { bits & 1 << 5 != 0 }
    var isBe: Bool { bits & 1 << 6 != 0 }
    var isHave: Bool { bits & 1 << 7 != 0 }
    var isModal: Bool { bits & 1 << 8 != 0 }
    var isAuxiliary: Bool { bits & 7 << 6 != 0 }
    /// -1: none.
    var subordinator: Int { Int(bits >> 9 & 7) - 1 }
    var isNotNoun: Bool { bits & 1 << 12 != 0 }
    var isAndOr: Bool { bits & 1 << 13 != 0 }
    /// What two sides do to each other.
    var isMutual: Bool { bits & 1 << 14 != 0 }
    var verbClass: ClauseWords.VerbClass {
      ClauseWords.VerbClass(rawValue: Int(bits >> 16 & 7)) ?? .none
    }
    var isPast: Bool { bits & 1 << 20 != 0 }
    var isThird: Bool { bits & 1 << 21 != 0 }
    var isGerund: Bool { bits & 1 << 22 != 0 }
    var isBase: Bool { bits & 1 << 23 != 0 }
    var isVerb: Bool { bits >> 20 & 15 != 0 }
    var noun: ClauseWords.Noun { ClauseWords.Noun(rawValue: Int(bits >> 24 & 7)) ?? .other }
    /// A verb's form that is not also its base.
    var isVerbForm: Bool { bits >> 20 & 7 != 0 || isAuxiliary }

    /// The word as part of a name: no verb.
    var closedClass: Word { Word(bits: bits & 0x700_FFFF) }
  }

  private let table: WordTable

  static let shared = ClauseLexicon()

  func word(_ hash: UInt64) -> Word { Word(bits: table[hash]) }

  private init() {
    var table = WordTable(capacity: 8192)
    func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    for (preposition, text) in ClauseWords.prepositions {
      for word in words(text) { table.add(word, UInt32(preposition.rawValue + 1)) }
    }
    for (text, bit) in [
      (ClauseWords.determiners, 5), (ClauseWords.be, 6), (ClauseWords.have, 7),
      (ClauseWords.modals, 8), (ClauseWords.notNouns, 12), ("and or &", 13),
      (ClauseWords.mutual, 14),
    ] {
      for word in words(text) { table.add(word, 1 << UInt32(bit)) }
    }
    for (subordinator, text) in ClauseWords.subordinators {
      for word in words(text) { table.add(word, UInt32(subordinator.rawValue + 1) << 9) }
    }
    var classes: [Substring: UInt32] = [:]
    for (verbClass, text) in ClauseWords.verbs {
      for verb in words(text) { classes[verb] = UInt32(verbClass.rawValue) << 16 }
    }
    // A form that two verbs share belongs to the first class that has it, never to a mixture.
    var taken: Set<String> = []
    var named: Set<String> = []
    func add(_ form: String, _ verbClass: UInt32, _ bit: UInt32) {
      if taken.insert(form).inserted { table.add(form, verbClass | 1 << bit) }
    }
    for pair in words(ClauseWords.irregular) {
      let parts = pair.split(separator: "/")
      add(
        String(parts[0]), classes[parts[1]] ?? UInt32(ClauseWords.VerbClass.other.rawValue) << 16,
        20)
    }
    for (verbClass, text) in ClauseWords.verbs {
      for verb in words(text) {
        let bits = UInt32(verbClass.rawValue) << 16
        for form in Self.thirds(verb) { add(form, bits, 21) }
        for form in Self.pasts(verb) { add(form, bits, 20) }
        for form in Self.gerunds(verb) { add(form, bits, 22) }
      }
    }
    for (verbClass, text) in ClauseWords.verbs {
      for verb in words(text) { add(String(verb), UInt32(verbClass.rawValue) << 16, 23) }
    }
    for (noun, text) in ClauseWords.nouns {
      for word in words(text) {
        let plural = Self.thirds(word)[0]
        // One person is not a crowd: "leader" acts alone, "leaders" as "soldiers" do.
        let several = noun == .person ? ClauseWords.Noun.people : noun
        for (form, noun) in [(String(word), noun), (plural, several)]
        where named.insert(form).inserted {
          table.add(form, UInt32(noun.rawValue) << 24)
        }
      }
    }
    self.table = table
  }

  private static func endsInConsonantY(_ verb: Substring) -> Bool {
    verb.last == "y" && !"aeiou".contains(verb.dropLast().last ?? "a")
  }

  private static func thirds(_ verb: Substring) -> [String] {
    if endsInConsonantY(verb) { return [verb.dropLast() + "ies"] }
    let takesE = ["s", "x", "z", "ch", "sh", "o"].contains { verb.hasSuffix($0) }
    return [verb + (takesE ? "es" : "s")]
  }

  private static func pasts(_ verb: Substring) -> [String] {
    if endsInConsonantY(verb) { return [verb.dropLast() + "ied"] }
    if verb.last == "e" { return [verb + "d"] }
    return [verb + "ed"] + (verb.last.map { [verb + "\($0)ed"] } ?? [])
  }

  private static func gerunds(_ verb: Substring) -> [String] {
    if verb.last == "e", !verb.hasSuffix("ee") { return [verb.dropLast() + "ing"] }
    return [verb + "ing"] + (verb.last.map { [verb + "\($0)ing"] } ?? [])
  }
}
