internal import EventGraph

/// Fills the tables of a graph file that speak of its edges, when those of its nodes are there.
struct EdgeRows: Sendable {
  let file: Connection
  let strings: StringTable
  let writeMiddle: @Sendable () throws(StoreError) -> Void

  func write(_ piece: EdgeDescription.Piece) throws(StoreError) {
    switch piece {
    case .outgoing(let rows): try write(rows, to: "outgoing")
    case .quotes(let quotes, let first): try write(quotes, from: first)
    case .middle: try writeMiddle()
    }
  }

  private func write(
    _ quotes: ArraySlice<StringIndex>, from first: Int
  ) throws(StoreError) {
    let insert = try file.statement("INSERT INTO quote VALUES(?1, ?2)")
    try PinnedStrings.with(strings) { strings throws(StoreError) in
      for (k, quote) in quotes.enumerated() {
        insert.bind(1, first + k)
        try strings.bind(insert, 2, quote)
        try insert.run()
      }
    }
  }

  func write(_ rows: EdgeDescription.Rows, to table: String) throws(StoreError) {
    let insert = try file.statement("INSERT INTO \(table) VALUES(?1, ?2, ?3)")
    try unsafe rows.text.withUnsafeBufferPointer { text throws(StoreError) in
      var start = 0
      for (k, end) in rows.ends.enumerated() {
        insert.bind(1, Int(rows.nodes[k]))
        insert.bind(2, Int(rows.degrees[k]))
        try unsafe insert.bind(3, borrowing: UnsafeBufferPointer(rebasing: text[start..<end]))
        try insert.run()
        start = end
      }
    }
  }
}
