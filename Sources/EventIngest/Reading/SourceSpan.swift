/// Where words stand in a document.
public struct SourceSpan: Equatable, Sendable {
  /// Byte offset from the start of the document.
  public var start: UInt32
  /// Bytes.
  public var length: UInt32
  /// 1-based line of the first byte.
  public var line: UInt32

  public init(start: Int, length: Int, line: Int) {
    self.start = UInt32(start)
    self.length = UInt32(length)
    self.line = UInt32(line)
  }

  public var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
}

/// A text read from a document: where it stands, and its cleaned form.
///
/// The cleaned form is the span's own bytes wherever these are clean already, which is nearly
/// always; else it stands in `Reading.derived`. Nothing is copied until somebody asks.
public struct TextFact: Equatable, Sendable {
  public var span: SourceSpan
  /// Offset of the cleaned form in `Reading.derived`; nil where it is the span's own bytes.
  var derivedStart: UInt32?
  var derivedLength: UInt32

  /// Whether the cleaned form is the span's own bytes, so that a part of it has a span of its own. A
  /// text that was read back from a line of reports may stand in `derived` all the same.
  public let isVerbatim: Bool

  var isEmpty: Bool { (derivedStart == nil ? span.length : derivedLength) == 0 }

  init(span: SourceSpan) {
    self.span = span
    derivedStart = nil
    derivedLength = 0
    isVerbatim = true
  }

  init(span: SourceSpan, derived range: Range<Int>, isVerbatim: Bool = false) {
    self.span = span
    derivedStart = UInt32(range.lowerBound)
    derivedLength = UInt32(range.count)
    self.isVerbatim = isVerbatim
  }
}
