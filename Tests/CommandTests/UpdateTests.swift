import Foundation
import Testing

@Suite("weft build --update")
struct UpdateTests {
  private func archive() throws -> Weft {
    let weft = try Weft()
    try FileManager.default.copyItem(
      at: URL(filePath: Weft.examples), to: weft.folder.appending(path: "in"))
    try weft("build", "in", "-o", "g.weft")
    return weft
  }

  private func bytes(_ weft: Weft, _ file: String) throws -> Data {
    try Data(contentsOf: weft.folder.appending(path: file))
  }

  private func number(_ weft: Weft) throws -> Int? {
    let path = weft.folder.appending(path: "g.weft").path
    return try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  }

  @Test("The file stays as it is where nothing changed, also for a copy elsewhere")
  func unchanged() throws {
    let weft = try archive()
    let before = try number(weft)
    try FileManager.default.copyItem(
      at: weft.folder.appending(path: "in"), to: weft.folder.appending(path: "copy"))
    for input in ["in", "copy"] {
      let result = try weft("build", "--update", input, "-o", "g.weft")
      #expect(result.code == 0)
      #expect(result.errors.contains("kept as it is"))
    }
    #expect(try number(weft) == before)
    let json = try weft("build", "--update", "--format", "json", "in", "-o", "g.weft")
    #expect(json.text.hasPrefix("{\"graph\":\"g.weft\",\"changed\":false,\"documents\":{"))
  }

  @Test("A new page, a changed one, one that is gone, and overrides: as if built from nothing")
  func changes() throws {
    let weft = try archive()
    func check(_ what: String, _ extra: String...) throws {
      let before = try bytes(weft, "g.weft")
      let arguments = extra.joined(separator: " ")
      let result = try weft(shell: "\"$0\" build --update in -o g.weft \(arguments)")
      #expect(result.code == 0, "\(what): \(result.errors)")
      try weft(shell: "\"$0\" build in -o scratch.weft \(arguments)")
      #expect(try bytes(weft, "g.weft") == bytes(weft, "scratch.weft"), "\(what)")
      #expect(try bytes(weft, "g.weft") != before, "\(what)")
    }
    let page = "in/news/2015/12/23/a-new-storm.md"
    try weft.write(page, Weft.page)
    try check("a new page")
    try weft.write(page, Weft.page.replacing("storm", with: "flood"))
    try check("a changed page")
    try FileManager.default.removeItem(at: weft.folder.appending(path: page))
    try check("a page that is gone")
    try weft.write("o.yaml", "drop: [Paris]\n")
    try check("overrides", "--overrides", "o.yaml")
    // The same letters to Swift, other bytes.
    try weft.write("o.yaml", "drop: [Caf\u{E9}]\n")
    try check("other overrides", "--overrides", "o.yaml")
    try weft.write("o.yaml", "drop: [Cafe\u{301}]\n")
    try check("overrides in other bytes", "--overrides", "o.yaml")
    try check("no overrides")
  }

  @Test("Lines of reports are never taken for what they say they are")
  func lines() throws {
    let weft = try archive()
    try weft(shell: "\"$0\" read in >all.jsonl && sed s/Ebola/Xbola/g all.jsonl >edited.jsonl")
    for (input, place) in [("edited.jsonl", "g.weft"), ("all.jsonl", "h.weft")] {
      try weft("build", "--update", input, "-o", place)
      try weft("build", input, "-o", "scratch.weft")
      #expect(try bytes(weft, place) == bytes(weft, "scratch.weft"))
    }
    let result = try weft("build", "--update", "in", "-o", "h.weft")
    #expect(!result.errors.contains("kept"))
  }

  @Test("Another --as, --strict and --diagnostics build anew")
  func options() throws {
    let weft = try archive()
    for extra in ["--as archive", "--strict", "--diagnostics d.jsonl"] {
      try weft("build", "in", "-o", "g.weft")
      let result = try weft(shell: "\"$0\" build --update in -o g.weft \(extra)")
      #expect(!result.errors.contains("kept"), "\(extra)")
    }
  }

  @Test("A file that is missing, damaged or of another weft is built anew")
  func otherFiles() throws {
    let weft = try archive()
    let whole = try bytes(weft, "g.weft")
    try FileManager.default.removeItem(at: weft.folder.appending(path: "g.weft"))
    try weft("build", "--update", "in", "-o", "g.weft")
    #expect(try bytes(weft, "g.weft") == whole)
    try weft.write("g.weft", whole.prefix(whole.count / 2))
    try weft("build", "--update", "in", "-o", "g.weft")
    #expect(try bytes(weft, "g.weft") == whole)
    var hollow = whole
    hollow.replaceSubrange(8192 * 3..<8192 * 12, with: Data(count: 8192 * 9))
    try weft.write("g.weft", hollow)
    try weft("build", "--update", "in", "-o", "g.weft")
    #expect(try bytes(weft, "g.weft") == whole)
    var newer = whole
    newer[63] = 99
    try weft.write("g.weft", newer)
    try weft("build", "--update", "in", "-o", "g.weft")
    #expect(try bytes(weft, "g.weft") == whole)
  }
}
