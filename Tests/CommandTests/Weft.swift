import Foundation
import Testing

/// The program itself, run as a user would, in a folder of its own.
final class Weft {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "weft-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that a test made unreadable cannot be removed as it is.
    try? FileManager.default.removeItem(at: folder)
  }

  struct Result {
    var code: Int32
    var output: Data
    var errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The program that was built beside these tests.
  static let program: URL = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let places = [
      beside.appending(path: "weft"), root.appending(path: ".build/debug/weft"),
    ]
    return places.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? places[1]
  }()

  static let examples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/archive")
    .path

  @discardableResult
  func callAsFunction(_ arguments: String..., shell: String? = nil) throws -> Result {
    let process = Process()
    if let shell {
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", shell, Self.program.path] + arguments
    } else {
      process.executableURL = Self.program
      process.arguments = arguments
    }
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "COLUMNS": "100",
    ]
    let errors = folder.appending(path: ".errors")
    let output = folder.appending(path: ".output")
    for file in [errors, output] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "killed by a signal")
    return Result(
      code: process.terminationStatus, output: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  func write(_ path: String, _ data: Data) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  static let page = """
    ### [2016-03-1](/news/2016/03/1/index.md)

    # A storm closes the port.

    ### Related:

    1. [The port opens again.](/news/2016/03/2/the-port-opens-again.md) _Context: storm_
    """
}
