internal import EventGraph
internal import FileIO

/// What a node's id is made of.
enum NodeKey: Sendable {
  case event(date: PartialDate?, path: StringIndex)
  case entity(name: StringIndex)
  case publisher(name: StringIndex)
  case source(url: StringIndex)

  func identifier(_ strings: borrowing StringTable, checkLength: Int) -> String {
    switch self {
    case .event(let date, let path):
      Identifier.event(date: date, path: strings[path], checkLength: checkLength)
    case .entity(let name): Identifier.entity(name: strings[name], checkLength: checkLength)
    case .publisher(let name): Identifier.publisher(name: strings[name], checkLength: checkLength)
    case .source(let url): Identifier.source(url: strings[url], checkLength: checkLength)
    }
  }
}

/// Ids for all keys, in their order, each once. Where two would be equal, both get a longer check:
/// which of them came first makes no difference.
func identifiers(
  of keys: [NodeKey], in strings: StringTable, threads: Int
) -> [String] {
  var ids = mapWorkers(threads) { worker in
    share(keys.count, of: worker, among: threads).map {
      keys[$0].identifier(strings, checkLength: 6)
    }
  }.flatMap { $0 }
  var length = 12
  while length <= 48 {
    var first: [String: Int] = [:]
    first.reserveCapacity(ids.count)
    var clashes: Set<Int> = []
    for (k, id) in ids.enumerated() {
      if let other = first.updateValue(k, forKey: id) {
        clashes.insert(k)
        clashes.insert(other)
      }
    }
    if clashes.isEmpty { break }
    for k in clashes { ids[k] = keys[k].identifier(strings, checkLength: length) }
    length += 6
  }
  return ids
}
