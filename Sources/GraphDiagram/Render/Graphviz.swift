#if Diagrams
  internal import CGraphviz
  internal import Synchronization

  /// libgraphviz behind one lock. It keeps its state in globals: eight unlocked threads crashed in
  /// four runs of four, each with a context of its own.
  enum Graphviz {
    /// More than this is refused before Graphviz sees it; its layouts cannot be stopped.
    static let maximumDotBytes = 8 << 20

    struct Output {
      var bytes: [UInt8]
      /// Warnings, in Graphviz's words.
      var messages: String
    }

    private static let context = Mutex(Context())

    /// What Graphviz complained of since the last reset. Apart from `context`, since the callback
    /// runs while that lock is held.
    private static let messages = Mutex<String>("")

    static func render(
      dot: String, format: String, engine: String
    ) throws(DiagramError) -> Output {
      guard dot.utf8.count <= maximumDotBytes, !dot.utf8.contains(0) else {
        throw DiagramError(.graphviz("the text of the graph is too long or holds a NUL"))
      }
      let result = context.withLock { context -> Result<Output, DiagramError> in
        do throws(DiagramError) {
          return .success(
            try render(dot: dot, format: format, engine: engine, context: context))
        } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }

    /// Only called with the lock held.
    private static func render(
      dot: String, format: String, engine: String, context: borrowing Context
    ) throws(DiagramError) -> Output {
      messages.withLock { $0 = "" }
      guard let library = GraphvizLibrary.shared else { throw DiagramError(.notInstalled) }
      // Safe: the callback copies the C string, and captures nothing.
      _ = unsafe library.setErrorOutput { text in
        if let text = unsafe text {
          let copy = unsafe String(cString: text)
          Graphviz.messages.withLock { if $0.utf8.count < 10_000 { $0 += copy } }
        }
        return 0
      }
      _ = library.resetErrors()
      guard let graph = Graph(dot: dot, library) else { throw failure("cannot read the graph") }
      try check(library)
      guard let layout = Layout(graph, context: context, engine: engine) else {
        throw failure("the engine \"\(engine)\" failed or is not installed")
      }
      try check(library)
      let bytes = layout.render(format: format)
      try check(library)
      guard let bytes else { throw failure("the format \"\(format)\" failed or is not installed") }
      guard !bytes.isEmpty else { throw DiagramError(.damagedOutput("no bytes at all")) }
      return Output(bytes: bytes, messages: messages.withLock { $0 })
    }

    /// A return code of 0 is given for graphs that Graphviz could not draw as asked.
    private static func check(_ library: GraphvizLibrary) throws(DiagramError) {
      if library.errorCount() >= 1 { throw failure("unknown error") }
    }

    private static func failure(_ fallback: String) -> DiagramError {
      let text = PrintableText.clean(messages.withLock { $0 }, limit: 500)
      return DiagramError(.graphviz(text.isEmpty ? fallback : text))
    }
  }

  /// The process's one `GVC_t`, with its plugins; it lives as long as the process.
  ///
  /// `@unchecked Sendable` is sound because the only value lives in `Graphviz.context`, a mutex.
  @safe private struct Context: ~Copyable, @unchecked Sendable {
    /// Nil where Graphviz is not installed or had no memory to start.
    let raw: OpaquePointer?

    init() { unsafe raw = GraphvizLibrary.shared?.context() }

    deinit {
      if let raw = unsafe raw { _ = unsafe GraphvizLibrary.shared?.freeContext(raw) }
    }
  }

  /// A parsed graph, closed at the end of its owner's life.
  @safe private struct Graph: ~Copyable {
    let raw: UnsafeMutablePointer<Agraph_t>
    let library: GraphvizLibrary

    init?(dot: String, _ library: GraphvizLibrary) {
      guard let raw = unsafe library.readGraph(dot) else { return nil }
      unsafe self.raw = raw
      self.library = library
    }

    deinit { _ = unsafe library.closeGraph(raw) }
  }

  /// A laid-out graph. Owns the graph, so that the layout is freed before it; the context outlives
  /// both, being borrowed for longer than this value lives (inside one call under the lock).
  @safe private struct Layout: ~Copyable {
    private let graph: Graph
    private let context: OpaquePointer

    init?(_ graph: consuming Graph, context: borrowing Context, engine: String) {
      guard let raw = unsafe context.raw, unsafe graph.library.layout(raw, graph.raw, engine) == 0
      else {
        return nil
      }
      self.graph = graph
      unsafe self.context = raw
    }

    deinit { _ = unsafe graph.library.freeLayout(context, graph.raw) }

    /// Nil where Graphviz does not know the format or fails.
    func render(format: String) -> [UInt8]? {
      var data: UnsafeMutablePointer<CChar>?
      var length: UInt32 = 0
      let code = unsafe graph.library.render(context, graph.raw, format, &data, &length)
      defer { if let data = unsafe data { unsafe graph.library.freeRendered(data) } }
      guard code == 0 else { return nil }
      guard let data = unsafe data, length > 0 else { return [] }
      // Safe: Graphviz owns `length` bytes at `data` until the defer above.
      return unsafe Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
    }
  }
#endif
