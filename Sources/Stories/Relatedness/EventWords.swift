internal import EventGraph
internal import FileIO

/// The words of every event's title and summary, and which of them are parts of names.
struct EventWords {
  /// A word of an event.
  struct Token {
    var word: UInt32
    var isCapitalized: Bool
    var isInitial: Bool
  }

  let words: StringTable
  /// `events + 1` offsets into `tokens`.
  let offsets: [UInt32]
  let tokens: [Token]
  /// Whether the word is mostly written with a capital where it need not be.
  let isName: [Bool]
  /// What a word counts as: its singular, or the country that a demonym is made from.
  let stems: [UInt32]
  let isIgnored: [Bool]

  /// A capital in this share of the places that do not ask for one makes a word a name.
  private static let nameShare = 0.6
  /// A summary whose beginning stands on more events than this is the site's, not the event's.
  private static let boilerplateEvents = 2
  private static let boilerplateBytes = 40

  /// - Parameters:
  ///   - hasAddresses: Whether the words of cited items' addresses count as the event's.
  ///   - threads: Any number gives the same.
  init(_ graph: KnowledgeGraph, _ events: [NodeIndex], hasAddresses: Bool, threads: Int) {
    let ownSummary = Self.summaries(graph, events)
    let pieces = mapWorkers(threads) { worker in
      Self.scan(
        graph, events, ownSummary, hasAddresses: hasAddresses,
        share(events.count, of: worker, among: threads))
    }
    var interner = StringInterner(capacity: 1 << 15)
    var tokens: [Token] = []
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(events.count + 1)
    for piece in pieces {
      // In the events' order, so that numbers do not depend on how many threads there were.
      let map = interner.merge(piece.words)
      let start = UInt32(tokens.count)
      tokens.append(
        contentsOf: piece.tokens.lazy.map {
          Token(
            word: map[Int($0.word)].rawValue, isCapitalized: $0.isCapitalized,
            isInitial: $0.isInitial)
        })
      offsets.append(contentsOf: piece.ends.lazy.map { $0 + start })
    }
    let count = interner.table().count
    var capitals = [Int32](repeating: 0, count: count)
    var places = capitals
    var uses = capitals
    for token in tokens {
      uses[Int(token.word)] += 1
      if !token.isInitial {
        places[Int(token.word)] += 1
        if token.isCapitalized { capitals[Int(token.word)] += 1 }
      }
    }
    var isName = [Bool](repeating: false, count: count)
    for word in 0..<count {
      isName[word] =
        places[word] > 0 && Double(capitals[word]) > Self.nameShare * Double(places[word])
    }
    let forms = Self.stems(&interner, isName: isName, uses: uses)
    self.isName = isName + [Bool](repeating: false, count: forms.stems.count - isName.count)
    stems = forms.stems
    isIgnored = forms.isIgnored
    words = interner.table()
    self.tokens = tokens
    self.offsets = offsets
  }

  /// Which events' summaries are their own words.
  private static func summaries(_ graph: KnowledgeGraph, _ events: [NodeIndex]) -> [Bool] {
    let bytes = graph.strings.bytes.span
    var uses: [UInt64: Int] = [:]
    let keys = events.map { event -> UInt64? in
      let range = graph.strings.range(of: graph.nodes[event.position].summary)
      if range.isEmpty { return nil }
      return bytes.extracting(range.prefix(boilerplateBytes)).stableHash
    }
    for case let key? in keys { uses[key, default: 0] += 1 }
    return keys.map { $0.map { uses[$0, default: 0] <= boilerplateEvents } ?? false }
  }

  private struct Piece: Sendable {
    var words = StringInterner(capacity: 1 << 14)
    var tokens: [Token] = []
    var ends: [UInt32] = []
  }

  private static func scan(
    _ graph: KnowledgeGraph, _ events: [NodeIndex], _ ownSummary: [Bool], hasAddresses: Bool,
    _ range: Range<Int>
  ) -> Piece {
    var piece = Piece()
    let bytes = graph.strings.bytes.span
    for event in range {
      let node = graph.nodes[events[event].position]
      for text in ownSummary[event] ? [node.name, node.summary] : [node.name] {
        var scanner = WordScanner(graph.strings.range(of: text))
        while scanner.next(in: bytes) {
          guard scanner.word.count > 2, !scanner.word[0].isASCIIDigit else { continue }
          piece.tokens.append(
            Token(
              word: piece.words.intern(scanner.word.span).rawValue,
              isCapitalized: scanner.isCapitalized, isInitial: scanner.isInitial))
        }
      }
      if hasAddresses { scanAddresses(graph, events[event], bytes, &piece) }
      piece.ends.append(UInt32(piece.tokens.count))
    }
    return piece
  }

  /// The words of what the event cites. Capitals say nothing there.
  private static func scanAddresses(
    _ graph: KnowledgeGraph, _ event: NodeIndex, _ bytes: Span<UInt8>, _ piece: inout Piece
  ) {
    for k in graph.outEdges(of: event) where graph.edges[k].relation == .reportedBy {
      let address = graph.nodes[graph.edges[k].target.position].address
      var scanner = WordScanner(
        AddressWords.path(of: graph.strings.range(of: address), in: bytes))
      while scanner.next(in: bytes) {
        guard AddressWords.isWord(scanner.word) else { continue }
        piece.tokens.append(
          Token(
            word: piece.words.intern(scanner.word.span).rawValue, isCapitalized: false,
            isInitial: true))
      }
    }
  }

  private static func stems(
    _ words: inout StringInterner, isName: [Bool], uses: [Int32]
  ) -> (stems: [UInt32], isIgnored: [Bool]) {
    var stems: [UInt32] = []
    var isIgnored: [Bool] = []
    let table = words.table()
    for word in 0..<isName.count {
      let text = table[StringIndex(word)]
      isIgnored.append(StopWords.all.contains(text))
      let bytes = Array(text.utf8)
      guard isName[word] else {
        stems.append(words.intern(WordForms.singular(bytes).span).rawValue)
        continue
      }
      var stem = UInt32(word)
      for (ending, replacement) in WordForms.endings {
        guard let form = WordForms.replacing(ending, by: replacement, in: bytes),
          let known = words.find(form.span), known.position < isName.count,
          isName[known.position], uses[known.position] > 1
        else { continue }
        stem = known.rawValue
        break
      }
      stems.append(stem)
    }
    for word in isName.count..<max(isName.count, words.table().count) {
      stems.append(UInt32(word))
      isIgnored.append(false)
    }
    return (stems, isIgnored)
  }
}
