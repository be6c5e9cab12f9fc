import EventGraph

@testable import Stories

/// A small archive: events with titles, dates and contexts.
struct TestEvent {
  var date: String
  var title: String
  var contexts: [String]
  var topic: String?
  /// Of what it cites.
  var addresses: [String] = []
}

func makeGraph(_ events: [TestEvent]) -> KnowledgeGraph {
  var builder = KnowledgeGraph.Builder()
  let document = builder.addDocument(
    Document(path: builder.strings.intern("/index.md"), sha256: builder.strings.intern("0")))
  var nodes: [String: NodeIndex] = [:]
  func thing(_ name: String, _ kind: NodeKind) -> NodeIndex {
    if let node = nodes[name] { return node }
    let node = builder.addNode(
      Node(
        id: builder.strings.intern(Identifier.entity(name: name)), kind: kind,
        name: builder.strings.intern(name)))
    nodes[name] = node
    return node
  }
  for (line, event) in events.enumerated() {
    let path = "/news/\(Identifier.archiveSlug(event.title)).md"
    let node = builder.addNode(
      Node(
        id: builder.strings.intern(Identifier.event(date: PartialDate(event.date), path: path)),
        kind: .event, name: builder.strings.intern(event.title), date: PartialDate(event.date),
        documentCount: 1))
    let evidence = Evidence(
      document: document, line: UInt32(line % 1000 + 1), start: 0, length: 1,
      quote: builder.strings.intern(event.title), rule: .indexContext)
    builder.addEvidence(
      Evidence(
        document: document, line: evidence.line, start: 0, length: UInt32(event.title.utf8.count),
        quote: evidence.quote, rule: .indexEntry), node: node)
    for context in event.contexts {
      builder.addEdge(
        Edge(source: node, relation: .hasContext, target: thing(context, .context)),
        evidence: evidence)
    }
    if let topic = event.topic {
      builder.addEdge(
        Edge(source: node, relation: .partOf, target: thing(topic, .context)), evidence: evidence)
    }
    for address in event.addresses {
      let key = builder.strings.intern(address)
      let source =
        nodes[address]
        ?? builder.addNode(
          Node(
            id: builder.strings.intern(Identifier.source(url: address)), kind: .source, name: key,
            address: key))
      nodes[address] = source
      builder.addEdge(
        Edge(source: node, relation: .reportedBy, target: source),
        evidence: Evidence(
          document: document, line: UInt32(line % 1000 + 1), start: 0, length: 3,
          quote: builder.strings.intern("BBC"), rule: .pageSource))
    }
    builder.addPage(Page(event: node, path: builder.strings.intern(path)))
  }
  return builder.build()
}

/// Two wars, an election and single events, over a year.
func sampleEvents() -> [TestEvent] {
  var events: [TestEvent] = []
  func day(_ k: Int) -> String {
    let date = CivilDate(epochDay: 15_706 + k)
    return date.description
  }
  let towns = ["Ardan", "Belmar", "Corvo"]
  for k in 0..<24 {
    events.append(
      TestEvent(
        date: day(k * 5),
        title: "Rebels and the army of Norland fight for \(towns[k % 3]), report \(k)",
        contexts: ["Norland", towns[k % 3]]))
    events.append(
      TestEvent(
        date: day(k * 5 + 1),
        title: "Pirates take a ship off Sudmark near Port \(towns[k % 3].reversed()) (\(k))",
        contexts: ["Sudmark", "Piracy off Sudmark"]))
  }
  for k in 0..<8 {
    events.append(
      TestEvent(
        date: day(100 + k), title: "Voters in Westria go to the polls, day \(k)",
        contexts: ["Westria", "Westrian election"]))
  }
  for k in 0..<10 {
    let name = [
      "Otter", "Quill", "Zephyr", "Harbor", "Mango", "Violin", "Copper", "Tundra", "Lagoon",
      "Pepper",
    ][k]
    events.append(
      TestEvent(date: day(k * 30), title: "\(name) wins \(name)burg", contexts: [name + " Hall"]))
  }
  return events
}
