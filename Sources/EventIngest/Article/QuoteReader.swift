internal import EventGraph

/// Reads the quotations of an article's paragraphs and who says them.
struct QuoteReader {
  /// A range of one paragraph's cleaned text.
  struct Place: Equatable {
    var paragraph: Int
    var range: Range<Int>
  }

  struct Quote {
    var pieces: [Place]
    var isPhrase: Bool
    var speaker: Place?
    var attribution = QuoteFact.Attribution.none
    var name: Place?
    var reference = QuoteFact.Reference.unknown
    /// Whether the next paragraph goes on with it.
    var isOpen = false
    /// Whether the sentence says that it was not said.
    var isDenied = false
    /// Whether the marks keep a word at a distance, or give a name.
    var isScare = false
  }

  /// No article quotes so much; what comes after is left out, so that a hostile one costs no more.
  private static let mostQuotes = 4_000
  private static let mostInParagraph = 200

  private let paragraphs: [[UInt8]]
  private let names: NameFinder
  private var quotes: [Quote] = []
  /// The first paragraph of which quotations were left out.
  private var firstLeftOut: Int?

  /// - Returns: The quotations in their order, and the first paragraph of which some were left out for
  ///   being too many.
  static func read(_ paragraphs: [[UInt8]]) -> (quotes: [Quote], firstLeftOut: Int?) {
    var reader = QuoteReader(paragraphs)
    for k in paragraphs.indices {
      if reader.quotes.count < mostQuotes {
        reader.readParagraph(k)
      } else if !QuotedRange.all(in: paragraphs[k]).isEmpty {
        reader.firstLeftOut = reader.firstLeftOut ?? k
        break
      }
    }
    for k in reader.quotes.indices { reader.resolve(k) }
    return (reader.quotes.filter { !$0.isDenied && !$0.isScare }, reader.firstLeftOut)
  }

  private init(_ paragraphs: [[UInt8]]) {
    self.paragraphs = paragraphs
    names = NameFinder(paragraphs)
  }

  private mutating func readParagraph(_ paragraph: Int) {
    let text = paragraphs[paragraph]
    let all = QuotedRange.all(in: text)
    if all.count > Self.mostInParagraph { firstLeftOut = firstLeftOut ?? paragraph }
    let marks = all.prefix(Self.mostInParagraph)
    let first = quotes.count
    var quoteOfMark: [Int] = []
    for (k, mark) in marks.enumerated() {
      let before = (k == 0 ? 0 : marks[k - 1].outer.upperBound)..<mark.outer.lowerBound
      let after =
        mark.outer.upperBound..<(k + 1 < marks.count ? marks[k + 1].outer.lowerBound : text.count)
      let place = Place(paragraph: paragraph, range: QuotedRange.trimmed(mark.inner, text))
      if k == 0, before.isEmpty, first > 0, quotes[first - 1].isOpen,
        quotes[first - 1].pieces.last?.paragraph == paragraph - 1
      {
        quotes[first - 1].pieces.append(place)
        quotes[first - 1].isOpen = !mark.isClosed
        quoteOfMark.append(first - 1)
        attribute(first - 1, text, mark, lead: before.lowerBound..<before.lowerBound, after)
        continue
      }
      if k > 0, continues(quoteOfMark[k - 1], text, before, mark, after) {
        quotes[quoteOfMark[k - 1]].pieces.append(place)
        quotes[quoteOfMark[k - 1]].isOpen = !mark.isClosed
        quoteOfMark.append(quoteOfMark[k - 1])
        continue
      }
      let lead = self.lead(text, before, mark)
      quotes.append(
        Quote(
          pieces: [place], isPhrase: isPhrase(text, mark, lead: lead), isOpen: !mark.isClosed))
      quoteOfMark.append(quotes.count - 1)
      attribute(quotes.count - 1, text, mark, lead: lead, after)
      if quotes[quotes.count - 1].speaker == nil, k > 0 {
        share(from: quoteOfMark[k - 1], to: quotes.count - 1, text, before)
      }
    }
    // '"…" and "…," he said': the first is his too.
    for k in marks.indices.dropLast().reversed() where quotes[quoteOfMark[k]].speaker == nil {
      let between = marks[k].outer.upperBound..<marks[k + 1].outer.lowerBound
      share(from: quoteOfMark[k + 1], to: quoteOfMark[k], text, between)
    }
    let colon = paragraph > 0 && paragraphs[paragraph - 1].last == UInt8(ascii: ":")
    if colon, let mark = marks.first, mark.outer.lowerBound == 0,
      quotes[quoteOfMark[0]].speaker == nil
    {
      attributeFromLineAbove(quoteOfMark[0], paragraph - 1)
    }
    for (k, mark) in marks.enumerated() where quotes[quoteOfMark[k]].pieces.count == 1 {
      let isSaid = quotes[quoteOfMark[k]].speaker != nil
      quotes[quoteOfMark[k]].isScare = mark.isClosed && mark.isScare(text, isSaid: isSaid)
    }
  }

