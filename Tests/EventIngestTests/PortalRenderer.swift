/// Renders the portal's wikitext as MediaWiki shows it, as far as the portal's days need it: headings,
/// nested lists, links with `title=`, external links, references. Lines with other templates must be
/// left out by the caller.
struct PortalRenderer {
  private var html = ""
  private var notes: [String] = []
  private var depth = 0

  static func render(_ wikitext: String, date: String, id: String) -> String {
    var renderer = PortalRenderer()
    for line in wikitext.split(separator: "\n") { renderer.add(String(line)) }
    renderer.close(to: 0)
    let notes = renderer.notes.enumerated().map { k, note in
      "<li id=\"cite_note-\(k + 1)\"><span class=\"reference-text\">\(note)</span></li>"
    }
    return """
      <!DOCTYPE html>
      <html class="client-nojs" lang="en" dir="ltr">
      <head><meta charset="UTF-8"/><title>Portal:Current events - Wikipedia</title>
      <script>document.documentElement.className="client-js";</script></head>
      <body class="mediawiki ltr sitedir-ltr">
      <div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output">
      <div class="current-events"><div role="region" aria-label="A day" \
      class="current-events-main vevent" id="\(id)">
      <div class="current-events-heading plainlinks"><div class="current-events-title" \
      role="heading"><span class="summary">A day<span style="display:none">&#160;(<span \
      class="bday dtstart published updated itvstart">\(date)</span>)</span></span></div>
      <ul class="current-events-navbar editlink noprint"><li><a class="external text" \
      href="https://en.wikipedia.org/w/index.php?action=edit">edit</a></li></ul></div>
      <div class="current-events-content description">
      \(renderer.html)</div></div></div>
      <div class="reflist"><ol class="references">\(notes.joined(separator: "\n"))</ol></div>
      </div></div>
      <div id="mw-navigation"><ul><li><a href="/wiki/Main_Page" title="Visit the main page">Main \
      page</a></li></ul></div>
      </body></html>
      """
  }

  private mutating func close(to level: Int) {
    while depth > level {
      html += "</li></ul>"
      depth -= 1
    }
    if level == 0 { html += "\n" }
  }

  private mutating func add(_ line: String) {
    let stars = line.prefix { $0 == "*" }.count
    if stars > 0 {
      if stars <= depth {
        close(to: stars)
        html += "</li>\n<li>"
      }
      while depth < stars {
        html += "\n<ul><li>"
        depth += 1
      }
      html += inline(line.dropFirst(stars).trimmed)
      return
    }
    close(to: 0)
    if line.hasPrefix(";") {
      html += "<dl><dt>\(inline(line.dropFirst().trimmed))</dt></dl>\n"
    } else if line.hasPrefix("==") {
      html += "<h2>\(inline(line[...].drop { $0 == "=" }.split(separator: "=")[0].trimmed))</h2>\n"
    } else {
      html += "<p>\(inline(line[...].trimmed))\n</p>"
    }
  }

