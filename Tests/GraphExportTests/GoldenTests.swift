internal import EventGraph
internal import FileIO
internal import GraphExport
internal import SystemPackage
internal import Testing

@Suite("Golden exports of the sample graph")
struct GoldenTests {
  @Test("Every format writes the bytes on file", arguments: Format.allCases)
  func golden(format: Format) throws {
    let written = try format.write(SampleGraph.make()).bytes
    let path = goldenFolder + "/" + format.rawValue
    if environmentValue("RECORD_GOLDEN") != nil {
      try save(written, path)
      Issue.record("recorded \(format.rawValue); run again without RECORD_GOLDEN")
      return
    }
    let expected = try load(path)
    #expect(
      String(decoding: written, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
      "\(format.rawValue) differs; RECORD_GOLDEN=1 rewrites it")
  }

  /// Files for the checks with other tools.
  @Test(
    "Samples are written where WEFT_WRITE_SAMPLES points",
    .enabled(if: environmentValue("WEFT_WRITE_SAMPLES") != nil))
  func samples() throws {
    let folder = try #require(environmentValue("WEFT_WRITE_SAMPLES"))
    for format in Format.allCases {
      try save(try format.write(SampleGraph.make()).bytes, folder + "/" + format.rawValue)
    }
  }

  private var goldenFolder: String {
    FilePath(#filePath).removingLastComponent().appending("Golden").string
  }

  private func save(_ bytes: [UInt8], _ path: String) throws {
    let file = try OutputFile(path)
    try file.write(bytes)
    try file.commit()
  }

  private func load(_ path: String) throws -> [UInt8] {
    let file = try FileDescriptor.open(FilePath(path), .readOnly)
    defer { try? file.close() }
    var bytes: [UInt8] = []
    while true {
      let chunk = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }
}
