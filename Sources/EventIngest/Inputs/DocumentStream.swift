internal import Crypto
internal import EventGraph
internal import FileIO
internal import Synchronization

/// Reads every document of some inputs on several threads and hands each reading on.
public struct DocumentStream: Sendable {
  /// The largest file that is read as a page; a larger one is named and left out.
  public static let maximumFileSize = 1 << 28

  /// What was read, added up over all threads.
  public struct Summary: Sendable {
    public var eventPages = 0
    public var dayIndexes = 0
    /// Days of the Current Events portal in wikitext.
    public var wikitextDays = 0
    /// Pages of the Current Events portal in HTML.
    public var htmlDays = 0
    /// News articles, plain or in HTML.
    public var articles = 0
    /// `README.md` files that repeat the `index.md` beside them.
    public var twins = 0
    public var ignoredFiles = 0
    public var bytes = 0
    /// Sorted.
    public var diagnostics: [Diagnostic] = []

    mutating func add(_ other: Summary) {
      eventPages += other.eventPages
      dayIndexes += other.dayIndexes
      wikitextDays += other.wikitextDays
      htmlDays += other.htmlDays
      articles += other.articles
      twins += other.twins
      ignoredFiles += other.ignoredFiles
      bytes += other.bytes
      diagnostics += other.diagnostics
    }
  }

  /// A document as it is handed on; valid only while the call lasts.
  public struct Item: ~Escapable {
    public let bytes: Span<UInt8>
    public let reading: Reading
    /// The file as the user named it.
    public let file: String
    /// 32 bytes.
    public let sha256: [UInt8]

    @_lifetime(copy bytes)
    init(bytes: Span<UInt8>, reading: Reading, file: String, sha256: [UInt8]) {
      self.bytes = bytes
      self.reading = reading
      self.file = file
      self.sha256 = sha256
    }

    public func string(_ fact: TextFact) -> String { reading.string(of: fact, in: bytes) }
  }

  private let walk: InputWalk
  private let format: DocumentFormat?

  /// - Parameters:
  ///   - inputs: Files, folders or trees. A missing one becomes a diagnostic.
  ///   - format: What every document is read as; nil to choose by content.
  public init(_ inputs: [String], as format: DocumentFormat? = nil) {
    walk = InputWalk(inputs)
    self.format = format
  }

  public var fileCount: Int { walk.fileCount }

  /// Reads all documents; which thread gets which is left to chance, so what the consumers make of
  /// them must not depend on it.
  ///
  /// - Parameters:
  ///   - consumers: One for each thread; each is used by one thread at a time.
  ///   - consume: Called once for each document that holds a report.
  public func read<Consumer: Sendable>(
    into consumers: inout [Consumer],
    _ consume: @escaping @Sendable (inout Consumer, borrowing Item) -> Void
  ) -> Summary {
    let next = Atomic<Int>(0)
    let slots = consumers.map { WorkerSlot($0) }
    let folders = walk.folders
    let format = format
    withWorkers(slots.count) { number in
      slots[number].state.withLock { state in
        var worker = DocumentWorker<Consumer>(format: format, consume: consume)
        var buffer: [UInt8] = []
        while true {
          let k = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard k < folders.count else { break }
          worker.read(folders[k], &buffer, &state.consumer)
        }
        state.summary = worker.summary
      }
    }
    var summary = Summary()
    for (number, slot) in slots.enumerated() {
      slot.state.withLock { state in
        consumers[number] = state.consumer
        summary.add(state.summary)
      }
    }
    summary.ignoredFiles += walk.ignoredCount
    summary.diagnostics += walk.diagnostics
    summary.diagnostics.sort()
    return summary
  }
}

/// A thread's consumer and counts. The lock is held by that thread for the whole time and never
/// waited for; it is what lets the compiler see that nothing is shared.
private final class WorkerSlot<Consumer: Sendable>: Sendable {
  struct State {
    var consumer: Consumer
    var summary = DocumentStream.Summary()
  }

