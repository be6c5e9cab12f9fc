internal import EventGraph
internal import FileIO
internal import Glibc

/// What the kinds of all entities are, learned from the archive in three steps.
///
/// 1. Each name is scored by what it says itself and by how titles use it (`KindFeatures`).
/// 2. Names that are sure by then teach what stands beside each kind: the words before and after
///    it in titles ("spokesman …", "… says"), the first and last words of names.
/// 3. Each name is scored by what its neighbours and words teach too, itself left out.
///
/// All counts are whole numbers and each name's scores are added in the order of the events, so
/// neither the order of the input nor the number of threads changes a kind.
struct KindLearning {
  /// Tables of counts by kind, with a place for the hash of each neighbour or word. Two that share
  /// a place blur each other a little; the tables stay small.
  private struct Counts {
    static let kinds = EntityKind.allCases.count
    var counts: [Int32]
    var totals: [Int32]
    let mask: UInt32

    init(bits: UInt32) {
      counts = Array(repeating: 0, count: Self.kinds << Int(bits))
      totals = Array(repeating: 0, count: Self.kinds)
      mask = 1 << bits - 1
    }

    mutating func add(_ place: UInt32, kind: Int, _ weight: Int32) {
      counts[Int(place & mask) * Self.kinds + kind] &+= weight
    }

    /// Adds to `scores` how much more often each kind stands in this place than elsewhere, as a
    /// logarithm; false where too few do.
    ///
    /// - Parameter own: What the name itself has added, for its kind.
    func addScores(
      _ place: UInt32, own: (kind: Int, weight: Int32)?, unit: Float, least: Float,
      times: Float, to scores: inout [Float]
    ) -> Bool {
      let base = Int(place & mask) * Self.kinds
      var sum: Float = 0
      var all: Float = 0
      for k in 0..<Self.kinds {
        sum += Float(counts[base + k]) / unit
        all += Float(totals[k]) / unit + 1
      }
      if let own { sum -= Float(own.weight) / unit }
      if sum < least { return false }
      for k in 0..<Self.kinds {
        var count = Float(counts[base + k]) / unit
        if let own, own.kind == k { count -= Float(own.weight) / unit }
        let total = Float(totals[k]) / unit + 1
        scores[k] += times * logf((count + 3 * total / all) / (total + 1) / (sum + 3) * all)
      }
      return true
    }
  }

  /// One entity's kind with its reasons.
  struct Decision: Sendable {
    var kind: EntityKind
    /// How likely, from 0 to 1, by the model.
    var confidence: Float
    /// The two features that speak most for the kind; `KindFeatures.space.count` and one more stand
    /// for neighbours and words, -1 for none.
    var reasons: (Int32, Int32)
  }

  static let reasonCount = (KindFeatures.space.count + 3) * (KindFeatures.space.count + 3)

  /// A number below `reasonCount` for the pair of reasons.
  static func reasonNumber(_ decision: Decision) -> Int {
    (Int(decision.reasons.0) + 1) * (KindFeatures.space.count + 3) + Int(decision.reasons.1) + 1
  }

  /// `head.situation, year.first`
  static func reasonText(_ decision: Decision) -> String {
    [decision.reasons.0, decision.reasons.1].filter { $0 >= 0 }.map { feature in
      feature == neighborReason
        ? "words-beside-it"
        : feature == wordReason
          ? "words-of-other-names" : KindFeatures.space.name(Int(feature))
    }.joined(separator: ", ")
  }

  static let neighborReason = Int32(KindFeatures.space.count)
  static let wordReason = neighborReason + 1

  private static let mostMentions = KindFeatures.mostMentions
  /// A sure name's mentions weigh this together at most in neighbour counts.
  private static let fullWeight: Int32 = 320

  private let model: LinearModel
  private let useOf: [LabelUse]
  /// By place in the names, as the three below.
  private let features: PackedLists<Int32>
  private let words: PackedLists<UInt64>
  /// Neighbours of all mentions.
  private let neighbors: PackedLists<UInt32>

  private let threads: Int

