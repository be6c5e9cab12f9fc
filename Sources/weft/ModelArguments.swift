public import ArgumentParser
public import EventGraph
public import EventIngest
public import GraphDiagram
public import Stories

// The model's words as values of options.

extension NodeKind: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
  public static var allValueStrings: [String] { allCases.map(\.name) }
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
