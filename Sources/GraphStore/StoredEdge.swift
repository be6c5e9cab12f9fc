internal import EventGraph

/// One edge as it stands in the row of its source: numbers of rows and codes, not yet checked.
struct StoredEdge {
  var relation = 0
  var target = 0
  var role = 0
  var weight: Float = 0
  var rank = 0
  /// How many pieces of evidence it has.
  var pieces = 0
  /// Where its evidence stands in the row's text, for `StoredEvidence.parse`.
  var evidence = 0..<0

  /// Reads `[[relation,target,role,weight,rank,[evidence…]],…]`, or nothing at all for none; false
  /// where it is not of that form.
  ///
  /// Evidence is stepped over: most questions are about edges alone.
  static func parse<E: Error>(
    _ text: Span<UInt8>, into body: (StoredEdge) throws(E) -> Void
  ) throws(E) -> Bool {
    var reader = EdgeReader(text)
    if text.isEmpty { return true }
    guard reader.skip(UInt8(ascii: "[")) else { return false }
    repeat {
      guard let edge = reader.edge() else { return false }
      try body(edge)
    } while reader.skip(UInt8(ascii: ","))
    return reader.skip(UInt8(ascii: "]")) && reader.isAtEnd
  }

  /// `[12,55,1034]`, or nothing at all for none; false where it is not of that form.
  static func parseNumbers(_ text: Span<UInt8>, into numbers: inout [Int]) -> Bool {
    var reader = EdgeReader(text)
    if text.isEmpty { return true }
    guard reader.skip(UInt8(ascii: "[")) else { return false }
    repeat {
      guard let number = reader.number() else { return false }
      numbers.append(number)
    } while reader.skip(UInt8(ascii: ","))
    return reader.skip(UInt8(ascii: "]")) && reader.isAtEnd
  }
}

private struct EdgeReader: ~Escapable {
  private let text: Span<UInt8>
  private var k = 0

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  var isAtEnd: Bool { k == text.count }

  @inline(__always)
  @_lifetime(self: copy self)
  mutating func skip(_ byte: UInt8) -> Bool {
    guard k < text.count, text[k] == byte else { return false }
    k += 1
    return true
  }

  /// At most ten digits, at most `UInt32.max`.
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func number() -> Int? {
    let first = k
    var value = 0
    while k < text.count, text[k].isASCIIDigit, k - first < 10 {
      value = value &* 10 &+ Int(text[k] &- 48)
      k += 1
    }
    return k > first && value <= Int(UInt32.max) ? value : nil
  }

  @_lifetime(self: copy self)
  mutating func edge() -> StoredEdge? {
    let comma = UInt8(ascii: ",")
    guard skip(UInt8(ascii: "[")), let relation = number(), skip(comma), let target = number(),
      skip(comma), let role = number(), skip(comma), let weight = weight(), skip(comma),
      let rank = number(), skip(comma)
    else { return nil }
    let start = k
    guard let pieces = stepOverEvidence() else { return nil }
    let evidence = start..<k
    guard skip(UInt8(ascii: "]")) else { return nil }
    return StoredEdge(
      relation: relation, target: target, role: role, weight: weight, rank: rank, pieces: pieces,
      evidence: evidence)
  }

  /// Mostly a small whole number. `null` is a number that JSON does not have.
  @_lifetime(self: copy self)
  private mutating func weight() -> Float? {
    let start = k
    if let whole = number(), k < text.count, text[k] == UInt8(ascii: ",") { return Float(whole) }
    k = start
    while k < text.count, text[k] != UInt8(ascii: ","), k - start < 40 { k += 1 }
    let words = unsafe text.extracting(start..<k).withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self)
    }
    if words == "null" { return 0 }
    return Float(words).flatMap { $0.isFinite ? $0 : nil }
  }

  /// How many pieces stand in `[[…],…]`; their numbers are looked at when they are read.
  @_lifetime(self: copy self)
  private mutating func stepOverEvidence() -> Int? {
    guard skip(UInt8(ascii: "[")) else { return nil }
    var pieces = 0
    while k < text.count {
      let byte = text[k]
      k += 1
      if byte == UInt8(ascii: "]") { return pieces }
      if byte == UInt8(ascii: ",") { continue }
      guard byte == UInt8(ascii: "["),
        let end = text.firstIndex(of: UInt8(ascii: "]"), from: k, to: text.count)
      else { return nil }
      pieces += 1
      k = end + 1
    }
    return nil
  }
}
