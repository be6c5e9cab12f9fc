internal import ArgumentParser
internal import EventGraph
internal import FileIO
internal import GraphStore

struct MergesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merges",
    abstract: "List what was taken for one and what was kept apart, doubtful first.",
    discussion: """
      Each decision stands under the section that would reverse it, with what it rests on and how sure \
      it is. Copy the lines that are wrong, with their section, into a file of your own and build with \
      --overrides FILE. Events are named by their page, everything else by its name.
      """)

  @OptionGroup var graph: GraphOptions

  @Option(
    help: "The shape: yaml to read and copy from, table to look through, jsonl for machines.")
  var format: MergesFormat = .yaml

  @Option(
    help: ArgumentHelp("Decisions at most, the most doubtful ones; 0 for all.", valueName: "n"))
  var limit = 0

  @Flag(help: "No colours, as with NO_COLOR in the environment.")
  var noColor = false

  enum MergesFormat: String, CaseIterable, ExpressibleByArgument { case yaml, table, jsonl, json }

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes a number from 0 on.") }
  }

  func run() throws {
    let all = try GraphStore(opening: graph.path).decisions()
    let decisions = limit > 0 ? Array(all.prefix(limit)) : all
    switch format {
    case .yaml:
      try StandardStream.output.write(Self.yaml(decisions, total: all.count, graph.path))
    case .table:
      try StandardStream.output.write(Self.table(decisions, TerminalStyle(noColor: noColor)))
    case .jsonl, .json: try StandardStream.output.write(Self.lines(decisions))
    }
  }

  static func yaml(_ decisions: [IdentityDecision], total: Int, _ path: String) -> String {
    var text =
      "# \(decisions.count.grouped) of \(total.grouped) decisions of \(YAMLText.comment(path)), doubtful "
      + "first.\n# Copy what is wrong into a file of your own: this file whole would reverse everything.\n"
    for (section, isSame, heading) in [
      ("not-same", true, "taken for one; to part them:"),
      ("same", false, "kept apart; to make them one (the first is the name):"),
    ] {
      let of = decisions.filter { $0.isSame == isSame && $0.rule != "override" }
      if of.isEmpty { continue }
      text += "\n# \(heading)\n\(section):\n"
      for decision in of {
        let percent = Int((decision.confidence * 100).rounded())
        text += "  # \(percent) % \(decision.rule): \(YAMLText.comment(decision.evidence))\n"
        text += "  - [\(YAMLText.quoted(decision.first)), \(YAMLText.quoted(decision.second))]\n"
      }
    }
    let overridden = decisions.filter { $0.rule == "override" }
    if !overridden.isEmpty { text += "\n# decided by the overrides:\n" }
    for decision in overridden {
      text +=
        "#   \(decision.isSame ? "same" : "not-same"): [\(YAMLText.quoted(decision.first)), "
        + "\(YAMLText.quoted(decision.second))]\n"
    }
    return text
  }

  static func table(_ decisions: [IdentityDecision], _ style: TerminalStyle) -> String {
    if decisions.isEmpty { return "nothing was decided\n" }
    let width = max(24, (style.width - 16) / 3)
    func cut(_ name: String) -> TextTable.Cell {
      // Of a page's path the end tells which it is.
      let short = name.hasPrefix("/news/") ? String(name.dropFirst(6)) : name
      return .init(TextWidth.cut(TextTable.clean(short), to: width))
    }
    var table = TextTable([.right, .left, .left, .left, .left], flexible: 4, indent: 0)
    for decision in decisions {
      table.add([
        .init("\(Int((decision.confidence * 100).rounded())) %", .key),
        .init(decision.isSame ? "one" : "apart"), cut(decision.first), cut(decision.second),
        .init("\(decision.rule): \(decision.evidence)", .faint),
      ])
    }
    return table.lines(style).joined(separator: "\n") + "\n"
  }

  static func lines(_ decisions: [IdentityDecision]) -> [UInt8] {
    var writer = ByteWriter()
    for decision in decisions {
      writer.append("{")
      writer.append(key: "subject", first: true, string: decision.subject.rawValue)
      writer.append(key: "first", string: decision.first)
      writer.append(key: "second", string: decision.second)
      writer.append(key: "same")
      writer.append(decision.isSame ? "true" : "false")
      writer.append(key: "rule", string: decision.rule)
      writer.append(key: "confidence")
      writer.append(confidence: (decision.confidence * 1000).rounded() / 1000)
      writer.append(key: "evidence", string: decision.evidence)
      writer.append("}\n")
    }
    return writer.bytes
  }
}

/// Text that YAML reads back as it is.
enum YAMLText {
  /// In double quotes, with everything that is not plain escaped.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      default:
        let isPlain =
          scalar.value >= 32 && scalar.value != 127 && !(0x80...0x9F).contains(scalar.value)
          && ![0x2028, 0x2029, 0xFEFF].contains(scalar.value)
        if isPlain {
          out.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          out += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
      }
    }
    return out + "\""
  }

  /// One line, whatever the text holds.
  static func comment(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          $0.value >= 32 && $0.value != 127 && ![0x85, 0x2028, 0x2029].contains($0.value)
        }))
  }
}
