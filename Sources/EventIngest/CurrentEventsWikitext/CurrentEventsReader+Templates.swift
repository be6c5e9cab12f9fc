internal import EventGraph

/// A template's name and parameters: ranges of the document.
struct WikiTemplate {
  /// Lower case, spaces for "_".
  var name: String
  var positional: [Range<Int>] = []
  /// Names in lower case.
  var named: [(name: String, value: Range<Int>)] = []

  /// - Parameter inner: What stands between the braces.
  init(_ bytes: Span<UInt8>, _ inner: Range<Int>) {
    var parts: [Range<Int>] = []
    var from = inner.lowerBound
    var open = 0
    for k in inner {
      switch bytes[k] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      case UInt8(ascii: "|") where open == 0:
        parts.append(bytes.trimmed(from..<k))
        from = k + 1
      default: break
      }
    }
    parts.append(bytes.trimmed(from..<inner.upperBound))
    name = Self.lowercased(bytes, parts[0])
    for part in parts.dropFirst() {
      if let equals = bytes.firstIndex(
        of: UInt8(ascii: "="), from: part.lowerBound, to: part.upperBound),
        Self.isName(bytes, part.lowerBound..<equals)
      {
        named.append(
          (
            Self.lowercased(bytes, bytes.trimmed(part.lowerBound..<equals)),
            bytes.trimmed(equals + 1..<part.upperBound)
          ))
      } else {
        positional.append(part)
      }
    }
  }

  func value(_ names: String...) -> Range<Int>? {
    for name in names {
      if let found = named.first(where: { $0.name == name && !$0.value.isEmpty }) {
        return found.value
      }
    }
    return nil
  }

  private static func isName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for k in range {
      let byte = bytes[k]
      guard
        byte.isASCIIAlphanumeric || byte.isASCIISpace || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: "-")
      else { return false }
    }
    return !range.isEmpty
  }

  private static func lowercased(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var out: [UInt8] = []
    for k in range {
      let byte = bytes[k]
      out.append(byte.isASCIIUpper ? byte | 32 : byte == UInt8(ascii: "_") ? 32 : byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension CurrentEventsReader {
  /// Behind the braces that close the template at `start`; nil where they are not found.
  mutating func templateEnd(_ start: Int, limit: Int) -> Int? {
    nestedEnd(start, limit: limit, open: "{{", close: "}}")
  }

  mutating func readBraces(_ range: Range<Int>, plain: Range<Int>) -> Int? {
    guard bytes.hasPrefix("{{", in: range),
      let end = templateEnd(range.lowerBound, limit: range.upperBound)
    else { return nil }
    emit(plain)
    readTemplate(WikiTemplate(bytes, range.lowerBound + 2..<end - 2))
    return end
  }

  /// What a template shows of its parameters. Those that mark a doubt ("{{fact}}") or an archived
  /// copy show nothing that is the event's.
  private mutating func readTemplate(_ template: WikiTemplate) {
    let arguments = template.positional
    let name = template.name
    if name.hasPrefix("cite") || name == "citation" { return readCitation(template) }
    guard let first = arguments.first else { return readMark(name) }
    switch name {
    case "nowrap", "nobr", "small", "as of", "sic", "abbr", "tooltip", "as written", "mlby", "nbay",
      "nfly", "nhly", "by":
      readWords(first)
    case "mp":
      for argument in arguments { readWords(argument) }
    case "lang", "transl", "transliteration", "script":
      readWords(arguments[arguments.count - 1])
    case "convert", "cvt":
      readWords(first)
      if arguments.count > 1 {
        emitSpace()
        readWords(arguments[1])
      }
    case "ill", "interlanguage link", "interlanguage link multi", "link-interwiki", "red link":
      readComposedLink([first], target: [])
    case "ship" where arguments.count > 1:
      readShip(arguments[0], arguments[1], arguments.dropFirst(2).first)
    case "sclass" where arguments.count > 1:
      readWords(first)
      emitAll("-class ")
      readWords(arguments[1])
    default:
      if name.hasPrefix("lang-") {
        readWords(first)
      } else if Self.ships.contains(name) {
        readShip(nil, first, arguments.dropFirst().first, prefix: name.uppercased())
      } else {
        readMark(name)
      }
    }
  }

  private static let ships: Set<String> = [
    "uss", "hms", "mv", "ms", "ss", "rms", "hmas", "hmcs", "ins", "rv", "rfa", "usns", "uscgc",
    "mt",
    "sv", "fv", "hmnzs", "rrs", "hdms",
  ]

  private mutating func readMark(_ name: String) {
    switch name {
    case "'", "\u{2019}": emitAll("'")
    case "okina": emitAll("\u{2BB}")
    case "ndash", "spaced ndash", "snd", "\u{2013}":
      emitSpace()
      emitAll("\u{2013}")
      emitSpace()
    default: break
    }
  }

  private mutating func emitAll(_ text: String) {
    for scalar in text.unicodeScalars { emit(scalar) }
  }

  /// `{{cite web|url=…|publisher=…}}`
  private mutating func readCitation(_ template: WikiTemplate) {
    guard let url = template.value("url"), addressLength(url.lowerBound, url.upperBound) > 0 else {
      return
    }
    var end = url.lowerBound
    while end < url.upperBound, !bytes[end].isASCIISpace { end += 1 }
    let publisher =
      template.value("publisher", "work", "newspaper", "agency", "website")
      ?? url.upperBound..<url.upperBound
    cite(url.lowerBound..<end, publisher: publisher, inBrackets: false)
  }

  /// "USS Cole" with the page "USS Cole (DDG-67)".
  private mutating func readShip(
    _ prefixRange: Range<Int>?, _ name: Range<Int>, _ hull: Range<Int>?, prefix: String = ""
  ) {
    var target = Array(prefix.utf8)
    if let prefixRange { target.append(span: bytes.extracting(prefixRange)) }
    target.append(32)
    target.append(span: bytes.extracting(name))
    if let hull, !hull.isEmpty {
      target += " (".utf8
      target.append(span: bytes.extracting(hull))
      target += ")".utf8
    }
    readComposedLink(prefixRange.map { [$0, name] } ?? [name], prefix: prefix, target: target)
  }

  /// A link that a template makes: its label of a prefix and ranges, its target as given.
  private mutating func readComposedLink(
    _ label: [Range<Int>], prefix: String = "", target: [UInt8]
  ) {
    guard let last = label.last, !last.isEmpty else { return }
    let start = reading.derived.count
    let outer = mode
    if mode == .sentence { mode = .label }
    emitAll(prefix)
    for range in label {
      if reading.derived.count > start { emitSpace() }
      readWords(range)
    }
    mode = outer
    guard mode == .sentence, reading.derived.count > start else { return }
    let words = start..<reading.derived.count
    sentence.links.append(
      Sentence.Link(
        label: words, surfaceEnd: words.upperBound, labelSource: last, target: last,
        composedTarget: target.isEmpty ? nil : target))
    sentence.tokens.append(Sentence.Token(words: words, isCitation: false))
  }
}
