internal import Glibc

/// Writes to standard output what several threads make, in the order of the pieces it was made from.
///
/// What comes too early waits in memory; where that would be too much, its thread waits.
///
/// `@unchecked Sendable`: all of it is used under `lock` only.
package final class OrderedOutput: @unchecked Sendable {
  private let waitingLimit: Int
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let turn = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var next = 0
  private var waiting: [Int: [UInt8]] = [:]
  private var waitingBytes = 0
  private var failure: FileError?

  /// - Parameter waitingLimit: Bytes.
  package init(waitingLimit: Int = 1 << 24) {
    self.waitingLimit = waitingLimit
    pthread_mutex_init(lock, nil)
    pthread_cond_init(turn, nil)
  }

  deinit {
    pthread_cond_destroy(turn)
    pthread_mutex_destroy(lock)
    turn.deallocate()
    lock.deallocate()
  }

  /// Why nothing more is written.
  package var error: FileError? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return failure
  }

  /// - Parameters:
  ///   - piece: Number of the piece; every number from 0 on is written once with `isLast`.
  ///   - isLast: Whether the piece is done.
  /// - Returns: False where standard output takes no more.
  package func write(_ bytes: [UInt8], piece: Int, isLast: Bool) -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while piece != next, failure == nil {
      if isLast, waitingBytes + bytes.count <= waitingLimit {
        waiting[piece] = bytes
        waitingBytes += bytes.count
        return true
      }
      pthread_cond_wait(turn, lock)
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
    pthread_cond_broadcast(turn)
    return failure == nil
  }

  private func put(_ bytes: [UInt8]) {
    guard failure == nil, !bytes.isEmpty else { return }
    do { try StandardStream.output.write(bytes) } catch { failure = error }
  }
}
