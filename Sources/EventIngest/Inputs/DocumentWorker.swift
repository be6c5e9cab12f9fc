internal import Crypto
internal import EventGraph
internal import FileIO

/// One thread's reading: from pieces of input to readings, with the buffers that are used again.
struct DocumentWorker<Consumer: Sendable>: ~Copyable {
  let format: DocumentFormat?
  let consume: @Sendable (inout Consumer, borrowing DocumentStream.Item) -> Void
  var summary = DocumentStream.Summary()
  private(set) var documentCount = 0
  private var reading = Reading()
  private var lines = ReportLineReader()
  private var piece = 0

  init(
    format: DocumentFormat?,
    consume: @escaping @Sendable (inout Consumer, borrowing DocumentStream.Item) -> Void
  ) {
    self.format = format
    self.consume = consume
  }

  /// - Parameter buffer: What the piece speaks of; for a folder, room to read its files into.
  mutating func read(
    _ piece: InputReader.Piece, number: Int, _ buffer: inout [UInt8], _ consumer: inout Consumer
  ) {
    self.piece = number
    switch piece {
    case .folder(let folder): read(folder, &buffer, &consumer)
    case .documents(let documents):
      for document in documents {
        accept(
          buffer.span.extracting(document.range), file: document.file, name: document.name,
          isIgnorable: document.isIgnorable, &consumer)
      }
    case .lines(let file, let first):
      readLines(buffer.span, file: file, first: first, &consumer)
    }
  }

  private mutating func read(
    _ folder: InputWalk.Folder, _ buffer: inout [UInt8], _ consumer: inout Consumer
  ) {
    let limit = DocumentStream.maximumFileSize
    var indexHash: [UInt8] = []
    do {
      let directory = try Directory(folder.path, followsLinks: folder.isRoot)
      for name in folder.names {
        let file = folder.file(name)
        do {
          guard let size = try directory.readFile(name, into: &buffer, limit: limit) else {
            summary.diagnostics.append(.changed(file))
            continue
          }
          guard size <= limit else {
            summary.diagnostics.append(.tooLarge(file))
            continue
          }
          let bytes = buffer.span.extracting(..<size)
          var hash: [UInt8]?
          if name == "index.md" {
            indexHash = contentHash(bytes)
            hash = indexHash
          } else if name == "README.md", !indexHash.isEmpty {
            hash = contentHash(bytes)
            if hash == indexHash {
              summary.twins += 1
              documentCount += 1
              continue
            }
          }
          accept(
            bytes, sha256: hash, file: file, name: file,
            isIgnorable: !InputWalk.promisesDocument(name), &consumer)
        } catch {
          summary.diagnostics.append(Diagnostic(.unreadableFile, error))
        }
      }
    } catch {
      summary.diagnostics.append(Diagnostic(.unreadableFile, error))
    }
  }

  private mutating func accept(
    _ bytes: Span<UInt8>, sha256: [UInt8]? = nil, file: String, name: String, isIgnorable: Bool,
    _ consumer: inout Consumer
  ) {
    documentCount += 1
    summary.bytes += bytes.count
    var current = Reading()
    swap(&current, &reading)
    current.clear()
    let used = format ?? DocumentFormat.detect(bytes, file: file)
    if used == .reportJSONL {
      documentCount -= 1
      summary.bytes -= bytes.count
      reading = current
      return readLines(bytes, file: file, first: 1, &consumer)
    }
    if used == nil, isIgnorable {
      summary.ignoredFiles += 1
      reading = current
      return
    }
    DocumentReader.read(bytes, file: file, as: used, into: &current)
    if let format = current.format { summary.formats[format, default: 0] += 1 }
    summary.diagnostics += current.diagnostics
    if current.reports.isEmpty, current.article == nil {
      reading = current
      return
    }
    let item = DocumentStream.Item(
      bytes: bytes, reading: current, file: file, name: name,
      sha256: sha256 ?? contentHash(bytes), piece: piece)
    consume(&consumer, item)
    reading = item.reading
  }

  /// Lines of reports, each of which is handed on as an item of its own.
  private mutating func readLines(
    _ bytes: Span<UInt8>, file: String, first: Int, _ consumer: inout Consumer
  ) {
    summary.bytes += bytes.count
    var number = first
    var start = 0
    while start < bytes.count {
      let end = bytes.firstIndex(of: 10, from: start, to: bytes.count) ?? bytes.count
      let line = bytes.extracting(start..<end)
      if !line.trimmed(0..<line.count).isEmpty {
        var current = Reading()
        swap(&current, &reading)
        current.clear()
        let result = lines.read(line, into: &current)
        switch result {
        case .success(let head):
          summary.reportLines += 1
          // Each document is counted with its first report.
          if head.part == 1 {
            documentCount += 1
            if let format = current.format { summary.formats[format, default: 0] += 1 }
          }
          let item = DocumentStream.Item(
            bytes: line, reading: current, file: head.file, name: head.path, sha256: head.sha256,
            part: head.part, piece: piece)
          consume(&consumer, item)
          reading = item.reading
        case .failure(let error):
          summary.diagnostics.append(
            Diagnostic(
              .badReportLine, file: file, line: number, column: error.offset + 1,
              "\(error.message); the line was left out"))
          reading = current
        }
      }
      number += 1
      start = end + 1
    }
  }
}

/// SHA-256 of some bytes: 32 bytes.
package func contentHash(_ bytes: Span<UInt8>) -> [UInt8] {
  bytes.withUnsafeBytes { Array(SHA256.hash(data: $0)) }
}
