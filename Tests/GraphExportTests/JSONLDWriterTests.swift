internal import EventGraph
internal import Foundation
internal import GraphExport
internal import Testing

@Suite("JSON-LD")
struct JSONLDWriterTests {
  private typealias Object = [String: Any]

  private func document(_ text: String) throws -> (context: Object, nodes: [Object]) {
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    #expect(Set(root.keys) == ["@context", "@graph"], "an @id would make it a named graph")
    let context = try #require(root["@context"] as? Object)
    return (context, try #require(root["@graph"] as? [Object]))
  }

  /// Every object of the tree.
  private func objects(_ value: Any) -> [Object] {
    if let list = value as? [Any] { return list.flatMap(objects) }
    guard let object = value as? Object else { return [] }
    return [object] + object.values.flatMap(objects)
  }

  @Test("Every key is a term of the inline context, every node has an absolute IRI")
  func terms() throws {
    let (context, nodes) = try document(try text(.jsonld))
    for object in objects(nodes) {
      for key in object.keys where !key.hasPrefix("@") { #expect(context[key] != nil, "\(key)") }
      if object["@value"] != nil { continue }
      let id = try #require(object["@id"] as? String)
      #expect(id.hasPrefix("urn:weft:") || id.hasPrefix("weft:"))
      #expect(id.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 32 })
    }
  }

  @Test("Every edge is a statement with all of its evidence, and a triple")
  func statements() throws {
    let graph = SampleGraph.make()
    let (context, nodes) = try document(try text(.jsonld))
    let statements = nodes.filter { $0["@type"] as? String == "rdf:Statement" }
    #expect(statements.count == graph.edges.count)
    let terms = context.compactMapValues { ($0 as? Object)?["@id"] as? String ?? $0 as? String }
    for (index, statement) in statements.enumerated() {
      let evidence = statement["derivedFrom"] as? [Object]
      #expect(evidence?.count == graph.evidenceRange(ofEdge: index).count)
      let subject = nodes.first { $0["@id"] as? String == statement["subject"] as? String }
      let predicate = statement["predicate"] as? String
      let term = try #require(terms.first { $0.value == predicate }?.key)
      let targets = try #require(subject?[term] as? [String])
      #expect(targets.contains { $0 == statement["object"] as? String })
    }
  }

  @Test("Dates are typed as precisely as they are known")
  func dates() throws {
    let text = try text(.jsonld)
    #expect(text.contains(#"{"@value":"2015-12-23","@type":"xsd:date"}"#))
    #expect(text.contains(#"{"@value":"2015-12","@type":"xsd:gYearMonth"}"#))
    #expect(text.contains(#"{"@value":"2015","@type":"xsd:gYear"}"#))
    #expect(text.contains(#"{"@value":"0999-02-03","@type":"xsd:date"}"#))
  }

  @Test("Only what no format may hold is lost")
  func loss() throws {
    let loss = try Format.jsonld.write(SampleGraph.make()).loss
    let kinds = LossReport.Kind.allCases.filter { loss[$0] > 0 }
    #expect(kinds == [.controlCharacters, .nonFiniteWeights])
    #expect(try !text(.jsonld).contains("\\u000"))
  }

  @Test("An empty graph is a document too")
  func empty() throws {
    let text = try text(.jsonld, KnowledgeGraph.Builder().build())
    #expect(
      try document(text).nodes.allSatisfy { ($0["@id"] as? String)?.hasPrefix("weft:") == true })
  }

  @Test("The base begins every IRI of the graph")
  func base() throws {
    let writer = try JSONLDWriter(base: "https://example.org/graph/")
    let written = try bytes(of: SampleGraph.make(), by: writer).bytes
    let nodes = try document(String(decoding: written, as: UTF8.self)).nodes
    let ids = objects(nodes).compactMap { $0["@id"] as? String }
    #expect(ids.allSatisfy { $0.hasPrefix("https://example.org/graph/") || $0.hasPrefix("weft:") })
    #expect(ids.contains("https://example.org/graph/Syrian_Civil_War"))
  }

  @Test(
    "A base that readers would drop or misread is refused, with the reason",
    arguments: [
      "", "graph/", ":x:", "1x:y:", "urn:", "https://example.org", "https://example.org/a b/",
      "https://example.org/<x>/", "schema:graph/", "Name:x:", "https://example.org/\"/",
    ])
  func badBase(base: String) {
    #expect {
      try JSONLDWriter(base: base)
    } throws: { error in
      "\(error)".hasPrefix("'\(base)' cannot be the base of IRIs: ")
    }
  }
}
