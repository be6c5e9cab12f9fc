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
    try PinnedStrings.with(strings) { strings throws(StoreError) in
      try file.insert(into: "quote", columns: 2, count: quotes.count) {
        k, insert throws(StoreError) in
        insert.bind(1, first + k)
        try strings.bind(insert, 2, quotes[quotes.startIndex + k])
      }
    }
  }

  func write(_ rows: EdgeDescription.Rows, to table: String) throws(StoreError) {
    try unsafe rows.text.withUnsafeBufferPointer { text throws(StoreError) in
      try file.insert(into: table, columns: 3, count: rows.ends.count) {
        k, insert throws(StoreError) in
        let start = k == 0 ? 0 : rows.ends[k - 1]
        insert.bind(1, Int(rows.nodes[k]))
        insert.bind(2, Int(rows.degrees[k]))
        try unsafe insert.bind(
          3, borrowing: UnsafeBufferPointer(rebasing: text[start..<rows.ends[k]]))
      }
    }
  }
}
