internal import CSQLite

/// A connection to one SQLite file; every call is checked.
@safe
final class Database {
  let path: String
  /// Open from `init` to `deinit`, used by one thread at a time: the class is not Sendable.
  private let handle: OpaquePointer

  enum Mode { case create, read }

  init(_ path: String, _ mode: Mode) throws(StoreError) {
    self.path = path
    var opened: OpaquePointer?
    let flags =
      mode == .create
      ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
      : SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let open = unsafe opened else {
      // SQLite gives a handle even for a failure; it holds nothing that is open.
      if let failed = unsafe opened { unsafe sqlite3_close_v2(failed) }
      throw StoreError(path, .failed("cannot open the graph file (SQLite code \(code))"))
    }
    unsafe handle = open
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  func execute(_ sql: String) throws(StoreError) {
    try check(unsafe sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// The first column of the first row as a number.
  func integer(_ sql: String) throws(StoreError) -> Int {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : 0
  }

  func prepare(_ sql: String) throws(StoreError) -> Statement {
    var prepared: OpaquePointer?
    try check(unsafe sqlite3_prepare_v3(handle, sql, -1, 0, &prepared, nil))
    guard let statement = unsafe prepared else {
      throw StoreError(path, .failed("an empty SQL statement"))
    }
    return unsafe Statement(statement, self)
  }

  func check(_ code: Int32) throws(StoreError) {
    if code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE { throw error(code) }
  }

  func error(_ code: Int32) -> StoreError {
    let message = unsafe String(cString: sqlite3_errmsg(handle))
    switch code & 0xFF {
    case SQLITE_NOTADB: return StoreError(path, .notAGraph)
    case SQLITE_CORRUPT: return StoreError(path, .damaged(message))
    case SQLITE_FULL:
      return StoreError(path, .failed("the disk is full; free some space or choose another disk"))
    default: return StoreError(path, .failed("\(message) (SQLite code \(code))"))
    }
  }
}

/// A prepared statement. Columns count from 0, parameters from 1, as in SQLite.
@safe
final class Statement {
  /// Finalized in `deinit`; the connection outlives it, since `database` holds it.
  private let handle: OpaquePointer
  private let database: Database

  init(_ handle: OpaquePointer, _ database: Database) {
    unsafe self.handle = handle
    self.database = database
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Whether there is a row; false once all have been given.
  func step() throws(StoreError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw database.error(code)
  }

  /// Runs a statement that gives no rows and makes it ready for the next.
  func run() throws(StoreError) {
    let code = unsafe sqlite3_step(handle)
    unsafe sqlite3_reset(handle)
    if code != SQLITE_DONE, code != SQLITE_ROW { throw database.error(code) }
  }

  func reset() { unsafe sqlite3_reset(handle) }

  func bind(_ place: Int32, _ value: Int) {
    unsafe sqlite3_bind_int64(handle, place, Int64(value))
  }

  func bind(_ place: Int32, _ value: Double) { unsafe sqlite3_bind_double(handle, place, value) }

  func bindNull(_ place: Int32) { unsafe sqlite3_bind_null(handle, place) }

  /// SQLite copies the bytes before this returns.
  func bind(_ place: Int32, _ text: Span<UInt8>) {
    unsafe text.withUnsafeBytes { bytes in
      guard let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress else {
        // A null pointer would be NULL, which is not the empty text.
        _ = unsafe "".withCString { unsafe sqlite3_bind_text(handle, place, $0, 0, Self.transient) }
        return
      }
      unsafe sqlite3_bind_text(handle, place, start, Int32(bytes.count), Self.transient)
    }
  }

  func bind(_ place: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bind(place, unsafe Span(_unsafeElements: $0)) }
  }

  func integer(_ column: Int32) -> Int { Int(unsafe sqlite3_column_int64(handle, column)) }
  func double(_ column: Int32) -> Double { unsafe sqlite3_column_double(handle, column) }

  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// Calls the body with the column's bytes; empty for NULL.
  func withBytes<Result>(_ column: Int32, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = unsafe sqlite3_column_blob(handle, column)
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    // Valid until the next step, which the body cannot make.
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    return unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe body(Span(_unsafeElements: $0)) }
  }

  func string(_ column: Int32) -> String {
    withBytes(column) { span in
      unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  private static let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