  let state: Mutex<State>
  init(_ consumer: Consumer) { state = Mutex(State(consumer: consumer)) }
}

/// One thread's loop over the files of a folder, with its buffers.
private struct DocumentWorker<Consumer: Sendable>: ~Copyable {
  let format: DocumentFormat?
  let consume: @Sendable (inout Consumer, borrowing DocumentStream.Item) -> Void
  var summary = DocumentStream.Summary()
  private var reading = Reading()
  /// Whether a file that is no document is left out without a word: one that a tree holds and whose
  /// name promises nothing.
  private var isIgnorable = false

  init(
    format: DocumentFormat?,
    consume: @escaping @Sendable (inout Consumer, borrowing DocumentStream.Item) -> Void
  ) {
    self.format = format
    self.consume = consume
  }

  mutating func read(
    _ folder: InputWalk.Folder, _ buffer: inout [UInt8], _ consumer: inout Consumer
  ) {
    let limit = DocumentStream.maximumFileSize
    var indexHash: [UInt8] = []
    do {
      if folder.isSingleFile {
        // Its folder need not be one that may be listed.
        for name in folder.names {
          let file = folder.file(name)
          let size = try readFile(file, into: &buffer, limit: limit)
          readDocument(size, buffer, name: name, file: file, &indexHash, &consumer)
        }
        return
      }
      let directory = try Directory(folder.path)
      for name in folder.names {
        isIgnorable = !folder.isSingleFile && !InputWalk.promisesDocument(name)
        do {
          let size = try directory.readFile(name, into: &buffer, limit: limit)
          readDocument(
            size, buffer, name: name, file: folder.file(name), &indexHash, &consumer)
        } catch {
          summary.diagnostics.append(Diagnostic(.unreadableFile, error))
        }
      }
    } catch {
      summary.diagnostics.append(Diagnostic(.unreadableFile, error))
    }
  }

  private mutating func readDocument(
    _ size: Int, _ buffer: borrowing [UInt8], name: String, file: String,
    _ indexHash: inout [UInt8], _ consumer: inout Consumer
  ) {
    guard size <= DocumentStream.maximumFileSize else {
      summary.diagnostics.append(
        Diagnostic(
          .fileTooLarge, file: file,
          "larger than \(DocumentStream.maximumFileSize) bytes, which no page is; it was left out"))
      return
    }
    let hash = buffer.withUnsafeBytes {
      Array(SHA256.hash(data: UnsafeRawBufferPointer(rebasing: $0[..<size])))
    }
    if name == "index.md" { indexHash = hash }
    if name == "README.md", hash == indexHash {
      summary.twins += 1
    } else {
      accept(buffer.span.extracting(..<size), sha256: hash, file: file, &consumer)
    }
  }

  private mutating func accept(
    _ bytes: Span<UInt8>, sha256: [UInt8], file: String, _ consumer: inout Consumer
  ) {
    var current = Reading()
    swap(&current, &reading)
    current.clear()
    let used = DocumentReader.read(bytes, file: file, as: format, into: &current)
    if used == nil, isIgnorable {
      summary.ignoredFiles += 1
      current.diagnostics.removeAll()
    }
    summary.bytes += bytes.count
    switch current.format {
    case .eventPage: summary.eventPages += 1
    case .dayIndex: summary.dayIndexes += 1
    case .currentEventsWikitext: summary.wikitextDays += 1
    case .currentEventsHTML: summary.htmlDays += 1
    case .articleText, .articleHTML: summary.articles += 1
    case nil: break
    }
    summary.diagnostics += current.diagnostics
    let item = DocumentStream.Item(bytes: bytes, reading: current, file: file, sha256: sha256)
    if !item.reading.reports.isEmpty || item.reading.article != nil { consume(&consumer, item) }
    reading = item.reading
  }
}
