internal import EventGraph

/// The colour of a kind of node: Okabe and Ito's palette, which stays apart for colour-blind readers.
struct KindStyle: Sendable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8
  /// Graphviz's name for the outline, so that kinds stay apart without colour too.
  let shape: String

  init(_ kind: NodeKind) {
    switch kind {
    case .event: (red, green, blue, shape) = (0x00, 0x72, 0xB2, "box")
    case .actor: (red, green, blue, shape) = (0xD5, 0x5E, 0x00, "ellipse")
    case .place: (red, green, blue, shape) = (0x00, 0x9E, 0x73, "house")
    case .context: (red, green, blue, shape) = (0xE6, 0x9F, 0x00, "hexagon")
    case .source: (red, green, blue, shape) = (0x80, 0x80, 0x80, "note")
    case .publisher: (red, green, blue, shape) = (0xCC, 0x79, 0xA7, "tab")
    case .article: (red, green, blue, shape) = (0x56, 0xB4, 0xE9, "folder")
    case .story: (red, green, blue, shape) = (0xF0, 0xE4, 0x42, "box3d")
    case .episode: (red, green, blue, shape) = (0xFA, 0xF4, 0xB0, "component")
    case .statement: (red, green, blue, shape) = (0x75, 0x70, 0xB3, "note")
    }
  }

  /// `#0072B2`
  var hex: String {
    let digits = Array("0123456789ABCDEF")
    return [red, green, blue].reduce(into: "#") {
      $0.append(digits[Int($1 >> 4)])
      $0.append(digits[Int($1 & 15)])
    }
  }
}
