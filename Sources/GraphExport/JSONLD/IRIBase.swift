internal import EventGraph

/// What the IRIs of a graph begin with, and how ids and paths are written behind it.
struct IRIBase: Sendable {
  /// Percent-encoded already.
  let text: String

  /// - Throws: `ExportError.invalidBase` for what is no absolute IRI, does not end in a separator,
  ///   or has a scheme that the context of the file gives another meaning.
  init(_ text: String) throws(ExportError) {
    func fail(_ reason: String) -> ExportError { .invalidBase(text, reason: reason) }
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 else {
      throw fail("it is not absolute; write a scheme first, as in https://example.org/graph/")
    }
    let scheme = bytes[..<colon]
    guard scheme[0].isASCIILetter,
      scheme.allSatisfy({ $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) })
    else { throw fail("'\(String(decoding: scheme, as: UTF8.self))' is no scheme") }
    if JSONLDContext.names.contains(String(decoding: scheme, as: UTF8.self).lowercased()) {
      throw fail("its scheme is a word of the file's own vocabulary; choose another")
    }
    if let bad = bytes.first(where: { !$0.isIRIByte && $0 < 0x80 }) {
      throw fail(
        "it holds the character \(Unicode.Scalar(bad).debugDescription); percent-encode it")
    }
    guard let last = bytes.last, "/#:".utf8.contains(last), colon + 1 < bytes.count else {
      throw fail("end it with / or # or :, so that ids can follow")
    }
    self.text = text
  }
}

extension IRIBase {
  func nodes(of graph: KnowledgeGraph) -> EncodedTexts {
    let strings = graph.strings.bytes.span
    return EncodedTexts(count: graph.nodes.count) { index, out in
      out.append(raw: text)
      out.append(
        iriPart: strings.extracting(graph.strings.range(of: graph.nodes[index].id)))
    }
  }

  /// `document:` and the path; with the hash where two documents have one path. Ids of nodes hold no
  /// colon, so that these are never theirs.
  func documents(of graph: KnowledgeGraph) -> EncodedTexts {
    let strings = graph.strings.bytes.span
    let documents = graph.documents
    return EncodedTexts(count: documents.count) { index, out in
      let document = documents[index]
      out.append(raw: text)
      out.append("document:")
      out.append(
        iriPart: strings.extracting(graph.strings.range(of: document.path)), isPath: true)
      let isRepeated =
        (index > 0 && documents[index - 1].path == document.path)
        || (index + 1 < documents.count && documents[index + 1].path == document.path)
      if isRepeated {
        out.append(";sha256=")
        out.append(iriPart: strings.extracting(graph.strings.range(of: document.sha256)))
      }
    }
  }

  /// `evidence:`, the hash of the document's bytes and a colon; place and rule follow. The same
  /// passage is the same node wherever it is cited.
  func evidence(of graph: KnowledgeGraph) -> EncodedTexts {
    let strings = graph.strings.bytes.span
    return EncodedTexts(count: graph.documents.count) { index, out in
      let document = graph.documents[index]
      out.append(raw: text)
      out.append("evidence:")
      if document.sha256.isEmpty {
        out.append(
          iriPart: strings.extracting(graph.strings.range(of: document.path)), isPath: true)
      } else {
        // 96 bits are enough to tell documents apart.
        let hash = graph.strings.range(of: document.sha256).prefix(24)
        out.append(iriPart: strings.extracting(hash))
      }
      out.append(":")
    }
  }
}

extension ByteWriter {
  /// Percent-encodes everything but unreserved characters, sub-delimiters, `:`, `@` and `/`: valid in
  /// an IRI and needing no escape in JSON.
  ///
  /// - Parameter isPath: Encodes a `/` before another `/`, a `.` or the end, where readers that tidy
  ///   up paths would otherwise make two documents one.
  mutating func append(iriPart text: Span<UInt8>, isPath: Bool = false) {
    var from = 0
    for k in text.indices {
      let byte = text[k]
      let isTidied =
        isPath && byte == UInt8(ascii: "/")
        && (k + 1 == text.count || text[k + 1] == byte || text[k + 1] == UInt8(ascii: "."))
      if byte.isIRIPathByte, !isTidied { continue }
      append(raw: text.extracting(from..<k))
      append("%")
      append(byte: Self.upperHex(byte >> 4))
      append(byte: Self.upperHex(byte & 15))
      from = k + 1
    }
    append(raw: text.extracting(from..<text.count))
  }

  private static func upperHex(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
}

extension UInt8 {
  /// Unreserved characters, sub-delimiters (without the apostrophe), `:`, `@`, `/`.
  fileprivate var isIRIPathByte: Bool {
    if isASCIIAlphanumeric { return true }
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "!"),
      UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
      return true
    default: return false
    }
  }

  /// What may stand anywhere in an IRI, a percent sign included.
  fileprivate var isIRIByte: Bool {
    isIRIPathByte || self == UInt8(ascii: "%") || self == UInt8(ascii: "?")
      || self == UInt8(ascii: "#") || self == UInt8(ascii: "&")
  }
}