  /// The part of the sentence before a quotation, from behind the last stop or quotation.
  private func lead(_ text: [UInt8], _ before: Range<Int>, _ mark: QuotedRange) -> Range<Int> {
    guard !before.isEmpty else { return before }
    // With a letter for the quotation, so that a stop before it is seen to end a sentence.
    let sentences = Sentences.ranges(Array(text[before]) + [UInt8(ascii: "X")])
    guard let last = sentences.last else { return before }
    return text.span.trimmed(before.lowerBound + last.lowerBound..<before.upperBound)
  }

  private func isPhrase(_ text: [UInt8], _ mark: QuotedRange, lead: Range<Int>) -> Bool {
    if text[mark.inner.lowerBound].isASCIILower { return true }
    guard let last = text[lead].last else { return false }
    return last != UInt8(ascii: ",") && last != UInt8(ascii: ":")
  }

  private mutating func attribute(
    _ quote: Int, _ text: [UInt8], _ mark: QuotedRange, lead: Range<Int>, _ after: Range<Int>
  ) {
    guard quotes[quote].speaker == nil, let paragraph = quotes[quote].pieces.last?.paragraph else {
      return
    }
    let finder = SpeakerFinder(text: text)
    func set(_ range: Range<Int>, _ attribution: QuoteFact.Attribution) {
      quotes[quote].speaker = Place(paragraph: paragraph, range: range)
      quotes[quote].attribution = attribution
    }
    if !lead.isEmpty, finder.isDenied(before: lead) {
      quotes[quote].isDenied = true
      return
    }
    if !lead.isEmpty, let speaker = finder.before(lead) { return set(speaker, .before) }
    guard mark.isClosed, let rest = restOfSentence(text, mark, after) else { return }
    if finder.isDenied(after: rest) {
      quotes[quote].isDenied = true
      return
    }
    if let found = finder.after(rest) { return set(found.speaker, .after) }
    // 'The "marked" rise is new, Toner said.'
    if quotes[quote].isPhrase, let comma = text[rest].lastIndex(of: UInt8(ascii: ",")),
      let found = finder.after(comma + 1..<rest.upperBound)
    {
      set(found.speaker, .after)
    }
  }

  /// What follows a quotation in its sentence; nil where the quotation ends it.
  private func restOfSentence(
    _ text: [UInt8], _ mark: QuotedRange, _ after: Range<Int>
  ) -> Range<Int>? {
    guard !after.isEmpty, text[mark.inner.upperBound - 1] != UInt8(ascii: ".") else { return nil }
    var start = after.lowerBound
    if text[start] == UInt8(ascii: ",") { start += 1 }
    guard start < after.upperBound,
      let first = Sentences.ranges(Array(text[start..<after.upperBound])).first
    else { return nil }
    let rest = text.span.trimmed(start + first.lowerBound..<start + first.upperBound)
    return rest.isEmpty ? nil : rest
  }

  /// Whether a quotation goes on behind words that say no more than whose it is: '"…," she said. "…"'.
  private func continues(
    _ quote: Int, _ text: [UInt8], _ between: Range<Int>, _ mark: QuotedRange, _ after: Range<Int>
  ) -> Bool {
    let known = quotes[quote]
    guard known.attribution == .after, !known.isPhrase, let speaker = known.speaker,
      between.contains(speaker.range.lowerBound),
      Sentences.ranges(Array(text[between])).count == 1,
      WordList.words(Array(text[between])).count <= 24
    else { return false }
    // One that has a speaker of its own is another's.
    if let rest = restOfSentence(text, mark, after),
      SpeakerFinder(text: text).after(rest) != nil
    {
      return false
    }
    let last = text.span.trimmed(between)
    return last.isEmpty || text[last.upperBound - 1] == UInt8(ascii: ".")
      || text[last.upperBound - 1] == UInt8(ascii: ",")
  }

