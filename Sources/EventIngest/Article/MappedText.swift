internal import EventGraph

/// Cleaned text and where each of its bytes stands in the document, so that a part of it can be found
/// there however it was cleaned.
struct MappedText: Sendable {
  private struct Run {
    /// First byte in `bytes`.
    var start: Int
    /// First byte in the document, and how many bytes there stand for the run.
    var source: Int
    var sourceLength: Int
    /// Whether the run's bytes are the document's.
    var isVerbatim: Bool
  }

  /// Valid UTF-8; white space is single spaces.
  private(set) var bytes: [UInt8] = []
  private var runs: [Run] = []

  var isEmpty: Bool { bytes.isEmpty }

  /// Appends bytes of the document as they are.
  mutating func append(verbatim span: Span<UInt8>, at source: Int) {
    guard !span.isEmpty else { return }
    if let last = runs.last, last.isVerbatim, last.source + last.sourceLength == source {
      runs[runs.count - 1].sourceLength += span.count
    } else {
      runs.append(
        Run(start: bytes.count, source: source, sourceLength: span.count, isVerbatim: true))
    }
    bytes.append(span: span)
  }

  /// Appends a text that stands for a range of the document.
  mutating func append(_ text: some Collection<UInt8>, for source: Range<Int>) {
    guard !text.isEmpty else { return }
    runs.append(
      Run(
        start: bytes.count, source: source.lowerBound, sourceLength: source.count,
        isVerbatim: false))
    bytes += text
  }

  /// A space, unless one stands there already or nothing does.
  mutating func appendSpace(for source: Range<Int>, isVerbatim: Bool) {
    guard let last = bytes.last, last != 32 else { return }
    if isVerbatim, let run = runs.last, run.isVerbatim,
      run.source + run.sourceLength == source.lowerBound
    {
      runs[runs.count - 1].sourceLength += 1
      bytes.append(32)
    } else {
      append(CollectionOfOne(UInt8(32)), for: source)
    }
  }

  /// Removes the space at the end, if one stands there.
  mutating func trimEnd() {
    while bytes.last == 32 {
      bytes.removeLast()
      guard let last = runs.last else { return }
      if last.start == bytes.count {
        runs.removeLast()
      } else {
        runs[runs.count - 1].sourceLength -= 1
      }
    }
  }

  private func run(of offset: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The range of the document in which a part of the text stands.
  func sourceRange(_ range: Range<Int>) -> Range<Int> {
    guard !runs.isEmpty, !range.isEmpty else { return 0..<0 }
    let first = runs[run(of: range.lowerBound)]
    let last = runs[run(of: range.upperBound - 1)]
    let start = first.source + (first.isVerbatim ? range.lowerBound - first.start : 0)
    let end =
      last.source
      + (last.isVerbatim ? range.upperBound - last.start : last.sourceLength)
    return start..<max(start, end)
  }
}

extension MappedText {
  /// A part of the text with its own places.
  func part(_ range: Range<Int>) -> MappedText {
    var part = MappedText()
    for (k, run) in runs.enumerated() {
      let end = k + 1 < runs.count ? runs[k + 1].start : bytes.count
      let (low, high) = (max(run.start, range.lowerBound), min(end, range.upperBound))
      guard low < high else { continue }
      let words = bytes.span.extracting(low..<high)
      if run.isVerbatim {
        part.append(verbatim: words, at: run.source + low - run.start)
      } else {
        part.append(Array(bytes[low..<high]), for: run.source..<run.source + run.sourceLength)
      }
    }
    return part
  }
}

/// A block on its way to an `ArticleBlock`: its words, mapped to the document.
struct MappedBlock: Sendable {
  var role: ArticleBlock.Role = .furniture
  var text: MappedText
  /// How well its looks speak for its being prose; see `Prose`.
  var prose: Prose

  init(_ text: MappedText) {
    self.text = text
    prose = Prose(text.bytes.span)
  }

  var string: String { String(decoding: text.bytes, as: UTF8.self) }
}

/// Offsets of a document's line ends, to tell the line of any byte.
struct LineIndex: Sendable {
  private var ends: [Int] = []

  init(_ bytes: Span<UInt8>) {
    var k = 0
    while let end = bytes.firstIndex(of: 10, from: k, to: bytes.count) {
      ends.append(end)
      k = end + 1
    }
  }

  /// 1-based.
  func line(of offset: Int) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }
}

extension Reading {
  /// A part of a mapped text as a fact: its own bytes where the document has them so.
  mutating func fact(
    _ range: Range<Int>, of text: MappedText, in document: Span<UInt8>, lines: LineIndex
  ) -> TextFact {
    let source = text.sourceRange(range)
    let span = SourceSpan(
      start: source.lowerBound, length: source.count, line: lines.line(of: source.lowerBound))
    let words = text.bytes.span.extracting(range)
    if source.count == range.count, source.upperBound <= document.count,
      document.extracting(source).equals(words)
    {
      return TextFact(span: span)
    }
    let start = derived.count
    derived.append(span: words)
    return TextFact(span: span, derived: start..<derived.count)
  }

  mutating func fact(
    _ text: MappedText, in document: Span<UInt8>, lines: LineIndex
  ) -> TextFact {
    fact(0..<text.bytes.count, of: text, in: document, lines: lines)
  }
}
