import Foundation
import Testing

@Suite("Reading inputs")
struct ReadCommandTests {
  /// Some pages, the same in a folder, in packed files, and as lines.
  static func folder() throws -> Weft {
    let weft = try Weft()
    for k in 1...30 {
      try weft.write(
        "in/news/2016/03/\(k)/event-\(k).md",
        "### [2016-03-\(k)](/news/2016/03/\(k)/index.md)\n\n# Event \(k) happens.\n")
    }
    return weft
  }

  @Test("Every way in gives the same graph")
  func sameGraph() throws {
    let weft = try Self.folder()
    #expect(try weft("build", "in", "-o", "one.weft").code == 0)
    let one = try Data(contentsOf: weft.folder.appending(path: "one.weft"))
    func export(_ graph: String) throws -> Data {
      try weft("export", "--graph", graph, "--format", "jsonld", "-o", "g.jsonld")
      return try Data(contentsOf: weft.folder.appending(path: "g.jsonld"))
    }
    let ways = [
      "tar cf a.tar in && exec \"$0\" build a.tar -o g.weft",
      "tar czf a.tgz in && exec \"$0\" build a.tgz -o g.weft",
      "tar cf - in | exec \"$0\" build - -o g.weft",
      "tar czf - in | exec \"$0\" build - -o g.weft --threads 3",
      "find in -name '*.md' | exec \"$0\" build - -o g.weft",
      "\"$0\" read in | exec \"$0\" build - -o g.weft",
      "\"$0\" read in | gzip > r.jsonl.gz; exec \"$0\" build r.jsonl.gz -o g.weft",
      "find in -name '*.md' | xargs -n 7 \"$0\" read > r.jsonl; exec \"$0\" build r.jsonl -o g.weft",
      "\"$0\" read a.tar | sort -r | exec \"$0\" read - | exec \"$0\" build - -o g.weft",
      "mkdir -p t; \"$0\" read in > t/r.jsonl; exec \"$0\" build t in -o g.weft",
    ]
    for way in ways {
      let result = try weft(shell: way)
      #expect(result.code == 0, "\(way): \(result.errors)")
      // A graph of lines does not say that it is of the documents that they name.
      if way.contains("read") {
        #expect(try export("g.weft") == export("one.weft"), "\(way)")
      } else {
        #expect(try Data(contentsOf: weft.folder.appending(path: "g.weft")) == one, "\(way)")
      }
    }
  }

  @Test("Lines come in the order of the inputs, whatever the threads")
  func order() throws {
    let weft = try Self.folder()
    let one = try weft("read", "in", "--threads", "1")
    #expect(one.code == 0)
    #expect(one.errors.isEmpty)
    #expect(one.text.split(separator: "\n").count == 30)
    for threads in ["2", "5"] {
      #expect(try weft("read", "in", "--threads", threads).output == one.output)
    }
    let names = try weft(shell: "find in -name '*.md' | sort -r | exec \"$0\" read - --threads 4")
    let again = try weft(shell: "find in -name '*.md' | sort -r | exec \"$0\" read - --threads 1")
    #expect(names.output == again.output)
    #expect(names.output != one.output)
  }

  @Test("Bad inputs beside good ones are named, the rest is read, and the exit code is 2")
  func badInputs() throws {
    let weft = try Self.folder()
    try weft.write("cut.tar.gz", Data([0x1F, 0x8B, 8, 0, 1, 2, 3]))
    try weft(shell: "tar czf - in | head -c 300 > short.tar.gz")
    try weft.write("r.jsonl", "{\"schema\":\"weft.report/1\"}\n")
    let result = try weft(
      "read", "absent.md", "in", "cut.tar.gz", "short.tar.gz", "r.jsonl", "--diagnostics", "d.jsonl"
    )
    #expect(result.code == 2)
    #expect(result.text.split(separator: "\n").count >= 30)
    for words in [
      "absent.md: cannot read: No such file", "cut.tar.gz: cannot read the archive",
      "short.tar.gz: cannot read the archive",
      "r.jsonl:1:1: 'document' is missing; the line was left out",
    ] {
      #expect(result.errors.contains(words), "\(words) in \(result.errors)")
    }
    let written = try String(
      contentsOf: weft.folder.appending(path: "d.jsonl"), encoding: .utf8)
    #expect(written.split(separator: "\n").count == 4)
    #expect(written.contains("\"kind\":\"badReportLine\""))
    // A name that a list gives and that is gone.
    let list = try weft(shell: "printf 'in\\nabsent.md\\n' | exec \"$0\" read -")
    #expect(list.code == 2)
    #expect(list.text.split(separator: "\n").count == 30)
    #expect(list.errors.contains("absent.md: cannot read"))
  }

