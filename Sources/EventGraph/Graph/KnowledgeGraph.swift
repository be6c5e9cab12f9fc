/// The immutable graph: nodes and edges in columns, adjacency as compressed sparse rows, every edge
/// with its evidence.
///
/// Nodes are sorted by id, events before sources and these before all others; edges by (source,
/// relation, target, role), evidence by (document, place).
/// Equal facts give an equal graph, whatever the order they were added in.
public struct KnowledgeGraph: Sendable {
  public let strings: StringTable
  public let documents: [Document]
  public let nodes: [Node]
  public let edges: [Edge]
  public let evidence: [Evidence]
  /// Sorted by event, then path.
  public let pages: [Page]

  /// `nodes.count + 1` offsets into `edges`.
  let outOffsets: [UInt32]
  /// `nodes.count + 1` offsets into `inEdges`.
  let inOffsets: [UInt32]
  /// Edge indices by target, ascending within a target.
  let inEdges: [UInt32]
  /// `edges.count + 1` offsets into `evidence`.
  let edgeEvidenceOffsets: [UInt32]
  /// `nodes.count + 1` offsets into `nodeEvidence`.
  let nodeEvidenceOffsets: [UInt32]
  let nodeEvidence: [Evidence]
  /// `nodes.count + 1` offsets into `pages`.
  let pageOffsets: [UInt32]

  /// The columns as they are, for a reader that has checked that they are sorted and in range.
  package init(
    strings: StringTable, documents: [Document], nodes: [Node], edges: [Edge],
    evidence: [Evidence], pages: [Page], edgeEvidenceOffsets: [UInt32],
    nodeEvidenceOffsets: [UInt32], nodeEvidence: [Evidence]
  ) {
    precondition(edgeEvidenceOffsets.count == edges.count + 1)
    precondition(nodeEvidenceOffsets.count == nodes.count + 1)
    self.strings = strings
    self.documents = documents
    self.nodes = nodes
    self.edges = edges
    self.evidence = evidence
    self.pages = pages
    self.edgeEvidenceOffsets = edgeEvidenceOffsets
    self.nodeEvidenceOffsets = nodeEvidenceOffsets
    self.nodeEvidence = nodeEvidence
    outOffsets = offsets(of: edges.map(\.source.rawValue), buckets: nodes.count)
    inOffsets = offsets(of: edges.map(\.target.rawValue), buckets: nodes.count)
    pageOffsets = offsets(of: pages.map(\.event.rawValue), buckets: nodes.count)
    var next = inOffsets
    var inEdges = [UInt32](repeating: 0, count: edges.count)
    for (index, edge) in edges.enumerated() {
      inEdges[Int(next[edge.target.position])] = UInt32(index)
      next[edge.target.position] += 1
    }
    self.inEdges = inEdges
  }

  /// The edges that leave the node, sorted by relation, target, role.
  public func outEdges(of node: NodeIndex) -> Range<Int> {
    Int(outOffsets[node.position])..<Int(outOffsets[node.position + 1])
  }

  /// The indices of the edges that enter the node, sorted by source, relation, role.
  public func inEdges(of node: NodeIndex) -> ArraySlice<UInt32> {
    inEdges[Int(inOffsets[node.position])..<Int(inOffsets[node.position + 1])]
  }

  /// Where the edge's evidence stands in `evidence`; never empty for an edge that was read.
  public func evidenceRange(ofEdge index: Int) -> Range<Int> {
    Int(edgeEvidenceOffsets[index])..<Int(edgeEvidenceOffsets[index + 1])
  }

  /// The places that tell of the node itself (an event's headings), by document and place.
  public func evidence(ofNode node: NodeIndex) -> ArraySlice<Evidence> {
    let range =
      Int(
        nodeEvidenceOffsets[node.position])..<Int(nodeEvidenceOffsets[node.position + 1])
    return nodeEvidence[range]
  }

  public func pages(of node: NodeIndex) -> ArraySlice<Page> {
    pages[Int(pageOffsets[node.position])..<Int(pageOffsets[node.position + 1])]
  }

  /// Edges that touch the node, self-loops counted twice.
  public func degree(of node: NodeIndex) -> Int {
    outEdges(of: node).count + inEdges(of: node).count
  }

  /// The node with this id. O(log nodes).
  public func node(id: String) -> NodeIndex? {
    var start = 0
    for group in NodeKind.groups {
      let part =
        start..<Self.partitionPoint(start..<nodes.count) { nodes[$0].kind.group <= group }
      start = part.upperBound
      // Byte order, as in the columns; String's own order folds canonical equivalents.
      let place = Self.partitionPoint(part) {
        strings[nodes[$0].id].utf8.lexicographicallyPrecedes(id.utf8)
      }
      if place < part.upperBound, strings[nodes[place].id].utf8.elementsEqual(id.utf8) {
        return NodeIndex(place)
      }
    }
    return nil
  }

  /// The first place of a range that is not in its first part.
  private static func partitionPoint(_ range: Range<Int>, _ isInFirst: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isInFirst(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Bucket boundaries for a list of bucket numbers: `buckets + 1` offsets.
package func offsets(of buckets: [UInt32], buckets count: Int) -> [UInt32] {
  var offsets = [UInt32](repeating: 0, count: count + 1)
  for bucket in buckets { offsets[Int(bucket) + 1] += 1 }
  var sum: UInt32 = 0
  for k in offsets.indices {
    sum += offsets[k]
    offsets[k] = sum
  }
  return offsets
}
