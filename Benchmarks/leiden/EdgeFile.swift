internal import Glibc
internal import Stories

/// Reads the whole file of edges; ends the program where that cannot be.
func readGraph(_ path: String, nodes: Int) throws -> WeightedGraph {
  guard let file = fopen(path, "rb") else { fatalError("cannot open \(path)") }
  defer { fclose(file) }
  var (sources, targets, weights): ([UInt32], [UInt32], [Float]) = ([], [], [])
  var buffer = [UInt32](repeating: 0, count: 3 << 16)
  while true {
    let count = fread(&buffer, 12, 1 << 16, file)
    if count == 0 { break }
    for k in 0..<count {
      sources.append(buffer[3 * k])
      targets.append(buffer[3 * k + 1])
      weights.append(Float(bitPattern: buffer[3 * k + 2]))
    }
  }
  return WeightedGraph(nodeCount: nodes, sources: sources, targets: targets, weights: weights)
}

/// The largest resident size so far.
func peakKiB() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}

/// Seconds of the processor that the program has taken, in all threads: on a machine that others use too, a
/// better measure than those of a clock.
func processSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
