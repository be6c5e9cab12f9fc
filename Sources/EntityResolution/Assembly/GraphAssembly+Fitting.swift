internal import EventGraph

extension GraphAssembly {
  /// What the models' weights are fitted to, a line of JSON each: for every entity its features and
  /// what was learned of it; for every event its mentions with their features.
  package static func fittingLines(
    of collectors: consuming [ReportCollector], kinds: Bool, threads: Int
  ) -> [UInt8] {
    var assembly = prepared(
      CollectedReports(collectors, threads: threads), threads: threads, into: GraphCollector()
    ).assembly
    assembly.noteEntities()
    let strings = assembly.facts.strings.table()
    let learning = assembly.kindLearning(strings)
    assembly.entityKinds = learning.decisions()
    var out = ByteWriter()
    if kinds {
      learning.writeFittingLines(names: assembly.entities.keys, strings, to: &out)
      return out.bytes
    }
    var roles = TitleRoles()
    for number in assembly.events.events.indices {
      let mentions = assembly.mentions[number]
      if mentions.isEmpty { continue }
      let features = roles.features(number, of: assembly, strings)
      out.append("{\"path\":")
      out.append(jsonString: strings[assembly.events.events[number].path])
      out.append(",\"mentions\":[")
      for (k, mention) in mentions.enumerated() {
        if k > 0 { out.append(",") }
        out.append("{\"label\":")
        out.append(jsonString: strings[mention.label])
        out.append(",\"entity\":")
        out.append(jsonString: strings[mention.entity])
        out.append(",\"features\":[")
        let names = Set(features[k]).sorted().map { "\"\(RoleFeatures.space.name(Int($0)))\"" }
        out.append(raw: names.joined(separator: ","))
        out.append("]}")
      }
      out.append("]}\n")
    }
    return out.bytes
  }
}
