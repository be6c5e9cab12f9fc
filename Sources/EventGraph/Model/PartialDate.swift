/// A date as precise as it is known: a year, a month or a day of the proleptic Gregorian calendar.
///
/// Ordered by its first day, then by precision with the coarser first.
public struct PartialDate: Hashable, Comparable, Sendable {
  public enum Precision: UInt8, Sendable {
    case year, month, day

    public var name: String {
      switch self {
      case .year: "year"
      case .month: "month"
      case .day: "day"
      }
    }
  }

  /// Four bytes for columns and tables: `year << 9 | month << 5 | day`, 0 for an unknown part.
  /// Sorts as the dates do.
  public let packed: UInt32

  /// 1 … 9999
  public var year: Int { Int(packed >> 9) }
  /// 1 … 12, nil where unknown
  public var month: Int? { packed >> 5 & 15 == 0 ? nil : Int(packed >> 5 & 15) }
  /// 1 … 31, valid for the month; nil where unknown
  public var day: Int? { packed & 31 == 0 ? nil : Int(packed & 31) }

  /// Nil where the numbers are no date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard day >= 1, day <= Self.daysInMonth(year: year, month: month) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    packed = UInt32(year) << 9 | UInt32(month ?? 0) << 5 | UInt32(day ?? 0)
  }

  /// Reads `2015`, `2015-12`, `2015-12-23`, with or without padding (`2016-01-9`).
  public init?(_ text: String) {
    var parts: [Int] = []
    for piece in text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false) {
      guard (1...4).contains(piece.count), piece.allSatisfy({ (48...57).contains($0) }) else {
        return nil
      }
      parts.append(piece.reduce(0) { $0 * 10 + Int($1 - 48) })
    }
    guard (1...3).contains(parts.count), text.utf8.prefix(while: { $0 != 45 }).count == 4 else {
      return nil
    }
    self.init(
      year: parts[0], month: parts.count > 1 ? parts[1] : nil,
      day: parts.count > 2 ? parts[2] : nil)
  }

  public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  /// Days since 1970-01-01 of the first day that the date covers.
  public var firstEpochDay: Int {
    Self.epochDay(year: year, month: month ?? 1, day: day ?? 1)
  }

  /// Days since 1970-01-01 of the last day that the date covers.
  public var lastEpochDay: Int {
    let lastMonth = month ?? 12
    return Self.epochDay(
      year: year, month: lastMonth,
      day: day ?? Self.daysInMonth(year: year, month: lastMonth))
  }

  public static func < (a: Self, b: Self) -> Bool {
    let (x, y) = (a.firstEpochDay, b.firstEpochDay)
    return x != y ? x < y : a.precision.rawValue < b.precision.rawValue
  }

  static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Days since 1970-01-01, by counting from 1 March so that the leap day comes last.
  static func epochDay(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension PartialDate: CustomStringConvertible {
  /// ISO 8601, padded: `2015`, `2015-12`, `2016-01-09`.
  public var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of `description`.
  func append(to out: inout [UInt8]) {
    func append(_ number: Int, width: Int) {
      var place = 1
      for _ in 1..<width { place *= 10 }
      while number / place >= 10 { place *= 10 }
      while place > 0 {
        out.append(UInt8(48 + number / place % 10))
        place /= 10
      }
    }
    append(year, width: 4)
    for part in [month, day] {
      guard let part else { return }
      out.append(UInt8(ascii: "-"))
      append(part, width: 2)
    }
  }
}

extension PartialDate {
  /// Nil for 0 and for numbers that are no date.
  public init?(packed: UInt32) {
    let month = Int(packed >> 5 & 15)
    let day = Int(packed & 31)
    self.init(
      year: Int(packed >> 9), month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }
}
