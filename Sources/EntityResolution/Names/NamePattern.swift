internal import EventGraph

/// How an entity's name is made of an event's year, the label, and another entity of the event:
/// "{adjective} general election, {year}". Slots are control characters, which no name holds.
struct NamePattern: Sendable {
  let text: String

  private enum Slot {
    static let season: UInt8 = 1
    static let year: UInt8 = 2
    static let lastYear: UInt8 = 3
    static let nextYear: UInt8 = 4
    static let label: UInt8 = 5
    /// The other entity's name without what tells it from namesakes.
    static let name: UInt8 = 6
    /// Another label of the other entity, which is mostly its adjective.
    static let alias: UInt8 = 7
  }

  /// Whether the company fills a slot, and the date.
  var holdsCompany: Bool { text.utf8.contains { $0 == Slot.name || $0 == Slot.alias } }
  var holdsYear: Bool { text.utf8.contains { (Slot.season...Slot.nextYear).contains($0) } }
  var holdsLabel: Bool { text.utf8.contains(Slot.label) }

  // MARK: Reading

  /// The patterns by which a name that was meant can be made again.
  static func patterns(
    of target: NameForm, label: NameForm, company: [NameForm], date: NameDate, table: AliasTable
  ) -> [NamePattern] {
    var found: [NamePattern] = []
    var bytes = Array(target.text.utf8)
    replace(&bytes, Array(date.season.utf8), Slot.season)
    let years = [
      (date.year, Slot.year), (date.year - 1, Slot.lastYear), (date.year + 1, Slot.nextYear),
    ]
    for (year, slot) in years where target.years.contains(year) {
      replace(&bytes, Array(String(year).utf8), slot)
    }
    if bytes.count != target.text.utf8.count { found.append(NamePattern(bytes)) }
    for other in company where other.hash != target.hash {
      if let pattern = slotted(bytes, other, target, table) { found.append(pattern) }
    }
    if label.hash != target.hash, label.text.utf8.count > 2 {
      var around = bytes
      if replace(&around, Array(label.text.utf8), Slot.label) {
        found.append(NamePattern(around))
      }
    }
    return found
  }

  private init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }
  init(text: String) { self.text = text }

  /// The name with the other entity's place in it left open.
  private static func slotted(
    _ bytes: [UInt8], _ other: NameForm, _ target: NameForm, _ table: AliasTable
  ) -> NamePattern? {
    // Most names share no word with the company.
    var around = bytes
    let base = Array(other.text.utf8.prefix(other.baseLength))
    if base.count > 2, replace(&around, base, Slot.name) { return NamePattern(around) }
    for alias in table.target(other.hash)?.aliases ?? [] {
      if replace(&around, Array(alias.utf8), Slot.alias) { return NamePattern(around) }
    }
    return nil
  }

  /// Replaces the first place where the part stands as whole words.
  @discardableResult
  private static func replace(_ bytes: inout [UInt8], _ part: [UInt8], _ slot: UInt8) -> Bool {
    guard let first = part.first, part.count <= bytes.count else { return false }
    var k = 0
    while k + part.count <= bytes.count {
      if bytes[k] == first, bytes[k..<k + part.count].elementsEqual(part),
        k == 0 || !isWordByte(bytes[k - 1]),
        k + part.count == bytes.count || !isWordByte(bytes[k + part.count])
      {
        bytes.replaceSubrange(k..<k + part.count, with: CollectionOfOne(slot))
        return true
      }
      k += 1
    }
    return false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || (byte >= 0x80 && byte != 0xE2)
  }

  // MARK: Making

  /// The names that the pattern makes of a label in its company; the known ones where it makes any.
  func names(
    label: String, company: [NameForm], date: NameDate, table: AliasTable
  ) -> [String] {
    let filled = Self.fill(Array(text.utf8), label, date)
    if filled.contains(Slot.name) {
      return company.prefix(12).map { other in
        Self.fill(filled, Slot.name, Array(other.text.utf8.prefix(other.baseLength)))
      }
    }
    guard filled.contains(Slot.alias) else { return [String(decoding: filled, as: UTF8.self)] }
    var names: [String] = []
    for other in company.prefix(12) {
      guard let target = table.target(other.hash) else { continue }
      let made = target.aliases.prefix(3).map { Self.fill(filled, Slot.alias, Array($0.utf8)) }
      let known = made.filter { name in
        table.number(ofTarget: Array(name.utf8).span.stableHash) != nil
      }
      names += known.isEmpty ? Array(made.prefix(1)) : known
    }
    return names
  }

  private static func fill(_ pattern: [UInt8], _ label: String, _ date: NameDate) -> [UInt8] {
    var out: [UInt8] = []
    for byte in pattern {
      switch byte {
      case Slot.season: out += Array(date.season.utf8)
      case Slot.year: out += Array(String(date.year).utf8)
      case Slot.lastYear: out += Array(String(date.year - 1).utf8)
      case Slot.nextYear: out += Array(String(date.year + 1).utf8)
      case Slot.label: out += Array(label.utf8)
      default: out.append(byte)
      }
    }
    return out
  }

  private static func fill(_ pattern: [UInt8], _ slot: UInt8, _ part: [UInt8]) -> String {
    var out: [UInt8] = []
    for byte in pattern {
      if byte == slot { out += part } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
