internal import EventGraph

/// The tables that say what numbers mean, the same in every graph file.
enum Vocabulary {
  static func write(to file: Connection) throws(StoreError) {
    func fill(_ table: String, _ rows: [(Int, String?)]) throws(StoreError) {
      let insert = try file.prepare("INSERT INTO \(table) VALUES(?1, ?2)")
      for (number, name) in rows {
        insert.bind(1, number)
        if let name { try insert.bind(2, name) } else { insert.bindNull(2) }
        try insert.run()
      }
    }
    try fill("kind", NodeKind.allCases.map { (Int($0.rawValue), $0.name) })
    try fill("entity_kind", EntityKind.allCases.map { (Int($0.rawValue), $0.name) })
    try fill("relation", Relation.allCases.map { (Int($0.rawValue), $0.name) })
    try fill("role", Role.allCases.map { (Int($0.rawValue), $0.name) })
    let insert = try file.prepare("INSERT INTO rule VALUES(?1, ?2, ?3, ?4)")
    for rule in Rule.allCases {
      insert.bind(1, Int(rule.rawValue))
      try insert.bind(2, rule.name)
      try insert.bind(3, rule.summary)
      try insert.bind(4, rule.confidence)
      try insert.run()
    }
  }
}
