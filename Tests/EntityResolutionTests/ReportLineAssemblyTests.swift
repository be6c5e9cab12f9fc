import EntityResolution
import EventGraph
import EventIngest
import Foundation
import Testing

@Suite("Graphs of report lines")
struct ReportLineAssemblyTests {
  static let examples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/archive")
    .path

  static func lines() -> [String] {
    var writers = [ReportLineWriter()]
    _ = DocumentStream([examples]).read(into: &writers) { $0.append($1) }
    return String(decoding: writers[0].out.bytes, as: UTF8.self).split(separator: "\n").map {
      String($0)
    }
  }

  static func graph(_ inputs: [String], threads: Int = 2) -> GraphAssembly.Outcome {
    var collectors = [ReportCollector](repeating: ReportCollector(), count: threads)
    _ = DocumentStream(inputs).read(into: &collectors) { $0.add($1) }
    return GraphAssembly.assemble(collectors, threads: threads)
  }

  @Test("Lines in any order, in any number of files, give the graph of the documents")
  func anyOrder() throws {
    let whole = Self.graph([Self.examples])
    let lines = Self.lines()
    for round in 0..<4 {
      let shuffled = round == 0 ? lines : lines.shuffled()
      var files: [String: String] = [:]
      for (k, line) in shuffled.enumerated() {
        files["part-\(k % (round + 1)).jsonl", default: ""] += line + "\n"
      }
      let archive = try Archive(files)
      let again = Self.graph([archive.root.path], threads: round + 1)
      #expect(again.graph.fingerprint == whole.graph.fingerprint)
      #expect(again.findings.diagnostics == whole.findings.diagnostics)
    }
  }

  @Test("Lines that come twice, or beside their documents, add nothing")
  func twice() throws {
    let whole = Self.graph([Self.examples])
    let lines = Self.lines()
    let twice = (lines + lines).shuffled()
    // Some lines lost: the document itself makes good for them.
    for some in [twice, Array(lines.shuffled().prefix(lines.count / 2))] {
      let archive = try Archive(["r.jsonl": some.joined(separator: "\n")])
      let inputs =
        some.count > lines.count ? [archive.root.path] : [archive.root.path, Self.examples]
      #expect(Self.graph(inputs).graph.fingerprint == whole.graph.fingerprint)
    }
  }
}