  /// Two quotations of one sentence with hardly a word between them are of one speaker.
  private mutating func share(from: Int, to: Int, _ text: [UInt8], _ between: Range<Int>) {
    guard from != to, let speaker = quotes[from].speaker,
      Sentences.ranges(Array(text[between]) + [UInt8(ascii: "X")]).count == 1,
      WordList.words(Array(text[between])).count <= 3
    else { return }
    quotes[to].speaker = speaker
    quotes[to].attribution = quotes[from].attribution
  }

  private mutating func attributeFromLineAbove(_ quote: Int, _ paragraph: Int) {
    let text = paragraphs[paragraph]
    guard let last = Sentences.ranges(text).last,
      let speaker = SpeakerFinder(text: text).before(last)
    else { return }
    quotes[quote].speaker = Place(paragraph: paragraph, range: speaker)
    quotes[quote].attribution = .before
  }

  // MARK: Who is meant

  private mutating func resolve(_ quote: Int) {
    guard let speaker = quotes[quote].speaker else { return }
    let text = paragraphs[speaker.paragraph]
    let words = WordList.words(Array(text[speaker.range]))
    if words.count == 1, SpeakerFinder.isPronoun(words[0].lower) {
      resolvePronoun(quote, words[0].lower, speaker)
      return
    }
    guard let range = names.name(in: speaker.range, paragraph: speaker.paragraph, text: text) else {
      return
    }
    quotes[quote].name = Place(paragraph: speaker.paragraph, range: range)
    quotes[quote].reference = .asWritten
    let nameWords = WordList.words(Array(text[range]))
    if nameWords.count == 1,
      let full = names.fullName(
        of: nameWords[0].lower, before: (speaker.paragraph, range.lowerBound))
    {
      quotes[quote].name = place(of: full)
      quotes[quote].reference = .surname
    }
  }

  private func place(of name: NameFinder.Name) -> Place {
    let text = paragraphs[name.paragraph]
    let range =
      names.name(in: name.range, paragraph: name.paragraph, text: text) ?? name.range
    return Place(paragraph: name.paragraph, range: range)
  }

  /// A pronoun means the subject of the sentence before, where that names no other.
  private mutating func resolvePronoun(_ quote: Int, _ pronoun: String, _ speaker: Place) {
    guard pronoun == "he" || pronoun == "she" || pronoun == "it",
      let first = quotes[quote].pieces.first
    else { return }
    let start = min(
      first.range.lowerBound, speaker.paragraph == first.paragraph ? speaker.range.lowerBound : .max
    )
    guard let (paragraph, sentence) = sentenceBefore(first.paragraph, start) else { return }
    if let said = speakerOnly(in: sentence, paragraph, before: quote) {
      if pronoun != "it" {
        quotes[quote].name = said
        quotes[quote].reference = .pronoun
      }
      return
    }
    guard let subject = names.onlySubject(of: sentence, paragraph: paragraph) else { return }
    let bare = NameFinder.withoutTitles(subject.words)
    let full =
      bare.count == 1
      ? bare.first.flatMap {
        names.fullName(of: $0, before: (subject.paragraph, subject.range.lowerBound))
      } : nil
    let isPerson = full != nil || bare.count > 1
    guard isPerson != (pronoun == "it") else { return }
    quotes[quote].name = place(of: full ?? subject)
    quotes[quote].reference = .pronoun
  }

  private func sentenceBefore(_ paragraph: Int, _ offset: Int) -> (Int, Range<Int>)? {
    let sentences = Sentences.ranges(paragraphs[paragraph])
    let own = sentences.lastIndex { $0.lowerBound <= offset } ?? 0
    if own > 0 { return (paragraph, sentences[own - 1]) }
    guard paragraph > 0, let last = Sentences.ranges(paragraphs[paragraph - 1]).last else {
      return nil
    }
    return (paragraph - 1, last)
  }

  /// The speaker of a quotation in a sentence that names no one else outside it.
  private func speakerOnly(in sentence: Range<Int>, _ paragraph: Int, before quote: Int) -> Place? {
    guard
      let known = quotes[..<quote].last(where: { known in
        known.speaker.map {
          $0.paragraph == paragraph && sentence.contains($0.range.lowerBound)
        } ?? false
      }), known.reference == .asWritten || known.reference == .surname,
      let speaker = known.speaker, let name = known.name
    else { return nil }
    let marks = QuotedRange.all(in: paragraphs[paragraph])
    let others = names.names(inParagraph: paragraph).contains { other in
      sentence.contains(other.range.lowerBound)
        && !other.isAfterPlaceWord && !other.range.overlaps(speaker.range)
        && !marks.contains { $0.outer.overlaps(other.range) }
    }
    return others ? nil : name
  }
}
