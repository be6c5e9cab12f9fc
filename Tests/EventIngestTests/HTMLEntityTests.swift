import Testing

@testable import EventIngest

@Suite("HTML entities")
struct HTMLEntityTests {
  @Test(
    "Names and numbers of HTML 4 are decoded",
    arguments: [
      ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&hellip;", "…"),
      ("&eacute;", "é"), ("&yuml;", "ÿ"), ("&nbsp;", "\u{A0}"), ("&#146;", "’"), ("&#8217;", "’"),
    ])
  func known(reference: String, text: String) {
    let bytes = Array(reference.utf8)
    let decoded = HTMLEntity.decode(bytes.span, at: 0, limit: bytes.count)
    #expect(decoded.map { String($0.scalar) } == text)
    #expect(decoded?.end == bytes.count)
  }

  @Test(
    "Everything else stays as it is",
    arguments: ["&", "&;", "& ;", "&#;", "&#0;", "&#xD800;", "&bogus;", "&#99999999;"])
  func unknown(reference: String) {
    let bytes = Array(reference.utf8)
    #expect(HTMLEntity.decode(bytes.span, at: 0, limit: bytes.count) == nil)
  }
}
