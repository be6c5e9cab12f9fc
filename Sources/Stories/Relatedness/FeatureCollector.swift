internal import EventGraph

/// Numbers the features of events as they are met.
struct FeatureCollector {
  private let graph: KnowledgeGraph
  private let texts: EventWords
  private let without: Set<FeatureKind>
  /// Feature numbers of topics, then of other nodes, of names and of words, each by node or word; `.max`
  /// where not met yet.
  private var numbers: [UInt32]
  private var kinds: [FeatureKind] = []
  private var keys: [UInt32] = []
  private var uses: [UInt32] = []
  private var offsets: [UInt32] = [0]
  private var items: [UInt32] = []

  init(_ graph: KnowledgeGraph, _ texts: EventWords, without: Set<FeatureKind>) {
    self.graph = graph
    self.texts = texts
    self.without = without
    numbers = [UInt32](repeating: .max, count: 2 * (graph.nodes.count + texts.words.count))
  }

  mutating func add(_ event: Int, node: NodeIndex) {
    let start = items.count
    addNodes(node)
    for k in Int(texts.offsets[event])..<Int(texts.offsets[event + 1]) {
      let token = texts.tokens[k]
      if texts.isIgnored[Int(token.word)] { continue }
      let stem = texts.stems[Int(token.word)]
      if texts.isName[Int(token.word)] {
        append(.name, key: stem)
      } else {
        append(.word, key: stem)
      }
    }
    items[start...].sort()
    // A feature counts once for an event, however often it is named.
    var end = start
    for k in start..<items.count where k == start || items[k] != items[end - 1] {
      items[end] = items[k]
      end += 1
    }
    items.removeSubrange(end...)
    for k in start..<end { uses[Int(items[k])] += 1 }
    offsets.append(UInt32(end))
  }

  private mutating func addNodes(_ node: NodeIndex) {
    for k in graph.outEdges(of: node) {
      let edge = graph.edges[k]
      switch edge.relation {
      case .partOf:
        append(.topic, key: edge.target.rawValue)
        for above in graph.outEdges(of: edge.target) where graph.edges[above].relation == .partOf {
          // What the topic belongs to is shared too, as any context is.
          append(.entity, key: graph.edges[above].target.rawValue)
        }
      case .hasContext, .involves, .takesPlaceIn:
        append(isConcept(edge.target) ? .concept : .entity, key: edge.target.rawValue)
      case .reportedBy: append(.source, key: edge.target.rawValue)
      default: continue
      }
    }
  }

  private func isConcept(_ node: NodeIndex) -> Bool {
    let range = graph.strings.range(of: graph.nodes[node.position].name)
    return !range.isEmpty && graph.strings.bytes[range.lowerBound].isASCIILower
  }

  private mutating func append(_ kind: FeatureKind, key: UInt32) {
    if !without.isEmpty, without.contains(kind) { return }
    let place = start(of: kind) + Int(key)
    var feature = numbers[place]
    if feature == .max {
      feature = UInt32(kinds.count)
      numbers[place] = feature
      kinds.append(kind)
      keys.append(key)
      uses.append(0)
    }
    items.append(feature)
  }

  private func start(of kind: FeatureKind) -> Int {
    switch kind {
    case .topic: 0
    case .entity, .concept, .source: graph.nodes.count
    case .name: 2 * graph.nodes.count
    case .word: 2 * graph.nodes.count + texts.words.count
    }
  }

  /// The features of two events or more, renumbered without gaps.
  consuming func sharedFeatures() -> (
    kinds: [FeatureKind], keys: [UInt32], offsets: [UInt32], items: [UInt32]
  ) {
    var map = [UInt32](repeating: .max, count: kinds.count)
    var shared: (kinds: [FeatureKind], keys: [UInt32]) = ([], [])
    for feature in kinds.indices where uses[feature] > 1 {
      map[feature] = UInt32(shared.kinds.count)
      shared.kinds.append(kinds[feature])
      shared.keys.append(keys[feature])
    }
    var bounds: [UInt32] = [0]
    var kept: [UInt32] = []
    kept.reserveCapacity(items.count)
    for event in 0..<offsets.count - 1 {
      for k in Int(offsets[event])..<Int(offsets[event + 1]) where map[Int(items[k])] != .max {
        kept.append(map[Int(items[k])])
      }
      bounds.append(UInt32(kept.count))
    }
    return (shared.kinds, shared.keys, bounds, kept)
  }
}
