internal import EventGraph

/// Nodes by the string that is their key, in order of first mention.
struct NodesByKey {
  private(set) var keys: [StringIndex] = []
  /// Filled in the order of `keys`.
  var nodes: [NodeIndex] = []
  /// The reason of each entity's kind; empty for sources and publishers.
  var kinds: [KindRules.Reason] = []
  /// Place in `keys` + 1 by string index, 0 for none.
  private var places: [UInt32] = []

  mutating func note(_ key: StringIndex) {
    if key.position >= places.count {
      places.append(contentsOf: repeatElement(0, count: key.position + 1 - places.count))
    }
    if places[key.position] == 0 {
      keys.append(key)
      places[key.position] = UInt32(keys.count)
    }
  }

  subscript(key: StringIndex) -> (node: NodeIndex, kind: KindRules.Reason)? {
    guard key.position < places.count, places[key.position] > 0 else { return nil }
    let place = Int(places[key.position]) - 1
    return (nodes[place], kinds.isEmpty ? .unclassified : kinds[place])
  }
}

/// Gives out ids, and longer ones to all that would share one.
struct IdentifierPool {
  private var makers: [(Int) -> String] = []
  private var ids: [String] = []

  /// - Parameter make: The id with a check of that many digits.
  mutating func add(_ make: @escaping (Int) -> String) {
    makers.append(make)
    ids.append(make(6))
  }

  /// The ids in the order of `add`. Which of two things came first makes no difference: both get the
  /// longer check.
  consuming func unique() -> [String] {
    var length = 12
    while true {
      var first: [String: Int] = [:]
      first.reserveCapacity(ids.count)
      var clashes: Set<Int> = []
      for (k, id) in ids.enumerated() {
        if let other = first.updateValue(k, forKey: id) {
          clashes.insert(k)
          clashes.insert(other)
        }
      }
      if clashes.isEmpty || length > 24 { return ids }
      for k in clashes { ids[k] = makers[k](length) }
      length += 6
    }
  }
}
