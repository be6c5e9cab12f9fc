public import EventGraph

extension GraphStore {
  /// What was taken for one and what was kept apart when the graph was built, doubtful first.
  public func decisions() throws(StoreError) -> [IdentityDecision] {
    let rows = try file.prepare(
      """
      SELECT subject, first, second, same, rule, confidence, evidence FROM decision ORDER BY number
      """)
    var decisions: [IdentityDecision] = []
    while try rows.step() {
      guard let subject = IdentityDecision.Subject(rawValue: rows.text(0)) else {
        throw damaged("a decision is about '\(rows.text(0))'")
      }
      decisions.append(
        IdentityDecision(
          subject: subject, first: rows.text(1), second: rows.text(2), isSame: rows.integer(3) != 0,
          rule: rows.text(4), confidence: rows.double(5), evidence: rows.text(6)))
    }
    return decisions
  }

  /// What links give the first of an entity's names that alone leaves open which is meant; nil where none
  /// does.
  public func ambiguity(of names: [String]) throws(StoreError) -> String? {
    for name in names {
      if let found = try ambiguity(of: name) { return found }
    }
    return nil
  }

  private func ambiguity(of name: String) throws(StoreError) -> String? {
    let rows = try file.prepare(
      "SELECT evidence FROM decision WHERE rule = ?1 AND (first = ?2 OR second = ?2) ORDER BY number"
    )
    try rows.bind(1, IdentityDecision.ambiguousLabel)
    try rows.bind(2, name)
    while try rows.step() {
      let evidence = rows.text(0)
      if evidence.hasPrefix("'\(name)' ") { return evidence }
    }
    return nil
  }

  static func write(
    _ decisions: [IdentityDecision], to file: Connection
  ) throws(StoreError) {
    let insert = try file.prepare("INSERT INTO decision VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
    for (number, decision) in decisions.enumerated() {
      insert.bind(1, number)
      try insert.bind(2, decision.subject.rawValue)
      try insert.bind(3, decision.first)
      try insert.bind(4, decision.second)
      insert.bind(5, decision.isSame ? 1 : 0)
      try insert.bind(6, decision.rule)
      try insert.bind(7, decision.confidence)
      try insert.bind(8, decision.evidence)
      try insert.run()
    }
  }
}
