/// Who takes the parts of a graph as soon as they are final, while the rest is being made.
///
/// Each is given once, in this order, and calls do not overlap; they come from whatever thread.
package protocol GraphObserver: AnyObject, Sendable {
  /// Documents, pages, and the nodes of the groups before that of entities: events, sources, articles.
  /// Others may be there, and are not looked at.
  func takeFirstNodes(_ nodes: KnowledgeGraph.SealedNodes)

  /// All but the edges. What was given before is the start of it, and has not changed.
  func takeNodes(_ nodes: KnowledgeGraph.SealedNodes)

  /// The edges of the next nodes, in final order.
  func takeEdges(_ edges: EdgeColumns)
}

/// Puts a graph together again.
///
/// Safe though unchecked: calls do not overlap, as the protocol says.
package final class GraphCollector: GraphObserver, @unchecked Sendable {
  private var nodes: KnowledgeGraph.SealedNodes?
  private var edges = EdgeColumns()

  package init() {}

  package func takeFirstNodes(_ nodes: KnowledgeGraph.SealedNodes) {}

  package func takeNodes(_ nodes: KnowledgeGraph.SealedNodes) { self.nodes = nodes }

  package func takeEdges(_ edges: EdgeColumns) { self.edges.append(edges) }

  /// The graph, when all parts were given; they are given away.
  package func graph() -> KnowledgeGraph {
    guard let nodes else { preconditionFailure("a graph's nodes come before its edges") }
    self.nodes = nil
    var all = EdgeColumns()
    swap(&all, &edges)
    return nodes.graph(all)
  }
}

extension KnowledgeGraph {
  /// Gives the whole graph away in its parts.
  ///
  /// - Parameter edgesAtOnce: About how many edges a part has.
  package func give(to observer: any GraphObserver, edgesAtOnce: Int = 1 << 13) {
    observer.takeFirstNodes(sealedNodes)
    observer.takeNodes(sealedNodes)
    var first = 0
    while first < edges.count {
      let source = edges[min(first + edgesAtOnce, edges.count) - 1].source
      let end = outEdges(of: source).upperBound
      var part = EdgeColumns()
      part.append(first..<end, of: self)
      observer.takeEdges(part)
      first = end
    }
  }
}
