internal import CLibXML2
internal import EventGraph

extension HTMLDocument {
  /// Parses a page; nil where libxml2 is not installed. Any bytes make a document.
  ///
  /// Nothing is fetched and no entity is declared by a page, so it cannot grow; what is nested deeper
  /// than `maximumDepth` is left out.
  static func parse(_ file: Span<UInt8>) -> HTMLDocument? {
    guard let library = HTMLLibrary.shared else { return nil }
    let builder = HTMLBuilder(HTMLSource(file), library)
    let size = builder.document.source.bytes.count
    guard let length = CInt(exactly: size), length > 0 else { return builder.document }
    var events = weft_html_events()
    events.initialized = 1
    events.startElement = { HTMLBuilder.of($0)?.startElement($1, $2) }
    events.endElement = { context, _ in HTMLBuilder.of(context)?.endElement() }
    events.characters = { HTMLBuilder.of($0)?.characters($1, $2) }
    events.ignorableWhitespace = { HTMLBuilder.of($0)?.characters($1, $2) }
    events.cdataBlock = { HTMLBuilder.of($0)?.characters($1, $2) }
    events.comment = { context, _ in HTMLBuilder.of(context)?.comment() }
    let context = Unmanaged.passUnretained(builder).toOpaque()
    guard let parser = library.create(&events, context, nil, 0, nil, HTMLLibrary.utf8) else {
      return builder.document
    }
    builder.parser = parser
    _ = library.setEncoding(parser, HTMLLibrary.utf8)
    _ = library.setOptions(parser, HTMLLibrary.options)
    // The builder owns the bytes and changes them nowhere while the parser reads.
    let bytes = builder.document.source.bytes
    withExtendedLifetime(builder) {
      bytes.withUnsafeBytes { buffer in
        let start = buffer.bindMemory(to: CChar.self).baseAddress
        _ = library.parse(parser, start, length, 1)
      }
    }
    library.free(parser)
    builder.finish()
    return builder.document
  }
}

/// Takes the parser's events and makes nodes of them. Used by one thread, for one page.
private final class HTMLBuilder {
  var document: HTMLDocument
  var parser: HTMLLibrary.Parser?
  private let library: HTMLLibrary
  /// Open elements.
  private var open: [Int] = []
  /// Where the last event ended in the source.
  private var last = 0
  private var isInTag = false

  init(_ source: HTMLSource, _ library: HTMLLibrary) {
    document = HTMLDocument(source: source)
    self.library = library
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> HTMLBuilder? {
    context.map { Unmanaged<HTMLBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private func position() -> Int {
    guard let parser else { return last }
    return min(max(last, library.offset(parser)), document.source.bytes.count)
  }

  private func add(_ node: HTMLDocument.Node) -> Bool {
    guard document.nodes.count < HTMLDocument.maximumNodes else {
      document.isCut = true
      if let parser { library.stop(parser) }
      return false
    }
    document.nodes.append(node)
    return true
  }

  func startElement(
    _ name: UnsafePointer<UInt8>?, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    let end = position()
    let tag = name.flatMap { HTMLDocument.Tag(rawValue: String(cString: $0)) } ?? .other
    let first = document.attributes.count
    if var values {
      while let name = values[0] {
        if let known = HTMLDocument.Name(rawValue: String(cString: name)) {
          let start = document.text.count
          if let value = values[1] { document.text += String(cString: value).utf8 }
          document.attributes.append(.init(name: known, value: start..<document.text.count))
        }
        values += 2
      }
    }
    let bytes = document.source.bytes
    var start = end
    // Implied elements have no tag: theirs is the place where they are implied.
    while start > last, bytes[start - 1] != UInt8(ascii: "<") { start -= 1 }
    let isReal = start > 0 && bytes[start - 1] == UInt8(ascii: "<")
    let added = add(
      .init(
        tag: tag == .text ? .other : tag, parent: Int32(open.last ?? -1), end: -1,
        source: isReal ? start - 1..<end : end..<end, text: 0..<0,
        attributes: first..<document.attributes.count))
    if added { open.append(document.nodes.count - 1) }
    if open.count > HTMLDocument.maximumDepth {
      document.isCut = true
      if let parser { library.stop(parser) }
    }
    last = end
    isInTag = isReal
  }

  func endElement() {
    last = position()
    isInTag = false
    guard let node = open.popLast() else { return }
    document.nodes[node].end = Int32(document.nodes.count)
  }

  func comment() {
    last = position()
    isInTag = false
  }

  func characters(_ value: UnsafePointer<UInt8>?, _ count: CInt) {
    guard let value, count > 0 else { return }
    let start = document.text.count
    let buffer = UnsafeBufferPointer(start: value, count: Int(count))
    if (try? UTF8Span(validating: buffer.span)) != nil {
      document.text += buffer
    } else {
      document.text += String(decoding: buffer, as: UTF8.self).utf8
    }
    let text = start..<document.text.count
    let end = position()
    let bytes = document.source.bytes
    var from = last
    if isInTag {
      if from < end, bytes[from] == UInt8(ascii: "/") { from += 1 }
      if from < end, bytes[from] == UInt8(ascii: ">") { from += 1 }
      isInTag = false
    }
    let isVerbatim =
      end - text.count >= from
      && bytes[end - text.count..<end].elementsEqual(document.text[text])
    _ = add(
      .init(
        tag: .text, parent: Int32(open.last ?? -1), end: Int32(document.nodes.count + 1),
        source: (isVerbatim ? end - text.count : min(from, end))..<end, text: text,
        attributes: 0..<0))
    last = end
  }

  func finish() {
    while let node = open.popLast() { document.nodes[node].end = Int32(document.nodes.count) }
    for k in document.nodes.indices where document.nodes[k].end < 0 {
      document.nodes[k].end = Int32(k + 1)
    }
  }
}
