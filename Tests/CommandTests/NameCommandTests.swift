import Foundation
import Testing

@Suite("Commands about names")
struct NameCommandTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
  }

  @Test("weft resolve explains a label, as a table and as JSON, and says the same of a line")
  func resolve() throws {
    let weft = try Weft()
    try weft("build", Weft.examples, "-o", "graph.weft")
    let table = try weft("resolve", "Colombia")
    #expect(table.code == 0)
    #expect(table.text.contains("%  "))
    #expect(table.text.contains("\n       Colombia\n"))
    let json = try object(try weft("resolve", "Colombia", "--with", "FARC", "--json").text)
    #expect(json["label"] as? String == "Colombia")
    #expect(json["with"] as? [String] == ["FARC"])
    let candidates = try #require(json["candidates"] as? [[String: Any]])
    let first = try #require(candidates.first)
    try weft.write("lines.jsonl", "{\"label\":\"Colombia\",\"with\":[\"FARC\"]}\n")
    let line = try object(try weft("resolve", "--names", "lines.jsonl").text)
    for key in ["id", "name", "rule"] {
      #expect(first[key] as? String == line[key] as? String)
    }
    #expect(first["score"] as? Double == line["score"] as? Double)
    #expect(first["kind"] as? String == "actor")
    #expect(first["entityKind"] as? String == "state")
    for wrong in [
      ["resolve"], ["resolve", "A", "--names", "lines.jsonl"], ["resolve", "A", "--limit", "0"],
    ] {
      #expect(try weft(shell: "\"$0\" " + wrong.joined(separator: " ")).code == 64)
    }
  }

  @Test("A new label has no id, and is its own first meaning")
  func unknown() throws {
    let weft = try Weft()
    try weft("build", Weft.examples, "-o", "graph.weft")
    let json = try object(try weft("resolve", "Qwertz Uiop", "--json").text)
    let first = try #require((json["candidates"] as? [[String: Any]])?.first)
    #expect(first["name"] as? String == "Qwertz Uiop")
    #expect(first["id"] is NSNull)
  }

  @Test("weft merges takes the shapes that others take")
  func merges() throws {
    let weft = try Weft()
    try weft("build", Weft.examples, "-o", "graph.weft")
    let lines = try weft("merges", "--format", "jsonl").text.split(separator: "\n").count
    let table = try weft("merges", "--format", "table")
    #expect(table.code == 0)
    #expect(table.text.split(separator: "\n").count == max(1, lines))
    #expect(table.text.split(separator: "\n").allSatisfy { $0.count <= 140 })
  }

  @Test("weft annotate names kinds as weft search does, and reads the text's own date")
  func annotate() throws {
    let weft = try Weft()
    try weft("build", Weft.examples, "-o", "graph.weft")
    let event = try #require(
      try weft("events", "--graph", "graph.weft").text.split(separator: "\n").lazy.map {
        try object(String($0))
      }.first { ($0["title"] as? String)?.contains("Colombia") ?? false })
    let (title, date) = (
      try #require(event["title"] as? String), try #require(event["date"] as? String)
    )
    let parts = date.split(separator: "-")
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let month = try #require(Int(parts[1]).map { months[$0 - 1] })
    for (year, count) in [(String(parts[0]), 1), ("2031", 0)] {
      let text =
        "What happened on that day\n\nBern, \(parts[2]) \(month) \(year) - \(title)\n\n"
        + "That is what happened on that day, and nothing else was told of it by anybody.\n"
      try weft.write("text.txt", text)
      let read = try object(try weft("annotate", "text.txt", "--events").text)
      let events = try #require(read["events"] as? [[String: Any]])
      #expect(events.filter { $0["id"] as? String == event["event"] as? String }.count == count)
      let mentions = try #require(read["mentions"] as? [[String: Any]])
      let mention = try #require(mentions.first { $0["id"] is String })
      let id = try #require(mention["id"] as? String)
      let near = try object(try weft("neighbors", id, "--json", "--limit", "1").text)
      let node = try #require(near["node"] as? [String: Any])
      for key in ["kind", "entityKind", "name"] {
        #expect(mention[key] as? String == node[key] as? String)
      }
    }
  }
}
