internal import EventGraph
internal import FileIO

extension GraphAssembly {
  /// Reads what the articles say of the archive's entities and events. Without an article it does
  /// nothing; with one it learns the archive's names, as `weft annotate` does.
  mutating func readArticles() {
    if facts.articles.isEmpty { return }
    let examples = nameExamples()
    let isLearnable = examples.contains { !$0.links.isEmpty }
    let finder = isLearnable ? MentionFinder(examples) : nil
    let coverage = EventCoverage(self, threads: threads)
    let parts = mapWorkers(threads) { [self] worker in
      share(facts.articles.count, of: worker, among: threads).map {
        ArticleFindings(facts.articles[$0], self, finder, coverage)
      }
    }
    var number = 0
    for findings in parts.joined() {
      articleContents.add(
        facts.articles[number], findings, &facts.strings, &entities, names)
      facts.articles[number].body = nil
      number += 1
    }
  }

  /// The archive's sentences with their links, before there is a graph of them: what
  /// `KnowledgeGraph.nameExamples` gives of the finished one, by the entities' keys.
  private func nameExamples() -> [NameExample] {
    let table = facts.strings.table()
    var ranks = [UInt32](repeating: 0, count: facts.documents.count)
    let order = facts.documents.indices.sorted { x, y in
      let (a, b) = (facts.documents[x], facts.documents[y])
      return a.path != b.path ? table.isLess(a.path, b.path) : table.isLess(a.sha256, b.sha256)
    }
    for (rank, document) in order.enumerated() { ranks[document] = UInt32(rank) }
    let byEvent = bucketed(labels.entries.map(\.event), buckets: events.events.count)
    let (entries, named) = (labels.entries, events.events)
    let parts = mapWorkers(threads) { [facts, threads, ranks] worker in
      var examples: [NameExample] = []
      for number in share(named.count, of: worker, among: threads) {
        guard let date = named[number].date else { continue }
        var places = LabelPlaces()
        for k in byEvent.items[Int(byEvent.offsets[number])..<Int(byEvent.offsets[number + 1])] {
          let entry = entries[Int(k)]
          places.add(entry.evidence(facts), target: entry.entity) {
            DocumentIndex(Int(ranks[$0.position]))
          }
        }
        examples.append(places.example(title: named[number].title, date, in: table))
      }
      return examples
    }
    return parts.flatMap { $0 }
  }
}
