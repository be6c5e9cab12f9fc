internal import EventGraph

/// A graph's evidence as the store keeps it: for every edge and node the compact JSON text
/// `[[document,line,start,length,quote,rule],…]`, empty for none.
///
/// A row a piece would triple the time to write a graph; as JSON any client reads it by `json_each`.
struct EvidenceText: Sendable {
  /// All texts, edges first, then nodes.
  private(set) var writer: ByteWriter
  /// `edges + nodes + 1` offsets into the text.
  private(set) var offsets: [Int]
  /// The string of every quote number, in order of first use; number 0 is the empty quote.
  private(set) var quotes: [StringIndex] = [.empty]

  init(_ graph: KnowledgeGraph) {
    writer = ByteWriter(capacity: graph.evidence.count * 34 + 1024)
    offsets = [0]
    offsets.reserveCapacity(graph.edges.count + graph.nodes.count + 1)
    var numbers = [UInt32](repeating: 0, count: graph.strings.count)
    for edge in graph.edges.indices {
      append(graph.evidence[graph.evidenceRange(ofEdge: edge)], &numbers)
    }
    for node in graph.nodes.indices {
      append(graph.evidence(ofNode: NodeIndex(node)), &numbers)
    }
  }

  private mutating func append(_ pieces: ArraySlice<Evidence>, _ numbers: inout [UInt32]) {
    var separator = UInt8(ascii: "[")
    for piece in pieces {
      var quote = numbers[piece.quote.position]
      if quote == 0, !piece.quote.isEmpty {
        quote = UInt32(quotes.count)
        numbers[piece.quote.position] = quote
        quotes.append(piece.quote)
      }
      writer.append(byte: separator)
      let text = PieceText(piece, quote: quote)
      writer.append(raw: text.digits.span.extracting(text.start..<PieceText.capacity))
      separator = UInt8(ascii: ",")
    }
    if !pieces.isEmpty { writer.append(byte: UInt8(ascii: "]")) }
    offsets.append(writer.count)
  }
}

/// `[document,line,start,length,quote,rule]`, filled from its end: six numbers of at most ten digits.
///
/// Three times as quick as six appends to an array, and there are millions.
private struct PieceText {
  static let capacity = 72
  var digits = InlineArray<72, UInt8>(repeating: 0)
  var start = capacity

  init(_ piece: Evidence, quote: UInt32) {
    prepend(UInt8(ascii: "]"))
    prepend(UInt32(piece.rule.rawValue))
    prepend(UInt8(ascii: ","))
    prepend(quote)
    prepend(UInt8(ascii: ","))
    prepend(piece.length)
    prepend(UInt8(ascii: ","))
    prepend(piece.start)
    prepend(UInt8(ascii: ","))
    prepend(piece.line)
    prepend(UInt8(ascii: ","))
    prepend(piece.document.rawValue)
    prepend(UInt8(ascii: "["))
  }

  @inline(__always)
  private mutating func prepend(_ byte: UInt8) {
    start -= 1
    digits[start] = byte
  }

  @inline(__always)
  private mutating func prepend(_ number: UInt32) {
    var rest = number
    repeat {
      prepend(UInt8(48 + rest % 10))
      rest /= 10
    } while rest > 0
  }
}

/// One piece of evidence as it stands in the file: numbers of rows, not yet checked.
struct StoredEvidence {
  var document = 0
  var line = 0
  var start = 0
  var length = 0
  var quote = 0
  var rule = 0

  /// Reads the text of an edge or node; nil where it is not of that form.
  static func parse(_ text: Span<UInt8>, into body: (StoredEvidence) -> Bool) -> Bool {
    let count = text.count
    if count == 0 { return true }
    guard text[0] == UInt8(ascii: "[") else { return false }
    var k = 1
    while k < count {
      guard text[k] == UInt8(ascii: "[") else { return false }
      k += 1
      var piece = StoredEvidence()
      guard let document = number(text, &k, UInt8(ascii: ",")),
        let line = number(text, &k, UInt8(ascii: ",")),
        let start = number(text, &k, UInt8(ascii: ",")),
        let length = number(text, &k, UInt8(ascii: ",")),
        let quote = number(text, &k, UInt8(ascii: ",")),
        let rule = number(text, &k, UInt8(ascii: "]")), k < count
      else { return false }
      piece.document = document
      piece.line = line
      piece.start = start
      piece.length = length
      piece.quote = quote
      piece.rule = rule
      guard body(piece) else { return false }
      k += 1
      if text[k - 1] == UInt8(ascii: "]") { return k == count }
      guard text[k - 1] == UInt8(ascii: ",") else { return false }
    }
    return false
  }

  /// A number of at most ten digits and the byte after it.
  @inline(__always)
  private static func number(_ text: Span<UInt8>, _ k: inout Int, _ end: UInt8) -> Int? {
    var value = 0
    let first = k
    while k < text.count, text[k].isASCIIDigit, k - first < 10 {
      value = value &* 10 &+ Int(text[k] &- 48)
      k += 1
    }
    guard k > first, k < text.count, text[k] == end, value <= Int(UInt32.max) else { return nil }
    k += 1
    return value
  }
}
