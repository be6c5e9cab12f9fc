/// Text from the archive made fit for any output: nothing in it can break a file's syntax by being
/// unprintable, move other text around, or be without end.
enum PrintableText {
  /// The longest text that a tooltip holds, in characters; the longest title seen has 1,377.
  static let maximumLength = 4_000

  /// Drops what no reader can see (control characters, direction overrides, zero-width spaces,
  /// noncharacters), makes every run of white space one space, and keeps at most three combining
  /// marks on a letter, since a pile of them draws over the neighbours.
  static func clean(_ text: String, limit: Int = maximumLength) -> String {
    var out = String.UnicodeScalarView()
    var pendingSpace = false
    var marks = 0
    var count = 0
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        pendingSpace = !out.isEmpty
        continue
      }
      if isInvisible(scalar) { continue }
      if scalar.properties.generalCategory == .nonspacingMark {
        marks += 1
        if marks > 3 { continue }
      } else {
        marks = 0
      }
      if pendingSpace {
        out.append(" ")
        count += 1
        pendingSpace = false
      }
      if count >= limit {
        out.append("…")
        break
      }
      out.append(scalar)
      count += 1
    }
    return String(out)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9...13, 32, 0x85, 0xA0, 0x2028, 0x2029: true
    default: scalar.value >= 0x1680 && scalar.properties.isWhitespace
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<32, 127..<160: true
    case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
