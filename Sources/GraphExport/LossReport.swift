internal import EventGraph

/// What a format could not carry, counted by kind.
public struct LossReport: Equatable, Sendable, CustomStringConvertible {
  public enum Kind: Int, CaseIterable, Sendable {
    /// Characters that the format forbids were dropped from texts.
    case controlCharacters
    /// Tabs and line breaks became spaces.
    case lineBreaks
    /// Evidence beyond the first piece of an edge or a node was left out; its count is kept.
    case furtherEvidence
    /// Evidence is told by document and line, without its byte span.
    case byteSpans
    /// Evidence is told without the part that it has in its edge's weight.
    case shares
    /// Documents are told by their path, without the SHA-256 of their bytes.
    case documentHashes
    /// The several pages of an event became one text.
    case joinedPages
    /// Edges that differ from another in their role alone; some readers add such edges up.
    case roleOnlyEdges
    /// Weights that are no finite number were left out.
    case nonFiniteWeights
    /// Weights beyond what the format's programs bear were cut.
    case cutWeights
  }

  private var counts = [Int](repeating: 0, count: Kind.allCases.count)

  public init() {}

  public subscript(kind: Kind) -> Int { counts[kind.rawValue] }

  /// Nothing was lost.
  public var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  public mutating func add(_ kind: Kind, _ count: Int = 1) { counts[kind.rawValue] += count }

  /// Counts those of some pieces of evidence that have a share.
  mutating func addShares(of evidence: ArraySlice<Evidence>) {
    add(.shares, evidence.count { $0.share > 0 })
  }

  mutating func add(_ other: LossReport) {
    for k in counts.indices { counts[k] += other.counts[k] }
  }

  /// One sentence a kind, for people; empty where nothing was lost.
  public var lines: [String] {
    Kind.allCases.filter { self[$0] > 0 }.map { $0.sentence(count: self[$0]) }
  }

  /// `lines`, each with its line break.
  public var description: String { lines.map { $0 + "\n" }.joined() }
}

extension LossReport.Kind {
  func sentence(count: Int) -> String {
    func number(_ singular: String, _ plural: String) -> String {
      "\(count) \(count == 1 ? singular : plural)"
    }
    return switch self {
    case .controlCharacters:
      number("control character", "control characters") + " dropped: the format forbids them"
    case .lineBreaks:
      number("tab or line break", "tabs and line breaks") + " in texts written as spaces"
    case .furtherEvidence:
      number("piece of evidence", "pieces of evidence")
        + " beyond the first left out, their number kept (--all-evidence keeps them in GraphML)"
    case .byteSpans:
      number("piece of evidence", "pieces of evidence")
        + " written with document and line, without byte span (JSON-LD keeps it)"
    case .shares:
      number("piece of evidence", "pieces of evidence")
        + " written without the share in the edge's weight (--all-evidence keeps it in GraphML)"
    case .documentHashes:
      number("document", "documents") + " written without SHA-256 (JSON-LD keeps it)"
    case .joinedPages:
      number("node", "nodes") + " with several pages: the paths joined with \"; \""
    case .roleOnlyEdges:
      number("edge differs", "edges differ")
        + " from another in the role alone: Gephi adds such edges up into one"
    case .nonFiniteWeights:
      number("weight", "weights") + " left out: not a finite number"
    case .cutWeights:
      number("weight", "weights") + " cut to the range that Graphviz bears"
    }
  }
}
