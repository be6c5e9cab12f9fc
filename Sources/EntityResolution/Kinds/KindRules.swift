internal import EventGraph

/// What kind of thing a label names, by the first rule that speaks. Each has a name, which the node
/// carries as the reason of its kind.
///
/// A first answer by simple means: words of the label, and how titles use it.
enum KindRules {
  enum Reason: String, CaseIterable, Sendable {
    case lowerCase = "lower-case"
    case number = "number-or-date"
    case happeningWord = "happening-word"
    case organizationWord = "organization-word"
    case placeWord = "place-word"
    case acts = "acts-in-titles"
    case afterPlaceWord = "after-in-at-near"
    case nameShape = "name-shape"
    case unclassified = "unclassified"

    var kind: NodeKind {
      switch self {
      case .lowerCase, .number, .happeningWord, .unclassified: .context
      case .organizationWord, .acts, .nameShape: .actor
      case .placeWord, .afterPlaceWord: .place
      }
    }
  }

  static func reason(_ label: Span<UInt8>, _ use: LabelUse) -> Reason {
    guard let first = label.isEmpty ? nil : label[0] else { return .unclassified }
    if first.isASCIILower { return .lowerCase }
    var words = WordScan(label)
    var isHappening = false
    var isOrganization = false
    var isPlace = false
    var isMonth = false
    var numbers = 0
    var capitalised = 0
    var others = 0
    while let word = words.next() {
      isHappening = isHappening || TitleWords.contains(happenings, word)
      isOrganization = isOrganization || TitleWords.contains(organizations, word)
      isPlace = isPlace || TitleWords.contains(places, word)
      isMonth = isMonth || TitleWords.contains(months, word)
      if word[0].isASCIIDigit { numbers += 1 }
      if word[0].isASCIIUpper || word[0] >= 0x80 { capitalised += 1 } else { others += 1 }
    }
    if isHappening { return .happeningWord }
    if numbers == others, numbers > 0, capitalised == 0 || isMonth { return .number }
    if isOrganization { return .organizationWord }
    if isPlace { return .placeWord }
    if use.titles > 0 {
      // One title in eight in which a name acts outweighs the many in which things happen in it:
      // states do both, and only actors do the first.
      if use.beforeVerb * 8 >= use.titles, use.beforeVerb * 3 >= use.afterPlaceWord { return .acts }
      if use.afterPlaceWord * 3 >= use.titles { return .afterPlaceWord }
    }
    if others == 0, (2...3).contains(capitalised) { return .nameShape }
    return .unclassified
  }

  private static let months: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Head words of happenings, small and capitalised.
  private static let happenings: [StaticString] = [
    "war", "War", "wars", "Wars", "conflict", "Conflict", "crisis", "Crisis", "election",
    "Election", "elections", "Elections", "referendum", "Referendum", "attack", "Attack", "attacks",
    "Attacks", "bombing", "Bombing", "bombings", "Bombings", "shooting", "Shooting", "shootings",
    "massacre", "Massacre", "riots", "Riots", "protests", "Protests", "protest", "unrest",
    "uprising", "Uprising", "revolution", "Revolution", "insurgency", "Insurgency", "rebellion",
    "Rebellion", "intervention", "Intervention", "invasion", "Invasion", "offensive", "Offensive",
    "siege", "Siege", "Battle", "battle", "coup", "Coup", "earthquake", "Earthquake", "earthquakes",
    "tsunami", "Tsunami", "hurricane", "Hurricane", "Typhoon", "typhoon", "Cyclone", "cyclone",
    "tornado", "Tornado", "floods", "Floods", "flooding", "wildfires", "eruption", "eruptions",
    "drought", "epidemic", "Epidemic", "outbreak", "Outbreak", "pandemic", "Pandemic", "crash",
    "Crash", "accident", "disaster", "Disaster", "spill", "collapse", "scandal", "Scandal",
    "affair",
    "Affair", "trial", "Trial", "inquiry", "Inquiry", "investigation", "strike", "strikes",
    "negotiations", "talks", "summit", "Summit", "Conference", "conference", "championship",
    "Championship", "Championships", "Olympics", "Cup", "season", "Open", "tournament", "Final",
    "relations", "dispute", "assassination", "Assassination", "kidnapping", "hijacking", "genocide",
    "Genocide", "Spring", "recession", "debt", "shutdown", "timeline", "Timeline", "process",
    "plot", "controversy", "hostage", "Prix", "Games", "blast", "explosion", "explosions", "fire",
    "raid", "case", "program", "Movement", "movement", "campaign",
  ]

  private static let organizations: [StaticString] = [
    "Party", "Ministry", "Department", "Army", "Navy", "Force", "Forces", "Police", "Council",
    "Commission", "Committee", "Court", "Parliament", "Congress", "Senate", "Assembly", "Agency",
    "Organization", "Organisation", "Union", "University", "Institute", "Bank", "Corporation",
    "Company", "Inc.", "Ltd", "Group", "Association", "Federation", "Foundation", "League",
    "Brigade", "Brigades", "Front", "Airlines", "Airways", "Motors", "News", "Times", "Post",
    "Church", "Office", "Administration", "Government", "government", "Authority", "Service",
    "Coalition", "Alliance", "Society", "Club", "F.C.", "United", "Fund", "Bureau", "Guard",
    "Network", "Center", "Centre", "Cabinet", "House",
  ]

  private static let places: [StaticString] = [
    "Airport", "airport", "River", "Province", "province", "County", "City", "Island", "Islands",
    "Lake", "Mount", "Mountains", "Street", "Square", "District", "Region", "region", "Sea",
    "Ocean", "Gulf", "Strait", "Peninsula", "Valley", "Desert", "Coast", "Bay", "Oblast", "Strip",
    "Governorate", "Prefecture", "Territory", "Bridge", "Stadium", "Park", "Cape", "Canal",
    "Hospital", "Prison", "Base", "Station", "Highway", "Beach", "Harbor", "Harbour",
  ]
}

/// Walks the words of a label: runs without spaces, without commas and brackets at their ends.
private struct WordScan: ~Escapable {
  private let text: Span<UInt8>
  private var offset = 0

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  @_lifetime(copy self)
  mutating func next() -> Span<UInt8>? {
    while offset < text.count {
      while offset < text.count, Self.isSeparator(text[offset]) { offset += 1 }
      let start = offset
      while offset < text.count, !Self.isSeparator(text[offset]) { offset += 1 }
      if offset > start { return text.extracting(start..<offset) }
    }
    return nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 32 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")")
  }
}
