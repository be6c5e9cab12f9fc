internal import EntityResolution
internal import EventIngest
internal import FileIO
internal import Glibc
internal import Synchronization

/// Times reading an archive against a program that only opens, reads and closes its files, in turn,
/// on as many threads. Both find the files themselves.
///
///     Reading FOLDER RUNS
///
/// Prints the medians in milliseconds as one line: the floor; reading and parsing into reports with
/// the places of all facts; the same with every text looked up for the merge; pages; files.
@main
struct Reading {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let runs = Int(arguments[2]), runs > 0 else {
      try? StandardStream.error.write("usage: reading FOLDER RUNS\n")
      exit(64)
    }
    separateLargeAllocations()
    let threads = availableCores
    var floors: [Double] = []
    var readings: [Double] = []
    var collections: [Double] = []
    var files = 0
    var pages = 0
    for _ in 0..<runs {
      floors.append(milliseconds { files = openReadAndClose(arguments[1], threads: threads) })
      readings.append(
        milliseconds {
          var counts = [Int](repeating: 0, count: threads)
          _ = DocumentStream([arguments[1]]).read(into: &counts) { $0 += $1.reading.reports.count }
          pages = counts.reduce(0, +)
        })
      collections.append(
        milliseconds {
          var collectors = [ReportCollector](repeating: ReportCollector(), count: threads)
          _ = DocumentStream([arguments[1]]).read(into: &collectors) { $0.add($1) }
        })
    }
    print(median(floors), median(readings), median(collections), pages, files)
  }

  /// The floor: every file below the folder through one buffer a thread.
  private static func openReadAndClose(_ root: String, threads: Int) -> Int {
    var folders: [(path: String, names: [String])] = []
    var open = [root]
    while let path = open.popLast() {
      guard let folder = try? Directory(path), let entries = try? folder.entries() else { continue }
      open += entries.filter { $0.kind == .folder }.map { path + "/" + $0.name }
      folders.append((path, entries.filter { $0.kind == .file }.map(\.name)))
    }
    let found = folders
    let next = Atomic<Int>(0)
    let counts = mapWorkers(threads) { _ in
      var buffer: [UInt8] = []
      var count = 0
      while true {
        let k = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard k < found.count else { return count }
        guard let folder = try? Directory(found[k].path) else { continue }
        for name in found[k].names {
          let size = try? folder.readFile(
            name, into: &buffer, limit: DocumentStream.maximumFileSize)
          if size != nil { count += 1 }
        }
      }
    }
    return counts.reduce(0, +)
  }

  private static func milliseconds(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let time = clock.measure(body)
    return Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
  }

  private static func median(_ values: [Double]) -> Int {
    Int(values.sorted()[values.count / 2].rounded())
  }
}
