/// Flat memory for what inner loops read and write in any order: an array whose accesses are checked in
/// debug builds only.
///
/// Leiden does little but such accesses: with arrays, whose owner is tested before every write, and with
/// one branch where there need be none, local moving took twice as long (measured on 1M nodes, 8M edges).
struct FlatTable<Element: BitwiseCopyable>: ~Copyable {
  let count: Int
  // Freed by `deinit` alone, since the table cannot be copied.
  private let base: UnsafeMutablePointer<Element>

  init(repeating value: Element, count: Int) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
  }

  deinit { base.deallocate() }

  @inline(__always)
  subscript(_ place: Int) -> Element {
    get {
      assert(place >= 0 && place < count, "place outside the table")
      return base[place]
    }
    nonmutating set {
      assert(place >= 0 && place < count, "place outside the table")
      base[place] = newValue
    }
  }
}
