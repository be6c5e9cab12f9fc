internal import EventGraph
internal import Glibc
internal import Stories

/// Precision, recall and F1 of a grouping against topics, event by event (Bagga and Baldwin 1998), over
/// the events that have a topic.
struct BCubed {
  var precision = 0.0
  var recall = 0.0
  var f1: Double { 2 * precision * recall / (precision + recall) }

  var text: String {
    [precision, recall, f1].map { String(($0 * 10000).rounded() / 10000) }.joined(separator: " ")
  }

  /// - Parameter gold: The topics of each node's pages.
  init(gold: [Int: [String]], _ grouping: StoryGrouping) {
    var items: [(topic: String, story: UInt32)] = []
    for (number, node) in grouping.features.events.enumerated() {
      for topic in gold[node.position] ?? [] {
        items.append((topic, grouping.stories.labels[number]))
      }
    }
    var topics: [String: Double] = [:]
    var stories: [UInt32: Double] = [:]
    var both: [String: Double] = [:]
    for item in items {
      topics[item.topic, default: 0] += 1
      stories[item.story, default: 0] += 1
      both["\(item.story) \(item.topic)", default: 0] += 1
    }
    for item in items {
      let shared = both["\(item.story) \(item.topic)", default: 0]
      precision += shared / stories[item.story, default: 1] / Double(items.count)
      recall += shared / topics[item.topic, default: 1] / Double(items.count)
    }
  }
}

/// The topics of each event, by node.
func topics(_ path: String, in graph: KnowledgeGraph) throws -> [Int: [String]] {
  var ofPage: [String: Int] = [:]
  for page in graph.pages { ofPage[graph.strings[page.path]] = page.event.position }
  var topics: [Int: [String]] = [:]
  guard let file = fopen(path, "r") else { fatalError("cannot open \(path)") }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 1 << 16)
  while fgets(&line, CInt(line.count), file) != nil {
    let text = String(
      decoding: line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let parts = text.split(separator: "\t")
    if parts.count == 2, let node = ofPage[String(parts[0])] {
      topics[node, default: []].append(String(parts[1]))
    }
  }
  return topics
}

extension StorySettings {
  /// Sets `NAME=VALUE`.
  mutating func set(_ argument: String) throws {
    let parts = argument.split(separator: "=").map(String.init)
    guard parts.count == 2, let value = Double(parts[1]) else {
      fatalError("no value: \(argument)")
    }
    switch parts[0] {
    case "resolution": resolution = value
    case "episode": episodeResolution = value
    case "rounds": rounds = Int(value)
    case "further": furtherGroups = Float(value)
    case "profile": profileLimit = Int(value)
    case "topicGap": topicGapDays = Int(value)
    case "gap": gapDays = value
    case "idle": idleLikeness = Float(value)
    case "loose": looseScore = Float(value)
    case "looseEvents": looseEvents = Int(value)
    case "low": decayDays = value...max(value, decayDays.upperBound)
    case "high": decayDays = min(value, decayDays.lowerBound)...value
    case "decayFloor": decayFloor = Float(value)
    case "window": windowDays = Int(value)
    case "rare": rareEvents = Int(value)
    case "limit": neighborLimit = Int(value)
    case "least": leastScore = Float(value)
    case "related": relatedBonus = Float(value)
    case "e.topic": eventWeights.topic = Float(value)
    case "e.entity": eventWeights.entity = Float(value)
    case "e.concept": eventWeights.concept = Float(value)
    case "e.name": eventWeights.name = Float(value)
    case "e.word": eventWeights.word = Float(value)
    case "e.source": eventWeights.source = Float(value)
    case "g.topic": groupWeights.topic = Float(value)
    case "g.entity": groupWeights.entity = Float(value)
    case "g.concept": groupWeights.concept = Float(value)
    case "g.name": groupWeights.name = Float(value)
    case "g.word": groupWeights.word = Float(value)
    case "g.source": groupWeights.source = Float(value)
    case "without.source": without = value > 0 ? [.source] : []
    case "threads": threads = Int(value)
    default: fatalError("no setting: \(parts[0])")
    }
  }
}
