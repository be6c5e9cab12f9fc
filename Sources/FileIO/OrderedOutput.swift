/// Writes to standard output what several threads make, in the order of the pieces it was made from.
///
/// What comes too early waits in memory; where that would be too much, its thread waits.
///
/// `@unchecked Sendable`: all of it is used under the monitor's lock only.
package final class OrderedOutput: @unchecked Sendable {
  private let waitingLimit: Int
  private let monitor = Monitor()
  private var next = 0
  private var waiting: [Int: [UInt8]] = [:]
  private var waitingBytes = 0
  private var failure: FileError?

  /// - Parameter waitingLimit: Bytes.
  package init(waitingLimit: Int = 1 << 24) {
    self.waitingLimit = waitingLimit
  }

  /// Why nothing more is written.
  package var error: FileError? { monitor.withLock { failure } }

  /// - Parameters:
  ///   - piece: Number of the piece; every number from 0 on is written once with `isLast`.
  ///   - isLast: Whether the piece is done.
  /// - Returns: False where standard output takes no more.
  package func write(_ bytes: [UInt8], piece: Int, isLast: Bool) -> Bool {
    monitor.withLock {
      while piece != next, failure == nil {
        if isLast, waitingBytes + bytes.count <= waitingLimit {
          waiting[piece] = bytes
          waitingBytes += bytes.count
          return true
        }
        monitor.wait()
      }
      put(bytes)
      if isLast {
        next += 1
        while let bytes = waiting.removeValue(forKey: next) {
          waitingBytes -= bytes.count
          put(bytes)
          next += 1
        }
      }
      monitor.tellAll()
      return failure == nil
    }
  }

  private func put(_ bytes: [UInt8]) {
    guard failure == nil, !bytes.isEmpty else { return }
    do { try StandardStream.output.write(bytes) } catch { failure = error }
  }
}
