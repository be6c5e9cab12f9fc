internal import Glibc
internal import SystemPackage

/// Walks the entries of a plain tar file. libarchive spends more on an entry's header than it takes to
/// parse a page of news, so the kinds that news is packed in are read here, and it is asked about the
/// rest (`ArchiveStream`), from the header on that was not understood.
struct TarCursor {
  enum Step {
    case entry(ArchiveStream.Entry)
    case end
    /// Not one of the kinds that are known here; `headerOffset` says where it starts.
    case unknown
  }

  private let descriptor: CInt
  private var block = [UInt8](repeating: 0, count: 1 << 20)
  /// Which bytes of the file are in `block`.
  private var held = 0..<0
  /// Where the entry's data, and what is left of it, starts.
  private(set) var offset = 0
  private var remaining = 0
  private var padding = 0
  private(set) var headerOffset = 0

  /// Nil where the file does not start with a header that is known.
  init?(_ descriptor: CInt, head: ArraySlice<UInt8>) {
    guard head.count >= 512, Self.isHeader(Array(head), 0) else { return nil }
    self.descriptor = descriptor
  }

  /// The magic of POSIX (`ustar`, NUL) and GNU (`ustar`, two spaces), and the sum of all bytes.
  private static func isHeader(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard bytes.count >= start + 512,
      bytes[start + 257..<start + 262].elementsEqual("ustar".utf8)
    else { return false }
    // The sum's own place counts as spaces.
    var sum = 8 * 32
    for byte in bytes[start..<start + 512] { sum &+= Int(byte) }
    for byte in bytes[start + 148..<start + 156] { sum -= Int(byte) }
    return number(bytes, start + 148, 8) == sum
  }

  /// Octal digits, after spaces and before a space or NUL; nil for anything else.
  private static func number(_ bytes: [UInt8], _ start: Int, _ width: Int) -> Int? {
    var k = start
    while k < start + width, bytes[k] == 32 { k += 1 }
    var value = 0
    let first = k
    while k < start + width, bytes[k] >= 48, bytes[k] < 56 {
      value = value << 3 | Int(bytes[k] - 48)
      k += 1
    }
    guard k > first, k == start + width || bytes[k] == 32 || bytes[k] == 0 else { return nil }
    return value
  }

  /// The next entry; what is left of the last is passed over.
  mutating func next() throws(ArchiveError) -> Step {
    offset += remaining + padding
    (remaining, padding) = (0, 0)
    headerOffset = offset
    var path: String?
    var size: Int?
    // Records that speak of the entry behind them; no packer writes more than a few.
    for _ in 0..<8 {
      let start = try load(512)
      if block[start] == 0, block[start..<start + 512].allSatisfy({ $0 == 0 }) {
        return path == nil ? .end : .unknown
      }
      guard Self.isHeader(block, start), let stated = Self.number(block, start + 124, 12) else {
        return .unknown
      }
      let type = block[start + 156]
      switch type {
      case UInt8(ascii: "x"), UInt8(ascii: "L"):
        guard stated <= 1 << 16, let text = try record(stated) else { return .unknown }
        if type == UInt8(ascii: "L") {
          path = String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
        } else if !Self.readExtended(text, &path, &size) {
          return .unknown
        }
      case UInt8(ascii: "0"), 0, UInt8(ascii: "1")...UInt8(ascii: "6"):
        let entry = entry(start, type: type, path: path, size: size ?? stated)
        offset += 512
        let hasData = type == UInt8(ascii: "0") || type == 0
        remaining = hasData ? size ?? stated : 0
        padding = (512 - remaining % 512) % 512
        return .entry(entry)
      default: return .unknown
      }
    }
    return .unknown
  }

  private func entry(
    _ start: Int, type: UInt8, path: String?, size: Int
  ) -> ArchiveStream.Entry {
    func text(_ range: Range<Int>) -> String {
      let bytes = block[start + range.lowerBound..<start + range.upperBound]
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    var name = path ?? text(0..<100)
    // GNU's magic ends in a space, and its headers have no prefix.
    if path == nil, block[start + 262] == 0, block[start + 345] != 0 {
      name = text(345..<500) + "/" + name
    }
    let kind: ArchiveStream.Kind =
      switch type {
      case UInt8(ascii: "0"), 0: name.utf8.last == UInt8(ascii: "/") ? .folder : .file
      case UInt8(ascii: "1"): .hardLink
      case UInt8(ascii: "2"): .symbolicLink
      case UInt8(ascii: "5"): .folder
      default: .other
      }
    return ArchiveStream.Entry(path: name, kind: kind, size: kind == .file ? size : nil)
  }

  /// The data of a record, and on to the next header.
  private mutating func record(_ size: Int) throws(ArchiveError) -> [UInt8]? {
    let whole = (size + 511) / 512 * 512
    let start = try load(512 + whole)
    let text = Array(block[start + 512..<start + 512 + size])
    offset += 512 + whole
    return text
  }

  /// `27 path=news/2016/03/1/….md`, newline, and so on. False where it says more than a path, a size
  /// and what does not matter here (times, owners).
  private static func readExtended(_ text: [UInt8], _ path: inout String?, _ size: inout Int?)
    -> Bool
  {
    var k = 0
    while k < text.count {
      var length = 0
      let start = k
      while k < text.count, text[k] >= 48, text[k] < 58, length <= text.count {
        length = length * 10 + Int(text[k] - 48)
        k += 1
      }
      guard k > start, k < text.count, text[k] == 32, start + length <= text.count,
        length > k - start + 2, text[start + length - 1] == 10,
        let equals = text[(k + 1)..<(start + length - 1)].firstIndex(of: UInt8(ascii: "="))
      else { return false }
      let key = String(decoding: text[(k + 1)..<equals], as: UTF8.self)
      let value = text[(equals + 1)..<(start + length - 1)]
      switch key {
      case "path": path = String(decoding: value, as: UTF8.self)
      case "size":
        guard let number = Int(String(decoding: value, as: UTF8.self)), number >= 0,
          number < 1 << 50
        else { return false }
        size = number
      case "mtime", "atime", "ctime", "uid", "gid", "uname", "gname", "linkpath", "comment": break
      default: return false
      }
      k = start + length
    }
    return true
  }

  /// Appends the next bytes of the entry, at most `limit`; 0 at its end.
  mutating func append(to buffer: inout [UInt8], limit: Int) throws(ArchiveError) -> Int {
    if remaining == 0 { return 0 }
    let start = try load(1)
    let count = min(remaining, limit, held.upperBound - offset)
    buffer.append(contentsOf: block[start..<start + count])
    offset += count
    remaining -= count
    return count
  }

  /// Makes sure that the next bytes are held, and says where in `block` they start.
  private mutating func load(_ count: Int) throws(ArchiveError) -> Int {
    if held.lowerBound <= offset, offset + count <= held.upperBound {
      return offset - held.lowerBound
    }
    held = offset..<offset
    while held.count < count {
      let room = block.count - held.count
      let got = block.withUnsafeMutableBytes { bytes in
        bytes.baseAddress.map { pread(descriptor, $0 + held.count, room, off_t(held.upperBound)) }
          ?? 0
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw ArchiveError(message: "\(Errno(rawValue: errno))")
      }
      guard got > 0 else { throw ArchiveError(message: "it ends too early") }
      held = held.lowerBound..<held.upperBound + got
    }
    return 0
  }
}
