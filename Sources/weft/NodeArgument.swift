internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphStore

/// A node as a user names it, and what is said where that names none or several.
enum NodeArgument {
  static let words =
    "An id, a page path, an article's file, a URL, a name, or a part of a name that fits one node only."
  static let help = ArgumentHelp(stringLiteral: words)

  /// - Throws: `CommandFailure` with exit code 3, listing what may be meant on standard error.
  static func find(_ text: String, in store: GraphStore) throws -> NodeRecord {
    let shown = TextWidth.cut(TextTable.clean(text), to: 80)
    switch try store.lookup(text) {
    case .one(let node): return node
    case .several(let candidates, let total):
      throw CommandFailure.noNode(
        "'\(shown)' names \(total.grouped) nodes; say which by its id:\n" + list(candidates, total))
    case .none(let nearest) where nearest.isEmpty:
      throw CommandFailure.noNode(
        "no node is named '\(shown)'; look for its words with 'weft search'")
    case .none(let nearest):
      throw CommandFailure.noNode(
        "no node is named '\(shown)'; the nearest are:\n" + list(nearest, nearest.count))
    }
  }

  private static func list(_ nodes: [NodeRecord], _ total: Int) -> String {
    var table = TextTable([.left, .left, .left, .left], flexible: 3)
    for node in nodes {
      table.add([
        .init(node.id), .init(node.kind.name), .init(node.date.map { "\($0)" } ?? ""),
        .init(node.name),
      ])
    }
    var style = TerminalStyle(noColor: true)
    style.width = min(max(StandardStream.error.width ?? 160, 60), 240)
    var lines = table.lines(style)
    if total > nodes.count {
      lines.append("  … and \((total - nodes.count).grouped) more; 'weft search' lists them")
    }
    return lines.joined(separator: "\n")
  }
}

extension Int {
  /// With a comma every three digits, for people.
  var grouped: String {
    var out = ""
    for (k, digit) in String(self).enumerated() {
      if k > 0, digit != "-", (String(self).count - k) % 3 == 0, out != "-" { out += "," }
      out.append(digit)
    }
    return out
  }
}
