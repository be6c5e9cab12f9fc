import EventGraph
import Testing

@testable import EntityResolution

@Suite("Parts in an event")
struct RoleTests {
  private static func roles(_ title: String, _ contexts: String) throws -> [String: Role] {
    let graph = try Archive(Archive.day("2014-01-20", [("e", title, contexts, nil)])).graph().graph
    var roles: [String: Role] = [:]
    for edge in graph.edges where edge.role != .none {
      roles[graph.text(graph.nodes[edge.target.position].name)] = edge.role
    }
    return roles
  }

  @Test(
    "Who does it together does it each, of whatever kind they are",
    arguments: [
      (
        "The whale season near Iceland is criticized by the European Union and the United States.",
        "European Union, Iceland, United States", ["European Union", "United States"]
      ),
      (
        "A plan for the region is rejected by the European Union, Russia and the United Nations.",
        "European Union, Russia, United Nations", ["European Union", "Russia", "United Nations"]
      ),
      (
        "The sale of the island is condemned by environmental groups and Norway.", "Norway",
        ["Norway"]
      ),
    ])
  func agents(title: String, contexts: String, agents: [String]) throws {
    let roles = try Self.roles(title, contexts)
    for agent in agents { #expect(roles[agent] == .agent, "\(agent)") }
  }

  @Test("Behind an amount or another clause stands no agent")
  func noAgents() throws {
    let roles = try Self.roles(
      "Prices were raised by two per cent in Norway and Iceland closes its banks.",
      "Iceland, Norway")
    #expect(roles["Norway"] != .agent)
    let office = try Self.roles(
      "The hunt is criticized by US Ambassador to Japan Caroline Kennedy.",
      "Caroline Kennedy, Japan")
    #expect(office["Caroline Kennedy"] == .agent)
    #expect(office["Japan"] != .agent)
  }
}
