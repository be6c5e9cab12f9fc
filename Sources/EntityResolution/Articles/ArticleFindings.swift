internal import EventGraph
internal import FileIO

/// What one document of an article says of the archive's entities and events.
struct ArticleFindings: Sendable {
  struct Mention: Sendable {
    /// The entity's name.
    var entity: StringIndex
    /// Bytes of the article's text.
    var range: Range<Int>
    /// Whether the text spells the name in another way than the archive.
    var isVariant = false
  }

  struct Statement: Sendable {
    /// Into the body's quotes.
    var quote: Int
    /// Of the archive's entities.
    var speaker: StringIndex?
    /// The speaker's name where the archive has no entity of it.
    var newSpeaker: String?
  }

  var mentions: [Mention] = []
  var statements: [Statement] = []
  var covered: [CoverageMatch] = []

  /// Belief in a name that a speaker needs to be the archive's entity of it.
  private static let speakerScore: Float = 0.6

  /// - Parameter finder: Nil where the archive has nothing to learn names from.
  init(
    _ fact: ArticleItemFact, _ assembly: borrowing GraphAssembly, _ finder: MentionFinder?,
    _ coverage: EventCoverage<AssembledEvents>
  ) {
    guard let body = fact.body else { return }
    let strings = assembly.facts.strings
    func entity(_ name: String) -> StringIndex? {
      strings.find(Array(name.utf8).span).flatMap { assembly.entities.isNoted($0) ? $0 : nil }
    }
    let date = fact.date.map { NameDate($0) }
    let found = finder?.find(body.text, ArticleParts(body), date: date).mentions ?? []
    var bySurface: [String: StringIndex] = [:]
    for mention in found where mention.isKnown {
      guard let entity = entity(mention.name) else { continue }
      mentions.append(
        Mention(entity: entity, range: mention.range, isVariant: mention.rule == .spelling))
      if bySurface[mention.text] == nil { bySurface[mention.text] = entity }
    }
    for (k, quote) in body.quotes.enumerated() {
      var statement = Statement(quote: k)
      if let name = quote.name {
        statement.speaker = bySurface[name]
        if statement.speaker == nil, let finder {
          let others = found.map(\.text).filter { $0 != name }
          let answer = finder.resolver.resolve(name, others: others, date: date)
          if answer.isKnown, answer.score >= Self.speakerScore, answer.rule.isSure {
            statement.speaker = entity(answer.name)
          }
        }
        if statement.speaker == nil, Self.isFullName(name) {
          statement.speaker = entity(name)
          if statement.speaker == nil { statement.newSpeaker = name }
        }
      }
      statements.append(statement)
    }
    covered = coverage.matches(
      of: body, entities: Set(mentions.map(\.entity)).map { assembly.entities.place($0) },
      date: fact.date, strings.table())
  }

  /// Two to five words, the first and the last of which begin with a capital: a speaker who is named so
  /// is one person or body, whoever reads the text. Of other new names nothing says that they act.
  static func isFullName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    func isCapital(_ word: Substring) -> Bool {
      word.unicodeScalars.first?.properties.isUppercase ?? false
    }
    guard (2...5).contains(words.count), let last = words.last else { return false }
    return isCapital(words[0]) && isCapital(last)
  }
}

extension NameResolver.NameRule {
  /// Whether the label itself says the name, and not what it is like or stands beside.
  var isSure: Bool { self == .label || self == .folded || self == .spelling || self == .text }
}
