internal import EventGraph
internal import FileIO
internal import Synchronization

/// Reads every document of some inputs on several threads and hands each reading on.
public struct DocumentStream: Sendable {
  /// The largest file that is read as a page; a larger one is named and left out.
  public static let maximumFileSize = 1 << 28

  /// What was read, added up over all threads.
  public struct Summary: Sendable {
    /// Documents by what they turned out to be.
    public var formats: [Reading.Format: Int] = [:]
    /// Lines of reports that were read back.
    public var reportLines = 0
    /// `README.md` files that repeat the `index.md` beside them.
    public var twins = 0
    public var ignoredFiles = 0
    public var bytes = 0
    /// Sorted.
    public var diagnostics: [Diagnostic] = []

    mutating func add(_ other: Summary) {
      formats.merge(other.formats, uniquingKeysWith: +)
      reportLines += other.reportLines
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
    /// The file as the user named it, `ARCHIVE!/ENTRY` for an entry of an archive.
    public let file: String
    /// What the document is called where it does not say so itself.
    public let name: String
    /// 32 bytes.
    public let sha256: [UInt8]
    /// Which report of its document this is, from 1; nil where the item holds all of them.
    public let part: Int?
    /// Number of the piece of input that the document came with: input order, whatever the threads.
    public let piece: Int

    @_lifetime(copy bytes)
    init(
      bytes: Span<UInt8>, reading: Reading, file: String, name: String, sha256: [UInt8],
      part: Int? = nil, piece: Int
    ) {
      self.bytes = bytes
      self.reading = reading
      self.file = file
      self.name = name
      self.sha256 = sha256
      self.part = part
      self.piece = piece
    }

    public func string(_ fact: TextFact) -> String { reading.string(of: fact, in: bytes) }

    /// The document's path in the archive, else what it is called.
    public var path: String { reading.documentPath.map { string($0) } ?? name }
  }

  private let inputs: [String]
  private let format: DocumentFormat?
  private let limits: ContainerLimits

  /// - Parameters:
  ///   - inputs: Files, folders, archives of them (tar, zip, compressed or not), and `-` for standard
  ///     input, which gives a document, an archive, or names of inputs, one a line. A missing one
  ///     becomes a diagnostic.
  ///   - format: What every document is read as; nil to choose by content.
  public init(_ inputs: [String], as format: DocumentFormat? = nil) {
    self.init(inputs, as: format, limits: ContainerLimits())
  }

  init(_ inputs: [String], as format: DocumentFormat?, limits: ContainerLimits) {
    self.inputs = inputs
    self.format = format
    self.limits = limits
  }

  /// How many files the inputs hold now, without reading any.
  public func countFiles() -> Int {
    var walk = InputWalk(inputs)
    var count = 0
    while let step = walk.next() { count += step.fileCount }
    return count
  }

  /// Reads all documents; which thread gets which is left to chance, so what the consumers make of
  /// them must not depend on it, but by the numbers of their pieces.
  ///
  /// - Parameters:
  ///   - consumers: One for each thread; each is used by one thread at a time.
  ///   - progress: Counts what was read, for whoever watches.
  ///   - finish: Called behind the last document of each piece of the input, with its number; pieces
  ///     are numbered from 0 in the order of the inputs. False ends the reading.
  ///   - consume: Called once for each document that holds a report, and for each report that is
  ///     read back.
  public func read<Consumer: Sendable>(
    into consumers: inout [Consumer], progress: ReadingProgress = ReadingProgress(),
    finish: @escaping @Sendable (inout Consumer, Int) -> Bool = { _, _ in true },
    _ consume: @escaping @Sendable (inout Consumer, borrowing Item) -> Void
  ) -> Summary {
    let slots = consumers.map { WorkerSlot($0) }
    let (format, limits, inputs) = (format, limits, inputs)
    let reader = Mutex(InputReader(InputWalk(inputs), as: format, limits: limits))
    withWorkers(slots.count) { number in
      slots[number].state.withLock { state in
        var worker = DocumentWorker<Consumer>(format: format, consume: consume)
        var buffer: [UInt8] = []
        var known = 0
        while !progress.isStopped, let next = reader.withLock({ $0.next(&buffer, progress) }) {
          worker.read(next.piece, number: next.number, &buffer, &state.consumer)
          progress.add(documents: worker.documentCount - known)
          known = worker.documentCount
          if !finish(&state.consumer, next.number) { progress.stop() }
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
    reader.withLock {
      summary.ignoredFiles += $0.ignoredCount
      summary.diagnostics += $0.diagnostics
    }
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

/// How far a reading is, for another thread to look at; and the means to end it.
public final class ReadingProgress: Sendable {
  private let documents = Atomic<Int>(0)
  private let used = Atomic<Int>(0)
  private let size = Atomic<Int>(0)
  private let stopped = Atomic<Bool>(false)

  public init() {}

  public var documentCount: Int { documents.load(ordering: .relaxed) }

  /// How much of the archive or compressed file that is read now was used, 0 … 1; nil where none is
  /// or its size is not known.
  public var shareOfArchive: Double? {
    let size = size.load(ordering: .relaxed)
    return size > 0 ? min(1, Double(used.load(ordering: .relaxed)) / Double(size)) : nil
  }

  public var isStopped: Bool { stopped.load(ordering: .relaxed) }
  func stop() { stopped.store(true, ordering: .relaxed) }
  func add(documents count: Int) { documents.wrappingAdd(count, ordering: .relaxed) }

  func noteArchive(used: Int, of size: Int?) {
    self.used.store(used, ordering: .relaxed)
    self.size.store(size ?? 0, ordering: .relaxed)
  }
}
