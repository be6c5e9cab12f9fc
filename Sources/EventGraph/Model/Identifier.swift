/// Ids: readable, NMTOKEN-safe ASCII (letters, digits, `. - _ :`), made of the thing's own name or
/// address and nothing else. They do not depend on the node's kind, on the order of the input or on
/// what else was read, and are the same in every file, in the store and on the command line.
///
/// | of | form | example |
/// |---|---|---|
/// | event | date, first words, check | `2015-12-23_amnesty-international-reports-at-least-200_k3x9p2` |
/// | entity | its name, where that is plain ASCII | `Syrian_Civil_War` |
/// | entity | name without marks, check | `Abdullah_Ocalan_7m2k1d` |
/// | source | host, last part of the path, check | `bbc.com_world-middle-east-35162523_0q8c5t` |
/// | article | that of the source with its address; without one: date, first words, check | `2015-12-29_us-notes-rise_8d2k1p` |
/// | statement | first words, check of them and the article | `when-we-see-these-kinds-of-actions_4k1m9c` |
/// | publisher | its name, check | `BBC_p2m8rx` |
///
/// The check is 30 bits of a hash of the full key, in base 32. Two things share an id only where
/// date, words and check all agree; the graph's maker then lengthens the check of both.
public enum Identifier {
  /// Digits of a check; more where two ids would be equal.
  package static let checkLength = 6
  private static let maximumWords = 48

  /// - Parameter path: The event's page path (`/news/2015/12/23/….md`).
  public static func event(date: PartialDate?, path: String) -> String {
    string { appendEvent(date: date, path: $0, checkLength: checkLength, to: &$1) }(path)
  }

  /// An entity's id: the name alone where the name can be read back from it.
  public static func entity(name: String) -> String {
    string { appendEntity(name: $0, checkLength: checkLength, to: &$1) }(name)
  }

  public static func publisher(name: String) -> String {
    string { appendPublisher(name: $0, checkLength: checkLength, to: &$1) }(name)
  }

  public static func source(url: String) -> String {
    string { appendSource(url: $0, checkLength: checkLength, to: &$1) }(url)
  }

