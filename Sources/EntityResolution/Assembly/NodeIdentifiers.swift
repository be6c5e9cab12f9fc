internal import EventGraph
internal import FileIO

/// What a node's id is made of.
enum NodeKey: Sendable {
  case event(date: PartialDate?, path: StringIndex)
  case entity(name: StringIndex)
  case publisher(name: StringIndex)
  case source(url: StringIndex)
  case article(date: PartialDate?, headline: StringIndex, key: StringIndex)
  case statement(words: StringIndex, key: StringIndex)

  func append(
    to out: inout [UInt8], _ strings: borrowing StringTable, checkLength: Int
  ) {
    let bytes = strings.bytes.span
    switch self {
    case .event(let date, let path):
      Identifier.appendEvent(
        date: date, path: bytes.extracting(strings.range(of: path)), checkLength: checkLength,
        to: &out)
    case .entity(let name):
      Identifier.appendEntity(
        name: bytes.extracting(strings.range(of: name)), checkLength: checkLength, to: &out)
    case .publisher(let name):
      Identifier.appendPublisher(
        name: bytes.extracting(strings.range(of: name)), checkLength: checkLength, to: &out)
    case .source(let url):
      Identifier.appendSource(
        url: bytes.extracting(strings.range(of: url)), checkLength: checkLength, to: &out)
    case .article(let date, let headline, let key):
      Identifier.appendArticle(
        date: date, headline: bytes.extracting(strings.range(of: headline)),
        text: bytes.extracting(strings.range(of: key)), checkLength: checkLength, to: &out)
    case .statement(let words, let key):
      Identifier.appendStatement(
        words: bytes.extracting(strings.range(of: words)),
        key: bytes.extracting(strings.range(of: key)), checkLength: checkLength, to: &out)
    }
  }
}

/// Ids of many keys, one after the other in one array.
struct NodeIdentifiers: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Ids for all keys, in their order.
  init(of keys: [NodeKey], in strings: StringTable, threads: Int) {
    // The ids of one kind of thing take longer than those of another.
    let pieces = threads * 8
    let parts = mapJobs(pieces, threads: threads) { piece in
      var part = NodeIdentifiers()
      for key in keys[share(keys.count, of: piece, among: pieces)] {
        key.append(to: &part.bytes, strings, checkLength: Identifier.checkLength)
        part.ends.append(part.bytes.count)
      }
      return part
    }
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count })
    ends.reserveCapacity(keys.count)
    for part in parts { append(part) }
  }

  private init() {}

  private mutating func append(_ other: NodeIdentifiers) {
    let shift = bytes.count
    bytes += other.bytes
    ends += other.ends.lazy.map { $0 + shift }
  }

  private func range(_ k: Int) -> Range<Int> { (k == 0 ? 0 : ends[k - 1])..<ends[k] }

  private enum Owner: Equatable {
    case none, before
    case key(UInt32)
  }

  /// Interns the ids, each once. Where two would be equal, both get a longer check: which of them
  /// came first makes no difference.
  ///
  /// - Parameters:
  ///   - strings: The table that the keys are of.
  ///   - taken: Ids that were given before and stay.
  func intern(
    _ keys: [NodeKey], into strings: inout StringInterner, apartFrom taken: [StringIndex] = []
  ) -> [StringIndex] {
    var ids: [StringIndex] = []
    ids.reserveCapacity(keys.count)
    // Looked up some at a time: nearly all are new, and each finds its slot far from the last.
    let step = 16
    var hashes: [UInt32] = []
    for first in stride(from: 0, to: ends.count, by: step) {
      let places = first..<min(first + step, ends.count)
      hashes.removeAll(keepingCapacity: true)
      for k in places {
        let hash = bytes.span.extracting(range(k)).tableHash
        strings.prefetch(slotOf: hash)
        hashes.append(hash)
      }
      for k in places {
        ids.append(strings.intern(bytes.span.extracting(range(k)), hash: hashes[k - first]))
      }
    }
    var length = Identifier.checkLength
    while true {
      var owners = [Owner](repeating: .none, count: strings.count)
      var clashes: Set<Int> = []
      for id in taken { owners[id.position] = .before }
      for (k, id) in ids.enumerated() {
        if owners[id.position] != .none { clashes.insert(k) }
        if case .key(let other) = owners[id.position] { clashes.insert(Int(other)) }
        owners[id.position] = .key(UInt32(k))
      }
      if clashes.isEmpty || length > 60 { return ids }
      length += 6
      let table = strings.table()
      for k in clashes {
        var id: [UInt8] = []
        keys[k].append(to: &id, table, checkLength: length)
        ids[k] = strings.intern(id.span)
      }
    }
  }
}