  /// - Parameters:
  ///   - names: The entities' names.
  ///   - uses: By place in `names`.
  ///   - places: The place in `names` of the entity with this string.
  init(
    _ names: [StringIndex], uses: [LabelUse], mentions: TitleMentions, events: EventTable,
    strings: StringTable, place: @Sendable (StringIndex) -> Int, threads: Int
  ) {
    self.threads = threads
    model = KindModel.model
    let beside = Self.beside(mentions, events, strings, place: place, threads: threads)
    var uses = uses
    neighbors = Self.neighbors(beside, count: names.count, uses: &uses)
    useOf = uses
    let parts = mapWorkers(threads) { [uses] worker in
      let bytes = strings.bytes.span
      var reading = NameReading()
      var own: [Int32] = []
      var part = (features: PackedLists<Int32>(), words: PackedLists<UInt64>())
      for k in share(names.count, of: worker, among: threads) {
        reading.read(bytes.extracting(strings.range(of: names[k])))
        own.removeAll(keepingCapacity: true)
        own += reading.features
        KindFeatures.append(uses[k], to: &own)
        own.sort()
        for place in own.indices where place == 0 || own[place] != own[place - 1] {
          part.features.append(own[place])
        }
        part.features.endList()
        part.words.append(contentsOf: reading.words)
        part.words.endList()
      }
      return part
    }
    features = PackedLists(joining: parts.map(\.features))
    words = PackedLists(joining: parts.map(\.words))
  }

  /// What stands beside each mention: hashes of neighbours, signs of what it does, then `end`.
  private typealias Beside = (entity: UInt32, hash: UInt32)
  /// No hash is so small.
  private enum Sign { static let (end, act, place): (UInt32, UInt32, UInt32) = (0, 1, 2) }

  private static func beside(
    _ mentions: TitleMentions, _ events: EventTable, _ strings: StringTable,
    place: @Sendable (StringIndex) -> Int, threads: Int
  ) -> [[Beside]] {
    // A worker takes the events of its share in order, so the first mentions are the same ones
    // however many workers there are.
    mapWorkers(threads) { worker in
      let bytes = strings.bytes.span
      var tokens = TitleTokens()
      var out: [Beside] = []
      for number in share(events.events.count, of: worker, among: threads) {
        let own = mentions[number]
        if own.isEmpty { continue }
        tokens.read(bytes.extracting(strings.range(of: events.events[number].title)), own)
        for (k, mention) in own.enumerated() {
          guard let range = tokens.places[k] else { continue }
          let entity = UInt32(place(mention.entity))
          for hash in MentionNeighbors(tokens.tokens, range) { out.append((entity, hash)) }
          if tokens.acts(range.upperBound) { out.append((entity, Sign.act)) }
          if tokens.isPlace(range.lowerBound) { out.append((entity, Sign.place)) }
          out.append((entity, Sign.end))
        }
      }
      return out
    }
  }

  /// The hashes by place of the name, and what the signs say.
  private static func neighbors(
    _ parts: [[Beside]], count: Int, uses: inout [LabelUse]
  ) -> PackedLists<UInt32> {
    func forEach(_ body: (Int, UInt32) -> Void) {
      var taken = [UInt8](repeating: 0, count: count)
      for part in parts {
        for (entity, hash) in part {
          let k = Int(entity)
          if taken[k] >= mostMentions { continue }
          if hash == Sign.end { taken[k] += 1 } else { body(k, hash) }
        }
      }
    }
    forEach { k, hash in
      if hash == Sign.act { uses[k].acts += 1 }
      if hash == Sign.place { uses[k].located += 1 }
    }
    return PackedLists(count: count, filler: 0) { add in
      forEach { k, hash in if hash > Sign.place { add(k, hash) } }
    }
  }

  /// Scores by name and use alone.
  private func ownScores(_ k: Int, _ model: LinearModel) -> [Float] {
    var scores = [Float](repeating: 0, count: Counts.kinds)
    model.addScores(of: features[k], to: &scores)
    return scores
  }

  func decisions() -> [Decision] {
    let (seeds, beside, words) = taught()
    return mapWorkers(threads) { worker in
      share(features.count, of: worker, among: threads).map { k in
        decide(k, seed: Int(seeds[k]), beside, words)
      }
    }.flatMap { $0 }
  }

