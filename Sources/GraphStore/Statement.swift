internal import CSQLite

/// A prepared statement: bind, step, read columns. Finalized with its last owner.
@safe final class Statement {
  private let handle: OpaquePointer
  private unowned let connection: Connection
  /// Added to every place that is bound: a statement of several rows is bound row by row.
  var placesBefore = 0

  @unsafe init(_ handle: OpaquePointer, of connection: Connection) {
    unsafe self.handle = handle
    self.connection = connection
  }

  deinit { unsafe sqlite3_finalize(handle) }

  func reset() {
    placesBefore = 0
    // The code repeats the failure of the last step, which has been thrown already.
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  /// True for a row, false at the end.
  @inline(__always)
  func step() throws(StoreError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw connection.error(code)
  }

  /// Runs a statement without rows and makes it ready for the next; bindings stay.
  @inline(__always)
  func run() throws(StoreError) {
    let code = unsafe sqlite3_step(handle)
    unsafe sqlite3_reset(handle)
    guard code == SQLITE_DONE else { throw connection.error(code) }
  }

  /// Binds to `?1`, `?2`, … A place that does not exist is a mistake in this module.
  @inline(__always)
  func bind(_ place: Int, _ value: Int) {
    let code = unsafe sqlite3_bind_int64(handle, number(place), Int64(value))
    precondition(code == SQLITE_OK, "no such parameter")
  }

  func bind(_ place: Int, _ value: Double) throws(StoreError) {
    let code = unsafe sqlite3_bind_double(handle, number(place), value)
    guard code == SQLITE_OK else { throw connection.error(code) }
  }

  func bind(_ place: Int, _ text: String) throws(StoreError) {
    var text = text
    let code = text.withUTF8 { unsafe bind(place, $0, transient) }
    guard code == SQLITE_OK else { throw connection.error(code) }
  }

  /// Binds a copy of a text.
  func bind(_ place: Int, copying text: [UInt8]) throws(StoreError) {
    let code = unsafe text.withUnsafeBufferPointer { unsafe bind(place, $0, transient) }
    guard code == SQLITE_OK else { throw connection.error(code) }
  }

  /// Binds text that stays where it is until the next `bind` of this place or the end of the
  /// statement; an empty one is the empty string.
  @unsafe @inline(__always)
  func bind(_ place: Int, borrowing text: UnsafeBufferPointer<UInt8>) throws(StoreError) {
    let code = unsafe bind(place, text, nil)
    guard code == SQLITE_OK else { throw connection.error(code) }
  }

  @unsafe @inline(__always)
  private func bind(
    _ place: Int, _ text: UnsafeBufferPointer<UInt8>, _ owner: sqlite3_destructor_type?
  ) -> Int32 {
    let start = unsafe UnsafeRawPointer(text.baseAddress ?? Self.nothing)
    return unsafe sqlite3_bind_text(
      handle, number(place), start.assumingMemoryBound(to: CChar.self), Int32(text.count), owner)
  }

  @inline(__always)
  private func number(_ place: Int) -> Int32 { Int32(truncatingIfNeeded: placesBefore + place) }

  /// Binds a column of another statement's row, of whatever type.
  func bind(_ place: Int, value statement: Statement, _ column: Int) throws(StoreError) {
    let value = unsafe sqlite3_column_value(statement.handle, Int32(column))
    let code = unsafe sqlite3_bind_value(handle, number(place), value)
    guard code == SQLITE_OK else { throw connection.error(code) }
  }

  func bindNull(_ place: Int) {
    let code = unsafe sqlite3_bind_null(handle, number(place))
    precondition(code == SQLITE_OK, "no such parameter")
  }

  /// How many columns a row of the answer has.
  var columnCount: Int { unsafe Int(sqlite3_column_count(handle)) }

  @inline(__always)
  func integer(_ column: Int) -> Int { unsafe Int(sqlite3_column_int64(handle, Int32(column))) }

  func double(_ column: Int) -> Double { unsafe sqlite3_column_double(handle, Int32(column)) }

  func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// Text as it is stored; NULL is empty, bytes that are not UTF-8 become U+FFFD.
  func text(_ column: Int) -> String {
    withBytes(column) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The bytes of a text or blob, valid inside the closure only.
  @inline(__always)
  func withBytes<T, E: Error>(
    _ column: Int, _ body: (Span<UInt8>) throws(E) -> T
  ) throws(E) -> T {
    // The pointer first: asking for the length first may convert the value and move it.
    let start = unsafe sqlite3_column_text(handle, Int32(column))
    let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
    return try unsafe body(
      Span(_unsafeStart: start ?? Self.nothing, count: start == nil ? 0 : count))
  }

  /// Somewhere to point at for empty text; SQLite takes a nil pointer for NULL.
  private static var nothing: UnsafePointer<UInt8> { unsafe ("" as StaticString).utf8Start }
}

/// `SQLITE_TRANSIENT`, a cast that the importer leaves out: SQLite copies the bytes.
private let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
