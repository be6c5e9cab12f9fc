internal import EventGraph

/// The character references that the archive's summaries keep: numeric ones and the names of
/// HTML 4.
enum HTMLEntity {
  /// The scalar and the offset after the `;`, or nil where the bytes are no reference.
  static func decode(
    _ bytes: Span<UInt8>, at offset: Int, limit: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let longest = min(limit, offset + 10)
    guard let end = bytes.firstIndex(of: UInt8(ascii: ";"), from: offset + 1, to: longest),
      end > offset + 1
    else { return nil }
    let name = bytes.extracting(offset + 1..<end)
    guard let scalar = name[0] == UInt8(ascii: "#") ? numeric(name) : named(name) else {
      return nil
    }
    return (scalar, end + 1)
  }

  private static func numeric(_ name: Span<UInt8>) -> Unicode.Scalar? {
    let isHex = name.count > 2 && name[1] | 32 == UInt8(ascii: "x")
    var value: UInt32 = 0
    var k = isHex ? 2 : 1
    guard k < name.count else { return nil }
    while k < name.count {
      let byte = name[k]
      let digit: UInt8
      if byte.isASCIIDigit {
        digit = byte - 48
      } else if isHex, byte.isASCIILetter, byte | 32 <= UInt8(ascii: "f") {
        digit = (byte | 32) - 87
      } else {
        return nil
      }
      value = value * (isHex ? 16 : 10) + UInt32(digit)
      if value > 0x10FFFF { return nil }
      k += 1
    }
    // Browsers read 128…159 as Windows-1252, and so do the pages' authors.
    if (128..<160).contains(value) { return UTF8Bytes.windows1252(UInt8(value)) }
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  private static func named(_ name: Span<UInt8>) -> Unicode.Scalar? {
    name.withUnsafeBufferPointer { table[String(decoding: $0, as: UTF8.self)] }
  }

  private static let table: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "hellip": "…", "ndash": "–",
      "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
      "bdquo": "„", "bull": "•", "euro": "€", "trade": "™", "dagger": "†", "Dagger": "‡",
      "permil": "‰", "lsaquo": "‹", "rsaquo": "›", "OElig": "Œ", "oelig": "œ", "Scaron": "Š",
      "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜", "ensp": "\u{2002}",
      "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
      "minus": "−", "prime": "′", "Prime": "″",
    ]
    // U+00A0 … U+00FF in order.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
      uuml yacute thorn yuml
      """
    for (k, name) in latin.split(separator: " ").enumerated() {
      table[String(name)] = Unicode.Scalar(UInt8(0xA0 + k))
    }
    return table
  }()
}
