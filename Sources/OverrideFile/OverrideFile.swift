public import EntityResolution
internal import EventGraph

/// Reads the YAML file in which a user decides against the rules.
///
/// ```yaml
/// same:
///   - [Syrian Civil War, Syrian uprising]       # one thing; the first is its name
/// not-same:
///   - [/news/2005/01/1/a.md, /news/2005/01/1/b.md]
/// kind:
///   Ukraine: state
/// name:
///   Burma: Myanmar
/// drop:
///   - registration required
/// ```
public enum OverrideFile {
  /// Everything that is wrong with a file, one message a line: `file:line: what, and what to do`.
  public struct Failure: Error, CustomStringConvertible {
    public var messages: [String]
    public var description: String { messages.joined(separator: "\n") }
  }

  /// - Parameter name: The file as the user named it, for messages.
  /// - Throws: `Failure` with every mistake of the file, contradictions included.
  public static func read(_ bytes: [UInt8], name: String) throws(Failure) -> Overrides {
    var reading = Reading(name)
    do {
      if let root = try YAMLReader.read(bytes) { reading.add(root) }
    } catch {
      reading.fail(error.line, error.message)
    }
    if reading.messages.isEmpty { reading.messages = reading.overrides.contradictions() }
    if !reading.messages.isEmpty { throw Failure(messages: reading.messages) }
    return reading.overrides
  }

  private struct Reading {
    var overrides = Overrides()
    var messages: [String] = []

    init(_ name: String) { overrides.file = name }

    mutating func fail(_ line: Int, _ message: String) {
      messages.append("\(overrides.file):\(line): \(message)")
    }

    mutating func add(_ root: YAMLValue) {
      guard case .map(let sections) = root.content else {
        return fail(root.line, "write sections: same, not-same, kind, name, drop")
      }
      var seen: [String: Int] = [:]
      for (key, value) in sections {
        guard let name = scalar(key) else { continue }
        if let line = seen.updateValue(key.line, forKey: name) {
          fail(key.line, "'\(name)' stands on line \(line) already; write one section of each")
        }
        // `same:` with nothing behind it is a section without lines.
        if value.content == .scalar("") { continue }
        switch name {
        case "same": overrides.same += groups(value)
        case "not-same": overrides.notSame += groups(value)
        case "kind": addKinds(value)
        case "name": addNames(value)
        case "drop": addDrops(value)
        default:
          fail(key.line, "'\(name)' is no section; there are same, not-same, kind, name, drop")
        }
      }
    }

    private mutating func groups(_ value: YAMLValue) -> [Overrides.Group] {
      guard case .list(let items) = value.content else {
        fail(value.line, "write a list of lists: - [one name, another name]")
        return []
      }
      return items.compactMap { item in
        guard case .list(let names) = item.content, names.count > 1 else {
          fail(item.line, "write two names or more: - [one name, another name]")
          return nil
        }
        return Overrides.Group(names: names.compactMap { scalar($0) }, line: item.line)
      }
    }

    private mutating func addKinds(_ value: YAMLValue) {
      for (name, text, line) in pairs(value) {
        guard let kind = EntityKind(name: text) else {
          let known = EntityKind.allCases.map(\.name).joined(separator: ", ")
          fail(line, "'\(text)' is no kind of an entity; there are \(known)")
          continue
        }
        overrides.kinds.append(Overrides.Entry(name: name, value: kind, line: line))
      }
    }

    private mutating func addNames(_ value: YAMLValue) {
      for (name, text, line) in pairs(value) {
        if text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
          fail(line, "a name is one line without control characters")
        } else {
          overrides.names.append(Overrides.Entry(name: name, value: text, line: line))
        }
      }
    }

    private mutating func addDrops(_ value: YAMLValue) {
      guard case .list(let items) = value.content else {
        return fail(value.line, "write a list of names: - name")
      }
      for item in items {
        guard let name = scalar(item) else { continue }
        overrides.drops.append(Overrides.Entry(name: name, value: true, line: item.line))
      }
    }

    private mutating func pairs(_ value: YAMLValue) -> [(String, String, Int)] {
      guard case .map(let pairs) = value.content else {
        fail(value.line, "write pairs: Name: value")
        return []
      }
      return pairs.compactMap { key, value in
        guard let name = scalar(key), let text = scalar(value) else { return nil }
        return (name, text, key.line)
      }
    }

    /// A text that is not empty, trimmed by YAML.
    private mutating func scalar(_ value: YAMLValue) -> String? {
      guard case .scalar(let text) = value.content, !text.isEmpty else {
        fail(value.line, "a name is expected here; write it as text, in quotes where it holds ': '")
        return nil
      }
      return text
    }
  }
}
