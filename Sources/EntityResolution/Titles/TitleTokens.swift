internal import EventGraph

/// A title as words and marks, each with the mention that it belongs to.
///
/// A token never crosses the end of a mention. What stands beyond the first tokens of an endless
/// title is left out.
struct TitleTokens {
  struct Token {
    var start: Int
    var end: Int
    /// Of the bytes in lower case.
    var hash: UInt64
    /// What the clause words say of it.
    var word: ClauseLexicon.Word
    /// Into the event's mentions, counted from its first; -1 for none.
    var mention: Int
    /// Begins with a capital or a letter beyond ASCII.
    var isUpper: Bool
    /// All small letters.
    var isLower: Bool
    var endsInS: Bool
    /// A word of five letters and more: of most verbs the participle.
    var endsInED: Bool
    /// What the noun names, by the word or its ending.
    var noun: ClauseWords.Noun
    /// The byte of a mark; 0 for a word, 1 for a mark of several bytes.
    var mark: UInt8
  }

  private(set) var tokens: [Token] = []
  /// First and last token of each mention; nil for one that lies beyond the tokens.
  private(set) var places: [ClosedRange<Int>?] = []

  static let mostTokens = 320

  private let lexicon = ClauseLexicon.shared

  mutating func read(_ title: Span<UInt8>, _ mentions: ArraySlice<TitleMention>) {
    tokens.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var next = mentions.startIndex
    var offset = 0
    while offset < title.count, tokens.count < Self.mostTokens {
      while next < mentions.endIndex, Int(mentions[next].end) <= offset { next += 1 }
      let isInside = next < mentions.endIndex && Int(mentions[next].start) <= offset
      let limit =
        next == mentions.endIndex
        ? title.count : Int(isInside ? mentions[next].end : mentions[next].start)
      if title[offset].isASCIISpace {
        offset += 1
        continue
      }
      let end = Self.end(of: title, from: offset, limit: min(limit, title.count))
      append(title, offset..<end, isInside ? next - mentions.startIndex : -1)
      offset = end
    }
    places = Array(repeating: nil, count: mentions.count)
    for (k, token) in tokens.enumerated() where token.mention >= 0 {
      places[token.mention] = (places[token.mention]?.lowerBound ?? k)...k
    }
  }

  private mutating func append(_ title: Span<UInt8>, _ range: Range<Int>, _ mention: Int) {
    let text = title.extracting(range)
    let first = text[0]
    let isWord = Self.isWordByte(first) || text.count > 1 && first == UInt8(ascii: "'")
    var isLower = isWord
    for k in text.indices where !text[k].isASCIILower { isLower = false }
    let hash = text.lowerCaseHash()
    let known = lexicon.word(hash)
    tokens.append(
      Token(
        start: range.lowerBound, end: range.upperBound, hash: hash,
        word: isLower || tokens.isEmpty || !isWord || first == UInt8(ascii: "'")
          ? known : known.closedClass,
        mention: mention, isUpper: first.isASCIIUpper || isWord && first >= 0x80, isLower: isLower,
        endsInS: text[text.count - 1] == UInt8(ascii: "s"),
        endsInED: text.count > 4 && text[text.count - 1] == UInt8(ascii: "d")
          && text[text.count - 2] == UInt8(ascii: "e"),
        noun: isWord ? known.noun == .other && isLower ? Self.noun(text) : known.noun : .other,
        mark: isWord ? 0 : text.count > 1 ? 1 : first))
  }

