internal import CArchive
internal import Glibc

/// What was wrong with an archive, in libarchive's words, or in the system's.
package struct ArchiveError: Error {
  package var message: String
}

/// The entries of a packed or compressed file (tar, zip, gzip, xz, bzip2, zstd), one after the other,
/// in memory: nothing is ever written to the disk, and a path is only a name.
package final class ArchiveStream {
  package enum Kind: Equatable, Sendable {
    case file, folder, symbolicLink, hardLink
    /// A device, a pipe or a socket.
    case other
  }

  package struct Entry: Sendable {
    /// As it stands in the archive: it may be absolute or hold `..`.
    package var path: String
    package var kind: Kind
    /// As the archive says it; nil where it does not.
    package var size: Int?
  }

  private let source: ByteStream
  /// Nil while the file is a plain tar that `TarCursor` reads.
  private var handle: OpaquePointer?
  private var tar: TarCursor?
  private let feeder: Unmanaged<Feeder>
  /// What is left of the block that libarchive gave last; valid until the next call.
  private var block = UnsafeRawBufferPointer(start: nil, count: 0)
  private var position = 0
  private var blockOffset = 0
  /// Where in the file libarchive began.
  private var start = 0

  /// - Parameter source: At its start; a look ahead is allowed.
  package init(_ source: ByteStream) throws(ArchiveError) {
    self.source = source
    feeder = Unmanaged.passRetained(Feeder(source))
    if source.size != nil {
      let head: ArraySlice<UInt8>
      do { head = try source.peek(512) } catch { throw ArchiveError(message: "\(error.errno)") }
      tar = TarCursor(source.descriptor, head: head)
    }
    if tar == nil { try openLibrary(at: 0, isTar: false) }
  }

  private func openLibrary(at offset: Int, isTar: Bool) throws(ArchiveError) {
    guard weft_archive_is_available() != 0 else {
      throw ArchiveError(
        message: "packed files are read with libarchive, which is missing; install libarchive13")
    }
    guard let handle = weft_archive_read_new() else { throw ArchiveError(message: "out of memory") }
    self.handle = handle
    start = offset
    // Only what the library reads itself: it would start programs for other filters.
    weft_archive_read_support_filter_gzip(handle)
    weft_archive_read_support_filter_xz(handle)
    weft_archive_read_support_filter_bzip2(handle)
    weft_archive_read_support_filter_zstd(handle)
    weft_archive_read_support_format_tar(handle)
    if !isTar {
      weft_archive_read_support_format_zip(handle)
      weft_archive_read_support_format_raw(handle)
    }
    let status: CInt
    if source.size != nil {
      // The zip reader looks for the table at the file's end where it can.
      lseek(source.descriptor, off_t(offset), SEEK_SET)
      status = weft_archive_read_open_fd(handle, source.descriptor, 1 << 18)
    } else {
      status = weft_archive_read_open(
        handle, feeder.toOpaque(), nil,
        { _, feeder, bytes in
          guard let feeder, let bytes else { return -1 }
          return Unmanaged<Feeder>.fromOpaque(feeder).takeUnretainedValue().feed(bytes)
        }, nil)
    }
    guard status == ARCHIVE_OK else { throw failure() }
  }

  deinit {
    if let handle { weft_archive_read_free(handle) }
    feeder.release()
  }

  /// Whether the file is compressed but not packed: one document under no name.
  package var isSingleFile: Bool {
    handle.map { weft_archive_format($0) == ARCHIVE_FORMAT_RAW } ?? false
  }

  /// Bytes of the file that were used so far, rounded up to its blocks.
  package var bytesUsed: Int {
    if let tar { return tar.offset }
    return start + (handle.map { Int(weft_archive_filter_bytes($0, -1)) } ?? 0)
  }

  package var size: Int? { source.size }

  package var hasChanged: Bool { source.hasChanged }

  /// The next entry, nil at the end. What is left of the last one is skipped.
  package func next() throws(ArchiveError) -> Entry? {
    if let step = try tar?.next() {
      switch step {
      case .entry(let entry): return entry
      case .end: return nil
      case .unknown:
        let offset = tar?.headerOffset ?? 0
        tar = nil
        try openLibrary(at: offset, isTar: true)
      }
    }
    block = UnsafeRawBufferPointer(start: nil, count: 0)
    (position, blockOffset) = (0, 0)
    var entry: OpaquePointer?
    let status = weft_archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw failure() }
    if isSingleFile, weft_archive_filter_count(handle) < 2 {
      // It has the mark of a packed file and nothing else of one.
      throw ArchiveError(message: "it is damaged")
    }
    let kind: Kind =
      if weft_archive_entry_hardlink(entry) != nil {
        .hardLink
      } else {
        switch weft_archive_entry_filetype(entry) & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        default: .other
        }
      }
    // The bytes as they stand; asking for UTF-8 first would convert every name twice.
    let name = weft_archive_entry_pathname(entry) ?? weft_archive_entry_pathname_utf8(entry)
    let size =
      weft_archive_entry_size_is_set(entry) != 0 ? Int(weft_archive_entry_size(entry)) : nil
    return Entry(path: name.map { String(cString: $0) } ?? "", kind: kind, size: size)
  }

  /// Appends the next bytes of the entry, at most `limit`; holes of a sparse one are zeros.
  ///
  /// - Returns: How many; 0 at the entry's end.
  package func append(to buffer: inout [UInt8], limit: Int) throws(ArchiveError) -> Int {
    if let count = try tar?.append(to: &buffer, limit: limit) { return count }
    while block.isEmpty {
      var start: UnsafeRawPointer?
      var size = 0
      var offset: la_int64_t = 0
      let status = weft_archive_read_data_block(handle, &start, &size, &offset)
      if status == ARCHIVE_EOF { return 0 }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw failure() }
      block = UnsafeRawBufferPointer(start: start, count: size)
      blockOffset = Int(offset)
      guard blockOffset >= position else { throw ArchiveError(message: "parts out of order") }
    }
    if blockOffset > position {
      let count = min(limit, blockOffset - position)
      buffer.append(contentsOf: repeatElement(0, count: count))
      position += count
      return count
    }
    let count = min(limit, block.count)
    buffer.append(contentsOf: block[..<count])
    block = UnsafeRawBufferPointer(rebasing: block[count...])
    position += count
    blockOffset += count
    return count
  }

  private func failure() -> ArchiveError {
    if let error = feeder.takeUnretainedValue().error {
      return ArchiveError(message: "\(error.errno)")
    }
    return ArchiveError(
      message: weft_archive_error_string(handle).map { String(cString: $0) } ?? "damaged")
  }
}

/// Gives libarchive the bytes of a stream that was looked into already.
private final class Feeder {
  private let source: ByteStream
  private var bytes: [UInt8] = []
  /// A copy that stays in place while libarchive reads it.
  private var block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  var error: FileError?

  init(_ source: ByteStream) { self.source = source }

  deinit { block.deallocate() }

  func feed(_ start: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do {
      bytes.removeAll(keepingCapacity: true)
      let count = try source.append(to: &bytes)
      if block.count < count {
        block.deallocate()
        block = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
      }
      block.copyBytes(from: bytes)
      start.pointee = UnsafeRawPointer(block.baseAddress)
      return count
    } catch {
      self.error = error
      return -1
    }
  }
}
