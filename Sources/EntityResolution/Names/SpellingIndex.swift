internal import EventGraph

/// Names by what survives another spelling: of several words, all but one; of a text that lost its
/// letters beyond ASCII, the rest.
struct SpellingIndex: Sendable {
  private struct Entry: Sendable {
    var words: [[UInt8]]
    var target: Int32
  }

  private var entries: [Entry] = []
  /// Into `entries`, by a word and how many there are.
  private var byWord: [UInt64: [Int32]] = [:]
  private var byDamaged: [UInt64: [Int32]] = [:]

  /// A word of more names than this ("John", "University") finds none.
  private static let commonWord = 400

  mutating func add(_ name: NameForm, target: Int32) {
    if !name.text.utf8.allSatisfy({ $0 < 0x80 }) {
      for variant in Self.damaged(name.text) {
        byDamaged[Array(variant.utf8).span.stableHash, default: []].append(target)
      }
    }
    guard let words = Self.words(name.text) else { return }
    for word in words {
      byWord[Self.key(word, words.count), default: []].append(Int32(entries.count))
    }
    entries.append(Entry(words: words, target: target))
  }

  /// Targets of names that differ from the label in one word by few letters, or that the label is the
  /// damaged form of; each once.
  func targets(near label: NameForm) -> [Int32] {
    var found: [Int32] = byDamaged[label.hash] ?? []
    if let words = Self.words(label.text) {
      for (place, word) in words.enumerated() {
        let list = byWord[Self.key(word, words.count)] ?? []
        if list.count > Self.commonWord { continue }
        for k in list where Self.differsInOneWord(entries[Int(k)].words, words, besides: place) {
          found.append(entries[Int(k)].target)
        }
      }
    }
    var distinct: [Int32] = []
    for target in found where !distinct.contains(target) { distinct.append(target) }
    return Array(distinct.prefix(6))
  }

  /// The text without its letters beyond ASCII, and with them but without their marks.
  static func damaged(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let dropped = String(decoding: bytes.filter { $0 < 0x80 }, as: UTF8.self)
    var folded: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        folded.append(UInt8(scalar.value))
      } else if ASCIIFolding.append(scalar, to: &folded) == .none {
        folded += Array(String(scalar).utf8)
      }
    }
    let variants = [dropped, String(decoding: folded, as: UTF8.self)]
    // What is left must still be a name: "é" alone leaves nothing.
    return variants.filter {
      $0 != text && $0.utf8.count >= 5 && $0.utf8.count * 3 > bytes.count * 2
    }
  }

  /// Whether a label is another spelling of a name: its damaged form, or of two names that look like
  /// persons' the same consonants.
  ///
  /// Of the corpus's own names of persons, 126 pairs are alike so, and all but one are one person's.
  /// Other names are not safe: "Henan Province" and "Hunan Province", "Minister …" and "Ministry …".
  static func isVariant(_ label: String, of name: String) -> Bool {
    if damaged(name).contains(label) { return true }
    guard looksLikePerson(label), looksLikePerson(name), let a = words(label), let b = words(name),
      a.count == b.count
    else { return false }
    return zip(a, b).allSatisfy { $0 == $1 || soundAlike($0, $1) && !differsInGender($0, $1) }
  }

  /// Whether two words have the same consonants, doubled ones once: what transliterations keep.
  private static func soundAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    consonants(a) == consonants(b)
  }

  private static func consonants(_ word: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    for byte in word where !isVowel(byte) && kept.last != byte { kept.append(byte) }
    return kept
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouyj".utf8.contains(byte) }

  /// "Daniel" and "Daniela", "Mario" and "Maria": two persons, as a rule of the same family.
  private static func differsInGender(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard let x = a.last, let y = b.last, x != y else { return false }
    let feminine = UInt8(ascii: "a")
    guard x == feminine || y == feminine else { return false }
    let other = x == feminine ? y : x
    return other == UInt8(ascii: "o") || !isVowel(other)
  }

  /// Whether a name has the shape of a person's: two to four words in capitals, none of which names an
  /// office, a house, a place or a number.
  private static func looksLikePerson(_ name: String) -> Bool {
    var reading = NameReading()
    reading.read(Array(name.utf8).span)
    return reading.looksLikePerson
  }

  /// Folded words of a name of two to five words that begins with a capital.
  private static func words(_ text: String) -> [[UInt8]]? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first.isASCIIUpper || first >= 0x80 else { return nil }
    let ranges = Words.ranges(bytes.span)
    guard (2...5).contains(ranges.count) else { return nil }
    return ranges.map { range in
      var word: [UInt8] = []
      Words.appendFolded(bytes.span.extracting(range), to: &word)
      return word
    }
  }

  private static func key(_ word: [UInt8], _ count: Int) -> UInt64 {
    PairCounts.key(word.span.stableHash, UInt64(count))
  }

  /// Whether all words are equal but one, which begins alike and is one change away, or two of a long
  /// word.
  private static func differsInOneWord(
    _ a: [[UInt8]], _ b: [[UInt8]], besides place: Int
  ) -> Bool {
    guard a.count == b.count, a[place] == b[place] else { return false }
    var different: Int?
    for k in a.indices where a[k] != b[k] {
      if different != nil { return false }
      different = k
    }
    guard let k = different, let x = a[k].first, let y = b[k].first, x == y, x.isASCIILetter else {
      return false
    }
    let shorter = min(a[k].count, b[k].count)
    guard shorter >= 4 else { return false }
    // Numbers and names of one letter's difference in short words are other things.
    return distance(a[k], b[k]) <= (shorter >= 8 ? 2 : 1)
  }

  /// Letters to change, add or drop.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if abs(a.count - b.count) > 2 { return 3 }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let changed = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
