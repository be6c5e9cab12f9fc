#if Diagrams
  internal import CGraphviz
  internal import Glibc

  /// The functions of libgvc, found when the first picture is drawn.
  ///
  /// Linking would load Graphviz and its five libraries at the start of every command, a tenth of the
  /// time of `weft neighbors`, and the program would not start at all where they are missing.
  @safe struct GraphvizLibrary: Sendable {
    let context: @convention(c) () -> OpaquePointer?
    let freeContext: @convention(c) (OpaquePointer) -> CInt
    let readGraph: @convention(c) (UnsafePointer<CChar>) -> UnsafeMutablePointer<Agraph_t>?
    let closeGraph: @convention(c) (UnsafeMutablePointer<Agraph_t>) -> CInt
    let layout:
      @convention(c) (OpaquePointer, UnsafeMutablePointer<Agraph_t>, UnsafePointer<CChar>) -> CInt
    let freeLayout: @convention(c) (OpaquePointer, UnsafeMutablePointer<Agraph_t>) -> CInt
    let render:
      @convention(c) (
        OpaquePointer, UnsafeMutablePointer<Agraph_t>, UnsafePointer<CChar>,
        UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, UnsafeMutablePointer<CUnsignedInt>
      ) -> CInt
    let freeRendered: @convention(c) (UnsafeMutablePointer<CChar>) -> Void
    let errorCount: @convention(c) () -> CInt
    let resetErrors: @convention(c) () -> CInt
    let setErrorOutput:
      @convention(c) (@convention(c) (UnsafeMutablePointer<CChar>?) -> CInt) -> OpaquePointer?

    /// Debian's names, the newest first; the last is there where the headers are.
    private static let names = ["libgvc.so.7", "libgvc.so.6", "libgvc.so"]

    /// Nil where no Graphviz is installed or one lacks a function. Never unloaded.
    static let shared = load()

    private static func load() -> GraphvizLibrary? {
      guard let handle = unsafe names.lazy.compactMap({ unsafe dlopen($0, RTLD_NOW) }).first else {
        return nil
      }
      // Safe: each type is the function's declaration in gvc.h and cgraph.h. The library of the
      // handle and those that it needs are searched.
      func find<Function>(_ name: String, as type: Function.Type) -> Function? {
        unsafe dlsym(handle, name).map { unsafe unsafeBitCast($0, to: type) }
      }
      guard
        let context = unsafe find("gvContext", as: (@convention(c) () -> OpaquePointer?).self),
        let freeContext = unsafe find(
          "gvFreeContext", as: (@convention(c) (OpaquePointer) -> CInt).self),
        let readGraph = unsafe find(
          "agmemread",
          as: (@convention(c) (UnsafePointer<CChar>) -> UnsafeMutablePointer<Agraph_t>?).self),
        let closeGraph = unsafe find(
          "agclose", as: (@convention(c) (UnsafeMutablePointer<Agraph_t>) -> CInt).self),
        let layout = unsafe find(
          "gvLayout",
          as: (@convention(c) (
            OpaquePointer, UnsafeMutablePointer<Agraph_t>, UnsafePointer<CChar>
          ) -> CInt).self),
        let freeLayout = unsafe find(
          "gvFreeLayout",
          as: (@convention(c) (OpaquePointer, UnsafeMutablePointer<Agraph_t>) -> CInt).self),
        let render = unsafe find(
          "gvRenderData",
          as: (@convention(c) (
            OpaquePointer, UnsafeMutablePointer<Agraph_t>, UnsafePointer<CChar>,
            UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, UnsafeMutablePointer<CUnsignedInt>
          ) -> CInt).self),
        let freeRendered = unsafe find(
          "gvFreeRenderData", as: (@convention(c) (UnsafeMutablePointer<CChar>) -> Void).self),
        let errorCount = find("agerrors", as: (@convention(c) () -> CInt).self),
        let resetErrors = find("agreseterrors", as: (@convention(c) () -> CInt).self),
        let setErrorOutput = unsafe find(
          "agseterrf",
          as: (@convention(c) (@convention(c) (UnsafeMutablePointer<CChar>?) -> CInt)
            -> OpaquePointer?).self)
      else { return nil }
      return unsafe GraphvizLibrary(
        context: context, freeContext: freeContext, readGraph: readGraph, closeGraph: closeGraph,
        layout: layout, freeLayout: freeLayout, render: render, freeRendered: freeRendered,
        errorCount: errorCount, resetErrors: resetErrors, setErrorOutput: setErrorOutput)
    }
  }
#endif
