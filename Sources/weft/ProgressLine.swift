internal import EventIngest
internal import FileIO
internal import Synchronization

/// One line on the terminal that says how far a reading is: documents, rate, time left. Drawn at most
/// ten times a second by the threads that read; nothing of it stays.
final class ProgressLine: Sendable {
  let progress = ReadingProgress()
  private let total: Int
  private let start = ContinuousClock.now
  private let last: Mutex<ContinuousClock.Instant>

  /// Nil where standard error is no terminal.
  init?(_ stream: DocumentStream) {
    guard StandardStream.error.isTerminal else { return nil }
    total = stream.countFiles()
    last = Mutex(.now)
  }

  func show() {
    let now = ContinuousClock.now
    let isDue = last.withLockIfAvailable { last in
      guard now - last >= .milliseconds(100) else { return false }
      last = now
      return true
    }
    guard isDue == true else { return }
    let count = progress.documentCount
    let line = Self.line(
      documents: count, seconds: (now - start) / .seconds(1),
      share: progress.shareOfArchive ?? (total > 0 ? Double(count) / Double(total) : nil))
    // What is longer than the terminal is wide would leave lines behind.
    let width = (StandardStream.error.width ?? 80) - 1
    try? StandardStream.error.write("\r\u{1B}[K\(line.prefix(width))")
  }

  func erase() { try? StandardStream.error.write("\r\u{1B}[K") }

  /// "12,345 documents, 45,000 a second, 3 s left"
  ///
  /// - Parameter share: How much of all is done, 0 … 1; nil where nobody knows.
  static func line(documents: Int, seconds: Double, share: Double?) -> String {
    var line = "\(documents.grouped) documents"
    guard seconds > 0 else { return line }
    line += ", \(Int(Double(documents) / seconds).grouped) a second"
    if let share, share > 0, share <= 1 {
      let left = Int((seconds * (1 - share) / share).rounded(.up))
      line += left >= 60 ? ", \(left / 60) min \(left % 60) s left" : ", \(left) s left"
    }
    return line
  }
}
