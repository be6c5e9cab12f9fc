public import EventGraph
public import EventIngest
internal import FileIO

/// Makes one graph of what all documents say: a keyed merge of reports by page path and of labels
/// by name, with the evidence for each relationship.
public struct GraphAssembly: Sendable {
  /// What is told of a graph beside it.
  public struct Findings: Sendable {
    /// Sorted.
    public var diagnostics: [Diagnostic] = []
    /// Documents that were read twice, under two inputs, and counted once.
    public var repeatedDocuments = 0
    /// Pages that tell of an event which another page tells of too.
    public var duplicateEvents = 0
    /// Names of entities that are spellings of another or that the user joined to one.
    public var joinedNames = 0
    /// What was taken for one and what was kept apart by a rule; doubtful first.
    public var decisions: [IdentityDecision] = []
  }

  public struct Outcome: Sendable {
    public var graph: KnowledgeGraph
    public var findings: Findings
  }

  var facts: FactTable
  let events: EventTable
  var first: FirstNodes
  var labels: EventLabels
  let linked: LinkedLabels
  let listLabelCounts: [UInt16]
  let mentions: TitleMentions
  let threads: Int
  let names: EntityNames
  let overrides: EntityOverrides
  var entities = NodesByKey()
  var publishers: NodesByKey
  var articleContents = ArticleContents()
  /// By place in `entities.keys`.
  var entityKinds: [KindLearning.Decision] = []

  /// - Parameters:
  ///   - collectors: In any order.
  ///   - overrides: What the user decides against the rules; free of contradictions.
  ///   - threads: How many share the work; the graph does not depend on it.
  /// - Returns: The same graph for the same documents.
  /// - Complexity: O(facts + bytes of distinct strings), apart from sorting.
  public static func assemble(
    _ collectors: consuming [ReportCollector], overrides: Overrides = Overrides(), threads: Int
  ) -> Outcome {
    let collector = GraphCollector()
    let findings = assemble(
      CollectedReports(collectors, threads: threads), overrides: overrides, threads: threads,
      into: collector)
    return Outcome(graph: collector.graph(), findings: findings)
  }

  /// The same, given away part by part: the whole graph is never there.
  ///
  /// - Parameter observer: Is given what is final before the rest is.
  package static func assemble(
    _ reports: consuming CollectedReports, overrides: Overrides, threads: Int,
    into observer: any GraphObserver
  ) -> Findings {
    var prepared = prepared(reports, overrides: overrides, threads: threads, into: observer)
    let nodes = prepared.assembly.nodes()
    observer.takeNodes(nodes)
    prepared.assembly.giveRelationships(nodes, to: observer)
    return prepared.findings
  }

  /// Everything that is known before the entities' nodes are made.
  struct Prepared {
    var assembly: GraphAssembly
    var findings: Findings
  }

  static func prepared(
    _ reports: consuming CollectedReports, overrides: Overrides = Overrides(), threads: Int,
    into observer: any GraphObserver
  ) -> Prepared {
    var findings = Findings()
    findings.repeatedDocuments = reports.repeatedDocuments
    var facts = reports.takeFacts()
    var events = EventTable(facts)
    let aboutEvents = EventOverrides(overrides, facts, events)
    let duplicates = DuplicateEvents(facts, events, aboutEvents, threads: threads)
    findings.decisions = duplicates.listed(facts, events, aboutEvents)
    if findings.decisions.contains(where: \.isSame) {
      events = EventTable(events, merging: duplicates.representatives, facts)
    }
    findings.duplicateEvents = events.paths.count - events.events.count
    var first = FirstNodes(events, &facts, threads: threads)
    observer.takeFirstNodes(first.sealed)
    first.forgetStrings()
    var labels = ContextLabelSplitter.split(consume facts, events, threads: threads)
    labels.addTopics(events)
    let named = labels.nameEntities(events)
    var linked = named.linked
    var aboutEntities = EntityOverrides(
      overrides, labels.facts.strings,
      known: overrides.isEmpty ? [] : Set(labels.entityNames()))
    let unused = labels.unused(overrides, events)
    let names = labels.joinNames(events, &linked, aboutEntities, threads: threads)
    let open = named.meanings?.listed(names.names, labels.facts.strings) ?? []
    findings.decisions = (findings.decisions + names.decisions + open).sorted()
    findings.joinedNames = names.names.count
    let told = aboutEntities.settle(names.names)
    findings.diagnostics =
      (labels.diagnostics() + events.diagnostics
      + EventTable.selfRelations(labels.facts, events) + unused + told).sorted()
    let assembly = GraphAssembly(
      consume labels, linked, events, first, names.names, aboutEntities, threads: threads)
    return Prepared(assembly: assembly, findings: findings)
  }

  private init(
    _ labels: consuming ContextLabels, _ linked: LinkedLabels, _ events: EventTable,
    _ first: FirstNodes, _ names: EntityNames, _ overrides: EntityOverrides, threads: Int
  ) {
    self.first = first
    publishers = first.publishers
    self.linked = linked
    mentions = TitleMentions(
      events, labels.labels, linked, labels.facts.strings.table(), threads: threads)
    facts = labels.facts
    self.labels = labels.labels
    listLabelCounts = labels.listLabelCounts
    self.events = events
    self.threads = threads
    self.names = names
    self.overrides = overrides
  }
}
