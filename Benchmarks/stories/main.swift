internal import EventGraph
internal import FileIO
internal import GraphStore
internal import Stories

// B-cubed of stories against topics, with settings changed or signals left out.
//
//   stories-benchmark GRAPH.weft TOPICS.tsv [--leave-one-out] [NAME=VALUE]…
//
// TOPICS: page path, tab, topic, as blind_archive.py writes them.

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
  fatalError("usage: stories-benchmark GRAPH TOPICS [NAME=VALUE]…")
}
let graph = try GraphStore(opening: arguments[0]).graph()
let gold = try topics(arguments[1], in: graph)
var settings = StorySettings()
settings.threads = availableCores
for argument in arguments.dropFirst(2) where argument.contains("=") {
  try settings.set(argument)
}
let clock = ContinuousClock()

func measure(_ name: String, _ settings: StorySettings) throws {
  var grouping: StoryGrouping?
  let time = clock.measure { grouping = StoryGrouping(graph, settings) }
  guard let grouping else { return }
  let score = BCubed(gold: gold, grouping)
  try StandardStream.output.write(
    "\(name)\t\(score.text)\t\(grouping.episodes.count) → \(grouping.stories.count)\t\(time)\n")
}

try measure(arguments.dropFirst(2).joined(separator: " "), settings)
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
