import EventGraph
import Foundation
import Testing

@testable import EventIngest

@Suite("Lines of reports")
struct ReportLineTests {
  static let examples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/archive")

  /// Writes the reports of documents, or of lines.
  static func lines(_ inputs: [String], as format: DocumentFormat? = nil) -> (
    lines: [String], summary: DocumentStream.Summary
  ) {
    var writers = [ReportLineWriter()]
    let summary = DocumentStream(inputs, as: format).read(into: &writers) { $0.append($1) }
    let text = String(decoding: writers[0].out.bytes, as: UTF8.self)
    return (text.split(separator: "\n").map { String($0) }, summary)
  }

  static func wikitextLines() throws -> [String] {
    let folder = try TemporaryFiles([
      "2014_March_3.txt": """
      {{Current events header|2014|03|03}}
      <!-- All news items below this line -->
      ;Armed conflicts and attacks
      *[[2014 Crimean crisis]]
      **[[Ukraine|Ükraine]]'s navy &amp; the [[Sevastopol]]ians meet. [http://example.org/a (Wire)]
      *Words alone
      **Another [[port]] closes. <ref>{{cite news|url=http://example.org/b|publisher=Post}}</ref>
      """
    ])
    return lines([folder.path]).lines
  }

  @Test("A line that is read and written again is the same line")
  func roundTrip() throws {
    let written = Self.lines([Self.examples.path]).lines + (try Self.wikitextLines())
    #expect(written.count > 150)
    #expect(written.contains { $0.contains("\"links\"") && $0.contains("\"isLinked\":true") })
    let file = try TemporaryFiles(["r.jsonl": written.joined(separator: "\n")])
    let again = Self.lines([file.path])
    #expect(again.summary.diagnostics.isEmpty)
    #expect(again.summary.reportLines == written.count)
    #expect(again.lines == written)
  }

  @Test("Members may stand in any order, with more beside them, and space between")
  func otherWriters() throws {
    for line in Self.lines([Self.examples.path]).lines.prefix(40) {
      var object = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      object["more"] = ["a": [1, true, NSNull()]]
      object["image"] = object["image"] ?? NSNull()
      // Pretty printing sorts and spaces; a line stays a line.
      let text = try JSONSerialization.data(
        withJSONObject: object, options: [.prettyPrinted, .sortedKeys])
      let flat = String(decoding: text, as: UTF8.self).replacing("\n", with: " ")
      let file = try TemporaryFiles(["r.jsonl": flat])
      #expect(Self.lines([file.path], as: .reportJSONL).lines == [line])
    }
  }

  @Test("Real output is as the JSON Schema says, and what is not is told apart")
  func schema() throws {
    let schema = try JSONSchema(
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(
          path: "Sources/EventIngest/ReportJSONL/report.schema.json"))
    for line in Self.lines([Self.examples.path]).lines + (try Self.wikitextLines()) {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(schema.errors(object) == [])
    }
    let bad: [[String: Any]] = [
      [:], ["schema": "weft.report/2"], ["schema": "weft.report/1", "report": 0],
      ["date": "yesterday"], ["title": ["text": ""]], ["sources": ["x"]],
    ]
    for object in bad { #expect(schema.errors(object) != []) }
  }

  @Test(
    "A bad line is named by line and column, and the rest is read",
    arguments: [
      ("{", "ends too early"), ("[]", "a report is an object"), ("{}", "'schema' is missing"),
      (#"{"schema":"weft.report/9"}"#, "not the schema"),
      (#"{"schema":"weft.report/1","report":1}"#, "'document' is missing"), ("\u{1}", "no JSON"),
    ])
  func badLine(text: String, words: String) throws {
    let good = Self.lines([Self.examples.path]).lines
    let file = try TemporaryFiles(["r.jsonl": "\(good[0])\n\n\(text)\r\n\(good[1])"])
    let read = Self.lines([file.path])
    #expect(read.lines == Array(good[..<2]))
    #expect(read.summary.diagnostics.count == 1)
    let diagnostic = try #require(read.summary.diagnostics.first)
    #expect(diagnostic.kind == .badReportLine)
    #expect(diagnostic.line == 3)
    #expect(diagnostic.column > 0)
    #expect(diagnostic.message.contains(words), "\(diagnostic)")
  }

  @Test("What could break a span is refused")
  func hostileSpans() throws {
    let good = Self.lines([Self.examples.path]).lines[0]
    let title = try #require(good.range(of: "\"title\":{\"text\":"))
    let rest = good[title.upperBound...]
    let place = try #require(rest.range(of: ",\"line\":"))
    let end = try #require(rest[place.upperBound...].firstIndex(of: "}"))
    for fact in [
      "\"line\":1,\"start\":4294967295,\"length\":4294967295",
      "\"line\":1,\"start\":0,\"length\":1",
      "\"line\":0,\"start\":0,\"length\":0,\"isCleaned\":true",
      "\"line\":1,\"start\":-1,\"length\":9",
      "\"line\":1,\"start\":1e3,\"length\":9", "\"start\":1,\"length\":9,\"isCleaned\":true",
      "\"line\":99999999999,\"start\":1,\"length\":9,\"isCleaned\":true",
    ] {
      let line = good[..<place.lowerBound] + "," + fact + good[end...]
      let file = try TemporaryFiles(["r.jsonl": String(line)])
      let read = Self.lines([file.path])
      #expect(read.lines.isEmpty, "\(fact)")
      #expect(read.summary.diagnostics.map(\.kind) == [.badReportLine])
    }
  }

  @Test("Damaged lines never stop the reader; what it takes it writes back alike", arguments: 0..<6)
  func damage(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let seeds = (Self.lines([Self.examples.path]).lines + (try Self.wikitextLines())).map {
      Array($0.utf8)
    }
    let digits = Array("0123456789\"{}[],:\\u-".utf8)
    var reader = ReportLineReader()
    var reading = Reading()
    var taken = 0
    for _ in 0..<1500 {
      var bytes = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = digits[Int.random(in: 0..<digits.count, using: &random)]
        case 1: bytes.remove(at: at)
        case 2: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        default:
          let end = min(bytes.count, at + Int.random(in: 1...60, using: &random))
          bytes.insert(contentsOf: bytes[at..<end], at: at)
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      reading.clear()
      guard case .success(let head) = reader.read(bytes.span, into: &reading) else {
        #expect(reading.reports.isEmpty && reading.derived.isEmpty)
        continue
      }
      taken += 1
      let written = Self.write(bytes, reading, head)
      var again = Reading()
      guard case .success(let same) = reader.read(written.span, into: &again) else {
        Issue.record(
          "seed \(seed): what was written is not read: \(String(decoding: written, as: UTF8.self))")
        return
      }
      #expect(Self.write(written, again, same) == written)
    }
    #expect(taken > 20)
  }

  private static func write(
    _ line: [UInt8], _ reading: Reading, _ head: ReportLineReader.Head
  ) -> [UInt8] {
    var writer = ReportLineWriter()
    writer.append(
      DocumentStream.Item(
        bytes: line.span, reading: reading, file: head.file, name: head.path, sha256: head.sha256,
        part: head.part, piece: 0))
    return Array(writer.out.bytes.dropLast())
  }
}
