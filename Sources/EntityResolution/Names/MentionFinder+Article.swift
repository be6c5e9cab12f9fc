internal import EventGraph
internal import EventIngest

/// What an article's build says of the mentions in it.
struct ArticleParts {
  /// Whether the text is an article: paragraphs of sentences. Of what it names, much is linked nowhere
  /// and yet named.
  private(set) var isArticle = false
  private var furniture: [Range<Int>] = []
  private var headings: [Range<Int>] = []

  /// Of an article whose furniture is left out already.
  init(headings: [Range<Int>]) {
    isArticle = true
    self.headings = headings
  }

  /// Of a text that is no article.
  init() {}

  init(_ article: ArticleFact) {
    isArticle = true
    for block in article.blocks {
      let range = block.text.span.range
      switch block.role {
      case .furniture: furniture.append(range)
      case .headline, .subheading: headings.append(range)
      case .byline, .publisher, .date, .caption, .paragraph: break
      }
    }
  }

  /// Whether the site put this around the article.
  func isFurniture(_ range: Range<Int>) -> Bool { furniture.contains { $0.overlaps(range) } }
  /// Whether capitals tell nothing of names here.
  func isHeading(_ range: Range<Int>) -> Bool { headings.contains { $0.overlaps(range) } }
}

extension MentionFinder.Findings {
  /// Gives short forms the entity of the long one that stands before: "Toner" behind "Mark Toner",
  /// "ISIL" behind "… (ISIL)". A text's own word for what an acronym means comes before the archive's.
  ///
  /// - Complexity: O(words · log(names)).
  mutating func useLongForms(_ bytes: [UInt8], _ parts: ArticleParts) {
    let all = (mentions + candidates).sorted { $0.range.lowerBound < $1.range.lowerBound }
    var longForms: [String: (long: MentionFinder.Mention, isAcronym: Bool)] = [:]
    for mention in all {
      if let acronym = Self.acronym(behind: mention, bytes), longForms[acronym] == nil {
        longForms[acronym] = (mention, true)
      }
      if !mention.isKnown, let surname = Self.surname(of: mention), longForms[surname] == nil {
        longForms[surname] = (mention, false)
      }
    }
    if longForms.isEmpty { return }
    let sure = Set(mentions.map(\.range.lowerBound))
    var shorts: [(MentionFinder.Mention, isSure: Bool)] = []
    var next = 0
    for word in Words.ranges(bytes.span) {
      while next < all.count, all[next].range.upperBound <= word.lowerBound { next += 1 }
      guard let form = longForms[String(decoding: bytes[word], as: UTF8.self)],
        word.lowerBound > form.long.range.lowerBound, !parts.isFurniture(word)
      else { continue }
      if next < all.count, all[next].range.overlaps(word) {
        // A longer name that the word is part of stays; a namesake that the archive knows does too.
        let isTaken = all[next].range != word || all[next].isKnown && !form.isAcronym
        if isTaken { continue }
      }
      var short = form.long
      (short.range, short.rule) = (word, .text)
      short.text = String(decoding: bytes[word], as: UTF8.self)
      shorts.append((short, sure.contains(form.long.range.lowerBound)))
    }
    let taken = Set(shorts.map(\.0.range))
    mentions.removeAll { taken.contains($0.range) }
    candidates.removeAll { taken.contains($0.range) }
    mentions += shorts.filter(\.isSure).map(\.0)
    candidates += shorts.filter { !$0.isSure }.map(\.0)
    mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
    candidates.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// "ISIL" of "Islamic State of Iraq and the Levant (ISIL)": capitals in brackets that begin words of
  /// what stands before, in their order.
  private static func acronym(behind mention: MentionFinder.Mention, _ bytes: [UInt8]) -> String? {
    let start = mention.range.upperBound + 2
    guard start < bytes.count, bytes[start - 2] == 32, bytes[start - 1] == UInt8(ascii: "("),
      let end = bytes[start..<min(bytes.count, start + 10)].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let letters = bytes[start..<end]
    guard letters.count >= 2, letters.allSatisfy(\.isASCIIUpper) else { return nil }
    let isMade = [mention.text, mention.name].contains { name in
      let name = Array(name.utf8)
      var place = letters.startIndex
      for word in Words.ranges(name.span) where place < letters.endIndex {
        if name[word.lowerBound] & 0xDF == letters[place] { place += 1 }
      }
      return place == letters.endIndex
    }
    return isMade ? String(decoding: letters, as: UTF8.self) : nil
  }

  /// The last of two or three capitalised words.
  private static func surname(of mention: MentionFinder.Mention) -> String? {
    let words = mention.text.split(separator: " ")
    guard (2...3).contains(words.count),
      words.allSatisfy({ $0.unicodeScalars.first?.properties.isUppercase == true })
    else { return nil }
    return words.last.map(String.init)
  }
}
