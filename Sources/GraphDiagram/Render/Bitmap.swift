internal import Glibc

/// Makes bitmaps of SVG pictures that Weft has drawn itself.
public enum Bitmap {
  /// Pixels for a unit of the drawing, so that small words can be read on dense screens.
  private static let scale = 2.0
  private static let maximumPixels = 30_000.0
  private static let maximumArea = 120e6

  /// The picture as PNG, two pixels for a unit of it, fewer where that would exceed 30,000 pixels a side or
  /// 120 million in all. Fonts are the machine's, so its bytes are the same only on one machine.
  ///
  /// - Parameter svg: Our own drawing: librsvg loads no files that it names, since it is given no base.
  public static func png(ofSVG svg: [UInt8]) throws(DiagramError) -> [UInt8] {
    guard let library = SVGLibrary.shared else { throw DiagramError(.withoutSVGLibrary) }
    guard let picture = SVGLibrary.Picture(svg, library), let size = picture.size else {
      throw DiagramError(.damagedOutput("no picture in the SVG"))
    }
    let fitting = min(
      scale, maximumPixels / max(size.width, size.height),
      (maximumArea / (size.width * size.height)).squareRoot())
    // Words of less than half their size cannot be read.
    guard fitting >= 0.5 else { throw DiagramError(.tooLarge) }
    let bytes = picture.png(width: size.width * fitting, height: size.height * fitting)
    guard bytes.count > 57, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]),
      bytes.suffix(8).starts(with: Array("IEND".utf8))
    else { throw DiagramError(.damagedOutput("not a whole PNG")) }
    return bytes
  }
}
