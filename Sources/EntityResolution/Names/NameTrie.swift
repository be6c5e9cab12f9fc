internal import EventGraph

/// Known names by their words, to be found in a text.
///
/// A name matches where it stands as written between Unicode word boundaries. A node stands for the words
/// from a name's first to one of its words, and is found by their hash in one table; what stands between
/// the words and behind the last ("U.S.", "Georgia (country)") is only compared.
///
/// Reading memory at places that depend on the text is what a search costs, so a node is 8 bytes, and a
/// name's bytes stand beside what is known of it. Filters of some 16 bits a node say of most words that
/// no name begins with them, and of most second words that none goes on.
package struct NameTrie: Sendable {
  /// Slots of an open-addressing table, a power of two; 0 is empty. The upper half is the upper half of
  /// the node's hash, which no other node has that the same search meets. Of the lower, the first bit
  /// says that longer names begin here, the rest is the place of the first record of the names that end
  /// here, in 4 bytes, from 1; 0 where none ends.
  private(set) var slots: [UInt64] = []
  private(set) var firstWords = BitFilter(count: 0)
  private(set) var longerNames = BitFilter(count: 0)
  /// Records of names, those of one node together, longest first: the name's number, twice its length and
  /// 1 where another follows, its bytes, up to 3 zeros. Behind all, 8 bytes that are read in vain.
  private(set) var records: [UInt8] = []
  /// Whether a byte of ASCII belongs to a word; 2 for bytes of longer sequences.
  let classes: [UInt8]
  package let count: Int

  package struct Match: Equatable, Sendable {
    package var range: Range<Int>
    /// The name's place in the list that the trie was made of.
    package var name: Int
  }

  static let longerFlag: UInt64 = 1 << 31
  static let recordMask: UInt64 = longerFlag - 1

  /// - Parameter names: Without repetitions; one that does not begin with a word is never found.
  package init(_ names: [String]) {
    classes = (0..<256).map { value in
      value >= 0x80 ? 2 : Words.isWord(UInt32(value)) ? 1 : 0
    }
    count = names.count
    var nodes = Nodes(names.count)
    let texts = names.map { Array($0.utf8) }
    for (name, text) in texts.enumerated() { nodes.insert(name, text) }
    write(nodes, texts)
  }

  /// What a name's words say together. Words are hashed alone, so that a text's are hashed once.
  @inline(__always)
  static func path(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash &+ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: word | 1)
    return product.high ^ product.low
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of a word, eight bytes a step.
  @inline(__always)
  static func hash(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let raw = text.bytes
    var hash = seed
    var k = start
    while k < end {
      let left = end - k
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
    return hash
  }

  /// The same of up to eight bytes, followed by zeros.
  @inline(__always)
  static func hash(short word: UInt64) -> UInt64 {
    let product = (seed ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  /// Nodes while names are added.
  private struct Nodes {
    struct Node {
      var hash: UInt64
      var names: [Int32] = []
      var isFirst: Bool
      var hasLonger = false
    }
    var nodes: [Node] = []
    private var places: [UInt64: Int32] = [:]

    init(_ capacity: Int) {
      nodes.reserveCapacity(capacity * 2)
      places.reserveCapacity(capacity * 2)
    }

    mutating func insert(_ name: Int, _ text: [UInt8]) {
      let words = Words.ranges(text.span)
      guard let first = words.first, first.lowerBound == 0 else { return }
      var path: UInt64 = 0
      for (k, word) in words.enumerated() {
        let hash = NameTrie.hash(text.span, word.lowerBound, word.upperBound)
        path = k == 0 ? hash : NameTrie.path(path, hash)
        let node = self.node(path, isFirst: k == 0)
        if k + 1 < words.count {
          nodes[node].hasLonger = true
        } else {
          nodes[node].names.append(Int32(name))
        }
      }
    }

    private mutating func node(_ hash: UInt64, isFirst: Bool) -> Int {
      if let place = places[hash] { return Int(place) }
      places[hash] = Int32(nodes.count)
      nodes.append(Node(hash: hash, isFirst: isFirst))
      return nodes.count - 1
    }
  }

  private mutating func write(_ nodes: Nodes, _ texts: [[UInt8]]) {
    let firstCount = nodes.nodes.count { $0.isFirst }
    firstWords = BitFilter(count: firstCount)
    longerNames = BitFilter(count: nodes.nodes.count - firstCount)
    var entries: [(hash: UInt64, value: UInt64)] = []
    entries.reserveCapacity(nodes.nodes.count)
    for node in nodes.nodes {
      if node.isFirst { firstWords.insert(node.hash) } else { longerNames.insert(node.hash) }
      let value = node.names.isEmpty ? 0 : writeRecords(node.names, texts)
      entries.append((node.hash, value | (node.hasLonger ? Self.longerFlag : 0)))
    }
    records += Array(repeating: 0, count: 8)
    var size = 1024
    while size < entries.count * 2 { size *= 2 }
    while !fill(size, entries) { size *= 2 }
  }

  /// Gives back the place of the first.
  private mutating func writeRecords(_ names: [Int32], _ texts: [[UInt8]]) -> UInt64 {
    precondition(records.count / 4 + 1 < Int(Self.recordMask), "too many names")
    let place = UInt64(records.count / 4 + 1)
    let order = names.sorted { a, b in
      let (x, y) = (texts[Int(a)].count, texts[Int(b)].count)
      return x != y ? x > y : a < b
    }
    for (k, name) in order.enumerated() {
      let text = texts[Int(name)]
      append(UInt32(truncatingIfNeeded: name))
      append(UInt32(text.count << 1 | (k + 1 < order.count ? 1 : 0)))
      records += text
      while records.count % 4 != 0 { records.append(0) }
    }
    return place
  }

  private mutating func append(_ value: UInt32) {
    for shift: UInt32 in [0, 8, 16, 24] { records.append(UInt8(value >> shift & 0xFF)) }
  }

  /// False where two nodes would be taken for one another, which another size parts.
  private mutating func fill(_ size: Int, _ entries: [(hash: UInt64, value: UInt64)]) -> Bool {
    slots = Array(repeating: 0, count: size)
    for (hash, value) in entries {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 {
        if slots[slot] >> 32 == hash >> 32 { return false }
        slot = (slot + 1) & (size - 1)
      }
      slots[slot] = (hash >> 32) << 32 | value
    }
    return true
  }
}

/// Says of most hashes that were not inserted that they were not.
struct BitFilter: Sendable {
  private var bits: [UInt64]
  /// Of a hash, so that a bit's number is left.
  private let shift: UInt64

  /// Sixteen bits for each of `count` hashes, at least 4096.
  init(count: Int) {
    var exponent = 12
    while 1 << exponent < count * 16, exponent < 30 { exponent += 1 }
    bits = Array(repeating: 0, count: 1 << (exponent - 6))
    shift = UInt64(64 - exponent)
  }

  /// 1 where the hash may have been inserted.
  @inline(__always)
  func bit(_ hash: UInt64) -> UInt64 {
    let bit = hash >> shift
    return bits.span[Int(bit >> 6)] >> (bit & 63) & 1
  }

  mutating func insert(_ hash: UInt64) {
    let bit = hash >> shift
    bits[Int(bit >> 6)] |= 1 << (bit & 63)
  }
}
