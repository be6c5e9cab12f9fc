package import EventGraph

/// The entities of a graph by name.
package struct KnownEntities: Sendable {
  private let graph: KnowledgeGraph
  private var byName: [String: NodeIndex] = [:]

  package init(_ graph: KnowledgeGraph) {
    self.graph = graph
    for (k, node) in graph.nodes.enumerated() {
      switch node.kind {
      case .actor, .place, .context: byName[graph.strings[node.name]] = NodeIndex(k)
      case .event, .source, .publisher, .article, .statement, .story, .episode: break
      }
    }
  }

  package struct Known: Sendable {
    package var index: NodeIndex
    package var id: String
    package var kind: NodeKind
    package var entityKind: EntityKind?
  }

  package func node(named name: String) -> Known? {
    guard let index = byName[name] else { return nil }
    let node = graph.nodes[index.position]
    return Known(
      index: index, id: graph.strings[node.id], kind: node.kind, entityKind: node.entityKind)
  }
}
