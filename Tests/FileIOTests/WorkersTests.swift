import FileIO
import Synchronization
import Testing

@Suite("Work on several threads")
struct WorkersTests {
  @Test(
    "Every job is done once and answered in its place", arguments: [0, 1, 2, 7, 100], [1, 2, 5])
  func jobs(count: Int, threads: Int) {
    let done = Mutex<[Int]>([])
    let answers = mapJobs(count, threads: threads) { job in
      done.withLock { $0.append(job) }
      return job * job
    }
    #expect(answers == (0..<count).map { $0 * $0 })
    #expect(done.withLock { $0.sorted() } == Array(0..<count))
  }

  @Test("Workers in the background are as many as others", arguments: [1, 2, 4])
  func background(count: Int) {
    let seen = Mutex<[Int]>([])
    withWorkers(count, isBackground: true) { worker in seen.withLock { $0.append(worker) } }
    #expect(seen.withLock { $0.sorted() } == Array(0..<count))
  }
}
