internal import EventGraph
internal import FileIO

/// What articles add to the graph: statements as nodes, and edges to them, to entities and to events.
///
/// A name that the archive does not know becomes a node only as the speaker of a statement: there the
/// sentence itself says that somebody of that name acts. Capitalised words alone may be a part of a
/// name, a heading or a namesake; these stay candidates of `weft annotate`.
struct ArticleContents: Sendable {
  struct Statement: Sendable {
    var words: StringIndex
    /// The fullest name that the article gives, else its words; empty where nobody is told.
    var speaker: StringIndex
    var date: PartialDate?
    var documentCount: UInt32
  }

  /// By key.
  private(set) var keys = NodesByKey()
  /// By place in `keys`.
  private(set) var statements: [Statement] = []
  /// By the builder's number of the node that they leave; made by `link`.
  private(set) var edges: [Int: [EdgeFact]] = [:]
  /// What documents say, until it is linked.
  private var pending: [Pending] = []

  /// Each new speaker is sought in the whole text: of more in one article, the statements alone tell.
  private static let mostNewNames = 500

  private struct Pending: Sendable {
    var fact: ArticleItemFact
    var mentions: [(entity: StringIndex, place: Place, quote: StringIndex, rule: Rule)] = []
    var statements: [(key: StringIndex, pieces: [(place: Place, quote: StringIndex)])] = []
    var speakers: [(key: StringIndex, entity: StringIndex, place: Place, quote: StringIndex)] = []
    var covered: [(event: Int, score: Float, place: Place, quote: StringIndex)] = []
  }

  /// Keys of the statements' nodes, in their order.
  var nodeKeys: [NodeKey] {
    keys.keys.enumerated().map { .statement(words: statements[$0.offset].words, key: $0.element) }
  }

  /// The statements' nodes, in their order.
  func nodes(
    _ ids: ArraySlice<StringIndex>, _ strings: inout StringInterner
  ) -> [Node] {
    if ids.isEmpty { return [] }
    let isQuoted = strings.intern("is-quoted")
    return zip(ids, statements).map { id, statement in
      Node(
        id: id, kind: .statement, name: statement.words, date: statement.date,
        summary: statement.speaker, kindReason: isQuoted, documentCount: statement.documentCount)
    }
  }

  mutating func setFirstNode(_ number: Int) { keys.firstNode = number }

  /// Takes in what a document says; entities that only it knows are noted.
  mutating func add(
    _ fact: ArticleItemFact, _ findings: ArticleFindings, _ strings: inout StringInterner,
    _ entities: inout NodesByKey, _ names: EntityNames
  ) {
    let document = fact.place.document
    var pending = Pending(fact: fact)
    pending.fact.body = nil
    guard let body = fact.body else { return }
    for mention in findings.mentions {
      guard let place = body.place(of: mention.range, in: document) else { continue }
      pending.mentions.append(
        (
          mention.entity, place, strings.intern(body.text.span.extracting(mention.range)),
          mention.isVariant ? .articleSpelling : .articleMention
        ))
    }
    var newNames: Set<String> = []
    for statement in findings.statements {
      add(statement, body, to: &pending, &newNames, &strings, &entities, names)
    }
    for match in findings.covered {
      guard let place = body.place(of: match.range, in: document) else { continue }
      pending.covered.append(
        (
          match.event, match.score, place,
          strings.intern(body.text.span.extracting(match.range))
        ))
    }
    self.pending.append(pending)
  }

  private mutating func add(
    _ statement: ArticleFindings.Statement, _ body: ArticleBody, to pending: inout Pending,
    _ newNames: inout Set<String>, _ strings: inout StringInterner, _ entities: inout NodesByKey,
    _ names: EntityNames
  ) {
    let fact = pending.fact
    let quote = body.quotes[statement.quote]
    let text = quote.pieces.map(\.text).joined(separator: " … ")
    var key = Array(strings[fact.url.isEmpty ? fact.key : fact.url].utf8)
    key.append(0)
    key += text.utf8
    let index = strings.intern(key.span)
    let isNew = !keys.isNoted(index)
    keys.note(index)
    let speaker = strings.intern(quote.name ?? quote.speaker?.text ?? "")
    if isNew {
      statements.append(
        Statement(
          words: strings.intern(text), speaker: speaker, date: fact.date, documentCount: 1))
    } else {
      let place = keys.place(index)
      statements[place].documentCount += 1
      statements[place].date = [statements[place].date, fact.date].compactMap { $0 }.min()
      statements[place].speaker = strings.first(of: statements[place].speaker, speaker)
    }
    let document = fact.place.document
    pending.statements.append(
      (
        index,
        quote.pieces.map { (Place($0.span, document), strings.intern($0.text)) }
      ))
    var entity = statement.speaker
    if let name = statement.newSpeaker {
      let made = strings.intern(name)
      // What the user dropped is not made again.
      if !names.isDropped(made) { entity = names[made] }
    }
    guard let entity, let words = quote.speaker ?? quote.pieces.first else { return }
    entities.note(entity)
    let place = Place(words.span, document)
    pending.speakers.append((index, entity, place, strings.intern(words.text)))
    // A known name is found like any other; a new one where it stands whole.
    guard let name = statement.newSpeaker, newNames.count < Self.mostNewNames,
      newNames.insert(name).inserted
    else { return }
    for range in body.wholeWords(name) {
      guard let place = body.place(of: range, in: document) else { continue }
      pending.mentions.append((entity, place, strings.intern(name), .articleMention))
    }
  }

  /// Makes the edges, once all nodes have numbers.
  mutating func link(_ assembly: borrowing GraphAssembly) {
    for item in pending {
      let article = assembly.first.node(of: item.fact)
      var own: [EdgeFact] = []
      var counts: [StringIndex: Int] = [:]
      for mention in item.mentions { counts[mention.entity, default: 0] += 1 }
      for mention in item.mentions {
        let edge = Edge(
          source: article, relation: .mentions, target: assembly.entities.node(mention.entity),
          weight: Float(counts[mention.entity] ?? 1))
        own.append(EdgeFact(edge, mention.place.evidence(mention.rule, quote: mention.quote)))
      }
      for match in item.covered {
        let edge = Edge(
          source: article, relation: .covers, target: NodeIndex(match.event), weight: match.score)
        own.append(EdgeFact(edge, match.place.evidence(.articleCovers, quote: match.quote)))
      }
      for statement in item.statements {
        let node = keys.node(statement.key)
        for piece in statement.pieces {
          let evidence = piece.place.evidence(.articleQuote, quote: piece.quote)
          own.append(EdgeFact(Edge(source: article, relation: .quotes, target: node), evidence))
        }
      }
      edges[article.position, default: []] += own
      for speaker in item.speakers {
        let node = keys.node(speaker.key)
        let edge = Edge(
          source: node, relation: .saidBy, target: assembly.entities.node(speaker.entity),
          role: .speaker)
        edges[node.position, default: []].append(
          EdgeFact(edge, speaker.place.evidence(.articleSpeaker, quote: speaker.quote)))
      }
    }
    pending = []
  }
}