  private mutating func inline(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    var (bold, italic) = (false, false)
    while let next = rest.first {
      if rest.hasPrefix("[["), let close = rest.range(of: "]]") {
        let inner = rest[rest.index(rest.startIndex, offsetBy: 2)..<close.lowerBound]
        rest = rest[close.upperBound...]
        let trail = rest.prefix { $0.isASCII && $0.isLowercase }
        rest = rest[trail.endIndex...]
        out += link(inner, String(trail))
      } else if rest.hasPrefix("[http"), let close = rest.firstIndex(of: "]") {
        out += external(rest[rest.index(after: rest.startIndex)..<close])
        rest = rest[rest.index(after: close)...]
      } else if rest.hasPrefix("<ref>"), let close = rest.range(of: "</ref>") {
        let inner = rest[rest.index(rest.startIndex, offsetBy: 5)..<close.lowerBound]
        let note = inline(String(inner))
        notes.append(note)
        out += """
          <sup id="cite_ref-\(notes.count)" class="reference">\
          <a href="#cite_note-\(notes.count)">[\(notes.count)]</a></sup>
          """
        rest = rest[close.upperBound...]
      } else if rest.hasPrefix("http://") || rest.hasPrefix("https://") {
        // The wiki links addresses that stand in the text, but for the marks at their end.
        var url = rest.prefix { !" <>[]|{}\"".contains($0) }
        while let last = url.last, ".,;:!?".contains(last) || (last == ")" && !url.contains("(")) {
          url.removeLast()
        }
        rest = rest[url.endIndex...]
        let address = attribute(String(url))
        out += "<a rel=\"nofollow\" class=\"external free\" href=\"\(address)\">\(address)</a>"
      } else if rest.hasPrefix("'''") {
        bold.toggle()
        out += bold ? "<b>" : "</b>"
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("''") {
        italic.toggle()
        out += italic ? "<i>" : "</i>"
        rest = rest.dropFirst(2)
      } else {
        out += escaped(next, rest)
        rest = rest.dropFirst()
      }
    }
    if italic { out += "</i>" }
    if bold { out += "</b>" }
    return out
  }

  /// A reference to a character stays one.
  private func escaped(_ next: Character, _ rest: Substring) -> String {
    switch next {
    case "<": return "&lt;"
    case ">": return "&gt;"
    case "&":
      let name = rest.dropFirst().prefix(9)
      let isReference =
        name.firstIndex(of: ";").map { end in
          end > name.startIndex
            && name[..<end].allSatisfy { $0.isLetter || $0.isNumber || $0 == "#" }
        } ?? false
      return isReference ? "&" : "&amp;"
    default: return String(next)
    }
  }

  private func attribute(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let next = rest.first {
      out += next == "\"" ? "&quot;" : escaped(next, rest)
      rest = rest.dropFirst()
    }
    return out
  }

  private mutating func link(_ inner: Substring, _ trail: String) -> String {
    let parts = inner.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    var page = String(parts[0].split(separator: "#").first ?? "").replacing("_", with: " ")
    page = page[...].trimmed
    let isShown = page.hasPrefix(":")
    while page.hasPrefix(":") { page = page.dropFirst().trimmed }
    if !isShown, ["file:", "image:", "category:"].contains(where: page.lowercased().hasPrefix) {
      return ""
    }
    let label = inline(String(parts.count > 1 ? parts[1] : parts[0]).trimmedOfColon)
    if page.isEmpty { return "<a href=\"#x\">\(label)\(trail)</a>" }
    if page.hasPrefix("n:") || page.lowercased().hasPrefix("wikinews:") {
      return """
        <a href="https://en.wikinews.org/wiki/X" class="extiw" title="\(attribute(page))">\
        \(label)\(trail)</a>
        """
    }
    let title = page.prefix(1).uppercased() + page.dropFirst()
    let path = title.replacing(" ", with: "_").replacing("\"", with: "%22")
    return "<a href=\"/wiki/\(attribute(path))\" title=\"\(attribute(title))\">\(label)\(trail)</a>"
  }

  private mutating func external(_ inner: Substring) -> String {
    let end = inner.firstIndex(of: " ") ?? inner.endIndex
    let url = attribute(String(inner[..<end]))
    let label = inner[end...].trimmed
    if label.isEmpty {
      return "<a rel=\"nofollow\" class=\"external autonumber\" href=\"\(url)\">[1]</a>"
    }
    return "<a rel=\"nofollow\" class=\"external text\" href=\"\(url)\">\(inline(label))</a>"
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// The standard library has no search for words; these texts are short.
  fileprivate func range(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) {
        return start..<index(start, offsetBy: words.count)
      }
      start = index(after: start)
    }
    return nil
  }
}

extension String {
  fileprivate var trimmedOfColon: String { hasPrefix(":") ? String(dropFirst()) : self }

  fileprivate func replacing(_ words: String, with other: String) -> String {
    var out = ""
    for character in self { out += String(character) == words ? other : String(character) }
    return out
  }
}
