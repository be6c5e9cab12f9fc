internal import EventGraph

/// A page of HTML: its elements and texts in their order, flat, each with its place in the file.
///
/// Invariants: a node stands behind its parent; the nodes below node `k` are `k + 1 ..< nodes[k].end`.
/// So every walk is a loop, however deeply a hostile page is nested.
struct HTMLDocument: Sendable {
  /// Elements that tell something about a page; all others are `other`.
  enum Tag: String, Sendable {
    case text, other
    case html, head, body, title, meta, link, base, script, style, noscript, template
    case article, main, section, div, header, footer, nav, aside, form, figure, figcaption, picture
    case h1, h2, h3, h4, h5, h6, p, br, hr, ul, ol, li, dl, dt, dd, blockquote, pre, address
    case table, tbody, thead, tr, td, th, caption, details, summary, dialog
    case a, b, i, em, strong, cite, q, small, sub, sup, span, time, img, video, audio, iframe, svg
    case button, select, option, textarea, input, label, object, canvas
  }

  enum Name: String, Sendable {
    case id, `class`, href, src, content, name, property, itemprop, itemtype, datetime, rel, type
    case title, role, style, hidden
    case ariaHidden = "aria-hidden"
  }

  struct Node: Sendable {
    var tag: Tag
    /// -1 for a node without one.
    var parent: Int32
    /// Behind the last node below this one.
    var end: Int32
    /// In the UTF-8 source: an element's start tag up to its `>`, a text's own bytes. A text that
    /// holds references has the range that they stand in.
    var source: Range<Int>
    /// A text: into `text`, references decoded.
    var text: Range<Int>
    /// An element: into `attributes`.
    var attributes: Range<Int>
  }

  struct Attribute: Sendable {
    var name: Name
    /// Into `text`, references decoded.
    var value: Range<Int>
  }

  let source: HTMLSource
  var nodes: [Node] = []
  var attributes: [Attribute] = []
  /// Texts and attributes' values, one after the other; valid UTF-8.
  var text: [UInt8] = []
  /// Whether the page was nested too deeply or held too much, and was read in part.
  var isCut = false

  static let maximumDepth = 512
  static let maximumNodes = 1 << 22

  init(source: HTMLSource) { self.source = source }

  func value(_ name: Name, of node: Int) -> Range<Int>? {
    attributes[nodes[node].attributes].first { $0.name == name }?.value
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  func string(_ name: Name, of node: Int) -> String? { value(name, of: node).map(string) }

  /// Whether a word stands in the element's `class`.
  func hasClass(_ word: String, _ node: Int) -> Bool {
    guard let range = value(.class, of: node) else { return false }
    return text[range].split(whereSeparator: \.isASCIISpace).contains {
      $0.elementsEqual(word.utf8)
    }
  }

  /// Elements above a node, innermost first.
  func ancestors(of node: Int) -> some Sequence<Int> {
    sequence(state: Int(nodes[node].parent)) { next in
      guard next >= 0 else { return nil }
      defer { next = Int(nodes[next].parent) }
      return next
    }
  }

  /// The bytes of an attribute's value as they stand in the start tag, in the UTF-8 source.
  func sourceRange(of name: Name, in node: Int) -> Range<Int>? {
    let tag = nodes[node].source
    let word = Array(name.rawValue.utf8)
    let bytes = source.bytes
    var k = tag.lowerBound
    while k < tag.upperBound {
      // A quoted value is stepped over, so that a name within it is none.
      if bytes[k] == 34 || bytes[k] == 39 {
        k = (bytes[k + 1..<tag.upperBound].firstIndex(of: bytes[k]) ?? tag.upperBound) + 1
        continue
      }
      let end = k + word.count
      guard k > tag.lowerBound, bytes[k - 1].isASCIISpace || bytes[k - 1] == UInt8(ascii: "/"),
        end < tag.upperBound,
        bytes[k..<end].elementsEqual(word, by: { $0 | 32 == $1 || $0 == $1 })
      else {
        k += 1
        continue
      }
      var start = end
      while start < tag.upperBound, bytes[start].isASCIISpace { start += 1 }
      guard start < tag.upperBound, bytes[start] == UInt8(ascii: "=") else {
        k += 1
        continue
      }
      start += 1
      while start < tag.upperBound, bytes[start].isASCIISpace { start += 1 }
      guard start < tag.upperBound else { return nil }
      if bytes[start] == 34 || bytes[start] == 39 {
        let close = bytes[start + 1..<tag.upperBound].firstIndex(of: bytes[start])
        return start + 1..<(close ?? tag.upperBound)
      }
      let close = bytes[start..<tag.upperBound].firstIndex(where: \.isASCIISpace)
      return start..<(close ?? tag.upperBound)
    }
    return nil
  }
}
