internal import CSQLite
internal import Testing

@testable internal import GraphStore

@Suite("Rows inserted several at a time")
struct InsertTests {
  @Test("Every row is there once, however many there are", arguments: [0, 1, 15, 16, 17, 32, 100])
  func counts(count: Int) throws {
    let file = try Connection(
      path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try file.execute("CREATE TABLE row(number INTEGER PRIMARY KEY, text TEXT, empty TEXT)")
    for start in [0, 1000] {
      try file.insert(into: "row", columns: 3, count: count) { k, insert throws(StoreError) in
        insert.bind(1, start + k)
        try insert.bind(2, "row \(start + k)")
        insert.bindNull(3)
      }
    }
    #expect(try file.integer("SELECT count(*) FROM row") == 2 * count)
    #expect(
      try file.integer(
        "SELECT count(*) FROM row WHERE text = 'row ' || number AND empty IS NULL")
        == 2 * count)
  }

  @Test("A row that the table refuses is told")
  func refused() throws {
    let file = try Connection(
      path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try file.execute("CREATE TABLE row(number INTEGER PRIMARY KEY)")
    #expect(throws: StoreError.self) {
      try file.insert(into: "row", columns: 1, count: 20) { k, insert throws(StoreError) in
        insert.bind(1, k % 18)
      }
    }
  }
}
