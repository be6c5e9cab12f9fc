internal import EventGraph
internal import EventIngest

/// The overrides about events, by event number.
struct EventOverrides: Sendable {
  var same: [(first: Int, second: Int)] = []
  var notSame: [(first: Int, second: Int)] = []

  init(_ overrides: Overrides, _ facts: FactTable, _ events: EventTable) {
    func pairs(_ groups: [Overrides.Group], isChain: Bool) -> [(first: Int, second: Int)] {
      groups.flatMap { group in
        let numbers = group.names.compactMap { events.number(ofPath: $0, facts) }
        return Self.pairs(numbers, isChain: isChain).map { (first: $0.0, second: $0.1) }
      }
    }
    same = pairs(overrides.same, isChain: true)
    notSame = pairs(overrides.notSame, isChain: false)
  }

  /// The first with each other one, or each with each.
  static func pairs<Item>(_ items: [Item], isChain: Bool) -> [(Item, Item)] {
    guard let first = items.first else { return [] }
    if isChain { return items.dropFirst().map { (first, $0) } }
    return items.indices.flatMap { k in items[(k + 1)...].map { (items[k], $0) } }
  }
}

/// The overrides about entities, by names of the string table.
struct EntityOverrides: Sendable {
  var same: [(StringIndex, StringIndex)] = []
  var notSame: [(StringIndex, StringIndex)] = []
  var drops: [StringIndex] = []
  var kinds: [StringIndex: EntityKind] = [:]
  var names: [StringIndex: String] = [:]
  private var firsts: [StringIndex] = []

  init(_ overrides: Overrides, _ strings: borrowing StringInterner) {
    func find(_ name: String) -> StringIndex? { strings.find(Array(name.utf8).span) }
    func pairs(_ groups: [Overrides.Group], isChain: Bool) -> [(StringIndex, StringIndex)] {
      groups.flatMap { EventOverrides.pairs($0.names.compactMap(find), isChain: isChain) }
    }
    same = pairs(overrides.same, isChain: true)
    notSame = pairs(overrides.notSame, isChain: false)
    firsts = overrides.same.compactMap { $0.names.compactMap(find).first }
    drops = overrides.drops.compactMap { find($0.name) }
    for entry in overrides.kinds { if let name = find(entry.name) { kinds[name] = entry.value } }
    for entry in overrides.names { if let name = find(entry.name) { names[name] = entry.value } }
  }

  /// The name that the user put first, where a group was made by the user.
  func first(of group: [StringIndex]) -> StringIndex? { firsts.first(where: group.contains) }

  func decides(_ a: StringIndex, _ b: StringIndex) -> Bool {
    (same + notSame).contains { ($0 == a && $1 == b) || ($0 == b && $1 == a) }
  }
}

extension EventTable {
  /// The event of a page path as a user writes it.
  func number(ofPath path: String, _ facts: FactTable) -> Int? {
    guard let index = facts.strings.find(Array(path.utf8).span) else { return nil }
    return known(index)
  }
}
