internal import ArgumentParser
internal import EntityResolution
internal import EventGraph
internal import EventIngest
internal import FileIO

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Reads pages and writes the graph file.")

  @Argument(help: "Files, folders or trees of archive pages.")
  var inputs: [String]

  @Option(help: "How many threads read.")
  var threads: Int?

  func run() throws {
    let clock = ContinuousClock()
    let t0 = clock.now
    let stream = DocumentStream(inputs)
    let t1 = clock.now
    var collectors = [ReportCollector](
      repeating: ReportCollector(), count: threads ?? availableCores)
    let summary = stream.read(into: &collectors) { $0.add($1) }
    let t2 = clock.now
    let outcome = GraphAssembly.assemble(collectors, threads: threads ?? availableCores)
    let t3 = clock.now
    print("walk", t1 - t0, "read", t2 - t1, "assemble", t3 - t2)
    print(summary.eventPages, summary.dayIndexes, summary.twins, summary.bytes)
    for d in summary.diagnostics.prefix(20) { print(d) }
    print(summary.diagnostics.count, outcome.diagnostics.count)
    for d in outcome.diagnostics.prefix(5) { print(d) }
    let g = outcome.graph
    print(g.nodes.count, g.edges.count, g.evidence.count, g.documents.count)
    for k in NodeKind.allCases { print(k, g.nodes.count { $0.kind == k }) }
    for r in Relation.allCases { print(r, g.edges.count { $0.relation == r }) }
  }
}
