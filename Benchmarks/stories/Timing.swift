internal import EventGraph
internal import FileIO
internal import Glibc
internal import GraphStore
internal import Stories

func timeParts(_ path: String, runs: Int, _ settings: StorySettings) throws {
  var (loading, grouping, listing): ([Double], [Double], [Double]) = ([], [], [])
  var events = 0
  for _ in 0..<max(1, runs) {
    var loaded: KnowledgeGraph?
    loading.append(
      try milliseconds { loaded = try GraphStore(opening: path).graph(hasEvidence: false) })
    guard let graph = loaded else { continue }
    grouping.append(milliseconds { events = StoryGrouping(graph, settings).features.events.count })
    listing.append(milliseconds { _ = StorySet(of: graph) })
  }
  try StandardStream.output.write(
    "\(median(loading)) \(median(grouping)) \(median(listing)) \(events)\n")
}

/// 12 bytes an edge, little-endian: UInt32 source, UInt32 target, Float weight.
func writeEdges(of path: String, to output: String, _ settings: StorySettings) throws {
  let graph = try GraphStore(opening: path).graph(hasEvidence: false)
  let grouping = StoryGrouping(graph, settings)
  var bytes: [UInt8] = []
  for (source, target, weight) in grouping.relatedEdges {
    for value in [source, target, weight.bitPattern] {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
  }
  guard let file = fopen(output, "wb") else { fatalError("cannot write \(output)") }
  let written = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, written == bytes.count else { fatalError("cannot write \(output)") }
  try StandardStream.output.write("\(grouping.features.events.count)\n")
}

private func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(body) / .milliseconds(1)
}

private func median(_ values: [Double]) -> Int {
  Int(values.sorted()[values.count / 2].rounded())
}
