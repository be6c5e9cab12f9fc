import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
  @Test("A good page beside a bad one is read; the bad one is named; exit code 2")
  func mixed() throws {
    let weft = try Weft()
    try weft.write("in/a-storm.md", Weft.page)
    try weft.write("in/cut.md", String(Weft.page.dropLast(40)))
    try weft.write("in/empty.md", "")
    try weft.write("in/binary.md", Data([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3]))
    try weft.write("in/prose.md", "Once upon a time.")
    var bytes = Data(Weft.page.utf8)
    bytes.append(contentsOf: [0xFF, 0xC3, 0x28, 0x80])
    try weft.write("in/invalid.md", bytes)
    let result = try weft("build", "in", "-o", "g.weft")
    #expect(result.code == 2)
    for place in [
      "in/cut.md:7:4: this related entry is no whole link", "in/empty.md: the file is empty",
      "in/binary.md: not text but binary data", "in/prose.md: neither an event page",
    ] {
      #expect(result.errors.contains(place), "\(place) in \(result.errors)")
    }
    #expect(result.errors.contains("in/invalid.md:"))
    #expect(weft.exists("g.weft"))
    #expect(!weft.exists("g.weft.partial"))
  }

  @Test("A misspelled command is named, with the one that is meant; exit code 64")
  func misspelledCommand() throws {
    let weft = try Weft()
    let result = try weft("serch", "paris")
    #expect(result.code == 64)
    #expect(result.errors.contains("'serch'") && result.errors.contains("'search'"))
    #expect(try weft("help", "bogus").code == 64)
    #expect(try weft("help", "search").code == 0)
  }

  @Test("Nothing to read is a failure that writes nothing")
  func nothing() throws {
    let weft = try Weft()
    try weft.write("in/notes.txt", "nothing here")
    for input in ["in", "absent", "in/notes.txt"] {
      let result = try weft("build", input, "-o", "g.weft")
      #expect(result.code == 1)
      #expect(result.errors.contains(input))
      #expect(!weft.exists("g.weft"))
    }
  }

  @Test("Symbolic links: a circle ends, a link inside a folder is named and not followed")
  func links() throws {
    let weft = try Weft()
    try weft.write("in/a-storm.md", Weft.page)
    let links = [("in/loop", "../in"), ("in/self", "self"), ("in/out.md", "/etc/hostname")]
    for (link, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: weft.folder.appending(path: link).path, withDestinationPath: target)
    }
    let result = try weft("build", "in", "-o", "g.weft")
    #expect(result.code == 0)
    for (link, _) in links { #expect(result.errors.contains("\(link): symbolic links")) }
    let loop = try weft("build", "in/self", "-o", "h.weft")
    #expect(loop.code == 1)
    #expect(loop.errors.contains("circle"))
  }

  @Test("A file that may not be read is named", .disabled(if: getuid() == 0, "root may read all"))
  func unreadable() throws {
    let weft = try Weft()
    try weft.write("in/a-storm.md", Weft.page)
    try weft.write("in/secret.md", Weft.page)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: weft.folder.appending(path: "in/secret.md").path)
    let result = try weft("build", "in", "-o", "g.weft")
    #expect(result.code == 2)
    #expect(result.errors.contains("in/secret.md: cannot read"))
  }

  @Test("A line of 100 MB is refused as a title and the build goes on")
  func longLine() throws {
    let weft = try Weft()
    try weft.write("in/a-storm.md", Weft.page)
    try weft.write(
      "in/long.md",
      Data("### [2016-03-1](/news/2016/03/1/index.md)\n\n# ".utf8)
        + Data(repeating: 0x78, count: 100_000_000))
    let result = try weft("build", "in", "-o", "g.weft")
    #expect(result.code == 2)
    #expect(result.errors.contains("in/long.md:3:3: a text of 100000000 bytes"))
  }

  @Test("A disk that fills up leaves the old graph as it was")
  func fullDisk() throws {
    let weft = try Weft()
    try weft.write("in/a-storm.md", Weft.page)
    #expect(try weft("build", "in", "-o", "g.weft").code == 0)
    let before = try Data(contentsOf: weft.folder.appending(path: "g.weft"))
    // A limit of 8 blocks a file stands for the full disk, and its signal is ignored as there.
    let result = try weft(
      "build", Weft.examples, "-o", "g.weft", shell: #"trap '' XFSZ; ulimit -f 8; exec "$0" "$@""#)
    #expect(result.code == 1)
    #expect(result.errors.contains("g.weft"))
    #expect(try Data(contentsOf: weft.folder.appending(path: "g.weft")) == before)
    #expect(!weft.exists("g.weft.partial"))
    let export = try weft("export", "--graph", "g.weft", "-o", "/dev/full")
    #expect(export.code == 1)
    #expect(export.errors.contains("No space left on device"))
    let piped = try weft("export", "--graph", "g.weft", shell: #""$0" "$@" > /dev/full"#)
    #expect(piped.code == 1)
  }

  @Test("A graph file that is none is told from a missing, a newer and a damaged one")
  func graphFiles() throws {
    let weft = try Weft()
    #expect(try weft("build", Weft.examples, "-o", "g.weft").code == 0)
    let good = try Data(contentsOf: weft.folder.appending(path: "g.weft"))
    try weft.write("text.weft", "this is no graph")
    var newer = good
    newer[63] = 99  // the schema version in SQLite's header
    try weft.write("newer.weft", newer)
    try weft.write("cut.weft", good.prefix(good.count / 2))
    try weft.write(
      "foreign.weft",
      {
        var foreign = good
        foreign.replaceSubrange(68..<72, with: [0, 0, 0, 0])
        return foreign
      }())
    for (file, words) in [
      ("absent.weft", "weft build"), ("text.weft", "not a"), ("newer.weft", "newer"),
      ("foreign.weft", "not a"), ("cut.weft", "damaged"),
    ] {
      let result = try weft("stats", "--graph", file)
      #expect(result.code == 1, "\(file): \(result.errors)")
      #expect(result.errors.contains(file))
      #expect(result.errors.contains(words), "\(file): \(result.errors)")
      #expect(result.output.isEmpty)
    }
  }

  @Test("A second build of the same file is refused while the first writes")
  func twoBuilds() throws {
    let weft = try Weft()
    try weft.write("in/a-storm.md", Weft.page)
    let partial = weft.folder.appending(path: "g.weft.partial").path
    try weft.write("g.weft.partial", "")
    let descriptor = open(partial, O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let refused = try weft("build", "in", "-o", "g.weft")
    #expect(refused.code == 1)
    #expect(refused.errors.contains("another weft is writing it"))
    close(descriptor)
    #expect(try weft("build", "in", "-o", "g.weft").code == 0)
  }

  @Test("Usage mistakes end with 64")
  func usage() throws {
    let weft = try Weft()
    for arguments in [
      ["build"], ["build", "x", "--threads", "0"], ["frobnicate"], ["export", "--format", "xls"],
    ] {
      let result = try weft(shell: #"exec "$0" "# + arguments.joined(separator: " "))
      #expect(result.code == 64, "\(arguments)")
    }
  }

  @Test("Devices and pipes do not hang a build; standard input is read")
  func specialFiles() throws {
    let weft = try Weft()
    try weft.write("page.md", Weft.page)
    try weft.write("tree/a-storm.md", Weft.page)
    for pipe in ["pipe.md", "tree/pipe.md"] {
      #expect(mkfifo(weft.folder.appending(path: pipe).path, 0o600) == 0)
    }
    for (input, words) in [("/dev/zero", "no regular file"), ("pipe.md", "the file is empty")] {
      let result = try weft("build", input, "-o", "g.weft")
      #expect(result.code == 1)
      #expect(result.errors.contains("\(input): \(words)"), "\(result.errors)")
    }
    let tree = try weft("build", "tree", "-o", "g.weft")
    #expect(tree.code == 2)
    #expect(tree.errors.contains("tree/pipe.md: no regular file"))
    for input in ["-", "/dev/stdin"] {
      let piped = try weft(
        "build", input, "-o", "g.weft",
        shell: #"{ head -c 40 page.md; sleep 0.2; tail -c +41 page.md; } | "$0" "$@""#)
      #expect(piped.code == 0, "\(piped.errors)")
    }
    #expect(try weft("events", "--graph", "g.weft").text.contains("a-storm-closes-the-port.md"))
  }

  @Test("A graph is not written over something else, nor to standard output")
  func foreignOutput() throws {
    let weft = try Weft()
    try weft.write("page.md", Weft.page)
    let result = try weft("build", "page.md", "-o", "page.md")
    #expect(result.code == 1)
    #expect(result.errors.contains("page.md: holds something else than a graph"))
    #expect(try Data(contentsOf: weft.folder.appending(path: "page.md")) == Data(Weft.page.utf8))
    #expect(try weft("build", "page.md", "-o", "-").code == 64)
    #expect(!weft.exists("-"))
    #expect(mkfifo(weft.folder.appending(path: "pipe").path, 0o600) == 0)
    #expect(try weft("build", "page.md", "-o", "pipe").code == 1)
    try weft.write("empty.weft", "")
    #expect(try weft("build", "page.md", "-o", "empty.weft").code == 0)
    #expect(try weft("build", "page.md", "-o", "empty.weft").code == 0)
  }
}
