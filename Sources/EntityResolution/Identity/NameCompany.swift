internal import EventGraph
internal import Glibc

/// Which other names some names stand beside, and how alike the company of two is.
struct NameCompany: Sendable {
  /// Place in the list of all names + 1, by string.
  private let placeOfName: [UInt32]
  /// Events by place of an asked name.
  private var eventsOf: [Int: [Int]] = [:]
  private var names: [[Int]] = []
  /// Events that hold each name, by place.
  private var counts: [Int32]
  private let eventCount: Int

  /// - Parameters:
  ///   - asked: Places in `known` of the names whose company is asked for.
  init(
    of asked: [Int], _ known: [StringIndex], _ labels: EventLabels, stringCount: Int
  ) {
    var places = [UInt32](repeating: 0, count: stringCount)
    for (place, name) in known.enumerated() { places[name.position] = UInt32(place + 1) }
    var isAsked = [Bool](repeating: false, count: known.count)
    for place in asked { isAsked[place] = true }
    counts = Array(repeating: 0, count: known.count)
    eventCount = labels.named.count
    for named in labels.named {
      var isKept = false
      for name in named {
        let place = Int(places[name.entity.position]) - 1
        counts[place] += 1
        if isAsked[place] { isKept = true }
      }
      if !isKept { continue }
      var event: [Int] = []
      for name in named {
        let place = Int(places[name.entity.position]) - 1
        if !event.contains(place) { event.append(place) }
      }
      for place in event where isAsked[place] {
        eventsOf[place, default: []].append(names.count)
      }
      names.append(event)
    }
    placeOfName = places
  }

  /// The place of a name that is known.
  func place(of name: StringIndex) -> Int? {
    placeOfName[name.position] > 0 ? Int(placeOfName[name.position]) - 1 : nil
  }

  func eventCount(_ place: Int) -> Int { eventsOf[place]?.count ?? 0 }

  /// Whether a long name is used often enough to be the one that stands for both: a single title may
  /// spell it wrongly.
  func isEstablished(_ long: Int, beside acronym: Int) -> Bool {
    counts[long] * 5 >= counts[acronym]
  }

  /// So seldom that its company says nothing.
  func isRare(_ place: Int) -> Bool { eventCount(place) < 4 }

  /// What a name stands beside, weighted.
  struct Companions: Sendable {
    fileprivate var weights: [Int: Double]
    fileprivate var square: Double
  }

  /// The cosine of the weighted companions of two names, and how many they have in common.
  static func likeness(
    _ a: Companions, _ b: Companions
  ) -> (cosine: Double, companions: Int) {
    let (few, many) = a.weights.count < b.weights.count ? (a, b) : (b, a)
    var (product, companions) = (0.0, 0)
    for (place, weight) in few.weights {
      guard let other = many.weights[place] else { continue }
      companions += 1
      product += weight * other
    }
    let length = (a.square * b.square).squareRoot()
    return (length > 0 ? product / length : 0, companions)
  }

  /// A companion weighs more the rarer it is; whole numbers, so that no order changes a sum.
  ///
  /// - Parameter except: Places that are no company.
  /// - Complexity: O(labels of the name's events).
  func companions(of place: Int, except: Set<Int>) -> Companions {
    var times: [Int: Int] = [:]
    for event in eventsOf[place] ?? [] {
      for other in names[event] where !except.contains(other) { times[other, default: 0] += 1 }
    }
    // Rounded to 1/64: squares and products of such numbers are added without loss.
    let weights = times.map { other, count in
      let rarity = log(Double(eventCount + 1) / Double(counts[other]))
      return (other, ((1 + log(Double(count))) * rarity * 64).rounded() / 64)
    }
    return Companions(
      weights: Dictionary(uniqueKeysWithValues: weights),
      square: weights.reduce(0) { $0 + $1.1 * $1.1 })
  }
}
