/// Latin letters without their marks, for ids and slugs.
package enum ASCIIFolding {
  /// One or two ASCII letters for U+00C0 … U+017F, in order; "." where there is none.
  private static let latin: [StaticString] = [
    "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I", "I",
    "D", "N", "O", "O", "O", "O", "O", ".", "O", "U", "U", "U", "U", "Y", "TH", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", ".", "o", "u", "u", "u", "u", "y", "th", "y",
    "A", "a", "A", "a", "A", "a", "C", "c", "C", "c", "C", "c", "C", "c", "D", "d",
    "D", "d", "E", "e", "E", "e", "E", "e", "E", "e", "E", "e", "G", "g", "G", "g",
    "G", "g", "G", "g", "H", "h", "H", "h", "I", "i", "I", "i", "I", "i", "I", "i",
    "I", "i", "IJ", "ij", "J", "j", "K", "k", "k", "L", "l", "L", "l", "L", "l", "L",
    "l", "L", "l", "N", "n", "N", "n", "N", "n", "n", "N", "n", "O", "o", "O", "o",
    "O", "o", "OE", "oe", "R", "r", "R", "r", "R", "r", "S", "s", "S", "s", "S", "s",
    "S", "s", "T", "t", "T", "t", "T", "t", "U", "u", "U", "u", "U", "u", "U", "u",
    "U", "u", "U", "u", "W", "w", "Y", "y", "Y", "Z", "z", "Z", "z", "Z", "z", "s",
  ]

  /// Appends the scalar's ASCII form and says whether the form stands for it exactly.
  package static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) -> Fold {
    let value = scalar.value
    if value < 0x80 {
      let byte = UInt8(value)
      guard byte.isASCIIAlphanumeric else { return .none }
      out.append(byte)
      return .exact
    }
    guard (0xC0...0x17F).contains(value) else { return .none }
    let letters = latin[Int(value) - 0xC0]
    guard letters.utf8Start.pointee != UInt8(ascii: ".") else { return .none }
    letters.withUTF8Buffer { out.append(contentsOf: $0) }
    return .folded
  }

  /// The letters under the marks of U+0180 … U+024F and U+1E00 … U+1EFF, in lower case; "." where
  /// Unicode takes nothing apart.
  private static let extended: StaticString = """
    ................................oo.............uu...............\
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ................
    """
  private static let additional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """

  /// Appends what Unicode's compatibility decomposition leaves of a lower-case scalar in ASCII, and
  /// says whether it leaves anything. Letters that it does not take apart ("ø", "ł", "ß") are left
  /// out, unlike in `append`.
  package static func appendDecomposed(_ scalar: Unicode.Scalar, to out: inout [UInt8]) -> Fold {
    switch scalar.value {
    case 0xAA: return append("a", to: &out)
    case 0xBA: return append("o", to: &out)
    case 0xB2, 0xB3: return append(Unicode.Scalar(UInt8(scalar.value - 0x80)), to: &out)
    case 0xB9: return append("1", to: &out)
    case 0xBC...0xBE:
      out.append(scalar.value == 0xBE ? UInt8(ascii: "3") : UInt8(ascii: "1"))
      out.append(UInt8(ascii: "-"))
      out.append(scalar.value == 0xBD ? UInt8(ascii: "2") : UInt8(ascii: "4"))
      return .folded
    case 0xC6, 0xD0, 0xD8, 0xDE, 0xDF, 0xE6, 0xF0, 0xF8, 0xFE, 0x110, 0x111, 0x126, 0x127, 0x131,
      0x138, 0x141, 0x142, 0x14A, 0x14B, 0x152, 0x153, 0x166, 0x167:
      return .none
    case 0x180...0x24F: return append(extended, Int(scalar.value - 0x180), to: &out)
    case 0x1E00...0x1EFF: return append(additional, Int(scalar.value - 0x1E00), to: &out)
    default: return append(scalar, to: &out)
    }
  }

  private static func append(_ table: StaticString, _ k: Int, to out: inout [UInt8]) -> Fold {
    let letter = table.withUTF8Buffer { $0[k] }
    if letter == UInt8(ascii: ".") { return .none }
    out.append(letter)
    return .folded
  }

  package enum Fold { case exact, folded, none }
}
