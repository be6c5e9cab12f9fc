internal import Glibc

/// One thread that computes one value while its maker does something else.
///
/// A plain thread, not a Dispatch queue: it starts at once, and its stack is released on `join`.
///
/// Safe though unchecked: one thread joins it, once its maker has handed it over.
final class WorkerThread<Value: Sendable>: @unchecked Sendable {
  private let job: WorkerJob<Value>
  private var thread: pthread_t?

  /// - Parameter body: Runs at once on its own thread; on this one, where no thread can be made.
  init(_ body: @escaping @Sendable () -> Value) {
    let job = WorkerJob(body)
    self.job = job
    thread = start { job.run() }
  }

  deinit { if let thread { pthread_join(thread, nil) } }

  /// Waits for the value.
  func join() -> Value {
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

private final class ThreadStart: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Runs the body on a new thread, or here and now where the system refuses one.
private func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  let argument = unsafe Unmanaged.passRetained(ThreadStart(body))
  var thread = pthread_t()
  let code = unsafe pthread_create(
    &thread, nil,
    { argument in
      guard let argument = unsafe argument else { return nil }
      unsafe Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue().run()
      return nil
    }, argument.toOpaque())
  if code == 0 { return thread }
  unsafe argument.release()
  body()
  return nil
}
