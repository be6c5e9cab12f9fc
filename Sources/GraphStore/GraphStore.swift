internal import CSQLite
internal import EventGraph
internal import Glibc

/// An open graph file, read-only: looks nodes up, lists neighbours, searches, or loads a graph.
///
/// A store sees the file as it was when it was opened, also while another weft replaces it. Used by
/// one thread at a time; further threads open their own.
public final class GraphStore {
  /// As it was given.
  public let path: String
  let file: Connection

  /// - Throws: `StoreError`: `missing`, `unreadable`, `notAGraph`, `newer`, `older`, `damaged`, `busy`.
  /// - Complexity: about half a millisecond, whatever the size of the file.
  public init(opening path: String) throws(StoreError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw StoreError(errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable, path: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(.unreadable, path: path) }
    guard status.st_size > 0 else { throw StoreError(.damaged("it is empty"), path: path) }
    self.path = path
    file = try Connection(path: path, flags: SQLITE_OPEN_READONLY)
    // Mapped, since a page is then read without a copy. Files are replaced, never cut short, while
    // others read them. One transaction for all questions: one answer does not contradict another.
    try file.execute(
      """
      PRAGMA busy_timeout = 1000; PRAGMA mmap_size = 2147418112; PRAGMA trusted_schema = OFF; BEGIN
      """)
    guard try file.integer("PRAGMA application_id") == Schema.applicationID else {
      throw StoreError(.notAGraph, path: path)
    }
    let version = try file.integer("PRAGMA user_version") ?? 0
    if version > Schema.version { throw StoreError(.newer(version: version), path: path) }
    if version < Schema.version { throw StoreError(.older(version: version), path: path) }
    let pageSize = try file.integer("PRAGMA page_size") ?? Schema.pageSize
    guard Int(status.st_size) % pageSize == 0 else {
      throw StoreError(.damaged("it is cut short"), path: path)
    }
  }

  func damaged(_ what: String) -> StoreError { StoreError(.damaged(what), path: path) }

  func kind(_ number: Int) throws(StoreError) -> NodeKind {
    guard let kind = UInt8(exactly: number).flatMap(NodeKind.init(rawValue:)) else {
      throw StoreError(.unknownCode(what: "node kind", number: number), path: path)
    }
    return kind
  }

  func relation(_ number: Int) throws(StoreError) -> Relation {
    guard let relation = UInt8(exactly: number).flatMap(Relation.init(rawValue:)) else {
      throw StoreError(.unknownCode(what: "relation", number: number), path: path)
    }
    return relation
  }

  func role(_ number: Int) throws(StoreError) -> Role {
    guard let role = UInt8(exactly: number).flatMap(Role.init(rawValue:)) else {
      throw StoreError(.unknownCode(what: "role", number: number), path: path)
    }
    return role
  }

  func rule(_ number: Int) throws(StoreError) -> Rule {
    guard let rule = UInt8(exactly: number).flatMap(Rule.init(rawValue:)) else {
      throw StoreError(.unknownCode(what: "rule", number: number), path: path)
    }
    return rule
  }
}
