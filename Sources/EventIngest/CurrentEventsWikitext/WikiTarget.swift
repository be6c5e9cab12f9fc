internal import EventGraph

/// Where a `[[…]]` leads.
enum WikiNamespace {
  /// A page that names a thing.
  case page
  /// Pictures and the wiki's own pages, of which the reader sees nothing.
  case hidden
  /// A dictionary, a page of another language, a category: words without a thing.
  case words
  /// Wikinews and other sisters.
  case sisterProject

  private static let hiddenNames: [StaticString] = [
    "file", "image", "media", "category", "template",
  ]
  private static let wordNames: [StaticString] = [
    "file", "image", "media", "category", "template", "wikipedia", "wp", "portal", "p", "user",
    "user talk", "talk", "special", "help", "wikt", "wiktionary", "meta", "mw",
  ]
  private static let sisters: [StaticString] = [
    "n", "wikinews", "q", "wikiquote", "s", "wikisource", "c", "commons", "b", "wikibooks", "v",
  ]
  /// Wikipedias that the portal links to.
  private static let languages: [StaticString] = [
    "ar", "bg", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu",
    "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt", "ro", "ru", "simple", "sk", "sl", "sr",
    "sv", "th", "tr", "uk", "vi", "zh",
  ]

  init(_ bytes: Span<UInt8>, _ target: Range<Int>) {
    var words = target
    var hasColon = false
    if !words.isEmpty, bytes[words.lowerBound] == UInt8(ascii: ":") {
      hasColon = true
      words = bytes.trimmed(words.lowerBound + 1..<words.upperBound)
    }
    let limit = min(words.upperBound, words.lowerBound + 24)
    guard
      let colon = bytes.firstIndex(
        of: UInt8(ascii: ":"), from: words.lowerBound, to: max(limit, words.lowerBound))
    else {
      self = .page
      return
    }
    let name = bytes.trimmed(words.lowerBound..<colon)
    func isOne(of names: [StaticString]) -> Bool {
      names.contains { bytes.equalsFoldingCase(name, $0) }
    }
    if isOne(of: Self.sisters) {
      self = .sisterProject
    } else if !hasColon, isOne(of: Self.hiddenNames) {
      self = .hidden
    } else if isOne(of: Self.languages) {
      // Without the colon it is a link in the margin.
      self = hasColon ? .words : .hidden
    } else {
      self = isOne(of: Self.wordNames) ? .words : .page
    }
  }
}

enum WikiTarget {
  /// The page's name: without a colon before it and a section behind it.
  static func page(_ bytes: Span<UInt8>, _ target: Range<Int>) -> Range<Int> {
    var words = target
    while !words.isEmpty, bytes[words.lowerBound] == UInt8(ascii: ":") {
      words = words.lowerBound + 1..<words.upperBound
    }
    if let section = bytes.firstIndex(
      of: UInt8(ascii: "#"), from: words.lowerBound, to: words.upperBound),
      // "&#39;" is an apostrophe.
      section == words.lowerBound || bytes[section - 1] != UInt8(ascii: "&")
    {
      words = words.lowerBound..<section
    }
    while !words.isEmpty, isBlank(bytes[words.lowerBound]) {
      words = words.lowerBound + 1..<words.upperBound
    }
    while !words.isEmpty, isBlank(bytes[words.upperBound - 1]) {
      words = words.lowerBound..<words.upperBound - 1
    }
    return words
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte.isASCIISpace || byte == UInt8(ascii: "_")
  }

  /// What `[[Help:Mercury (planet)|]]` shows: the target without what tells it from others.
  static func pipeTrick(_ bytes: Span<UInt8>, _ target: Range<Int>) -> Range<Int> {
    var words = page(bytes, target)
    if let colon = bytes.firstIndex(
      of: UInt8(ascii: ":"), from: words.lowerBound, to: words.upperBound),
      colon + 1 < words.upperBound,
      bytes[colon + 1] != 32
    {
      words = colon + 1..<words.upperBound
    }
    if let open = bytes.firstIndex(
      of: UInt8(ascii: "("), from: words.lowerBound, to: words.upperBound),
      open > words.lowerBound, bytes[words.upperBound - 1] == UInt8(ascii: ")")
    {
      words = words.lowerBound..<open
    } else if let comma = bytes.firstIndex(
      of: UInt8(ascii: ","), from: words.lowerBound, to: words.upperBound),
      comma > words.lowerBound
    {
      words = words.lowerBound..<comma
    }
    return bytes.trimmed(words)
  }
}

extension Span<UInt8> {
  /// Whether a range is a lower-case ASCII word, whatever its case; "_" counts as a space.
  func equalsFoldingCase(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      for k in 0..<buffer.count {
        let byte = self[range.lowerBound + k]
        let folded = byte.isASCIIUpper ? byte | 32 : byte == UInt8(ascii: "_") ? 32 : byte
        if folded != buffer[k] { return false }
      }
      return true
    }
  }

  /// Whether a label is that of a Wikinews item: "(Wikinews)", "wikinews".
  func isWikinews(_ label: Range<Int>) -> Bool {
    var start = label.lowerBound
    while start < label.upperBound, !self[start].isASCIILetter { start += 1 }
    return label.upperBound - start >= 8 && equalsFoldingCase(start..<start + 8, "wikinews")
  }
}
