import EventGraph
import Foundation
import Testing

@testable import EventIngest

@Suite("Packed inputs")
struct ContainerTests {
  static func page(_ title: String) -> String {
    "### [2016-03-1](/news/2016/03/1/index.md)\n\n# \(title)\n"
  }

  struct Outcome {
    var lines: [String]
    var diagnostics: [Diagnostic]
    var summary: DocumentStream.Summary

    var kinds: [Diagnostic.Kind] { diagnostics.map(\.kind) }
  }

  /// Writes the packed file and reads it.
  static func read(
    _ data: Data, name: String = "a.tar", limits: ContainerLimits = ContainerLimits(),
    threads: Int = 1
  ) throws -> Outcome {
    let folder = try TemporaryFiles([name: data])
    var writers = [ReportLineWriter](repeating: ReportLineWriter(), count: threads)
    let stream = DocumentStream(["\(folder.path)/\(name)"], as: nil, limits: limits)
    let summary = stream.read(into: &writers) { $0.append($1) }
    let lines = writers.flatMap { writer in
      String(decoding: writer.out.bytes, as: UTF8.self).replacing(folder.path + "/", with: "")
        .split(separator: "\n").map { String($0) }
    }
    return Outcome(
      lines: lines.sorted(),
      diagnostics: summary.diagnostics.map {
        var diagnostic = $0
        diagnostic.file = $0.file.replacing(folder.path + "/", with: "")
        return diagnostic
      }, summary: summary)
  }

  @Test("Tar and zip give their documents, whatever they are called", arguments: ["a.tar", "b.md"])
  func formats(name: String) throws {
    let entries = (1...40).map {
      PackedFiles.Entry(path: "news/page-\($0).md", text: Self.page("Event \($0)"))
    }
    for data in [PackedFiles.tar(entries), PackedFiles.zip(entries)] {
      let one = try Self.read(data, name: name)
      #expect(one.lines.count == 40)
      #expect(one.diagnostics == [])
      #expect(one.lines[0].contains("\"file\":\"\(name)!/news/page-"))
      #expect(one.lines[0].contains("\"path\":\"/news/2016/03/1/page-"))
      #expect(try Self.read(data, name: name, threads: 3).lines == one.lines)
    }
  }

  @Test("Hostile entries are harmless and named")
  func hostile() throws {
    let outside = FileManager.default.temporaryDirectory.appending(
      path: "weft-escape-\(UUID().uuidString).md")
    let outcome = try Self.read(
      PackedFiles.tar([
        .init(path: "ok.md", text: Self.page("Fine")),
        .init(path: outside.path, text: Self.page("Absolute")),
        .init(path: "../../up.md", text: Self.page("Up")),
        .init(path: "link.md", type: "2", target: "/etc/passwd"),
        .init(path: "hard.md", type: "1", target: "ok.md"),
        .init(path: "null.md", type: "3"),
        .init(path: "folder/", type: "5"),
        .init(path: "inner.tar.gz", text: "x"), .init(path: "photo.jpg", text: "x"),
        .init(path: "notes.txt", text: "no document"),
        .init(path: "prose.md", text: "no document"),
      ]))
    #expect(outcome.lines.count == 3)
    #expect(!FileManager.default.fileExists(atPath: outside.path))
    var kinds = outcome.diagnostics.map { "\($0.kind)" }.sorted()
    #expect(kinds.removeFirst() == "archiveLink")
    #expect(
      kinds == [
        "archiveLink", "archiveLink", "nestedArchive", "notAnArchivePage", "outsidePath",
        "outsidePath",
      ])
    #expect(outcome.summary.ignoredFiles == 2)
    #expect(outcome.diagnostics.contains { $0.file == "a.tar!/up.md" && $0.message.contains("..") })
  }

  @Test("A file that is cut anywhere is a diagnostic, and what stands before the cut is read")
  func truncated() throws {
    let entries = (1...8).map {
      PackedFiles.Entry(path: "page-\($0).md", text: Self.page("Event \($0)"))
    }
    for whole in [PackedFiles.tar(entries), PackedFiles.zip(entries)] {
      for length in stride(from: 600, to: whole.count - 1100, by: 97) {
        let outcome = try Self.read(whole.prefix(length))
        #expect(outcome.lines.count <= 8)
        #expect(!outcome.diagnostics.isEmpty, "\(length) of \(whole.count)")
      }
    }
  }

  @Test("Damage never stops the reading of the process", arguments: UInt64(0)..<8)
  func damage(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let entries = (1...4).map {
      PackedFiles.Entry(path: "page-\($0).md", text: Self.page("Event \($0)"))
    }
    for whole in [PackedFiles.tar(entries), PackedFiles.zip(entries)] {
      for _ in 0..<20 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
            in: 0...255, using: &random)
        }
        let outcome = try Self.read(bytes)
        #expect(outcome.lines.count <= 5)
      }
    }
  }

  @Test("Too many entries, too many bytes, and a size that lies end the reading with a word")
  func bombs() throws {
    let entries = (1...50).map {
      PackedFiles.Entry(path: "page-\($0).md", text: Self.page("Event \($0)"))
    }
    var limits = ContainerLimits()
    limits.entryCount = 10
    let many = try Self.read(PackedFiles.tar(entries), limits: limits)
    #expect(many.kinds == [.archiveTooLarge])
    #expect(many.lines.count == 10)
    limits = ContainerLimits()
    limits.totalBytes = 300
    let large = try Self.read(PackedFiles.tar(entries), limits: limits)
    #expect(large.kinds == [.archiveTooLarge])
    #expect(large.lines.count < 8)
    // What is not a document is unpacked too, to nowhere, and counts.
    let skipped = [PackedFiles.Entry(path: "a.bin", text: String(repeating: "x", count: 1000))]
    #expect(try Self.read(PackedFiles.tar(skipped), limits: limits).kinds == [.archiveTooLarge])
    let lying = [PackedFiles.Entry(path: "page.md", text: "x", statedSize: 0o77777777777)]
    let lied = try Self.read(PackedFiles.tar(lying))
    #expect(lied.lines.isEmpty)
    #expect(lied.kinds == [.unreadableFile])
  }

  @Test("Lines of reports are read from inside a packed file too")
  func reportsInside() throws {
    let entries = (1...3).map {
      PackedFiles.Entry(path: "page-\($0).md", text: Self.page("Event \($0)"))
    }
    let plain = try Self.read(PackedFiles.tar(entries))
    let text = plain.lines.joined(separator: "\n")
    let packed = try Self.read(PackedFiles.tar([.init(path: "part.jsonl", text: text)]))
    #expect(packed.lines == plain.lines)
    #expect(packed.summary.formats == [.eventPage: 3])
  }

  @Test(
    "Records about an entry that are none are no crash",
    arguments: ["7 abcd=", "8 abcd=\n", "5 a=b", "99 path=x\n", "6 =bc\n", "0 \n", " \n", ""])
  func damagedRecords(text: String) throws {
    let outcome = try Self.read(
      PackedFiles.tar([
        PackedFiles.Entry(path: "records", text: text, type: "x"),
        PackedFiles.Entry(path: "a.md", text: Self.page("A storm.")),
      ]))
    #expect(outcome.lines.count <= 1)
  }
}
