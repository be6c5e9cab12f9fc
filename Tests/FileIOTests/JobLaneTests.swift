internal import FileIO
internal import Synchronization
internal import Testing

@Suite("A lane of jobs")
struct JobLaneTests {
  struct Refusal: Error, Equatable { var number: Int }

  final class Record: Sendable {
    let numbers = Mutex<[Int]>([])
    func add(_ number: Int) { numbers.withLock { $0.append(number) } }
    var all: [Int] { numbers.withLock { $0 } }
  }

  @Test(
    "Jobs are done in the order in which they come, however few may wait", arguments: [0, 1, .max])
  func order(limit: Int) throws {
    let record = Record()
    let lane = JobLane<Refusal>()
    for number in 0..<200 {
      lane.add(behindAtMost: limit) { () throws(Refusal) in record.add(number) }
    }
    try lane.finish()
    #expect(record.all == Array(0..<200))
  }

  @Test("After a failure no job is done, and the first failure is told each time")
  func failure() {
    let record = Record()
    let lane = JobLane<Refusal>()
    for number in 0..<50 {
      lane.add { () throws(Refusal) in
        record.add(number)
        if number >= 20 { throw Refusal(number: number) }
      }
    }
    #expect(throws: Refusal(number: 20)) { try lane.finish() }
    lane.add { () throws(Refusal) in record.add(1000) }
    #expect(throws: Refusal(number: 20)) { try lane.finish() }
    #expect(record.all == Array(0...20))
  }

  @Test("A lane that is let go ends with the job that it is at")
  func abandoned() {
    let record = Record()
    do {
      let lane = JobLane<Refusal>()
      for number in 0..<100 { lane.add { () throws(Refusal) in record.add(number) } }
    }
    let done = record.all
    #expect(done == Array(0..<done.count))
  }

  @Test("One lane's jobs may wait for another's")
  func twoLanes() throws {
    let record = Record()
    let (first, second) = (JobLane<Refusal>(), JobLane<Refusal>())
    for number in 0..<50 {
      first.add { () throws(Refusal) in record.add(number) }
      second.add { () throws(Refusal) in
        try first.finish()
        record.add(number)
      }
    }
    try second.finish()
    #expect(record.all.sorted() == (0..<50).flatMap { [$0, $0] })
  }
}
