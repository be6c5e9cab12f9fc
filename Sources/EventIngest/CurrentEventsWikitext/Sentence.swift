/// What has been read of a sentence; its words stand in `Reading.derived` from `start` on.
struct Sentence {
  /// A link between pages, in the order of the words.
  struct Link {
    /// The label, in `Reading.derived`; a trail ("[[Egypt]]ian") is no part of it.
    var label: Range<Int>
    /// The end of the words that the reader sees as the link, trail included.
    var surfaceEnd: Int
    /// The label in the document.
    var labelSource: Range<Int>
    /// The target in the document.
    var target: Range<Int>
    /// The target where a template makes it of several words.
    var composedTarget: [UInt8]?
  }

  /// A cited item.
  struct Citation {
    var url: Range<Int>
    /// The publisher's name in the document, empty for none.
    var publisher: Range<Int>
  }

  /// A link of either kind and the words that it stands for, which are none for most citations.
  struct Token {
    var words: Range<Int>
    var isCitation: Bool
  }

  var start = 0
  /// Line of the item's first byte, and that byte.
  var line = 0
  var firstByte = 0
  var links: [Link] = []
  var citations: [Citation] = []
  /// From `<ref>`; they follow the others.
  var references: [Citation] = []
  var tokens: [Token] = []
  /// How deep templates and labels are nested at the moment.
  var level = 0

  static let maximumLevel = 8

  mutating func begin(at start: Int, line: Int, firstByte: Int) {
    self.start = start
    self.line = line
    self.firstByte = firstByte
    links.removeAll(keepingCapacity: true)
    citations.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    level = 0
  }
}
