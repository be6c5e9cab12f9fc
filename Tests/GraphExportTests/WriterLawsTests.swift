internal import EventGraph
internal import FileIO
internal import GraphExport
internal import Testing

@Suite("Laws of all writers")
struct WriterLawsTests {
  @Test("The order in which facts arrive does not matter", arguments: UInt64(1)...20)
  func order(seed: UInt64) throws {
    for format in Format.allCases {
      let (bytes, loss) = try format.write(SampleGraph.make(seed: seed))
      let first = try format.write(SampleGraph.make())
      #expect(bytes == first.bytes, "\(format)")
      #expect(loss == first.loss)
    }
  }

  @Test("An edge keeps its id when the rest of the graph goes away")
  func stableEdges() throws {
    var builder = KnowledgeGraph.Builder()
    let event = builder.addNode(
      Node(id: builder.strings.intern("2015-12-23_quoted_a1b2c3"), kind: .event, name: .empty))
    let place = builder.addNode(
      Node(id: builder.strings.intern("Syrian_Civil_War"), kind: .place, name: .empty))
    let document = builder.addDocument(Document(path: .empty, sha256: .empty))
    builder.addEdge(
      Edge(source: event, relation: .partOf, target: place),
      evidence: Evidence(
        document: document, line: 1, start: 0, length: 0, quote: .empty, rule: .indexTopic))
    let small = builder.build()
    for format in [Format.graphml, .dot] {
      #expect(try text(format, small).contains("efy6rdkecp33d7"))
      #expect(try text(format).contains("efy6rdkecp33d7"))
    }
    #expect(try text(.jsonld, small).contains("urn:weft:statement:efy6rdkecp33d7"))
  }

  @Test("A large graph arrives in chunks that join to the same bytes", arguments: Format.allCases)
  func chunks(format: Format) throws {
    var builder = KnowledgeGraph.Builder()
    for k in 0..<4000 {
      let id = builder.strings.intern("node_\(k)")
      _ = builder.addNode(Node(id: id, kind: .context, name: builder.strings.intern("Node \(k)")))
    }
    let graph = builder.build()
    let writer = try format.writer()
    var sizes: [Int] = []
    _ = try writer.write(graph) { sizes.append($0.count) }
    #expect(sizes.count > 2)
    #expect(sizes.allSatisfy { $0 > 0 && $0 < 1 << 18 })
    #expect(sizes.reduce(0, +) == (try bytes(of: graph, by: writer).bytes.count))
  }

  @Test("A full disk is reported, not swallowed", arguments: Format.allCases)
  func fullDisk(format: Format) throws {
    let graph = SampleGraph.make()
    #expect(throws: FileError.self) {
      let file = try OutputFile("/dev/full")
      _ = try format.writer().write(graph) { try file.write($0) }
    }
  }
}
