internal import EventGraph
internal import FileIO

/// Hands out what is to be read, piece by piece and in order, to the threads that parse it.
///
/// Whoever asks reads his own piece into his own buffer while the others parse theirs: one thread at a
/// time reads and unpacks, nothing is queued, and no more is in memory than a piece a thread. Files
/// of a folder are only named, so that all threads open them.
struct InputReader {
  enum Piece: Sendable {
    case folder(InputWalk.Folder)
    /// Documents in the buffer.
    case documents([Document])
    /// Lines of reports in the buffer.
    case lines(file: String, first: Int)
  }

  struct Document: Sendable {
    /// The file as the user named it, `ARCHIVE!/ENTRY` for an entry.
    var file: String
    /// What the document is called where it does not say so itself.
    var name: String
    var range: Range<Int>
    var isIgnorable: Bool
  }

  private enum Open {
    case container(ContainerReader)
    case lines(LineChunks)
  }

  /// How much of a file is looked at to tell what it is.
  private static let headBytes = 1 << 16

  private var walk: InputWalk
  private let format: DocumentFormat?
  private let limits: ContainerLimits
  private var open: Open?
  /// Names of inputs that standard input gives.
  private var names: LineChunks?
  private var pendingNames: [String] = []
  private var pieceCount = 0
  private var ownDiagnostics: [Diagnostic] = []
  private var unpackedIgnored = 0

  init(_ walk: InputWalk, as format: DocumentFormat?, limits: ContainerLimits) {
    self.walk = walk
    self.format = format
    self.limits = limits
  }

  var diagnostics: [Diagnostic] { ownDiagnostics + walk.diagnostics }
  var ignoredCount: Int { unpackedIgnored + walk.ignoredCount }

  /// The next piece and its number, from 0; nil at the end.
  mutating func next(
    _ buffer: inout [UInt8], _ progress: ReadingProgress
  ) -> (number: Int, piece: Piece)? {
    while !progress.isStopped {
      let piece: Piece?
      if open != nil {
        piece = nextOfOpen(&buffer)
        if case .container(let container) = open {
          progress.noteArchive(used: container.bytesUsed, of: container.size)
        }
      } else {
        addName(&buffer)
        guard let step = walk.next() else {
          if names == nil, pendingNames.isEmpty { return nil }
          continue
        }
        switch step {
        case .folder(let folder): piece = .folder(folder)
        case .file(let path, let isInTree): piece = start(path, isInTree: isInTree, &buffer)
        }
      }
      if let piece {
        pieceCount += 1
        return (pieceCount - 1, piece)
      }
    }
    return nil
  }

  // MARK: What is open

  private mutating func nextOfOpen(_ buffer: inout [UInt8]) -> Piece? {
    switch open {
    case .container(var container):
      open = nil
      let documents = container.next(into: &buffer)
      if documents.isEmpty {
        ownDiagnostics += container.diagnostics
        unpackedIgnored += container.ignoredCount
        return nil
      }
      let file = container.file
      open = .container(container)
      return .documents(
        documents.map {
          Document(
            file: "\(file)!/\($0.path)", name: $0.path, range: $0.range,
            isIgnorable: $0.isIgnorable)
        })
    case .lines(var lines):
      open = nil
      do {
        guard let first = try lines.next(into: &buffer, limit: DocumentStream.maximumFileSize)
        else {
          finish(lines.source)
          return nil
        }
        let file = lines.source.file
        open = .lines(lines)
        return .lines(file: file, first: first)
      } catch {
        ownDiagnostics.append(error)
        // A line that is too long does not end the file; anything else does.
        if error.kind == .badReportLine { open = .lines(lines) }
        return nil
      }
    case nil: return nil
    }
  }

  private mutating func finish(_ source: ByteSource) {
    ownDiagnostics += source.diagnostics
    if source.hasChanged { ownDiagnostics.append(.changed(source.file)) }
  }

  // MARK: Opening

  private mutating func start(_ path: String, isInTree: Bool, _ buffer: inout [UInt8]) -> Piece? {
    // A file that is written to meanwhile is read once more.
    for isSecondTime in [false, true] {
      do {
        let stream = try ByteStream(path, followsLinks: !isInTree)
        let head: ArraySlice<UInt8>
        do { head = try stream.peek(Self.headBytes) } catch {
          throw Diagnostic(.unreadableFile, error)
        }
        var source = ByteSource.stream(stream)
        if ContainerReader.accepts(head), !isInTree {
          let container: ContainerReader
          do { container = try ContainerReader(stream, limits: limits) } catch {
            throw Diagnostic(
              .unreadableFile, file: path, "cannot read the archive: \(error.message); get it anew")
          }
          guard container.isSingleFile else {
            open = .container(container)
            return nil
          }
          source = .compressed(container)
        } else if path == "-", format == nil, namesFile(head) {
          names = LineChunks(source, head: [])
          return nil
        }
        let document = try readWhole(&source, &buffer)
        if document == nil, open != nil { return nil }
        if source.hasChanged {
          if isSecondTime { throw Diagnostic.changed(path) }
          continue
        }
        ownDiagnostics += source.diagnostics
        return document.map { .documents([$0]) }
      } catch let error as FileError {
        ownDiagnostics.append(Diagnostic(.unreadableFile, error))
        return nil
      } catch let error as Diagnostic {
        ownDiagnostics.append(error)
        return nil
      } catch {
        return nil
      }
    }
    return nil
  }

  /// A document of one file; nil where it turns out to be lines of reports, which are opened, or too
  /// large.
  private mutating func readWhole(
    _ source: inout ByteSource, _ buffer: inout [UInt8]
  ) throws -> Document? {
    buffer.removeAll(keepingCapacity: true)
    var isLooked = false
    while true {
      if buffer.count >= Self.headBytes, !isLooked {
        isLooked = true
        if (format ?? DocumentFormat.detect(buffer.span, file: source.file)) == .reportJSONL {
          open = .lines(LineChunks(source, head: buffer))
          buffer.removeAll()
          return nil
        }
      }
      if try source.append(to: &buffer) == 0 { break }
      guard buffer.count <= DocumentStream.maximumFileSize else {
        throw Diagnostic.tooLarge(source.file)
      }
    }
    return Document(
      file: source.file, name: source.name, range: 0..<buffer.count, isIgnorable: false)
  }

  // MARK: Names on standard input

  /// Whether the first line names something that exists, which no document's first line does.
  private func namesFile(_ head: ArraySlice<UInt8>) -> Bool {
    let line = head.prefix { $0 != 10 }
    guard !line.isEmpty, line.count <= 4096, !line.contains(0) else { return false }
    return (try? entryKind(of: Self.name(line))) != nil
  }

  private static func name(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
  }

  private mutating func addName(_ buffer: inout [UInt8]) {
    guard walk.isBetweenInputs else { return }
    while pendingNames.isEmpty, var lines = names {
      names = nil
      do {
        guard try lines.next(into: &buffer, limit: 1 << 20) != nil else { break }
        names = lines
        pendingNames = buffer.split(separator: 10).map { Self.name($0) }.filter { !$0.isEmpty }
          .reversed()
      } catch {
        ownDiagnostics.append(error)
        if error.kind == .badReportLine { names = lines }
      }
    }
    if let name = pendingNames.popLast() {
      // Standard input is what gives the names.
      if name == "-" { walk.push("./-") } else { walk.push(name) }
    }
  }
}
