internal import Glibc
internal import Synchronization

/// Runs `body` on `count` threads of its own and waits for all; `body` is given the worker's number.
///
/// POSIX threads and not Dispatch: on this system `DispatchQueue.concurrentPerform` was measured to
/// give no gain for jobs of 50 to 200 ms, where threads halved them.
///
/// - Parameter isBackground: Lets the threads go first that take what these make. The calling thread
///   keeps its priority, which it could not raise again, and only waits.
package func withWorkers(
  _ count: Int, isBackground: Bool = false, _ body: @Sendable (Int) -> Void
) {
  if count <= 1 {
    body(0)
    return
  }
  withoutActuallyEscaping(body) { body in
    var threads: [pthread_t] = []
    var unstarted: [Int] = []
    for worker in (isBackground ? 0 : 1)..<count {
      let thread = startThread {
        if isBackground { lowerPriorityOfThisThread() }
        body(worker)
      }
      if let thread {
        threads.append(thread)
      } else {
        unstarted.append(worker)
      }
    }
    if !isBackground { body(0) }
    // A thread that the system refused is done by this one: slower, never less.
    for worker in unstarted { body(worker) }
    for thread in threads { pthread_join(thread, nil) }
  }
}

/// Runs the body on a new thread, which is to be joined; nil where the system refuses one.
func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  let start = Unmanaged.passRetained(ThreadStart(body))
  var thread = pthread_t()
  let status = pthread_create(
    &thread, nil,
    { argument in
      if let argument { Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue().run() }
      return nil
    }, start.toOpaque())
  if status == 0 { return thread }
  start.release()
  return nil
}

/// Lets the other threads of the machine go first, a little.
func lowerPriorityOfThisThread() {
  // On Linux a thread has a niceness of its own, and 0 stands for the one that asks.
  let thread = __priority_which_t(PRIO_PROCESS.rawValue)
  setpriority(thread, 0, getpriority(thread, 0) + 5)
}

private final class ThreadStart: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// How many cores the machine has online.
package var availableCores: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }

/// Runs `body` on `count` threads and gives back what each made, in the workers' order.
package func mapWorkers<Result: Sendable>(
  _ count: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  let slots = (0..<max(1, count)).map { _ in WorkerResult<Result>() }
  withWorkers(slots.count) { worker in
    let result = body(worker)
    slots[worker].value.withLock { $0 = result }
  }
  return slots.compactMap { slot in slot.value.withLock { $0.take() } }
}

/// The same for more jobs than threads, of unequal size: a thread that is done takes the next. In the
/// jobs' order.
package func mapJobs<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  let slots = (0..<count).map { _ in WorkerResult<Result>() }
  let next = Atomic(0)
  withWorkers(min(threads, count)) { _ in
    while true {
      let job = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if job >= count { return }
      let result = body(job)
      slots[job].value.withLock { $0 = result }
    }
  }
  return slots.compactMap { slot in slot.value.withLock { $0.take() } }
}

private final class WorkerResult<Result: Sendable>: Sendable {
  let value = Mutex<Result?>(nil)
}

/// Splits `0 ..< count` into as many ranges as there are workers, equal but for one.
package func share(_ count: Int, of worker: Int, among workers: Int) -> Range<Int> {
  count * worker / workers..<count * (worker + 1) / workers
}

/// Splits a list of works into as many runs as there are workers, of about equal work each.
///
/// - Parameter work: What each item costs, in whatever unit.
package func shares(of work: [Int], among workers: Int) -> [Range<Int>] {
  let all = work.reduce(0, +)
  var shares: [Range<Int>] = []
  var (start, end, done) = (0, 0, 0)
  for worker in 1...max(1, workers) {
    while end < work.count, worker == workers || done * workers < all * worker {
      done += work[end]
      end += 1
    }
    shares.append(start..<end)
    start = end
  }
  return shares
}
