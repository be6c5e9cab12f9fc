import Foundation
import Testing

@Suite("weft build --stories")
struct StoryBuildTests {
  private func bytes(_ weft: Weft, _ file: String) throws -> Data {
    try Data(contentsOf: weft.folder.appending(path: file))
  }

  @Test("Stories of the file are those that are computed, whatever the threads")
  func same() throws {
    let weft = try Weft()
    try weft("build", Weft.examples, "-o", "plain.weft")
    try weft("build", Weft.examples, "-o", "one.weft", "--stories", "--threads", "1")
    try weft("build", Weft.examples, "-o", "three.weft", "--stories", "--threads", "3")
    #expect(try bytes(weft, "one.weft") == bytes(weft, "three.weft"))
    for arguments in [[], ["--alone"], ["--format", "table"], ["--resolution", "0.4"]] {
      let shell = "\"$0\" stories " + arguments.joined(separator: " ")
      let plain = try weft(shell: shell + " --graph plain.weft")
      #expect(plain.code == 0 && plain.output.count > 100)
      #expect(try weft(shell: shell + " --graph one.weft").output == plain.output, "\(arguments)")
    }
    for format in ["json", "svg", "html", "ics"] {
      let shell = "\"$0\" timeline Colombia --format \(format) --graph "
      #expect(
        try weft(shell: shell + "one.weft").output == weft(shell: shell + "plain.weft").output)
    }
    let shell = "\"$0\" stats --graph "
    #expect(try !weft(shell: shell + "plain.weft").text.contains("story"))
    #expect(try weft(shell: shell + "one.weft").text.contains("story"))
  }

  @Test("A story is found by its id, and a name means what it meant")
  func names() throws {
    let weft = try Weft()
    try weft("build", Weft.examples, "-o", "g.weft", "--stories")
    let listed = try weft("stories", "--graph", "g.weft").text
    let lines = listed.split(separator: "\n").compactMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(lines.count > 5)
    for line in lines {
      let id = try #require(line["story"] as? String)
      let size = try #require(line["size"] as? Int)
      let near = try weft(
        "neighbors", "--graph", "g.weft", id, "--relation", "memberOf", "--json", "--limit", "0")
      #expect(near.code == 0)
      #expect(near.text.contains("\"total\":\(size)}"))
    }
    let label = "Colombian peace process"
    let named = try weft("show", "--graph", "g.weft", label, "--json")
    #expect(named.code == 3 || named.text.contains("\"kind\":\"context\""))
    #expect(try weft("search", "--graph", "g.weft", "Ebola", "--kind", "story").code == 0)
  }

  @Test("A story is exported with what its events name, from a graph with stories or without")
  func export() throws {
    let weft = try Weft()
    try weft("build", Weft.examples, "-o", "plain.weft")
    try weft("build", Weft.examples, "-o", "g.weft", "--stories")
    let listed = try weft("stories", "--graph", "plain.weft").text
    let lines: [Substring] = listed.split(separator: "\n")
    let line = try #require(lines.max { $0.count < $1.count })
    let story = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let id = try #require(story["story"] as? String)
    let events = try #require(story["events"] as? [String])
    for graph in ["plain.weft", "g.weft"] {
      let dot = try weft("export", "--graph", graph, "--story", id, "--format", "dot")
      #expect(dot.code == 0)
      for event in events { #expect(dot.text.contains("\"\(event)\"")) }
      #expect(dot.text.contains("\"\(id)\"") == (graph == "g.weft"))
      let rows: [Substring] = dot.text.split(separator: "\n")
      #expect(rows.count { $0.contains("kind=\"event\"") } == events.count)
      let byEvent = try weft("export", "--graph", graph, "--story", events[0], "--format", "dot")
      #expect(byEvent.output == dot.output)
    }
    #expect(try weft("export", "--graph", "g.weft", "--story", "story_none").code == 3)
  }

  @Test("--update keeps a graph with its stories, and not one made otherwise")
  func update() throws {
    let weft = try Weft()
    try weft("build", Weft.examples, "-o", "g.weft", "--stories")
    let kept = try weft("build", Weft.examples, "-o", "g.weft", "--stories", "--update")
    #expect(kept.errors.contains("kept as it is"))
    let other = "--stories --resolution 0.5"
    let result = try weft(shell: "\"$0\" build \(Weft.examples) -o g.weft --update \(other)")
    #expect(!result.errors.contains("kept as it is"))
    try weft(shell: "\"$0\" build \(Weft.examples) -o scratch.weft \(other)")
    #expect(try bytes(weft, "g.weft") == bytes(weft, "scratch.weft"))
  }

  @Test(
    "--update alone leaves stories where they are, and makes them anew where documents changed",
    arguments: ["--stories", "--stories --resolution 0.5"])
  func updateOfStories(options: String) throws {
    let weft = try Weft()
    try weft(shell: "\"$0\" build \(Weft.examples) -o g.weft \(options)")
    let kept = try weft("build", Weft.examples, "-o", "g.weft", "--update")
    #expect(kept.errors.contains("kept as it is"))
    let less = Weft.examples + "/news/2014"
    try weft("build", less, "-o", "g.weft", "--update")
    try weft(shell: "\"$0\" build \(less) -o scratch.weft \(options)")
    #expect(try bytes(weft, "g.weft") == bytes(weft, "scratch.weft"))
    // A graph without stories gets none.
    try weft("build", Weft.examples, "-o", "plain.weft")
    try weft("build", less, "-o", "plain.weft", "--update")
    try weft("build", less, "-o", "scratch.weft")
    #expect(try bytes(weft, "plain.weft") == bytes(weft, "scratch.weft"))
  }

  @Test("Ids of an earlier graph or listing are kept, and lineage is told from either")
  func since() throws {
    let weft = try Weft()
    try weft("build", Weft.examples + "/news/2014", "-o", "old.weft", "--stories")
    try weft(
      shell: """
        "$0" stories --graph old.weft | sed 's/{"story":"story_/{"story":"story_kept_/' >old.jsonl
        """)
    try weft(
      "build", Weft.examples, "-o", "new.weft", "--stories", "--stories-since", "old.jsonl")
    let listed = try weft("stories", "--graph", "new.weft").text
    #expect(listed.contains("{\"story\":\"story_kept_"))
    try weft("build", Weft.examples, "-o", "again.weft", "--stories", "--stories-since", "new.weft")
    #expect(
      try weft("stories", "--graph", "again.weft").text.contains("{\"story\":\"story_kept_"))
    let lineage = try weft("stories", "--graph", "new.weft", "--since", "old.weft", "--lineage")
    #expect(lineage.code == 0 && lineage.text.contains("\"change\":\"born\""))
    try weft("build", Weft.examples, "-o", "plain.weft")
    let none = try weft("stories", "--graph", "new.weft", "--since", "plain.weft", "--lineage")
    #expect(none.code == 1 && none.errors.contains("--stories"))
    #expect(try weft("build", Weft.examples, "-o", "x.weft", "--resolution", "0.3").code == 64)
  }
}
