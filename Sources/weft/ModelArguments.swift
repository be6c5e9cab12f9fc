public import ArgumentParser
public import EventGraph
public import EventIngest
public import GraphDiagram
public import Stories

// The model's words as values of options.

/// A value of `--kind`: a node's kind (`actor`) or an entity's finer one (`person`).
enum KindChoice: ExpressibleByArgument {
  case node(NodeKind)
  case entity(EntityKind)

  init?(argument: String) {
    if let kind = NodeKind(name: argument) {
      self = .node(kind)
    } else if let kind = EntityKind(name: argument) {
      self = .entity(kind)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] {
    NodeKind.allCases.map(\.name) + EntityKind.allCases.map(\.name).filter { $0 != "place" }
  }
}

extension [KindChoice] {
  var nodeKinds: Set<NodeKind> {
    Set(compactMap { if case .node(let kind) = $0 { kind } else { nil } })
  }
  var entityKinds: Set<EntityKind> {
    Set(compactMap { if case .entity(let kind) = $0 { kind } else { nil } })
  }
}

extension Relation: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
  public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension DiagramFormat: ExpressibleByArgument {}
extension DiagramEngine: ExpressibleByArgument {}
extension TimelinePeriod: ExpressibleByArgument {}
extension DocumentFormat: ExpressibleByArgument {}
