/// A declared attribute.
///
/// Ids are unique over nodes and edges (Cytoscape and NetworkX look keys up by id alone) and carry a
/// prefix, since Gephi takes an id like `x` or `color` for its own property. Names are unique within
/// nodes and within edges, and none is `id`, `key`, `source` or `target`.
struct GraphMLKey: Sendable {
  enum Element: String, Sendable { case node, edge }
  enum ValueType: String, Sendable { case string, int, double, boolean }

  var element: Element
  var name: String
  var type: ValueType

  /// `n_label`
  var id: String { (element == .node ? "n_" : "e_") + name }

  var declaration: String {
    "  <key id=\"\(id)\" for=\"\(element)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
  }

  /// In the order in which an element's data stand.
  static let all: [GraphMLKey] =
    keys(
      .node,
      [
        ("label", .string), ("name", .string), ("aliases", .string), ("kind", .string),
        ("entity_kind", .string), ("kind_confidence", .double), ("start_date", .string),
        ("date_precision", .string), ("start_epoch_day", .int), ("summary", .string),
        ("url", .string), ("page", .string), ("image", .string), ("kind_reason", .string),
        ("documents", .int), ("evidence_count", .int),
        ("evidence_document", .string), ("evidence_line", .int), ("evidence_quote", .string),
        ("evidence_rule", .string), ("evidence_confidence", .double), ("evidence_all", .string),
        ("size", .double), ("r", .int), ("g", .int), ("b", .int), ("fill_hex", .string),
      ])
    + keys(
      .edge,
      [
        ("edge_id", .string), ("label", .string), ("relation", .string),
        ("interaction", .string), ("role", .string), ("symmetric", .boolean),
        ("weight", .double), ("rank", .int), ("evidence_count", .int),
        ("evidence_document", .string), ("evidence_line", .int), ("evidence_quote", .string),
        ("evidence_rule", .string), ("evidence_confidence", .double), ("evidence_all", .string),
      ])

  private static func keys(_ element: Element, _ list: [(String, ValueType)]) -> [GraphMLKey] {
    list.map { GraphMLKey(element: element, name: $0.0, type: $0.1) }
  }
}
