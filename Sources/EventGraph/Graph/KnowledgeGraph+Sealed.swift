extension KnowledgeGraph {
  /// A graph that lacks its edges: nodes and documents have their final numbers.
  package struct SealedNodes: Sendable {
    package private(set) var strings: StringTable
    package let documents: [Document]
    package private(set) var nodes: [Node]
    package let pages: [Page]
    /// Final number of each node, by the builder's number.
    package private(set) var nodeMap: [NodeIndex]
    /// Final number of each document, by the builder's number.
    package let documentMap: [DocumentIndex]
    package let nodeEvidence: [Evidence]
    private(set) var nodeEvidenceOffsets: [UInt32]

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

    /// Adds the nodes of the last group, which no page and no evidence tells of, behind the others: in
    /// the builder's numbers in the order in which they are given.
    ///
    /// - Parameter strings: Holds all strings that these nodes were made with, by the same indices.
    package mutating func append(_ others: [Node], _ strings: StringTable) {
      precondition(others.allSatisfy { $0.kind.group == NodeKind.groups.upperBound })
      self.strings = strings
      let first = nodes.count
      nodes.reserveCapacity(first + others.count)
      nodeMap += repeatElement(NodeIndex(0), count: others.count)
      for k in KnowledgeGraph.order(of: others, strings) {
        nodeMap[first + k] = NodeIndex(nodes.count)
        nodes.append(others[k])
      }
      nodeEvidenceOffsets += repeatElement(UInt32(nodeEvidence.count), count: others.count)
    }

    /// Lets go of the strings until `append` gives others.
    package mutating func forgetStrings() { strings = StringInterner(capacity: 0).table() }

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
