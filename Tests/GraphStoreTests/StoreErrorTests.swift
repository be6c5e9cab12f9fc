internal import EventGraph
internal import FileIO
internal import Glibc
internal import GraphStore
internal import Testing

@Suite("Graph files that cannot be opened or written")
struct StoreErrorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func reason(_ body: () throws -> Void) -> StoreError.Reason? {
    do { try body() } catch let error as StoreError { return error.reason } catch {
      Issue.record("not a StoreError: \(error)")
    }
    return nil
  }

  private func reasonOfOpening() -> StoreError.Reason? {
    reason {
      let store = try GraphStore(opening: folder.file())
      _ = try store.graph()
    }
  }

  private func isDamaged(_ reason: StoreError.Reason?) -> Bool {
    if case .damaged = reason { return true }
    return false
  }

  private func graphBytes() throws -> [UInt8] {
    try GraphStore.write(SyntheticGraph.make(seed: 1), to: folder.file())
    return try readBytes(folder.file())
  }

  @Test("A missing file says how to build one")
  func missing() {
    #expect(reasonOfOpening() == .missing)
    #expect("\(StoreError(.missing, path: "a.weft"))".contains("weft build"))
  }

  @Test("A folder cannot be opened")
  func isFolder() {
    #expect(reason { _ = try GraphStore(opening: folder.path) } == .unreadable)
  }

  @Test("An empty file is damaged; a text is no graph")
  func foreign() throws {
    try writeBytes([], to: folder.file())
    #expect(isDamaged(reasonOfOpening()))
    try writeBytes(Array(String(repeating: "news ", count: 400).utf8), to: folder.file())
    #expect(reasonOfOpening() == .notAGraph)
  }

  @Test("Another program's SQLite file is no graph; other versions are told apart")
  func header() throws {
    var bytes = try graphBytes()
    bytes[63] = 9
    try writeBytes(bytes, to: folder.file())
    #expect(reasonOfOpening() == .newer(version: 9))
    bytes[63] = 0
    try writeBytes(bytes, to: folder.file())
    #expect(reasonOfOpening() == .older(version: 0))
    bytes[63] = 2
    bytes[70] = 0
    try writeBytes(bytes, to: folder.file())
    #expect(reasonOfOpening() == .notAGraph)
  }

  @Test("A file that is cut short is damaged, wherever it is cut")
  func truncated() throws {
    let bytes = try graphBytes()
    for length in [1000, 8192, 20000, bytes.count / 2, bytes.count - 8192, bytes.count - 1] {
      try writeBytes(Array(bytes[..<length]), to: folder.file())
      #expect(isDamaged(reasonOfOpening()), "cut at \(length)")
    }
  }

  @Test("Overwritten pages give an error or the graph, never a crash", arguments: UInt64(0)..<60)
  func overwritten(seed: UInt64) throws {
    var bytes = try graphBytes()
    var random = SplitMix64(state: seed)
    for _ in 0..<20 {
      bytes[Int.random(in: 100..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    let page = Int.random(in: 1..<bytes.count / 8192, using: &random) * 8192
    if seed % 2 == 0 {
      for k in page..<page + 200 { bytes[k] = UInt8.random(in: 0...255, using: &random) }
    }
    try writeBytes(bytes, to: folder.file())
    do {
      let store = try GraphStore(opening: folder.file())
      _ = try store.statistics()
      _ = try store.search("Syria")
      _ = try store.lookup("Syria Russia nothing")
      _ = try store.neighbors(of: NodeIndex(0), depth: 2)
      _ = try store.graph()
    } catch {
      // An error is an answer too; its type says that it names the file.
    }
  }

  @Test("A device cannot hold a graph")
  func device() {
    let graph = SyntheticGraph.make(seed: 1)
    #expect(reason { try GraphStore.write(graph, to: "/dev/full") } == .notSeekable)
  }

  @Test("A full disk is told, and the old file stays")
  func full() async throws {
    let old = try graphBytes()
    await #expect(processExitsWith: .success) {
      // The limit stands in for a full disk: writing past it fails in the same place.
      let folder = try TemporaryFolder()
      try GraphStore.write(SyntheticGraph.make(seed: 1), to: folder.file())
      let old = try readBytes(folder.file())
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 300_000, rlim_max: 300_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      do {
        try GraphStore.write(
          SyntheticGraph.make(seed: 2, nodes: 3000, edges: 9000), to: folder.file())
        exit(3)
      } catch is StoreError {
        let now = try readBytes(folder.file())
        let isClean = access(folder.file("graph.weft.partial"), F_OK) != 0
        folder.remove()
        exit(now == old && isClean ? 0 : 4)
      }
    }
    #expect(try readBytes(folder.file()) == old)
  }

  @Test("A writer that is killed leaves the old file, and the next one is not hindered")
  func killed() throws {
    let old = try graphBytes()
    // What a killed writer leaves: its partial file, unlocked.
    try writeBytes(Array(repeating: 7, count: 50_000), to: folder.file("graph.weft.partial"))
    #expect(try readBytes(folder.file()) == old)
    let graph = SyntheticGraph.make(seed: 9)
    try GraphStore.write(graph, to: folder.file())
    #expect(try contents(GraphStore(opening: folder.file()).graph()) == contents(graph))
    #expect(access(folder.file("graph.weft.partial"), F_OK) != 0)
  }

  @Test("An open store keeps its file while another replaces it")
  func replaced() throws {
    let first = SyntheticGraph.make(seed: 1)
    try GraphStore.write(first, to: folder.file())
    let store = try GraphStore(opening: folder.file())
    try GraphStore.write(SyntheticGraph.make(seed: 2), to: folder.file())
    #expect(try contents(store.graph()) == contents(first))
  }

  @Test("Two writers of one file: the second is told")
  func twoWriters() throws {
    let output = try OutputFile(folder.file())
    #expect(throws: FileError.self) {
      try GraphStore.write(SyntheticGraph.make(seed: 1), to: folder.file())
    }
    _ = output.path
  }
}
