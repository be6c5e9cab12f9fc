internal import Glibc
internal import SystemPackage

/// Checked output to standard output and standard error; `print` would ignore a full disk.
public enum StandardStream: Sendable {
  case output, error

  var descriptor: FileDescriptor {
    switch self {
    case .output: .standardOutput
    case .error: .standardError
    }
  }

  public var name: String {
    switch self {
    case .output: "standard output"
    case .error: "standard error"
    }
  }

  public var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

  /// Columns of the terminal; nil where the stream is none.
  public var width: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  public func write(_ bytes: [UInt8]) throws(FileError) {
    try perform("write", name) { _ = try descriptor.writeAll(bytes) }
  }

  public func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }
}

/// The value of an environment variable; nil where it is unset or empty.
public func environmentValue(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
