extension KnowledgeGraph {
  /// A graph that lacks its edges: nodes and documents have their final numbers.
  package struct SealedNodes: Sendable {
    package let strings: StringTable
    package let documents: [Document]
    package let nodes: [Node]
    package let pages: [Page]
    /// Final number of each node, by the builder's number.
    package let nodeMap: [NodeIndex]
    /// Final number of each document, by the builder's number.
    package let documentMap: [DocumentIndex]
    package let nodeEvidence: [Evidence]
    let nodeEvidenceOffsets: [UInt32]

    /// The places that tell of the node itself, by document and place.
    package func evidence(ofNode node: NodeIndex) -> ArraySlice<Evidence> {
      let (start, end) = (
        nodeEvidenceOffsets[node.position], nodeEvidenceOffsets[node.position + 1]
      )
      return nodeEvidence[Int(start)..<Int(end)]
    }

    /// The builder's number of each node, in final order.
    package func numbersInOrder() -> [UInt32] {
      var numbers = [UInt32](repeating: 0, count: nodeMap.count)
      for (number, final) in nodeMap.enumerated() { numbers[final.position] = UInt32(number) }
      return numbers
    }

    /// A fact in the builder's numbers in final ones.
    @inline(__always)
    package func renumbered(_ fact: EdgeFact) -> EdgeFact {
      var fact = fact
      fact.edge.source = nodeMap[fact.edge.source.position]
      fact.edge.target = nodeMap[fact.edge.target.position]
      fact.evidence.document = documentMap[fact.evidence.document.position]
      return fact
    }

    package consuming func graph(_ columns: consuming EdgeColumns) -> KnowledgeGraph {
      let (edges, evidence) = (columns.edges, columns.evidence)
      return KnowledgeGraph(
        strings: strings, documents: documents, nodes: nodes, edges: edges, evidence: evidence,
        pages: pages, edgeEvidenceOffsets: columns.evidenceOffsets(),
        nodeEvidenceOffsets: nodeEvidenceOffsets, nodeEvidence: nodeEvidence)
    }
  }

  /// The nodes without the edges; the numbers of a builder are not known any more.
  package var sealedNodes: SealedNodes {
    SealedNodes(
      strings: strings, documents: documents, nodes: nodes, pages: pages, nodeMap: [],
      documentMap: [], nodeEvidence: nodeEvidence, nodeEvidenceOffsets: nodeEvidenceOffsets)
  }
}

/// Who takes parts of a graph as soon as they are final, while the rest is being made.
package protocol GraphObserver: AnyObject {
  /// The names and summaries of all events, sources and articles, in the order of their nodes: the
  /// graph's first.
  func takeFirstTexts(_ texts: NodeTexts)

  /// All but the edges.
  func takeNodes(_ nodes: KnowledgeGraph.SealedNodes)
}

/// Names and summaries of some nodes, one after the other.
package struct NodeTexts: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Where each name and each summary ends, by turns.
  private var ends: [Int] = []

  package init() {}

  package var count: Int { ends.count / 2 }

  package mutating func append(name: Span<UInt8>, summary: Span<UInt8>) {
    bytes.append(span: name)
    ends.append(bytes.count)
    bytes.append(span: summary)
    ends.append(bytes.count)
  }

  /// Adds the other's behind these.
  package mutating func append(_ other: NodeTexts) {
    let shift = bytes.count
    bytes += other.bytes
    ends += other.ends.lazy.map { $0 + shift }
  }

  package func name(_ k: Int) -> Range<Int> { (k == 0 ? 0 : ends[2 * k - 1])..<ends[2 * k] }

  package func summary(_ k: Int) -> Range<Int> { ends[2 * k]..<ends[2 * k + 1] }
}
