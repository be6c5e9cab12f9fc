/// Many lists of which most are short, one behind the other in one array: a list each would take longer to
/// make and to let go than to fill.
struct PackedLists<Element: Sendable>: Sendable {
  private(set) var values: [Element] = []
  /// Where each list ends.
  private var ends: [UInt32] = []

  init() {}

  /// The lists of several, in their order.
  init(joining parts: [PackedLists]) {
    values.reserveCapacity(parts.reduce(0) { $0 + $1.values.count })
    ends.reserveCapacity(parts.reduce(0) { $0 + $1.ends.count })
    for part in parts {
      let shift = UInt32(values.count)
      values += part.values
      ends += part.ends.lazy.map { $0 + shift }
    }
  }

  /// The values by the list that each belongs to, in their order within it.
  ///
  /// - Parameter list: Calls its argument for each value with the number of its list.
  init(count: Int, filler: Element, _ forEach: ((_ list: Int, _ value: Element) -> Void) -> Void) {
    ends = Array(repeating: 0, count: count)
    forEach { list, _ in ends[list] += 1 }
    var next: [UInt32] = []
    next.reserveCapacity(count)
    var sum: UInt32 = 0
    for k in ends.indices {
      next.append(sum)
      sum += ends[k]
      ends[k] = sum
    }
    values = Array(repeating: filler, count: Int(sum))
    forEach { list, value in
      values[Int(next[list])] = value
      next[list] += 1
    }
  }

  var count: Int { ends.count }

  @inline(__always)
  subscript(k: Int) -> ArraySlice<Element> {
    values[(k == 0 ? 0 : Int(ends[k - 1]))..<Int(ends[k])]
  }

  /// Adds a value to the list that is being filled.
  mutating func append(_ value: Element) { values.append(value) }

  mutating func append(contentsOf list: [Element]) { values += list }

  /// Ends the list that is being filled.
  mutating func endList() { ends.append(UInt32(values.count)) }
}
