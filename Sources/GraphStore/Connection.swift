internal import CSQLite

/// One connection to a SQLite file. Every call is checked and its failure names the file.
///
/// Used by one thread at a time: SQLite's own mutexes are off. Safe though unchecked: a thread that is
/// given a connection is joined before another uses it.
@safe final class Connection: @unchecked Sendable {
  let path: String
  private let handle: OpaquePointer
  /// Prepared statements by their SQL; a caller is done with one before it asks for it again.
  private var statements: [String: Statement] = [:]
  private var isClosed = false

  init(path: String, name: String? = nil, flags: Int32) throws(StoreError) {
    _ = Self.configuration
    var handle: OpaquePointer?
    let code = unsafe sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let opened = unsafe handle else {
      throw StoreError(.sqlite(code: Int(code), message: "out of memory"), path: name ?? path)
    }
    guard code == SQLITE_OK else {
      let error = unsafe StoreError(sqlite: opened, code: code, path: name ?? path)
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe self.handle = opened
    self.path = name ?? path
  }

  /// Without statistics SQLite allocates memory without a lock that all threads share. Too late, and
  /// without effect, where another library of the process has used SQLite before.
  private static let configuration: Int32 = weft_sqlite3_disable_memory_statistics()

  deinit { close() }

  /// To be called before the last owner goes; nothing else may be called after it.
  func close() {
    statements.removeAll()
    if !isClosed { unsafe sqlite3_close_v2(handle) }
    isClosed = true
  }

  func execute(_ sql: String) throws(StoreError) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  func prepare(_ sql: String, keep: Bool = false) throws(StoreError) -> Statement {
    var pointer: OpaquePointer?
    let flags = keep ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let code = unsafe sqlite3_prepare_v3(handle, sql, -1, flags, &pointer, nil)
    guard code == SQLITE_OK, let prepared = unsafe pointer else { throw error(code) }
    return unsafe Statement(prepared, of: self)
  }

  /// The statement of this SQL, prepared once, without bindings.
  func statement(_ sql: String) throws(StoreError) -> Statement {
    if let known = statements[sql] {
      known.reset()
      return known
    }
    let new = try prepare(sql, keep: true)
    statements[sql] = new
    return new
  }

  /// The integer that a statement of one row and column gives; nil where it has no row.
  func integer(_ sql: String) throws(StoreError) -> Int? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : nil
  }

  func error(_ code: Int32) -> StoreError {
    unsafe StoreError(sqlite: handle, code: code, path: path)
  }
}

extension StoreError {
  /// What a result code means for the user.
  fileprivate init(sqlite handle: OpaquePointer, code: Int32, path: String) {
    let message = unsafe String(cString: sqlite3_errmsg(handle))
    let extended = unsafe sqlite3_extended_errcode(handle)
    let reason: Reason =
      switch code & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_NOTADB: .notAGraph
      case SQLITE_CORRUPT: .damaged(message)
      case SQLITE_FULL: .full
      case SQLITE_CANTOPEN, SQLITE_PERM: .unreadable
      case SQLITE_IOERR where extended == shortRead: .damaged(message)
      default: .sqlite(code: Int(extended), message: message)
      }
    self.init(reason, path: path)
  }
}

/// `SQLITE_IOERR_SHORT_READ`; the header's macro shifts and is not imported.
private let shortRead = SQLITE_IOERR | 2 << 8
