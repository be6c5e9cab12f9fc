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

  package enum Fold { case exact, folded, none }
}