  /// What a noun beyond the clause words names, by its ending: "-er", "-or", "-ist", "-ian" a person,
  /// "-tion", "-sion", "-ment", "-ing" what happens. By bytes, since it is asked of most words.
  private static func noun(_ text: Span<UInt8>) -> ClauseWords.Noun {
    guard text.count > 5 else { return .other }
    let isPlural = text[text.count - 1] == UInt8(ascii: "s")
    let end = text.count - (isPlural ? 1 : 0)
    let (x, y, z) = (text[end - 3], text[end - 2], text[end - 1])
    let person: ClauseWords.Noun = isPlural ? .people : .person
    switch z {
    case UInt8(ascii: "r"):
      return y == UInt8(ascii: "e") || y == UInt8(ascii: "o") ? person : .other
    case UInt8(ascii: "t"):
      if x == UInt8(ascii: "i"), y == UInt8(ascii: "s") { return person }
      let isMent =
        text[end - 4] == UInt8(ascii: "m") && x == UInt8(ascii: "e") && y == UInt8(ascii: "n")
      return isMent ? .happening : .other
    case UInt8(ascii: "n"):
      if x == UInt8(ascii: "i"), y == UInt8(ascii: "a") { return person }
      let before = text[end - 4]
      let isTion =
        x == UInt8(ascii: "i") && y == UInt8(ascii: "o")
        && (before == UInt8(ascii: "t") || before == UInt8(ascii: "s"))
      return isTion ? .happening : .other
    case UInt8(ascii: "g"):
      return x == UInt8(ascii: "i") && y == UInt8(ascii: "n") ? .happening : .other
    default: return .other
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    // C2 and E2 begin the punctuation and signs of Latin text: quotes, dashes, £, €.
    byte.isASCIIAlphanumeric || byte >= 0x80 && byte != 0xE2 && byte != 0xC2
  }

  /// Where the word or mark ends that begins at `start`.
  private static func end(of text: Span<UInt8>, from start: Int, limit: Int) -> Int {
    let first = text[start]
    if !isWordByte(first) {
      if first == UInt8(ascii: "'"), start + 1 < limit, text[start + 1] == UInt8(ascii: "s"),
        start + 2 == text.count || !isWordByte(text[start + 2])
      {
        return start + 2
      }
      // ’s is the same as 's.
      let length = first == 0xE2 ? 3 : first == 0xC2 ? 2 : 1
      return min(limit, start + length)
    }
    var end = start
    while end < limit {
      if isWordByte(text[end]) {
        end += 1
        continue
      }
      let byte = text[end]
      let joins =
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
      guard joins, end + 1 < limit, isWordByte(text[end + 1]) else { break }
      if byte == UInt8(ascii: "'"), text[end + 1] == UInt8(ascii: "s"),
        end + 2 >= text.count || !isWordByte(text[end + 2])
      {
        break
      }
      end += 1
    }
    // U.S.
    if end < limit, text[end] == UInt8(ascii: "."), end - start >= 3,
      text[end - 2] == UInt8(ascii: "."), text[end - 1].isASCIIUpper
    {
      end += 1
    }
    return end
  }
}

extension TitleTokens {
  /// Whether a verb follows by which the phrase that ends at a token says or does something: "claims",
  /// "seizes", "has released"; or those who do it for it: "militants", "fighters".
  func acts(_ last: Int) -> Bool {
    var k = last + 1
    guard k < tokens.count, tokens[k].mention < 0 else { return false }
    if tokens[k].isLower, tokens[k].noun == .people, tokens[k].start == tokens[last].end + 1 {
      return true
    }
    if tokens[k].word.isHave { k += 1 }
    guard k < tokens.count, tokens[k].mention < 0 else { return false }
    let word = tokens[k].word
    guard word.isThird || word.isPast, !word.isAuxiliary,
      [.speak, .announce, .harm].contains(word.verbClass)
    else { return false }
    // "Mosul captured by": done to it.
    let by = ClauseWords.Preposition.by.rawValue
    return !(k + 1 < tokens.count && tokens[k + 1].word.preposition == by)
  }

  /// Whether "in", "near" or "at" stands before the phrase that begins at a token.
  func isPlace(_ first: Int) -> Bool {
    var k = first - 1
    if k >= 0, tokens[k].mention < 0, tokens[k].word.isDeterminer { k -= 1 }
    guard k >= 0, tokens[k].mention < 0 else { return false }
    let places: [ClauseWords.Preposition] = [.in, .near, .at]
    return places.contains { $0.rawValue == tokens[k].word.preposition }
  }
}
