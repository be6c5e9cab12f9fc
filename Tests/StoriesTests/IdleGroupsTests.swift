import EventGraph
import Testing

@testable import Stories

@Suite("Idle groups")
struct IdleGroupsTests {
  /// The sample, and between its events single ones that share nothing with any, anew for every seed.
  private func events(_ seed: UInt64) -> [TestEvent] {
    var rng = SplitMix64(seed: seed)
    return sampleEvents()
      + (0..<60).map { _ in
        let word = String((0..<8).map { _ in Character(Unicode.Scalar(97 + UInt8(rng.below(26)))) })
        return TestEvent(
          date: CivilDate(epochDay: 15_706 + Int(rng.below(300))).description,
          title: "\(word) \(word.reversed())", contexts: [word])
      }
  }

  @Test(
    "What shares nothing is left alone, and stories are those of looking at all in every round",
    arguments: UInt64(0)..<20)
  func shortcut(seed: UInt64) {
    let graph = makeGraph(events(seed))
    var settings = StorySettings()
    let grouping = StoryGrouping(graph, settings)
    settings.idleLikeness = 0
    #expect(StoryGrouping(graph, settings).stories == grouping.stories)
  }

  @Test("Groups that are left alone change nothing in the profiles of others")
  func profiles() {
    let graph = makeGraph(events(1))
    let settings = StorySettings()
    let features = EventFeatures(graph, without: [], threads: 1)
    let labels = (0..<UInt32(features.events.count)).map { $0 / 3 }
    let all = GroupProfiles(features, labels, settings)
    let idle = all.groups.map { $0 % 2 == 0 }
    let some = GroupProfiles(features, labels, idle: idle, settings)
    #expect(some.weights == all.weights && some.groups == all.groups)
    for group in 0..<all.groupCount {
      let row = some.range(of: group)
      if group % 2 == 0 {
        #expect(row.isEmpty)
      } else {
        #expect(Array(some.items[row]) == Array(all.items[all.range(of: group)]))
        #expect(Array(some.values[row]) == Array(all.values[all.range(of: group)]))
      }
    }
  }
}
