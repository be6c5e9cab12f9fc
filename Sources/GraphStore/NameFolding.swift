internal import EventGraph

/// Names without what people leave out when they type them: case, marks, punctuation.
enum NameFolding {
  /// Appends the folded form: letters and digits in lower case without marks, every run of anything
  /// else one space, none at either end. Empty for a name without letters and digits.
  static func fold(_ text: Span<UInt8>, into out: inout [UInt8]) {
    if text.count <= longestQuickText, foldASCII(text, into: &out) { return }
    let start = out.count
    var pending = false
    var k = 0
    let count = text.count
    while k < count {
      let byte = text[k]
      if byte < 0x80 {
        k += 1
        if byte.isASCIIAlphanumeric {
          if pending, out.count > start { out.append(32) }
          pending = false
          out.append(byte.isASCIIUpper ? byte | 32 : byte)
        } else {
          pending = true
        }
        continue
      }
      let scalar = text.scalar(at: &k)
      let category = scalar.properties.generalCategory
      if category == .nonspacingMark { continue }
      guard isWord(scalar, category) else {
        pending = true
        continue
      }
      if pending, out.count > start { out.append(32) }
      pending = false
      append(scalar, to: &out)
    }
  }

  private static let longestQuickText = 1024

  /// The same for a text of ASCII alone, as most are, in a third of the time; false for others.
  private static func foldASCII(_ text: Span<UInt8>, into out: inout [UInt8]) -> Bool {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { folded in
      var count = 0
      var pending = false
      for k in text.indices {
        let byte = text[k]
        if byte >= 0x80 { return false }
        guard byte.isASCIIAlphanumeric else {
          pending = count > 0
          continue
        }
        // There is room: a byte before this one was left out.
        if pending {
          unsafe folded[count] = 32
          count += 1
          pending = false
        }
        unsafe folded[count] = byte.isASCIIUpper ? byte | 32 : byte
        count += 1
      }
      unsafe out.append(contentsOf: UnsafeBufferPointer(rebasing: folded[..<count]))
      return true
    }
  }

  /// The key of a name in the store's `name_key`; nil for a name without letters and digits.
  static func key(_ folded: Span<UInt8>) -> Int? {
    folded.isEmpty ? nil : Int(Int64(bitPattern: folded.stableHash))
  }

  /// A URL without its scheme, `www.` and last slash, so that either spelling finds the source.
  static func bareURL(_ text: Span<UInt8>) -> Range<Int>? {
    var low = 0
    if text.hasPrefix("https://") { low = 8 } else if text.hasPrefix("http://") { low = 7 }
    guard low > 0 else { return nil }
    if text.hasPrefix("www.", at: low) { low += 4 }
    var high = text.count
    while high > low, text[high - 1] == UInt8(ascii: "/") { high -= 1 }
    return low..<high
  }

  static func isWord(_ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    let start = out.count
    if ASCIIFolding.append(scalar, to: &out) != .none {
      for k in start..<out.count where out[k].isASCIIUpper { out[k] |= 32 }
      return
    }
    out.removeSubrange(start...)
    out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
  }
}
