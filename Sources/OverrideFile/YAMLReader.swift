internal import CYAML

/// A value of a YAML document with the line that it begins on.
struct YAMLValue: Equatable {
  indirect enum Content: Equatable {
    case scalar(String)
    case list([YAMLValue])
    /// In the order of the file.
    case map([(key: YAMLValue, value: YAMLValue)])

    static func == (a: Self, b: Self) -> Bool {
      switch (a, b) {
      case (.scalar(let x), .scalar(let y)): x == y
      case (.list(let x), .list(let y)): x == y
      case (.map(let x), .map(let y)):
        x.count == y.count && zip(x, y).allSatisfy { $0.key == $1.key && $0.value == $1.value }
      default: false
      }
    }
  }

  var content: Content
  /// 1-based.
  var line: Int
}

/// What is wrong with a file, and where.
struct YAMLError: Error, Equatable {
  var line: Int
  var message: String
}

/// Reads one YAML document with libyaml: scalars, lists, maps. Aliases are refused, since a few lines of
/// them can stand for billions of values; so is what is nested deeper than `maximumDepth`.
@safe struct YAMLReader: ~Copyable {
  static let maximumDepth = 16

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// libyaml keeps a pointer to it.
  private let input: UnsafeMutableBufferPointer<UInt8>

  private init(_ bytes: [UInt8]) throws(YAMLError) {
    unsafe parser = .allocate(capacity: 1)
    unsafe input = .allocate(capacity: bytes.count)
    _ = unsafe input.initialize(from: bytes)
    guard unsafe weft_yaml_parser_initialize(parser) == 1 else {
      throw YAMLError(line: 0, message: "no memory for the YAML parser")
    }
    unsafe weft_yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe weft_yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The document's value; nil for one without any.
  static func read(_ bytes: [UInt8]) throws(YAMLError) -> YAMLValue? {
    guard weft_yaml_is_available() != 0 else {
      throw YAMLError(
        line: 0, message: "overrides are read with libyaml, which is missing; install libyaml-0-2")
    }
    let reader = try YAMLReader(bytes)
    var events: [Event] = []
    var depth = 0
    while true {
      let event = try reader.next()
      if event.kind == .end { break }
      if event.kind == .start, events.contains(where: { $0.kind == .start }) {
        throw YAMLError(line: event.line, message: "a second document begins; write one")
      }
      switch event.kind {
      case .listStart, .mapStart: depth += 1
      case .listEnd, .mapEnd: depth -= 1
      default: break
      }
      // Before the rest is read: the parser itself takes long over what is nested without end.
      guard depth <= maximumDepth else {
        throw YAMLError(line: event.line, message: "nested too deep; overrides are lists of lists")
      }
      events.append(event)
    }
    var rest = events.filter { $0.kind != .start }[...]
    return rest.isEmpty ? nil : try value(&rest, depth: 0)
  }

  private struct Event {
    enum Kind: Equatable { case scalar, listStart, listEnd, mapStart, mapEnd, start, end }
    var kind: Kind
    var text = ""
    var line: Int
  }

  /// The next event that says something.
  private func next() throws(YAMLError) -> Event {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe weft_yaml_parser_parse(parser, &event) == 1 else { throw failure() }
      defer { unsafe weft_yaml_event_delete(&event) }
      let line = unsafe Int(event.start_mark.line) + 1
      switch unsafe event.type {
      case YAML_SCALAR_EVENT:
        let scalar = unsafe event.data.scalar
        let text = unsafe String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        return Event(kind: .scalar, text: text, line: line)
      case YAML_SEQUENCE_START_EVENT: return Event(kind: .listStart, line: line)
      case YAML_SEQUENCE_END_EVENT: return Event(kind: .listEnd, line: line)
      case YAML_MAPPING_START_EVENT: return Event(kind: .mapStart, line: line)
      case YAML_MAPPING_END_EVENT: return Event(kind: .mapEnd, line: line)
      case YAML_DOCUMENT_START_EVENT: return Event(kind: .start, line: line)
      case YAML_STREAM_END_EVENT: return Event(kind: .end, line: line)
      case YAML_ALIAS_EVENT:
        throw YAMLError(line: line, message: "aliases (*name) are not read; write the value out")
      default: continue
      }
    }
  }

  private func failure() -> YAMLError {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    return YAMLError(
      line: unsafe Int(parser.pointee.problem_mark.line) + 1,
      message: "no YAML: \(problem ?? "it cannot be read")")
  }

  private static func value(
    _ events: inout ArraySlice<Event>, depth: Int
  ) throws(YAMLError) -> YAMLValue {
    guard let event = events.popFirst() else {
      throw YAMLError(line: 0, message: "no YAML: it ends too early")
    }
    guard depth < maximumDepth else {
      throw YAMLError(line: event.line, message: "nested too deep; overrides are lists of lists")
    }
    switch event.kind {
    case .listStart:
      var items: [YAMLValue] = []
      while let next = events.first, next.kind != .listEnd {
        items.append(try value(&events, depth: depth + 1))
      }
      events = events.dropFirst()
      return YAMLValue(content: .list(items), line: event.line)
    case .mapStart:
      var pairs: [(key: YAMLValue, value: YAMLValue)] = []
      while let next = events.first, next.kind != .mapEnd {
        let key = try value(&events, depth: depth + 1)
        pairs.append((key, try value(&events, depth: depth + 1)))
      }
      events = events.dropFirst()
      return YAMLValue(content: .map(pairs), line: event.line)
    default: return YAMLValue(content: .scalar(event.text), line: event.line)
    }
  }
}
