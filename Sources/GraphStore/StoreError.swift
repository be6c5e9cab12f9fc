/// A graph file that could not be opened, read or written: which file, why, and what to do.
public struct StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Reason: Equatable, Sendable {
    /// There is no such file.
    case missing
    /// The file may not be read, or is a folder.
    case unreadable
    /// The file is something else: no SQLite file, or a SQLite file of another program.
    case notAGraph
    /// Made by a weft that knows more than this one; the version of its schema.
    case newer(version: Int)
    /// Made by a weft whose schema this one no longer reads.
    case older(version: Int)
    /// A kind, relation, role or rule whose number this weft does not know.
    case unknownCode(what: String, number: Int)
    /// Cut short or overwritten; SQLite's words or ours.
    case damaged(String)
    /// Another program holds a lock on the file.
    case busy
    /// The disk or the quota is full.
    case full
    /// The target is a device or a pipe, where SQLite cannot seek.
    case notSeekable
    /// Anything else that SQLite says, with its extended result code.
    case sqlite(code: Int, message: String)
  }

  public var reason: Reason
  public var path: String

  public init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }

  /// "news.weft: there is no such graph file; build one with 'weft build INPUT -o news.weft'"
  public var description: String { "\(path): \(explanation)" }

  private var explanation: String {
    switch reason {
    case .missing:
      "there is no such graph file; build one with 'weft build INPUT -o \(path)', or name "
        + "another with --graph"
    case .unreadable: "the file cannot be opened; check who may read it and that it is no folder"
    case .notAGraph: "this is not a weft graph; name a file that 'weft build' wrote"
    case .newer(let version):
      "made by a newer weft (schema \(version), this one reads \(Schema.version)); update weft "
        + "or build the graph again"
    case .older(let version):
      "made by an older weft (schema \(version), this one reads \(Schema.version)); build the "
        + "graph again"
    case .unknownCode(let what, let number):
      "\(what) \(number) is unknown to this weft: the file was made by a newer weft or is "
        + "damaged; update weft or build the graph again"
    case .damaged(let what): "the graph file is damaged (\(what)); build it again"
    case .busy: "another program is writing the file; wait for it to end and try again"
    case .full: "no space left on the disk; free some space or choose another disk"
    case .notSeekable: "a graph can only be written to a regular file; give a file name"
    case .sqlite(let code, let message): "SQLite says: \(message) (code \(code))"
    }
  }
}
