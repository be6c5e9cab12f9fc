internal import EventGraph

/// Words between double quotation marks of a paragraph.
struct QuotedRange: Sendable {
  /// Without the marks.
  var inner: Range<Int>
  /// With them.
  var outer: Range<Int>
  /// False where the paragraph ends first: the quotation goes on in the next.
  var isClosed: Bool

  static func all(in text: [UInt8]) -> [QuotedRange] {
    var found: [QuotedRange] = []
    var open: (outer: Int, inner: Int, mark: Mark)?
    var k = 0
    while k < text.count {
      guard let (mark, length) = mark(text, k) else {
        k += 1
        continue
      }
      if let begun = open {
        if closes(mark, begun.mark, text, k, length) {
          found.append(
            QuotedRange(inner: begun.inner..<k, outer: begun.outer..<k + length, isClosed: true))
          open = nil
        }
      } else if opens(mark, text, k) {
        open = (k, k + length, mark)
      }
      k += length
    }
    if let begun = open, begun.inner < text.count {
      found.append(
        QuotedRange(
          inner: begun.inner..<text.count, outer: begun.outer..<text.count, isClosed: false))
    }
    return found.filter { !$0.inner.isEmpty }
  }

  private enum Mark { case straight, left, right, low, angleLeft, angleRight, doubled }

  private static func mark(_ text: [UInt8], _ k: Int) -> (Mark, Int)? {
    switch text[k] {
    case 34: return (.straight, 1)
    case UInt8(ascii: "`"), 39:
      // ``…'' of old wire texts.
      guard k + 1 < text.count, text[k + 1] == text[k] else { return nil }
      return (.doubled, 2)
    case 0xC2 where k + 1 < text.count:
      return text[k + 1] == 0xAB ? (.angleLeft, 2) : text[k + 1] == 0xBB ? (.angleRight, 2) : nil
    case 0xE2 where k + 2 < text.count && text[k + 1] == 0x80:
      switch text[k + 2] {
      case 0x9C: return (.left, 3)
      case 0x9D: return (.right, 3)
      case 0x9E: return (.low, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// A straight mark opens where a space, bracket or dash stands before it.
  private static func opens(_ mark: Mark, _ text: [UInt8], _ k: Int) -> Bool {
    switch mark {
    case .left, .low, .angleLeft: return true
    case .doubled: return text[k] == UInt8(ascii: "`")
    case .right, .angleRight: return false
    case .straight:
      guard k > 0 else { return true }
      let before = text[k - 1]
      return
        !(before.isASCIIAlphanumeric || before == UInt8(ascii: ".")
        || before == UInt8(ascii: ","))
    }
  }

  private static func closes(
    _ mark: Mark, _ begun: Mark, _ text: [UInt8], _ k: Int, _ length: Int
  ) -> Bool {
    switch begun {
    case .straight: return mark == .straight || mark == .right
    case .left: return mark == .right || mark == .straight
    case .low: return mark == .left || mark == .right
    case .angleLeft: return mark == .angleRight
    case .doubled: return mark == .doubled && text[k] == 39
    case .right, .angleRight: return false
    }
  }
}
