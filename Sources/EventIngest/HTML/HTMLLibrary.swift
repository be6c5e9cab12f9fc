internal import CLibXML2
internal import Glibc

/// The functions of libxml2's HTML parser, found when the first page of HTML is read.
///
/// Linking would load it and its ICU at the start of every command, which costs as much as the whole
/// of a question to the graph, and the program would not start where it is missing.
struct HTMLLibrary: Sendable {
  typealias Parser = OpaquePointer

  let create:
    @convention(c) (
      UnsafeMutablePointer<weft_html_events>, UnsafeMutableRawPointer, UnsafePointer<CChar>?, CInt,
      UnsafePointer<CChar>?, CInt
    ) -> Parser?
  let setEncoding: @convention(c) (Parser, CInt) -> CInt
  let setOptions: @convention(c) (Parser, CInt) -> CInt
  let parse: @convention(c) (Parser, UnsafePointer<CChar>?, CInt, CInt) -> CInt
  let stop: @convention(c) (Parser) -> Void
  let offset: @convention(c) (Parser) -> CLong
  let free: @convention(c) (Parser) -> Void

  /// XML_CHAR_ENCODING_UTF8
  static let utf8: CInt = 1
  /// Recover, no default DTD, no errors or warnings printed, no network, and the encoding is ours to
  /// say: HTML_PARSE_RECOVER, NODEFDTD, NOERROR, NOWARNING, NONET, IGNORE_ENC.
  static let options: CInt = 1 | 1 << 2 | 1 << 5 | 1 << 6 | 1 << 11 | 1 << 21

  private static let names = ["libxml2.so.2", "libxml2.so.16", "libxml2.so"]

  /// Nil where no libxml2 is installed or one lacks a function. Never unloaded.
  static let shared = load()

  private static func load() -> HTMLLibrary? {
    guard let handle = names.lazy.compactMap({ dlopen($0, RTLD_NOW) }).first else { return nil }
    // Safe: each type is the function's declaration in HTMLparser.h, parser.h or parserInternals.h.
    func find<Function>(_ name: String, as type: Function.Type) -> Function? {
      dlsym(handle, name).map { unsafeBitCast($0, to: type) }
    }
    guard
      let initialize = find("xmlInitParser", as: (@convention(c) () -> Void).self),
      let create = find(
        "htmlCreatePushParserCtxt",
        as: (@convention(c) (
          UnsafeMutablePointer<weft_html_events>, UnsafeMutableRawPointer, UnsafePointer<CChar>?,
          CInt, UnsafePointer<CChar>?, CInt
        ) -> Parser?).self),
      let setEncoding = find(
        "xmlSwitchEncoding", as: (@convention(c) (Parser, CInt) -> CInt).self),
      let setOptions = find(
        "htmlCtxtUseOptions", as: (@convention(c) (Parser, CInt) -> CInt).self),
      let parse = find(
        "htmlParseChunk",
        as: (@convention(c) (Parser, UnsafePointer<CChar>?, CInt, CInt) -> CInt).self),
      let stop = find("xmlStopParser", as: (@convention(c) (Parser) -> Void).self),
      let offset = find("xmlByteConsumed", as: (@convention(c) (Parser) -> CLong).self),
      let free = find("htmlFreeParserCtxt", as: (@convention(c) (Parser) -> Void).self)
    else { return nil }
    // Once, before any thread parses.
    initialize()
    return HTMLLibrary(
      create: create, setEncoding: setEncoding, setOptions: setOptions, parse: parse, stop: stop,
      offset: offset, free: free)
  }
}
