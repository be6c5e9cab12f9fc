/// Groups things by pairs that are one, surest first, and keeps apart what must not meet.
///
/// A pair that would bring two things of a forbidden pair into one group is refused, so that a
/// "not the same" holds against any chain of rules.
struct JoinedPairs: Sendable {
  private var parents: [Int]
  /// Other members that each group must not take in, by root.
  private var forbidden: [Int: [Int]] = [:]

  init(count: Int) { parents = Array(0..<count) }

  mutating func forbid(_ a: Int, _ b: Int) {
    forbidden[root(a), default: []].append(b)
    forbidden[root(b), default: []].append(a)
  }

  /// Whether the two are in one group now.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (root(a), root(b))
    if x == y { return true }
    if forbidden[x, default: []].contains(where: { root($0) == y }) { return false }
    let (first, second) = (min(x, y), max(x, y))
    parents[second] = first
    if let others = forbidden.removeValue(forKey: second) {
      forbidden[first, default: []] += others
    }
    return true
  }

  /// The smallest member of its group.
  mutating func root(_ item: Int) -> Int {
    var item = item
    while parents[item] != item {
      parents[item] = parents[parents[item]]
      item = parents[item]
    }
    return item
  }
}
