internal import EventGraph
internal import FileIO

/// How much of a packed file is read before it is taken for a bomb.
struct ContainerLimits: Sendable {
  var entryCount = 20_000_000
  var totalBytes = 1 << 40
  /// Bytes that one byte of the file may become. News compresses to a tenth, a page repeated for ever
  /// to a hundredth; what bombs are made of, to a thousandth.
  var ratio = 250
  /// Unpacked bytes from which on the ratio is looked at.
  var ratioFloor = 1 << 26
}

/// Documents that are read one after the other from a packed file (`.tar`, `.zip`, compressed or
/// not), and what is wrong with its entries.
struct ContainerReader {
  /// A document in a buffer.
  struct Document: Sendable {
    /// Without what could lead out of the archive: a name for messages and for what names tell.
    var path: String
    var range: Range<Int>
    var isIgnorable: Bool
  }

  /// How much is unpacked at a time for one thread to parse.
  private static let batchBytes = 1 << 19

  let file: String
  private let stream: ArchiveStream
  private let limits: ContainerLimits
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var ignoredCount = 0
  private var entryCount = 0
  private var totalBytes = 0
  private var isDone = false
  private var first: ArchiveStream.Entry?

  init(_ source: ByteStream, limits: ContainerLimits) throws(ArchiveError) {
    file = source.path
    stream = try ArchiveStream(source)
    self.limits = limits
    first = try stream.next()
  }

  /// Whether the file is compressed but not packed; `append` then gives what it holds.
  var isSingleFile: Bool { stream.isSingleFile }

  var hasChanged: Bool { stream.hasChanged }

  /// The next bytes of a file that is only compressed; 0 at its end, also that by a limit.
  mutating func append(to buffer: inout [UInt8]) throws(ArchiveError) -> Int {
    if isDone { return 0 }
    let got = try stream.append(to: &buffer, limit: 1 << 20)
    return take(got) ? got : 0
  }

  /// What a file that is only compressed is called: as it is, without the ending.
  var unpackedName: String {
    for ending in [".gz", ".xz", ".bz2", ".zst"] where file.hasSuffix(ending) {
      return String(file.dropLast(ending.utf8.count))
    }
    return file
  }

