internal import EventGraph
internal import FileIO
internal import GraphStore

/// Pieces of JSON that several commands print.
extension ByteWriter {
  /// `"name":` after a comma where one is needed.
  mutating func append(key: StaticString, first: Bool = false) {
    if !first { append(",") }
    append("\"")
    append(key)
    append("\":")
  }

  mutating func append(key: StaticString, first: Bool = false, string: String) {
    append(key: key, first: first)
    append(jsonString: string)
  }

  mutating func append(key: StaticString, first: Bool = false, number: Int) {
    append(key: key, first: first)
    append(number)
  }

  /// The four fields by which every answer tells of a node, without the closing brace.
  mutating func append(openNode node: NodeRecord) {
    append("{")
    append(key: "id", first: true, string: node.id)
    append(key: "kind", string: node.kind.name)
    if let kind = node.entityKind { append(key: "entityKind", string: kind.name) }
    append(key: "name", string: node.name)
    if let date = node.date { append(key: "date", string: "\(date)") }
  }

  mutating func append(node: NodeRecord) {
    append(openNode: node)
    append("}")
  }

  mutating func append(strings: [String]) {
    append("[")
    for (k, string) in strings.enumerated() {
      if k > 0 { append(",") }
      append(jsonString: string)
    }
    append("]")
  }

  mutating func append(evidence: [EvidenceRecord]) {
    append("[")
    for (k, piece) in evidence.enumerated() {
      append(k > 0 ? ",{" : "{")
      append(key: "document", first: true, string: piece.document)
      append(key: "line", number: piece.line)
      append(key: "quote", string: piece.quote)
      append(key: "rule", string: piece.rule.name)
      append(key: "confidence")
      append(confidence: piece.rule.confidence)
      if piece.share > 0 {
        append(key: "share")
        append(confidence: Double(piece.share) / 100)
      }
      append("}")
    }
    append("]")
  }

  /// `1` and not `1.0`: a whole number is the shorter and equal JSON number.
  mutating func append(confidence value: Double) {
    if value == value.rounded(), abs(value) < 1e15 { append(Int(value)) } else { append(value) }
  }
}
