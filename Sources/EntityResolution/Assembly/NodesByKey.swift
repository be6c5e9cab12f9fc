internal import EventGraph

/// Nodes by the string that is their key: a run of the builder's numbers, in order of first mention.
struct NodesByKey: Sendable {
  private(set) var keys: [StringIndex] = []
  /// The builder's number of the first.
  var firstNode = 0
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

  /// Place in `keys` of a key that was noted.
  func place(_ key: StringIndex) -> Int { Int(places[key.position]) - 1 }

  func isNoted(_ key: StringIndex) -> Bool {
    key.position < places.count && places[key.position] > 0
  }

  /// The builder's number of a key that was noted.
  func node(_ key: StringIndex) -> NodeIndex { NodeIndex(firstNode + place(key)) }
}
