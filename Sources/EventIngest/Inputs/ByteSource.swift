internal import FileIO

/// The bytes of one input, compressed or not.
enum ByteSource {
  case stream(ByteStream)
  case compressed(ContainerReader)

  /// As the user named it; `FILE.gz!/FILE` where it is compressed.
  var file: String {
    switch self {
    case .stream(let stream): return stream.path
    case .compressed(let container):
      let name = container.unpackedName
      let last = name.split(separator: "/").last.map { String($0) } ?? name
      return name == container.file ? name : "\(container.file)!/\(last)"
    }
  }

  /// As the user named it, without the ending of what it is compressed with.
  var name: String {
    switch self {
    case .stream(let stream): stream.path
    case .compressed(let container): container.unpackedName
    }
  }

  var hasChanged: Bool {
    switch self {
    case .stream(let stream): stream.hasChanged
    case .compressed(let container): container.hasChanged
    }
  }

  /// What went wrong without ending the reading, such as a limit that was reached.
  var diagnostics: [Diagnostic] {
    if case .compressed(let container) = self { return container.diagnostics }
    return []
  }

  /// Appends the next bytes, some at a time; 0 at the end.
  mutating func append(to buffer: inout [UInt8]) throws(Diagnostic) -> Int {
    switch self {
    case .stream(let stream):
      do { return try stream.append(to: &buffer) } catch {
        throw Diagnostic(.unreadableFile, error)
      }
    case .compressed(var container):
      do {
        let got = try container.append(to: &buffer)
        self = .compressed(container)
        return got
      } catch {
        throw Diagnostic(
          .unreadableFile, file: container.file,
          "cannot read the compressed file here: \(error.message); get it anew")
      }
    }
  }
}

/// Cuts a stream into pieces of whole lines.
struct LineChunks {
  private static let chunkBytes = 1 << 19

  var source: ByteSource
  /// What was read behind the last whole line.
  private var rest: [UInt8]
  /// 1-based number of the line that the next piece starts with.
  private var line = 1
  private var isAtEnd = false

  /// - Parameter head: What was read of the source already.
  init(_ source: ByteSource, head: [UInt8]) {
    self.source = source
    rest = head
  }

  /// The next lines, in place of what the buffer held; the last may have no end.
  ///
  /// - Parameter limit: Bytes from which on a line is dropped, in pieces that hold a part of it.
  /// - Returns: The number of their first line; nil at the end.
  mutating func next(into buffer: inout [UInt8], limit: Int) throws(Diagnostic) -> Int? {
    swap(&buffer, &rest)
    rest.removeAll(keepingCapacity: true)
    var searched = 0
    var end: Int?
    while !isAtEnd {
      if buffer.count >= Self.chunkBytes {
        end = buffer[searched...].lastIndex(of: 10)
        if end != nil { break }
        searched = buffer.count
        guard buffer.count <= limit else {
          let number = line
          try skipLine(&buffer)
          throw Diagnostic(
            .badReportLine, file: source.file, line: number,
            "a line of more than \(limit) bytes, so it was left out; check the file for damage")
        }
      }
      if try source.append(to: &buffer) == 0 { isAtEnd = true }
    }
    if let end {
      rest.append(contentsOf: buffer[(end + 1)...])
      buffer.removeSubrange((end + 1)...)
    }
    if buffer.isEmpty { return nil }
    let first = line
    line += buffer.count { $0 == 10 }
    return first
  }

  private mutating func skipLine(_ buffer: inout [UInt8]) throws(Diagnostic) {
    repeat {
      buffer.removeAll(keepingCapacity: true)
      if try source.append(to: &buffer) == 0 { isAtEnd = true }
      if let end = buffer.firstIndex(of: 10) {
        rest = Array(buffer[(end + 1)...])
        break
      }
    } while !isAtEnd
    line += 1
  }
}
