internal import Glibc
internal import SystemPackage

/// An open folder: its entries, and files opened relative to it, which spares the kernel the walk
/// down a long path for each.
package struct Directory: ~Copyable {
  package enum EntryKind: Sendable { case file, folder, symbolicLink, other }

  package struct Entry: Sendable {
    package var name: String
    package var kind: EntryKind
  }

  package let path: String
  private let descriptor: CInt

  /// - Parameter followsLinks: Whether the path may be a symbolic link to a folder.
  package init(_ path: String, followsLinks: Bool = true) throws(FileError) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW)
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw FileError("read", path, Errno(rawValue: errno)) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Device and inode: equal for two paths to one folder.
  package var identity: FileIdentity { FileIdentity(descriptor: descriptor) }

  /// The folder's entries in byte order of their names, without `.` and `..`.
  package func entries() throws(FileError) -> [Entry] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw FileError("read", path, Errno(rawValue: errno)) }
    guard let stream = fdopendir(copy) else {
      let reason = Errno(rawValue: errno)
      close(copy)
      throw FileError("read", path, reason)
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      // Its end and its failure look alike but for this.
      errno = 0
      guard let item = readdir(stream) else {
        guard errno == 0 else { throw FileError("read", path, Errno(rawValue: errno)) }
        break
      }
      let type = item.pointee.d_type
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      entries.append(Entry(name: name, kind: kind(name, Int32(type))))
    }
    entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return entries
  }

  /// Some file systems leave the type unknown; then the entry is asked itself.
  private func kind(_ name: String, _ type: CInt) -> EntryKind {
    switch type {
    case CInt(DT_REG): return .file
    case CInt(DT_DIR): return .folder
    case CInt(DT_LNK): return .symbolicLink
    case CInt(DT_UNKNOWN):
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .symbolicLink
      default: return .other
      }
    default: return .other
    }
  }

  /// Reads a whole regular file of this folder into the start of the buffer, which grows as needed
  /// and never shrinks. A file that is written to meanwhile is read once more.
  ///
  /// - Returns: The file's size, `limit + 1` where it is larger than the limit; nil where it was
  ///   written to the second time as well.
  package func readFile(
    _ name: String, into buffer: inout [UInt8], limit: Int
  ) throws(FileError) -> Int? {
    for _ in 0..<2 {
      let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard file >= 0 else { throw FileError("read", path + "/" + name, Errno(rawValue: errno)) }
      defer { close(file) }
      let version = FileVersion(file)
      guard version.kind == S_IFREG else {
        throw FileError("read", path + "/" + name, .notSupported)
      }
      let count = try readAll(file, path + "/" + name, size: version.size, &buffer, limit)
      if FileVersion(file) == version { return count }
    }
    return nil
  }
}

package struct FileIdentity: Hashable, Sendable {
  var device: UInt
  var inode: UInt

  init(descriptor: CInt) {
    var status = stat()
    if fstat(descriptor, &status) != 0 { status = stat() }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}

/// What a path names, symbolic links followed; a pipe counts as a file, a device does not.
package func entryKind(of path: String) throws(FileError) -> Directory.EntryKind {
  var status = stat()
  guard stat(path, &status) == 0 else { throw FileError("read", path, Errno(rawValue: errno)) }
  switch status.st_mode & S_IFMT {
  case S_IFREG, S_IFIFO: return .file
  case S_IFDIR: return .folder
  default: return .other
  }
}

/// The first bytes of a regular file, as many as there are up to `count`; nil for
/// anything else.
package func startOfFile(_ path: String, count: Int) throws(FileError) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard file >= 0 else { throw FileError("read", path, Errno(rawValue: errno)) }
  defer { close(file) }
  guard FileVersion(file).kind == S_IFREG else { return nil }
  var bytes = [UInt8](repeating: 0, count: count)
  let got = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, count, 0) }
  guard got >= 0 else { throw FileError("read", path, Errno(rawValue: errno)) }
  bytes.removeSubrange(got...)
  return bytes
}

/// Whether there is something to read, the end included, before the time is over (-1: no limit).
func waitUntilReadable(_ file: CInt, milliseconds: CInt) -> Bool {
  var request = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
  return poll(&request, 1, milliseconds) > 0
}

/// - Parameter size: A regular file's size, which spares the call that finds its end.
private func readAll(
  _ file: CInt, _ path: String, size: Int?, _ buffer: inout [UInt8], _ limit: Int
) throws(FileError) -> Int {
  if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: 1 << 16) }
  var count = 0
  while true {
    let room = buffer.count - count
    let got = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { read(file, $0 + count, room) } ?? 0
    }
    if got < 0 {
      if errno == EINTR { continue }
      if errno == EAGAIN {
        _ = waitUntilReadable(file, milliseconds: -1)
        continue
      }
      throw FileError("read", path, Errno(rawValue: errno))
    }
    // Only an empty read is the end: pipes and some file systems give what they have.
    if got == 0 { return count }
    count += got
    if count > limit { return limit + 1 }
    if count == size, got < room { return count }
    if count == buffer.count {
      buffer.append(contentsOf: repeatElement(0, count: buffer.count))
    }
  }
}
