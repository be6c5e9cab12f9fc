internal import Glibc

/// One thread that does jobs in the order in which it is given them, while their giver goes on.
///
/// After the first failure no job is done any more.
package final class JobLane<Failure: Error>: Sendable {
  package typealias Job = @Sendable () throws(Failure) -> Void

  private let line = JobLine<Failure>()
  private let thread: pthread_t?

  /// - Parameter isBackground: Lets the threads go first that everything waits for.
  package init(isBackground: Bool = false) {
    thread = startThread { [line] in
      if isBackground { lowerPriorityOfThisThread() }
      line.work()
    }
  }

  /// Jobs that were not begun are let go.
  deinit {
    line.end()
    if let thread { pthread_join(thread, nil) }
  }

  /// Does the job after those before: on this thread and now, where the system gave the lane none.
  ///
  /// - Parameter limit: Waits first until so few jobs wait for their turn.
  package func add(behindAtMost limit: Int = .max, _ job: @escaping Job) {
    line.add(job, behindAtMost: limit)
    if thread == nil { line.workUntilEmpty() }
  }

  /// Waits until all jobs are done; throws the first failure.
  package func finish() throws(Failure) {
    if let failure = line.waitUntilEmpty() { throw failure }
  }
}

/// `@unchecked Sendable`: what changes is used under the monitor's lock only.
private final class JobLine<Failure: Error>: @unchecked Sendable {
  private let monitor = Monitor()
  private var jobs: [JobLane<Failure>.Job] = []
  private var isBusy = false
  private var isEnded = false
  private var failure: Failure?

  func add(_ job: @escaping JobLane<Failure>.Job, behindAtMost limit: Int) {
    monitor.withLock {
      while jobs.count > limit { monitor.wait() }
      jobs.append(job)
      monitor.tellAll()
    }
  }

  func end() {
    monitor.withLock {
      isEnded = true
      jobs = []
      monitor.tellAll()
    }
  }

  func waitUntilEmpty() -> Failure? {
    monitor.withLock {
      while !jobs.isEmpty || isBusy { monitor.wait() }
      return failure
    }
  }

  func work() {
    while true {
      let isOver = monitor.withLock {
        while jobs.isEmpty, !isEnded { monitor.wait() }
        return isEnded
      }
      if isOver { return }
      workUntilEmpty()
    }
  }

  func workUntilEmpty() {
    while let job = next() { settle(failure(of: job)) }
  }

  private func next() -> JobLane<Failure>.Job? {
    monitor.withLock {
      if failure != nil { jobs = [] }
      if jobs.isEmpty {
        monitor.tellAll()
        return nil
      }
      isBusy = true
      monitor.tellAll()
      return jobs.removeFirst()
    }
  }

  private func failure(of job: JobLane<Failure>.Job) -> Failure? {
    do {
      try job()
      return nil
    } catch {
      return error
    }
  }

  private func settle(_ found: Failure?) {
    monitor.withLock {
      failure = failure ?? found
      isBusy = false
      monitor.tellAll()
    }
  }
}
