import EventGraph
import Testing

@Suite("Texts in the order of their bytes")
struct SortedTextTests {
  @Test(
    "Long common beginnings, zero bytes and equal texts sort as comparing them all does",
    arguments: 0..<20 as Range<UInt64>)
  func asComparing(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for _ in 0..<300 {
      let start = bytes.count
      bytes += Array(
        repeating: UInt8(ascii: "/"), count: [0, 5, 16, 31, 32].randomElement(using: &random) ?? 0)
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        bytes.append([0, 1, 97, 98, 255].randomElement(using: &random) ?? 0)
      }
      ranges.append(start..<bytes.count)
    }
    let sorted = placesSortedByText(Array(ranges.indices), in: bytes.span) { ranges[$0] }
    let expected = ranges.indices.sorted { a, b in
      if bytes[ranges[a]].elementsEqual(bytes[ranges[b]]) { return a < b }
      return bytes[ranges[a]].lexicographicallyPrecedes(bytes[ranges[b]])
    }
    #expect(sorted == expected)
  }

  @Test("Equal texts stay in the order in which they are given")
  func stable() {
    let bytes = Array("same text of many bytes".utf8)
    let places = [3, 1, 2, 0]
    #expect(placesSortedByText(places, in: bytes.span) { _ in bytes.indices } == places)
  }
}
