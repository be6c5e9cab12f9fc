internal import Glibc
internal import SystemPackage

/// A file, pipe or standard input that is read once, from its start, with a look ahead.
package final class ByteStream {
  package let path: String
  /// A regular file's size when it was opened; nil for what is none.
  package let size: Int?
  let descriptor: CInt
  private let isOwned: Bool
  private let version: FileVersion
  /// Bytes that were looked at and not yet read.
  private var ahead: [UInt8] = []
  private var block = [UInt8](repeating: 0, count: 1 << 18)

  /// - Parameters:
  ///   - path: `-` for standard input, which alone may be a device.
  ///   - followsLinks: Whether the path may be a symbolic link.
  package init(_ path: String, followsLinks: Bool = true) throws(FileError) {
    self.path = path
    if path == "-" {
      descriptor = STDIN_FILENO
      isOwned = false
      version = FileVersion(descriptor)
      size = nil
      return
    }
    // Opening a pipe without a writer would wait for one, perhaps for ever.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw FileError("read", path, Errno(rawValue: errno)) }
    let version = FileVersion(descriptor)
    guard version.kind == S_IFREG || version.kind == S_IFIFO else {
      let isFolder = version.kind == S_IFDIR
      close(descriptor)
      throw FileError("read", path, isFolder ? .isDirectory : .notSupported)
    }
    self.descriptor = descriptor
    self.version = version
    isOwned = true
    size = version.kind == S_IFREG ? version.size : nil
    if size == nil {
      // A shell may not have started the writer yet.
      _ = waitUntilReadable(descriptor, milliseconds: 1000)
    }
  }

  deinit { if isOwned { close(descriptor) } }

  /// The next bytes without reading them: `count`, or all where fewer are left.
  package func peek(_ count: Int) throws(FileError) -> ArraySlice<UInt8> {
    while ahead.count < count {
      let got = try fill()
      if got == 0 { break }
      ahead.append(contentsOf: block[..<got])
    }
    return ahead.prefix(count)
  }

  /// Appends the next bytes to the buffer, some at a time.
  ///
  /// - Returns: How many; 0 at the end.
  package func append(to buffer: inout [UInt8]) throws(FileError) -> Int {
    if !ahead.isEmpty {
      let count = ahead.count
      buffer.append(contentsOf: ahead)
      ahead = []
      return count
    }
    let got = try fill()
    buffer.append(contentsOf: block[..<got])
    return got
  }

  /// Whether the regular file is another than when it was opened: longer, shorter or written to.
  package var hasChanged: Bool { size != nil && FileVersion(descriptor) != version }

  private func fill() throws(FileError) -> Int {
    while true {
      let room = block.count
      let got = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, room) }
      if got >= 0 { return got }
      if errno == EINTR { continue }
      guard errno == EAGAIN else { throw FileError("read", path, Errno(rawValue: errno)) }
      _ = waitUntilReadable(descriptor, milliseconds: -1)
    }
  }
}

/// What tells a file that was written to from the same file before.
struct FileVersion: Equatable {
  var kind: mode_t = 0
  var size = 0
  private var seconds = 0
  private var nanoseconds = 0

  init(_ descriptor: CInt) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return }
    kind = status.st_mode & S_IFMT
    size = status.st_size
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