  /// The kinds of the names that are sure by themselves (-1: not sure), and what they teach.
  private func taught() -> (seeds: [Int8], beside: Counts, words: Counts) {
    let seeds = mapWorkers(threads) { worker in
      share(features.count, of: worker, among: threads).map { k -> Int8 in
        let (place, likelihood) = best(of: ownScores(k, KindModel.alone))
        return likelihood >= KindModel.sureLikelihood ? Int8(place) : -1
      }
    }.flatMap { $0 }
    var beside = Counts(bits: 17)
    var words = Counts(bits: 16)
    for k in 0..<features.count where seeds[k] >= 0 {
      let kind = Int(seeds[k])
      let weight = weight(of: k)
      for hash in neighbors[k] { beside.add(hash, kind: kind, weight) }
      beside.totals[kind] &+= weight * Int32(mentionCount(k))
      for word in self.words[k] {
        words.add(UInt32(truncatingIfNeeded: word >> 20), kind: kind, 1)
      }
      words.totals[kind] &+= 1
    }
    return (seeds, beside, words)
  }

  private func mentionCount(_ k: Int) -> Int { min(Int(useOf[k].titles), Self.mostMentions) }

  private func weight(of k: Int) -> Int32 {
    Self.fullWeight / Int32(max(20, mentionCount(k)))
  }

  /// What the neighbours and the words of a name say, each in the scale of the weights.
  private func learned(
    _ k: Int, seed: Int, _ beside: Counts, _ words: Counts
  ) -> (beside: [Float], words: [Float]) {
    var fromBeside = [Float](repeating: 0, count: Counts.kinds)
    var fromWords = fromBeside
    let weight = weight(of: k)
    var count: Float = 0
    let sorted = neighbors[k].sorted()
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      let times = end - start
      if beside.addScores(
        sorted[start], own: seed >= 0 ? (seed, weight * Int32(times)) : nil, unit: 16, least: 3,
        times: Float(times), to: &fromBeside)
      {
        count += Float(times)
      }
      start = end
    }
    // Where titles use a name often, that says more than its letters.
    let uses = Float(max(1, mentionCount(k)))
    let scale = min(5, uses.squareRoot()) / max(1, count)
    let wordScale: Float = uses < 50 ? 1 : 0.5
    for word in self.words[k] {
      _ = words.addScores(
        UInt32(truncatingIfNeeded: word >> 20), own: seed >= 0 ? (seed, 1) : nil, unit: 1,
        least: 1, times: 1, to: &fromWords)
    }
    for kind in 0..<Counts.kinds {
      fromBeside[kind] = max(-6, min(6, fromBeside[kind] * scale)) / 2
      fromWords[kind] = max(-6, min(6, fromWords[kind])) / 2 * wordScale
    }
    return (fromBeside, fromWords)
  }

  private func decide(_ k: Int, seed: Int, _ beside: Counts, _ words: Counts) -> Decision {
    var scores = ownScores(k, model)
    let learned = learned(k, seed: seed, beside, words)
    for kind in scores.indices {
      scores[kind] +=
        learned.beside[kind] * KindModel.neighborWeights[kind]
        + learned.words[kind] * KindModel.wordWeights[kind]
    }
    let (kind, likelihood) = best(of: scores)
    var top: (Float, Int32) = (0, -1)
    var second: (Float, Int32) = (0, -1)
    func weigh(_ score: Float, _ reason: Int32) {
      if score > top.0 {
        second = top
        top = (score, reason)
      } else if score > second.0 {
        second = (score, reason)
      }
    }
    let bias = KindFeatures.number(.bias)
    for feature in features[k] where feature != bias {
      weigh(model.weights[Int(feature) * Counts.kinds + kind], feature)
    }
    weigh(learned.beside[kind] * KindModel.neighborWeights[kind], Self.neighborReason)
    weigh(learned.words[kind] * KindModel.wordWeights[kind], Self.wordReason)
    return Decision(
      kind: EntityKind(rawValue: UInt8(kind)) ?? .concept, confidence: likelihood,
      reasons: (top.1, second.1))
  }

  /// What the model's weights are fitted to: one line of JSON a name.
  func writeFittingLines(names: [StringIndex], _ strings: StringTable, to out: inout ByteWriter) {
    let (seeds, beside, words) = taught()
    for k in 0..<features.count {
      let decision = decide(k, seed: Int(seeds[k]), beside, words)
      let learned = learned(k, seed: Int(seeds[k]), beside, words)
      let features = features[k].map { "\"\(KindFeatures.space.name(Int($0)))\"" }
      out.append("{\"name\":")
      out.append(jsonString: strings[names[k]])
      out.append(
        raw: ",\"kind\":\"\(decision.kind.name)\",\"mentions\":\(useOf[k].titles),\"features\":[")
      out.append(raw: features.joined(separator: ","))
      out.append(raw: "],\"beside\":\(learned.beside),\"words\":\(learned.words)}\n")
    }
  }
}
