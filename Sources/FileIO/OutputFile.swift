internal import Glibc
internal import SystemPackage

/// A file that is written whole or not at all.
///
/// Bytes go to `PATH.partial` beside the target, which `commit()` renames over it; without
/// `commit()` the partial file is removed. A lock on the partial file keeps two writers apart, and
/// what a killed process left behind is overwritten by the next. Devices and pipes (`/dev/stdout`)
/// are written directly.
public struct OutputFile: ~Copyable {
  public let path: String
  /// Where the bytes go until `commit()`; SQLite opens it by this name.
  public let partialPath: String
  private let descriptor: FileDescriptor
  private let isDirect: Bool
  private var isCommitted = false

  public init(_ path: String) throws(FileError) {
    let isDirect = Self.isSpecial(path)
    let partialPath = isDirect ? path : path + ".partial"
    let descriptor = try isDirect ? Self.openDirect(path) : Self.openLocked(partialPath)
    self.path = path
    self.isDirect = isDirect
    self.partialPath = partialPath
    self.descriptor = descriptor
  }

  public func write(_ bytes: borrowing [UInt8]) throws(FileError) {
    do { _ = try descriptor.writeAll(copy bytes) } catch {
      throw FileError("write", path, error as? Errno ?? .ioError)
    }
  }

  /// Renames the partial file over the target.
  ///
  /// - Parameter synchronize: Waits until the bytes are on the disk, so that a power failure leaves
  ///   the old file or the new one.
  public consuming func commit(synchronize: Bool = false) throws(FileError) {
    if isDirect { return }
    if synchronize, fsync(descriptor.rawValue) != 0 {
      throw FileError("write", path, Errno(rawValue: errno))
    }
    guard rename(partialPath, path) == 0 else {
      throw FileError("write", path, Errno(rawValue: errno))
    }
    isCommitted = true
  }

  deinit {
    if !isDirect, !isCommitted { unlink(partialPath) }
    try? descriptor.close()
  }

  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  private static func openDirect(_ path: String) throws(FileError) -> FileDescriptor {
    try perform("write", path) { try .open(FilePath(path), .writeOnly, options: .closeOnExec) }
  }

  /// Opens, locks and empties the partial file; makes sure that the locked file is still the one of that
  /// name, since the writer before may have renamed it between opening and locking.
  private static func openLocked(_ path: String) throws(FileError) -> FileDescriptor {
    while true {
      let descriptor = try perform("write", path) {
        try FileDescriptor.open(
          FilePath(path), .readWrite, options: [.create, .noFollow, .closeOnExec],
          permissions: [.ownerReadWrite, .groupRead, .otherRead])
      }
      guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
        let reason = Errno(rawValue: errno)
        try? descriptor.close()
        throw FileError("write", path, reason)
      }
      var opened = stat()
      var named = stat()
      if fstat(descriptor.rawValue, &opened) == 0, stat(path, &named) == 0,
        opened.st_ino == named.st_ino, opened.st_dev == named.st_dev
      {
        // An empty file stays untouched: ext4 takes one that was emptied for one that is being replaced,
        // and waits for the disk when it is closed.
        if opened.st_size > 0 {
          try perform("write", path) { try descriptor.truncateToZero() }
        }
        return descriptor
      }
      try? descriptor.close()
    }
  }
}

extension FileDescriptor {
  fileprivate func truncateToZero() throws(Errno) {
    if ftruncate(rawValue, 0) != 0 { throw Errno(rawValue: Glibc.errno) }
  }
}

/// Runs a system call and gives its failure the path.
package func perform<T>(
  _ action: String, _ path: String, _ body: () throws -> T
) throws(FileError) -> T {
  do { return try body() } catch { throw FileError(action, path, error as? Errno ?? .ioError) }
}
