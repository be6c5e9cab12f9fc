/// Why a graph file cannot be opened, read or written: the file, the reason, what to do.
public struct StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Reason: Equatable, Sendable {
    case missing
    case notAGraph
    /// The file's schema version, which this program does not know.
    case newerVersion(Int)
    case olderVersion(Int)
    case damaged(String)
    case failed(String)
  }

  public var path: String
  public var reason: Reason

  public init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  public var description: String {
    switch reason {
    case .missing:
      "\(path): there is no such file; 'weft build INPUT… -o \(path)' makes one, --graph names another"
    case .notAGraph: "\(path): not a graph file of weft; --graph names another"
    case .newerVersion(let version):
      "\(path): made by a newer weft (format \(version), this one reads \(Schema.version)); "
        + "update weft, or build the file anew"
    case .olderVersion(let version):
      "\(path): made by an older weft (format \(version), this one reads \(Schema.version)); "
        + "build the file anew"
    case .damaged(let detail):
      "\(path): the graph file is damaged (\(detail)); build it anew from the pages"
    case .failed(let detail): "\(path): \(detail)"
    }
  }
}
