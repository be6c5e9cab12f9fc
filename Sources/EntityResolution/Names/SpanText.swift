internal import EventGraph
internal import Glibc

/// A text with every span that may be a name in it.
struct SpanText: Sendable {
  struct NameSpan: Sendable {
    /// Bytes.
    var range: Range<Int>
    /// Words.
    var words: Range<Int>
    /// In the statistics' names; −1 for words that no name of the archive is.
    var surface: Int32
  }

  let bytes: [UInt8]
  let words: [Range<Int>]
  let hashes: [UInt64]
  private(set) var spans: [NameSpan] = []
  /// Chances of being linked, by span, from counts alone.
  private var chances: [Float] = []
  private var strongCount: Float = 0

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  init(_ text: String, _ statistics: SurfaceStatistics) {
    let bytes = Array(text.utf8)
    let words = Words.ranges(bytes.span)
    var hashes: [UInt64] = []
    for word in words { hashes.append(bytes.span.extracting(word).stableHash) }
    (self.bytes, self.words, self.hashes) = (bytes, words, hashes)
    findKnown(statistics)
    findNew()
    chances = spans.map { span in
      guard span.surface >= 0 else { return 0 }
      let use = statistics.uses[Int(span.surface)]
      return (use.recentLinked + 0.05) / (use.recentSeen + 0.5)
    }
    strongCount = chances.reduce(0) { $0 + ($1 > 0.5 ? 1 : 0) }
  }

  /// Bytes of a line from which it is read sentence by sentence; the archive's longest sentences have
  /// 1,400.
  private static let longLine = 1500

