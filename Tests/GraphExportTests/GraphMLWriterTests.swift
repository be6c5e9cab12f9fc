internal import EventGraph
internal import Foundation
internal import GraphExport
internal import Testing

@Suite("GraphML")
struct GraphMLWriterTests {
  private func graph(_ format: Format = .graphml) throws -> (
    root: XMLReader.Element, keys: [XMLReader.Element], nodes: [XMLReader.Element],
    edges: [XMLReader.Element]
  ) {
    let root = try XMLReader.read(try text(format))
    let graph = try #require(root.children.last)
    return (
      root, root.children.filter { $0.name == "key" },
      graph.children.filter { $0.name == "node" }, graph.children.filter { $0.name == "edge" }
    )
  }

  private func data(_ element: XMLReader.Element) -> [String: String] {
    Dictionary(
      element.children.map { ($0.attributes["key"] ?? "", $0.text) },
      uniquingKeysWith: { a, _ in a })
  }

  @Test(
    "Texts come back as they were, without what XML forbids",
    arguments: [
      Format.graphml, .strictGraphML,
    ])
  func texts(format: Format) throws {
    let names = try graph(format).nodes.map { data($0)["n_name"] ?? "" }.sorted()
    let expected = SampleGraph.titles.map { title in
      var name = String.UnicodeScalarView()
      name.append(contentsOf: title.name.unicodeScalars.filter(XMLReader.isAllowed))
      return name.isEmpty ? title.id : String(name)
    }
    #expect(names == expected.sorted())
  }

  @Test(
    "Every value has a declared key of its own element",
    arguments: [
      Format.graphml, .strictGraphML,
    ])
  func declared(format: Format) throws {
    let (root, keys, nodes, edges) = try graph(format)
    #expect(root.attributes["xmlns"] == "http://graphml.graphdrawing.org/xmlns")
    #expect(Set(keys.map { $0.attributes["id"] }).count == keys.count)
    for (element, elements) in [("node", nodes), ("edge", edges)] {
      let own = keys.filter { $0.attributes["for"] == element }
      let ids = own.compactMap { $0.attributes["id"] }
      #expect(Set(own.map { $0.attributes["attr.name"] }).count == own.count)
      for item in elements {
        let used = item.children.compactMap { $0.attributes["key"] }
        #expect(used == ids.filter(Set(used).contains), "declared, once, in the order of the keys")
      }
    }
    let types = Set(keys.compactMap { $0.attributes["attr.type"] })
    #expect(types == ["string", "int", "double", "boolean"])
  }

  @Test("Values have the type of their key")
  func typed() throws {
    let (_, keys, nodes, edges) = try graph()
    let types = Dictionary(
      keys.map { ($0.attributes["id"] ?? "", $0.attributes["attr.type"] ?? "") },
      uniquingKeysWith: { a, _ in a })
    for item in nodes + edges {
      for value in item.children {
        switch types[value.attributes["key"] ?? ""] {
        case "int": #expect(Int32(value.text) != nil)
        case "double": #expect(Double(value.text)?.isFinite == true && !value.text.contains("e"))
        case "boolean": #expect(["true", "false"].contains(value.text))
        default: #expect(!value.text.isEmpty)
        }
      }
    }
  }

  @Test("Ids are unique name tokens, and edges have ends that stand before them")
  func identifiers() throws {
    let (root, _, nodes, edges) = try graph()
    let all = try #require(root.children.last).children
    #expect(all == nodes + edges)
    let ids = (nodes + edges).compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: ".-_:"))
    #expect(ids.allSatisfy { $0.unicodeScalars.allSatisfy { $0.isASCII && allowed.contains($0) } })
    let known = Set(nodes.compactMap { $0.attributes["id"] })
    for edge in edges {
      #expect(known.contains(edge.attributes["source"] ?? ""))
      #expect(known.contains(edge.attributes["target"] ?? ""))
      #expect(data(edge)["e_edge_id"] == edge.attributes["id"])
      #expect(data(edge)["e_relation"] == edge.attributes["label"])
    }
  }

  @Test("The strict form has no attribute that the GraphML schema does not know")
  func strict() throws {
    for edge in try graph(.strictGraphML).edges {
      #expect(Set(edge.attributes.keys) == ["id", "source", "target"])
    }
  }

  @Test("All evidence, where asked for, is JSON with every piece")
  func allEvidence() throws {
    let graph = SampleGraph.make()
    let edges = try self.graph(.strictGraphML).edges
    for (index, edge) in edges.enumerated() {
      let json = try #require(data(edge)["e_evidence_all"])
      let list = try #require(
        try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
      let pieces = graph.evidence[graph.evidenceRange(ofEdge: index)]
      #expect(list.compactMap { $0["start"] as? Int } == pieces.map { Int($0.start) })
      #expect(
        list.compactMap { $0["document"] as? String }
          == pieces.map { graph.strings[graph.documents[$0.document.position].path] })
      #expect(
        list.compactMap { $0["quote"] as? String }
          == pieces.map { graph.strings[$0.quote].replacingOccurrences(of: "\u{1}", with: "") })
    }
  }

  @Test("What is left out is counted")
  func loss() throws {
    let loss = try Format.graphml.write(SampleGraph.make()).loss
    #expect(loss[.furtherEvidence] == 3)
    #expect(loss[.documentHashes] == 4)
    #expect(loss[.joinedPages] == 1)
    #expect(loss[.roleOnlyEdges] == 1)
    #expect(loss[.nonFiniteWeights] == 1)
    // Four in a title and its summary, four in its quote, one in the quote of each edge.
    #expect(loss[.controlCharacters] == 4 * 3 + SampleGraph.facts.count)
    let all = try Format.strictGraphML.write(SampleGraph.make()).loss
    #expect(all[.furtherEvidence] == 0 && all[.byteSpans] == 0)
  }

  @Test("An id that readers refuse is refused here, with what to do", arguments: ["a b", "é", ""])
  func unsafeIdentifier(id: String) {
    var builder = KnowledgeGraph.Builder()
    _ = builder.addNode(Node(id: builder.strings.intern(id), kind: .event, name: .empty))
    let graph = builder.build()
    #expect(throws: ExportError.unsafeIdentifier(id)) {
      try bytes(of: graph, by: GraphMLWriter())
    }
  }
}
