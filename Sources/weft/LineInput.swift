internal import FileIO
internal import Glibc

/// A file or standard input, line by line, in memory of one line.
struct LineInput: ~Copyable {
  private let file: CInt
  private let name: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// A line longer than this is no line of text.
  static let lineLimit = 64 << 20

  /// - Parameter path: `-` is standard input.
  init(_ path: String) throws {
    if path == "-" {
      (file, name) = (dup(0), "standard input")
    } else {
      (file, name) = (open(path, O_RDONLY | O_CLOEXEC), path)
    }
    if file < 0 { throw CommandFailure.failed("\(name): \(String(cString: strerror(errno)))") }
  }

  deinit { close(file) }

  /// The next line without its end; nil after the last.
  mutating func next() throws -> [UInt8]? {
    while true {
      if let end = buffer[start...].firstIndex(of: 10) {
        let line = Array(buffer[start..<end])
        start = end + 1
        return line
      }
      if isAtEnd {
        guard start < buffer.count else { return nil }
        let line = Array(buffer[start...])
        start = buffer.count
        return line
      }
      try fill()
    }
  }

  /// All that is left.
  mutating func rest() throws -> [UInt8] {
    while !isAtEnd { try fill() }
    defer { start = buffer.count }
    return Array(buffer[start...])
  }

  private mutating func fill() throws {
    buffer.removeSubrange(..<start)
    start = 0
    if buffer.count > Self.lineLimit {
      throw CommandFailure.failed("\(name): a line of more than 64 MiB; is this text?")
    }
    let chunk = 1 << 18
    let count = try [UInt8](unsafeUninitializedCapacity: chunk) { space, count in
      var got = read(file, space.baseAddress, chunk)
      while got < 0, errno == EINTR { got = read(file, space.baseAddress, chunk) }
      if got < 0 { throw CommandFailure.failed("\(name): \(String(cString: strerror(errno)))") }
      count = got
    }
    isAtEnd = count.isEmpty
    buffer += count
  }
}
