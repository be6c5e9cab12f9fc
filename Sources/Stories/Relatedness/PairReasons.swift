public import EventGraph

/// Why two events are related: what they share, and how much of their score each thing makes.
public struct PairReasons: Equatable, Sendable {
  public struct Reason: Equatable, Sendable {
    public enum Kind: String, Sendable {
      case topic, entity, concept, name, word, source
      /// The archive lists one under the other's Related.
      case claim
    }

    public var kind: Kind
    /// The node that both share; for `claim` the one that is claimed to be related; nil for words.
    public var node: NodeIndex?
    public var label: String
    /// The words of the label that both say too, and whose shares are counted here: one name is one reason.
    public var words: [String] = []
    /// Of the score, 0 … 1; all shares add up to 1.
    public var share: Double
    /// How many events of the graph share it; 0 for a claim.
    public var events: Int
    /// How much it counts beside the rarest thing, 0 … 1: hubs count little.
    public var damping: Double
    /// The feature's number; nil for a claim.
    var feature: Int?
  }

  /// 0 … 1, and above where the archive claims it too.
  public var score: Double
  /// Days between the dates, 0 where they overlap; nil where one has none.
  public var daysApart: Int?
  /// By share, the largest first.
  public var reasons: [Reason]
  /// What the two share if nothing faded with time: score / kept is what the days apart leave of it.
  public var scoreWithoutTime: Double
}

extension StorySet {
  /// What two events share; nil where either node is no event. Events that share nothing have score 0.
  public func reasons(_ a: NodeIndex, _ b: NodeIndex, in graph: KnowledgeGraph) -> PairReasons? {
    guard let relations, let x = relations.number(of: a), let y = relations.number(of: b) else {
      return nil
    }
    let (features, weights) = (relations.features, relations.weights)
    let apart = features.daysApart(x, y)
    let norm = Double(weights.norms[x] * weights.norms[y])
    let most = Double(weights.weights.max() ?? 1)
    let own = Set(features.items[features.range(of: x)])
    var reasons: [PairReasons.Reason] = []
    var unfaded = 0.0
    for k in features.range(of: y) where own.contains(features.items[k]) {
      let feature = Int(features.items[k])
      let square = Double(weights.weights[feature] * weights.weights[feature]) / norm
      unfaded += square
      let kind = features.kinds[feature]
      let isNode = kind != .word && kind != .name
      reasons.append(
        PairReasons.Reason(
          kind: PairReasons.Reason.Kind(rawValue: kind.name) ?? .word,
          node: isNode ? NodeIndex(rawValue: features.keys[feature]) : nil,
          label: features.text(of: feature, in: graph),
          share: square * Double(weights.kernel(feature, daysApart: apart)),
          events: features.postingRange(of: feature).count,
          damping: Double(weights.weights[feature]) / most, feature: feature))
    }
    if let claim = graph.claim(a, b).map({ graph.edges[$0] }) {
      let bonus = Double(relations.settings.claim(rank: claim.rank, daysApart: apart))
      unfaded += bonus
      reasons.append(
        PairReasons.Reason(
          kind: .claim, node: claim.target,
          label: graph.strings[graph.nodes[claim.target.position].name], share: bonus, events: 0,
          damping: 1))
    }
    let score = reasons.reduce(0) { $0 + $1.share }
    for k in reasons.indices { reasons[k].share /= max(score, .leastNormalMagnitude) }
    reasons = Self.folded(reasons)
    return PairReasons(score: score, daysApart: apart, reasons: reasons, scoreWithoutTime: unfaded)
  }

  /// The reasons by share, words that are part of the name of an actor, place or context counted with it: with
  /// the one that says most by itself.
  private static func folded(_ reasons: [PairReasons.Reason]) -> [PairReasons.Reason] {
    func isLess(_ a: PairReasons.Reason, _ b: PairReasons.Reason) -> Bool {
      a.share != b.share
        ? a.share > b.share : (a.label, a.kind.rawValue) < (b.label, b.kind.rawValue)
    }
    let sorted = reasons.sorted(by: isLess)
    var kept: [PairReasons.Reason] = []
    for reason in sorted where reason.kind != .name && reason.kind != .word {
      // A topic is among the contexts too.
      let same = kept.firstIndex {
        $0.node == reason.node && $0.kind != .claim && reason.kind != .claim
      }
      guard let same else {
        kept.append(reason)
        continue
      }
      if reason.kind == .topic { (kept[same].kind, kept[same].feature) = (.topic, reason.feature) }
      kept[same].share += reason.share
    }
    let names = kept.map { $0.kind == .source || $0.kind == .claim ? [] : words(of: $0.label) }
    for reason in sorted where reason.kind == .name || reason.kind == .word {
      // The label of a word is what its forms count as, a name's with a capital.
      let stem = words(of: reason.label).first ?? []
      let whole = names.firstIndex { $0.contains { WordForms.isForm($0, of: stem) } }
      if let whole {
        kept[whole].share += reason.share
        kept[whole].words.append(reason.label)
      } else {
        kept.append(reason)
      }
    }
    return kept.sorted(by: isLess)
  }

  private static func words(of label: String) -> [[UInt8]] {
    let bytes = Array(label.utf8)
    var scanner = WordScanner(bytes.indices)
    var words: [[UInt8]] = []
    while scanner.next(in: bytes.span) { words.append(scanner.word) }
    return words
  }
}

extension KnowledgeGraph {
  /// The archive's claim that one event is related to the other: the one that stands higher in its list.
  func claim(_ a: NodeIndex, _ b: NodeIndex) -> Int? {
    var claims: [Int] = []
    for (from, to) in [(a, b), (b, a)] {
      claims += outEdges(of: from).filter {
        edges[$0].relation == .relatedTo && edges[$0].target == to
      }
    }
    return claims.min { (edges[$0].rank, $0) < (edges[$1].rank, $1) }
  }
}
