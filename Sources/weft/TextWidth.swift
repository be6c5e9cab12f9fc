/// How many columns of a terminal a text takes.
enum TextWidth {
  static func of(_ text: String) -> Int {
    // Most text is ASCII without control characters: a column a byte.
    if text.utf8.allSatisfy({ (32..<127).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// Of one character as a user sees it, whatever it is made of.
  static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.isASCII { return first.value < 32 || first.value == 127 ? 0 : 1 }
    if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    return of(first)
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    // East Asian Wide and Fullwidth, by blocks (Unicode Standard Annex #11).
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text in at most `width` columns, with an ellipsis where something is left out.
  static func cut(_ text: String, to width: Int) -> String {
    if text.utf8.count <= width || of(text) <= width { return text }
    if text.utf8.allSatisfy({ (32..<127).contains($0) }) {
      var end = text.utf8.prefix(width - 1)
      while end.last == 32 { end = end.dropLast() }
      return text[..<end.endIndex] + "…"
    }
    var out = ""
    var used = 0
    for character in text {
      let columns = of(character)
      if used + columns > width - 1 { break }
      out.append(character)
      used += columns
    }
    while out.last == " " { out.removeLast() }
    return out + "…"
  }

  /// The text on lines of at most `width` columns, broken at spaces.
  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let columns = of(String(word))
      if !line.isEmpty, used + 1 + columns > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if !line.isEmpty {
        line += " "
        used += 1
      }
      line += word
      used += columns
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Whether the text runs from right to left somewhere, which would turn the columns beside it.
  static func hasRightToLeft(_ text: String) -> Bool {
    // Hebrew, the first such script, begins with byte 0xD6.
    guard text.utf8.contains(where: { $0 >= 0xD6 }) else { return false }
    return text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        true
      default: false
      }
    }
  }
}
