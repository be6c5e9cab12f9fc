internal import Glibc

/// A folder of its own that goes with its last owner.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var name = Array("/tmp/weft-store-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw FileFailure(code: errno) }
    path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit { remove() }

  /// For a test that ends its process, which runs no `deinit`.
  func remove() {
    for name in ["graph.weft", "graph.weft.partial", "other.weft", "third.weft"] {
      unlink(path + "/" + name)
    }
    rmdir(path)
  }

  func file(_ name: String = "graph.weft") -> String { path + "/" + name }
}

struct FileFailure: Error { var code: Int32 }

func readBytes(_ path: String) throws -> [UInt8] {
  guard let file = fopen(path, "rb") else { throw FileFailure(code: errno) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}

func writeBytes(_ bytes: [UInt8], to path: String) throws {
  guard let file = fopen(path, "wb") else { throw FileFailure(code: errno) }
  defer { fclose(file) }
  guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw FileFailure(code: errno) }
}