  /// By content: a packed or compressed file starts with its own mark.
  static func accepts(_ head: ArraySlice<UInt8>) -> Bool {
    let marks: [[UInt8]] = [
      [0x1F, 0x8B], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6],
      [0x28, 0xB5, 0x2F, 0xFD], Array("BZh".utf8),
    ]
    return marks.contains { head.starts(with: $0) } || isTar(head)
  }

  /// The sum in a header's bytes 148 ..< 156 is that of all its bytes, these taken as spaces.
  private static func isTar(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.count >= 512 else { return false }
    let header = Array(head.prefix(512))
    var sum = 0
    for (k, byte) in header.enumerated() { sum += (148..<156).contains(k) ? 32 : Int(byte) }
    var stated = 0
    for byte in header[148..<156] where (48..<56).contains(byte) {
      stated = stated * 8 + Int(byte - 48)
    }
    return header[0] != 0 && stated == sum
  }

  /// The file's own size; nil for a pipe.
  var size: Int? { stream.size }

  /// Bytes of the file that were used so far.
  var bytesUsed: Int { stream.bytesUsed }

  /// Unpacks the next documents into the buffer; none at the end.
  mutating func next(into buffer: inout [UInt8]) -> [Document] {
    var documents: [Document] = []
    buffer.removeAll(keepingCapacity: true)
    while !isDone, buffer.count < Self.batchBytes {
      do throws(ArchiveError) {
        var next = first
        first = nil
        if next == nil { next = try stream.next() }
        guard let entry = next else {
          finish()
          break
        }
        entryCount += 1
        guard entryCount <= limits.entryCount else {
          stop("more than \(limits.entryCount) entries")
          break
        }
        if let document = try read(entry, into: &buffer) { documents.append(document) }
      } catch {
        note(
          .unreadableFile, nil,
          "cannot read the archive here: \(error.message); what follows was not read; get it anew")
        isDone = true
      }
    }
    return documents
  }

  private mutating func finish() {
    isDone = true
    if stream.hasChanged { diagnostics.append(.changed(file)) }
  }

  private mutating func read(
    _ entry: ArchiveStream.Entry, into buffer: inout [UInt8]
  ) throws(ArchiveError) -> Document? {
    var isOutside = false
    let path = Self.harmless(entry.path, &isOutside)
    let name =
      path.utf8.lastIndex(of: UInt8(ascii: "/"))
      .map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let isCandidate = InputWalk.isCandidate(name)
    switch entry.kind {
    case .folder: return nil
    case .symbolicLink, .hardLink, .other:
      guard isCandidate || entry.kind != .other else { break }
      note(
        .archiveLink, path,
        entry.kind == .other
          ? "an entry that is no file was left out"
          : "links inside an archive are not followed; pack what it leads to instead")
      return nil
    case .file: break
    }
    guard isCandidate, entry.kind == .file else {
      if Self.isPacked(name) {
        note(
          .nestedArchive, path,
          "an archive inside an archive is not opened; unpack this one and name it")
      } else {
        ignoredCount += 1
      }
      try skip(into: &buffer)
      return nil
    }
    if isOutside {
      note(
        .outsidePath, path,
        "its path leads out of the archive ('\(entry.path.prefix(80))'); it was only taken as a name"
      )
    }
    return try readDocument(
      path, isIgnorable: !InputWalk.promisesDocument(name), into: &buffer)
  }

  /// A path without empty parts, `.` and `..`, and whether it led out of the archive.
  private static func harmless(_ path: String, _ isOutside: inout Bool) -> String {
    var path = path
    // Nearly every path is clean, and is found to be so without being taken apart.
    let isClean = path.withUTF8 { bytes in
      var start = 0
      for k in 0...bytes.count where k == bytes.count || bytes[k] == UInt8(ascii: "/") {
        if k == start || (bytes[start] == UInt8(ascii: ".") && k - start <= 2) { return false }
        start = k + 1
      }
      return true
    }
    if isClean { return path }
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    isOutside = path.utf8.first == UInt8(ascii: "/") || parts.contains("..")
    return parts.filter { $0 != "." && $0 != ".." }.joined(separator: "/")
  }

  private static func isPacked(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".tar", ".gz", ".tgz", ".xz", ".txz", ".zip", ".bz2", ".zst"].contains {
      name.hasSuffix($0)
    }
  }

  private mutating func readDocument(
    _ path: String, isIgnorable: Bool, into buffer: inout [UInt8]
  ) throws(ArchiveError) -> Document? {
    let start = buffer.count
    let limit = DocumentStream.maximumFileSize
    while buffer.count - start <= limit {
      let got = try stream.append(to: &buffer, limit: limit + 1 - (buffer.count - start))
      if got == 0 {
        return Document(path: path, range: start..<buffer.count, isIgnorable: isIgnorable)
      }
      guard take(got) else {
        buffer.removeSubrange(start...)
        return nil
      }
    }
    buffer.removeSubrange(start...)
    note(.fileTooLarge, path, "larger than \(limit) bytes, which no page is; it was left out")
    try skip(into: &buffer)
    return nil
  }

  /// Unpacks the rest of an entry to nowhere, under the same limits.
  private mutating func skip(into buffer: inout [UInt8]) throws(ArchiveError) {
    let start = buffer.count
    while true {
      let got = try stream.append(to: &buffer, limit: 1 << 20)
      buffer.removeSubrange(start...)
      guard got > 0, take(got) else { return }
    }
  }

  /// Counts unpacked bytes; false where there are too many.
  private mutating func take(_ count: Int) -> Bool {
    totalBytes += count
    if totalBytes > limits.totalBytes {
      stop("more than \(limits.totalBytes) bytes")
    } else if totalBytes > limits.ratioFloor,
      totalBytes / limits.ratio > max(1, stream.bytesUsed)
    {
      stop("more than \(limits.ratio) times its own size")
    }
    return !isDone
  }

  private mutating func stop(_ what: String) {
    isDone = true
    note(
      .archiveTooLarge, nil,
      "unpacks to \(what), as no archive of news does, so the rest was not read; unpack it with "
        + "care and name the folder")
  }

  private mutating func note(_ kind: Diagnostic.Kind, _ path: String?, _ message: String) {
    diagnostics.append(Diagnostic(kind, file: path.map { "\(file)!/\($0)" } ?? file, message))
  }
}
