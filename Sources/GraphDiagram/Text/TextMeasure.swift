/// How wide a text will be, near enough to break lines before Graphviz sees them.
///
/// ASCII has DejaVu Sans's own advance widths, which is wider than Helvetica, Arial and Liberation
/// Sans; so a text that fits here fits where one of those stands in. Other scripts have a mean.
/// Graphviz measures again and widens the box where this was too narrow.
struct TextMeasure: Sendable {
  var points: Double
  var isBold = false

  func width(_ text: some StringProtocol) -> Double {
    text.reduce(0) { $0 + width($1) }
  }

  /// Of what the character is drawn with on a machine without a font for it, which is wider than with
  /// one: a box each for every part of an emoji, 1.3 em for an ideograph.
  func width(_ character: Character) -> Double {
    var units = 0
    for scalar in character.unicodeScalars { units += Self.units(scalar, isBold: isBold) }
    return Double(units) * points / 1_000
  }

  private static func units(_ scalar: Unicode.Scalar, isBold: Bool) -> Int {
    let value = Int(scalar.value)
    if (32..<127).contains(value) { return (isBold ? bold : regular)[value - 32] }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100..<0x1200, 0x2E80..<0xD7B0, 0xF900..<0xFB00, 0xFF00..<0xFFEF, 0x1_0000...:
      return 1_300
    default: return isBold ? 790 : 700
    }
  }

  /// Breaks the text at spaces, and inside a word that alone is wider than a line; where more than
  /// `lines` would be needed, the last one ends in "…".
  func wrap(_ text: String, width limit: Double, lines: Int) -> [String] {
    var out: [String] = []
    var line = ""
    var lineWidth = 0.0
    let space = width(" ")
    for word in text.split(separator: " ") {
      var rest = word
      while !rest.isEmpty {
        if out.count > lines { return cut(out, width: limit, lines: lines) }
        let wordWidth = width(rest)
        let gap = line.isEmpty ? 0 : space
        if lineWidth + gap + wordWidth <= limit {
          line += (line.isEmpty ? "" : " ") + rest
          lineWidth += gap + wordWidth
          break
        }
        if line.isEmpty || wordWidth > limit {
          let head = prefix(of: rest, width: limit - lineWidth - gap)
          if !head.isEmpty {
            line += (line.isEmpty ? "" : " ") + head
            rest = rest.dropFirst(head.count)
          } else if line.isEmpty {
            line = String(rest.prefix(1))
            rest = rest.dropFirst()
          }
        }
        out.append(line)
        line = ""
        lineWidth = 0
      }
    }
    if !line.isEmpty { out.append(line) }
    return cut(out, width: limit, lines: lines)
  }

  /// One line of the text, cut at any letter.
  func fit(_ text: String, width limit: Double) -> String {
    width(text) <= limit ? text : cut([text, ""], width: limit, lines: 1)[0]
  }

  private func cut(_ lines: [String], width limit: Double, lines count: Int) -> [String] {
    guard lines.count > count else { return lines }
    var kept = Array(lines.prefix(count))
    let last = String(prefix(of: Substring(kept[count - 1]), width: limit - width("…")))
    let end = last.lastIndex { !" ,;:.-–(".contains($0) }
    kept[count - 1] = (end.map { String(last[...$0]) } ?? "") + "…"
    return kept
  }

  private func prefix(of text: Substring, width limit: Double) -> Substring {
    var used = 0.0
    var end = text.startIndex
    while end < text.endIndex {
      used += width(text[end])
      if used > limit { break }
      end = text.index(after: end)
    }
    return text[..<end]
  }

  /// Advance widths of U+0020 … U+007E in thousandths of an em.
  private static let regular = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]
  private static let bold = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683,
    683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771,
    724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665,
    343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
  ]
}
