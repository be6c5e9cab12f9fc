internal import EventGraph
internal import FileIO
internal import GraphStore
internal import Stories

// What stories cost and how good they are.
//
//   stories-benchmark time GRAPH.weft RUNS
//     Milliseconds, medians: loading the graph; relating and clustering its events; the same with labels,
//     strengths and key events; the number of events.
//   stories-benchmark edges GRAPH.weft EDGES
//     Writes the graph of related events as leiden-benchmark reads it; prints how many events there are.
//   stories-benchmark GRAPH.weft TOPICS.tsv [--leave-one-out] [NAME=VALUE]…
//     B-cubed of stories against topics, with settings changed or signals left out. TOPICS: page path,
//     tab, topic, as blind_archive.py writes them.

let arguments = Array(CommandLine.arguments.dropFirst())
var settings = StorySettings()
settings.threads = availableCores
switch arguments.first {
case "time" where arguments.count == 3:
  try timeParts(arguments[1], runs: Int(arguments[2]) ?? 5, settings)
case "edges" where arguments.count == 3:
  try writeEdges(of: arguments[1], to: arguments[2], settings)
default:
  guard arguments.count >= 2 else {
    fatalError("usage: stories-benchmark time GRAPH RUNS | edges GRAPH FILE | GRAPH TOPICS …")
  }
  try compare(arguments, settings)
}

func compare(_ arguments: [String], _ defaults: StorySettings) throws {
  var settings = defaults
  let graph = try GraphStore(opening: arguments[0]).graph(hasEvidence: false)
  let gold = try topics(arguments[1], in: graph)
  for argument in arguments.dropFirst(2) where argument.contains("=") {
    try settings.set(argument)
  }
  func measure(_ name: String, _ settings: StorySettings) throws {
    var grouping: StoryGrouping?
    let time = ContinuousClock().measure { grouping = StoryGrouping(graph, settings) }
    guard let grouping else { return }
    let score = BCubed(gold: gold, grouping)
    let label = name.isEmpty ? "all" : name
    try StandardStream.output.write(
      "\(label)\t\(score.text)\t\(grouping.episodes.count) → \(grouping.stories.count)\t\(time)\n")
  }
  try measure(
    arguments.dropFirst(2).filter { $0.contains("=") }.joined(separator: " "), settings)
  if arguments.contains("--leave-one-out") {
    for kind in FeatureKind.allCases {
      var without = settings
      without.without = [kind]
      try measure("without \(kind.name)", without)
    }
    var without = settings
    without.relatedBonus = 0
    try measure("without Related", without)
  }
}
