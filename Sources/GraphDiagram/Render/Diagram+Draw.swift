#if Diagrams
  internal import EventGraph

  extension Diagram {
    private static let pixelsPerInch = 144
    /// cairo scales a bitmap down without a word, or gives none, past 32,767 pixels a side.
    private static let maximumPixels = 30_000
    private static let maximumArea = 120_000_000

    static func draw(
      _ plan: DiagramPlan, format: DiagramFormat, engine: DiagramEngine
    ) throws(DiagramError) -> [UInt8] {
      switch format {
      case .dot: return try render(plan, format: .dot, engine: engine)
      case .svg: return try SVGFile.finish(raw("svg", plan, engine, dpi: nil), plan: plan)
      case .pdf: return try PDFFile.finish(raw("pdf", plan, engine, dpi: nil))
      case .png:
        let dpi = try resolution(plan, engine)
        let bytes = try raw("png", plan, engine, dpi: dpi)
        guard bytes.count > 57, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]),
          bytes.suffix(8).starts(with: Array("IEND".utf8))
        else { throw DiagramError(.damagedOutput("not a whole PNG")) }
        return bytes
      }
    }

    private static func raw(
      _ format: String, _ plan: DiagramPlan, _ engine: DiagramEngine, dpi: Int?
    ) throws(DiagramError) -> [UInt8] {
      let dot = DotDocument.text(of: plan, engine: engine, dpi: dpi, hasTooltips: false)
      return try Graphviz.render(dot: dot, format: format, engine: engine.graphvizName).bytes
    }

    /// The size is known only after a layout, so a cheap SVG is drawn to learn it.
    private static func resolution(
      _ plan: DiagramPlan, _ engine: DiagramEngine
    ) throws(DiagramError) -> Int {
      let svg = try raw("svg", plan, engine, dpi: nil)
      guard let size = SVGFile.size(of: svg) else {
        throw DiagramError(.damagedOutput("no size in the drawing"))
      }
      var dpi = pixelsPerInch
      while dpi >= 36 {
        let (width, height) = (size.width * dpi / 72, size.height * dpi / 72)
        if max(width, height) <= maximumPixels, width * height <= maximumArea { return dpi }
        dpi -= 12
      }
      throw DiagramError(.tooLarge)
    }
  }
#endif
