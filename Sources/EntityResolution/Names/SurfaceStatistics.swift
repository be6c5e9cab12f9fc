internal import EventGraph
internal import Glibc

/// How often words are linked where they stand: of each known name, and of each word by its place in
/// a link and beside one.
struct SurfaceStatistics: Sendable {
  /// Of one name.
  struct Use: Sendable {
    var seen: Float = 0
    var linked: Float = 0
    var recentSeen: Float = 0
    var recentLinked: Float = 0
    /// Lower-case uses of the archive's first word of a sentence tell nothing of names.
    var target: Int32 = -1
    var topShare: Float = 0
    var targetCount: Float = 0
  }

  let names: [NameForm]
  let trie: NameTrie
  private(set) var uses: [Use]
  /// By a word's hash: how often it stands anywhere, begins a link, ends one, is in one, stands
  /// before one, behind one.
  private(set) var word = PairCounts(capacity: 1 << 16)
  private(set) var begins = PairCounts(capacity: 1 << 16)
  private(set) var ends = PairCounts(capacity: 1 << 16)
  private(set) var inside = PairCounts(capacity: 1 << 16)
  private(set) var before = PairCounts(capacity: 1 << 16)
  private(set) var behind = PairCounts(capacity: 1 << 16)
  /// The chance that a word begins a link.
  private(set) var rate: Float = 0.1

  init(_ examples: some Collection<NameExample>, _ table: AliasTable) {
    var names: [NameForm] = table.labelForms
    var known = Set(names.map(\.hash))
    for target in table.targets {
      if known.insert(target.form.hash).inserted { names.append(target.form) }
      let base = String(
        decoding: Array(target.form.text.utf8.prefix(target.form.baseLength)), as: UTF8.self)
      if base.utf8.count != target.form.text.utf8.count, base.utf8.count > 2 {
        let form = NameForm(base)
        if known.insert(form.hash).inserted { names.append(form) }
      }
    }
    // A damaged text has lost the letters that are not ASCII, or their marks.
    for name in names where !name.text.utf8.allSatisfy({ $0 < 0x80 }) {
      for variant in SpellingIndex.damaged(name.text) {
        let form = NameForm(variant)
        if known.insert(form.hash).inserted { names.append(form) }
      }
    }
    self.names = names
    trie = NameTrie(names.map(\.text))
    uses = Array(repeating: Use(), count: names.count)
    for (k, name) in names.enumerated() {
      let senses = table.senses(ofLabel: name.hash)
      if let senses, let top = senses.senses.first {
        uses[k].target = top.target
        uses[k].topShare = top.recent / max(1e-6, senses.recent)
      } else if let number = table.number(ofTarget: name.hash) {
        uses[k].target = number
      }
      if uses[k].target >= 0 { uses[k].targetCount = table.targets[Int(uses[k].target)].count }
    }
    var words: Float = 0
    var links: Float = 0
    for example in examples {
      count(example, age: table.end.years(since: example.date))
      words += Float(example.title.utf8.count) / 6
      links += Float(example.links.count)
    }
    rate = max(1e-3, links / max(1, words))
  }

  private mutating func count(_ example: NameExample, age: Float) {
    let text = Array(example.title.utf8)
    let weight = exp(-age / AliasTable.recentYears)
    let linked = Set(example.links.compactMap(\.range))
    trie.forEachMatch(in: text.span, longestOnly: false) { match in
      let isLinked = linked.contains(match.range)
      // Words within a longer link were not free to be linked.
      if !isLinked,
        linked.contains(where: { $0.overlaps(match.range) && $0.count > match.range.count })
      {
        return
      }
      uses[match.name].seen += 1
      uses[match.name].recentSeen += weight
      if isLinked {
        uses[match.name].linked += 1
        uses[match.name].recentLinked += weight
      }
    }
    countWords(text, linked)
  }

  private mutating func countWords(_ text: [UInt8], _ linked: Set<Range<Int>>) {
    let ranges = Words.ranges(text.span)
    let hashes = ranges.map { text.span.extracting($0).stableHash }
    for hash in hashes { word.add(hash) }
    for link in linked.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let first = ranges.firstIndex(where: { $0.upperBound > link.lowerBound }),
        let last = ranges.lastIndex(where: { $0.lowerBound < link.upperBound }), first <= last
      else { continue }
      begins.add(hashes[first])
      ends.add(hashes[last])
      for k in first...last { inside.add(hashes[k]) }
      before.add(first > 0 ? hashes[first - 1] : 1)
      behind.add(last + 1 < hashes.count ? hashes[last + 1] : 1)
    }
    word.add(1)
  }

  /// Log-odds of a share, drawn towards `prior` where little was seen.
  static func logOdds(_ part: Float, of whole: Float, prior: Float, weight: Float) -> Float {
    let p = (part + weight * prior) / (max(whole, part) + weight)
    return log(p / max(1e-4, 1 - p))
  }
}
