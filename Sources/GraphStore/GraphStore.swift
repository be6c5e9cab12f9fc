internal import FileIO

/// A graph file, opened to be asked. See SCHEMA.md for what it holds.
///
/// One thread at a time uses a store; nothing it does changes the file.
public final class GraphStore {
  public let path: String
  let database: Database

  /// - Throws: `StoreError`, whose reason tells a missing file from a foreign, newer or damaged one.
  public init(opening path: String) throws(StoreError) {
    self.path = path
    do {
      guard try entryKind(of: path) == .file else { throw StoreError(path, .notAGraph) }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(path, .missing)
    }
    database = try Database(path, .read)
    guard try database.integer("PRAGMA application_id") == Schema.applicationID else {
      throw StoreError(path, .notAGraph)
    }
    let version = try database.integer("PRAGMA user_version")
    if version > Schema.version { throw StoreError(path, .newerVersion(version)) }
    if version < Schema.version { throw StoreError(path, .olderVersion(version)) }
  }
}
