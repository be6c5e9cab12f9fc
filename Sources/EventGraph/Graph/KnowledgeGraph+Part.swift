extension KnowledgeGraph {
  /// The graph of some of its nodes, with those relationships among them that are kept too.
  ///
  /// - Parameter isKept: One flag a node (`count == nodes.count`).
  /// - Complexity: O(nodes + edges + evidence).
  public func part(
    keeping isKept: [Bool], edge isEdgeKept: (Edge) -> Bool = { _ in true }
  ) -> KnowledgeGraph {
    precondition(isKept.count == nodes.count)
    let bytes = strings.bytes.span
    func moved(_ index: StringIndex, _ interner: inout StringInterner) -> StringIndex {
      interner.intern(bytes.extracting(strings.range(of: index)))
    }
    var builder = Builder()
    for document in documents {
      _ = builder.addDocument(
        Document(
          path: moved(document.path, &builder.strings),
          sha256: moved(document.sha256, &builder.strings)))
    }
    var numbers = [NodeIndex?](repeating: nil, count: nodes.count)
    for (k, old) in nodes.enumerated() where isKept[k] {
      var node = old
      node.id = moved(old.id, &builder.strings)
      node.name = moved(old.name, &builder.strings)
      node.aliases = moved(old.aliases, &builder.strings)
      node.summary = moved(old.summary, &builder.strings)
      node.address = moved(old.address, &builder.strings)
      node.image = moved(old.image, &builder.strings)
      node.kindReason = moved(old.kindReason, &builder.strings)
      let number = builder.addNode(node)
      numbers[k] = number
      for var piece in evidence(ofNode: NodeIndex(k)) {
        piece.quote = moved(piece.quote, &builder.strings)
        builder.addEvidence(piece, node: number)
      }
      for page in pages(of: NodeIndex(k)) {
        builder.addPage(Page(event: number, path: moved(page.path, &builder.strings)))
      }
    }
    for (k, old) in edges.enumerated() {
      guard let source = numbers[old.source.position], let target = numbers[old.target.position],
        isEdgeKept(old)
      else { continue }
      var edge = old
      edge.source = source
      edge.target = target
      for place in evidenceRange(ofEdge: k) {
        var piece = evidence[place]
        piece.quote = moved(piece.quote, &builder.strings)
        builder.addEdge(edge, evidence: piece)
      }
    }
    return builder.build()
  }
}
