internal import EventGraph

/// The parts that the entities of one event play, as its title says.
struct TitleRoles {
  private var reading = RoleReading()
  private var roles: [(entity: StringIndex, role: Role)] = []
  private var kinds: [Int] = []
  private var isDemonym: [Bool] = []
  private var isCurrency: [Bool] = []

  /// Reads the title of another event.
  mutating func read(
    _ number: Int, of assembly: borrowing GraphAssembly, _ strings: StringTable
  ) {
    roles.removeAll(keepingCapacity: true)
    let mentions = assembly.mentions[number]
    if mentions.isEmpty { return }
    features(number, of: assembly, strings)
    for (mention, features) in zip(mentions, reading.features) {
      let role = RoleModel.role(of: features)
      // A title that names an entity twice gives it the part that says more.
      if let known = roles.firstIndex(where: { $0.entity == mention.entity }) {
        if Self.rank(role) < Self.rank(roles[known].role) { roles[known].role = role }
      } else {
        roles.append((mention.entity, role))
      }
    }
  }

  /// The features of each mention of an event.
  @discardableResult
  mutating func features(
    _ number: Int, of assembly: borrowing GraphAssembly, _ strings: StringTable
  ) -> [[Int32]] {
    let mentions = assembly.mentions[number]
    let bytes = strings.bytes.span
    kinds.removeAll(keepingCapacity: true)
    isDemonym.removeAll(keepingCapacity: true)
    isCurrency.removeAll(keepingCapacity: true)
    for mention in mentions {
      let place = assembly.entities.place(mention.entity)
      let kind = assembly.entityKinds[place].kind
      kinds.append(Int(kind.rawValue))
      let label = bytes.extracting(strings.range(of: mention.label))
      isDemonym.append(
        (kind == .state || kind == .group || kind == .place)
          && KindLexicon.shared.isDemonym(label))
      isCurrency.append(
        Self.isCurrency(label, bytes.extracting(strings.range(of: mention.entity))))
    }
    reading.read(
      bytes.extracting(strings.range(of: assembly.events.events[number].title)), mentions,
      kinds: kinds, isDemonym: isDemonym, isCurrency: isCurrency)
    return reading.features
  }

  /// The entity's role in the event that was read last; nil where its title does not name it.
  func role(of entity: StringIndex) -> Role? {
    roles.first { $0.entity == entity }?.role
  }

  private static func rank(_ role: Role) -> Int {
    switch role {
    case .agent: 0
    case .speaker: 1
    case .target: 2
    case .place: 3
    case .context: 4
    case .mentioned, .none: 5
    }
  }

  /// "$", "US$", "Euro", "Pound sterling"
  private static func isCurrency(_ label: Span<UInt8>, _ name: Span<UInt8>) -> Bool {
    for k in label.indices where label[k] == UInt8(ascii: "$") { return label.count < 6 }
    guard name.count > 2 else { return false }
    let words: [String]
    switch name[name.count - 1] {
    case UInt8(ascii: "r"): words = ["dollar"]
    case UInt8(ascii: "o"): words = ["Euro", "euro"]
    case UInt8(ascii: "g"): words = ["sterling"]
    case UInt8(ascii: "e"): words = ["rupee"]
    case UInt8(ascii: "y"): words = ["currency"]
    case UInt8(ascii: "n"): words = ["Yen", "yen"]
    default: return false
    }
    return words.contains { name.hasSuffix($0) }
  }
}
