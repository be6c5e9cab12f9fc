package import EventGraph

/// What all threads have collected, put together, each document once.
package struct CollectedReports: Sendable {
  private var facts = FactTable()
  /// Documents that were read twice, under two inputs, and counted once.
  let repeatedDocuments: Int

  /// - Parameters:
  ///   - collectors: In any order.
  ///   - threads: How many share the work.
  package init(_ collectors: consuming [ReportCollector], threads: Int) {
    var tables: [FactTable] = []
    while let collector = collectors.popLast() {
      if !collector.facts.documents.isEmpty { tables.append(collector.facts) }
    }
    // Two by two, so that however many there are no fact moves often.
    while tables.count > 1 {
      var joined: [FactTable] = []
      while var table = tables.popLast() {
        if let other = tables.popLast() { table.merge(other, threads: threads) }
        joined.append(table)
      }
      tables = joined
    }
    if let table = tables.popLast() { facts = table }
    repeatedDocuments = facts.removeRepeatedDocuments()
  }

  /// The facts, given away so that they can be changed without a copy.
  consuming func takeFacts() -> FactTable { facts }

  /// Every document that was read, in no order.
  package var documents: [Document] { facts.documents }
  package var strings: StringTable { facts.strings.table() }
}
