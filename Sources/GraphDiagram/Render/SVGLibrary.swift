internal import Glibc

/// The functions of librsvg, and of cairo that it draws with, found when the first bitmap is made: nothing is
/// linked, and whoever makes none needs neither.
@safe struct SVGLibrary: Sendable {
  typealias Write =
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, CUnsignedInt) -> CInt

  let open: @convention(c) (UnsafePointer<UInt8>, Int, OpaquePointer?) -> OpaquePointer?
  let size:
    @convention(c) (OpaquePointer, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)
      -> CInt
  let draw:
    @convention(c) (OpaquePointer, OpaquePointer, UnsafePointer<Double>, OpaquePointer?) -> CInt
  let release: @convention(c) (OpaquePointer) -> Void
  let makeSurface: @convention(c) (CInt, CInt, CInt) -> OpaquePointer?
  let freeSurface: @convention(c) (OpaquePointer) -> Void
  let makeContext: @convention(c) (OpaquePointer) -> OpaquePointer?
  let freeContext: @convention(c) (OpaquePointer) -> Void
  let writePNG: @convention(c) (OpaquePointer, Write, UnsafeMutableRawPointer?) -> CInt

  private static let names = ["librsvg-2.so.2", "librsvg-2.so"]

  /// Nil where no librsvg is installed or one is older than 2.52. Never unloaded.
  static let shared = load()

  private static func load() -> SVGLibrary? {
    guard let handle = unsafe names.lazy.compactMap({ unsafe dlopen($0, RTLD_NOW) }).first else {
      return nil
    }
    // Safe: each type is the function's declaration in rsvg.h, cairo.h and gobject.h; an RsvgRectangle is
    // four doubles. The library of the handle and those that it needs are searched.
    func find<Function>(_ name: String, as type: Function.Type) -> Function? {
      unsafe dlsym(handle, name).map { unsafe unsafeBitCast($0, to: type) }
    }
    typealias Free = @convention(c) (OpaquePointer) -> Void
    guard
      let open = unsafe find(
        "rsvg_handle_new_from_data",
        as: (@convention(c) (UnsafePointer<UInt8>, Int, OpaquePointer?) -> OpaquePointer?).self),
      let size = unsafe find(
        "rsvg_handle_get_intrinsic_size_in_pixels",
        as: (@convention(c) (
          OpaquePointer, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
        ) -> CInt).self),
      let draw = unsafe find(
        "rsvg_handle_render_document",
        as: (@convention(c) (OpaquePointer, OpaquePointer, UnsafePointer<Double>, OpaquePointer?)
          -> CInt).self),
      let release = unsafe find("g_object_unref", as: Free.self),
      let makeSurface = unsafe find(
        "cairo_image_surface_create",
        as: (@convention(c) (CInt, CInt, CInt) -> OpaquePointer?).self),
      let freeSurface = unsafe find("cairo_surface_destroy", as: Free.self),
      let makeContext = unsafe find(
        "cairo_create", as: (@convention(c) (OpaquePointer) -> OpaquePointer?).self),
      let freeContext = unsafe find("cairo_destroy", as: Free.self),
      let writePNG = unsafe find(
        "cairo_surface_write_to_png_stream",
        as: (@convention(c) (OpaquePointer, Write, UnsafeMutableRawPointer?) -> CInt).self)
    else { return nil }
    return unsafe SVGLibrary(
      open: open, size: size, draw: draw, release: release, makeSurface: makeSurface,
      freeSurface: freeSurface, makeContext: makeContext, freeContext: freeContext,
      writePNG: writePNG)
  }
}

extension SVGLibrary {
  /// A picture that was read.
  @safe struct Picture: ~Copyable {
    private let library: SVGLibrary
    private let handle: OpaquePointer

    /// Nil where it is no SVG.
    init?(_ svg: [UInt8], _ library: SVGLibrary) {
      let handle = unsafe svg.withUnsafeBufferPointer { buffer -> OpaquePointer? in
        guard let base = buffer.baseAddress else { return nil }
        return unsafe library.open(base, buffer.count, nil)
      }
      guard let handle = unsafe handle else { return nil }
      self.library = library
      unsafe self.handle = handle
    }

    deinit { unsafe library.release(handle) }

    /// Nil where the picture does not say its size.
    var size: (width: Double, height: Double)? {
      var (width, height) = (0.0, 0.0)
      let isKnown = unsafe library.size(handle, &width, &height) != 0
      return isKnown && width >= 1 && height >= 1 ? (width, height) : nil
    }

    /// Drawn at a size in pixels; empty where that fails.
    func png(width: Double, height: Double) -> [UInt8] {
      // 0 is CAIRO_FORMAT_ARGB32.
      guard
        let surface = unsafe library.makeSurface(0, CInt(width.rounded()), CInt(height.rounded()))
      else { return [] }
      defer { unsafe library.freeSurface(surface) }
      guard let context = unsafe library.makeContext(surface) else { return [] }
      defer { unsafe library.freeContext(context) }
      let viewport = [0, 0, width.rounded(), height.rounded()]
      guard unsafe library.draw(handle, context, viewport, nil) != 0 else { return [] }
      var bytes: [UInt8] = []
      let status = unsafe withUnsafeMutablePointer(to: &bytes) { target in
        unsafe library.writePNG(
          surface,
          { target, data, count in
            // 11 is CAIRO_STATUS_WRITE_ERROR.
            guard let target = unsafe target, let data = unsafe data else { return 11 }
            unsafe target.assumingMemoryBound(to: [UInt8].self).pointee.append(
              contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
            return 0
          }, target)
      }
      return status == 0 ? bytes : []
    }
  }
}
