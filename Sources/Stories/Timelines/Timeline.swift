public import EventGraph

/// The dated events of a subject in order, with the times when nothing and when much happens.
public struct Timeline: Sendable {
  public struct Entry: Equatable, Sendable {
    public var id: String
    public var title: String
    public var date: PartialDate
    /// Where it can be read: a page path or an URL; empty where unknown.
    public var address: String
    /// The place of its lane in `lanes`.
    public var lane: Int
    /// What the event itself is filed under, of what lanes stand for: the lane's name, or where the lane
    /// is that of the rest, its own story, actor or place; empty where it has none.
    public var group: String
    /// 0 … 1: how much it belongs to the subject; the key events are chosen by it.
    public var strength: Double
    public var isKey: Bool
    /// The entries of this timeline that it is most related to, the strongest first.
    public var related: [Related]

    public init(
      id: String, title: String, date: PartialDate, address: String = "", lane: Int = 0,
      group: String = "",
      strength: Double = 1, isKey: Bool = false, related: [Related] = []
    ) {
      self.id = id
      self.title = title
      self.date = date
      self.address = address
      self.lane = lane
      self.group = group
      self.strength = strength
      self.isKey = isKey
      self.related = related
    }
  }

  public struct Related: Equatable, Sendable {
    public var id: String
    public var date: PartialDate?
    public var title: String
    public var score: Double

    public init(id: String, date: PartialDate?, title: String, score: Double) {
      self.id = id
      self.date = date
      self.title = title
      self.score = score
    }
  }

  /// Days without an event, longer than usual here.
  public struct Gap: Equatable, Sendable {
    /// The last day with an event before, and the first one after, since 1970-01-01.
    public var from: Int
    public var to: Int
    public var days: Int { to - from }
  }

  public let title: String
  /// By first day, then by precision with the coarser first, then by id.
  public let entries: [Entry]
  public let lanes: [String]
  /// Events of the subject whose date is not known at all.
  public let undatedCount: Int
  /// By time.
  public let gaps: [Gap]
  /// By time. Events that are known to the day only.
  public let bursts: [Burst]

  public init(title: String, entries: [Entry], lanes: [String] = [""], undatedCount: Int = 0) {
    precondition(entries.allSatisfy { lanes.indices.contains($0.lane) })
    self.title = title
    self.lanes = lanes
    self.undatedCount = undatedCount
    self.entries = entries.sorted { $0.date != $1.date ? $0.date < $1.date : $0.id < $1.id }
    let days = self.entries.filter { $0.date.precision == .day }.map(\.date.firstEpochDay)
    bursts = Burst.find(days: days).sorted { $0.firstDay < $1.firstDay }
    gaps = Self.gaps(days: days)
  }

  public var first: PartialDate? { entries.first?.date }
  public var last: PartialDate? { entries.map(\.date).max { $0.lastEpochDay < $1.lastEpochDay } }

  /// The longest times of nothing, at most ten: at least a fortnight, and four times what is usual.
  private static func gaps(days: [Int]) -> [Gap] {
    guard let first = days.first, let last = days.last, days.count > 2 else { return [] }
    let usual = Double(last - first) / Double(days.count - 1)
    let gaps = zip(days, days.dropFirst()).filter { Double($1 - $0) >= max(14, 4 * usual) }
      .map { Gap(from: $0, to: $1) }
    return gaps.sorted { $0.days != $1.days ? $0.days > $1.days : $0.from < $1.from }.prefix(10)
      .sorted { $0.from < $1.from }
  }

  /// The entries to show where not all can be: key events first, then the strongest, and of those that are
  /// equally strong some of every time; in order of time.
  public func chosen(limit: Int) -> [Entry] {
    if entries.count <= limit { return entries }
    let order = entries.indices.sorted {
      let (a, b) = (entries[$0], entries[$1])
      if a.isKey != b.isKey { return a.isKey }
      if a.strength != b.strength { return a.strength > b.strength }
      return Self.spread($0) < Self.spread($1)
    }
    return order.prefix(max(0, limit)).sorted().map { entries[$0] }
  }

  /// A number by which places are in such an order that the first few of them are spread over all: their
  /// bits reversed (van der Corput 1935).
  static func spread(_ place: Int) -> UInt32 {
    var (bits, reversed) = (UInt32(truncatingIfNeeded: place), UInt32(0))
    for _ in 0..<32 {
      reversed = reversed << 1 | bits & 1
      bits >>= 1
    }
    return reversed
  }

  /// "1 event", "12 events".
  package static func events(_ count: Int) -> String {
    count == 1 ? "1 event" : "\(count) events"
  }
}
