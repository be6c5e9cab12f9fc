internal import EventGraph

/// A graph's strings, pinned in memory, so that SQLite reads them where they are.
@safe struct PinnedStrings {
  private let table: StringTable
  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameter body: Does not keep what it is given.
  static func with(
    _ table: StringTable, _ body: (PinnedStrings) throws(StoreError) -> Void
  ) throws(StoreError) {
    let call = { (bytes: UnsafeBufferPointer<UInt8>) throws(StoreError) in
      try body(unsafe PinnedStrings(table: table, bytes: bytes))
    }
    try unsafe table.bytes.withUnsafeBufferPointer(call)
  }

  @inline(__always)
  func bind(_ statement: Statement, _ place: Int, _ text: StringIndex) throws(StoreError) {
    let range = table.range(of: text)
    try unsafe statement.bind(place, borrowing: UnsafeBufferPointer(rebasing: bytes[range]))
  }

  func bind(
    _ statement: Statement, _ place: Int, orNull text: StringIndex
  ) throws(StoreError) {
    if text.isEmpty { statement.bindNull(place) } else { try bind(statement, place, text) }
  }
}
