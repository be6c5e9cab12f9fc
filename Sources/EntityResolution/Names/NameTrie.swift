internal import EventGraph

/// Finds known names in a text: a trie of words in one hash table, whose every match is compared byte by
/// byte.
///
/// A name matches where it stands as written between Unicode word boundaries. The key of a node is the
/// hash of the bytes from a name's first word to the end of one of its words; what follows a name's
/// last word ("U.S.", "Georgia (country)") is only compared. Most words begin no name, and a filter of
/// 4 Mbit says so without a look at the table.
package struct NameTrie: Sendable {
  /// The names' bytes, one after the other.
  private var bytes: [UInt8] = []
  /// `count + 1` offsets into `bytes`.
  private var offsets: [Int] = [0]
  /// The next name with the same words, longest first; −1 where there is none.
  private var next: [Int32] = []
  private var keys: [UInt64] = []
  private var nodes: [Node] = []
  private var filter = [UInt64](repeating: 0, count: 1 << 16)
  private var nodeCount = 0
  /// Whether a byte of ASCII belongs to a word; 2 for bytes of longer sequences.
  private let classes: [UInt8]

  private struct Node: Sendable {
    /// The longest name that ends here; −1 for none.
    var name: Int32 = -1
    var hasLonger = false
  }

  package struct Match: Equatable, Sendable {
    package var range: Range<Int>
    /// The name's place in the list that the trie was made of.
    package var name: Int
  }

  package var count: Int { offsets.count - 1 }

  /// - Parameter names: Without repetitions; one without a word is never found.
  package init(_ names: [String]) {
    classes = (0..<256).map { value in
      value >= 0x80 ? 2 : Words.isWord(UInt32(value)) ? 1 : 0
    }
    var size = 1024
    while size < names.count * 4 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    nodes = Array(repeating: Node(), count: size)
    next = Array(repeating: -1, count: names.count)
    for name in names {
      bytes += Array(name.utf8)
      offsets.append(bytes.count)
    }
    for k in names.indices { insert(k) }
  }

  private mutating func insert(_ name: Int) {
    let range = offsets[name]..<offsets[name + 1]
    let text = Array(bytes[range])
    let words = Words.ranges(text.span)
    guard let first = words.first, first.lowerBound == 0 else { return }
    var hash = Self.seed
    var place = 0
    for (k, word) in words.enumerated() {
      hash = Self.hash(text.span, place..<word.upperBound, hash)
      place = word.upperBound
      if k == 0 { filter[Int(hash >> 48)] |= 1 << (hash >> 42 & 63) }
      if nodeCount * 2 >= keys.count { grow() }
      let slot = slot(hash)
      if keys[slot] == 0 {
        keys[slot] = hash
        nodeCount += 1
      }
      if k + 1 < words.count {
        nodes[slot].hasLonger = true
      } else {
        link(name, range.count, at: slot)
      }
    }
  }

  /// Puts the name into the node's list, which is sorted by length, longest first.
  private mutating func link(_ name: Int, _ length: Int, at slot: Int) {
    func lengthOf(_ name: Int32) -> Int { offsets[Int(name) + 1] - offsets[Int(name)] }
    let head = nodes[slot].name
    if head < 0 || lengthOf(head) < length {
      next[name] = head
      nodes[slot].name = Int32(name)
      return
    }
    var before = head
    while next[Int(before)] >= 0, lengthOf(next[Int(before)]) >= length {
      before = next[Int(before)]
    }
    next[name] = next[Int(before)]
    next[Int(before)] = Int32(name)
  }

  /// Calls `body` with matches in the order of their starts, at each start the shorter first.
  ///
  /// - Parameter longestOnly: At each start only the longest, and none within one that was given.
  /// - Complexity: O(bytes), plus the length of what is found.
  @inline(__always)
  package func forEachMatch(
    in text: Span<UInt8>, longestOnly: Bool, _ body: (Match) -> Void
  ) {
    let classes = classes.span
    let filter = filter.span
    let count = text.count
    var k = 0
    while k < count {
      let kind = classes[Int(text[k])]
      if kind == 0 {
        k += 1
        continue
      }
      let end = wordEnd(text, from: k, classes)
      if end == k {
        k += Words.scalar(text, at: k).length
        continue
      }
      let hash = Self.hash(text, k..<end, Self.seed)
      if filter[Int(hash >> 48)] >> (hash >> 42 & 63) & 1 == 0 {
        k = end
        continue
      }
      let last = follow(text, k, end, hash, classes, longestOnly, body)
      k = longestOnly ? max(end, last) : end
    }
  }

  /// Walks down from a first word; gives back where the longest match ends, or its start.
  private func follow(
    _ text: Span<UInt8>, _ start: Int, _ firstEnd: Int, _ firstHash: UInt64,
    _ classes: Span<UInt8>, _ longestOnly: Bool, _ body: (Match) -> Void
  ) -> Int {
    var (hash, end) = (firstHash, firstEnd)
    var best: Match?
    while true {
      let slot = slot(hash)
      if keys[slot] == 0 { break }
      var name = nodes[slot].name
      while name >= 0 {
        let range = start..<start + offsets[Int(name) + 1] - offsets[Int(name)]
        if isMatch(Int(name), text, range) {
          if longestOnly {
            best = Match(range: range, name: Int(name))
            break
          }
          body(Match(range: range, name: Int(name)))
        }
        name = next[Int(name)]
      }
      guard nodes[slot].hasLonger else { break }
      // Between two words of a name stand few bytes.
      var from = end
      while from < text.count, from - end < 8 {
        let kind = classes[Int(text[from])]
        if kind == 1 || (kind == 2 && Words.end(text, from: from) > from) { break }
        from += kind == 2 ? Words.scalar(text, at: from).length : 1
      }
      let stop = from < text.count ? wordEnd(text, from: from, classes) : from
      if stop == from { break }
      hash = Self.hash(text, end..<stop, hash)
      end = stop
    }
    guard let best else { return start }
    body(best)
    return best.range.upperBound
  }

  @inline(__always)
  private func wordEnd(_ text: Span<UInt8>, from: Int, _ classes: Span<UInt8>) -> Int {
    var k = from
    while k < text.count {
      let kind = classes[Int(text[k])]
      if kind == 1 {
        k += 1
      } else if kind == 0 {
        return k
      } else {
        let (value, length) = Words.scalar(text, at: k)
        if !Words.isWord(value) { return k }
        k += length
      }
    }
    return k
  }

  /// Compares the bytes, and looks for a word boundary behind them.
  private func isMatch(_ name: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.upperBound <= text.count else { return false }
    let own = bytes.span.extracting(offsets[name]..<offsets[name + 1])
    guard own.equals(text.extracting(range)) else { return false }
    guard range.upperBound < text.count else { return true }
    // A name that ends in a sign ends there, whatever follows.
    var last = own.count - 1
    while last > 0, own[last] & 0xC0 == 0x80 { last -= 1 }
    guard Words.isWord(Words.scalar(own, at: last).value) else { return true }
    return Words.end(text, from: range.upperBound) == range.upperBound
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Continues a hash over more bytes, eight a step.
  @inline(__always)
  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>, _ start: UInt64) -> UInt64 {
    let raw = text.bytes
    var hash = start
    var k = range.lowerBound
    while k < range.upperBound {
      let left = range.upperBound - k
      var word: UInt64
      if k + 8 <= raw.byteCount {
        word = raw.word(at: k)
        if left < 8 { word &= (1 << UInt64(left * 8)) &- 1 }
      } else {
        word = 0
        for offset in 0..<min(left, 8) {
          word |= UInt64(text[k + offset]) << UInt64(offset * 8)
        }
      }
      let product = (hash ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
      hash = product.high ^ product.low
      k += 8
    }
    return hash == 0 ? 1 : hash
  }

  @inline(__always)
  private func slot(_ hash: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, nodes)
    keys = Array(repeating: 0, count: old.0.count * 2)
    nodes = Array(repeating: Node(), count: keys.count)
    for (k, key) in old.0.enumerated() where key != 0 {
      let slot = slot(key)
      keys[slot] = key
      nodes[slot] = old.1[k]
    }
  }
}
