internal import EntityResolution
internal import EventGraph
internal import FileIO

/// Measures the search for known names alone: what `Benchmarks/annotate` compares with other matchers.
enum MatchingTime {
  private static let runs = 7

  /// Writes one JSON object: bytes, names, matches, the seconds of the fastest run and of building.
  static func write(names: String, text: String) throws {
    var nameLines = try LineInput(names)
    var list: [String] = []
    var seen: Set<String> = []
    while let line = try nameLines.next() {
      let name = String(decoding: line, as: UTF8.self)
      if !name.isEmpty, seen.insert(name).inserted { list.append(name) }
    }
    var textInput = try LineInput(text)
    let bytes = try textInput.rest()
    let clock = ContinuousClock()
    var trie = NameTrie([])
    let build = clock.measure { trie = NameTrie(list) }
    var best = Duration.seconds(1_000_000)
    var matches = 0
    var covered = 0
    for _ in 0..<runs {
      matches = 0
      covered = 0
      let time = clock.measure {
        trie.forEachMatch(in: bytes.span, longestOnly: true) {
          matches += 1
          covered += $0.range.count
        }
      }
      best = min(best, time)
    }
    var writer = ByteWriter()
    writer.append("{")
    writer.append(key: "bytes", first: true, number: bytes.count)
    writer.append(key: "names", number: list.count)
    writer.append(key: "matches", number: matches)
    writer.append(key: "matchedBytes", number: covered)
    writer.append(key: "seconds")
    writer.append(best / .seconds(1))
    writer.append(key: "buildSeconds")
    writer.append(build / .seconds(1))
    writer.append("}\n")
    try StandardStream.output.write(writer.bytes)
  }
}
