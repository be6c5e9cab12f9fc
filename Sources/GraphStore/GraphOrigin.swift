package import EventGraph

/// What a graph was built from besides its documents: with equal documents, an equal graph.
package struct GraphOrigin: Equatable, Sendable {
  /// Of the weft that built it.
  package var version: String
  /// SHA-256 of the user's file of overrides, in hexadecimal; empty for none.
  package var overrides: String
  /// The format that the user forced on all documents; empty for none.
  package var format: String
  /// How the stories in it were made; empty where it has none.
  package var stories: String

  package init(version: String, overrides: String, format: String, stories: String = "") {
    self.stories = stories
    self.version = version
    self.overrides = overrides
    self.format = format
  }

  func write(to file: Connection) throws(StoreError) {
    let insert = try file.prepare("INSERT INTO origin VALUES(?1, ?2)")
    for (key, value) in [
      ("format", format), ("overrides", overrides), ("stories", stories), ("version", version),
    ] where key != "stories" || !value.isEmpty {
      try insert.bind(1, key)
      try insert.bind(2, value)
      try insert.run()
    }
  }
}

extension GraphStore {
  /// Nil where the graph's maker did not say.
  package func origin() throws(StoreError) -> GraphOrigin? {
    let rows = try file.prepare("SELECT key, value FROM origin")
    var values: [String: String] = [:]
    while try rows.step() { values[rows.text(0)] = rows.text(1) }
    guard let version = values["version"], let overrides = values["overrides"],
      let format = values["format"]
    else { return nil }
    return GraphOrigin(
      version: version, overrides: overrides, format: format, stories: values["stories"] ?? "")
  }

  /// Whether the file's tables hang together, as after a crash of the machine they may not. What
  /// somebody has written into them is not seen.
  package func isSound() throws(StoreError) -> Bool {
    let rows = try file.prepare("PRAGMA quick_check(1)")
    return try rows.step() && rows.text(0) == "ok"
  }

  /// Whether the graph was made of these documents and no others.
  ///
  /// - Parameters:
  ///   - documents: In any order, each once.
  ///   - strings: Those that they are of.
  package func isMade(
    of documents: [Document], _ strings: borrowing StringTable
  ) throws(StoreError) -> Bool {
    let rows = try file.prepare("SELECT path, sha256 FROM document")
    var stored: Set<[UInt8]> = []
    while try rows.step() {
      var key = rows.withBytes(0) { path in Array(copying: path) }
      key.append(0)
      rows.withBytes(1) { key.append(span: $0) }
      stored.insert(key)
    }
    guard stored.count == documents.count else { return false }
    let bytes = strings.bytes
    return documents.allSatisfy { document in
      stored.contains(
        bytes[strings.range(of: document.path)] + [0] + bytes[strings.range(of: document.sha256)])
    }
  }
}

extension [UInt8] {
  fileprivate init(copying span: Span<UInt8>) {
    self = []
    append(span: span)
  }
}
