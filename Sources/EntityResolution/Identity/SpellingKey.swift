internal import EventGraph

/// What a name is called under whatever the case of its letters, their marks, and the kind of its
/// dashes, quotation marks and spaces; whether its initials have stops ("U.S. Army"); and whether a year
/// at its end stands before it.
///
/// "Spanish general election, 2015" and "2015 Spanish general election" have one key, and so have
/// "Abdullah Ocalan" and "Abdullah Öcalan". A disambiguator in brackets is part of the key.
struct SpellingKey: Sendable {
  /// The folded name.
  private(set) var bytes: [UInt8] = []
  /// What had to change for the key; a rule is named after it.
  private(set) var hasMovedYear = false
  private(set) var hasMarks = false
  /// Words, by spaces.
  private(set) var wordCount = 0

  init() {}

  mutating func fold(_ name: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    hasMarks = false
    let year = name.yearAtEnd
    hasMovedYear = year != nil
    if let year {
      append(name.extracting(year))
      bytes.append(32)
      append(name.extracting(0..<year.lowerBound - 2))
    } else {
      append(name)
    }
    wordCount = bytes.count { $0 == 32 } + 1
  }

  private mutating func append(_ text: Span<UInt8>) {
    let isOfSeveralWords = text.firstIndex(of: 32, from: 0, to: text.count) != nil
    var k = 0
    while k < text.count {
      let byte = text[k]
      if byte == UInt8(ascii: "."), isOfSeveralWords, text.isStopOfInitials(k) {
        k += 1
        continue
      }
      if byte < 0x80 {
        if byte.isASCIISpace {
          if let last = bytes.last, last != 32 { bytes.append(32) }
        } else {
          bytes.append(byte.isASCIIUpper ? byte | 32 : byte)
        }
        k += 1
        continue
      }
      append(text.scalar(at: &k))
    }
    while bytes.last == 32 { bytes.removeLast() }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{A0}", "\u{2009}", "\u{202F}":
      if let last = bytes.last, last != 32 { bytes.append(32) }
    case "–", "—", "−", "‐", "‑": bytes.append(UInt8(ascii: "-"))
    case "’", "‘", "ʻ", "ʼ", "ʿ", "ʾ", "`": bytes.append(UInt8(ascii: "'"))
    case "“", "”", "„": bytes.append(UInt8(ascii: "\""))
    case "\u{300}"..."\u{36F}": hasMarks = true
    default:
      let start = bytes.count
      let lower = scalar.properties.lowercaseMapping
      for part in lower.unicodeScalars {
        if ASCIIFolding.append(part, to: &bytes) == .none,
          ASCIIFolding.appendDecomposed(part, to: &bytes) == .none
        {
          bytes.append(contentsOf: String(part).utf8)
        } else {
          hasMarks = true
        }
      }
      for place in start..<bytes.count where bytes[place].isASCIIUpper { bytes[place] |= 32 }
    }
  }
}

extension Span<UInt8> {
  /// Whether a stop stands behind one of several initials in a name of several words: of one word,
  /// "P.C." and "PC" may be two things, which `Acronyms` decides by their company.
  fileprivate func isStopOfInitials(_ k: Int) -> Bool {
    func isInitial(_ k: Int) -> Bool {
      k >= 0 && k < count && self[k].isASCIIUpper && (k == 0 || !self[k - 1].isASCIIAlphanumeric)
    }
    guard isInitial(k - 1) else { return false }
    let isFirst =
      k + 1 < count && isInitial(k + 1)
      && (k + 2 == count || !self[k + 2].isASCIIAlphanumeric && self[k + 2] < 0x80)
    return isFirst || k >= 3 && self[k - 2] == UInt8(ascii: ".") && isInitial(k - 3)
  }

  /// The bytes of `2015` or `2008–09` in "…, 2015" at the end of a name.
  var yearAtEnd: Range<Int>? {
    var start = count
    while start > 0,
      self[start - 1].isASCIIDigit || self[start - 1] == UInt8(ascii: "-")
        || self[start - 1] >= 0x80
    {
      start -= 1
    }
    guard start > 2, count - start >= 4, count - start <= 12, self[start - 1] == 32,
      self[start - 2] == UInt8(ascii: ","), self[start] == 49 || self[start] == 50
    else { return nil }
    for k in start..<start + 4 where !self[k].isASCIIDigit { return nil }
    // Behind the year only another, after a hyphen or an en dash (E2 80 93).
    var k = start + 4
    if k < count {
      if self[k] == UInt8(ascii: "-") {
        k += 1
      } else if hasPrefix("–", at: k) {
        k += 3
      } else {
        return nil
      }
      guard (2...4).contains(count - k) else { return nil }
      for place in k..<count where !self[place].isASCIIDigit { return nil }
    }
    return start..<count
  }
}
