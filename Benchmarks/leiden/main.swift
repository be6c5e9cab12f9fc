internal import FileIO
internal import Stories

// Groups a list of edges by Leiden and tells the time, the quality and whether all is connected.
//
//   leiden-benchmark EDGES NODES [modularity|cpm] [RESOLUTION] [ITERATIONS]
//
// EDGES: 12 bytes an edge, little-endian: UInt32 source, UInt32 target, Float weight.

let arguments = CommandLine.arguments
guard arguments.count >= 3, let nodes = Int(arguments[2]) else {
  try StandardStream.error.write("usage: leiden-benchmark EDGES NODES [QUALITY] [γ] [ITERATIONS]\n")
  fatalError("no edges")
}
let quality: Leiden.Quality =
  arguments.count > 3 && arguments[3] == "cpm" ? .constantPotts : .modularity
let resolution = arguments.count > 4 ? Double(arguments[4]) ?? 1 : 1
let iterations = arguments.count > 5 ? Int(arguments[5]) ?? 2 : 2

let clock = ContinuousClock()
var graph: WeightedGraph?
let building = try clock.measure { graph = try readGraph(arguments[1], nodes: nodes) }
guard let graph else { fatalError("no graph") }
let leiden = Leiden(quality: quality, resolution: resolution, iterations: iterations)
var partition = Partition(singletons: nodes)
let before = processSeconds()
let grouping = clock.measure { partition = leiden.communities(of: graph) }
let worked = processSeconds() - before
let seconds = { (duration: Duration) in duration / .seconds(1) }
try StandardStream.output.write(
  """
  {"nodes":\(nodes),"edges":\(graph.edgeCount),"build_s":\(seconds(building)),\
  "leiden_s":\(seconds(grouping)),"leiden_cpu_s":\(worked),"quality":\(leiden.quality(of: partition, in: graph)),\
  "communities":\(partition.count),"peak_kib":\(peakKiB())}\n
  """)
