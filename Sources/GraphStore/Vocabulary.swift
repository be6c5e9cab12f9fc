internal import EventGraph

/// The tables that say what numbers mean, the same in every graph file; what only graphs with stories have
/// stands in theirs alone.
enum Vocabulary {
  /// - Parameter isComputed: What was computed, which comes second, or what was read.
  static func write(isComputed: Bool = false, to file: Connection) throws(StoreError) {
    func fill(_ table: String, _ rows: [(Int, String?)]) throws(StoreError) {
      let insert = try file.prepare("INSERT INTO \(table) VALUES(?1, ?2)")
      for (number, name) in rows {
        insert.bind(1, number)
        if let name { try insert.bind(2, name) } else { insert.bindNull(2) }
        try insert.run()
      }
    }
    let kinds = NodeKind.allCases.filter { $0.isComputed == isComputed }
    try fill("kind", kinds.map { (Int($0.rawValue), $0.name) })
    let relations = Relation.allCases.filter { $0.isComputed == isComputed }
    try fill("relation", relations.map { (Int($0.rawValue), $0.name) })
    if !isComputed {
      try fill("entity_kind", EntityKind.allCases.map { (Int($0.rawValue), $0.name) })
      try fill("role", Role.allCases.map { (Int($0.rawValue), $0.name) })
    }
    let insert = try file.prepare("INSERT INTO rule VALUES(?1, ?2, ?3, ?4)")
    for rule in Rule.allCases where rule.isComputed == isComputed {
      insert.bind(1, Int(rule.rawValue))
      try insert.bind(2, rule.name)
      try insert.bind(3, rule.summary)
      try insert.bind(4, rule.confidence)
      try insert.run()
    }
  }
}
