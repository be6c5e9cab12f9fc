internal import EventGraph
internal import Testing

@testable internal import GraphExport

@Suite("Ids of edges")
struct EdgeIdentifiersTests {
  private func ids(bits: Int) -> [String] {
    let graph = SampleGraph.make()
    let identifiers = EdgeIdentifiers(graph, bits: bits)
    return graph.edges.indices.map { index in
      var out = ByteWriter(capacity: 64)
      identifiers.append(index, of: graph, to: &out)
      return String(decoding: out.bytes, as: UTF8.self)
    }
  }

  @Test("They are unique however many hashes collide", arguments: [0, 1, 2, 3, 4, 8, 64])
  func unique(bits: Int) {
    let ids = ids(bits: bits)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.utf8.allSatisfy(\.isNameTokenByte) })
  }

  @Test("Only edges whose hash is shared are written out in full")
  func full() {
    let short = ids(bits: 64)
    #expect(short.allSatisfy { $0.utf8.count == 14 && !$0.contains(":") })
    #expect(ids(bits: 0).allSatisfy { $0.hasPrefix("e:") })
    #expect(ids(bits: 0).contains("e:bbc.com_x_0q8c5t:publishedBy:BBC_p2m8rx"))
  }
}