  @Test("A bomb is refused before it fills anything")
  func bomb() throws {
    let weft = try Weft()
    let result = try weft(
      shell: "mkdir b; head -c 400000000 /dev/zero > b/zero.md; tar czf b.tgz b; rm -r b; "
        + "ulimit -v 4000000; exec \"$0\" read b.tgz")
    #expect(result.code == 2)
    #expect(result.errors.contains("b.tgz: unpacks to more than 250 times its own size"))
    #expect(result.output.isEmpty)
  }

  @Test("Strict: any diagnostic fails, and no graph is written")
  func strict() throws {
    let weft = try Self.folder()
    #expect(try weft("build", "in", "-o", "g.weft", "--strict").code == 0)
    // A warning: a byte that is not UTF-8.
    try weft.write(
      "in/bad.md",
      Data("### [2016-04-1](/news/2016/04/1/index.md)\n\n# Caf".utf8) + Data([0xE9, 0x0A]))
    #expect(try weft("build", "in", "-o", "h.weft").code == 0)
    let result = try weft("build", "in", "-o", "i.weft", "--strict")
    #expect(result.code == 1)
    #expect(result.errors.contains("0 errors, 1 warning in what was read"))
    #expect(!weft.exists("i.weft"))
    #expect(try weft("read", "--check", "--strict", "in").code == 1)
  }

  @Test("The summary counts what was read and names the first of each kind")
  func summary() throws {
    let weft = try Self.folder()
    try weft.write("in/empty.md", "")
    try weft.write("in/notes.txt", "nothing")
    let text = try weft("build", "in", "-o", "g.weft")
    for words in [
      "30 events, 0 entities", "read     30 event pages", "ignored  1 files",
      "1 emptyFile, the first at in/empty.md",
    ] {
      #expect(text.errors.contains(words), "\(words) in \(text.errors)")
    }
    #expect(!text.errors.contains("\u{1B}"), "no progress line without a terminal")
    let json = try weft("build", "in", "-o", "g.weft", "--format", "json")
    let object = try #require(
      JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    #expect((object["documents"] as? [String: Int])?["eventPages"] == 30)
    #expect(object["events"] as? Int == 30)
    #expect((object["diagnostics"] as? [String: Int]) == ["emptyFile": 1])
    #expect((object["firstDiagnostics"] as? [[String: Any]])?.count == 1)
  }

  @Test("The progress line stands on a terminal only, and is gone at the end")
  func progress() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return }
    let weft = try Self.folder()
    let result = try weft(
      shell: "exec script -qec \"'$0' read --check in in in 2>&1 >/dev/null\" /dev/null")
    #expect(result.text.replacing("\r", with: "").hasSuffix("\u{1B}[K"))
  }

  @Test("--as forces a format, and a wrong one is said")
  func forced() throws {
    let weft = try Self.folder()
    let page = "in/news/2016/03/1/event-1.md"
    #expect(try weft("read", "--as", "archive", page).text.contains("Event 1 happens."))
    let wrong = try weft("read", "--as", "reports", page)
    #expect(wrong.code == 2)
    #expect(wrong.errors.contains("\(page):1:1: no JSON value; the line was left out"))
    #expect(try weft("read", "--as", "xls", page).code == 64)
    #expect(try weft("read", "-", "-").code == 64)
  }

  @Test("Standard output that is full or closed ends the reading")
  func output() throws {
    let weft = try Self.folder()
    let full = try weft("read", "in", shell: "exec \"$0\" \"$@\" > /dev/full")
    #expect(full.code == 1)
    #expect(full.errors.contains("No space left on device"))
  }

  @Test("A packed file that is written to while it is read is named")
  func changes() throws {
    let weft = try Self.folder()
    // Far more than the pipe holds, so that reading waits until the file was written to.
    let result = try weft(
      shell: """
        mkdir big; i=0
        { echo '### [2016-03-1](/news/2016/03/1/index.md)'; echo; echo '# Event.'; echo; \
        head -c 60000 /dev/zero | tr '\\0' 'x'; } > big/a.md
        while [ $i -lt 200 ]; do i=$((i + 1)); ln big/a.md big/$i.md; done
        tar --hard-dereference -cf a.tar big
        { "$0" read a.tar; echo $? > code; } | { sleep 0.5; echo >> a.tar; cat > /dev/null; }
        exit $(cat code)
        """)
    #expect(result.code == 2)
    #expect(result.errors.contains("a.tar: was written to while it was read"))
  }
}
