internal import Glibc

/// One thread that computes one value while its maker does something else.
///
/// Safe though unchecked: one thread joins it, once its maker has handed it over.
package final class WorkerThread<Value: Sendable>: @unchecked Sendable {
  private let job: WorkerJob<Value>
  private var thread: pthread_t?

  /// - Parameter body: Runs at once on its own thread; on this one, where no thread can be made.
  package init(_ body: @escaping @Sendable () -> Value) {
    let job = WorkerJob(body)
    self.job = job
    thread = startThread { job.run() }
    if thread == nil { job.run() }
  }

  deinit { if let thread { pthread_join(thread, nil) } }

  /// Waits for the value.
  package func join() -> Value {
    if let thread { pthread_join(thread, nil) }
    thread = nil
    guard let value = job.value else { preconditionFailure("a worker ended without its value") }
    return value
  }
}

/// Safe though unchecked: the thread alone writes, and `value` is read after `pthread_join`.
private final class WorkerJob<Value: Sendable>: @unchecked Sendable {
  /// Let go with all that it holds when it has run.
  private var body: (@Sendable () -> Value)?
  private(set) var value: Value?
  init(_ body: @escaping @Sendable () -> Value) { self.body = body }
  func run() {
    value = body?()
    body = nil
  }
}
