import Testing

@testable import EntityResolution

@Suite("Tables of weights")
struct LinearModelTests {
  private static let space = FeatureSpace([
    .init("bias"), .init("head", ["act", "place"]),
    .init("voice", ["before", "after"], ["a", "p"]),
  ])

  private static func weights(_ table: String) -> [String: [Float]] {
    let model = LinearModel(space, classCount: 3, table: table)
    var found: [String: [Float]] = [:]
    for feature in 0..<space.count {
      let own = Array(model.weights[feature * 3..<feature * 3 + 3])
      if own != [0, 0, 0] { found[space.name(feature)] = own }
    }
    return found
  }

  @Test("A line of all weights and one of those that are not 0 say the same")
  func shapes() {
    let expected: [String: [Float]] = ["bias": [0.5, 0, -1.25], "head.place": [0, 3, 0]]
    #expect(Self.weights("bias 50 0 -125\nhead.place 0 300 0") == expected)
    #expect(Self.weights("bias 0:50 2:-125; head.place 1:300") == expected)
    #expect(Self.weights("head.place 1:300\n\n;bias 2:-125 0:50;") == expected)
  }

  @Test("A name that begins with a dot has the template of the one before, wherever a line ends")
  func dots() {
    let expected: [String: [Float]] = [
      "voice.before.a": [1, 0, 0], "voice.before.p": [0, 2, 0], "voice.after.a": [0, 0, 3],
      "head.act": [4, 0, 0], "head.place": [0, 0, 5],
    ]
    #expect(
      Self.weights(
        "voice.before.a 0:100; .before.p 1:200\n.after.a 2:300; head.act 0:400\n.place 2:500")
        == expected)
    #expect(
      Self.weights(
        "voice.before.a 0:100\nvoice.before.p 1:200\nvoice.after.a 2:300\nhead.act 0:400\n"
          + "head.place 2:500") == expected)
  }

  @Test("Every feature is found by the name that it gives")
  func names() {
    for feature in 0..<Self.space.count {
      #expect(Self.space.feature(Self.space.name(feature)) == feature)
    }
    #expect(Self.space.count == 7)
    for name in ["", "head", "head.nobody", "voice.before", "bias.x", "voice.before.a.p"] {
      #expect(Self.space.feature(name) == nil)
    }
  }

  @Test("Scores are sums of the weights of what holds, in any order")
  func sums() {
    let model = LinearModel(Self.space, classCount: 3, table: "bias 1 2 3; head.act 10 0 0")
    let features = ["bias", "head.act"].compactMap { Self.space.feature($0) }.map { Int32($0) }
    for order in [features, features.reversed()] {
      var scores: [Float] = [0, 0, 0]
      model.addScores(of: order, to: &scores)
      #expect(scores == [0.11, 0.02, 0.03])
      #expect(best(of: scores).place == 0)
    }
  }

  @Test("A table that names no feature, no class or no number ends the program")
  func wrong() async {
    await #expect(processExitsWith: .failure) {
      _ = LinearModel(FeatureSpace([.init("bias")]), classCount: 2, table: "mass 1 2")
    }
    await #expect(processExitsWith: .failure) {
      _ = LinearModel(FeatureSpace([.init("bias")]), classCount: 2, table: "bias 2:1")
    }
    await #expect(processExitsWith: .failure) {
      _ = LinearModel(FeatureSpace([.init("bias")]), classCount: 2, table: "bias 1 x")
    }
    await #expect(processExitsWith: .failure) {
      _ = LinearModel(FeatureSpace([.init("bias")]), classCount: 2, table: "bias 1")
    }
  }
}
