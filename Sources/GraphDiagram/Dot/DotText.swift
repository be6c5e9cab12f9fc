/// Writes DOT so that no text can end its quotes, its label or its attribute.
enum DotText {
  /// A double-quoted string that Graphviz reads as an escString (labels, tooltips, URLs):
  /// backslashes doubled, so that `\N` stays two characters; `&` as an entity, since Graphviz
  /// decodes entities in every text.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "&": out += "&amp;"
      case "\n": out += "\\n"
      default: if scalar.value >= 32, scalar.value != 127 { out.unicodeScalars.append(scalar) }
      }
    }
    return out + "\""
  }

  /// Text inside an HTML-like label. The label is read as XML, after which Graphviz still looks for
  /// escapes (`\N` is the node's name), so backslashes are doubled here too.
  static func html(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\\": out += "\\\\"
      default: if scalar.value >= 32, scalar.value != 127 { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }

  /// Whether an id may name a node in the file: of the plain kind that the archive gives, and none of
  /// the names that Graphviz makes up (`node7`).
  static func isPlainIdentifier(_ id: String) -> Bool {
    for made in ["node", "edge", "graph", "clust"] where id.hasPrefix(made) {
      if id.utf8.dropFirst(made.utf8.count).allSatisfy({ $0 >= 48 && $0 <= 57 }) { return false }
    }
    return !id.isEmpty && id.utf8.count <= 200
      && id.utf8.allSatisfy {
        ($0 | 32 >= 97 && $0 | 32 <= 122) || ($0 >= 48 && $0 <= 58) || $0 == 45 || $0 == 46
          || $0 == 95
      }
  }

  /// At most two decimals and no exponent, which Graphviz has crashed on.
  static func number(_ value: Double) -> String {
    let clamped = value.isFinite ? min(max(value, 0), 1_000_000) : 0
    let hundredths = Int((clamped * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }

  /// Lines of one paragraph, each ended so that it starts at the left.
  static func lines(_ lines: [String], align: String = "LEFT") -> String {
    lines.map { html($0) + "<BR ALIGN=\"\(align)\"/>" }.joined()
  }
}
