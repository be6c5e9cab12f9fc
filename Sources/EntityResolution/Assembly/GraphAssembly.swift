public import EventGraph
public import EventIngest
internal import FileIO

/// Makes one graph of what all documents say: a keyed merge of reports by page path and of labels
/// by name, with the evidence for each relationship.
public struct GraphAssembly: Sendable {
  public struct Outcome: Sendable {
    public var graph: KnowledgeGraph
    /// Sorted.
    public var diagnostics: [Diagnostic]
    /// Documents that were read twice, under two inputs, and counted once.
    public var repeatedDocuments: Int
  }

  var facts: FactTable
  let events: EventTable
  let labels: EventLabels
  let linked: LinkedLabels
  let listLabelCounts: [UInt16]
  let mentions: TitleMentions
  let threads: Int
  var entities = NodesByKey()
  var publishers = NodesByKey()
  var sources = NodesByKey()
  /// By place in `entities.keys`.
  var entityKinds: [KindLearning.Decision] = []

  /// - Parameters:
  ///   - collectors: In any order.
  ///   - threads: How many share the work; the graph does not depend on it.
  /// - Returns: The same graph for the same documents.
  /// - Complexity: O(facts + bytes of distinct strings), apart from sorting.
  public static func assemble(
    _ collectors: consuming [ReportCollector], threads: Int
  ) -> Outcome {
    var (assembly, diagnostics, repeated) = prepared(collectors, threads: threads)
    let nodes = assembly.nodes()
    return Outcome(
      graph: assembly.graph(nodes), diagnostics: diagnostics, repeatedDocuments: repeated)
  }

  /// Everything that is known before the nodes are made.
  static func prepared(
    _ collectors: consuming [ReportCollector], threads: Int
  ) -> (assembly: GraphAssembly, diagnostics: [Diagnostic], repeatedDocuments: Int) {
    var facts = FactTable()
    while let collector = collectors.popLast() {
      if facts.documents.isEmpty { facts = collector.facts } else { facts.merge(collector.facts) }
    }
    let repeated = facts.removeRepeatedDocuments()
    let events = EventTable(facts)
    var labels = ContextLabelSplitter.split(consume facts, events, threads: threads)
    labels.addTopics(events)
    let linked = labels.nameEntities(events)
    let diagnostics = labels.diagnostics()
    let assembly = GraphAssembly(consume labels, linked, events, threads: threads)
    return (assembly, diagnostics, repeated)
  }

  private init(
    _ labels: consuming ContextLabels, _ linked: LinkedLabels, _ events: EventTable, threads: Int
  ) {
    self.linked = linked
    mentions = TitleMentions(
      events, labels.labels, linked, labels.facts.strings.table(), threads: threads)
    facts = labels.facts
    self.labels = labels.labels
    listLabelCounts = labels.listLabelCounts
    self.events = events
    self.threads = threads
  }
}
