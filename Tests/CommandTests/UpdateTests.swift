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
    #expect(json.text == "{\"graph\":\"g.weft\",\"changed\":false}\n")
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
    try check("no overrides")
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
    var newer = whole
    newer[63] = 99
    try weft.write("g.weft", newer)
    try weft("build", "--update", "in", "-o", "g.weft")
    #expect(try bytes(weft, "g.weft") == whole)
  }
}
