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

  package init(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
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
    guard copy >= 0, let stream = fdopendir(copy) else {
      throw FileError("read", path, Errno(rawValue: errno))
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let item = readdir(stream) {
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

  /// Reads a file of this folder into the buffer. See `readFile`.
  package func readFile(
    _ name: String, into buffer: inout [UInt8], limit: Int
  ) throws(FileError) -> Int {
    let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw FileError("read", path + "/" + name, Errno(rawValue: errno)) }
    defer { close(file) }
    return try readAll(file, path + "/" + name, &buffer, limit)
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

/// What a path names, symbolic links followed; nil where it names nothing that can be reached.
package func entryKind(of path: String) throws(FileError) -> Directory.EntryKind {
  var status = stat()
  guard stat(path, &status) == 0 else { throw FileError("read", path, Errno(rawValue: errno)) }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  default: return .other
  }
}

/// Reads a whole file into the start of the buffer, which grows as needed and never shrinks.
///
/// - Parameter limit: Most bytes to read.
/// - Returns: The file's size; `limit + 1` where it is larger than the limit.
package func readFile(
  _ path: String, into buffer: inout [UInt8], limit: Int
) throws(FileError) -> Int {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw FileError("read", path, Errno(rawValue: errno)) }
  defer { close(file) }
  return try readAll(file, path, &buffer, limit)
}

private func readAll(
  _ file: CInt, _ path: String, _ buffer: inout [UInt8], _ limit: Int
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
      throw FileError("read", path, Errno(rawValue: errno))
    }
    count += got
    if count > limit { return limit + 1 }
    // A short read of a regular file is its end; asking again would cost a call for every file.
    if got < room { return count }
    buffer.append(contentsOf: repeatElement(0, count: buffer.count))
  }
}
