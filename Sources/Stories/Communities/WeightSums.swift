/// Sums of weights by label, such as w(v, C) for each C that v has arcs to: a table of all labels that is 0
/// between two uses, and the list of those that were touched.
struct WeightSums: ~Copyable {
  private let sums: FlatTable<Float>
  let touched: FlatTable<UInt32>

  init(_ labelCount: Int) {
    sums = FlatTable(repeating: 0, count: labelCount)
    // One more, since a label is written there before it is known whether it is new.
    touched = FlatTable(repeating: 0, count: labelCount + 1)
  }

  subscript(_ label: UInt32) -> Float {
    @inline(__always) get { sums[Int(label)] }
  }

  /// Adds a weight without a branch on whether the label is new, which no processor could predict.
  ///
  /// - Parameters:
  ///   - weight: ≥ 0; 0 touches nothing.
  ///   - count: How many labels have been touched.
  @inline(__always)
  func add(_ weight: Float, to label: UInt32, _ count: inout Int) {
    let sum = sums[Int(label)]
    touched[count] = label
    count &+= (sum == 0) != (sum + weight == 0) ? 1 : 0
    sums[Int(label)] = sum + weight
  }

  /// The label's sum, which is 0 then.
  @inline(__always)
  func remove(_ label: UInt32) -> Float {
    let sum = sums[Int(label)]
    sums[Int(label)] = 0
    return sum
  }
}
