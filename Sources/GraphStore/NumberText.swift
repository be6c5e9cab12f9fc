internal import EventGraph

/// Writes lists of numbers as compact JSON into memory that is large enough for the longest.
///
/// Three times as quick as appending to an array, and there are ten million numbers: whoever makes
/// one gives it room for what it will write, at the sizes below, which every write checks.
@safe struct NumberText {
  /// Most bytes of `[document,line,start,length,quote,rule]` and the byte before it.
  static let pieceSize = 68
  /// Most bytes of an edge without its evidence.
  static let edgeSize = 72
  /// Most bytes of a number and the byte before it.
  static let numberSize = 11

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let capacity: Int
  private(set) var count = 0

  /// - Parameter bytes: Outlives the writer.
  @unsafe init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
    capacity = bytes.count
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    precondition(count < capacity)
    unsafe bytes[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ number: UInt32) {
    let width = Self.width(number)
    precondition(count + width <= capacity)
    var place = count + width
    var rest = number
    // Two digits a step: half the divisions.
    while rest >= 100 {
      let pair = Int(rest % 100) * 2
      rest /= 100
      place -= 2
      unsafe bytes[place] = Self.pairs.utf8Start[pair]
      unsafe bytes[place + 1] = Self.pairs.utf8Start[pair + 1]
    }
    if rest >= 10 {
      unsafe bytes[place - 2] = Self.pairs.utf8Start[Int(rest) * 2]
      unsafe bytes[place - 1] = Self.pairs.utf8Start[Int(rest) * 2 + 1]
    } else {
      unsafe bytes[place - 1] = UInt8(truncatingIfNeeded: 48 + rest)
    }
    count += width
  }

  /// "00", "01", … "99".
  private static let pairs: StaticString = """
    0001020304050607080910111213141516171819\
    2021222324252627282930313233343536373839\
    4041424344454647484950515253545556575859\
    6061626364656667686970717273747576777879\
    8081828384858687888990919293949596979899
    """

  @inline(__always)
  private static func width(_ number: UInt32) -> Int {
    if number < 1000 { return number < 10 ? 1 : number < 100 ? 2 : 3 }
    if number < 1_000_000 { return number < 10_000 ? 4 : number < 100_000 ? 5 : 6 }
    return number < 10_000_000
      ? 7 : number < 100_000_000 ? 8 : number < 1_000_000_000 ? 9 : 10
  }

  /// A whole number as such, others as short as they read back the same.
  mutating func append(weight: Float) {
    if weight >= 0, weight < 1e6, weight == weight.rounded() {
      append(UInt32(weight))
    } else {
      for byte in (weight.isFinite ? weight.description : "null").utf8 { append(byte) }
    }
  }

  /// `[[document,line,start,length,quote,rule],…]`.
  mutating func append(_ pieces: ArraySlice<Evidence>, _ quotes: borrowing QuoteNumbers) {
    let comma = UInt8(ascii: ",")
    append(UInt8(ascii: "["))
    var isFirst = true
    for piece in pieces {
      if !isFirst { append(comma) }
      isFirst = false
      append(UInt8(ascii: "["))
      append(piece.document.rawValue)
      append(comma)
      append(piece.line)
      append(comma)
      append(piece.start)
      append(comma)
      append(piece.length)
      append(comma)
      append(quotes.number(of: piece.quote))
      append(comma)
      append(UInt32(piece.rule.rawValue))
      append(UInt8(ascii: "]"))
    }
    append(UInt8(ascii: "]"))
  }
}
