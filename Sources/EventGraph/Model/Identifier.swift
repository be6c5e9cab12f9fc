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
/// | publisher | its name, check | `BBC_p2m8rx` |
///
/// The check is 30 bits of a hash of the full key, in base 32. Two things share an id only where
/// date, words and check all agree; `KnowledgeGraph.Builder` then lengthens the check of both.
public enum Identifier {
  static let maximumWordsLength = 48

  /// - Parameter path: The event's page path (`/news/2015/12/23/….md`).
  public static func event(date: PartialDate?, path: String, checkLength: Int = 6) -> String {
    var name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? ""
    if name.hasSuffix(".md") { name.removeLast(3) }
    let words = slug(name, separator: UInt8(ascii: "-"), limit: maximumWordsLength)
    let prefix = date.map { "\($0)_" } ?? ""
    return prefix + words.text + "_" + check("event", path, checkLength)
  }

  /// An entity's id: the name alone where the name can be read back from it.
  public static func entity(name: String, checkLength: Int = 6) -> String {
    let words = slug(name, separator: UInt8(ascii: "_"), limit: maximumWordsLength * 2)
    if words.isExact, checkLength == 6 { return words.text }
    return words.text + "_" + check("entity", name, checkLength)
  }

  public static func publisher(name: String, checkLength: Int = 6) -> String {
    let words = slug(name, separator: UInt8(ascii: "_"), limit: maximumWordsLength)
    return words.text + "_" + check("publisher", name, checkLength)
  }

  public static func source(url: String, checkLength: Int = 6) -> String {
    var rest = Substring(url)
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    let parts = rest.split(separator: "?", maxSplits: 1).first.map(Substring.init) ?? rest
    let pieces = parts.split(separator: "/")
    var host = pieces.first ?? ""
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    let words = slug(String(host.prefix(40)), separator: UInt8(ascii: "-"), limit: 40, keepDots: true)
    var text = words.text
    if pieces.count > 1 {
      text +=
        "_" + slug(String(pieces[pieces.count - 1]), separator: UInt8(ascii: "-"), limit: 32).text
    }
    return text + "_" + check("source", url, checkLength)
  }

  /// The archive's own slug of a title: lower case, letters without their marks ("ø" and the like,
  /// which are no marked letters, count as none), every other run a hyphen, cut at 139 bytes. Gives an event page its path where the file's own name does not tell.
  public static func archiveSlug(_ title: String) -> String {
    var out: [UInt8] = []
    for scalar in title.lowercased().unicodeScalars {
      let length = out.count
      if ASCIIFolding.appendDecomposed(scalar, to: &out) == .none {
        out.removeSubrange(length...)
        // A combining mark belongs to the letter before it.
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        if let last = out.last, last != UInt8(ascii: "-") { out.append(UInt8(ascii: "-")) }
      }
    }
    if out.count > 139 { out.removeSubrange(139...) }
    while out.last == UInt8(ascii: "-") { out.removeLast() }
    return out.isEmpty ? "event" : String(decoding: out, as: UTF8.self)
  }

  /// Letters, digits, dots and hyphens of the text; spaces and the rest become the separator.
  private static func slug(
    _ text: String, separator: UInt8, limit: Int, keepDots: Bool = true
  ) -> (text: String, isExact: Bool) {
    var out: [UInt8] = []
    var exact = true
    var pending = false
    for scalar in text.unicodeScalars {
      if out.count >= limit {
        exact = false
        break
      }
      let isKept = keepDots && (scalar == "." || scalar == "-")
      var piece: [UInt8] = []
      let fold = isKept ? .exact : ASCIIFolding.append(scalar, to: &piece)
      if isKept { piece = [UInt8(scalar.value)] }
      if fold == .none {
        // One space between words can be read back from one separator, where that is "_".
        if scalar != " " || pending || out.isEmpty || separator != UInt8(ascii: "_") {
          exact = false
        }
        pending = true
        continue
      }
      if fold == .folded { exact = false }
      if pending, !out.isEmpty { out.append(separator) }
      pending = false
      out.append(contentsOf: piece)
    }
    if pending { exact = false }
    // XML names start with a letter or "_"; NMTOKEN and CSS-safe ids are easier on every reader.
    while let first = out.first, first == UInt8(ascii: "-") || first == UInt8(ascii: ".") {
      out.removeFirst()
      exact = false
    }
    if out.isEmpty { return ("x", false) }
    return (String(decoding: out, as: UTF8.self), exact)
  }

  /// `length` base-32 digits of a hash of the key and the space of names it belongs to.
  private static func check(_ space: String, _ key: String, _ length: Int) -> String {
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    let bytes = Array(space.utf8) + [0] + Array(key.utf8)
    var hash = bytes.span.stableHash
    var out: [UInt8] = []
    for k in 0..<length {
      if k == 12 { hash = (bytes + [1]).span.stableHash }
      out.append(digits[Int(hash & 31)])
      hash >>= 5
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension Substring {
  /// The first place of a short ASCII needle; the standard library has none without Foundation.
  fileprivate func range(of needle: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) {
        return start..<index(start, offsetBy: needle.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
