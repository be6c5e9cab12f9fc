import EntityResolution
import EventGraph
import EventIngest
import Foundation

/// An archive in a temporary folder, removed with the value.
final class Archive {
  let root: URL

  init(_ files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "weft-\(UUID().uuidString)")
    for (path, text) in files {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// The graph of some of its files, or of all.
  func graph(
    _ inputs: [String]? = nil, overrides: Overrides = Overrides(), threads: Int = 1
  ) -> GraphAssembly.Outcome {
    let stream = DocumentStream(inputs?.map { root.appending(path: $0).path } ?? [root.path])
    var collectors = [ReportCollector](repeating: ReportCollector(), count: threads)
    _ = stream.read(into: &collectors) { $0.add($1) }
    return GraphAssembly.assemble(collectors, overrides: overrides, threads: threads)
  }

  /// Pages and index of a day. Each event: slug, title, contexts, heading, related lines.
  static func day(
    _ date: String, _ events: [(slug: String, title: String, contexts: String, topic: String?)],
    related: [String: [String]] = [:]
  ) -> [String: String] {
    let folder = "news/" + date.replacing("-", with: "/")
    let head = "[\(date)](/\(folder)/index.md)"
    var files: [String: String] = [:]
    var index = "## \(head)\n\n"
    for event in events {
      if let topic = event.topic { index += "##### \(topic)\n" }
      index += "### [\(event.title) ](/\(folder)/\(event.slug).md)\n"
      if !event.contexts.isEmpty { index += "_Context: \(event.contexts)_\n" }
      index += "\n"
      var page = "### \(head)\n\n# \(event.title) \n\n\n"
      if let lines = related[event.slug] {
        page += "### Related:\n\n"
        for (k, line) in lines.enumerated() { page += "\(k + 1). \(line)\n" }
      }
      files["\(folder)/\(event.slug).md"] = page
    }
    files["\(folder)/index.md"] = index
    return files
  }
}

extension KnowledgeGraph {
  func text(_ index: StringIndex) -> String { strings[index] }

  /// "source relation target" of every edge, with names, in the graph's order.
  var sentences: [String] {
    edges.map {
      "\(text(nodes[$0.source.position].name)) | \($0.relation.name) | "
        + text(nodes[$0.target.position].name)
    }
  }

  /// Everything that a user could see, independent of string numbers.
  var fingerprint: [String] {
    nodes.map {
      "\(text($0.id)) \($0.kind.name) \(text($0.name)) \($0.date.map { "\($0)" } ?? "-") "
        + "\(text($0.summary)) \(text($0.kindReason)) \($0.documentCount) "
        + "\($0.entityKind?.name ?? "-") \($0.kindConfidence)"
    }
      + edges.indices.map { k in
        let edge = edges[k]
        let places = evidenceRange(ofEdge: k).map { e in
          let piece = evidence[e]
          return
            "\(text(documents[piece.document.position].path)):\(piece.line):\(piece.start)+\(piece.length) "
            + "\(text(piece.quote)) \(piece.rule.name)"
        }
        return "\(edge.source.rawValue) \(edge.relation) \(edge.target.rawValue) \(edge.role) "
          + "\(edge.weight) \(edge.rank) \(places)"
      }
  }

  func labels(ofEvent title: String) -> Set<String> {
    Set(
      edges.filter { $0.relation == .hasContext && text(nodes[$0.source.position].name) == title }
        .map { text(nodes[$0.target.position].name) })
  }
}
