public import EventGraph

/// What the user decides against the rules: read from a YAML file, applied to every build.
///
/// Events are named by a page path (`/news/2015/12/23/….md`), everything else by its name.
public struct Overrides: Equatable, Sendable {
  /// Names or pages that are one thing, or are not, and the line that says so.
  public struct Group: Equatable, Sendable {
    public var names: [String]
    public var line: Int

    public init(names: [String], line: Int) {
      self.names = names
      self.line = line
    }
  }

  /// Something said of one name.
  public struct Entry<Value: Equatable & Sendable>: Equatable, Sendable {
    public var name: String
    public var value: Value
    public var line: Int

    public init(name: String, value: Value, line: Int) {
      self.name = name
      self.value = value
      self.line = line
    }
  }

  /// The file, for messages.
  public var file = ""
  public var same: [Group] = []
  public var notSame: [Group] = []
  public var kinds: [Entry<EntityKind>] = []
  /// Names to show; ids stay those of the archive's names.
  public var names: [Entry<String>] = []
  /// Names that are no thing: nothing is made of them.
  public var drops: [Entry<Bool>] = []

  public init() {}

  public var isEmpty: Bool {
    same.isEmpty && notSame.isEmpty && kinds.isEmpty && names.isEmpty && drops.isEmpty
  }

  /// All names that it speaks of with the first line of each, in the file's order.
  public var mentioned: [(name: String, line: Int)] {
    var all = (same + notSame).flatMap { group in group.names.map { ($0, group.line) } }
    all += kinds.map { ($0.name, $0.line) }
    all += names.map { ($0.name, $0.line) }
    all += drops.map { ($0.name, $0.line) }
    var seen: Set<[UInt8]> = []
    return all.sorted { $0.1 < $1.1 }.filter { seen.insert(Array($0.0.utf8)).inserted }
  }

  /// What contradicts itself: each message names both lines. Empty where the file can be followed.
  public func contradictions() -> [String] {
    var found: [String] = []
    var groups = SameGroups(same)
    for group in notSame {
      for (k, a) in group.names.enumerated() {
        for b in group.names[(k + 1)...] {
          if a.utf8.elementsEqual(b.utf8) {
            found.append("\(file):\(group.line): '\(a)' is said not to be the same as itself")
          } else if groups.areOne(a, b), let line = groups.line(joining: a) {
            found.append(
              "\(file):\(group.line): '\(a)' and '\(b)' are said not to be the same, and line "
                + "\(line) makes them one; remove one of the two")
          }
        }
      }
    }
    found += Self.twice(kinds, file) { "kind \($0.name)" }
    found += Self.twice(names, file) { "name '\($0)'" }
    let others = kinds.map { ($0.name, $0.line) } + names.map { ($0.name, $0.line) }
    for drop in drops {
      for (name, line) in others where name.utf8.elementsEqual(drop.name.utf8) {
        found.append(
          "\(file):\(drop.line): '\(name)' is dropped, and line \(line) says what it is; remove one "
            + "of the two")
      }
    }
    return found
  }

  private static func twice<Value>(
    _ entries: [Entry<Value>], _ file: String, _ text: (Value) -> String
  ) -> [String] {
    var first: [[UInt8]: Entry<Value>] = [:]
    return entries.compactMap { entry in
      guard let known = first[Array(entry.name.utf8)] else {
        first[Array(entry.name.utf8)] = entry
        return nil
      }
      if known.value == entry.value { return nil }
      return "\(file):\(entry.line): '\(entry.name)' is given the \(text(entry.value)), and line "
        + "\(known.line) gives it the \(text(known.value)); remove one of the two"
    }
  }
}

/// The sets that `same` makes of names, told apart by their bytes: for String, "Ö" and "O" with a mark are
/// equal, which here may be the very question.
private struct SameGroups {
  private var numbers: [[UInt8]: Int] = [:]
  private var groups = JoinedPairs(count: 0)
  private var lines: [Int] = []

  init(_ same: [Overrides.Group]) {
    for group in same {
      for name in group.names where numbers[Array(name.utf8)] == nil {
        numbers[Array(name.utf8)] = lines.count
        lines.append(group.line)
      }
    }
    groups = JoinedPairs(count: lines.count)
    for group in same {
      let members = group.names.compactMap { numbers[Array($0.utf8)] }
      for member in members.dropFirst() { groups.join(members[0], member) }
    }
  }

  mutating func areOne(_ a: String, _ b: String) -> Bool {
    guard let x = numbers[Array(a.utf8)], let y = numbers[Array(b.utf8)] else { return false }
    return groups.root(x) == groups.root(y)
  }

  func line(joining name: String) -> Int? { numbers[Array(name.utf8)].map { lines[$0] } }
}
