import GraphDiagram
import Testing

@Suite("Bitmaps of SVG")
struct BitmapTests {
  private func square(_ size: Int) -> [UInt8] {
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(size)" height="\(size)" viewBox="0 0 10 10">
      <rect width="10" height="10" fill="#c00"/></svg>
      """.utf8)
  }

  /// Width and height as a PNG's header says them; nil where the machine has no librsvg, which is a message
  /// of its own.
  private func size(_ svg: [UInt8]) throws -> [Int]? {
    do {
      let bytes = try Bitmap.png(ofSVG: svg)
      return [16, 20].map { start in bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    } catch {
      guard error.reason == .withoutSVGLibrary else { throw error }
      withKnownIssue("librsvg2-2 is not installed: bitmaps of timelines are not tested") {
        Issue.record("no librsvg")
      }
      return nil
    }
  }

  @Test("Two pixels for a unit, fewer where the picture is huge")
  func sizes() throws {
    guard let small = try size(square(300)) else { return }
    #expect(small == [600, 600])
    let large = try #require(try size(square(9000)))
    #expect(large[0] < 18_000 && large[0] > 9000 && large[0] * large[1] <= 120_500_000)
  }

  @Test("What is no picture, or too large for any bitmap, is an error and not a crash")
  func refused() throws {
    guard try size(square(10)) != nil else { return }
    for bytes in [[], Array("no picture".utf8), Array("<svg".utf8), square(0), square(100_000)] {
      #expect(throws: DiagramError.self) { try Bitmap.png(ofSVG: bytes) }
    }
  }

  @Test("One picture gives the same bytes again")
  func same() throws {
    guard try size(square(50)) != nil else { return }
    #expect(try Bitmap.png(ofSVG: square(50)) == Bitmap.png(ofSVG: square(50)))
  }
}
