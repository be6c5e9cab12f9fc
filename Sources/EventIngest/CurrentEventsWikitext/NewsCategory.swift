internal import EventGraph

/// The portal's headings, under the names that it settled on. Its editors wrote 166 spellings of them.
public enum NewsCategory: UInt8, CaseIterable, Sendable {
  case armedConflicts, arts, business, disasters, education, health, international, law, media
  case obituaries, politics, religion, science, sport, transport, other

  /// The portal's own name.
  public var name: String {
    switch self {
    case .armedConflicts: "Armed conflicts and attacks"
    case .arts: "Arts and culture"
    case .business: "Business and economy"
    case .disasters: "Disasters and accidents"
    case .education: "Education and history"
    case .health: "Health and environment"
    case .international: "International relations"
    case .law: "Law and crime"
    case .media: "Media"
    case .obituaries: "Deaths"
    case .politics: "Politics and elections"
    case .religion: "Religion"
    case .science: "Science and technology"
    case .sport: "Sport"
    case .transport: "Transport"
    case .other: "Other"
    }
  }

  /// The first word of a heading that is in this table decides, so that order ("Crime and law"),
  /// number ("Sports"), companions ("Politics and protests") and slips in later words
  /// ("Arts and cuture") make no difference.
  private static let words: [(StaticString, NewsCategory)] = [
    ("armed", .armedConflicts), ("conflict", .armedConflicts), ("conflicts", .armedConflicts),
    ("attack", .armedConflicts), ("attacks", .armedConflicts), ("war", .armedConflicts),
    ("wars", .armedConflicts), ("defence", .armedConflicts), ("military", .armedConflicts),
    ("art", .arts), ("arts", .arts), ("culture", .arts), ("entertainment", .arts),
    ("architecture", .arts), ("literature", .arts), ("gaming", .arts), ("music", .arts),
    ("business", .business), ("businesses", .business), ("economy", .business),
    ("economics", .business), ("economic", .business), ("finance", .business),
    ("disaster", .disasters), ("disasters", .disasters), ("accident", .disasters),
    ("accidents", .disasters), ("natural", .disasters),
    ("education", .education), ("history", .education),
    ("health", .health), ("environment", .health), ("ecology", .health), ("medicine", .health),
    ("weather", .health),
    ("international", .international), ("diplomacy", .international), ("foreign", .international),
    ("law", .law), ("laws", .law), ("legal", .law), ("crime", .law), ("crimes", .law),
    ("arrests", .law), ("human", .law), ("justice", .law),
    ("media", .media), ("television", .media),
    ("death", .obituaries), ("deaths", .obituaries), ("obituaries", .obituaries),
    ("politics", .politics), ("political", .politics), ("election", .politics),
    ("elections", .politics), ("government", .politics),
    ("religion", .religion), ("religious", .religion),
    ("science", .science), ("technology", .science), ("sciences", .science),
    ("innovation", .science), ("discoveries", .science), ("exploration", .science),
    ("physics", .science), ("space", .science),
    ("sport", .sport), ("sports", .sport),
    ("transport", .transport), ("transportation", .transport),
    ("other", .other), ("current", .other), ("news", .other), ("general", .other),
    ("society", .other), ("miscellaneous", .other),
  ]

  /// Two headings whose first word misleads.
  private static let wholes: [(StaticString, NewsCategory)] = [
    ("natural history", .science), ("life and death", .obituaries),
    ("intragalactic relations", .science), ("geography", .science),
  ]

  /// Nil for a heading that is none of the portal's: a topic that somebody made a heading of.
  init?(heading: Span<UInt8>) {
    let all = 0..<heading.count
    for (words, category) in Self.wholes where heading.equalsFoldingCase(all, words) {
      self = category
      return
    }
    var end = 0
    while end < heading.count, heading[end].isASCIILetter { end += 1 }
    let rest = heading.trimmed(end..<heading.count)
    // "Deaths of birds" is a topic; a category goes on with a comma, "and", "&" or a colon.
    guard rest.isEmpty || Self.goesOn(heading, rest) || Self.isCompound(heading, end) else {
      return nil
    }
    for (word, category) in Self.words where heading.equalsFoldingCase(0..<end, word) {
      self = category
      return
    }
    return nil
  }

  private static func goesOn(_ heading: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    let byte = heading[rest.lowerBound]
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "/") || heading.hasPrefix("and ", in: rest)
  }

  /// "Armed conflicts …", "International relations", "Natural disasters", "Current events" …
  private static func isCompound(_ heading: Span<UInt8>, _ end: Int) -> Bool {
    let firsts: [StaticString] = [
      "armed", "international", "natural", "current", "general", "other", "law", "human",
      "religious", "foreign",
    ]
    return firsts.contains { heading.equalsFoldingCase(0..<end, $0) }
  }
}
