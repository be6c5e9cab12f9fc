internal import Glibc

/// A lock, and a way to wait for a change of what it guards.
///
/// `@unchecked Sendable`: made for use by many threads.
final class Monitor: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(lock)
    change.deallocate()
    lock.deallocate()
  }

  func withLock<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  /// Within `withLock`: lets others in until one of them tells of a change, which need not be the one that
  /// is waited for.
  func wait() { pthread_cond_wait(change, lock) }

  func tellAll() { pthread_cond_broadcast(change) }
}
