import Foundation

/// Files in a temporary folder, removed with the value.
final class TemporaryFiles {
  private let folder: URL

  var path: String { folder.path }

  init(_ files: [String: Data]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "weft-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, data) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
  }

  convenience init(_ files: [String: String]) throws {
    try self.init(files.mapValues { Data($0.utf8) })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
