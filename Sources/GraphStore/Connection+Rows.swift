extension Connection {
  /// Rows of one statement: beginning and ending a statement costs as much as putting a row into a
  /// table in its order.
  private static let rowsAtOnce = 16

  /// Inserts rows into a table, several with one statement.
  ///
  /// - Parameters:
  ///   - columns: How many a row has; all are to be bound for each row.
  ///   - count: How many rows there are.
  ///   - bind: Binds the row of this number, from 0; texts that it lends stay where they are until all
  ///     rows are there.
  func insert(
    into table: String, columns: Int, count: Int,
    _ bind: (_ row: Int, _ insert: Statement) throws(StoreError) -> Void
  ) throws(StoreError) {
    var first = 0
    for rows in [Self.rowsAtOnce, 1] where count - first >= rows {
      let insert = try statement(Self.insert(rows, columns, into: table))
      while count - first >= rows {
        for row in 0..<rows {
          insert.placesBefore = row * columns
          try bind(first + row, insert)
        }
        try insert.run()
        first += rows
      }
    }
  }

  private static func insert(_ rows: Int, _ columns: Int, into table: String) -> String {
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
    return "INSERT INTO \(table) VALUES"
      + Array(repeating: row, count: rows).joined(separator: ",")
  }
}