  /// The lines of a text; of a long line, its sentences.
  static func pieces(_ bytes: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      if end - start > longLine {
        pieces += sentences(bytes, start..<end)
      } else if end > start {
        pieces.append(start..<end)
      }
      start = end + 1
    }
    return pieces
  }

  /// A sentence ends at a stop before a space and a capital, unless an initial or a short word stands
  /// before it; one without an end is cut at a space.
  private static func sentences(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = line.lowerBound
    var k = start
    while k + 2 < line.upperBound {
      let isStop = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[k])
      let isEnd =
        isStop && bytes[k + 1] == 32 && bytes[k + 2].isASCIIUpper && k - start > 20
        && bytes[k - 1].isASCIILower && bytes[k - 2].isASCIILower && bytes[k - 3].isASCIILower
      // Tables and lists without a space are cut as well, then anything between two characters.
      let length = k - start
      let isLong =
        length > longLine && bytes[k] <= 32
        || length > 4 * longLine && bytes[k] < 0x80 && !bytes[k].isASCIIAlphanumeric
        || length > 16 * longLine && bytes[k + 1] & 0xC0 != 0x80
      if isEnd || isLong {
        pieces.append(start..<k + 1)
        start = k + 1
      }
      k += 1
    }
    if start < line.upperBound { pieces.append(start..<line.upperBound) }
    return pieces
  }

  private mutating func findKnown(_ statistics: SurfaceStatistics) {
    var first = 0
    var found: [NameSpan] = []
    statistics.trie.forEachMatch(in: bytes.span, longestOnly: false) { match in
      while first < words.count, words[first].lowerBound < match.range.lowerBound { first += 1 }
      var last = first
      while last < words.count, words[last].lowerBound < match.range.upperBound { last += 1 }
      found.append(
        NameSpan(range: match.range, words: first..<last, surface: Int32(match.name)))
    }
    spans = found
  }

  /// Words of capitals in a row that may be one new name, at most.
  private static let longestRun = 7

  /// Capitalised words, and those with small words between, that are no known name as they stand.
  private mutating func findNew() {
    let known = Set(spans.map(\.words))
    var start = 0
    while start < words.count {
      guard isCapital(start) else {
        start += 1
        continue
      }
      var end = start
      while end < words.count, end - start < Self.longestRun {
        if end > start, !isJoined(end) { break }
        if isCapital(end) {
          let range = start..<end + 1
          if !known.contains(range) {
            spans.append(
              NameSpan(
                range: words[start].lowerBound..<words[end].upperBound, words: range, surface: -1))
          }
        } else if !isConnector(end) {
          break
        }
        end += 1
      }
      start += 1
    }
  }

  /// Whether the word begins with a capital or a digit.
  private func isCapital(_ word: Int) -> Bool {
    let (value, _) = Words.scalar(bytes.span, at: words[word].lowerBound)
    if value < 0x80 {
      let byte = UInt8(value)
      return byte.isASCIIUpper || byte.isASCIIDigit
    }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  /// Small words that stand within names.
  private func isConnector(_ word: Int) -> Bool {
    let text = bytes[words[word]]
    guard text.count <= 3 else { return false }
    return [
      "of", "the", "and", "for", "de", "la", "le", "du", "des", "del", "di", "da", "al", "el",
      "bin",
      "ibn", "ben", "van", "von", "der", "den", "on", "in", "to", "s", "y", "e", "ul", "ur", "as",
      "at",
    ].contains { text.elementsEqual($0.utf8) }
  }

  /// Whether what stands before the word may stand within a name.
  private func isJoined(_ word: Int) -> Bool {
    let between = bytes[words[word - 1].upperBound..<words[word].lowerBound]
    if between.elementsEqual(" ".utf8) || between.elementsEqual("-".utf8) { return true }
    if between.elementsEqual("–".utf8) || between.elementsEqual("'".utf8) { return true }
    if between.elementsEqual("’".utf8) || between.elementsEqual(" & ".utf8) { return true }
    // An initial: "George W. Bush", "St. Louis".
    return between.elementsEqual(". ".utf8) && words[word - 1].count <= 2
  }

  /// Whether the span begins with a capital and is more than a number.
  func isCapitalised(_ span: NameSpan) -> Bool {
    !span.words.isEmpty && isCapital(span.words.lowerBound)
      && bytes[span.range].contains { $0.isASCIILetter || $0 >= 0x80 }
  }

  /// Whether every word of the span begins with a capital, but for small ones within.
  func isProperName(_ span: NameSpan) -> Bool {
    isCapitalised(span) && span.words.allSatisfy { isCapital($0) || isConnector($0) }
  }

  /// Whether a word with a capital stands right before the span: "Deputy" before "Prime Minister of Lesotho".
  func isContinued(_ span: NameSpan) -> Bool {
    let first = span.words.lowerBound
    return first > 1 && isCapital(first - 1) && span.range.lowerBound > 0
      && bytes[span.range.lowerBound - 1] == 32
      && words[first - 1].upperBound + 1 == span.range.lowerBound
  }

  /// Whether no comma divides the span, as in "Paris, Texas" and in lists.
  func isUnbroken(_ span: NameSpan) -> Bool { !bytes[span.range].contains(UInt8(ascii: ",")) }

  // MARK: Features

  enum SpanFeature: Int, CaseIterable {
    case bias, recentRate, rate, seen, topShare, targetCount, unlinked
    case capital, lower, allCapitals, digits, oneWord, wordCount, length
    case start, position, titleLength, isRepeated, sameTarget
    case before, behind, begins, ends, inside, insideLeast
    case strongCount, strongShare, longerRate, shorterRate, overlapsNew
    case beforeCapital, behindCapital, hyphenBefore, hyphenBehind, possessive, quoted, afterComma
    case connector, sentenceStart, unknownWords

    static let count = SpanFeature.allCases.count
  }

  func features(of k: Int, _ statistics: SurfaceStatistics, into rows: inout [Float]) {
    let start = rows.count
    rows.append(contentsOf: repeatElement(0, count: SpanFeature.count))
    func set(_ feature: SpanFeature, _ value: Float) { rows[start + feature.rawValue] = value }
    func set(_ feature: SpanFeature, _ value: Bool) {
      rows[start + feature.rawValue] = value ? 1 : 0
    }
    let span = spans[k]
    let (first, last) = (span.words.lowerBound, span.words.upperBound - 1)
    guard first <= last else { return }
    set(.bias, 1)
    if span.surface >= 0 {
      let use = statistics.uses[Int(span.surface)]
      set(
        .recentRate,
        SurfaceStatistics.logOdds(use.recentLinked, of: use.recentSeen, prior: 0.2, weight: 0.5))
      set(.rate, SurfaceStatistics.logOdds(use.linked, of: use.seen, prior: 0.2, weight: 1))
      set(.seen, log(1 + use.seen))
      set(.unlinked, use.linked == 0)
      set(.topShare, use.topShare)
      set(.targetCount, log(1 + use.targetCount))
      let target = use.target
      if target >= 0 {
        set(
          .sameTarget,
          spans.contains { other in
            other.surface >= 0 && other.range.upperBound <= span.range.lowerBound
              && statistics.uses[Int(other.surface)].target == target
          })
      }
    }
    let isUpper = isCapital(first)
    set(.capital, isUpper)
    set(.lower, !isUpper)
    let letters = bytes[span.range]
    set(.allCapitals, letters.count > 1 && !letters.contains { $0.isASCIILower })
    set(.digits, letters.first?.isASCIIDigit ?? false)
    set(.oneWord, first == last)
    set(.wordCount, Float(span.words.count))
    set(.length, log(Float(letters.count)))
    set(.start, first == 0)
    set(.position, Float(first) / Float(max(1, words.count)))
    set(.titleLength, log(Float(max(1, words.count))))
    set(.isRepeated, isRepeated(span))
    setWords(span, statistics, start, &rows)
    setNeighbors(k, start, &rows)
  }

  private func isRepeated(_ span: NameSpan) -> Bool {
    spans.contains {
      $0.range.upperBound <= span.range.lowerBound && $0.range.count == span.range.count
        && bytes[$0.range].elementsEqual(bytes[span.range])
    }
  }

  private func setWords(
    _ span: NameSpan, _ statistics: SurfaceStatistics, _ start: Int, _ rows: inout [Float]
  ) {
    func set(_ feature: SpanFeature, _ value: Float) { rows[start + feature.rawValue] = value }
    func odds(_ counts: PairCounts, _ hash: UInt64, _ prior: Float) -> Float {
      SurfaceStatistics.logOdds(counts[hash], of: statistics.word[hash], prior: prior, weight: 3)
    }
    let (first, last) = (span.words.lowerBound, span.words.upperBound - 1)
    let rate = statistics.rate
    set(.before, odds(statistics.before, first > 0 ? hashes[first - 1] : 1, rate))
    set(.behind, odds(statistics.behind, last + 1 < hashes.count ? hashes[last + 1] : 1, rate))
    let prior: Float = isCapital(first) ? 0.4 : 0.1
    set(.begins, odds(statistics.begins, hashes[first], prior))
    set(.ends, odds(statistics.ends, hashes[last], prior))
    var sum: Float = 0
    var least: Float = 9
    var unknown: Float = 0
    var connectors: Float = 0
    for k in span.words {
      let value = odds(statistics.inside, hashes[k], prior)
      sum += value
      least = min(least, value)
      if statistics.word[hashes[k]] == 0 { unknown += 1 }
      if isConnector(k) { connectors += 1 }
    }
    set(.inside, sum / Float(span.words.count))
    set(.insideLeast, least)
    set(.unknownWords, unknown / Float(span.words.count))
    set(.connector, connectors)
  }

  private func setNeighbors(_ k: Int, _ start: Int, _ rows: inout [Float]) {
    func set(_ feature: SpanFeature, _ value: Float) { rows[start + feature.rawValue] = value }
    func set(_ feature: SpanFeature, _ value: Bool) {
      rows[start + feature.rawValue] = value ? 1 : 0
    }
    let span = spans[k]
    var longer: Float = 0
    var shorter: Float = 0
    for (other, chance) in zip(spans, chances)
    where other.range != span.range && other.range.overlaps(span.range) {
      if other.range.count > span.range.count {
        longer = max(longer, chance)
      } else {
        shorter = max(shorter, chance)
      }
    }
    set(.longerRate, longer)
    set(.shorterRate, shorter)
    let others = strongCount - (chances[k] > 0.5 ? 1 : 0)
    set(.strongCount, log(1 + others))
    set(.strongShare, others / Float(max(4, words.count)))
    let (first, last) = (span.words.lowerBound, span.words.upperBound - 1)
    set(.beforeCapital, first > 0 && isCapital(first - 1) && isJoined(first))
    set(.behindCapital, last + 1 < words.count && isCapital(last + 1) && isJoined(last + 1))
    let (low, high) = (span.range.lowerBound, span.range.upperBound)
    let before = low > 0 ? bytes[low - 1] : 0
    let behind = high < bytes.count ? bytes[high] : 0
    set(.hyphenBefore, before == UInt8(ascii: "-"))
    set(.hyphenBehind, behind == UInt8(ascii: "-"))
    set(.possessive, behind == UInt8(ascii: "'"))
    set(.quoted, before == UInt8(ascii: "\"") || before == UInt8(ascii: "'"))
    set(.afterComma, low > 1 && bytes[low - 2] == UInt8(ascii: ","))
    set(.sentenceStart, first == 0 || (low > 1 && bytes[low - 2] == UInt8(ascii: ".")))
  }
}
