internal import EventGraph

/// Walks the lines of a document; LF or CRLF ends a line, the last may have no end.
struct LineCursor: ~Escapable {
  private let bytes: Span<UInt8>
  private var offset = 0
  /// 1-based number of the line that `next()` gave last.
  private(set) var number = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
    // A byte order mark is no part of the first line.
    if bytes.hasPrefix("\u{FEFF}") { offset = 3 }
  }

  /// The next line without its end, or nil after the last.
  @_lifetime(self: copy self)
  mutating func next() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    let end = bytes.firstIndex(of: 10, from: offset, to: bytes.count) ?? bytes.count
    let start = offset
    offset = end + 1
    number += 1
    return start..<(end > start && bytes[end - 1] == 13 ? end - 1 : end)
  }
}