  private static func string(
    _ append: @escaping (Span<UInt8>, inout [UInt8]) -> Void
  ) -> (String) -> String {
    { key in
      var out: [UInt8] = []
      append(Array(key.utf8).span, &out)
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// An article without an address of its own; one with an address has the id of the source with it.
  ///
  /// - Parameter text: What tells it from others: its headline and its first paragraph.
  public static func article(date: PartialDate?, headline: String, text: String) -> String {
    var out: [UInt8] = []
    appendArticle(
      date: date, headline: Array(headline.utf8).span, text: Array(text.utf8).span,
      checkLength: checkLength, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  // MARK: The same on bytes, for graphs of many nodes

  package static func appendEvent(
    date: PartialDate?, path: Span<UInt8>, checkLength: Int, to out: inout [UInt8]
  ) {
    if let date {
      date.append(to: &out)
      out.append(UInt8(ascii: "_"))
    }
    var start = path.count
    while start > 0, path[start - 1] != UInt8(ascii: "/") { start -= 1 }
    let end =
      path.count - start > 3 && path.hasPrefix(".md", at: path.count - 3)
      ? path.count - 3 : path.count
    var words = Slug(separator: UInt8(ascii: "-"), limit: maximumWords)
    words.append(path.extracting(start..<end), to: &out)
    appendCheck("event", path, checkLength, to: &out)
  }

  package static func appendArticle(
    date: PartialDate?, headline: Span<UInt8>, text: Span<UInt8>, checkLength: Int,
    to out: inout [UInt8]
  ) {
    if let date {
      date.append(to: &out)
      out.append(UInt8(ascii: "_"))
    }
    var words = Slug(separator: UInt8(ascii: "-"), limit: maximumWords)
    words.append(headline, to: &out)
    appendCheck("article", text, checkLength, to: &out)
  }

  /// - Parameter key: What tells it from the same words elsewhere: the article's address or text, then
  ///   the words.
  package static func appendStatement(
    words text: Span<UInt8>, key: Span<UInt8>, checkLength: Int, to out: inout [UInt8]
  ) {
    var words = Slug(separator: UInt8(ascii: "-"), limit: maximumWords)
    words.append(text, to: &out)
    appendCheck("statement", key, checkLength, to: &out)
  }

  package static func appendEntity(
    name: Span<UInt8>, checkLength: Int, to out: inout [UInt8]
  ) {
    var words = Slug(separator: UInt8(ascii: "_"), limit: maximumWords * 2)
    words.append(name, to: &out)
    if words.isExact, checkLength == Self.checkLength { return }
    appendCheck("entity", name, checkLength, to: &out)
  }

  package static func appendPublisher(
    name: Span<UInt8>, checkLength: Int, to out: inout [UInt8]
  ) {
    var words = Slug(separator: UInt8(ascii: "_"), limit: maximumWords)
    words.append(name, to: &out)
    appendCheck("publisher", name, checkLength, to: &out)
  }

  package static func appendSource(url: Span<UInt8>, checkLength: Int, to out: inout [UInt8]) {
    let slash = UInt8(ascii: "/")
    var start = 0
    var k = 0
    while k + 2 < url.count, start == 0 {
      if url.hasPrefix("://", at: k) { start = k + 3 }
      k += 1
    }
    let end = url.firstIndex(of: UInt8(ascii: "?"), from: start, to: url.count) ?? url.count
    let hostEnd = url.firstIndex(of: slash, from: start, to: end) ?? end
    if url.hasPrefix("www.", in: start..<hostEnd) { start += 4 }
    var host = Slug(separator: UInt8(ascii: "-"), limit: 40)
    host.append(url.extracting(start..<hostEnd), to: &out)
    var last = end
    while last > hostEnd, url[last - 1] == slash { last -= 1 }
    var first = last
    while first > hostEnd, url[first - 1] != slash { first -= 1 }
    if first > hostEnd, last > first {
      out.append(UInt8(ascii: "_"))
      var words = Slug(separator: UInt8(ascii: "-"), limit: 32)
      words.append(url.extracting(first..<last), to: &out)
    }
    appendCheck("source", url, checkLength, to: &out)
  }

  /// `_` and base-32 digits of a hash of the key and the space of names it belongs to.
  private static func appendCheck(
    _ space: StaticString, _ key: Span<UInt8>, _ length: Int, to out: inout [UInt8]
  ) {
    out.append(UInt8(ascii: "_"))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(key.count + 16)
    space.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0)
    bytes.append(span: key)
    var hash = bytes.span.stableHash
    for k in 0..<length {
      if k > 0, k % 12 == 0 {
        bytes.append(1)
        hash = bytes.span.stableHash
      }
      out.append(digits[Int(hash & 31)])
      hash >>= 5
    }
  }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// The archive's own slug of a title: lower case, letters without their marks ("ø" and the like,
  /// which are no marked letters, count as none), every other run a hyphen, cut at 139 bytes. Gives an event page its path where the file's own name does not tell.
  public static func archiveSlug(_ title: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(160)
    // Most titles are cut; what the cut takes need not be looked at.
    for scalar in title.unicodeScalars where out.count <= 139 {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        if byte.isASCIIAlphanumeric {
          out.append(byte.isASCIIUpper ? byte | 32 : byte)
        } else if let last = out.last, last != UInt8(ascii: "-") {
          out.append(UInt8(ascii: "-"))
        }
      } else {
        appendToSlug(scalar, &out)
      }
    }
    if out.count > 139 { out.removeSubrange(139...) }
    while out.last == UInt8(ascii: "-") { out.removeLast() }
    return out.isEmpty ? "event" : String(decoding: out, as: UTF8.self)
  }

  private static func appendToSlug(_ scalar: Unicode.Scalar, _ out: inout [UInt8]) {
    var isKept = false
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      let length = out.count
      if ASCIIFolding.appendDecomposed(lower, to: &out) != .none {
        isKept = true
        continue
      }
      out.removeSubrange(length...)
      // A combining mark belongs to the letter before it.
      if lower.properties.generalCategory == .nonspacingMark { isKept = true }
    }
    if !isKept, let last = out.last, last != UInt8(ascii: "-") { out.append(UInt8(ascii: "-")) }
  }
}

/// Letters, digits, dots and hyphens of a text; everything else becomes separators.
private struct Slug {
  let separator: UInt8
  /// Bytes after which the text is cut.
  let limit: Int
  /// Whether the text can be read back from the slug.
  private(set) var isExact = true

  init(separator: UInt8, limit: Int) {
    self.separator = separator
    self.limit = limit
  }

  mutating func append(_ text: Span<UInt8>, to out: inout [UInt8]) {
    let start = out.count
    var isPending = false
    var k = 0
    while k < text.count {
      if out.count - start >= limit {
        isExact = false
        isPending = false
        break
      }
      let byte = text[k]
      // Readers take ids that begin with a letter or digit for what they are.
      let isKept =
        byte.isASCIIAlphanumeric
        || ((byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")) && out.count > start)
      if isKept {
        if isPending, out.count > start { out.append(separator) }
        isPending = false
        out.append(byte)
        k += 1
      } else if let scalar = text.twoByteScalar(at: k) {
        isExact = false
        let length = out.count
        if isPending, out.count > start { out.append(separator) }
        if ASCIIFolding.append(scalar, to: &out) == .none {
          out.removeSubrange(length...)
          isPending = true
        } else {
          isPending = false
        }
        k += 2
      } else {
        // One space between words can be read back from one separator, where that is "_".
        if byte != 32 || isPending || out.count == start || separator != UInt8(ascii: "_") {
          isExact = false
        }
        isPending = true
        k += 1
      }
    }
    if isPending { isExact = false }
    if out.count == start {
      out.append(UInt8(ascii: "x"))
      isExact = false
    }
  }
}

extension Span<UInt8> {
  /// The scalar of a two-byte sequence of UTF-8; nil where there is none.
  fileprivate func twoByteScalar(at k: Int) -> Unicode.Scalar? {
    guard self[k] >= 0xC2, self[k] < 0xE0, k + 1 < count else { return nil }
    return Unicode.Scalar(UInt32(self[k] & 0x1F) << 6 | UInt32(self[k + 1] & 0x3F))
  }
}
