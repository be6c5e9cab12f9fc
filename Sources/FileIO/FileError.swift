public import SystemPackage

/// A file that could not be read or written: what was tried, on which path, and the system's reason.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
  public var action: String
  public var path: String
  public var errno: Errno

  public init(_ action: String, _ path: String, _ errno: Errno) {
    self.action = action
    self.path = path
    self.errno = errno
  }

  /// "graph.weft: cannot write: No space left on device; free some space or choose another disk"
  public var description: String {
    let remedy =
      switch errno {
      case .noSpace: "; free some space or choose another disk"
      case .permissionDenied: "; check who may read and write it"
      case .noSuchFileOrDirectory: "; check the path"
      case .tooManySymbolicLinkLevels: "; the symbolic links lead in a circle"
      case .notSupported: "; it is no regular file, pass what it gives to '-'"
      case .isDirectory: "; name a file in it"
      case .wouldBlock: "; another weft is writing it, wait for that one to end"
      default: ""
      }
    return "\(path): cannot \(action): \(errno)\(remedy)"
  }
}
