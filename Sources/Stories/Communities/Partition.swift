/// Which community each node of a graph belongs to.
public struct Partition: Equatable, Sendable {
  /// One label a node, dense from 0 in the order of the communities' first members.
  public let labels: [UInt32]
  /// How many communities there are.
  public let count: Int

  /// The partition that any labels say, whatever their numbers.
  public init(labels raw: [UInt32]) {
    var map = [UInt32](repeating: .max, count: Int(raw.max() ?? 0) + 1)
    var labels = raw
    var count: UInt32 = 0
    for (node, label) in raw.enumerated() {
      if map[Int(label)] == .max {
        map[Int(label)] = count
        count += 1
      }
      labels[node] = map[Int(label)]
    }
    self.labels = labels
    self.count = Int(count)
  }

  /// Every node alone.
  public init(singletons nodeCount: Int) {
    labels = (0..<UInt32(nodeCount)).map { $0 }
    count = nodeCount
  }

  /// The members of each community, ascending.
  public var members: [[UInt32]] {
    var members = [[UInt32]](repeating: [], count: count)
    for (node, label) in labels.enumerated() { members[Int(label)].append(UInt32(node)) }
    return members
  }

  /// The partition with every community cut into its connected parts.
  ///
  /// No quality that Leiden knows is lowered by it: the parts have no edges between them that could be
  /// lost.
  func connected(in graph: LeidenLevel) -> Partition {
    var part = [UInt32](repeating: .max, count: labels.count)
    var parts: UInt32 = 0
    var stack: [UInt32] = []
    for start in labels.indices where part[start] == .max {
      part[start] = parts
      stack.append(UInt32(start))
      while let node = stack.popLast() {
        for k in Int(graph.offsets[Int(node)])..<Int(graph.offsets[Int(node) + 1]) {
          let other = Int(graph.arcs[k].target)
          if part[other] == .max, labels[other] == labels[start] {
            part[other] = parts
            stack.append(UInt32(other))
          }
        }
      }
      parts += 1
    }
    return Partition(labels: part)
  }
}
