internal import EventGraph

/// Letters of UTF-8 that were taken for Windows-1252 and encoded again: "Ã¶" for "ö", "â€™" for "’".
enum DoubleDecoding {
  enum Finding: Equatable {
    /// The letter meant, and the bytes that stand for it.
    case certain(Unicode.Scalar, length: Int)
    /// Looks like one, but may be what was written: "AMANHÃ”" ends a quotation.
    case doubtful(length: Int)
  }

  /// What the bytes at an offset are a twice encoded letter of; nil for none.
  static func find(_ bytes: Span<UInt8>, at offset: Int, limit: Int) -> Finding? {
    // U+00C2 … U+00DF lead two, U+00E0 … U+00EF three.
    guard offset + 3 < limit, bytes[offset] == 0xC3, (0x82...0xAF).contains(bytes[offset + 1])
    else { return nil }
    let lead = bytes[offset + 1] + 0x40
    let count = lead < 0xE0 ? 1 : 2
    var value = UInt32(lead & (count == 1 ? 0x1F : 0x0F))
    var k = offset + 2
    var isCertain = true
    for place in 0..<count {
      guard let (byte, length) = byte(bytes, k, limit) else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
      // One mark behind a letter may stand there by itself; two with the right values do not.
      // A small letter, or another that was encoded twice, follows no closing mark.
      let next = k + length
      let goesOn =
        lead >= 0xC3 && lead <= 0xC5 && next + 1 < limit
        && (bytes[next].isASCIILower || (bytes[next] == 0xC3 && bytes[next + 1] == 0x83))
      if place == 0, count == 1, isMark(byte, length), !goesOn { isCertain = false }
      k += length
    }
    guard let scalar = Unicode.Scalar(value), value >= (count == 1 ? 0x80 : 0x800) else {
      return nil
    }
    // "Â" before a sign that needs no repair, and signs that no text has.
    let properties = scalar.properties
    guard properties.isAlphabetic || count == 2 || lead == 0xC2 else { return nil }
    let category = properties.generalCategory
    if category == .unassigned || category == .privateUse || category == .control { return nil }
    return isCertain ? .certain(scalar, length: k - offset) : .doubtful(length: k - offset)
  }

  /// The byte 0x80 … 0xBF that a scalar at an offset is in Windows-1252, or in Latin-1.
  private static func byte(
    _ bytes: Span<UInt8>, _ k: Int, _ limit: Int
  ) -> (byte: UInt8, length: Int)? {
    guard k + 1 < limit else { return nil }
    if bytes[k] == 0xC2, (0x80...0xBF).contains(bytes[k + 1]) { return (bytes[k + 1], 2) }
    let length = UTF8Bytes.validLength(bytes, at: k, limit: limit)
    guard length == 2 || length == 3 else { return nil }
    let first = bytes[k]
    let value =
      length == 2
      ? UInt32(first & 0x1F) << 6 | UInt32(bytes[k + 1] & 0x3F)
      : UInt32(first & 0x0F) << 12 | UInt32(bytes[k + 1] & 0x3F) << 6 | UInt32(bytes[k + 2] & 0x3F)
    for byte in UInt8(0x80)..<0xA0
    where UTF8Bytes.windows1252(byte).value == value && value != 0xFFFD {
      return (byte, length)
    }
    return nil
  }

  /// Quotation marks, dashes, spaces and signs of degree, which follow capitals in texts as they are.
  private static func isMark(_ byte: UInt8, _ length: Int) -> Bool {
    if length == 3 || (length == 2 && byte < 0xA0 && byte >= 0x82) { return true }
    return [0xA0, 0xAA, 0xB0, 0xB7, 0xBA, 0xBB].contains(byte)
  }

  /// The first certain and the first doubtful place of a document, and the first letter that is lost
  /// (U+FFFD).
  static func firsts(
    in bytes: Span<UInt8>
  ) -> (certain: Int?, doubtful: Int?, lost: Int?) {
    var found: (certain: Int?, doubtful: Int?, lost: Int?)
    var k = 0
    while let lead = bytes.firstIndex(of: 0xC3, from: k, to: bytes.count) {
      switch find(bytes, at: lead, limit: bytes.count) {
      case .certain(_, let length):
        found.certain = found.certain ?? lead
        k = lead + length
      case .doubtful(let length):
        found.doubtful = found.doubtful ?? lead
        k = lead + length
      case nil: k = lead + 1
      }
    }
    k = 0
    while found.lost == nil,
      let lead = bytes.firstIndex(of: 0xEF, from: k, to: bytes.count)
    {
      if bytes.hasPrefix("\u{FFFD}", at: lead) { found.lost = lead }
      k = lead + 1
    }
    return found
  }

  /// A text with its twice encoded letters repaired, those of letters encoded three times too.
  static func repaired(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0..<2 {
      var out: [UInt8] = []
      var k = 0
      var isChanged = false
      while k < text.count {
        if text[k] == 0xC3,
          case .certain(let scalar, let length) = find(text.span, at: k, limit: text.count)
        {
          out += String(scalar).utf8
          k += length
          isChanged = true
        } else {
          out.append(text[k])
          k += 1
        }
      }
      text = out
      if !isChanged { break }
    }
    return text
  }
}

extension Diagnostic {
  /// What a document's damaged letters became: one message of each kind, at the first.
  static func damagedLetters(
    _ firsts: (certain: Int?, doubtful: Int?, lost: Int?), in bytes: Span<UInt8>, file: String,
    lines: LineIndex?
  ) -> [Diagnostic] {
    if firsts == (nil, nil, nil) { return [] }
    let lines = lines ?? LineIndex(bytes)
    func note(_ offset: Int?, _ message: String) -> Diagnostic? {
      offset.map { Diagnostic(.damagedLetters, file: file, line: lines.line(of: $0), message) }
    }
    return [
      note(
        firsts.certain,
        "letters that were encoded twice were repaired; the document's bytes are as they were"),
      note(
        firsts.doubtful,
        "these may be letters that were encoded twice; they were kept, because they may also be meant"
      ),
      note(firsts.lost, "a letter is lost here (U+FFFD); the text was kept as it is"),
    ].compactMap { $0 }
  }
}
