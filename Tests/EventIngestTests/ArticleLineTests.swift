import EventGraph
import Foundation
import Testing

@testable import EventIngest

@Suite("Articles as lines of JSON")
struct ArticleLineTests {
  private static let article = """
    By Jane Doe, Coast News

    Storm closes \u{201C}coast\u{201D} roads

    3 May 2015

    FILE - A road, May 1, 2014.

    The storm closed roads along the coast on Friday, police said.

    "It is over," said Anna Berg. "We can go home."
    """

  /// What `weft read` writes of a file that holds the text.
  private static func lines(_ text: String, name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "weft-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    var writers = [ReportLineWriter()]
    _ = DocumentStream([file.path]).read(into: &writers) { $0.append($1) }
    return String(decoding: writers[0].out.bytes, as: UTF8.self)
  }

  @Test("What is written of an article is read back as it was, and written again the same")
  func roundTrip() throws {
    let written = try Self.lines(Self.article, name: "a.txt")
    #expect(written.hasPrefix("{\"schema\":\"weft.article/1\","))
    #expect(written.filter { $0 == "\n" }.count == 1)
    // The document named in a line is the one that it was made of.
    #expect(try Self.lines(written, name: "lines.jsonl") == written)
    var reading = Reading()
    var reader = ReportLineReader()
    let line = Array(written.utf8.dropLast())
    guard case .success(let head) = reader.read(line.span, into: &reading) else {
      Issue.record("the line was not read")
      return
    }
    #expect(head.sha256.count == 32)
    let original = ArticleSample(Self.article)
    let back = try #require(reading.article)
    #expect(back.blocks.map(\.role) == original.article?.blocks.map(\.role))
    #expect(back.blocks.map(\.text.span) == original.article?.blocks.map(\.text.span))
    #expect(back.quotes.count == 1)
    #expect(back.dates.count == original.article?.dates.count)
    #expect(back.date?.date == PartialDate("2015-05-03"))
  }

  @Test(
    "A line that is not as the schema says is a bad one",
    arguments: [
      ("\"role\":\"headline\"", "\"role\":\"title\""),
      ("\"blocks\":[", "\"blocks\":[3,"),
      ("\"origin\":\"text\"", "\"origin\":7"),
      ("\"derivation\":\"stated\"", "\"derivation\":\"\""),
      ("weft.article/1", "weft.article/2"),
    ])
  func bad(_ words: String, _ other: String) throws {
    let written = try Self.lines(Self.article, name: "a.txt")
    #expect(written.contains(words))
    let line = Array(written.replacing(words, with: other).utf8.dropLast())
    var reading = Reading()
    var reader = ReportLineReader()
    guard case .failure = reader.read(line.span, into: &reading) else {
      Issue.record("the line was read")
      return
    }
    #expect(reading.article == nil)
  }
}
