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
  let same: [(StringIndex, StringIndex)]
  let notSame: [(StringIndex, StringIndex)]
  let drops: [StringIndex]
  /// By the name that stands for the entity; made by `settle`.
  private(set) var kinds: [StringIndex: EntityKind] = [:]
  private(set) var names: [StringIndex: String] = [:]

  private let firsts: [StringIndex]
  private let decided: Set<Pair>
  private let kindEntries: [(name: StringIndex, entry: Overrides.Entry<EntityKind>)]
  private let nameEntries: [(name: StringIndex, entry: Overrides.Entry<String>)]
  private let file: String

  private struct Pair: Hashable {
    var first: StringIndex
    var second: StringIndex

    init(_ a: StringIndex, _ b: StringIndex) {
      (first, second) = a.rawValue < b.rawValue ? (a, b) : (b, a)
    }
  }

  /// - Parameter known: Names of entities; what names nothing decides nothing.
  init(_ overrides: Overrides, _ strings: borrowing StringInterner, known: Set<StringIndex>) {
    func find(_ name: String) -> StringIndex? {
      strings.find(Array(name.utf8).span).flatMap { known.contains($0) ? $0 : nil }
    }
    func pairs(_ groups: [Overrides.Group], isChain: Bool) -> [(StringIndex, StringIndex)] {
      groups.flatMap { EventOverrides.pairs($0.names.compactMap(find), isChain: isChain) }
    }
    same = pairs(overrides.same, isChain: true)
    notSame = pairs(overrides.notSame, isChain: false)
    firsts = overrides.same.compactMap { $0.names.compactMap(find).first }
    drops = overrides.drops.compactMap { find($0.name) }
    decided = Set((same + notSame).map { Pair($0, $1) })
    kindEntries = overrides.kinds.compactMap { entry in find(entry.name).map { ($0, entry) } }
    nameEntries = overrides.names.compactMap { entry in find(entry.name).map { ($0, entry) } }
    file = overrides.file
  }

  /// The name that the user put first, where a group was made by the user.
  func first(of group: [StringIndex]) -> StringIndex? { firsts.first(where: group.contains) }

  func decides(_ a: StringIndex, _ b: StringIndex) -> Bool { decided.contains(Pair(a, b)) }

  /// Gives each entity the kind and name that the file gives one of its spellings; where it gives
  /// several, the one of the spelling that stands for it, else the first, and a diagnostic.
  mutating func settle(_ representatives: EntityNames) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func settled<Value>(
      _ entries: [(name: StringIndex, entry: Overrides.Entry<Value>)]
    ) -> [StringIndex: Value] {
      var kept: [StringIndex: (name: StringIndex, entry: Overrides.Entry<Value>)] = [:]
      for item in entries {
        let name = representatives[item.name]
        guard let other = kept[name] else {
          kept[name] = item
          continue
        }
        if other.entry.value != item.entry.value {
          diagnostics.append(
            Diagnostic(
              .unusedOverride, file: file, line: item.entry.line,
              "'\(item.entry.name)' and '\(other.entry.name)' (line \(other.entry.line)) are one "
                + "entity and are told apart here; one of the lines does nothing, remove it"))
        }
        if item.name == name { kept[name] = item }
      }
      return kept.mapValues(\.entry.value)
    }
    kinds = settled(kindEntries)
    names = settled(nameEntries)
    return diagnostics
  }
}

extension EventTable {
  /// The event of a page path as a user writes it.
  func number(ofPath path: String, _ facts: FactTable) -> Int? {
    guard let index = facts.strings.find(Array(path.utf8).span) else { return nil }
    return known(index)
  }
}
